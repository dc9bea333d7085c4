"""SQL of importing: looks up and writes in bulk inside the caller's transaction, and decides nothing."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from local_db.importing import bound
from local_db.importing.bound import Bound
from local_db.importing.cells import MISSING
from local_db.importing.model import NUMBERED_PER_SHOP, STATUSES
from local_db.importing.rules import CLOSINGS
from local_db.members.identity_graph import KINDS
from local_db.roster.consent import Standing
from local_db.roster.distinct import distinct
from local_db.roster.roster import Consent
from local_db.rows import next_id, write_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.coded import Coded
    from local_db.importing.memberships import Entry
    from local_db.importing.orders import Lines, Orders
    from local_db.importing.parcels import OrderParcel
    from local_db.importing.refunds import Refunds
    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]

BATCH = 4096
Watch = Callable[[int], None]


def earlier_import(connection: Connection, file_hash: str) -> int | None:
    """UTC seconds of the last import of the very same file that still holds."""
    row = connection.execute(
        "select max(imported_at) from imports where file_hash = ? and undone_at is null", [file_hash]
    ).fetchone()
    moment: int | None = row[0]
    return moment


def same_reading(connection: Connection, file_hash: str, reading: str) -> tuple[int, str] | None:
    """The first import that read the very same file in the same way and still holds: its id and report."""
    row = connection.execute(
        "select id, report from imports where file_hash = ? and reading = ? and undone_at is null and same_as is null"
        " order by id limit 1",
        [file_hash, reading],
    ).fetchone()
    return (int(row[0]), str(row[1])) if row else None


def shop_of_import(connection: Connection, import_id: int) -> int:
    """The shop an import was made for."""
    return int(connection.execute("select shop_id from imports where id = ?", [import_id]).fetchone()[0])


@dataclass(frozen=True, slots=True)
class ImportRow:
    """What is known of an import before its report."""

    file_name: str
    file_hash: str
    reading: str  # how it is read: stands for the profile, the zone, the currency
    profile: str
    shop: int
    now: int
    stated_at: int = 0
    known: frozenset[str] = frozenset()
    same_as: int | None = None


def begin_import(connection: Connection, row: ImportRow) -> int:
    """A row for this import, whose report follows when it is done."""
    cursor = connection.execute(
        "insert into imports(file_name, file_hash, reading, profile, shop_id, imported_at, stated_at, known, same_as,"
        " report) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}')",
        [row.file_name, row.file_hash, row.reading, row.profile, row.shop, row.now, row.stated_at,
         json.dumps(sorted(row.known)), row.same_as],
    )  # fmt: skip
    return int(cursor.lastrowid or 0)


def end_import(connection: Connection, import_id: int, report: str) -> None:
    """Store the report (JSON without personal data)."""
    connection.execute("update imports set report = ? where id = ?", [report, import_id])


def note_repeats(connection: Connection, import_id: int, repeats: bytes | None) -> None:
    """Store which stored orders the file says once more."""
    connection.execute("update imports set repeats = ? where id = ?", [repeats, import_id])


def shop_id(connection: Connection, *, platform: str, name: str, currency: str, zone: str) -> int:
    """The shop of this name on this platform; created when new."""
    connection.execute(
        "insert into shops(platform, name, currency, zone) values (?, ?, ?, ?) on conflict(platform, name) do nothing",
        [platform, name, currency, zone],
    )
    row = connection.execute("select id from shops where platform = ? and name = ?", [platform, name]).fetchone()
    return int(row[0])


def settle_empty_shops(connection: Connection, shops: Iterable[int], currency: str, zone: str) -> None:
    """Say which money and clock those of these shops have that have no orders: a list of people knows neither."""
    connection.executemany(
        "update shops set currency = ?, zone = ? where id = ?"
        " and not exists (select 1 from orders o where o.shop_id = shops.id)",
        ((currency, zone, shop) for shop in shops if shop),
    )


# --- orders ---


@dataclass(frozen=True, slots=True, eq=False)
class StoredOrders:
    """One entry per order of a file: what the shop file already has of it."""

    ids: Ints  # 0: not stored
    hashes: NDArray[np.uint64]  # of their content
    members: Ints  # 0: nobody
    shops: Ints  # of orders that are not stored the ones they are to get
    derived: NDArray[np.bool_]  # whether the stored row follows from several statements
    imports: Ints  # whose word the stored row is


def stored_orders(
    connection: Connection, platform: str, shops: Ints, numbers: Sequence[str], watch: Watch
) -> StoredOrders:
    """Look up orders by number: in their own shop, and where the platform numbers orders in any shop of it."""
    found = StoredOrders(
        np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.uint64), np.zeros(len(numbers), np.int64),
        shops.copy(), np.zeros(len(numbers), np.bool_), np.zeros(len(numbers), np.int64),
    )  # fmt: skip
    searched = distinct(shops).tolist() if platform in NUMBERED_PER_SHOP else _shops_of(connection, platform)
    searched = [shop for shop in searched if _has_orders(connection, shop)]
    for start in range(0, len(numbers) if searched else 0, BATCH):
        rows = connection.execute(
            "select j.key, o.id, o.content_hash, o.shop_id, o.derived, coalesce(o.member_id, 0), o.import_id"
            " from json_each(?) j cross join json_each(?) s"
            " cross join orders o on o.shop_id = s.value and o.number = j.value",
            [json.dumps(numbers[start : start + BATCH]), json.dumps(searched)],
        ).fetchall()
        if rows:
            _note_stored(found, shops, [(row[0] + start, *row[1:]) for row in rows], platform)
        watch(min(len(numbers), start + BATCH))
    return found


def _shops_of(connection: Connection, platform: str) -> list[int]:
    return [int(row[0]) for row in connection.execute("select id from shops where platform = ?", [platform])]


def _has_orders(connection: Connection, shop: int) -> bool:
    return connection.execute("select 1 from orders where shop_id = ? limit 1", [shop]).fetchone() is not None


def _note_stored(found: StoredOrders, shops: Ints, rows: list[tuple[Any, ...]], platform: str) -> None:
    """Of several orders with one number the one in the order's own shop holds, then the oldest one."""
    place = np.array([row[0] for row in rows], np.int64)
    ids = np.array([row[1] for row in rows], np.int64)
    stored_in = np.array([row[3] for row in rows], np.int64)
    own = stored_in == shops[place]
    order = np.lexsort((-ids, own))  # of equal places the last assignment holds
    if platform in NUMBERED_PER_SHOP:
        order = order[own[order]]
    place = place[order]
    found.ids[place] = ids[order]
    found.hashes[place] = np.array([int(row[2], 16) for row in rows], np.uint64)[order]
    found.shops[place] = stored_in[order]
    found.derived[place] = np.array([row[4] for row in rows], np.bool_)[order]
    found.members[place] = np.array([row[5] for row in rows], np.int64)[order]
    found.imports[place] = np.array([row[6] for row in rows], np.int64)[order]


