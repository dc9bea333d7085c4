"""SQL of taking an import back: what it alone says, and who else says it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from local_db.shop_file import Connection

BATCH = 4096
_HANGING = (
    "records", "consents", "notes", "member_tags", "audience_members", "call_records", "reply_uses",
    "saved_list_people",
)  # fmt: skip
_OWNED = ("orders", "order_statements", "refunds", "list_entries", "consents", "identities", "parcels")


def imports(connection: Connection) -> list[tuple[Any, ...]]:
    """Every import with its shop, the newest first."""
    return connection.execute(
        "select f.id, f.file_name, f.profile, coalesce(s.name, ''), coalesce(s.platform, ''), f.imported_at, f.report,"
        " f.undone_at from imports f left join shops s on s.id = f.shop_id order by f.imported_at desc, f.id desc"
    ).fetchall()


class StandingImport(NamedTuple):
    """An import that has not been taken back."""

    same_as: int | None
    report: dict[str, Any]


def standing_import(connection: Connection, import_id: int) -> StandingImport | None:
    """The import, None where there is none or it was taken back."""
    row = connection.execute(
        "select same_as, report from imports where id = ? and undone_at is null", [import_id]
    ).fetchone()
    return StandingImport(row[0], json.loads(row[1])) if row else None


def counts(connection: Connection) -> tuple[int, int, int]:
    """How many orders, members and consents there are."""
    row = connection.execute(
        "select (select count(*) from orders), (select count(*) from members), (select count(*) from consents)"
    ).fetchone()
    return int(row[0]), int(row[1]), int(row[2])


def same_file_again(connection: Connection, import_id: int) -> int | None:
    """The next import of the very same file, which was not read again because of this one."""
    row = connection.execute(
        "select min(id) from imports where same_as = ? and undone_at is null", [import_id]
    ).fetchone()
    heir: int | None = row[0]
    return heir


def hand_over(connection: Connection, import_id: int, heir: int) -> None:
    """Let the same file's next import stand for everything this one says."""
    for table in _OWNED:
        connection.execute(f"update {table} set import_id = ? where import_id = ?", [heir, import_id])  # noqa: S608 - our names
    connection.execute(
        "update imports set (known, stated_at, repeats, same_as) ="
        " (select known, stated_at, repeats, null from imports where id = ?) where id = ?",
        [import_id, heir],
    )
    connection.execute("update imports set same_as = ? where same_as = ?", [heir, import_id])


def mark_undone(connection: Connection, import_id: int, now: int) -> None:
    """The import stays in the history as taken back."""
    connection.execute("update imports set undone_at = ?, repeats = null where id = ?", [now, import_id])


def repeats(connection: Connection, import_id: int) -> bytes | None:
    """What an import repeats, packed."""
    packed: bytes | None = connection.execute("select repeats from imports where id = ?", [import_id]).fetchone()[0]
    return packed


def repeats_of_others(connection: Connection, import_id: int) -> Iterator[tuple[int, int, bytes]]:
    """What other standing imports repeat, the oldest import first: id, when its file was made, packed."""
    yield from connection.execute(
        "select id, stated_at, repeats from imports where id <> ? and repeats is not null and undone_at is null"
        " order by id",
        [import_id],
    )


def kept_statements(connection: Connection, import_id: int) -> list[tuple[int, str]]:
    """Orders and hashes of what is kept as this import's word."""
    return connection.execute(
        "select id, content_hash from orders where import_id = ?1 and derived = 0"
        " union all select order_id, content_hash from order_statements where import_id = ?1",
        [import_id],
    ).fetchall()


def forget_dates(connection: Connection, orders: Iterable[int], hashes: Iterable[str]) -> None:
    """Forget when these statements were made anew."""
    connection.executemany(
        "delete from restated where order_id = ? and content_hash = ?", zip(orders, hashes, strict=True)
    )


def pass_on(connection: Connection, import_id: int, heirs: Iterable[tuple[int, int]]) -> None:
    """Give what is kept as this import's word to others that say the same: heir, order."""
    those = list(heirs)
    for table, key, only in (("orders", "id", " and derived = 0"), ("order_statements", "order_id", "")):
        connection.executemany(
            f"update or ignore {table} set import_id = ? where {key} = ? and import_id = {import_id}{only}",  # noqa: S608 - our names
            those,
        )


_RECORDS = """
select record_id from orders where import_id = ?1 and derived = 0 and record_id is not null
union select record_id from order_statements where import_id = ?1 and record_id is not null
union select record_id from list_entries where import_id = ?1
"""


def records_of_import(connection: Connection, import_id: int) -> set[int]:
    """The records this import alone may hold."""
    return {record for (record,) in connection.execute(_RECORDS, [import_id])}


