"""What changed between two versions of a tree, row by row: pure rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from local_db.segments.tree import All, Any, Field, Muted, Node, Not, children_of

ChangeKind = Literal["added", "removed", "changed", "moved", "muted", "unmuted"]


@dataclass(frozen=True, slots=True)
class TreeChange:
    """One difference; what is muted is named without its muting.

    Two groups that are `changed` are joined in another way; what changed inside them has rows of its own.
    """

    kind: ChangeKind
    before: Node | None = None
    after: Node | None = None
    before_path: str = ""  # JSON pointers into the two trees
    after_path: str = ""


class _Place(NamedTuple):
    path: str
    node: Node


def changes_between(old: Node, new: Node) -> tuple[TreeChange, ...]:
    """The differences, in the order of the new tree, what went last of each group; none for equal trees."""
    before, after = _Place("", old), _Place("", new)
    if isinstance(new, All | Any) and not isinstance(old, All | Any):
        rows = _of_children([before], _children(after))  # a condition that got company
    elif isinstance(old, All | Any) and not isinstance(new, All | Any):
        rows = _of_children(_children(before), [after])
    else:
        rows = _between(before, after)
    return _with_moves(list(rows))


def _bare(node: Node) -> Node:
    return _bare(node.child) if isinstance(node, Muted) else node


def _bare_place(place: _Place) -> _Place:
    while isinstance(place.node, Muted):
        place = _Place(f"{place.path}/muted", place.node.child)
    return place


def _children(place: _Place) -> list[_Place]:
    return [_Place(place.path + step, child) for step, child in children_of(place.node)]


def _between(before: _Place, after: _Place) -> Iterator[TreeChange]:
    was_muted, is_muted = isinstance(before.node, Muted), isinstance(after.node, Muted)
    before, after = _bare_place(before), _bare_place(after)
    if was_muted != is_muted:
        yield _row("muted" if is_muted else "unmuted", before, after)
    old, new = before.node, after.node
    if old == new:
        return
    if isinstance(old, All | Any) and isinstance(new, All | Any):
        if type(old) is not type(new):
            yield _row("changed", before, after)
        yield from _of_children(_children(before), _children(after))
    elif isinstance(old, Not) and isinstance(new, Not):
        yield from _between(_children(before)[0], _children(after)[0])
    elif _subject(old) == _subject(new):
        yield _row("changed", before, after)
    else:
        yield _row("added", None, after)
        yield _row("removed", before, None)


def _of_children(before: Sequence[_Place], after: Sequence[_Place]) -> Iterator[TreeChange]:
    """Pair what stayed, then what moved, then what asks the same; the others came or went."""
    pairs: dict[int, tuple[int, bool]] = {}  # place in the new group → place in the old one, whether it moved
    old, new = [_bare(place.node) for place in before], [_bare(place.node) for place in after]
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        pairs |= {block.b + step: (block.a + step, False) for step in range(block.size)}
    left = [place for place in range(len(before)) if place not in {was for was, _ in pairs.values()}]
    for same, moved in ((_bare, True), (_subject, False)):
        for place in range(len(after)):
            found = next((was for was in left if place not in pairs and same(old[was]) == same(new[place])), None)
            if found is not None:
                pairs[place] = (found, moved)
                left.remove(found)
    for place, now in enumerate(after):
        if place not in pairs:
            yield _row("added", None, _bare_place(now))
            continue
        was, moved = pairs[place]
        if moved:
            yield _row("moved", _bare_place(before[was]), _bare_place(now))
        yield from _between(before[was], now)
    yield from (_row("removed", _bare_place(before[place]), None) for place in left)


def _subject(node: Node) -> object:
    """What a node is about, whatever it asks of it."""
    node = _bare(node)
    if isinstance(node, Not):
        return _subject(node.child)
    if isinstance(node, All | Any):
        return All
    return (node.field, node.channel) if isinstance(node, Field) else type(node)


def _with_moves(rows: list[TreeChange]) -> tuple[TreeChange, ...]:
    """The same, with what went here and came there as one row."""
    result = list(rows)
    for gone in rows:
        if gone.kind != "removed":
            continue
        came = next((row for row in result if row.kind == "added" and row.after == gone.before), None)
        if came is not None:
            moved = TreeChange("moved", gone.before, came.after, gone.before_path, came.after_path)
            result[result.index(came)] = moved
            result.remove(gone)
    return tuple(result)


def _row(kind: ChangeKind, before: _Place | None, after: _Place | None) -> TreeChange:
    return TreeChange(
        kind,
        before.node if before else None,
        after.node if after else None,
        before.path if before else "",
        after.path if after else "",
    )
