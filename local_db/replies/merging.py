"""What two PCs have made of the same library, as one: field by field, against what they last had in common.

Pure functions. What only one side changed is taken; what both changed alike too. Where both changed a field
differently, the later one stands and the other one's words go along as a conflict, until a person settles it. It does
not matter which side is called ours, and merging once more what was merged changes nothing; so a synchronisation that
a crash cut short is simply done again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from local_db.errors import ReplyError
from local_db.replies.arranging import fragments_in, renamed
from local_db.replies.codec import USUAL, WORDING, conflicts_of, content_of, fields_of, value_of
from local_db.replies.model import Conflict, Item, ItemKind, Settlement, Step


class Base(NamedTuple):
    """What an item said when both sides were last the same, and whether it was deleted then."""

    content: str
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """Every item of both sides; what they could not agree about; what stays although one of them deleted it."""

    items: Mapping[str, Item]
    conflicts: tuple[tuple[str, Conflict], ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Side:
    """One side's word about an item."""

    fields: Mapping[str, object]
    at: int


@dataclass(slots=True)
class _Told:
    """What comes up while an item is merged."""

    conflicts: list[Conflict] = field(default_factory=list)
    kept: bool = False


def merge(bases: Mapping[str, Base], ours: Mapping[str, Item], theirs: Mapping[str, Item]) -> Merged:
    """Both sides as one.

    `bases` says what each item was when they were last the same; one that is new to both has none. Raises ReplyError
    `content_invalid`.
    """
    bases, ours, theirs = _with_new_titles(bases, ours, theirs)
    items: dict[str, Item] = {}
    conflicts: list[tuple[str, Conflict]] = []
    kept: list[str] = []
    for uid in sorted(ours.keys() | theirs.keys()):
        told = _Told()
        items[uid] = _merged(bases.get(uid), ours.get(uid), theirs.get(uid), told)
        conflicts += ((uid, one) for one in told.conflicts)
        if told.kept:
            kept.append(uid)
    for uid in _parts_named(ours, theirs, items):
        items[uid] = replace(items[uid], deleted_at=None)
        kept.append(uid)
    for uid in _groups_put_into(bases, ours, theirs, items, frozenset(kept)):
        items[uid] = replace(items[uid], deleted_at=None)
        kept.append(uid)
    return Merged(items, tuple(conflicts), tuple(kept))


def joined(
    bases: Mapping[str, Base], ours: Mapping[str, Item], theirs: Mapping[str, Item]
) -> tuple[dict[str, Item], dict[str, str]]:
    """Our side before it is merged, where both made the same apart from each other; whose uid stands for which of ours.

    New groups of the same name are one group. So are new replies that say the same, such as those that two clerks took
    from one file; ours is deleted then. New shared parts of one title are one part, for texts name it by its title;
    what they say differently is to be settled.
    """
    new_here = {uid: item for uid, item in ours.items() if uid not in theirs and uid not in bases and _is_seen(item)}
    new_there = {uid: item for uid, item in sorted(theirs.items()) if uid not in ours and _is_seen(item)}
    same = _twins(new_here, new_there, ItemKind.GROUP)
    moved = {uid: _moved(item, same) for uid, item in ours.items()} if same else dict(ours)
    same |= _twins({uid: moved[uid] for uid in new_here}, new_there, ItemKind.REPLY)
    parts = _same_parts({uid: moved[uid] for uid in new_here if uid not in same}, new_there)
    one = {uid: replace(i, deleted_at=i.changed_at) if uid in same or uid in parts else i for uid, i in moved.items()}
    adopted = {there: _as_uid(moved[here], theirs[there]) for here, there in parts.items()}
    return one | adopted, same | parts


def _is_seen(item: Item) -> bool:
    return item.deleted_at is None


