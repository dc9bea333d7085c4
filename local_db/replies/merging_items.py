"""One item of which two have said something else, as one: field by field, against what they saw last in common.

Pure functions. What only one side changed is taken; what both changed alike too. Where both changed a field
differently, the later one stands and the other one's words go along as a conflict, until a person settles it. Two PCs
are two sides, and so is whoever writes over what has changed meanwhile, or takes back what was changed since.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from local_db.errors import ReplyError
from local_db.replies.codec import USUAL, WORDING, conflicts_of, content_of, fields_of, value_of
from local_db.replies.model import Conflict, Item, Settlement, Step


class Base(NamedTuple):
    """What an item said when both sides were last the same, and whether it was deleted then."""

    content: str
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One side's word about an item."""

    fields: Mapping[str, object]
    at: int


@dataclass(slots=True)
class Told:
    """What comes up while an item is merged."""

    conflicts: list[Conflict] = field(default_factory=list)
    kept: bool = False


def rewritten(stored: Item, seen: Mapping[str, object], written: Mapping[str, object], at: int) -> Item:
    """An item after somebody has written it anew who saw `seen`, which may be no longer what it says.

    Only what the writer changed changes. Where somebody else did so meanwhile, the writer's word stands, and the other
    one is kept as a conflict. What was not settled about a field is settled by writing that field anew.
    """
    kind, was = stored.kind, fields_of(stored.kind, stored.content)
    told = Told()
    one, other = Side(written, max(at, stored.changed_at + 1)), Side(was, stored.changed_at)
    now = {name: field_of_both(name, seen, one, other, told) for name in USUAL[kind]}
    open_ones = _unsettled((), conflicts_of(stored.content), (), told.conflicts)
    left = [
        conflict
        for conflict in open_ones
        if conflict in told.conflicts
        or value_of(seen, conflict.field) != value_of(was, conflict.field)
        or value_of(now, conflict.field) == value_of(was, conflict.field)
    ]
    content = content_of(kind, now, [one for one in left if value_of(now, one.field) != one.value])
    return replace(stored, content=content, changed_at=at)


def settled(stored: Item, settlement: Settlement, at: int) -> Item:
    """An item with a field settled; what was not among the values to choose from stays to be settled."""
    name, value = settlement.field, settlement.value
    fields = fields_of(stored.kind, stored.content)
    stands = value_of(fields, name)
    unseen = [one for one in conflicts_of(stored.content) if one.field != name or one.value not in settlement.seen]
    if stands not in settlement.seen:
        unseen.append(Conflict(name, stands, stored.changed_at))
    if value != stands:
        fields = _with_value(fields, name, value)
    left = [one for one in unseen if one.field != name or one.value != value]
    return replace(stored, content=content_of(stored.kind, fields, left), changed_at=at)


def _with_value(fields: Mapping[str, object], name: str, value: object) -> dict[str, object]:
    if not name.startswith(WORDING):
        return {**fields, name: value}
    uid = name.removeprefix(WORDING)
    texts = texts_of(fields["wordings"])
    if value is None:
        texts.pop(uid, None)
    else:
        texts[uid] = str(value)
    return {**fields, "wordings": [{"uid": one, "text": text} for one, text in texts.items()]}


def taken_back(step: Step, stored: Item, at: int) -> Item:
    """An item with something undone; what was changed since stays."""
    before, after = step
    if stored == after:
        return before
    kind = stored.kind
    one = Side(fields_of(kind, before.content), -1)
    other = Side(fields_of(kind, stored.content), stored.changed_at)
    done = fields_of(kind, after.content)
    fields = {name: field_of_both(name, done, one, other, Told()) for name in USUAL[kind]}
    done_said, was_said, now_said = (conflicts_of(item.content) for item in (after, before, stored))
    open_ones = _unsettled(done_said, was_said, now_said, ())
    left = [one for one in open_ones if value_of(fields, one.field) != one.value]
    return replace(stored, content=content_of(kind, fields, left), changed_at=at)


# --- one item ---