@dataclass(frozen=True, slots=True, eq=False)
class Whose:
    """Whose each order of a file is: identity, record and member; 0 for nobody."""

    identity: Ints
    record: Ints
    member: Ints


def insert_orders(
    connection: Connection, shops: Ints, import_id: int, orders: Orders, places: Ints, whose: Whose, watch: Watch
) -> int:
    """Write new orders, given in `places`, to the shop of each; returns the id of the first, the others follow it."""
    first = next_id(connection, "orders")
    for start in range(0, len(places), BATCH):
        part = places[start : start + BATCH]
        columns = {
            "id": bound.each(range(first + start, first + start + len(part))),
            "number": bound.each([orders.numbers[place] for place in part.tolist()]),
            "member_id": bound.numbers(whose.member[part], 0),
            "identity_id": bound.numbers(whose.identity[part], 0),
            "record_id": bound.numbers(whose.record[part], 0),
            **_order_columns(orders, part),
            "shop_id": bound.each(shops[part].tolist()),
            "import_id": bound.each([import_id] * len(part)),
        }
        bound.insert(connection, "orders", columns)
        watch(start + len(part))
    return first


def forget_index_of_members(connection: Connection, coming: int) -> bool:
    """Leave out the index of orders by member while more orders come than there are; True where it was left out.

    Made once at the end it costs a tenth of what it costs order by order.
    """
    few = connection.execute("select 1 from orders limit 1 offset ?", [coming]).fetchone() is None
    if few:
        connection.execute("drop index orders_member")
    return few


def make_index_of_members(connection: Connection) -> None:
    """Bring the index back, as the first tables have it."""
    connection.execute("create index orders_member on orders(member_id)")


