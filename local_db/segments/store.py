"""Saved segments in the shop file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse_text, to_text

if TYPE_CHECKING:
    from local_db.shop_file import Connection


def all_segments(connection: Connection) -> tuple[SavedSegment, ...]:
    """Every segment, the one changed last first."""
    rows = connection.execute(
        "select id, name, tree, created_at, changed_at from segments order by changed_at desc, id desc"
    )
    return tuple(_segment(row) for row in rows)


def segment(connection: Connection, segment_id: int) -> SavedSegment | None:
    """One segment, or None."""
    row = connection.execute(
        "select id, name, tree, created_at, changed_at from segments where id = ?", [segment_id]
    ).fetchone()
    return None if row is None else _segment(row)


def id_of_name(connection: Connection, name: str) -> int | None:
    """The segment that has this name, whatever its case."""
    row = connection.execute("select id from segments where name = ? collate nocase", [name]).fetchone()
    return None if row is None else int(row[0])


def insert(connection: Connection, new: SavedSegment) -> int:
    """Add a segment under its own id, or under the next one where that is 0 or taken; its id."""
    taken = new.id == 0 or segment(connection, new.id) is not None
    cursor = connection.execute(
        "insert into segments(id, name, tree, created_at, changed_at) values (?, ?, ?, ?, ?)",
        [None if taken else new.id, new.name, to_text(new.tree), new.created_at, new.changed_at],
    )
    return int(cursor.lastrowid or 0)


def update(connection: Connection, changed: SavedSegment) -> None:
    """Store a segment that has an id."""
    connection.execute(
        "update segments set name = ?, tree = ?, changed_at = ? where id = ?",
        [changed.name, to_text(changed.tree), changed.changed_at, changed.id],
    )


def delete(connection: Connection, segment_id: int) -> tuple[int, ...]:
    """Remove a segment; the ids of the audiences that named it and no longer do."""
    rows = connection.execute("select id from audiences where segment_id = ? order by id", [segment_id])
    audience_ids = tuple(int(audience_id) for (audience_id,) in rows)
    connection.execute("delete from segments where id = ?", [segment_id])
    return audience_ids


def link_audiences(connection: Connection, segment_id: int, audience_ids: Sequence[int]) -> None:
    """Let audiences name a segment again."""
    connection.executemany(
        "update audiences set segment_id = ? where id = ?", [(segment_id, audience) for audience in audience_ids]
    )


def _segment(row: tuple[int, str, str, int, int]) -> SavedSegment:
    segment_id, name, tree, created_at, changed_at = row
    return SavedSegment(name, parse_text(tree), segment_id, created_at, changed_at)
