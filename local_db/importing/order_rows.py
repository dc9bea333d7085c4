"""The rows of an order file: their cells cleaned, the order each belongs to, and what the rows of one say together."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from local_db.coded import Coded
from local_db.importing import cells, rules
from local_db.importing.cells import MISSING, lost_digits
from local_db.importing.hashes import made_number, mixed, number_hashes, numbered_apart, text_hashes
from local_db.importing.model import CLOSED_REFUNDED, NUMBERED_PER_SHOP, STATUSES
from local_db.importing.people import ABSENT, People, people_of
from local_db.importing.profile import plain
from local_db.importing.rules import Closing
from local_db.importing.table import Table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]
    Hashes = NDArray[np.uint64]

REFUNDED_WHOLE = len(STATUSES)  # CLOSED_REFUNDED among the numbers of statuses
_CLOSED = rules.STATUS_NUMBER["closed"]
_MOST_WORDS = 10  # more unknown words than that are no statuses, and could be anything

_NO_WORDS = frozenset({"", "0"})  # Kuaishou writes 0 where there is nothing to say

_MONEY = (
    "paid", "total", "postage", "postage_discount", "tax", "postage_tax", "refunded", "price", "discount",
    "discount_seller", "discount_platform", "discount_shared", "line_discount",
)  # fmt: skip
_WHOLE_NUMBERS = ("items", "kinds", "quantity")
_TIMES = ("ordered_at", "paid_at", "shipped_at", "finished_at")
_ON_TOP = {"postage": 1, "tax": 1, "postage_tax": 1, "postage_discount": -1}  # beside a total of the goods alone
_DISCOUNTS = ("discount_seller", "discount_platform", "discount_shared")


@dataclass(slots=True, eq=False)
class Rows:
    """The order cells row by row, before rows are put together."""

    numbers: dict[str, Ints]  # the columns that the file has, by field; status and closing always
    title: Coded
    sku: Coded
    line_number: Coded
    product_number: Coded
    people: People
    back: Bools  # whether a word says that the row's goods were paid back
    line_status: Ints
    shop: Coded | None  # where orders of several shops may have one number

    def number(self, name: str) -> Ints:
        """A column; all MISSING where the file has none."""
        column = self.numbers.get(name)
        return column if column is not None else np.full(len(self.back), MISSING)

    def at(self, places: Ints) -> Rows:
        """Some of the rows."""
        return Rows(
            numbers={name: column[places] for name, column in self.numbers.items()},
            title=self.title.at(places),
            sku=self.sku.at(places),
            line_number=self.line_number.at(places),
            product_number=self.product_number.at(places),
            people=self.people.at(places),
            back=self.back[places],
            line_status=self.line_status[places],
            shop=self.shop.at(places) if self.shop is not None else None,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """The order each row belongs to, and each order's first row."""

    places: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.first)


@dataclass(frozen=True, slots=True, eq=False)
class Back:
    """What was paid back by the word of an after-sale, per order."""

    whole: Bools  # every line
    money: Ints  # of the lines that were; MISSING where none was, or it is not known


# --- cells ---


def rows_of(table: Table, decimals: int) -> Rows:
    """Clean every column of the file."""

    def amount(cell: str) -> int:
        return cells.money(cell, decimals)

    numbers = {name: table.whole_numbers(name, amount, "bad_money") for name in _MONEY if table.has(name)}
    for name in _WHOLE_NUMBERS:
        if table.has(name):
            numbers[name] = table.whole_numbers(name, cells.integer, "bad_number")
    numbers |= {name: table.times(name) for name in _TIMES if table.has(name)}
    rule = table.found.profile.rows
    if rule.row_per_piece:
        numbers["quantity"] = np.ones(len(table), np.int64)
    _put_together(numbers, goods_total=rule.goods_total)
    status = _statuses(table)
    back = _after_sales(table) | (status == REFUNDED_WHOLE)
    numbers |= {"status": status, "closing": _closings(table)}
    if rule.status_per_line:
        numbers["status"] = np.where(status == REFUNDED_WHOLE, _CLOSED, status)
    line_status = status if rule.status_per_line else np.full(len(table), MISSING)
    per_shop = table.has("shop") and table.found.profile.platform in NUMBERED_PER_SHOP
    return Rows(
        numbers=numbers,
        title=table.text("title"),
        sku=table.text("sku"),
        line_number=table.text("line_number"),
        product_number=table.text("product_number"),
        people=people_of(table),
        back=back,
        line_status=np.where(back, _CLOSED, line_status),
        shop=table.text("shop") if per_shop else None,
    )


