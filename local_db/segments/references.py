"""Segments that name segments: every one has to be there, and none may ask for itself, however far around."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from local_db.errors import TreeError
from local_db.segments.tree import InSegment, segments_named, walk

if TYPE_CHECKING:
    from local_db.segments.tree import Node


def check_references(node: Node, saved: Mapping[int, Node], own_id: int | None = None) -> None:
    """Raise TreeError (`unknown_segment`, `segment_cycle`) where a tree cannot be asked.

    `saved` are the trees of the saved segments, `own_id` is the one that `node` is to become the tree of. `segments` of
    a cycle are the ids on the way around, beginning and ending with the same one.
    """
    clear: set[int] = set()  # nothing wrong from there on
    for path, leaf in walk(node):
        if isinstance(leaf, InSegment):
            _follow(leaf.id, saved, path, () if own_id is None else (own_id,), clear)


def _follow(segment: int, saved: Mapping[int, Node], path: str, above: tuple[int, ...], clear: set[int]) -> None:
    if segment in above:
        raise TreeError("segment_cycle", path=path, segments=(*above[above.index(segment) :], segment))
    if segment in clear:
        return
    if segment not in saved:
        raise TreeError("unknown_segment", path=path, segment=segment)
    for named in segments_named(saved[segment]):
        _follow(named, saved, path, (*above, segment), clear)
    clear.add(segment)