def rewritten(stored: Item, seen: Mapping[str, object], written: Mapping[str, object], at: int) -> Item:
    """An item after somebody has written it anew who saw `seen`, which may be no longer what it says.

    Only what the writer changed changes. Where somebody else did so meanwhile, the writer's word stands, and the other
    one is kept as a conflict. What was not settled about a field is settled by writing that field anew.
    """
    kind, was = stored.kind, fields_of(stored.kind, stored.content)
    told = _Told()
    one, other = _Side(written, max(at, stored.changed_at + 1)), _Side(was, stored.changed_at)
    now = {name: _field(name, seen, one, other, told) for name in USUAL[kind]}
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
    texts = _texts(fields["wordings"])
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
    one = _Side(fields_of(kind, before.content), -1)
    other = _Side(fields_of(kind, stored.content), stored.changed_at)
    done = fields_of(kind, after.content)
    fields = {name: _field(name, done, one, other, _Told()) for name in USUAL[kind]}
    done_said, was_said, now_said = (conflicts_of(item.content) for item in (after, before, stored))
    open_ones = _unsettled(done_said, was_said, now_said, ())
    left = [one for one in open_ones if value_of(fields, one.field) != one.value]
    return replace(stored, content=content_of(kind, fields, left), changed_at=at)


def _twins(ours: Mapping[str, Item], theirs: Mapping[str, Item], kind: ItemKind) -> dict[str, str]:
    there: dict[str, str] = {}
    for uid, item in theirs.items():
        if item.kind is kind:
            there.setdefault(_sense(item), uid)
    here = {uid: _sense(item) for uid, item in ours.items() if item.kind is kind}
    return {uid: there[sense] for uid, sense in here.items() if sense in there}


def _same_parts(ours: Mapping[str, Item], theirs: Mapping[str, Item]) -> dict[str, str]:
    """The shared parts of both that texts name by the same title."""
    there: dict[str, str] = {}
    for uid, item in theirs.items():
        if title := _part_title(item.kind, item.content):
            there.setdefault(title, uid)
    here = {uid: _part_title(item.kind, item.content) for uid, item in ours.items()}
    return {uid: there[title] for uid, title in here.items() if title in there}


def _part_title(kind: ItemKind, content: str) -> str:
    """The title by which texts name a shared part; empty for whatever is none."""
    if kind is not ItemKind.REPLY or '"fragment":true' not in content:
        return ""
    fields = fields_of(kind, content)
    return str(fields["title"]).strip() if fields["fragment"] else ""


def _as_uid(item: Item, other: Item) -> Item:
    """The item under the uid of another one, and its wordings under the uids of those."""
    uids = list(_texts(fields_of(other.kind, other.content)["wordings"]))
    fields = fields_of(item.kind, item.content)
    texts = _texts(fields["wordings"])
    named = [(uids[place] if place < len(uids) else uid, texts[uid]) for place, uid in enumerate(texts)]
    wordings = [{"uid": uid, "text": text} for uid, text in named]
    content = content_of(item.kind, fields | {"wordings": wordings}, conflicts_of(item.content))
    return replace(item, uid=other.uid, content=content)


def _sense(item: Item) -> str:
    """What an item says, wherever it stands and however its wordings are called."""
    fields = fields_of(item.kind, item.content)
    return _spelled(fields | {"position": "", "wordings": [*_texts(fields.get("wordings")).values()]})


def _moved(item: Item, groups: Mapping[str, str]) -> Item:
    if item.kind is not ItemKind.REPLY:
        return item
    fields = fields_of(item.kind, item.content)
    if (group := str(fields["group"])) not in groups:
        return item
    content = content_of(item.kind, fields | {"group": groups[group]}, conflicts_of(item.content))
    return replace(item, content=content)


# --- one item ---


def _merged(base: Base | None, ours: Item | None, theirs: Item | None, told: _Told) -> Item:
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


def _alone(base: Base | None, item: Item, told: _Told) -> Item:
    """An item that one side never had, or has forgotten some time after deleting it."""
    if base is None or item.deleted_at is not None:
        return item
    if item.content != base.content:
        told.kept = not base.deleted
        return item
    return replace(item, deleted_at=item.changed_at)


def _deleted_at(base: Base | None, ours: Item, theirs: Item, told: _Told) -> int | None:
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


def _content(base: Base | None, ours: Item, theirs: Item, told: _Told) -> str:
    if ours.content == theirs.content:
        return ours.content
    kind = ours.kind
    usual = USUAL[kind]
    was = usual if base is None else fields_of(kind, base.content)
    one = _Side(fields_of(kind, ours.content), ours.changed_at)
    other = _Side(fields_of(kind, theirs.content), theirs.changed_at)
    fields = {name: _field(name, was, one, other, told) for name in usual}
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
    return {(one.field, _spelled(one.value)): one for one in conflicts}


# --- one field ---


