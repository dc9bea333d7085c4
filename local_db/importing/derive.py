"""Orders of which several files speak: keeps what each of them says, and the row that follows from all of it."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.importing import derive_store as store
from local_db.importing import rules
from local_db.importing.cells import MISSING
from local_db.importing.model import NUMBERED_PER_SHOP, STATUSES
from local_db.importing.rules import CLOSINGS
from local_db.importing.statements import FIELDS, Line, Order, Value, content_of, merged
from local_db.importing.store import hash_text
from local_db.roster.distinct import distinct

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.coded import Coded
    from local_db.importing.orders import Lines, Orders
    from local_db.importing.store import StoredOrders
    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]
    Hashes = NDArray[np.uint64]


# --- what a file says once more ---


class Repeats(NamedTuple):
    """Which orders of a file are stored already with just what it says, and what is new about that.

    A statement is as new as the newest file that makes it, whichever came first.
    """

    where: Bools
    newer: Bools  # those of them that the file says later than any before
    moved: Ints  # ids of orders of which it passes what another file says otherwise


def repeated(connection: Connection, stored: StoredOrders, hashes: Hashes, stated_at: int) -> Repeats:
    """What a file made at `stated_at` repeats."""
    where: Bools = (stored.ids != 0) & ~stored.derived & (stored.hashes == hashes)
    newer = where & (store.dates_of_imports(connection)[stored.imports] < stated_at)
    several, moved = np.flatnonzero(stored.derived), []
    ids = stored.ids[several].tolist()
    said = store.statement_dates(connection, ids)
    for place, order, number in zip(several.tolist(), ids, hashes[several].tolist(), strict=True):
        own, dates = hash_text(number), said.get(order, {})
        before = dates.get(own)
        where[place] = before is not None
        newer[place] = before is not None and before < stated_at
        if newer[place] and any(dates[own] <= date <= stated_at for digest, date in dates.items() if digest != own):
            moved.append(order)
    return Repeats(where, newer, np.array(moved, np.int64))


def note_dates(connection: Connection, ids: Ints, hashes: Hashes, dates: Ints) -> None:
    """Keep when these statements, each made by an older file, were made anew."""
    store.insert_dates(connection, zip(ids.tolist(), map(hash_text, hashes.tolist()), dates.tolist(), strict=True))


def pack_repeats(ids: Ints, hashes: Hashes) -> bytes | None:
    """The orders a file repeats with the hash of what it says, small; None where there are none."""
    if not len(ids):
        return None
    order = np.argsort(ids)
    both = np.stack([np.diff(ids[order], prepend=0), hashes[order].view(np.int64)])
    return zlib.compress(both.tobytes(), 1)


def unpack_repeats(packed: bytes | None) -> tuple[Ints, Hashes]:
    """Back: order ids, ascending, and hashes."""
    if not packed:
        return np.empty(0, np.int64), np.empty(0, np.uint64)
    both = np.frombuffer(zlib.decompress(packed), np.int64).reshape(2, -1)
    return np.cumsum(both[0]), both[1].view(np.uint64)


# --- adding statements ---


@dataclass(frozen=True, slots=True, eq=False)
class Additions:
    """What one import says about orders that are stored already: `places` of them among `orders`."""

    import_id: int
    orders: Orders
    places: Ints
    ids: Ints  # of every order of the file
    records: Ints
    shop_names: Coded


def add_statements(connection: Connection, new: Additions) -> None:
    """Keep what an import says beside what was known; a row that was one file's word becomes a statement first."""
    if not len(new.places):
        return
    ids = new.ids[new.places].tolist()
    keep_rows(connection, ids)
    lines = _lines_by_order(new.orders.lines, new.places)
    columns = _columns(new.orders, new.places, new.shop_names)
    rows = []
    for at, (place, order_id) in enumerate(zip(new.places.tolist(), ids, strict=True)):
        values = {name: columns[name][at] for name in FIELDS if name in new.orders.known or name in {"shop", "net"}}
        record = int(new.records[place]) or None
        digest = hash_text(int(new.orders.hashes[place]))
        rows.append((order_id, new.import_id, digest, content_of(values, lines.get(place, ())), record))
    store.insert_statements(connection, rows)


def keep_rows(connection: Connection, order_ids: Sequence[int]) -> None:
    """Turn rows that are one file's word into statements, as they stand."""
    store.insert_statements(
        connection,
        (
            (row.order_id, row.import_id, row.content_hash, content_of(row.values, row.lines), row.record_id)
            for row in store.plain_rows(connection, order_ids)
        ),
    )
    store.mark_derived(connection, order_ids)


def _lines_by_order(lines: Lines, places: Ints) -> dict[int, list[Line]]:
    wanted = np.flatnonzero(np.isin(lines.order, places))
    found: dict[int, list[Line]] = defaultdict(list)
    columns = (
        lines.number.at(wanted).texts(), lines.title.at(wanted).texts(), lines.sku.at(wanted).texts(),
        _numbers(lines.quantity[wanted]), _numbers(lines.price[wanted]), _numbers(lines.discount[wanted]),
        ["" if s == MISSING else STATUSES[s] for s in lines.status[wanted].tolist()],
    )  # fmt: skip
    for order, *line in zip(lines.order[wanted].tolist(), *columns, strict=True):
        found[order].append(Line(*line))
    return found


