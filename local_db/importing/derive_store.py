"""SQL about orders of which several files speak: statements, refunds, and the rows that follow from them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.importing.statements import FIELDS, Line, Statement, Value, read_content
from local_db.importing.store import shop_id
from local_db.members.identity_graph import KINDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.shop_file import Connection

BATCH = 2048
_COLUMNS = tuple(name for name in FIELDS if name != "shop")


class StoredRow(NamedTuple):
    """An order as it is stored, with the import whose word it is (of derived ones the first)."""

    order_id: int
    import_id: int
    content_hash: str
    record_id: int | None
    member_id: int | None
    is_purchase: bool
    values: dict[str, Value]
    lines: list[Line]


class NewRow(NamedTuple):
    """An order as it is to be stored."""

    order_id: int
    values: Mapping[str, Value]
    lines: Sequence[Line]
    record_id: int | None
    identity_id: int | None
    member_id: int | None
    is_purchase: bool


def dates_of_imports(connection: Connection) -> NDArray[np.int64]:
    """When each import's file was made, by import id; 0 unknown."""
    rows = connection.execute("select id, stated_at from imports").fetchall()
    dates = np.zeros(max((number for number, _ in rows), default=0) + 1, np.int64)
    for number, stated_at in rows:
        dates[number] = stated_at
    return dates


# A statement is as new as the newest file that makes it: the one that is kept, or any that repeats it.
_STATED_AT = "max(f.stated_at, coalesce(a.stated_at, 0))"
_DATED = (
    " join imports f on f.id = s.import_id"
    " left join restated a on a.order_id = s.order_id and a.content_hash = s.content_hash"
)


def statement_dates(connection: Connection, order_ids: Sequence[int]) -> dict[int, dict[str, int]]:
    """By hash when everything was said last that is said about each of those of these orders that are derived."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for start in range(0, len(order_ids), BATCH):
        for order, digest, stated_at in connection.execute(
            f"select s.order_id, s.content_hash, {_STATED_AT} from json_each(?) j"  # noqa: S608 - our words
            f" cross join order_statements s on s.order_id = j.value{_DATED}",
            [json.dumps(order_ids[start : start + BATCH])],
        ):
            found[order][digest] = stated_at
    return found


def insert_dates(connection: Connection, rows: Iterable[tuple[int, str, int]]) -> None:
    """Write when statements were made anew: order, hash, UTC seconds; the latest holds."""
    connection.executemany(
        "insert into restated(order_id, content_hash, stated_at) values (?, ?, ?)"
        " on conflict do update set stated_at = excluded.stated_at where excluded.stated_at > stated_at",
        rows,
    )


def insert_statements(connection: Connection, rows: Iterable[tuple[int, int, str, str, int | None]]) -> None:
    """Write statements: order, import, hash, content, record."""
    connection.executemany(
        "insert into order_statements(order_id, import_id, content_hash, content, record_id) values (?, ?, ?, ?, ?)",
        rows,
    )


def mark_derived(connection: Connection, order_ids: Iterable[int]) -> None:
    """From now on these rows follow from statements."""
    connection.executemany("update orders set derived = 1 where id = ?", ((order,) for order in order_ids))


def plain_rows(connection: Connection, order_ids: Sequence[int]) -> Iterable[StoredRow]:
    """The rows among these that are one file's word; values that the file does not say are left out."""
    known = {
        import_id: frozenset(json.loads(names)) | {"shop", "net"}
        for import_id, names in connection.execute("select id, known from imports")
    }
    for start in range(0, len(order_ids), BATCH):
        for row in rows(connection, order_ids[start : start + BATCH], only_plain=True):
            spoken = known[row.import_id]
            yield row._replace(values={name: value for name, value in row.values.items() if name in spoken})


