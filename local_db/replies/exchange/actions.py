"""Bringing the replies of a file into the library, and taking them out again: one transaction each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from local_db.changes import Changes, Topic
from local_db.folding import fold
from local_db.replies import store
from local_db.replies.arranging import at_the_end, item_of, new_groups, new_uid, tidied
from local_db.replies.codec import read_group
from local_db.replies.exchange.model import Draft
from local_db.replies.library import Library, library_of
from local_db.replies.merging import regrouped
from local_db.replies.model import Group, Item, ItemKind, Reply, Scope, Wording
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Shop


class OnRepeat(StrEnum):
    """What is done with a draft that the library has already."""

    SKIP = "skip"
    ADD = "add"  # as a reply of its own
    REPLACE = "replace"  # its words instead of those there; these stay in the reply's history


class Repeat(NamedTuple):
    """A draft (by its place) that the library has already: the reply, and whether the text is the same too."""

    draft: int
    uid: str
    same_text: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, as `undo_import` needs it.

    `added` are the new items as they were stored, `before` the replies that were replaced as they had been and
    `replaced` as they were stored; `repeated` the drafts that were there already.
    """

    added: tuple[Item, ...] = ()
    before: tuple[Item, ...] = ()
    replaced: tuple[Item, ...] = ()
    repeated: tuple[Repeat, ...] = ()

    @property
    def uids(self) -> tuple[str, ...]:
        """The new replies."""
        return tuple(item.uid for item in self.added if item.kind is ItemKind.REPLY)

    @property
    def groups(self) -> tuple[str, ...]:
        """The new groups."""
        return tuple(item.uid for item in self.added if item.kind is ItemKind.GROUP)


class Undone(NamedTuple):
    """What was taken back, and what stays because it was changed since."""

    removed: int
    kept: tuple[str, ...]


def find_repeated(library: Library, drafts: Sequence[Draft]) -> tuple[Repeat, ...]:
    """The drafts that the library has already, by the same text or the same shortcut."""
    by_text = {_words(w.text): reply.uid for reply in reversed(library.replies) for w in reply.wordings}
    by_shortcut = {fold(reply.shortcut): reply.uid for reply in reversed(library.replies) if reply.shortcut}
    found: list[Repeat] = []
    for place, draft in enumerate(drafts):
        uids = {by_text.get(_words(text)) for text in draft.texts}
        if len(uids) == 1 and (uid := next(iter(uids))) is not None:
            found.append(Repeat(place, uid, same_text=True))
        elif draft.shortcut and (uid := by_shortcut.get(fold(draft.shortcut))) is not None:
            found.append(Repeat(place, uid, same_text=False))
    return tuple(found)


def import_replies(
    shop: Shop,
    drafts: Sequence[Draft],
    *,
    now: datetime,
    personal_group: str,
    scope: Scope = Scope.SHOP,
    on_repeat: OnRepeat = OnRepeat.SKIP,
) -> tuple[Imported, Changes]:
    """Add what is new. `personal_group` is the name of the group for personal drafts without one.

    With a personal `scope` every draft is a personal one. Raises ReplyError (`content_invalid`).
    """
    if scope is Scope.PERSONAL:
        drafts = [replace(draft, personal=True) for draft in drafts]
    moment = epoch(now)
    with shop.write() as connection:
        library = library_of(store.items(connection))
        repeated = find_repeated(library, drafts)
        fresh = _fresh(drafts, repeated, on_repeat)
        named = [replace(d, group=d.group or personal_group) if d.personal else d for d in fresh]
        groups, group_of = _groups(library, named)
        meant, new = new_groups(library, groups, {})
        replies = [tidied(_reply(draft, meant.get(group_of[draft.group, draft.personal], ""))) for draft in named]
        new_ones: list[Reply | Group] = [*new, *at_the_end(library, replies)]
        added = [item_of(one, None, moment) for one in new_ones]
        before, replaced = _replaced(library, drafts, repeated, on_repeat)
        old = store.items_by_uid(connection, [reply.uid for reply in before])
        changed = [item_of(reply, old[reply.uid], moment) for reply in replaced]
        store.put(connection, [*added, *changed])
    result = Imported(tuple(added), tuple(old[reply.uid] for reply in before), tuple(changed), repeated)
    return result, Changes.of(Topic.REPLIES) if added or changed else Changes()