def _order_columns(orders: Orders, part: Ints) -> dict[str, Bound]:
    return {
        "status": bound.words(STATUSES, orders.status[part]),
        "closing": bound.words(CLOSINGS, orders.closing[part]),
        "ordered_at": bound.numbers(orders.ordered_at[part]),
        "paid_at": bound.numbers(orders.paid_at[part]),
        "shipped_at": bound.numbers(orders.shipped_at[part]),
        "finished_at": bound.numbers(orders.finished_at[part]),
        "paid": bound.sums(orders.paid[part]),
        "refunded": bound.sums(orders.refunded[part]),
        "net": bound.each(orders.net[part].tolist()),
        "discount": bound.numbers(orders.discount[part]),
        "items": bound.numbers(orders.items[part]),
        "province": bound.texts(orders.people.province.at(part)),
        "city": bound.texts(orders.people.city.at(part)),
        "is_purchase": bound.each(orders.purchase[part].astype(np.int64).tolist()),
        "content_hash": bound.each(_hash_texts(orders.hashes[part])),
    }


def _hash_texts(hashes: NDArray[np.uint64]) -> list[str]:
    """Content hashes as they are stored."""
    digits = hashes.astype(">u8").tobytes().hex()
    return [digits[place : place + 16] for place in range(0, len(digits), 16)]


def hash_text(number: int) -> str:
    """A content hash as it is stored."""
    return f"{number:016x}"


def _or_none(column: Ints) -> list[object]:
    return [None if value == MISSING else value for value in column.tolist()]


def _or_zero(column: Ints) -> list[object]:
    numbers: list[object] = np.where(column == MISSING, 0, column).tolist()
    return numbers


def insert_lines(connection: Connection, lines: Lines, order_ids: Ints, products: Ints, watch: Watch) -> None:
    """Write lines, sorted by order. `order_ids` and `products` (0: none) have one entry per line."""
    position = _positions(lines.order)
    for start in range(0, len(lines), BATCH):
        part = np.arange(start, min(len(lines), start + BATCH))
        columns = {
            "order_id": bound.each(order_ids[part].tolist()),
            "position": bound.each(position[part].tolist()),
            "product_id": bound.numbers(products[part], 0),
            "sku": bound.texts(lines.sku.at(part)),
            "quantity": bound.numbers(lines.quantity[part]),
            "price": bound.numbers(lines.price[part]),
            "number": bound.texts(lines.number.at(part)),
            "discount": bound.numbers(lines.discount[part]),
            "status": bound.words(STATUSES, lines.status[part]),
        }
        bound.insert(connection, "order_lines", columns)
        watch(start + len(part))


def _positions(order: Ints) -> Ints:
    if not len(order):
        return order
    starts = np.flatnonzero(np.r_[True, order[1:] != order[:-1]])
    return np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))


def insert_parcels(connection: Connection, import_id: int, order_ids: Ints, parcels: Iterable[OrderParcel]) -> None:
    """Write what an import says of parcels; `order_ids` has the id of each order of the file."""
    rows = [(int(order_ids[order]), import_id, *parcel) for order, parcel in parcels]
    if not rows:
        return
    connection.executemany(
        "insert into parcels(order_id, import_id, number, courier) values (?, ?, ?, ?)"
        " on conflict do update set courier = max(courier, excluded.courier)",
        rows,
    )


def product_ids(connection: Connection, shops: Ints, titles: Coded) -> Ints:
    """The product of each title in its shop (0 for the empty one); new titles are written."""
    found = np.zeros(len(shops), np.int64)
    for shop in distinct(shops).tolist():
        there = shops == shop
        found[there] = _products_of_shop(connection, shop, titles.at(there))
    return found


def _products_of_shop(connection: Connection, shop: int, titles: Coded) -> Ints:
    known = dict(connection.execute("select title, id from products where shop_id = ?", [shop]))
    used = [titles.values[code] for code in distinct(titles.codes).tolist() if code]
    new = [title for title in used if title not in known]
    first = next_id(connection, "products")
    connection.executemany(
        "insert into products(id, shop_id, title) values (?, ?, ?)",
        ((first + place, shop, title) for place, title in enumerate(new)),
    )
    known |= {title: first + place for place, title in enumerate(new)}
    each = np.array([known.get(title, 0) for title in titles.values], np.int64)
    return each[titles.codes]