def rows(connection: Connection, order_ids: Sequence[int], *, only_plain: bool = False) -> list[StoredRow]:
    """These orders as they are stored, with their lines."""
    those = json.dumps(order_ids)
    plain = " where o.derived = 0" if only_plain else ""
    found = connection.execute(
        f"select o.id, o.import_id, o.content_hash, o.record_id, o.member_id, o.is_purchase,"  # noqa: S608 - our names
        f" iif(s.name = s.platform, '', s.name), {', '.join('o.' + name for name in _COLUMNS)}"
        f" from json_each(?) j cross join orders o on o.id = j.value join shops s on s.id = o.shop_id{plain}",
        [those],
    ).fetchall()
    lines: dict[int, list[Line]] = defaultdict(list)
    for order, *line in connection.execute(
        "select l.order_id, l.number, coalesce(p.title, ''), l.sku, l.quantity, l.price, l.discount, l.status"
        " from json_each(?) j cross join order_lines l on l.order_id = j.value"
        " left join products p on p.id = l.product_id order by l.order_id, l.position",
        [those],
    ):
        lines[order].append(Line(*line))
    return [
        StoredRow(order, import_id, digest, record, member, bool(purchase),
                  {"shop": shop, **dict(zip(_COLUMNS, cells, strict=True))}, lines[order])
        for order, import_id, digest, record, member, purchase, shop, *cells in found
    ]  # fmt: skip


def statements(connection: Connection, order_ids: Sequence[int]) -> dict[int, list[Statement]]:
    """Everything that is said about each of these orders."""
    found: dict[int, list[Statement]] = defaultdict(list)
    known: dict[int, frozenset[str]] = {}
    for order, import_id, stated_at, names, digest, content, record, kind in connection.execute(
        f"select s.order_id, s.import_id, {_STATED_AT}, f.known, s.content_hash, s.content, s.record_id, i.kind"  # noqa: S608 - our words
        f" from json_each(?) j cross join order_statements s on s.order_id = j.value{_DATED}"
        " left join records r on r.id = s.record_id left join identities i on i.id = r.identity_id",
        [json.dumps(order_ids)],
    ):
        if import_id not in known:
            known[import_id] = frozenset(json.loads(names))
        values, lines = read_content(content)
        strength = KINDS.index(kind) if kind else len(KINDS)
        found[order].append(Statement(import_id, stated_at, digest, known[import_id], values, lines, record, strength))
    return found


def orders_with_refunds(
    connection: Connection, platform: str, *, per_shop: bool, import_id: int | None = None
) -> set[int]:
    """Ids of the platform's orders of which any refund report, or the one given, speaks."""
    if not connection.execute("select 1 from refunds limit 1").fetchone():
        return set()
    same_shop = " and o.shop_id = r.shop_id" if per_shop else ""
    rows = connection.execute(
        "select o.id from refunds r join shops rs on rs.id = r.shop_id join orders o on o.number = r.order_number"  # noqa: S608 - our words
        f" and o.shop_id in (select id from shops where platform = ?1) where rs.platform = ?1{same_shop}"
        " and (?2 is null or r.import_id = ?2)",
        [platform, import_id],
    )
    return {int(order) for (order,) in rows}


def refunded(connection: Connection, order_ids: Sequence[int], per_shop: Iterable[str]) -> dict[int, int]:
    """What refund reports say has gone back of each of these orders; of one refund what the latest of them says."""
    if not connection.execute("select 1 from refunds limit 1").fetchone():
        return {}
    rows = connection.execute(
        """select id, sum(amount) from (
             select o.id, r.number, max(iif(r.state = 'refunded', r.amount, 0)) as amount
             from json_each(?) j cross join orders o on o.id = j.value join shops s on s.id = o.shop_id
             join refunds r on r.order_number = o.number join shops rs on rs.id = r.shop_id
             where rs.platform = s.platform
               and (r.shop_id = o.shop_id or s.platform not in (select value from json_each(?)))
             group by o.id, r.number) group by id""",
        [json.dumps(order_ids), json.dumps(sorted(per_shop))],
    )
    return dict(rows.fetchall())