def merged_item(base: Base | None, ours: Item | None, theirs: Item | None, told: Told) -> Item:
    """An item of two sides as one. Raises ReplyError `content_invalid`."""
    if ours is None or theirs is None:
        return _alone(base, _one_of(ours, theirs), told)
    if ours == theirs:
        return ours
    if ours.kind is not theirs.kind:
        raise ReplyError("content_invalid", key="kind")
    return replace(
        ours,
        content=_content(base, ours, theirs, told),
        created_at=min(ours.created_at, theirs.created_at),
        changed_at=max(ours.changed_at, theirs.changed_at),
        deleted_at=_deleted_at(base, ours, theirs, told),
    )


def _one_of(ours: Item | None, theirs: Item | None) -> Item:
    found = ours or theirs
    if found is None:
        raise ValueError("an item that neither side has")
    return found


def _alone(base: Base | None, item: Item, told: Told) -> Item:
    """An item that one side never had, or has forgotten some time after deleting it."""
    if base is None or item.deleted_at is not None:
        return item
    if item.content != base.content:
        told.kept = not base.deleted
        return item
    return replace(item, deleted_at=item.changed_at)


def _deleted_at(base: Base | None, ours: Item, theirs: Item, told: Told) -> int | None:
    """When it was deleted; what one side deleted and the other one changed stays."""
    if ours.deleted_at is not None and theirs.deleted_at is not None:
        return min(ours.deleted_at, theirs.deleted_at)
    if ours.deleted_at is None and theirs.deleted_at is None:
        return None
    live, gone = (ours, theirs) if ours.deleted_at is None else (theirs, ours)
    was_there = base is None or not base.deleted
    if was_there and live.content == (base.content if base else gone.content):
        return gone.deleted_at
    told.kept = was_there
    return None


def _content(base: Base | None, ours: Item, theirs: Item, told: Told) -> str:
    if ours.content == theirs.content:
        return ours.content
    kind = ours.kind
    usual = USUAL[kind]
    was = usual if base is None else fields_of(kind, base.content)
    one = Side(fields_of(kind, ours.content), ours.changed_at)
    other = Side(fields_of(kind, theirs.content), theirs.changed_at)
    fields = {name: field_of_both(name, was, one, other, told) for name in usual}
    before = conflicts_of(base.content) if base else ()
    unsettled = _unsettled(before, conflicts_of(ours.content), conflicts_of(theirs.content), told.conflicts)
    return content_of(kind, fields, [c for c in unsettled if value_of(fields, c.field) != c.value])


def _unsettled(
    base: Iterable[Conflict], ours: Iterable[Conflict], theirs: Iterable[Conflict], new: Iterable[Conflict]
) -> list[Conflict]:
    """The conflicts that nobody has settled since, each once, in one order on every PC."""
    before, one, other = _by_words(base), _by_words(ours), _by_words(theirs)
    found: dict[tuple[str, str], Conflict] = {}
    for key, conflict in (one | other).items():
        if (key in one and key in other) or key not in before:
            found[key] = replace(conflict, at=max(side[key].at for side in (one, other) if key in side))
    for key, conflict in _by_words(new).items():
        found.setdefault(key, conflict)
    return [found[key] for key in sorted(found)]


def _by_words(conflicts: Iterable[Conflict]) -> dict[tuple[str, str], Conflict]:
    return {(one.field, spelled(one.value)): one for one in conflicts}


# --- one field ---


def field_of_both(name: str, was: Mapping[str, object], ours: Side, theirs: Side, told: Told) -> object:
    """What a field says now."""
    base, one, other = was[name], ours.fields[name], theirs.fields[name]
    if one == other or other == base:
        return one
    if one == base:
        return other
    return _BOTH.get(name, _later)(name, was, ours, theirs, told)


def _later(name: str, was: Mapping[str, object], ours: Side, theirs: Side, told: Told) -> object:  # noqa: ARG001 - as the others
    """The later word; the other one is kept as a conflict."""
    first, second = ours.fields[name], theirs.fields[name]
    stands, lost, at = _ranked(first, ours.at, second, theirs.at)
    told.conflicts.append(Conflict(name, lost, at))
    return stands


def _ranked(one: object, one_at: int, other: object, other_at: int) -> tuple[object, object, int]:
    """Of two values the one that stands, the one that does not, and when that was said."""
    if (one_at, spelled(one)) >= (other_at, spelled(other)):
        return one, other, other_at
    return other, one, one_at


