"""Rows of an order file as orders and lines: grouped, numbered, with a hash of what each order says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from local_db.importing import cells, rules
from local_db.importing.cells import MISSING, lost_digits
from local_db.importing.model import CLOSED_REFUNDED, NUMBERED_PER_SHOP, STATUSES
from local_db.importing.people import ABSENT, People, people_of
from local_db.importing.profile import plain
from local_db.importing.rules import Closing
from local_db.importing.table import Coded, Table
from local_db.values import currency_decimals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]
    Hashes = NDArray[np.uint64]

_REFUNDED_WHOLE = len(STATUSES)  # CLOSED_REFUNDED among the numbers of statuses
_MOST_STATUS_WORDS = 10  # more unknown words than that are no statuses, and could be anything


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Order lines, sorted by order; `order` is the place of their order, MISSING numbers are unknown."""

    order: Ints
    title: Coded
    sku: Coded
    quantity: Ints
    price: Ints
    number: Coded = field(default_factory=lambda: Coded.empty(0))
    discount: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    status: Ints = field(default_factory=lambda: np.empty(0, np.int64))

    def __len__(self) -> int:
        return len(self.order)


@dataclass(frozen=True, slots=True, eq=False)
class Orders:
    """One entry per order of the file."""

    numbers: list[str]
    hashes: Hashes  # of everything the file says about the order
    status: Ints  # index into STATUSES
    ordered_at: Ints
    paid_at: Ints
    paid: Ints  # minor units; MISSING where not said
    refunded: Ints
    net: Ints  # never MISSING
    items: Ints
    purchase: Bools
    people: People
    lines: Lines
    shop: Coded  # its name; empty where the file does not say
    known: frozenset[str]  # the order columns this file speaks about
    closing: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    discount: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    shipped_at: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    finished_at: Ints = field(default_factory=lambda: np.empty(0, np.int64))

    def __len__(self) -> int:
        return len(self.numbers)

    def moment(self) -> Ints:
        """When it happened: paid, else ordered, else MISSING."""
        return np.where(self.paid_at != MISSING, self.paid_at, self.ordered_at)


@dataclass(slots=True, eq=False)
class _Rows:
    """The order cells row by row, before rows are put together."""

    numbers: dict[str, Ints]  # status, closing, ordered_at, paid_at, paid, refunded, items, kinds, quantity, price
    title: Coded
    sku: Coded
    people: People
    shop: Coded | None  # where orders of several shops may have one number


def orders_of(table: Table, currency: str) -> Orders:
    """Put the rows of a table together to orders. Rows that cannot be used are noted and left out."""
    _drop_other_currencies(table, currency)
    _drop_nameless(table)
    rows = _rows(table, currency_decimals(currency))
    numbers = _order_numbers(table, rows)
    places, first = _grouped(numbers if rows.shop is None else list(zip(numbers, rows.shop.texts(), strict=True)))
    if len(first) == len(numbers):
        chosen = first
    elif table.found.profile.rows.per_line:
        chosen = _gathered(table, rows, places, first)
    else:
        chosen = _winners(table, rows, places, len(first))
    return _finished(table, rows, [numbers[row] for row in first.tolist()], places, chosen)


# --- rows ---


def _drop_other_currencies(table: Table, currency: str) -> None:
    column = table.text("currency")
    other = np.array([value not in {"", currency} for value in map(str.upper, column.values)])[column.codes]
    table.note(other, "currency", "other_currency")
    table.keep(~other)


def main_currency(table: Table, default: str) -> str:
    """The currency most rows are in, where the file says; else `default`."""
    column = table.text("currency")
    named = column.codes[column.codes > 0]
    if not len(named):
        return default
    word = column.values[int(np.bincount(named).argmax())].upper()
    return word if len(word) == 3 and word.isascii() and word.isalpha() else default


def _drop_nameless(table: Table) -> None:
    """Rows without an order number, or without anything to make one of."""
    if table.numbers is not None and not table.found.profile.rows.number_from_content:
        usable = np.fromiter(map(bool, table.numbers), np.bool_, len(table))
    else:
        usable = (table.times("paid_at") != MISSING) | (table.times("ordered_at") != MISSING)
        for name in ("paid", "total"):
            usable |= table.text(name).codes > 0
    table.note(~usable, "number", "missing_order_number")
    table.keep(usable)


