"""Orders and lines of an order file: their status, money and products, with a hash of what each order says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from local_db.coded import Coded
from local_db.importing import rules
from local_db.importing.cells import MISSING
from local_db.importing.hashes import mixed, mixed_where_said, number_hashes, text_hashes
from local_db.importing.order_rows import (
    REFUNDED_WHOLE,
    Back,
    Groups,
    Rows,
    adds_up,
    back_of,
    each_line_once,
    fill_numbers_down,
    gather,
    grouped,
    order_numbers,
    pay_lines,
    rows_of,
    sums_of,
    winners,
)
from local_db.importing.parcels import OrderParcel, order_parcels
from local_db.importing.people import People
from local_db.importing.rules import Closing
from local_db.importing.table import Table
from local_db.values import currency_decimals

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]
    Hashes = NDArray[np.uint64]

_NO_NUMBERS: Ints = np.empty(0, np.int64)
_NO_TEXTS = Coded.empty(0)


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Order lines, sorted by order; `order` is the place of their order, MISSING numbers are unknown."""

    order: Ints
    title: Coded
    sku: Coded
    quantity: Ints
    price: Ints
    number: Coded = _NO_TEXTS  # of the sub-order; empty where there is none
    discount: Ints = field(default_factory=lambda: _NO_NUMBERS)
    status: Ints = field(default_factory=lambda: _NO_NUMBERS)  # index into STATUSES
    product_number: Coded = _NO_TEXTS  # the platform's; empty where there is none

    def __len__(self) -> int:
        return len(self.order)

    def at(self, places: Ints) -> Lines:
        """Some of the lines."""
        return Lines(
            self.order[places], self.title.at(places), self.sku.at(places), self.quantity[places], self.price[places],
            self.number.at(places), self.discount[places], self.status[places], self.product_number.at(places),
        )  # fmt: skip


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
    closing: Ints = field(default_factory=lambda: _NO_NUMBERS)  # rules.Closing
    discount: Ints = field(default_factory=lambda: _NO_NUMBERS)  # of seller and platform
    shipped_at: Ints = field(default_factory=lambda: _NO_NUMBERS)
    finished_at: Ints = field(default_factory=lambda: _NO_NUMBERS)
    parcels: tuple[OrderParcel, ...] = ()  # of the newest orders; no part of what the hash stands for

    def __len__(self) -> int:
        return len(self.numbers)

    def moment(self) -> Ints:
        """When it happened: paid, else ordered, else MISSING."""
        return np.where(self.paid_at != MISSING, self.paid_at, self.ordered_at)


def orders_of(table: Table, currency: str) -> Orders:
    """Put the rows of a table together to orders. Rows that cannot be used are noted and left out."""
    drop_other_currencies(table, currency)
    fill_numbers_down(table)
    _drop_nameless(table)
    rows = rows_of(table, currency_decimals(currency))
    rows, numbers = each_line_once(table, rows, order_numbers(table, rows))
    groups = grouped(numbers, rows)
    if table.found.profile.rows.per_line:
        chosen, back = _put_together(table, rows, groups)
    else:
        chosen = groups.first if len(groups) == len(numbers) else winners(table, rows, groups)
        back = Back(rows.back[chosen], np.full(len(chosen), MISSING))
    if len(groups) < len(numbers):
        numbers = [numbers[row] for row in groups.first.tolist()]
    return _finished(table, rows, numbers, groups, chosen, back)


def _put_together(table: Table, rows: Rows, groups: Groups) -> tuple[Ints, Back]:
    """Every order on its first row."""
    together = adds_up(table, rows, groups)
    if together and not table.has("paid"):
        pay_lines(rows, groups)
    if together and "discount" in rows.numbers:
        rows.numbers.setdefault("line_discount", rows.numbers["discount"].copy())
    back = back_of(rows, groups, adds_up=together)
    gather(table, rows, groups, adds_up=together)
    return groups.first, back


