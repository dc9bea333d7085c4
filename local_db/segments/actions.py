"""What a window or the command line may do with saved segments."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.errors import SegmentError, TreeError
from local_db.names import checked_name
from local_db.segments import store
from local_db.segments.kept_trees import users_of
from local_db.segments.model import DeletedSegment, SavedSegment, Version
from local_db.segments.references import check_references, given_tag_asked, segments_reached
from local_db.segments.tree import parse_text, to_text
from local_db.values import epoch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from local_db.segments.tree import Node
    from local_db.shop_file import Connection, Shop


def list_segments(shop: Shop) -> tuple[SavedSegment, ...]:
    """Every segment, the one changed last first."""
    with shop.read() as connection:
        return store.all_segments(connection)


def get_segment(shop: Shop, segment_id: int) -> SavedSegment:
    """One segment. Raises SegmentError `segment_missing`."""
    with shop.read() as connection:
        return _existing(connection, segment_id)


def save_segment(
    shop: Shop, segment: SavedSegment, *, now: datetime, count: int | None = None
) -> tuple[SavedSegment, Changes]:
    """Store a new segment (id 0) or a changed one, and keep it as a version with how many it matches now (`count`).

    Where name, note and tree are what they were, nothing is written. Raises SegmentError (`name_empty`, `name_taken`,
    `segment_missing`, `segment_gives_tag`) and TreeError (`unknown_segment`, `segment_cycle`, and what reading the tree
    back would raise).
    """
    with shop.write() as connection:
        return _save(connection, segment, epoch(now), count)


def _save(
    connection: Connection, segment: SavedSegment, moment: int, count: int | None
) -> tuple[SavedSegment, Changes]:
    segment = replace(segment, name=_free_name(connection, segment), note=segment.note.strip())
    before = _existing(connection, segment.id) if segment.id else None
    if before is not None and (before.name, before.note, before.tree) == (segment.name, segment.note, segment.tree):
        return before, Changes()
    _check_tree(connection, segment)
    if before is None:
        segment = replace(segment, created_at=moment, changed_at=moment)
        segment = replace(segment, id=store.insert(connection, segment))
    else:
        segment = replace(segment, created_at=before.created_at, changed_at=moment)
        store.update(connection, segment)
        if not store.last_version(connection, segment.id):  # it is older than versions are
            store.insert_versions(connection, segment.id, [_version(before, 1, None, before.changed_at)])
    number = store.last_version(connection, segment.id) + 1
    store.insert_versions(connection, segment.id, [_version(segment, number, count, moment)])
    return segment, Changes.of(Topic.SEGMENTS)


def rename_segment(
    shop: Shop, segment_id: int, name: str, *, now: datetime, count: int | None = None
) -> tuple[SavedSegment, Changes]:
    """Give a segment another name. Raises SegmentError (`name_empty`, `name_taken`, `segment_missing`)."""
    return save_segment(shop, replace(get_segment(shop, segment_id), name=name), now=now, count=count)


def versions(shop: Shop, segment_id: int) -> tuple[Version, ...]:
    """How a segment was saved, the newest first; its present state alone where it is older than versions are.

    Raises SegmentError `segment_missing`.
    """
    with shop.read() as connection:
        segment = _existing(connection, segment_id)
        return store.versions(connection, segment_id) or (_version(segment, 1, None, segment.changed_at),)


def delete_segment(shop: Shop, segment_id: int) -> tuple[DeletedSegment, Changes]:
    """Remove a segment; the result undoes it.

    Raises SegmentError (`segment_missing`, and `segment_in_use` with the names of the segments and tags that ask for
    it).
    """
    with shop.write() as connection:
        segment = _existing(connection, segment_id)
        if users := users_of(connection, "segment", segment_id):
            raise SegmentError("segment_in_use", name=segment.name, users=users)
        kept = store.versions(connection, segment_id)
        audience_ids = store.delete(connection, segment_id)
    return DeletedSegment(segment, audience_ids, kept), Changes.of(Topic.SEGMENTS)


def restore_segment(shop: Shop, deleted: DeletedSegment) -> tuple[SavedSegment, Changes]:
    """Undo a deletion. Raises SegmentError `name_taken` when another has taken the name since.

    Raises TreeError `unknown_segment` when a segment that it asks for is gone since.
    """
    with shop.write() as connection:
        _free_name(connection, replace(deleted.segment, id=0))
        _check_tree(connection, deleted.segment)
        segment_id = store.insert(connection, deleted.segment)
        store.insert_versions(connection, segment_id, deleted.versions)
        store.link_audiences(connection, segment_id, deleted.audience_ids)
    return replace(deleted.segment, id=segment_id), Changes.of(Topic.SEGMENTS)


def _version(segment: SavedSegment, number: int, count: int | None, saved_at: int) -> Version:
    return Version(number, segment.name, segment.note, segment.tree, count, saved_at)


def _check_tree(connection: Connection, segment: SavedSegment) -> None:
    """Raise TreeError where a tree could not be read back, names a segment that is not there, or asks for itself."""
    parse_text(to_text(segment.tree))  # one that is too deep would keep every other segment from being listed
    others = store.all_segments(connection)
    try:
        check_references(segment.tree, {other.id: other.tree for other in others}, segment.id or None)
    except TreeError as error:
        if error.code != "segment_cycle":
            raise
        names = {other.id: other.name for other in others} | {segment.id: segment.name}
        around: Sequence[int] = error.data["segments"]  # type: ignore[assignment]
        raise TreeError(error.code, path=error.data["path"], segments=tuple(names[key] for key in around)) from None
    _check_given(connection, segment, {other.id: other.tree for other in others})


def _check_given(connection: Connection, segment: SavedSegment, saved: Mapping[int, Node]) -> None:
    """Raise SegmentError where a tag is given to whom the segment finds, and it asks for a tag that a segment gives."""
    given = store.given_trees(connection)
    asked = given_tag_asked(segment.tree, saved, given)
    for tag, tree in given.items() if asked else ():
        if segment.id in segments_reached(tree, saved):
            raise SegmentError("segment_gives_tag", name=asked, tag=tag)


def _existing(connection: Connection, segment_id: int) -> SavedSegment:
    found = store.segment(connection, segment_id)
    if found is None:
        raise SegmentError("segment_missing", segment=segment_id)
    return found


def _free_name(connection: Connection, segment: SavedSegment) -> str:
    return checked_name(segment.name, segment.id, partial(store.id_of_name, connection), SegmentError)
