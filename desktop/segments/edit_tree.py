"""The tree while it is edited: groups and rows as they are seen, and every change to them as a pure function.

A row is one condition that may be turned round; a group joins rows and groups. The same members are
matched as by the tree of local_db, but what a screen shows as one line is one item here: "none of
these" is a single group, where the stored tree has a `not` around an `any`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from local_db.segments.tree import All, Any, Field, Leaf, Muted, Node, Not

Path = tuple[int, ...]  # places from the root downwards; () is the root


class Join(StrEnum):
    """How a group joins what is in it."""

    ALL = "all"
    ANY = "any"
    NONE = "none"  # not any
    NOT_ALL = "not_all"


_OPPOSITE = {Join.ALL: Join.NOT_ALL, Join.NOT_ALL: Join.ALL, Join.ANY: Join.NONE, Join.NONE: Join.ANY}


@dataclass(frozen=True, slots=True)
class Row:
    """One condition, or its opposite.

    An unfinished one, whose value nobody has chosen yet, is not applied and not kept; a muted one is kept,
    counted, and not applied.
    """

    leaf: Leaf
    negated: bool = False
    unfinished: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows and groups below each other."""

    join: Join = Join.ALL
    children: tuple[Item, ...] = field(default=())
    muted: bool = False


Item = Row | Group


# --- to and from the stored tree ---


def from_node(node: Node) -> Group:
    """The tree as it is edited; a single condition becomes a group with one row."""
    item = _item(node, turned=False)
    return item if isinstance(item, Group) and not item.muted else Group(Join.ALL, (item,))


def _item(node: Node, *, turned: bool) -> Item:
    match node:
        case Not(child):
            return _item(child, turned=not turned)
        case All(children):
            return Group(Join.NOT_ALL if turned else Join.ALL, _items(children))
        case Any(children):
            return Group(Join.NONE if turned else Join.ANY, _items(children))
        case Muted(child):
            return replace(_item(child, turned=turned), muted=True)
        case Field(name, "is_not", value):
            return Row(Field(name, "is", value), not turned)
        case _:
            return Row(node, turned)


def _items(children: tuple[Node, ...]) -> tuple[Item, ...]:
    return tuple(_item(child, turned=False) for child in children)


def to_node(item: Item) -> Node:
    """The tree as it is stored and evaluated: what is unfinished is left out."""
    node = _row_node(item) if isinstance(item, Row) else _group_node(item)
    return Muted(node) if item.muted else node


def _row_node(row: Row) -> Node:
    return Not(row.leaf) if row.negated else row.leaf


def _group_node(group: Group) -> Node:
    children = tuple(to_node(child) for child in group.children if is_finished(child))
    joined = All(children) if group.join in {Join.ALL, Join.NOT_ALL} else Any(children)
    return Not(joined) if group.join in {Join.NONE, Join.NOT_ALL} else joined


def is_finished(item: Item) -> bool:
    """Whether an item says anything: not a row without its value, nor a group of nothing but such rows."""
    if isinstance(item, Row):
        return not item.unfinished
    return not item.children or any(is_finished(child) for child in item.children)


def pointers(root: Group) -> dict[Path, str]:
    """For every finished item, the JSON pointer of the node that says what the item as a whole matches."""
    return dict(_pointers(root, (), ""))


def _pointers(item: Item, path: Path, pointer: str) -> Iterator[tuple[Path, str]]:
    pointer += "/muted" if item.muted else ""
    yield path, pointer
    if isinstance(item, Group):
        inner = pointer + ("/not" if item.join in {Join.NONE, Join.NOT_ALL} else "")
        inner += "/all" if item.join in {Join.ALL, Join.NOT_ALL} else "/any"
        finished = (place for place, child in enumerate(item.children) if is_finished(child))
        for number, place in enumerate(finished):
            yield from _pointers(item.children[place], (*path, place), f"{inner}/{number}")


# --- looking ---


def at(root: Group, path: Path) -> Item:
    """The item at a path. Raises IndexError where there is none."""
    item: Item = root
    for place in path:
        if isinstance(item, Row) or not 0 <= place < len(item.children):
            raise IndexError(path)
        item = item.children[place]
    return item


def group_at(root: Group, path: Path) -> Group:
    """The group at a path. Raises IndexError where there is none."""
    item = at(root, path)
    if isinstance(item, Row):
        raise IndexError(path)
    return item


def walk(root: Group) -> Iterator[tuple[Path, Item]]:
    """Every item with its path in the order it is shown, the root first."""
    yield from _walk(root, ())


def _walk(item: Item, path: Path) -> Iterator[tuple[Path, Item]]:
    yield path, item
    if isinstance(item, Group):
        for place, child in enumerate(item.children):
            yield from _walk(child, (*path, place))


def depth(item: Item) -> int:
    """How many levels the stored node of an item has."""
    if isinstance(item, Row):
        return 1 + item.negated + item.muted
    inner = max((depth(child) for child in item.children), default=0)
    return 1 + (item.join in {Join.NONE, Join.NOT_ALL}) + item.muted + inner


def row_count(root: Group) -> int:
    """How many conditions the tree has, at every depth."""
    return sum(isinstance(item, Row) for _, item in walk(root))


# --- changing ---


def replaced(root: Group, path: Path, item: Item) -> Group:
    """The tree with another item at a path; the root can only be replaced by a group."""
    if not path:
        return item if isinstance(item, Group) else Group(Join.ALL, (item,))
    place, rest = path[0], path[1:]
    at(root, path[:1])
    child = root.children[place]
    if rest:
        if isinstance(child, Row):
            raise IndexError(path)
        item = replaced(child, rest, item)
    return replace(root, children=(*root.children[:place], item, *root.children[place + 1 :]))