def _field(name: str, was: Mapping[str, object], ours: _Side, theirs: _Side, told: _Told) -> object:
    base, one, other = was[name], ours.fields[name], theirs.fields[name]
    if one == other or other == base:
        return one
    if one == base:
        return other
    return _BOTH.get(name, _later)(name, was, ours, theirs, told)


def _later(name: str, was: Mapping[str, object], ours: _Side, theirs: _Side, told: _Told) -> object:  # noqa: ARG001 - as the others
    """The later word; the other one is kept as a conflict."""
    first, second = ours.fields[name], theirs.fields[name]
    stands, lost, at = _ranked(first, ours.at, second, theirs.at)
    told.conflicts.append(Conflict(name, lost, at))
    return stands


def _ranked(one: object, one_at: int, other: object, other_at: int) -> tuple[object, object, int]:
    """Of two values the one that stands, the one that does not, and when that was said."""
    if (one_at, _spelled(one)) >= (other_at, _spelled(other)):
        return one, other, other_at
    return other, one, one_at


def _place(name: str, was: Mapping[str, object], ours: _Side, theirs: _Side, told: _Told) -> object:  # noqa: ARG001 - as the others
    """A position goes with the group in which it is one; what nobody can read is nothing to settle."""
    group = was.get("group")
    moved = [side for side in (ours, theirs) if side.fields.get("group") != group]
    if len(moved) == 1:
        return moved[0].fields[name]
    # Where both moved it, the same side wins as does about the group.
    keys = [(side.at, _spelled(side.fields.get("group")), _spelled(side.fields[name])) for side in (ours, theirs)]
    return (ours if keys[0] >= keys[1] else theirs).fields[name]


def _elements(name: str, was: Mapping[str, object], ours: _Side, theirs: _Side, told: _Told) -> object:  # noqa: ARG001 - as the others
    """A list without an order that matters: what either side added, without what either side took away."""
    before, one, other = (_listed(side[name]) for side in (was, ours.fields, theirs.fields))
    kept = {key for key in one | other if (key in one and key in other) or key not in before}
    values = one | other
    return [values[key] for key in _in_order(kept, list(before), list(one), list(other), first=_is_first(ours, theirs))]


def _wordings(name: str, was: Mapping[str, object], ours: _Side, theirs: _Side, told: _Told) -> object:
    """Wording by wording; one that was taken away by one side and rewritten by the other stays."""
    before, one, other = (_texts(side[name]) for side in (was, ours.fields, theirs.fields))
    texts: dict[str, str] = {}
    for uid in one | other:
        text = _wording(uid, before.get(uid), (one.get(uid), ours.at), (other.get(uid), theirs.at), told)
        if text is not None:
            texts[uid] = text
    order = _in_order(set(texts), list(before), list(one), list(other), first=_is_first(ours, theirs))
    return [{"uid": uid, "text": texts[uid]} for uid in order]