def _put_together(numbers: dict[str, Ints], *, goods_total: bool) -> None:
    """A total of the goods alone becomes that of the order; several discounts become one."""
    parts = [numbers[name] for name in _DISCOUNTS if name in numbers]
    if parts:
        known = np.any([part != MISSING for part in parts], axis=0)
        together = np.where(known, np.sum([_or_zero(part) for part in parts], axis=0), MISSING)
        own = numbers.get("discount")
        numbers["discount"] = together if own is None else np.where(own == MISSING, together, own)
    for name in {"discount", "line_discount"} & numbers.keys():
        numbers[name] = np.where(numbers[name] == MISSING, MISSING, np.abs(numbers[name]))  # also written as -5.00
    if goods_total and "total" in numbers:
        extra = sum(
            (sign * np.abs(_or_zero(numbers[name])) for name, sign in _ON_TOP.items() if name in numbers),
            start=np.zeros(len(numbers["total"]), np.int64),
        )
        extra -= _or_zero(numbers["line_discount"]) if "line_discount" in numbers else 0
        numbers["total"] = np.where(numbers["total"] == MISSING, MISSING, numbers["total"] + extra)


def _or_zero(column: Ints) -> Ints:
    return np.where(column == MISSING, 0, column)


def _statuses(table: Table) -> Ints:
    meaning = {**rules.STATUS_NUMBER, CLOSED_REFUNDED: REFUNDED_WHOLE}
    profile = table.found.profile
    known = {word: meaning[code] for word, code in profile.statuses.items()}
    return numbers_of_words(table, "status", known, "unknown_status")


def _after_sales(table: Table) -> Bools:
    known = {word: int(code == "refunded") for word, code in table.found.profile.after_sale.items()}
    back: Bools = numbers_of_words(table, "after_sale", known, "unknown_after_sale") == 1
    return back


def numbers_of_words(table: Table, name: str, meaning: Mapping[str, int], code: str) -> Ints:
    """The number that each row's word means, MISSING where it means none; words nobody knows are noted."""
    column = table.text(name)
    known = {plain(word): number for word, number in meaning.items()}
    found = np.array([known.get(plain(value), MISSING) for value in column.values], np.int64)
    unknown = [place for place, value in enumerate(column.values) if found[place] == MISSING and value not in _NO_WORDS]
    _note_words(table, name, column, unknown, code)
    return found[column.codes]


def _note_words(table: Table, name: str, column: Coded, unknown: Sequence[int], code: str) -> None:
    """One problem per word that the profile does not know, at the first row that has it."""
    header = table.found.header(name)
    spoken = len(unknown) <= _MOST_WORDS
    for place in unknown[:_MOST_WORDS]:
        rows = table.rows[column.codes == place]
        if not len(rows):
            continue
        word = {"word": column.values[place][:40]} if spoken else {}
        table.problems.add(rows[0], header, code, count=len(rows), **word)


def _closings(table: Table) -> Ints:
    column = table.text("close_reason")
    meaning = {"": Closing.NOT_SAID, "unpaid": Closing.UNPAID, "refund": Closing.REFUND}
    known = {plain(word): meaning[code] for word, code in table.found.profile.closing.items()}
    found = np.array([known.get(plain(value), Closing.NOT_SAID) for value in column.values], np.int64)
    return found[column.codes]


# --- numbers and groups ---

_OF_THE_ORDER = ("paid", "total", "status", "buyer_id", "nick", "phone")


def fill_numbers_down(table: Table) -> None:
    """Give a line without an order number that of the row above it, where only the first line of an order has one.

    Only where the rows follow each other in the file, and the line says nothing that is the order's to say: the
    number of a row that could not be read must not go over to the next order.
    """
    numbers = table.numbers
    if numbers is None or not table.found.profile.rows.number_on_first_line:
        return
    own = np.zeros(len(table), np.bool_)
    for name in _OF_THE_ORDER:
        own |= table.text(name).codes > 0
    follows = np.diff(table.rows, prepend=MISSING) == 1
    for place in np.flatnonzero(follows & ~own).tolist():
        if not numbers[place]:
            numbers[place] = numbers[place - 1]


def order_numbers(table: Table, rows: Rows) -> list[str]:
    """The file's order numbers, and numbers made from the content where it has none."""
    given = table.numbers
    if given is None or table.found.profile.rows.number_from_content:
        return _made_numbers(rows, np.ones(len(table), np.bool_))
    unreadable, scientific = _signs_of_damage(given)
    if unreadable:
        table.note(np.fromiter(("\ufffd" in n for n in given), np.bool_, len(given)), "number", "unreadable_text")
    if not scientific:
        return given
    rounded = np.fromiter(map(lost_digits, given), np.bool_, len(given))
    table.note(rounded, "number", "precision_lost")
    if not rounded.any():
        return given
    made = _made_numbers(rows, rounded)
    return [own if lost else number for own, lost, number in zip(made, rounded.tolist(), given, strict=True)]


