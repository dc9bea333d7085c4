"""SQL about saved lists of people."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from local_db.importing.store import known_identities
from local_db.members.identity_graph import KINDS, scope_of
from local_db.segments.lists import Key, SavedList
from local_db.settings import mark_renamed

if TYPE_CHECKING:
    from local_db.shop_file import Connection

BATCH = 4096


def identities_of(connection: Connection, keys: Iterable[Key]) -> dict[Key, tuple[int, ...]]:
    """The identities that these keys name on any platform, of somebody who is a member; keys of nobody are left out."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        by_kind[key.kind].append(key.value)
    found: dict[Key, set[int]] = defaultdict(set)
    platforms = [platform for (platform,) in connection.execute("select distinct platform from shops")]
    for kind in KINDS:
        for scope in sorted({scope_of(kind, platform) for platform in platforms}):
            for value, identity in known_identities(connection, kind, scope, by_kind[kind]):
                found[Key(kind, value)].add(identity)
    for number, identity in _of_orders(connection, by_kind["order"]):
        found[Key("order", number)].add(identity)
    somebody = _of_members(connection, sorted(set().union(*found.values()) if found else ()))
    known = {key: tuple(sorted(identities & somebody)) for key, identities in found.items()}
    return {key: identities for key, identities in known.items() if identities}


def _of_orders(connection: Connection, numbers: Sequence[str]) -> Iterable[tuple[str, int]]:
    for start in range(0, len(numbers), BATCH):
        yield from connection.execute(
            "select o.number, o.identity_id from json_each(?) j cross join shops s"
            " cross join orders o on o.shop_id = s.id and o.number = j.value where o.identity_id is not null",
            [json.dumps(numbers[start : start + BATCH])],
        ).fetchall()


def _of_members(connection: Connection, identities: Sequence[int]) -> set[int]:
    rows = connection.execute(
        "select i.id from json_each(?) j cross join identities i on i.id = j.value where i.member_id is not null",
        [json.dumps(identities)],
    )
    return {identity for (identity,) in rows}


def people(connection: Connection, identities: Iterable[int]) -> int:
    """How many different members these identities are of."""
    row = connection.execute(
        "select count(distinct i.member_id) from json_each(?) j cross join identities i on i.id = j.value",
        [json.dumps(sorted(identities))],
    ).fetchone()
    return int(row[0])


_LISTS = """select l.name, l.source, l.entries, l.id, (select count(distinct i.member_id) from saved_list_people p
  join identities i on i.id = p.identity_id where p.list_id = l.id), l.created_at from saved_lists l"""


def all_lists(connection: Connection) -> tuple[SavedList, ...]:
    """Every list, the newest first."""
    rows = connection.execute(f"{_LISTS} order by l.created_at desc, l.id desc")
    return tuple(SavedList(*row) for row in rows)


def one(connection: Connection, list_id: int) -> SavedList | None:
    """One list, or None."""
    row = connection.execute(f"{_LISTS} where l.id = ?", [list_id]).fetchone()
    return SavedList(*row) if row else None


def insert(connection: Connection, saved: SavedList, identities: Iterable[int]) -> int:
    """Add a list with whom it hangs on, those of them that are still there; its id."""
    cursor = connection.execute(
        "insert into saved_lists(id, name, source, entries, created_at) values (?, ?, ?, ?, ?)",
        [saved.id or None, saved.name, saved.source, saved.entries, saved.created_at],
    )
    list_id = int(cursor.lastrowid or 0)
    connection.execute(
        "insert into saved_list_people(list_id, identity_id)"
        " select ?, i.id from json_each(?) j cross join identities i on i.id = j.value",
        [list_id, json.dumps(sorted(set(identities)))],
    )
    return list_id


def rename(connection: Connection, list_id: int, name: str) -> None:
    """Give a list another name."""
    connection.execute("update saved_lists set name = ? where id = ?", [name, list_id])
    mark_renamed(connection, "lists")


def identities_on(connection: Connection, list_id: int) -> tuple[int, ...]:
    """Whom a list hangs on."""
    rows = connection.execute(
        "select identity_id from saved_list_people where list_id = ? order by identity_id", [list_id]
    )
    return tuple(identity for (identity,) in rows)


def delete(connection: Connection, list_id: int) -> None:
    """Take a list away; nobody on it is touched."""
    connection.execute("delete from saved_list_people where list_id = ?", [list_id])
    connection.execute("delete from saved_lists where id = ?", [list_id])
