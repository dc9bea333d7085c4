"""Saved segments in the shop file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from local_db.segments.model import SavedSegment, Version
from local_db.segments.tree import parse_text, segments_named, to_text

if TYPE_CHECKING:
    from local_db.segments.tree import Node
    from local_db.shop_file import Connection

_COLUMNS = "id, name, tree, created_at, changed_at, note"


def all_segments(connection: Connection) -> tuple[SavedSegment, ...]:
    """Every segment, the one changed last first."""
    rows = connection.execute(f"select {_COLUMNS} from segments order by changed_at desc, id desc")  # noqa: S608
    return tuple(_segment(row) for row in rows)


def saved_trees(connection: Connection) -> dict[int, Node]:
    """The tree of every segment by its id, for trees that name segments."""
    return {segment.id: segment.tree for segment in all_segments(connection)}


def given_trees(connection: Connection) -> dict[str, Node]:
    """The trees of the tags that a segment gives, by the tag's name."""
    rows = connection.execute("select name, rule ->> 'tree' from tags where rule ->> 'rule' = 'segment' order by name")
    return {name: parse_text(tree) for name, tree in rows}


def segment(connection: Connection, segment_id: int) -> SavedSegment | None:
    """One segment, or None."""
    row = connection.execute(f"select {_COLUMNS} from segments where id = ?", [segment_id]).fetchone()  # noqa: S608
    return None if row is None else _segment(row)


def trees_for(connection: Connection, node: Node) -> dict[int, Node]:
    """The saved trees that evaluating this one may need: none where it names no segment."""
    return saved_trees(connection) if segments_named(node) else {}


def id_of_name(connection: Connection, name: str) -> int | None:
    """The segment that has this name, whatever its case."""
    row = connection.execute("select id from segments where name = ? collate nocase", [name]).fetchone()
    return None if row is None else int(row[0])


def insert(connection: Connection, new: SavedSegment) -> int:
    """Add a segment under its own id, or under the next one where that is 0; its id."""
    cursor = connection.execute(
        "insert into segments(id, name, tree, created_at, changed_at, note) values (?, ?, ?, ?, ?, ?)",
        [new.id or None, new.name, to_text(new.tree), new.created_at, new.changed_at, new.note],
    )
    return int(cursor.lastrowid or 0)


def update(connection: Connection, changed: SavedSegment) -> None:
    """Store a segment that has an id."""
    connection.execute(
        "update segments set name = ?, tree = ?, changed_at = ?, note = ? where id = ?",
        [changed.name, to_text(changed.tree), changed.changed_at, changed.note, changed.id],
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


def versions(connection: Connection, segment_id: int) -> tuple[Version, ...]:
    """How a segment was saved, the newest first."""
    rows = connection.execute(
        "select version, name, note, tree, count, saved_at from segment_versions where segment_id = ?"
        " order by version desc",
        [segment_id],
    )
    return tuple(
        Version(version, name, note, parse_text(tree), count, saved_at)
        for version, name, note, tree, count, saved_at in rows
    )


def insert_versions(connection: Connection, segment_id: int, new: Iterable[Version]) -> None:
    """Add versions under their own numbers."""
    connection.executemany(
        "insert into segment_versions(segment_id, version, name, note, tree, count, saved_at)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        ((segment_id, v.version, v.name, v.note, to_text(v.tree), v.count, v.saved_at) for v in new),
    )


def last_version(connection: Connection, segment_id: int) -> int:
    """The number of the newest version; 0 where none was kept."""
    row = connection.execute("select max(version) from segment_versions where segment_id = ?", [segment_id]).fetchone()
    return int(row[0] or 0)


def _segment(row: tuple[int, str, str, int, int, str]) -> SavedSegment:
    segment_id, name, tree, created_at, changed_at, note = row
    return SavedSegment(name, parse_text(tree), segment_id, created_at, changed_at, note)