def _place(name: str, was: Mapping[str, object], ours: Side, theirs: Side, told: Told) -> object:  # noqa: ARG001 - as the others
    """A position goes with the group in which it is one; what nobody can read is nothing to settle."""
    group = was.get("group")
    moved = [side for side in (ours, theirs) if side.fields.get("group") != group]
    if len(moved) == 1:
        return moved[0].fields[name]
    # Where both moved it, the same side wins as does about the group.
    keys = [(side.at, spelled(side.fields.get("group")), spelled(side.fields[name])) for side in (ours, theirs)]
    return (ours if keys[0] >= keys[1] else theirs).fields[name]


def _elements(name: str, was: Mapping[str, object], ours: Side, theirs: Side, told: Told) -> object:  # noqa: ARG001 - as the others
    """A list without an order that matters: what either side added, without what either side took away."""
    before, one, other = (_listed(side[name]) for side in (was, ours.fields, theirs.fields))
    kept = {key for key in one | other if (key in one and key in other) or key not in before}
    values = one | other
    return [values[key] for key in _in_order(kept, list(before), list(one), list(other), first=_is_first(ours, theirs))]


def _wordings(name: str, was: Mapping[str, object], ours: Side, theirs: Side, told: Told) -> object:
    """Wording by wording; one that was taken away by one side and rewritten by the other stays."""
    before, one, other = (texts_of(side[name]) for side in (was, ours.fields, theirs.fields))
    texts: dict[str, str] = {}
    for uid in one | other:
        text = _wording(uid, before.get(uid), (one.get(uid), ours.at), (other.get(uid), theirs.at), told)
        if text is not None:
            texts[uid] = text
    order = _in_order(set(texts), list(before), list(one), list(other), first=_is_first(ours, theirs))
    return [{"uid": uid, "text": texts[uid]} for uid in order]


def _wording(
    uid: str, base: str | None, ours: tuple[str | None, int], theirs: tuple[str | None, int], told: Told
) -> str | None:
    (one, one_at), (other, other_at) = ours, theirs
    if one == other or other == base:
        return one
    if one == base:
        return other
    if one is None or other is None:
        told.kept = True
        return one if other is None else other
    stands, lost, at = _ranked(one, one_at, other, other_at)
    told.conflicts.append(Conflict(f"{WORDING}{uid}", lost, at))
    return str(stands)


def _in_order(
    kept: set[str], base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, first: bool
) -> list[str]:
    """What is kept, in the order of the side that rearranged it (`first`: ours, where both did).

    What only the other side has comes after what it stands behind there.
    """
    leading, following = (ours, theirs) if _rearranged(base, ours, theirs, first=first) else (theirs, ours)
    order = [key for key in leading if key in kept]
    for place, key in enumerate(following):
        if key in kept and key not in order:
            before = next((one for one in reversed(following[:place]) if one in order), None)
            order.insert(0 if before is None else order.index(before) + 1, key)
    return order


def _rearranged(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, first: bool) -> bool:
    """Whether the order of our side is the one to follow."""
    common = set(base) & set(ours) & set(theirs)
    was, one, other = ([key for key in side if key in common] for side in (base, ours, theirs))
    if (one == was) != (other == was):
        return other == was
    return first


def _is_first(ours: Side, theirs: Side) -> bool:
    return (ours.at, spelled(ours.fields)) >= (theirs.at, spelled(theirs.fields))


def texts_of(wordings: object) -> dict[str, str]:
    """The text of each wording by its uid."""
    found: list[dict[str, str]] = wordings if isinstance(wordings, list) else []
    return {one["uid"]: one["text"] for one in found}


def _listed(values: object) -> dict[str, object]:
    found: list[Any] = values if isinstance(values, list) else []
    return {spelled(value): value for value in found}


def spelled(value: object) -> str:
    """A value as the one text that it is written as, to be compared and ordered."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


_BOTH: Mapping[str, Callable[[str, Mapping[str, object], Side, Side, Told], object]] = {
    "wordings": _wordings,
    "tags": _elements,
    "attachments": _elements,
    "position": _place,
}
