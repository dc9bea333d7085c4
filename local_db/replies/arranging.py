"""What saved replies and groups become: their words tidied, their places found, the items to store. Pure functions."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from local_db.errors import ReplyError
from local_db.replies.codec import (
    MOST_CHARACTERS,
    conflicts_of,
    content_of,
    fields_of,
    group_json,
    is_position,
    read_reply,
    reply_json,
    value_of,
)
from local_db.replies.fragments import names_in, with_new_title
from local_db.replies.library import Library
from local_db.replies.model import Group, Item, ItemKind, Reply, Wording
from local_db.replies.positions import LONGEST, between, spread

_WORDINGS = "wordings"


def new_uid() -> str:
    """A name for a reply, a group or a wording that no PC has given before."""
    return secrets.token_hex(8)


def tidied(reply: Reply) -> Reply:
    """The reply without blanks around its words, with a uid for itself and for every wording that has none.

    Raises ReplyError where it cannot be kept as one (`title_empty`, `nothing_to_say`, `days_turned_round`,
    `content_invalid`).
    """
    reply = replace(
        reply,
        uid=reply.uid or new_uid(),
        title=" ".join(reply.title.split()),
        shortcut=reply.shortcut.strip(),
        tags=tuple(dict.fromkeys(filter(None, (tag.strip() for tag in reply.tags)))),
        wordings=tuple(Wording(w.uid or new_uid(), w.text) for w in reply.wordings if w.text.strip()),
        position=reply.position if is_position(reply.position) else "",
    )
    if not reply.title:
        raise ReplyError("title_empty")
    if not reply.attachments and not reply.wordings:
        raise ReplyError("nothing_to_say")
    if reply.valid_from and reply.valid_until and reply.valid_from > reply.valid_until:
        raise ReplyError("days_turned_round")
    content = reply_json(reply)
    if len(content) > MOST_CHARACTERS:
        raise ReplyError("content_invalid", key="")
    return read_reply(reply.uid, content)


def new_groups(
    found: Library, groups: Sequence[Group], taken: Mapping[str, Item]
) -> tuple[dict[str, str], list[Group]]:
    """The uid in the library of each group by the one it came with, and the groups that are not there yet.

    Raises ReplyError `group_name_empty`.
    """
    by_name = {group.name: group.uid for group in found.groups}
    last = max((group.position for group in found.groups), default="")
    meant: dict[str, str] = {}
    new: list[Group] = []
    for group in groups:
        name = group.name.strip()
        if not name:
            raise ReplyError("group_name_empty")
        if name not in by_name:
            uid = group.uid if group.uid and group.uid not in taken else new_uid()
            last = between(last, "")
            new.append(replace(group, uid=uid, name=name, position=last))
            by_name[name] = uid
        meant[group.uid] = by_name[name]
    return meant, new


def at_the_end(found: Library, replies: Iterable[Reply]) -> list[Reply]:
    """New replies after those of their groups, in the order given."""
    last: dict[str, str] = {}
    for reply in found.replies:
        last[reply.group] = max(last.get(reply.group, ""), reply.position)
    placed: list[Reply] = []
    for reply in replies:
        last[reply.group] = between(last.get(reply.group, ""), "")
        placed.append(replace(reply, position=last[reply.group]))
    return placed


def moved_before(order: Sequence[tuple[str, str]], uids: Sequence[str], before: str) -> list[tuple[str, str]]:
    """Uids with their positions in a new order: some of them put before another one, or at the end.

    Only what is moved gets another position, unless the others cannot be told apart, or there is no short text left.
    """
    position = dict(order)
    staying = [uid for uid, _ in order if uid not in set(uids)]
    place = staying.index(before) if before in staying else len(staying)
    kept = [position[uid] for uid in staying]
    places: list[str] = []
    if all(kept) and all(one < other for one, other in pairwise(kept)):
        new = spread(kept[place - 1] if place else "", kept[place] if place < len(kept) else "", len(uids))
        places = [*kept[:place], *new, *kept[place:]]
    if not places or max(map(len, places)) > LONGEST:
        places = spread("", "", len(order))
    return list(zip([*staying[:place], *uids, *staying[place:]], places, strict=True))


def item_of(saved: Reply | Group, before: Item | None, moment: int) -> Item:
    """The item that a saved one becomes; what was not settled about a field that now says something else is settled."""
    if isinstance(saved, Reply):
        kind, content = ItemKind.REPLY, reply_json(saved)
    else:
        kind, content = ItemKind.GROUP, group_json(saved)
    if before is None:
        return Item(saved.uid, kind, content, moment, moment)
    was, now = fields_of(kind, before.content), fields_of(kind, content)
    left = [one for one in conflicts_of(before.content) if value_of(was, one.field) == value_of(now, one.field)]
    return replace(before, content=content_of(kind, now, left), changed_at=moment, deleted_at=None)


def fragments_in(item: Item) -> frozenset[str]:
    """The titles of the shared parts that a reply names, also in what is not settled."""
    return frozenset(title for text in _texts(item) for title in names_in(text))


def needed_by(staying: Iterable[Item], going: Sequence[Item]) -> set[str]:
    """The uids of what cannot go: the groups of those that stay, the parts they name, and what these need."""
    left = {item.uid: item for item in going}
    parts = {read_reply(item.uid, item.content).title: item.uid for item in going if item.kind is ItemKind.REPLY}
    needed: set[str] = set()
    asking = list(staying)
    while asking:
        replies = [item for item in asking if item.kind is ItemKind.REPLY]
        wanted = {read_reply(item.uid, item.content).group for item in replies}
        wanted |= {parts[title] for item in replies for title in fragments_in(item) if title in parts}
        needed |= wanted & left.keys()
        asking = [left.pop(uid) for uid in sorted(wanted & left.keys())]
    return needed


def renamed(item: Item, old: str, new: str, moment: int) -> Item:
    """The reply with another title wherever it names a shared part, also in what is not settled."""
    fields = fields_of(item.kind, item.content)
    conflicts = [
        replace(one, value=_with_new_title(one.value, old, new)) if one.field.startswith(_WORDINGS) else one
        for one in conflicts_of(item.content)
    ]
    fields[_WORDINGS] = _with_new_title(fields[_WORDINGS], old, new)
    return replace(item, content=content_of(item.kind, fields, conflicts), changed_at=moment)


def _texts(item: Item) -> Iterator[str]:
    unsettled = [one.value for one in conflicts_of(item.content) if one.field.startswith(_WORDINGS)]
    for said in (fields_of(item.kind, item.content)[_WORDINGS], *unsettled):
        if isinstance(said, str):
            yield said
        elif isinstance(said, list):
            yield from (str(wording["text"]) for wording in said)


def _with_new_title(said: object, old: str, new: str) -> object:
    """Wordings, or the text of one, with another title."""
    if isinstance(said, str):
        return with_new_title(said, old, new)
    if isinstance(said, list):
        return [{**wording, "text": with_new_title(str(wording["text"]), old, new)} for wording in said]
    return said
