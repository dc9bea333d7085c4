"""Segments that name segments: every one has to be there, and none may ask for itself, however far around.

Nor may a segment that gives a tag ask for a tag that a segment gives: it would come and go with every refresh.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from local_db.errors import TreeError
from local_db.segments.tree import InList, InSegment, Tag, segments_named, walk

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


def given_tag_asked(node: Node, saved: Mapping[int, Node], given: Collection[str]) -> str | None:
    """The first of the given tags that a tree asks for, itself or through the segments that it names."""
    trees = (node, *(saved[segment] for segment in sorted(segments_reached(node, saved)) if segment in saved))
    asked = {leaf.name for tree in trees for _, leaf in walk(tree) if isinstance(leaf, Tag)}
    return min(asked.intersection(given), default=None)


def segments_reached(node: Node, saved: Mapping[int, Node]) -> set[int]:
    """The ids of the segments that a tree asks for, itself or through others."""
    reached: set[int] = set()
    waiting = [*segments_named(node)]
    while waiting:
        segment = waiting.pop()
        if segment not in reached:
            reached.add(segment)
            waiting += segments_named(saved[segment]) if segment in saved else ()
    return reached


def unknown_names(node: Node, *, tags: Collection[str], lists: Collection[str]) -> tuple[str, ...]:
    """The names of tags and lists that a tree asks for and the shop has none of, each once: nobody is in those."""
    leaves = [leaf for _, leaf in walk(node)]
    unknown = (
        leaf.name
        for leaf in leaves
        if (isinstance(leaf, Tag) and leaf.name not in tags) or (isinstance(leaf, InList) and leaf.name not in lists)
    )
    return tuple(dict.fromkeys(unknown))


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