def _wording(
    uid: str, base: str | None, ours: tuple[str | None, int], theirs: tuple[str | None, int], told: _Told
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


def _is_first(ours: _Side, theirs: _Side) -> bool:
    return (ours.at, _spelled(ours.fields)) >= (theirs.at, _spelled(theirs.fields))


def _texts(wordings: object) -> dict[str, str]:
    found: list[dict[str, str]] = wordings if isinstance(wordings, list) else []
    return {one["uid"]: one["text"] for one in found}


def _listed(values: object) -> dict[str, object]:
    found: list[Any] = values if isinstance(values, list) else []
    return {_spelled(value): value for value in found}


def _spelled(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


_BOTH: Mapping[str, Callable[[str, Mapping[str, object], _Side, _Side, _Told], object]] = {
    "wordings": _wordings,
    "tags": _elements,
    "attachments": _elements,
    "position": _place,
}


# --- shared parts ---


def _with_new_titles(
    bases: Mapping[str, Base], ours: Mapping[str, Item], theirs: Mapping[str, Item]
) -> tuple[Mapping[str, Base], Mapping[str, Item], Mapping[str, Item]]:
    """All of it with the titles that shared parts will have, wherever a text names one.

    Whoever gave a part another title has changed the texts that named it; what others wrote meanwhile has the old one.
    """
    titles = _new_titles(bases, ours, theirs)
    if not titles:
        return bases, ours, theirs

    def named(item: Item) -> Item:
        for old, new in titles.items() if item.kind is ItemKind.REPLY and ">" in item.content else ():
            item = renamed(item, old, new, item.changed_at)
        return item

    return (
        {
            uid: base._replace(content=named(Item(uid, _kind(uid, ours, theirs), base.content)).content)
            for uid, base in bases.items()
        },
        {uid: named(item) for uid, item in ours.items()},
        {uid: named(item) for uid, item in theirs.items()},
    )


def _kind(uid: str, ours: Mapping[str, Item], theirs: Mapping[str, Item]) -> ItemKind:
    item = ours.get(uid) or theirs.get(uid)
    return ItemKind.GROUP if item is None else item.kind  # what both have forgotten has no texts that matter


def _new_titles(bases: Mapping[str, Base], ours: Mapping[str, Item], theirs: Mapping[str, Item]) -> dict[str, str]:
    """What a shared part was called by anybody, and what it will be called."""
    found: dict[str, str] = {}
    renamed_ones: set[str] = set()
    for uid in ours.keys() & theirs.keys() & bases.keys():
        one, other = ours[uid], theirs[uid]
        contents = (bases[uid].content, one.content, other.content)
        if contents[0] == contents[1] == contents[2]:
            continue
        called = {_part_title(one.kind, content) for content in contents} - {""}
        if len(called) > 1 and _is_seen(one) and _is_seen(other):
            was, first, second = (fields_of(one.kind, content) for content in contents)
            title = str(_field("title", was, _Side(first, one.changed_at), _Side(second, other.changed_at), _Told()))
            found |= dict.fromkeys(called - {title}, title)
            renamed_ones.add(uid)
    if not found:
        return found
    others = (
        item for side in (ours, theirs) for uid, item in side.items() if uid not in renamed_ones and _is_seen(item)
    )
    taken = {_part_title(item.kind, item.content) for item in others} | set(found.values())
    return {old: new for old, new in found.items() if old not in taken}


def _parts_named(ours: Mapping[str, Item], theirs: Mapping[str, Item], merged: Mapping[str, Item]) -> list[str]:
    """Shared parts that one side deleted while the other one's texts name them; a part may name another one."""
    seen = [item for item in merged.values() if item.kind is ItemKind.REPLY and _is_seen(item)]
    there = {_part_title(item.kind, item.content) for item in seen}
    gone: dict[str, Item] = {}
    for uid in sorted(ours.keys() & theirs.keys()):
        item = merged[uid]
        if not _is_seen(item) and (_is_seen(ours[uid]) or _is_seen(theirs[uid])):
            gone.setdefault(_part_title(item.kind, item.content), item)
    missing = {title: item for title, item in gone.items() if title and title not in there}
    found: list[str] = []
    asking = seen if missing else []
    while asking:
        titles = {title for item in asking if ">" in item.content for title in fragments_in(item)} & missing.keys()
        asking = [missing.pop(title) for title in sorted(titles)]
        found += (item.uid for item in asking)
    return found


# --- groups ---


def _groups_put_into(
    bases: Mapping[str, Base],
    ours: Mapping[str, Item],
    theirs: Mapping[str, Item],
    merged: Mapping[str, Item],
    kept: frozenset[str],
) -> list[str]:
    """Groups that one side deleted while the other one put a reply into them.

    Or changed one in them that was deleted along with the group.
    """
    gone = {uid for uid, item in merged.items() if item.kind is ItemKind.GROUP and not _is_seen(item)}
    found: set[str] = set()
    for uid, item in merged.items() if gone else ():
        if item.kind is not ItemKind.REPLY or not _is_seen(item) or (group := _group_of(item.content)) not in gone:
            continue
        side = _side_that_has(group, ours, theirs)
        if (
            uid in side
            and _group_of(side[uid].content) == group
            and (uid in kept or not _was_in(group, bases.get(uid)))
        ):
            found.add(group)
    return sorted(found)


def _side_that_has(group: str, ours: Mapping[str, Item], theirs: Mapping[str, Item]) -> Mapping[str, Item]:
    """The side on which a group is still there; none where both deleted it."""
    for side in (ours, theirs):
        if group in side and side[group].deleted_at is None:
            return side
    return {}


def _group_of(content: str) -> str:
    return str(fields_of(ItemKind.REPLY, content)["group"])


def _was_in(group: str, base: Base | None) -> bool:
    return base is not None and _group_of(base.content) == group