def whose_records(connection: Connection, records: Sequence[int]) -> dict[int, tuple[int, int | None]]:
    """The identity and the member each record is about."""
    rows = connection.execute(
        "select r.id, r.identity_id, i.member_id from json_each(?) j cross join records r on r.id = j.value"
        " join identities i on i.id = r.identity_id",
        [json.dumps(sorted(set(records)))],
    )
    return {record: (identity, member) for record, identity, member in rows}


def write_orders(connection: Connection, new: Iterable[NewRow], before: Mapping[int, StoredRow]) -> None:
    """Bring rows and lines to what follows from all statements."""
    rows = list(new)
    shops = _shops(connection, rows)
    assignments = ", ".join(f"{name} = ?" for name in _COLUMNS)
    connection.executemany(
        f"update orders set {assignments}, record_id = ?, identity_id = ?, member_id = ?, is_purchase = ?,"  # noqa: S608 - our names
        " shop_id = ?, derived = 1 where id = ?",
        (
            [*(_cell(row, name) for name in _COLUMNS), row.record_id, row.identity_id, row.member_id, row.is_purchase,
             shops[row.order_id], row.order_id]
            for row in rows
        ),
    )  # fmt: skip
    _write_lines(connection, [row for row in rows if _is_other(row, before[row.order_id])], shops)


def _is_other(row: NewRow, before: StoredRow) -> bool:
    """Whether the lines have to be written again: they or the shop whose products they name are others."""
    return list(row.lines) != before.lines or (row.values["shop"] or "") != before.values["shop"]


def _cell(row: NewRow, name: str) -> Value:
    value = row.values.get(name)
    return "" if value is None and name in {"closing", "province", "city"} else value


def _shops(connection: Connection, rows: Sequence[NewRow]) -> dict[int, int]:
    """The shop each order belongs to now: the named one, else the platform's own."""
    stored: dict[int, tuple[int, str, str, str]] = {}
    result: dict[int, int] = {}
    known: dict[tuple[int, str], int] = {}
    for order, shop, platform, currency, zone in connection.execute(
        "select o.id, o.shop_id, s.platform, s.currency, s.zone from json_each(?) j"
        " cross join orders o on o.id = j.value join shops s on s.id = o.shop_id",
        [json.dumps([row.order_id for row in rows])],
    ).fetchall():
        stored[order] = (shop, platform, currency, zone)
    for row in rows:
        shop, platform, currency, zone = stored[row.order_id]
        name = str(row.values["shop"] or platform)
        if (shop, name) not in known:
            known[shop, name] = shop_id(connection, platform=platform, name=name, currency=currency, zone=zone)
        result[row.order_id] = known[shop, name]
    return result


def _write_lines(connection: Connection, rows: Sequence[NewRow], shops: Mapping[int, int]) -> None:
    connection.executemany("delete from order_lines where order_id = ?", ((row.order_id,) for row in rows))
    products: dict[tuple[int, str], int | None] = {}
    for shop, title in dict.fromkeys((shops[row.order_id], line.title) for row in rows for line in row.lines):
        products[shop, title] = _product(connection, shop, title) if title else None
    connection.executemany(
        "insert into order_lines(order_id, position, product_id, sku, quantity, price, number, discount, status)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (row.order_id, position, products[shops[row.order_id], line.title], line.sku, line.quantity, line.price,
             line.number, line.discount, line.status)
            for row in rows for position, line in enumerate(row.lines)
        ),
    )  # fmt: skip


def _product(connection: Connection, shop: int, title: str) -> int:
    connection.execute(
        "insert into products(shop_id, title) values (?, ?) on conflict(shop_id, title) do nothing", [shop, title]
    )
    row = connection.execute("select id from products where shop_id = ? and title = ?", [shop, title]).fetchone()
    return int(row[0])


def delete_orders(connection: Connection, order_ids: Sequence[int]) -> None:
    """Take orders away of which nothing is said any more, with their lines."""
    connection.executemany("delete from order_lines where order_id = ?", ((order,) for order in order_ids))
    connection.executemany("delete from orders where id = ?", ((order,) for order in order_ids))