def _signs_of_damage(given: Sequence[str]) -> tuple[bool, bool]:
    """Whether any number has characters that were none, and whether any looks rounded; most files have neither."""
    unreadable = scientific = False
    for start in range(0, len(given), _PORTION):
        together = "".join(given[start : start + _PORTION])
        unreadable |= "\ufffd" in together
        scientific |= "E+" in together or "e+" in together
    return unreadable, scientific


def _made_numbers(rows: Rows, where: Bools) -> list[str]:
    """Stable numbers: a hash of the cells that do not change later, counted up among equal rows."""
    stable = _hash(rows, ("ordered_at", "paid_at", "paid", "total", "items", "quantity"), place=False)
    occurrence = numbered_apart(stable, hash_of_rows(rows))
    return [
        made_number(own, again) if wanted else ""
        for own, again, wanted in zip(stable.tolist(), occurrence.tolist(), where.tolist(), strict=True)
    ]


def grouped(numbers: Sequence[str], rows: Rows) -> Groups:
    """Put rows of one number together; of one number and shop, where shops count for themselves."""
    if rows.shop is None:
        return _groups(numbers)
    return _groups(list(zip(numbers, rows.shop.codes.tolist(), strict=True)))


_PORTION = 16_384  # keys at a time: longer, and the interpreter would not give the window its turn


def _groups(keys: Sequence[Hashable]) -> Groups:
    place_of: dict[Hashable, int] = {}
    places = np.empty(len(keys), np.int64)
    for start in range(0, len(keys), _PORTION):
        portion = keys[start : start + _PORTION]
        new = [key for key in dict.fromkeys(portion) if key not in place_of]
        place_of.update(zip(new, range(len(place_of), len(place_of) + len(new)), strict=True))
        places[start : start + len(portion)] = np.fromiter(map(place_of.__getitem__, portion), np.int64, len(portion))
    if len(place_of) == len(keys):
        each = np.arange(len(keys))
        return Groups(each, each)
    first = np.empty(len(place_of), np.int64)
    first[places[::-1]] = np.arange(len(keys))[::-1]  # of equal places the last assignment holds
    return Groups(places, first)


def each_line_once(table: Table, rows: Rows, numbers: list[str]) -> tuple[Rows, list[str]]:
    """Of several rows with one order and sub-order number the one furthest along.

    People paste exports whose days overlap into one file; the amounts of such lines must not be added twice.
    """
    lines = rows.line_number.codes
    if not table.found.profile.rows.per_line or np.bincount(lines, minlength=2)[1:].max() < 2:
        return rows, numbers
    keys = list(zip(numbers, lines.tolist(), strict=True))
    groups = _groups(keys)
    kept = lines == 0  # rows without a number of their own are not told apart
    kept[winners(table, rows, groups, where=~kept)] = True
    table.keep(kept, lost=False)
    return rows.at(np.flatnonzero(kept)), [number for number, keep in zip(numbers, kept.tolist(), strict=True) if keep]


def hash_of_rows(rows: Rows) -> Hashes:
    """Of everything that each row says about its order."""
    return _hash(rows, tuple(sorted(rows.numbers)))


def _apart(rows: Rows) -> Hashes:
    """Tells rows apart that say nothing else about their order: a masked phone beside none, another street."""
    return mixed(text_hashes(rows.people.address_key), rows.people.phone_kind.astype(np.uint64))


def _hash(rows: Rows, names: Sequence[str], *, place: bool = True) -> Hashes:
    """One hash per row over some of its numbers and its texts."""
    people = rows.people
    result = np.zeros(len(rows.back), np.uint64)
    for name in names:
        result = mixed(result, number_hashes(rows.number(name)))
    texts = [people.buyer_id, people.open_id, people.nick, people.email, people.phone, rows.title, rows.sku]
    if rows.shop is not None:
        texts.append(rows.shop)
    if place:
        texts += [people.name, people.province, people.city]
    for text in texts:
        result = mixed(result, text_hashes(text))
    return result


# --- rows of one order ---


def winners(table: Table, rows: Rows, groups: Groups, *, where: Bools | None = None) -> Ints:
    """Of several rows for one order the one furthest along; others that say something else (in `where`) are noted."""
    whole = hash_of_rows(rows)
    order = np.lexsort((_apart(rows), whole, rows.number("refunded"), rows.number("paid_at"), rows.number("status")))
    winner = np.zeros(len(groups), np.int64)
    winner[groups.places[order]] = order  # of equal places the last assignment holds
    differs = whole != whole[winner[groups.places]]
    table.note(differs if where is None else differs & where, "number", "conflicting_rows")
    return winner


