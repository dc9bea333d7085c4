"""SQL about identities: the part of the shop that a change can reach, members made and taken away, decisions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.members.identity_graph import KINDS, Decision, Graph

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]

BATCH = 4096

# Tables that repeat whose a row is, so that they can be read without the identities.
_FOLLOWING = ("orders", "consents", "notes", "audience_members", "member_tags", "call_records", "reply_uses")
_SLOTS = ("open_id", "nick", "email", "phone")  # where a key that is not the strongest may stand in a record


def graph_around(connection: Connection, touched: Ints) -> tuple[Graph, Ints]:
    """Every identity that these can reach over records and decisions, and the member each has now (0: none)."""
    reached: set[int] = set(touched.tolist())
    pairs: set[tuple[int, int]] = set()
    frontier = list(reached)
    while frontier:
        seen = _pairs_of(connection, frontier) - pairs
        pairs |= seen
        around = {identity for pair in seen for identity in pair} | _joined_to(connection, frontier)
        frontier = list(around - reached)
        reached.update(frontier)
    rows = _identities(connection, sorted(reached))
    ids = np.array([row[0] for row in rows], np.int64)
    scopes: dict[str, int] = {}
    kind = np.array([KINDS.index(row[1]) for row in rows], np.int64)
    scope = np.array([scopes.setdefault(row[2], len(scopes)) for row in rows], np.int64)
    before = np.array([row[3] for row in rows], np.int64)
    both = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    names = np.isin(ids, sorted(_naming(connection, ids.tolist())))
    return Graph(ids, kind, scope, np.searchsorted(ids, both[:, 0]), np.searchsorted(ids, both[:, 1]), names), before


def _batches(values: Sequence[int]) -> Iterable[str]:
    return (json.dumps(values[start : start + BATCH]) for start in range(0, len(values), BATCH))


def _pairs_of(connection: Connection, identities: Sequence[int]) -> set[tuple[int, int]]:
    """Strongest key and other key of every record that names one of these."""
    found: set[tuple[int, int]] = set()
    for batch in _batches(identities):
        for slot in _SLOTS:
            other = f"r.{slot} is not null and r.{slot} <> r.identity_id"
            found.update(
                connection.execute(
                    f"select r.identity_id, r.{slot} from json_each(?) j cross join records r"  # noqa: S608 - our names
                    f" on r.identity_id = j.value where {other}"
                    f" union select r.identity_id, r.{slot} from json_each(?) j cross join records r"
                    f" on r.{slot} = j.value where {other}",
                    [batch, batch],
                )
            )
    return found


def _joined_to(connection: Connection, identities: Sequence[int]) -> set[int]:
    if not connection.execute("select 1 from decisions limit 1").fetchone():
        return set()
    found: set[int] = set()
    for batch in _batches(identities):
        rows = connection.execute(
            "select first_id, second_id from decisions where kind = 'join' and"
            " (first_id in (select value from json_each(?1)) or second_id in (select value from json_each(?1)))",
            [batch],
        )
        found.update(identity for row in rows for identity in row)
    return found


def _naming(connection: Connection, identities: Sequence[int]) -> set[int]:
    """Those that are the strongest key of a record, or that something a person did hangs on."""
    found: set[int] = set()
    for table in ("records", *(name for name in _FOLLOWING if name != "orders")):
        for batch in _batches(identities):
            rows = connection.execute(
                f"select distinct t.identity_id from {table} t where t.identity_id in (select value from json_each(?))",  # noqa: S608 - our names
                [batch],
            )
            found.update(identity for (identity,) in rows)
    return found


def _identities(connection: Connection, identities: Sequence[int]) -> list[tuple[int, str, str, int]]:
    rows: list[tuple[int, str, str, int]] = []
    for batch in _batches(identities):
        rows += connection.execute(
            "select i.id, i.kind, i.scope, coalesce(i.member_id, 0) from json_each(?) j"
            " cross join identities i on i.id = j.value",
            [batch],
        )
    return rows


def insert_members(connection: Connection, members: Ints) -> None:
    """Make members of whom nothing is known yet."""
    connection.executemany("insert into members(id, platform) values (?, '')", ((m,) for m in members.tolist()))


def delete_members(connection: Connection, members: Ints) -> None:
    """Take away members who have no identity any more; what hangs on identities has been moved."""
    connection.executemany("delete from members where id = ?", ((m,) for m in members.tolist()))


def assign(connection: Connection, identities: Ints, members: Ints, before: Ints) -> None:
    """Say whose these identities are, and let everything that repeats it follow."""
    connection.executemany(
        "update identities set member_id = nullif(?, 0) where id = ?",
        zip(members.tolist(), identities.tolist(), strict=True),
    )
    known = (before > 0) & (members > 0)
    moves = list(zip(members[known].tolist(), identities[known].tolist(), before[known].tolist(), strict=True))
    for table in _FOLLOWING if moves else ():
        connection.executemany(
            f"update or replace {table} set member_id = ?1 where member_id = ?3 and identity_id = ?2",  # noqa: S608 - our names
            moves,
        )


# --- decisions ---


class StoredDecision(NamedTuple):
    """A decision as it is kept."""

    id: int
    kind: str
    first: int
    second: int | None
    reason: str
    decided_at: int


class StoredIdentity(NamedTuple):
    """A key and what it means where."""

    id: int
    kind: str
    scope: str
    value: str


def decisions(connection: Connection, identities: Ints) -> list[Decision]:
    """The decisions about these identities, the oldest first."""
    if not connection.execute("select 1 from decisions limit 1").fetchone():
        return []
    return [Decision(d.kind, d.first, d.second) for d in decisions_among(connection, identities.tolist())]


def decisions_among(connection: Connection, identities: Sequence[int]) -> list[StoredDecision]:
    """Decisions all of whose identities are among these, the oldest first."""
    rows = connection.execute(
        "with those as (select value as id from json_each(?))"
        " select id, kind, first_id, second_id, reason, decided_at from decisions where first_id in those"
        " and (second_id is null or second_id in those) order by id",
        [json.dumps(list(identities))],
    )
    return [StoredDecision(*row) for row in rows]


def add_decision(connection: Connection, decision: Decision, reason: str, now: int) -> int:
    """Keep a decision and return its id."""
    cursor = connection.execute(
        "insert into decisions(kind, first_id, second_id, reason, decided_at) values (?, ?, ?, ?, ?)",
        [*decision, reason, now],
    )
    return int(cursor.lastrowid or 0)


def remove_decision(connection: Connection, decision_id: int) -> Decision | None:
    """Take a decision away and return it; None where there is none."""
    row = connection.execute(
        "delete from decisions where id = ? returning kind, first_id, second_id", [decision_id]
    ).fetchone()
    return Decision(*row) if row else None


def identities_of(connection: Connection, member_id: int) -> list[StoredIdentity]:
    """A member's identities, the strongest kind first."""
    rows = connection.execute("select id, kind, scope, value from identities where member_id = ?", [member_id])
    return sorted((StoredIdentity(*row) for row in rows), key=lambda i: (KINDS.index(i.kind), i.id))


def seen_beside(connection: Connection, identities: Sequence[int]) -> dict[int, int]:
    """For keys that stood in a record beside a stronger one of these: that one."""
    known = set(identities)
    return {weak: strong for strong, weak in sorted(_pairs_of(connection, identities)) if strong in known}
