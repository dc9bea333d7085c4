"""The whole library as one value: every reply and group that is not deleted, in the order of its groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from local_db.replies.codec import conflicts_of, read_group, read_reply
from local_db.replies.model import Conflict, Group, Item, ItemKind, Reply, Usage


@dataclass(frozen=True)
class Library:
    """Replies in the order of their groups, those in none first; `conflicts` by the item's uid."""

    replies: tuple[Reply, ...] = ()
    groups: tuple[Group, ...] = ()
    conflicts: Mapping[str, tuple[Conflict, ...]] = field(default_factory=dict)

    @cached_property
    def by_uid(self) -> Mapping[str, Reply]:
        """Every reply by its uid."""
        return {reply.uid: reply for reply in self.replies}

    @cached_property
    def group_names(self) -> Mapping[str, str]:
        """The name of every group by its uid."""
        return {group.uid: group.name for group in self.groups}

    @cached_property
    def fragments(self) -> Mapping[str, str]:
        """What each shared part says, by the title under which texts name it; of two with one title the first."""
        return fragments_of(self.replies)

    def in_group(self, uid: str) -> tuple[Reply, ...]:
        """The replies of a group in their order; with an empty uid those in none."""
        return tuple(reply for reply in self.replies if reply.group == uid)


class Reading:
    """Reads the replies of records; of a library that is read again most say the same and are the same objects."""

    def __init__(self, before: Mapping[str, tuple[str, Reply]]) -> None:
        """`before`: what an earlier one has come to know."""
        self._before = before
        self.known: dict[str, tuple[str, Reply]] = {}

    def read(self, uid: str, content: str) -> Reply:
        """The reply of a record. Raises ReplyError `content_invalid`."""
        known = self._before.get(uid)
        if known is None or known[0] != content:
            known = content, read_reply(uid, content)
        self.known[uid] = known
        return known[1]


def library_of(items: Iterable[Item], read: Callable[[str, str], Reply] = read_reply) -> Library:
    """The library that some items are. A reply whose group is gone is in none. Raises ReplyError `content_invalid`."""
    replies: list[Reply] = []
    groups: list[Group] = []
    conflicts: dict[str, tuple[Conflict, ...]] = {}
    for item in items:
        if item.deleted_at is not None:
            continue
        if item.kind is ItemKind.REPLY:
            replies.append(read(item.uid, item.content))
        else:
            groups.append(read_group(item.uid, item.content))
        if open_ones := conflicts_of(item.content):
            conflicts[item.uid] = open_ones
    groups.sort(key=lambda group: (group.position, group.uid))
    place = {group.uid: number for number, group in enumerate(groups, 1)}
    replies = [reply if reply.group in place or not reply.group else replace(reply, group="") for reply in replies]
    replies.sort(key=lambda reply: (place.get(reply.group, 0), reply.position, reply.uid))
    return Library(tuple(replies), tuple(groups), conflicts)


def fragments_of(replies: Iterable[Reply]) -> dict[str, str]:
    """What each shared part says, by its title; of two with one title the first."""
    found: dict[str, str] = {}
    for reply in replies:
        if reply.fragment and reply.wordings:
            found.setdefault(reply.title.strip(), reply.wordings[0].text)
    return found


def hot(library: Library, usage: Mapping[str, Usage], count: int) -> tuple[Reply, ...]:
    """The replies that are taken most often, the pinned ones before all others; shared parts are none."""
    usual = Usage()

    def rank(reply: Reply) -> tuple[bool, int, int]:
        used = usage.get(reply.uid, usual)
        return not reply.pinned, -used.times, -used.last_at

    taken = [r for r in library.replies if not r.fragment and (r.pinned or r.uid in usage)]
    return tuple(sorted(taken, key=rank)[:count])
