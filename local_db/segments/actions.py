"""What a window or the command line may do with saved segments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.errors import SegmentError
from local_db.segments import store
from local_db.segments.model import DeletedSegment, SavedSegment
from local_db.values import epoch

if TYPE_CHECKING:
    from datetime import datetime

    from local_db.shop_file import Connection, Shop


def list_segments(shop: Shop) -> tuple[SavedSegment, ...]:
    """Every segment, the one changed last first."""
    with shop.read() as connection:
        return store.all_segments(connection)


def get_segment(shop: Shop, segment_id: int) -> SavedSegment:
    """One segment. Raises SegmentError `segment_missing`."""
    with shop.read() as connection:
        return _existing(connection, segment_id)


def save_segment(shop: Shop, segment: SavedSegment, *, now: datetime) -> tuple[SavedSegment, Changes]:
    """Store a new segment (id 0) or a changed one.

    Raises SegmentError (`name_empty`, `name_taken`, `segment_missing`).
    """
    moment = epoch(now)
    with shop.write() as connection:
        segment = replace(segment, name=_free_name(connection, segment), changed_at=moment)
        if segment.id == 0:
            segment = replace(segment, created_at=moment)
            segment = replace(segment, id=store.insert(connection, segment))
        else:
            segment = replace(segment, created_at=_existing(connection, segment.id).created_at)
            store.update(connection, segment)
    return segment, Changes.of(Topic.SEGMENTS)


def rename_segment(shop: Shop, segment_id: int, name: str, *, now: datetime) -> tuple[SavedSegment, Changes]:
    """Give a segment another name. Raises SegmentError (`name_empty`, `name_taken`, `segment_missing`)."""
    return save_segment(shop, replace(get_segment(shop, segment_id), name=name), now=now)


def delete_segment(shop: Shop, segment_id: int) -> tuple[DeletedSegment, Changes]:
    """Remove a segment; the result undoes it. Raises SegmentError `segment_missing`."""
    with shop.write() as connection:
        segment = _existing(connection, segment_id)
        audience_ids = store.delete(connection, segment_id)
    return DeletedSegment(segment, audience_ids), Changes.of(Topic.SEGMENTS)


def restore_segment(shop: Shop, deleted: DeletedSegment) -> tuple[SavedSegment, Changes]:
    """Undo a deletion. Raises SegmentError `name_taken` when another has taken the name since."""
    with shop.write() as connection:
        _free_name(connection, deleted.segment)
        segment_id = store.insert(connection, deleted.segment)
        store.link_audiences(connection, segment_id, deleted.audience_ids)
    return replace(deleted.segment, id=segment_id), Changes.of(Topic.SEGMENTS)


def _existing(connection: Connection, segment_id: int) -> SavedSegment:
    found = store.segment(connection, segment_id)
    if found is None:
        raise SegmentError("segment_missing", segment=segment_id)
    return found


def _free_name(connection: Connection, segment: SavedSegment) -> str:
    name = segment.name.strip()
    if not name:
        raise SegmentError("name_empty")
    if store.id_of_name(connection, name) not in (None, segment.id):
        raise SegmentError("name_taken", name=name)
    return name