def gather(table: Table, rows: Rows, groups: Groups, *, adds_up: bool) -> None:
    """Give every order's first row what its rows say together: the first filled cell, the sum, the last time."""
    rule = table.found.profile.rows
    places, first = groups.places, groups.first
    if rule.status_per_line:
        rows.numbers["status"][first] = rules.status_of_lines(rows.number("status"), places, len(groups))
    if len(groups) == len(places):
        _sum_discounts(rows, groups)
        return
    backwards = np.arange(len(places))[::-1]
    conflict = np.zeros(len(places), np.bool_)
    sums = {"paid", "total", "discount"} if adds_up else set()
    sums |= {"refunded"} if adds_up or rule.refunded_per_line else set()
    _sum_discounts(rows, groups)
    for name in ("status", "closing", "ordered_at", "paid_at", "paid", "total", "refunded", "items", "discount"):
        column = rows.numbers.get(name)
        if column is None or (name == "status" and rule.status_per_line):
            continue
        if name in sums:
            column[first] = sums_of(column, places, len(groups))
            continue
        empty = Closing.NOT_SAID if name == "closing" else MISSING
        conflict |= _fill(column, places, first, backwards, empty)
    for name in {"shipped_at", "finished_at"} & rows.numbers.keys():
        latest = np.full(len(groups), MISSING)
        np.maximum.at(latest, places, rows.numbers[name])
        rows.numbers[name][first] = latest
    people = rows.people
    for name in ("buyer_id", "open_id", "nick", "email", "name", "phone", "province", "city"):
        conflict |= _fill(getattr(people, name).codes, places, first, backwards, 0)
    best = np.full(len(groups), ABSENT, np.int64)
    np.minimum.at(best, places, people.phone_kind.astype(np.int64))
    people.phone_kind[first] = best
    table.note(conflict, "number", "conflicting_rows")


def _sum_discounts(rows: Rows, groups: Groups) -> None:
    """Where only the lines say what was taken off, the order's discount is theirs together."""
    if "line_discount" in rows.numbers and "discount" not in rows.numbers:
        column = np.full(len(groups.places), MISSING)
        column[groups.first] = sums_of(rows.numbers["line_discount"], groups.places, len(groups))
        rows.numbers["discount"] = column


def _fill(column: NDArray[np.signedinteger], places: Ints, first: Ints, backwards: Ints, empty: int) -> Bools:
    """Put the first filled cell of each order on its first row; which rows say something else."""
    filled = backwards[column[backwards] != empty]
    column_of_order = np.full(len(first), empty, column.dtype)
    column_of_order[places[filled]] = column[filled]
    differs: Bools = (column != empty) & (column != column_of_order[places])
    column[first] = column_of_order
    return differs


def sums_of(column: Ints, places: Ints, orders: int) -> Ints:
    """The sum of each order's cells; MISSING where all are empty."""
    filled = column != MISSING
    sums, seen = np.zeros(orders, np.int64), np.zeros(orders, np.bool_)
    np.add.at(sums, places[filled], column[filled])
    seen[places[filled]] = True
    return np.where(seen, sums, MISSING)


# --- money of lines ---


def adds_up(table: Table, rows: Rows, groups: Groups) -> bool:
    """Whether the amounts of several rows of one order are added."""
    rule = table.found.profile.rows
    if rule.money != "either" or len(groups) == len(groups.places):
        return rule.money == "line"
    amount = rows.number("paid" if table.has("paid") else "total")
    return rules.amounts_are_of_lines(amount, _goods(rows), groups.places, len(groups))


def _goods(rows: Rows) -> Ints:
    """Price × pieces of each row; MISSING where it is not known."""
    price, quantity = rows.number("price"), rows.number("quantity")
    known = (price != MISSING) & (quantity != MISSING)
    return np.where(known, np.where(known, price, 0) * np.where(known, quantity, 0), MISSING)


def pay_lines(rows: Rows, groups: Groups) -> None:
    """Where the lines say only what they ask, what was paid is told line by line before it is added."""
    paid_at = rows.number("paid_at")
    of_order = np.full(len(groups), MISSING)
    np.maximum.at(of_order, groups.places, paid_at)
    status = rows.number("status")
    status = np.where(status == MISSING, rules.STATUS_NUMBER["unknown"], status)
    status = np.where(status == REFUNDED_WHOLE, _CLOSED, status)
    rows.numbers["paid"] = rules.paid_of_total(rows.number("total"), status, of_order[groups.places])


def back_of(rows: Rows, groups: Groups, *, adds_up: bool) -> Back:
    """What the words of after-sales say went back, taken before the rows are put together."""
    back, places = rows.back, groups.places
    if not back.any():
        return Back(np.zeros(len(groups), np.bool_), np.full(len(groups), MISSING))
    whole = np.ones(len(groups), np.bool_)
    whole[places[~back]] = False
    money = _goods(rows)
    if adds_up:
        money = rows.number("paid") if "paid" in rows.numbers else rows.number("total")
    money = np.where(back, money, MISSING)
    return Back(whole, sums_of(money, places, len(groups)))