def inserted(root: Group, path: Path, item: Item) -> Group:
    """The tree with an item put before what is at a path; a place beyond the last means the end."""
    *above, place = path
    group = group_at(root, tuple(above))
    place = min(max(place, 0), len(group.children))
    children = (*group.children[:place], item, *group.children[place:])
    return replaced(root, tuple(above), replace(group, children=children))


def appended(root: Group, group: Path, item: Item) -> tuple[Group, Path]:
    """The tree with an item at the end of a group, and the item's path."""
    path = (*group, len(group_at(root, group).children))
    return inserted(root, path, item), path


def removed(root: Group, path: Path) -> Group:
    """The tree without an item; without the root, an empty one."""
    if not path:
        return Group()
    *above, place = path
    group = group_at(root, tuple(above))
    at(root, path)
    return replaced(root, tuple(above), replace(group, children=group.children[:place] + group.children[place + 1 :]))


def moved(root: Group, source: Path, target: Path) -> tuple[Group, Path]:
    """The tree with an item put before what is now at `target`, and the item's new path.

    An item cannot go into itself: then nothing changes.
    """
    if not source or not target or target[: len(source)] == source:
        return root, source
    item = at(root, source)
    above, place = target[:-1], min(target[-1], len(group_at(root, target[:-1]).children))
    without = removed(root, source)
    target = _after_removal((*above, place), source)
    return inserted(without, target, item), target


def _after_removal(target: Path, source: Path) -> Path:
    """Where a place is once the item at `source` is gone."""
    level = len(source) - 1
    if len(target) > level and target[:level] == source[:level] and target[level] > source[level]:
        return (*target[:level], target[level] - 1, *target[level + 1 :])
    return target


def moved_up(root: Group, path: Path) -> tuple[Group, Path]:
    """The item one line higher: past its neighbour, into the end of a group above, or out of its own group."""
    if not path:
        return root, path
    *above, place = path
    if place == 0:
        return moved(root, path, tuple(above)) if above else (root, path)
    neighbour = at(root, (*above, place - 1))
    if isinstance(neighbour, Group) and isinstance(at(root, path), Row):
        return moved(root, path, (*above, place - 1, len(neighbour.children)))
    return moved(root, path, (*above, place - 1))


def moved_down(root: Group, path: Path) -> tuple[Group, Path]:
    """The item one line lower: past its neighbour, into the start of a group below, or out of its own group."""
    if not path:
        return root, path
    *above, place = path
    if place == len(group_at(root, tuple(above)).children) - 1:
        return moved(root, path, (*above[:-1], above[-1] + 1)) if above else (root, path)
    neighbour = at(root, (*above, place + 1))
    if isinstance(neighbour, Group) and isinstance(at(root, path), Row):
        return moved(root, path, (*above, place + 1, 0))
    return moved(root, path, (*above, place + 2))


def moved_in(root: Group, path: Path) -> tuple[Group, Path]:
    """The item one level deeper: into the group above it, else below it, else into a new one with the item above."""
    if not path:
        return root, path
    *above, place = path
    siblings = group_at(root, tuple(above)).children
    before = siblings[place - 1] if place else None
    after = siblings[place + 1] if place + 1 < len(siblings) else None
    if isinstance(before, Group):
        return moved(root, path, (*above, place - 1, len(before.children)))
    if isinstance(after, Group):
        return moved(root, path, (*above, place + 1, 0))
    if before is None:
        return wrapped(root, path), (*path, 0)
    root = wrapped(root, (*above, place - 1))
    return moved(root, path, (*above, place - 1, 1))


def moved_out(root: Group, path: Path) -> tuple[Group, Path]:
    """The item one level higher: right below the group it was in."""
    return moved(root, path, (*path[:-2], path[-2] + 1)) if len(path) > 1 else (root, path)


def duplicated(root: Group, path: Path) -> tuple[Group, Path]:
    """The tree with a copy right below an item, and the copy's path; the root cannot be doubled."""
    if not path:
        return root, path
    copy = (*path[:-1], path[-1] + 1)
    return inserted(root, copy, at(root, path)), copy


def turned(root: Group, path: Path) -> Group:
    """The tree with an item meaning its opposite."""
    item = at(root, path)
    if isinstance(item, Row):
        return replaced(root, path, replace(item, negated=not item.negated))
    return replaced(root, path, replace(item, join=_OPPOSITE[item.join]))


def muted(root: Group, path: Path) -> Group:
    """The tree with an item no longer applied, or applied again; the root always is."""
    item = at(root, path)
    return replaced(root, path, replace(item, muted=not item.muted)) if path else root


def joined(root: Group, path: Path, join: Join) -> Group:
    """The tree with a group that joins its items in another way."""
    return replaced(root, path, replace(group_at(root, path), join=join))


def wrapped(root: Group, path: Path, join: Join = Join.ANY) -> Group:
    """The tree with an item put into a new group of its own, in its place."""
    return replaced(root, path, Group(join, (at(root, path),)))


def unwrapped(root: Group, path: Path) -> Group:
    """The tree with a group's items in the place of the group; the root stays."""
    if not path:
        return root
    group = group_at(root, path)
    root = removed(root, path)
    for offset, child in enumerate(group.children):
        root = inserted(root, (*path[:-1], path[-1] + offset), child)
    return root
