"""SQL of importing: looks up and writes in bulk inside the caller's transaction, and decides nothing."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from local_db.importing.cells import MISSING
from local_db.importing.facts import Facts
from local_db.importing.model import NUMBERED_PER_SHOP, STATUSES
from local_db.roster.consent import Standing
from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.importing.orders import Lines, Orders
    from local_db.importing.table import Coded
    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]

BATCH = 4096
Watch = Callable[[int], None]


def earlier_import(connection: Connection, file_hash: str) -> int | None:
    """UTC seconds of the last import of the very same file."""
    row = connection.execute("select max(imported_at) from imports where file_hash = ?", [file_hash]).fetchone()
    moment: int | None = row[0]
    return moment


def first_import(connection: Connection, file_hash: str) -> int:
    """The id of the first import of the very same file; 0 where there is none."""
    row = connection.execute("select coalesce(min(id), 0) from imports where file_hash = ?", [file_hash]).fetchone()
    return int(row[0])


def begin_import(connection: Connection, *, file_name: str, file_hash: str, profile: str, shop: int, now: int) -> int:
    """A row for this import, whose report follows when it is done."""
    cursor = connection.execute(
        "insert into imports(file_name, file_hash, profile, shop_id, imported_at, report) values (?, ?, ?, ?, ?, '{}')",
        [file_name, file_hash, profile, shop, now],
    )
    return int(cursor.lastrowid or 0)


def end_import(connection: Connection, import_id: int, report: str) -> None:
    """Store the report (JSON without personal data)."""
    connection.execute("update imports set report = ? where id = ?", [report, import_id])


def shop_id(connection: Connection, *, platform: str, name: str, currency: str, zone: str) -> int:
    """The shop of this name on this platform; created when new."""
    connection.execute(
        "insert into shops(platform, name, currency, zone) values (?, ?, ?, ?) on conflict(platform, name) do nothing",
        [platform, name, currency, zone],
    )
    row = connection.execute("select id from shops where platform = ? and name = ?", [platform, name]).fetchone()
    return int(row[0])


def only_shop(connection: Connection, platform: str) -> str:
    """The name of the platform's shop where exactly one has orders; else empty."""
    names = connection.execute(
        "select name from shops s where platform = ?"
        " and exists (select 1 from orders o where o.shop_id = s.id) limit 2",
        [platform],
    ).fetchall()
    return str(names[0][0]) if len(names) == 1 else ""


# --- orders ---


@dataclass(frozen=True, slots=True, eq=False)
class StoredOrders:
    """One entry per order of a file: what the shop file already has of it."""

    ids: Ints  # 0: not stored
    hashes: NDArray[np.uint64]  # of their content
    members: Ints  # 0: nobody
    shops: Ints  # of orders that are not stored the ones they are to get
    imports: Ints  # the import that last wrote them