def _rows(table: Table, decimals: int) -> _Rows:
    def amount(cell: str) -> int:
        return cells.money(cell, decimals)

    numbers = {name: table.whole_numbers(name, amount, "bad_money") for name in ("paid", "total", "refunded", "price")}
    numbers |= {name: table.whole_numbers(name, cells.integer, "bad_number") for name in ("items", "kinds", "quantity")}
    numbers |= {name: table.times(name) for name in ("ordered_at", "paid_at")}
    numbers["status"] = _statuses(table)
    numbers["closing"] = _closings(table)
    per_shop = table.has("shop") and table.found.profile.platform in NUMBERED_PER_SHOP
    return _Rows(
        numbers, table.text("title"), table.text("sku"), people_of(table), table.text("shop") if per_shop else None
    )


def _statuses(table: Table) -> Ints:
    column = table.text("status")
    known = {plain(word): code for word, code in table.found.profile.statuses.items()}
    numbers = {**rules.STATUS_NUMBER, CLOSED_REFUNDED: _REFUNDED_WHOLE}
    found = np.array([numbers[known[plain(v)]] if plain(v) in known else MISSING for v in column.values], np.int64)
    unknown = [code for code, number in enumerate(found.tolist()) if number == MISSING and code]
    _note_words(table, column, unknown)
    return found[column.codes]


def _note_words(table: Table, column: Coded, unknown: Sequence[int]) -> None:
    """One problem per status word that the profile does not know, at the first row that has it."""
    header = table.found.header("status")
    spoken = len(unknown) <= _MOST_STATUS_WORDS
    for code in unknown[:_MOST_STATUS_WORDS]:
        rows = table.rows[column.codes == code]
        if not len(rows):
            continue
        word = {"word": column.values[code][:40]} if spoken else {}
        table.problems.add(rows[0], header, "unknown_status", count=len(rows), **word)


def _closings(table: Table) -> Ints:
    column = table.text("close_reason")
    meaning = {"": Closing.NOT_SAID, "unpaid": Closing.UNPAID, "refund": Closing.REFUND}
    known = {plain(word): meaning[code] for word, code in table.found.profile.closing.items()}
    found = np.array([known.get(plain(value), Closing.NOT_SAID) for value in column.values], np.int64)
    return found[column.codes]


# --- numbers and groups ---


def _order_numbers(table: Table, rows: _Rows) -> list[str]:
    """The file's order numbers, and numbers made from the content where it has none."""
    given = table.numbers
    if given is None or table.found.profile.rows.number_from_content:
        return _made_numbers(rows, np.ones(len(table), np.bool_))
    rounded = np.fromiter(map(lost_digits, given), np.bool_, len(given))
    table.note(rounded, "number", "precision_lost")
    table.note(np.fromiter(("\ufffd" in n for n in given), np.bool_, len(given)), "number", "unreadable_text")
    if not rounded.any():
        return given
    made = _made_numbers(rows, rounded)
    return [own if lost else number for own, lost, number in zip(made, rounded.tolist(), given, strict=True)]