def drop_other_currencies(table: Table, currency: str) -> None:
    """Leave out the rows whose amounts are in another currency, and note them."""
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
        usable = np.ones(len(table), np.bool_) if all(table.numbers) else np.array([bool(n) for n in table.numbers])
    else:
        usable = (table.times("paid_at") != MISSING) | (table.times("ordered_at") != MISSING)
        for name in ("paid", "total"):
            usable |= table.text(name).codes > 0
    table.note(~usable, "number", "missing_order_number")
    table.keep(usable)


# --- orders ---


def _finished(table: Table, rows: Rows, order_numbers: list[str], groups: Groups, chosen: Ints, back: Back) -> Orders:
    lines = _lines(table, rows, groups, chosen)
    status, closing, paid, refunded = _money_and_status(table, rows, chosen, back)
    total = rows.number("total")[chosen]
    net = rules.net_paid(paid, refunded, total, after_refunds=table.found.profile.rows.paid_after_refunds)
    paid_at, ordered_at = rows.number("paid_at")[chosen], rows.number("ordered_at")[chosen]
    purchase = rules.is_purchase(status, closing, paid_at, paid, refunded)
    orders = Orders(
        order_numbers, np.empty(0, np.uint64), status, ordered_at, paid_at, paid, refunded, net,
        _items(table, rows, groups, chosen), purchase, rows.people.at(chosen), lines, table.text("shop").at(chosen),
        _known(table), closing, rows.number("discount")[chosen], rows.number("shipped_at")[chosen],
        rows.number("finished_at")[chosen],
        order_parcels(table.text("tracking"), table.text("courier"), groups.places),
    )  # fmt: skip
    return replace(orders, hashes=_content_hashes(orders))


def _items(table: Table, rows: Rows, groups: Groups, chosen: Ints) -> Ints:
    if "items" in rows.numbers or "quantity" not in rows.numbers:
        return rows.number("items")[chosen]
    if table.found.profile.rows.per_line:
        return sums_of(rows.numbers["quantity"], groups.places, len(groups))
    return rows.numbers["quantity"][chosen]


def _money_and_status(table: Table, rows: Rows, chosen: Ints, back: Back) -> tuple[Ints, Ints, Ints, Ints]:
    stated = rows.number("status")[chosen]
    stated = np.where(stated == MISSING, rules.STATUS_NUMBER["unknown"], stated)
    closing, refunded = rows.number("closing")[chosen], rows.number("refunded")[chosen]
    whole = stated == REFUNDED_WHOLE
    status = rules.settled_status(np.where(whole, rules.STATUS_NUMBER["closed"], stated), closing)
    if "paid" in rows.numbers:
        paid = rows.numbers["paid"][chosen]
        total = rules.paid_of_total(rows.number("total")[chosen], status, rows.number("paid_at")[chosen])
        paid = np.where(paid != MISSING, paid, total)
    else:
        paid = rules.paid_of_total(rows.number("total")[chosen], status, rows.number("paid_at")[chosen])
    refunded = np.where(whole & (refunded == MISSING), paid, refunded)
    if table.has("after_sale") or table.found.profile.rows.status_per_line:
        refunded = rules.refunded_by_words(refunded, paid, back.whole, back.money)
        by_words = rules.closed_by_words(status, back.whole, paid, refunded)
        status = np.where(by_words, rules.STATUS_NUMBER["closed"], status)
        closing = np.where(by_words, Closing.REFUND, closing)
    return status, closing, paid, refunded


def _known(table: Table) -> frozenset[str]:
    has, rule = table.has, table.found.profile.rows
    money = has("paid") or has("total")
    words = has("status") or has("after_sale")
    lines = has("title") or has("sku")
    pairs = {
        "status": has("status"),
        "closing": has("close_reason") or has("after_sale"),
        "ordered_at": has("ordered_at"),
        "paid_at": has("paid_at"),
        "shipped_at": has("shipped_at"),
        "finished_at": has("finished_at"),
        "paid": money,
        "refunded": has("refunded") or (words and money),
        "net": money and (has("refunded") or words),
        "discount": any(map(has, ("discount", "discount_seller", "discount_platform", "discount_shared")))
        or (rule.per_line and has("line_discount")),
        "items": has("items") or has("quantity") or rule.row_per_piece,
        "province": has("province") or has("address"),
        "city": has("city") or has("address"),
        "lines": lines,
        "lines_joined": lines and bool(rule.titles_joined_with) and not rule.per_line,
        "lines_numbered": lines and rule.per_line and has("line_number"),
    }
    return frozenset(name for name, known in pairs.items() if known)