def members_of_import(connection: Connection, import_id: int) -> set[int]:
    """Everybody of whom this import says something."""
    rows = connection.execute(
        "select distinct i.member_id from records r join identities i on i.id = r.identity_id"  # noqa: S608 - our words
        f" where r.id in ({_RECORDS}) and i.member_id is not null",
        [import_id],
    )
    return {member for (member,) in rows}


def derived_orders(connection: Connection, import_id: int) -> set[int]:
    """Orders whose row follows from what this import says beside others."""
    rows = connection.execute(
        "select order_id from order_statements where import_id = ?1 union select o.id from refunds r"
        " join shops rs on rs.id = r.shop_id join orders o on o.number = r.order_number"
        " join shops s on s.id = o.shop_id and s.platform = rs.platform where r.import_id = ?1 and o.derived = 1",
        [import_id],
    )
    return {order for (order,) in rows}


def delete_what_it_says(connection: Connection, import_id: int) -> None:
    """Take away the orders that are this import's word alone, its statements, parcels, refunds, list and consents."""
    connection.execute("delete from parcels where import_id = ?", [import_id])
    connection.execute(
        "delete from order_lines where order_id in (select id from orders where import_id = ? and derived = 0)",
        [import_id],
    )
    connection.execute("delete from orders where import_id = ? and derived = 0", [import_id])
    for table in ("order_statements", "refunds", "list_entries", "consents"):
        connection.execute(f"delete from {table} where import_id = ?", [import_id])  # noqa: S608 - our names
    # An order that others speak of too belongs to one of them.
    connection.execute(
        "update orders set import_id = (select min(s.import_id) from order_statements s where s.order_id = orders.id)"
        " where import_id = ? and exists (select 1 from order_statements s where s.order_id = orders.id)",
        [import_id],
    )


def delete_unused_records(connection: Connection, records: Iterable[int]) -> set[int]:
    """Take away those of these records that nothing holds any more; the identities they named."""
    those = sorted(set(records) - _held_by_orders(connection, records))
    identities: set[int] = set()
    for start in range(0, len(those), BATCH):
        gone = connection.execute(
            "delete from records where id in (select value from json_each(?))"
            " and not exists (select 1 from order_statements s where s.record_id = records.id)"
            " and not exists (select 1 from list_entries l where l.record_id = records.id)"
            " returning buyer_id, open_id, nick, email, phone",
            [json.dumps(those[start : start + BATCH])],
        ).fetchall()
        identities.update(identity for row in gone for identity in row if identity is not None)
    return identities


def _held_by_orders(connection: Connection, records: Iterable[int]) -> set[int]:
    """The records that orders of their people hold; each of these people's orders is looked at once."""
    those = sorted(records)
    members: set[int] = set()
    for start in range(0, len(those), BATCH):
        rows = connection.execute(
            "select distinct i.member_id from json_each(?) j cross join records r on r.id = j.value"
            " cross join identities i on i.id = r.identity_id where i.member_id is not null",
            [json.dumps(those[start : start + BATCH])],
        )
        members.update(member for (member,) in rows)
    held: set[int] = set()
    people = sorted(members)
    for start in range(0, len(people), BATCH):
        rows = connection.execute(
            "select distinct o.record_id from json_each(?) j cross join orders o on o.member_id = j.value"
            " where o.record_id is not null",
            [json.dumps(people[start : start + BATCH])],
        )
        held.update(record for (record,) in rows)
    return held


def delete_unused_identities(connection: Connection, identities: Iterable[int]) -> None:
    """Take away those of these identities that no record names, and nothing else hangs on."""
    those = sorted(identities)
    named = " ".join(
        f"and not exists (select 1 from records r where r.{slot} = identities.id and r.{slot} <> r.identity_id)"  # noqa: S608 - our names
        for slot in ("open_id", "nick", "email", "phone")
    )
    held = " ".join(
        f"and not exists (select 1 from {table} t where t.identity_id = identities.id)"  # noqa: S608 - our names
        for table in _HANGING
    )
    for start in range(0, len(those), BATCH):
        connection.execute(
            f"delete from identities where id in (select value from json_each(?)) {held} {named}"  # noqa: S608 - our names
            " and not exists (select 1 from decisions d where identities.id in (d.first_id, d.second_id))",
            [json.dumps(those[start : start + BATCH])],
        )


def delete_unused_products(connection: Connection) -> None:
    """Take away products that no order has, unless a person has put them somewhere."""
    connection.execute(
        "delete from products where by_hand = 0 and id not in"
        " (select product_id from order_lines where product_id is not null)"
    )