def stored_orders(
    connection: Connection, platform: str, shops: Ints, numbers: Sequence[str], watch: Watch
) -> StoredOrders:
    """Look up orders by number: in their own shop, and where the platform numbers orders in any shop of it."""
    found = StoredOrders(
        np.zeros(len(numbers), np.int64), np.zeros(len(numbers), np.uint64), np.zeros(len(numbers), np.int64),
        shops.copy(), np.zeros(len(numbers), np.int64),
    )  # fmt: skip
    searched = np.unique(shops).tolist() if platform in NUMBERED_PER_SHOP else _shops_of(connection, platform)
    searched = [shop for shop in searched if _has_orders(connection, shop)]
    for start in range(0, len(numbers) if searched else 0, BATCH):
        rows = connection.execute(
            "select j.key, o.id, o.content_hash, coalesce(o.member_id, 0), o.shop_id, o.import_id from json_each(?) j"
            " cross join json_each(?) s cross join orders o on o.shop_id = s.value and o.number = j.value",
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
    stored_in = np.array([row[4] for row in rows], np.int64)
    own = stored_in == shops[place]
    order = np.lexsort((-ids, own))  # of equal places the last assignment holds
    if platform in NUMBERED_PER_SHOP:
        order = order[own[order]]
    place = place[order]
    found.ids[place] = ids[order]
    found.hashes[place] = np.array([int(row[2], 16) for row in rows], np.uint64)[order]
    found.members[place] = np.array([row[3] for row in rows], np.int64)[order]
    found.shops[place] = stored_in[order]
    found.imports[place] = np.array([row[5] for row in rows], np.int64)[order]


_ORDER_COLUMNS = ("status", "ordered_at", "paid_at", "paid", "refunded", "net", "items", "province", "city")


def insert_orders(
    connection: Connection, shops: Ints, import_id: int, orders: Orders, places: Ints, members: Ints, watch: Watch
) -> int:
    """Write new orders, given in `places`, to the shop of each; returns the id of the first, the others follow it."""
    first: int = connection.execute("select coalesce(max(id), 0) + 1 from orders").fetchone()[0]
    sql = (
        "insert into orders(id, number, member_id, status, ordered_at, paid_at, paid, refunded, net, items, province,"
        " city, is_purchase, content_hash, shop_id, import_id) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
    )
    for start in range(0, len(places), BATCH):
        part = places[start : start + BATCH]
        ids = range(first + start, first + start + len(part))
        numbers = [orders.numbers[place] for place in part.tolist()]
        connection.executemany(
            sql,
            zip(
                ids, numbers, _or_none(members[part], 0), *_order_cells(orders, part), _flags(orders, part),
                _hash_texts(orders, part), shops[part].tolist(), [import_id] * len(part), strict=True,
            ),
        )  # fmt: skip
        watch(start + len(part))
    return first


def update_orders(
    connection: Connection, import_id: int, orders: Orders, places: Ints, ids: Ints, members: Ints
) -> None:
    """Bring stored orders to the state of the file; columns the file does not speak about stay."""
    spoken = [name for name in _ORDER_COLUMNS if name in orders.known]
    assignments = "".join(f"{name} = ?, " for name in spoken)
    # A file without statuses cannot take back what a better one said.
    purchase = "?" if "status" in spoken else "case when status = 'unknown' then ? else is_purchase end"
    sql = (
        f"update orders set {assignments}member_id = coalesce(?, member_id), is_purchase = {purchase},"  # noqa: S608 - our names
        f" content_hash = ?, import_id = {import_id} where id = ?"
    )
    for start in range(0, len(places), BATCH):
        part = places[start : start + BATCH]
        cells = dict(zip(_ORDER_COLUMNS, _order_cells(orders, part), strict=True))
        connection.executemany(
            sql,
            zip(
                *(cells[name] for name in spoken), _or_none(members[part], 0), _flags(orders, part),
                _hash_texts(orders, part), ids[part].tolist(), strict=True,
            ),
        )  # fmt: skip


def _order_cells(orders: Orders, part: Ints) -> list[list[object]]:
    people = orders.people
    return [
        [STATUSES[number] for number in orders.status[part].tolist()],
        _or_none(orders.ordered_at[part]),
        _or_none(orders.paid_at[part]),
        _or_zero(orders.paid[part]),
        _or_zero(orders.refunded[part]),
        orders.net[part].tolist(),
        _or_none(orders.items[part]),
        list(people.province.at(part).texts()),
        list(people.city.at(part).texts()),
    ]


def _flags(orders: Orders, part: Ints) -> list[int]:
    flags: list[int] = orders.purchase[part].astype(np.int64).tolist()
    return flags


def _hash_texts(orders: Orders, part: Ints) -> list[str]:
    return [hash_text(number) for number in orders.hashes[part].tolist()]


def hash_text(number: int) -> str:
    """A content hash as it is stored."""
    return f"{number:016x}"


def _or_none(column: Ints, missing: int = MISSING) -> list[object]:
    return [None if value == missing else value for value in column.tolist()]


def _or_zero(column: Ints) -> list[object]:
    return [0 if value == MISSING else value for value in column.tolist()]


def delete_lines(connection: Connection, order_ids: Iterable[int]) -> None:
    """Remove the lines of orders that are about to get new ones."""
    connection.executemany("delete from order_lines where order_id = ?", ((order,) for order in order_ids))


def insert_lines(connection: Connection, lines: Lines, order_ids: Ints, products: Ints, watch: Watch) -> None:
    """Write lines, sorted by order. `order_ids` and `products` (0: none) have one entry per line."""
    position = _positions(lines.order)
    for start in range(0, len(lines), BATCH):
        part = np.arange(start, min(len(lines), start + BATCH))
        connection.executemany(
            "insert into order_lines(order_id, position, product_id, sku, quantity, price) values (?, ?, ?, ?, ?, ?)",
            zip(
                order_ids[part].tolist(), position[part].tolist(), _or_none(products[part], 0),
                lines.sku.at(part).texts(), _or_none(lines.quantity[part]), _or_none(lines.price[part]), strict=True,
            ),
        )  # fmt: skip
        watch(start + len(part))


def _positions(order: Ints) -> Ints:
    if not len(order):
        return order
    starts = np.flatnonzero(np.r_[True, order[1:] != order[:-1]])
    return np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))


def product_ids(connection: Connection, shops: Ints, titles: Coded) -> Ints:
    """The product of each title in its shop (0 for the empty one); new titles are written."""
    found = np.zeros(len(shops), np.int64)
    for shop in np.unique(shops).tolist():
        there = shops == shop
        found[there] = _products_of_shop(connection, shop, titles.at(there))
    return found