def _numbers(column: Ints) -> list[int | None]:
    return [None if value == MISSING else value for value in column.tolist()]


_NUMBERS = ("ordered_at", "paid_at", "shipped_at", "finished_at", "paid", "refunded", "net", "discount", "items")


def _columns(orders: Orders, places: Ints, shop_names: Coded) -> dict[str, Sequence[Value]]:
    people = orders.people.at(places)
    numbers = {name: _numbers(getattr(orders, name)[places]) for name in _NUMBERS}
    # A stored row knows no difference between nothing and no amount, and neither does a statement.
    money = {name: [amount or 0 for amount in numbers[name]] for name in ("paid", "refunded")}
    return {
        **numbers,
        **money,
        "status": [STATUSES[number] for number in orders.status[places].tolist()],
        "closing": [CLOSINGS[number] for number in orders.closing[places].tolist()],
        "province": people.province.texts(),
        "city": people.city.texts(),
        "shop": shop_names.at(places).texts(),
    }


# --- deriving ---


class Derived(NamedTuple):
    """Orders whose row says something else than before, and the members that had or have any of the derived ones."""

    orders: Ints
    members: Ints


def with_refunds(connection: Connection, platform: str, ids: Ints) -> Ints:
    """Of new orders those of which a refund report has spoken already; they become statements."""
    found = store.orders_with_refunds(connection, platform, per_shop=platform in NUMBERED_PER_SHOP)
    return _kept(connection, found & set(ids.tolist()))


def orders_of_refunds(connection: Connection, platform: str, import_id: int) -> Ints:
    """The orders of which this refund report speaks; they become statements."""
    per_shop = platform in NUMBERED_PER_SHOP
    return _kept(connection, store.orders_with_refunds(connection, platform, per_shop=per_shop, import_id=import_id))


def _kept(connection: Connection, orders: set[int]) -> Ints:
    ids = sorted(orders)
    if ids:
        keep_rows(connection, ids)
    return np.array(ids, np.int64)


def derive_orders(connection: Connection, order_ids: Ints) -> Derived:
    """Write the row that follows from everything that is said about each of these orders."""
    changed: list[int] = []
    members: set[int] = set()
    order_ids = distinct(order_ids)
    for start in range(0, len(order_ids), store.BATCH):
        part = order_ids[start : start + store.BATCH].tolist()
        before = {row.order_id: row for row in store.rows(connection, part)}
        members.update(row.member_id for row in before.values() if row.member_id)
        said = store.statements(connection, part)
        # Also of whom only a file speaks that does not hold: when the order was made is news about her, too.
        named = [s.record_id for of_order in said.values() for s in of_order if s.record_id is not None]
        members.update(member for _, member in store.whose_records(connection, named).values() if member)
        refunds = store.refunded(connection, part, NUMBERED_PER_SHOP)
        after = {order: merged(said[order], refunds.get(order, 0)) for order in part if order in said}
        store.write_orders(connection, _rows(connection, after), before)
        store.delete_orders(connection, [order for order in part if order not in said])
        again = {row.order_id: row for row in store.rows(connection, part)}
        members.update(row.member_id for row in again.values() if row.member_id)
        changed += [order for order in part if _told(before.get(order)) != _told(again.get(order))]
    return Derived(np.array(sorted(changed), np.int64), np.array(sorted(members), np.int64))


def _told(row: store.StoredRow | None) -> object:
    """What of a row a person can see."""
    return row and (row.values, row.lines, row.member_id, row.is_purchase)


def _rows(connection: Connection, after: dict[int, Order]) -> Iterable[store.NewRow]:
    """The rows to be written, with what only all of them together can tell."""
    ids = list(after)
    purchase = _purchases([after[order].values for order in ids])
    whose = store.whose_records(connection, [o.record_id for o in after.values() if o.record_id is not None])
    for order_id, bought in zip(ids, purchase, strict=True):
        order = after[order_id]
        identity, member = whose.get(order.record_id or 0, (None, None))
        yield store.NewRow(order_id, order.values, order.lines, order.record_id, identity, member, bought)


def _purchases(orders: Sequence[dict[str, Value]]) -> list[bool]:
    def column(name: str) -> Ints:
        return np.array([MISSING if o[name] is None else o[name] for o in orders], np.int64)

    status = np.array([STATUSES.index(str(o["status"])) for o in orders], np.int64)
    closing = np.array([CLOSINGS.index(str(o["closing"] or "")) for o in orders], np.int64)
    bought: list[bool] = rules.is_purchase(
        status, closing, column("paid_at"), column("paid"), column("refunded")
    ).tolist()
    return bought