def _made_numbers(rows: _Rows, where: Bools) -> list[str]:
    """Stable numbers: a hash of the cells that do not change later, counted up among equal rows.

    Equal rows are counted in the order of everything else they say, so that the same rows in another
    order get the same numbers.
    """
    stable = _hash(rows, ("ordered_at", "paid_at", "paid", "total", "items", "quantity"), place=False)
    whole = _hash(rows, tuple(sorted(rows.numbers)))
    order = np.lexsort((whole, stable))
    ordered = stable[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(ordered) else np.empty(0, np.int64)
    run = np.repeat(starts, np.diff(np.r_[starts, len(ordered)]))
    occurrence = np.empty(len(order), np.int64)
    occurrence[order] = np.arange(len(order)) - run
    return [
        (f"~{h:016x}" if not again else f"~{h:016x}-{again}") if wanted else ""
        for h, again, wanted in zip(stable.tolist(), occurrence.tolist(), where.tolist(), strict=True)
    ]


def _grouped(numbers: Sequence[str] | Sequence[tuple[str, str]]) -> tuple[Ints, Ints]:
    """The order each row belongs to, and each order's first row."""
    place_of: dict[object, int] = {}
    places = np.fromiter((place_of.setdefault(n, len(place_of)) for n in numbers), np.int64, len(numbers))
    first = np.full(len(place_of), len(numbers), np.int64)
    np.minimum.at(first, places, np.arange(len(numbers)))
    return places, first


def _winners(table: Table, rows: _Rows, places: Ints, orders: int) -> Ints:
    """Of several rows for one order the one furthest along; rows that say something else are noted."""
    whole = _hash(rows, tuple(sorted(rows.numbers)))
    numbers = rows.numbers
    order = np.lexsort((whole, numbers["refunded"], numbers["paid_at"], numbers["status"]))
    winner = np.zeros(orders, np.int64)
    winner[places[order]] = order  # of equal places the last assignment holds
    table.note(whole != whole[winner[places]], "number", "conflicting_rows")
    return winner


def _gathered(table: Table, rows: _Rows, places: Ints, first: Ints) -> Ints:
    """Give every order's first row the first cell that is filled on any of its rows, or their sum."""
    backwards = np.arange(len(places))[::-1]
    conflict = np.zeros(len(places), np.bool_)
    adds_up = ("paid", "total", "refunded") if table.found.profile.rows.money_per_line else ()
    for name in ("status", "closing", "ordered_at", "paid_at", "paid", "total", "refunded", "items"):
        column = rows.numbers[name]
        if name in adds_up:
            column[first] = _sums(column, places, len(first))
            continue
        empty = Closing.NOT_SAID if name == "closing" else MISSING
        conflict |= _fill(column, places, first, backwards, empty)
    people = rows.people
    for name in ("buyer_id", "open_id", "nick", "email", "name", "phone", "province", "city"):
        conflict |= _fill(getattr(people, name).codes, places, first, backwards, 0)
    best = np.full(len(first), ABSENT, np.int64)
    np.minimum.at(best, places, people.phone_kind.astype(np.int64))
    people.phone_kind[first] = best
    table.note(conflict, "number", "conflicting_rows")
    return first


def _fill(column: NDArray[np.signedinteger], places: Ints, first: Ints, backwards: Ints, empty: int) -> Bools:
    """Put the first filled cell of each order on its first row; which rows say something else."""
    filled = backwards[column[backwards] != empty]
    column_of_order = np.full(len(first), empty, column.dtype)
    column_of_order[places[filled]] = column[filled]
    differs: Bools = (column != empty) & (column != column_of_order[places])
    column[first] = column_of_order
    return differs


def _sums(column: Ints, places: Ints, orders: int) -> Ints:
    sums, seen = np.zeros(orders, np.int64), np.zeros(orders, np.bool_)
    filled = column != MISSING
    np.add.at(sums, places[filled], column[filled])
    seen[places[filled]] = True
    return np.where(seen, sums, MISSING)


# --- orders ---


def _full(lines: Lines) -> Lines:
    missing = np.full(len(lines), MISSING)
    return replace(lines, number=Coded.empty(len(lines)), discount=missing, status=missing)


def _finished(table: Table, rows: _Rows, order_numbers: list[str], places: Ints, chosen: Ints) -> Orders:
    lines = _full(_lines(table, rows, places, chosen))
    status, closing, paid, refunded = _money_and_status(table, rows, chosen)
    total = rows.numbers["total"][chosen]
    net = rules.net_paid(paid, refunded, total, after_refunds=table.found.profile.rows.paid_after_refunds)
    paid_at, ordered_at = rows.numbers["paid_at"][chosen], rows.numbers["ordered_at"][chosen]
    items = rows.numbers["items"][chosen]
    if not table.has("items") and table.has("quantity"):
        items = (
            _items_of_lines(rows, places, len(chosen))
            if table.found.profile.rows.per_line
            else (rows.numbers["quantity"][chosen])
        )
    purchase = rules.is_purchase(status, closing, paid_at, paid, refunded)
    people = rows.people.at(chosen)
    orders = Orders(
        order_numbers, np.empty(0, np.uint64), status, ordered_at, paid_at, paid, refunded, net, items, purchase,
        people, lines, table.text("shop").at(chosen), _known(table),
    )  # fmt: skip
    missing = np.full(len(orders), MISSING)
    known = orders.known | ({"closing"} if table.has("close_reason") else set())
    return replace(
        orders,
        hashes=_content_hashes(orders),
        closing=closing,
        discount=missing,
        shipped_at=missing,
        finished_at=missing,
        known=known,
    )


def _money_and_status(table: Table, rows: _Rows, chosen: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    numbers = {name: column[chosen] for name, column in rows.numbers.items()}
    stated = np.where(numbers["status"] == MISSING, rules.STATUS_NUMBER["unknown"], numbers["status"])
    whole = stated == _REFUNDED_WHOLE
    status = rules.settled_status(np.where(whole, rules.STATUS_NUMBER["closed"], stated), numbers["closing"])
    total = rules.paid_of_total(numbers["total"], status, numbers["paid_at"])
    paid = np.where(numbers["paid"] != MISSING, numbers["paid"], total) if table.has("paid") else total
    refunded = np.where(whole & (numbers["refunded"] == MISSING), paid, numbers["refunded"])
    return status, numbers["closing"], paid, refunded


def _known(table: Table) -> frozenset[str]:
    has = table.has
    pairs = {
        "status": has("status"),
        "ordered_at": has("ordered_at"),
        "paid_at": has("paid_at"),
        "paid": has("paid") or has("total"),
        "refunded": has("refunded") or has("status"),
        "net": (has("paid") or has("total")) and (has("refunded") or has("status")),
        "items": has("items") or has("quantity"),
        "province": has("province") or has("address"),
        "city": has("city") or has("address"),
        "lines": has("title") or has("sku"),
    }
    return frozenset(name for name, known in pairs.items() if known)


def _items_of_lines(rows: _Rows, places: Ints, orders: int) -> Ints:
    return _sums(rows.numbers["quantity"], places, orders)


def _lines(table: Table, rows: _Rows, places: Ints, chosen: Ints) -> Lines:
    if not table.has("title") and not table.has("sku"):
        nothing = np.empty(0, np.int64)
        return Lines(nothing, Coded.empty(0), Coded.empty(0), nothing, nothing)
    if table.found.profile.rows.per_line:
        return _sorted(_lines_of_rows(rows, places))
    if table.found.profile.rows.titles_joined_with:
        return _lines_of_titles(rows, chosen, table.found.profile.rows.titles_joined_with)
    some = rows.title.codes[chosen] > 0
    picked = chosen[some]
    quantity = rows.numbers["quantity" if table.has("quantity") else "items"][picked]
    return Lines(
        np.flatnonzero(some), rows.title.at(picked), rows.sku.at(picked), quantity, rows.numbers["price"][picked]
    )


def _lines_of_rows(rows: _Rows, places: Ints) -> Lines:
    some = np.flatnonzero((rows.title.codes > 0) | (rows.sku.codes > 0))
    return Lines(
        places[some],
        rows.title.at(some),
        rows.sku.at(some),
        rows.numbers["quantity"][some],
        rows.numbers["price"][some],
    )


def _sorted(lines: Lines) -> Lines:
    """By order, then by what the line says, so that the rows' order in the file does not matter."""
    title, sku = _rank(lines.title), _rank(lines.sku)
    order = np.lexsort((lines.price, lines.quantity, sku, title, lines.order))
    return Lines(
        lines.order[order], lines.title.at(order), lines.sku.at(order), lines.quantity[order], lines.price[order]
    )


def _rank(column: Coded) -> Ints:
    by_text = sorted(range(len(column.values)), key=column.values.__getitem__)
    rank = np.empty(len(by_text), np.int64)
    rank[by_text] = np.arange(len(by_text))
    return rank[column.codes]


def _lines_of_titles(rows: _Rows, chosen: Ints, mark: str) -> Lines:
    """Lines of an export that joins the titles of an order in one cell.

    A title may itself hold the mark, so the cell is split only where the parts are as many as the
    order has different products. Pieces per line are known for one product, and where there are as
    many pieces as products.
    """
    codes = rows.title.codes[chosen].astype(np.int64)
    kinds, items = rows.numbers["kinds"][chosen], rows.numbers["items"][chosen]
    pool: dict[str, int] = {"": 0}
    split: dict[tuple[int, int], list[int]] = {}
    per_order = []
    for key in zip(codes.tolist(), kinds.tolist(), strict=True):
        if key not in split:
            split[key] = [pool.setdefault(t, len(pool)) for t in split_title(rows.title.values[key[0]], key[1], mark)]
        per_order.append(split[key])
    counts = np.fromiter(map(len, per_order), np.int64, len(per_order))
    order = np.repeat(np.arange(len(per_order)), counts)
    title = np.fromiter((code for line in per_order for code in line), np.int32, int(counts.sum()))
    each = np.where(kinds == 1, items, np.where((kinds > 1) & (kinds == items), 1, MISSING))
    each = np.where((kinds > 1) & (counts != kinds), MISSING, each)
    price = np.full(len(order), MISSING)
    return Lines(order, Coded(title, tuple(pool)), Coded.empty(len(order)), each[order], price)


def split_title(cell: str, kinds: int, mark: str) -> list[str]:
    """The product titles of one joined cell; the whole cell where it cannot be told."""
    if not cell:
        return []
    parts = [part.strip() for part in cell.split(mark)]
    return parts if len(parts) == kinds and all(parts) else [cell]


# --- hashes ---


def _content_hashes(orders: Orders) -> Hashes:
    result = np.zeros(len(orders), np.uint64)
    numbers = (orders.status, orders.ordered_at, orders.paid_at, orders.paid, orders.refunded, orders.net, orders.items)
    for column in numbers:
        result = _mixed(result, column.astype(np.int64).view(np.uint64))
    result = _mixed(result, orders.purchase.astype(np.uint64))
    people = orders.people
    for text in (people.buyer_id, people.open_id, people.nick, people.email, people.name, people.phone):
        result = _mixed(result, _text_hashes(text))
    result = _mixed(result, people.phone_kind.astype(np.uint64))
    result = _mixed(_mixed(result, _text_hashes(people.province)), _text_hashes(people.city))
    return _mixed(result, _line_hashes(orders.lines, len(orders)))


def _line_hashes(lines: Lines, orders: int) -> Hashes:
    """One hash per order over its lines in any order."""
    each = np.full(len(lines), 1, np.uint64)
    for part in (_text_hashes(lines.title), _text_hashes(lines.sku)):
        each = _mixed(each, part)
    for column in (lines.quantity, lines.price):
        each = _mixed(each, column.astype(np.int64).view(np.uint64))
    total = np.zeros(orders, np.uint64)
    np.add.at(total, lines.order, each)
    return total


def _hash(rows: _Rows, names: Sequence[str], *, place: bool = True) -> Hashes:
    """One hash per row over some of its numbers and its texts."""
    people = rows.people
    result = np.zeros(len(people.phone_kind), np.uint64)
    for name in names:
        result = _mixed(result, rows.numbers[name].astype(np.int64).view(np.uint64))
    texts = [people.buyer_id, people.open_id, people.nick, people.email, people.phone, rows.title, rows.sku]
    if rows.shop is not None:
        texts.append(rows.shop)
    if place:
        texts += [people.name, people.province, people.city]
    for text in texts:
        result = _mixed(result, _text_hashes(text))
    return result


def _text_hashes(column: Coded) -> Hashes:
    """64 bits per row that depend on the text alone, the same in every run."""
    each = np.fromiter(map(_text_hash, column.values), np.uint64, len(column.values))
    return each[column.codes]


def _text_hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) if text else 0


def _mixed(state: Hashes, part: Hashes) -> Hashes:
    """Stir 64 more bits in (multiply and shift, as in splitmix64), so that the order of parts matters."""
    stirred = (state + np.uint64(0x9E3779B97F4A7C15)) ^ part
    stirred = (stirred ^ (stirred >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    stirred = (stirred ^ (stirred >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    result: Hashes = stirred ^ (stirred >> np.uint64(31))
    return result