def undo_import(shop: Shop, imported: Imported, *, now: datetime) -> tuple[Undone, Changes]:
    """Take an import back. What was changed since stays as it is now, and so does a group with something in it.

    Where another PC's group of the same name took the place of one that came in, its replies are not changed by that.
    """
    moment = epoch(now)
    with shop.write() as connection:
        there = store.items_by_uid(connection, [item.uid for item in (*imported.added, *imported.replaced)])
        library = library_of(store.items(connection))
        joined = _joined(imported, library)
        untouched = [there[item.uid] for item in imported.added if _is_as(there.get(item.uid), regrouped(item, joined))]
        replies = [item for item in untouched if item.kind is ItemKind.REPLY]
        gone = {item.uid for item in replies}
        used = {reply.group for reply in library.replies if reply.uid not in gone}
        groups = [item for item in untouched if item.kind is ItemKind.GROUP and item.uid not in used]
        back = [
            replace(was, changed_at=moment)
            for was, item in zip(imported.before, imported.replaced, strict=True)
            if _is_as(there.get(item.uid), item)
        ]
        store.put(
            connection, [*(replace(item, deleted_at=moment, changed_at=moment) for item in (*replies, *groups)), *back]
        )
    taken = {item.uid for item in (*replies, *groups, *back)}
    kept = tuple(uid for uid, item in there.items() if uid not in taken and item.deleted_at is None)
    return Undone(len(replies) + len(back), kept), Changes.of(Topic.REPLIES)


def _joined(imported: Imported, library: Library) -> dict[str, str]:
    """Which group of the same name stands for one that came in and is gone."""
    by_name = {group.name: group.uid for group in library.groups}
    came = [read_group(item.uid, item.content) for item in imported.added if item.kind is ItemKind.GROUP]
    return {
        group.uid: by_name[group.name]
        for group in came
        if group.uid not in library.group_names and group.name in by_name
    }


def _is_as(item: Item | None, stored: Item) -> bool:
    return item is not None and item.deleted_at is None and item.content == stored.content


def _words(text: str) -> str:
    """A text as repeated ones are found: without its spacing."""
    return "".join(fold(text).split())


def _fresh(drafts: Sequence[Draft], repeated: Iterable[Repeat], on_repeat: OnRepeat) -> list[Draft]:
    """What becomes replies of its own; two drafts with the same words in one file are one."""
    skipped = set() if on_repeat is OnRepeat.ADD else {repeat.draft for repeat in repeated}
    found: dict[tuple[str, ...], Draft] = {}
    for place, draft in enumerate(drafts):
        if place not in skipped:
            found.setdefault(tuple(map(_words, draft.texts)), draft)
    return list(found.values())


def _groups(library: Library, drafts: Iterable[Draft]) -> tuple[list[Group], dict[tuple[str, bool], str]]:
    """The groups that drafts are in, with provisional uids, and which one by name and whether it is personal.

    A personal group cannot have the name of one of the shop's, nor the other way round: it gets a number.
    """
    scopes = {group.name: group.scope for group in library.groups}
    group_of: dict[tuple[str, bool], str] = {("", False): ""}
    groups: list[Group] = []
    for draft in drafts:
        key = (draft.group, draft.personal)
        if key in group_of:
            continue
        scope = Scope.PERSONAL if draft.personal else Scope.SHOP
        name, number = draft.group, 2
        while scopes.get(name, scope) is not scope:
            name, number = f"{draft.group} {number}", number + 1
        scopes[name] = scope
        group = Group(new_uid(), name, scope)
        groups.append(group)
        group_of[key] = group.uid
    return groups, group_of


def _reply(draft: Draft, group: str) -> Reply:
    return Reply(
        uid="",
        title=draft.title,
        wordings=tuple(Wording("", text) for text in draft.texts),
        group=group,
        shortcut=draft.shortcut,
        tags=draft.tags,
        platforms=draft.platforms,
        language=draft.language,
        fragment=draft.fragment,
        valid_from=draft.valid_from,
        valid_until=draft.valid_until,
        pinned=draft.pinned,
    )


def _replaced(
    library: Library, drafts: Sequence[Draft], repeated: Iterable[Repeat], on_repeat: OnRepeat
) -> tuple[list[Reply], list[Reply]]:
    """The replies that get other words, before and after."""
    if on_repeat is not OnRepeat.REPLACE:
        return [], []
    changed: Mapping[str, Draft] = {repeat.uid: drafts[repeat.draft] for repeat in repeated if not repeat.same_text}
    before = [library.by_uid[uid] for uid in changed]
    return before, [_with_words(reply, changed[reply.uid]) for reply in before]


def _with_words(reply: Reply, draft: Draft) -> Reply:
    """The reply with a draft's words; wordings keep their uids in their order."""
    uids = [wording.uid for wording in reply.wordings]
    wordings = [Wording(uids[place] if place < len(uids) else "", text) for place, text in enumerate(draft.texts)]
    return tidied(replace(reply, wordings=tuple(wordings)))
