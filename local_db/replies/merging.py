"""What two PCs have made of the same library, as one: item by item, and what items have to do with each other.

Pure functions. What becomes of one item is in `merging_items.py`; here stands which items of both are the same, and
that shared parts and groups stay where others need them. It does not matter which side is called ours, and merging
once more what was merged changes nothing; so a synchronisation that a crash cut short is simply done again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from local_db.replies.arranging import fragments_in, renamed
from local_db.replies.codec import conflicts_of, content_of, fields_of
from local_db.replies.merging_items import Base, Side, Told, field_of_both, merged_item, spelled, texts_of
from local_db.replies.model import Conflict, Item, ItemKind


@dataclass(frozen=True, slots=True)
class Merged:
    """Every item of both sides; what they could not agree about; what stays although one of them deleted it."""

    items: Mapping[str, Item]
    conflicts: tuple[tuple[str, Conflict], ...] = ()
    kept: tuple[str, ...] = ()


def merge(bases: Mapping[str, Base], ours: Mapping[str, Item], theirs: Mapping[str, Item]) -> Merged:
    """Both sides as one.

    `bases` says what each item was when they were last the same; one that is new to both has none. Raises ReplyError
    `content_invalid`.
    """
    merged = _merged(bases, ours, theirs)
    turned = _parts_turned(ours, theirs, merged.items)
    if not turned:
        return merged
    again = merge(bases, _as_parts(ours, turned), _as_parts(theirs, turned))
    return replace(again, kept=tuple(sorted({*again.kept, *turned})))


def _merged(bases: Mapping[str, Base], ours: Mapping[str, Item], theirs: Mapping[str, Item]) -> Merged:
    bases, ours, theirs = _with_new_titles(bases, ours, theirs)
    items: dict[str, Item] = {}
    conflicts: list[tuple[str, Conflict]] = []
    kept: list[str] = []
    for uid in sorted(ours.keys() | theirs.keys()):
        told = Told()
        items[uid] = merged_item(bases.get(uid), ours.get(uid), theirs.get(uid), told)
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
    moved = {uid: regrouped(item, same) for uid, item in ours.items()} if same else dict(ours)
    same |= _twins({uid: moved[uid] for uid in new_here}, new_there, ItemKind.REPLY)
    parts = _same_parts({uid: moved[uid] for uid in new_here if uid not in same}, new_there)
    one = {uid: replace(i, deleted_at=i.changed_at) if uid in same or uid in parts else i for uid, i in moved.items()}
    adopted = {there: _as_uid(moved[here], theirs[there]) for here, there in parts.items()}
    return one | adopted, same | parts


def _is_seen(item: Item) -> bool:
    return item.deleted_at is None


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
    uids = list(texts_of(fields_of(other.kind, other.content)["wordings"]))
    fields = fields_of(item.kind, item.content)
    texts = texts_of(fields["wordings"])
    named = [(uids[place] if place < len(uids) else uid, texts[uid]) for place, uid in enumerate(texts)]
    wordings = [{"uid": uid, "text": text} for uid, text in named]
    content = content_of(item.kind, fields | {"wordings": wordings}, conflicts_of(item.content))
    return replace(item, uid=other.uid, content=content)


def _sense(item: Item) -> str:
    """What an item says, wherever it stands and however its wordings are called."""
    fields = fields_of(item.kind, item.content)
    return spelled(fields | {"position": "", "wordings": [*texts_of(fields.get("wordings")).values()]})


def regrouped(item: Item, groups: Mapping[str, str]) -> Item:
    """An item where some groups stand for others: a reply of one of these is in the other."""
    if item.kind is not ItemKind.REPLY:
        return item
    fields = fields_of(item.kind, item.content)
    if (group := str(fields["group"])) not in groups:
        return item
    content = content_of(item.kind, fields | {"group": groups[group]}, conflicts_of(item.content))
    return replace(item, content=content)


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
        if len(called) > 1 and (_is_seen(one) or _is_seen(other)):
            was, first, second = (fields_of(one.kind, content) for content in contents)
            title = str(
                field_of_both("title", was, Side(first, one.changed_at), Side(second, other.changed_at), Told())
            )
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


def _parts_turned(ours: Mapping[str, Item], theirs: Mapping[str, Item], merged: Mapping[str, Item]) -> set[str]:
    """Shared parts that one side made an ordinary reply while the other one's texts name them."""
    turned: dict[str, str] = {}
    for uid in ours.keys() & theirs.keys():
        one, other, item = ours[uid], theirs[uid], merged[uid]
        if one.content == other.content or not _is_seen(item) or _part_title(item.kind, item.content):
            continue
        if title := _part_title(one.kind, one.content) or _part_title(other.kind, other.content):
            turned[title] = uid
    if not turned:
        return set()
    seen = [item for item in merged.values() if item.kind is ItemKind.REPLY and _is_seen(item)]
    there = {_part_title(item.kind, item.content) for item in seen}
    named = {title for item in seen if ">" in item.content for title in fragments_in(item)}
    return {uid for title, uid in turned.items() if title in named - there}


def _as_parts(side: Mapping[str, Item], uids: Collection[str]) -> dict[str, Item]:
    return {uid: _as_part(item) if uid in uids else item for uid, item in side.items()}


def _as_part(item: Item) -> Item:
    fields = fields_of(item.kind, item.content) | {"fragment": True}
    return replace(item, content=content_of(item.kind, fields, conflicts_of(item.content)))


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