def _products_of_shop(connection: Connection, shop: int, titles: Coded) -> Ints:
    known = dict(connection.execute("select title, id from products where shop_id = ?", [shop]))
    used = [titles.values[code] for code in np.unique(titles.codes).tolist() if code]
    new = [title for title in used if title not in known]
    first: int = connection.execute("select coalesce(max(id), 0) + 1 from products").fetchone()[0]
    connection.executemany(
        "insert into products(id, shop_id, title) values (?, ?, ?)",
        ((first + place, shop, title) for place, title in enumerate(new)),
    )
    known |= {title: first + place for place, title in enumerate(new)}
    each = np.array([known.get(title, 0) for title in titles.values], np.int64)
    return each[titles.codes]


# --- members ---


def insert_members(
    connection: Connection, platform: str, import_id: int, members: Iterable[tuple[int, Facts]], watch: Watch
) -> None:
    """Write new members with the ids they were given."""
    rows = (
        (member, platform, f.nick, f.name, f.email, f.phone, f.phone_kind, f.province, f.city, f.facts_at, f.search,
         import_id)
        for member, f in members
    )  # fmt: skip
    _in_batches(
        connection,
        "insert into members(id, platform, nick, name, email, phone, phone_kind, province, city, facts_at, search,"
        " import_id) values (?,?,?,?,?,?,?,?,?,?,?,?)",
        rows,
        watch,
    )


def insert_identities(
    connection: Connection, import_id: int, identities: Iterable[tuple[int, str, str, str]], watch: Watch
) -> None:
    """Write keys: member id, kind, scope, value."""
    _in_batches(
        connection,
        "insert into identities(member_id, kind, scope, value, import_id) values (?, ?, ?, ?, ?)",
        ((*identity, import_id) for identity in identities),
        watch,
    )


def _in_batches(connection: Connection, sql: str, rows: Iterable[tuple[object, ...]], watch: Watch) -> None:
    waiting, done = iter(rows), 0
    while batch := list(itertools.islice(waiting, BATCH)):
        connection.executemany(sql, batch)
        done += len(batch)
        watch(done)


def stored_facts(connection: Connection, members: Sequence[int]) -> Iterator[tuple[int, Facts]]:
    """What the shop knows about some members."""
    for start in range(0, len(members), BATCH):
        for member, *facts in connection.execute(
            "select m.id, m.nick, m.name, m.email, m.phone, m.phone_kind, m.province, m.city, m.facts_at"
            " from json_each(?) j cross join members m on m.id = j.value",
            [json.dumps(members[start : start + BATCH])],
        ).fetchall():
            yield member, Facts(*facts)


def update_members(connection: Connection, members: Iterable[tuple[int, Facts]]) -> None:
    """Write the facts of members who are already stored."""
    connection.executemany(
        "update members set nick = ?, name = ?, email = ?, phone = ?, phone_kind = ?, province = ?, city = ?,"
        " facts_at = ?, search = ? where id = ?",
        (
            (f.nick, f.name, f.email, f.phone, f.phone_kind, f.province, f.city, f.facts_at, f.search, member)
            for member, f in members
        ),
    )


def note_joining(connection: Connection, joined: Iterable[tuple[int, int]]) -> None:
    """Store when members joined (member, UTC seconds); the earliest known moment stays."""
    connection.executemany("update members set joined_at = min(coalesce(joined_at, ?2), ?2) where id = ?1", joined)


def members_with_phones(connection: Connection, phones: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Everybody who has one of these real phones; several people may share one."""
    for start in range(0, len(phones), BATCH):
        yield from connection.execute(
            "select m.phone, m.id from json_each(?) j cross join members m on m.phone = j.value and m.phone <> ''",
            [json.dumps(phones[start : start + BATCH])],
        ).fetchall()


# --- consents ---


def standing_consents(connection: Connection, members: Sequence[int]) -> dict[tuple[int, str], Standing]:
    """Per member and channel; those without an entry are not in it."""
    found: dict[tuple[int, str], Standing] = {}
    for start in range(0, len(members), BATCH):
        for member, channel, word, source, noted_at in connection.execute(
            "select c.member_id, c.channel, c.state, c.source, c.noted_at from json_each(?) j"
            " cross join consents c on c.member_id = j.value order by c.noted_at, c.id",
            [json.dumps(members[start : start + BATCH])],
        ).fetchall():
            known = found.get((member, channel), Standing())
            found[member, channel] = known.after(Consent[word.upper()], source, noted_at)
    return found


def insert_consents(
    connection: Connection, import_id: int, source: str, consents: Iterable[tuple[int, str, str, int, str]]
) -> None:
    """Write consents: member id, channel, state, UTC seconds, the phone it was said about (may be empty)."""
    connection.executemany(
        "insert into consents(member_id, channel, state, noted_at, phone, source, import_id)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        ((*consent, source, import_id) for consent in consents),
    )
    connection.execute(
        "update consents set phone = coalesce((select phone from members where id = member_id"
        " and phone_kind = 'real'), '') where import_id = ? and phone = ''",
        [import_id],
    )