# --- lines ---


def _lines(table: Table, rows: Rows, groups: Groups, chosen: Ints) -> Lines:
    rule = table.found.profile.rows
    if not table.has("title") and not table.has("sku"):
        nothing = np.empty(0, np.int64)
        return _lines_at(rows, nothing, nothing, nothing)
    if rule.per_line:
        some = np.flatnonzero((rows.title.codes > 0) | (rows.sku.codes > 0))
        return _sorted(_lines_at(rows, some, groups.places[some], rows.number("quantity")[some], per_line=True))
    if rule.titles_joined_with:
        return _lines_of_titles(rows, chosen, rule.titles_joined_with)
    some = np.flatnonzero((rows.title.codes[chosen] > 0) | (rows.sku.codes[chosen] > 0))
    quantity = rows.number("quantity" if "quantity" in rows.numbers else "items")
    return _lines_at(rows, chosen[some], some, quantity[chosen[some]])


def _lines_at(rows: Rows, where: Ints, order: Ints, quantity: Ints, *, per_line: bool = False) -> Lines:
    return Lines(
        order,
        rows.title.at(where),
        rows.sku.at(where),
        quantity,
        rows.number("price")[where],
        rows.line_number.at(where),
        rows.number("line_discount")[where],
        rows.line_status[where] if per_line else np.full(len(where), MISSING),
        rows.product_number.at(where),
    )


def _sorted(lines: Lines) -> Lines:
    """By order, then by what the line says, so that the rows' order in the file does not matter."""
    texts = [_rank(column) for column in (lines.number, lines.product_number, lines.sku, lines.title)]
    return lines.at(
        np.lexsort((lines.status, lines.discount, *texts[:2], lines.price, lines.quantity, *texts[2:], lines.order))
    )


def _rank(column: Coded) -> Ints:
    by_text = sorted(range(len(column.values)), key=column.values.__getitem__)
    rank = np.empty(len(by_text), np.int64)
    rank[by_text] = np.arange(len(by_text))
    return rank[column.codes]


def _lines_of_titles(rows: Rows, chosen: Ints, mark: str) -> Lines:
    """Lines of an export that joins the titles of an order in one cell.

    A title may itself hold the mark, so the cell is split only where the parts are as many as the
    order has different products. Pieces per line are known for one product, and where there are as
    many pieces as products.
    """
    codes = rows.title.codes[chosen].astype(np.int64)
    kinds, items = rows.number("kinds")[chosen], rows.number("items")[chosen]
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
    missing, none = np.full(len(order), MISSING), Coded.empty(len(order))
    return Lines(order, Coded(title, tuple(pool)), none, each[order], missing, none, missing, missing, none)


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
        result = mixed(result, number_hashes(column))
    result = mixed(result, orders.purchase.astype(np.uint64))
    people = orders.people
    for text in (people.buyer_id, people.open_id, people.nick, people.email, people.name, people.phone):
        result = mixed(result, text_hashes(text))
    result = mixed(result, people.phone_kind.astype(np.uint64))
    result = mixed(mixed(result, text_hashes(people.province)), text_hashes(people.city))
    result = mixed_where_said(result, "closing", orders.closing, Closing.NOT_SAID)
    for name in ("discount", "shipped_at", "finished_at"):
        result = mixed_where_said(result, name, getattr(orders, name))
    return mixed(result, _line_hashes(orders.lines, len(orders)))


def _line_hashes(lines: Lines, orders: int) -> Hashes:
    """One hash per order over its lines in any order."""
    each = np.full(len(lines), 1, np.uint64)
    for part in (text_hashes(lines.title), text_hashes(lines.sku)):
        each = mixed(each, part)
    for column in (lines.quantity, lines.price):
        each = mixed(each, number_hashes(column))
    for name in ("number", "discount", "status", "product_number"):
        each = mixed_where_said(each, name, getattr(lines, name))
    total = np.zeros(orders, np.uint64)
    np.add.at(total, lines.order, each)
    return total