def insert_refunds(connection: Connection, import_id: int, refunds: Refunds, shops: Ints) -> None:
    """Write what a report says of refunds; `shops` has the shop of each."""
    connection.executemany(
        "insert into refunds(shop_id, order_number, number, import_id, state, amount, asked_at, finished_at, reason,"
        " title, content_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        zip(
            shops.tolist(), refunds.order_number, refunds.number, [import_id] * len(refunds), refunds.state,
            _or_zero(refunds.amount), _or_none(refunds.asked_at), _or_none(refunds.finished_at),
            refunds.reason.texts(), refunds.title.texts(), [hash_text(h) for h in refunds.hashes.tolist()], strict=True,
        ),
    )  # fmt: skip


# --- people ---


def known_identities(connection: Connection, kind: str, scope: str, values: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The ids of the keys among these that are known already."""
    if not connection.execute(
        "select 1 from identities where kind = ? and scope = ? limit 1", [kind, scope]
    ).fetchone():
        return
    for start in range(0, len(values), BATCH):
        yield from connection.execute(
            "select i.value, i.id from json_each(?) j"
            " cross join identities i on i.kind = ? and i.scope = ? and i.value = j.value",
            [json.dumps(values[start : start + BATCH]), kind, scope],
        )


def insert_identities(
    connection: Connection, import_id: int, identities: Iterable[tuple[int, int, str, str, str]], watch: Watch
) -> None:
    """Write keys: id, member id (0: not known yet), kind, scope, value."""
    _in_batches(
        connection,
        "insert into identities(id, member_id, kind, scope, value, import_id)",
        f"(?, {bound.UNLESS_0}, ?, ?, ?, ?)",
        ((*identity, import_id) for identity in identities),
        watch,
    )


def known_records(connection: Connection, hashes: Ints) -> Iterator[tuple[int, int]]:
    """Those of these records that are stored already: hash, id."""
    if not connection.execute("select 1 from records limit 1").fetchone():
        return
    for start in range(0, len(hashes), BATCH):
        yield from connection.execute(
            "select r.hash, r.id from json_each(?) j cross join records r on r.hash = j.value",
            [json.dumps(hashes[start : start + BATCH].tolist())],
        )


def insert_records(connection: Connection, rows: Iterable[tuple[object, ...]], watch: Watch) -> None:
    """Write records: id, hash, platform, identity ids (strongest, then one per kind), and what else they say.

    Of the kinds of keys that a record has none of the id is 0.
    """
    _in_batches(
        connection,
        "insert into records(id, hash, platform, identity_id, buyer_id, open_id, nick, email, phone, phone_kind,"
        " landline, name, province, city, address_key)",
        f"(?, ?, ?, ?, {', '.join([bound.UNLESS_0] * len(KINDS))}, ?, ?, ?, ?, ?, ?)",
        rows,
        watch,
    )


def insert_list_entries(connection: Connection, import_id: int, entries: Iterable[tuple[int, Entry]]) -> None:
    """Say which records a list of members holds, and what it says of each membership."""
    connection.executemany(
        "insert into list_entries(import_id, record_id, joined_at, birthday, tier, points) values (?, ?, ?, ?, ?, ?)",
        ((import_id, record, *entry) for record, entry in entries),
    )


def _in_batches(connection: Connection, head: str, row: str, rows: Iterable[tuple[object, ...]], watch: Watch) -> None:
    waiting, done = iter(rows), 0
    while batch := list(itertools.islice(waiting, BATCH)):
        write_rows(connection, head, row, batch)
        done += len(batch)
        watch(done)


# --- consents ---


def standing_consents(connection: Connection, members: Sequence[int]) -> dict[tuple[int, str], Standing]:
    """Per member and channel; those without an entry are not in it."""
    found: dict[tuple[int, str], Standing] = {}
    for start in range(0, len(members), BATCH):
        for member, channel, word, source, noted_at in connection.execute(
            "select c.member_id, c.channel, c.state, c.source, c.noted_at from json_each(?) j"
            " cross join consents c on c.member_id = j.value order by c.noted_at, c.state, c.id",
            [json.dumps(members[start : start + BATCH])],
        ).fetchall():
            known = found.get((member, channel), Standing())
            found[member, channel] = known.after(Consent[word.upper()], source, noted_at)
    return found


def insert_consents(
    connection: Connection, import_id: int, source: str, consents: Iterable[tuple[int, int, str, str, int, str]]
) -> None:
    """Write consents: member id, identity id, channel, state, UTC seconds, the phone it was said about."""
    connection.executemany(
        "insert into consents(member_id, identity_id, channel, state, noted_at, phone, source, import_id)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        ((*consent, source, import_id) for consent in consents),
    )
