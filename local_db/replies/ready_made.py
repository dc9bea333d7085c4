"""Adding replies that come with the program, and taking them away again: one transaction each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from local_db.changes import Changes, Topic
from local_db.errors import ReplyError
from local_db.replies import store
from local_db.replies.arranging import at_the_end, item_of, needed_by, new_groups, tidied
from local_db.replies.library import library_of
from local_db.replies.model import Group, Item, ItemKind, Reply
from local_db.replies.stored import groups_there
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Connection, Shop

_REPLIES = Changes.of(Topic.REPLIES)


class Added(NamedTuple):
    """What there is now and was not before."""

    replies: tuple[Item, ...]
    groups: tuple[Item, ...]


def add_ready_made(
    shop: Shop, groups: Sequence[Group], replies: Sequence[Reply], *, now: datetime
) -> tuple[Added, Changes]:
    """Add some of the replies that come with the program, with their groups.

    Those that are there already stay as they are, and those that were deleted come back as they were. A group whose
    name there is already is that group. Raises ReplyError as `save_reply` does.
    """
    with shop.write() as connection:
        before = {group.uid for group in groups_there(connection)}
        there = store.items_by_uid(connection, [reply.uid for reply in replies])
        gone = [item for item in there.values() if item.deleted_at is not None]
        new = [reply for reply in replies if reply.uid not in there]
        store.put(connection, [replace(item, deleted_at=None, changed_at=epoch(now)) for item in gone])
        if new:
            _add(connection, groups, new, epoch(now))
        added = store.items_by_uid(connection, [*(item.uid for item in gone), *(reply.uid for reply in new)])
        fresh = (item for item in store.items_of(connection, ItemKind.GROUP) if item.uid not in before)
        return Added(tuple(added.values()), tuple(fresh)), _REPLIES


def take_away(shop: Shop, added: Added, *, now: datetime) -> Changes:
    """Undo an adding. What was changed since, here or on another PC, stays, with its group and the parts it names."""
    moment = epoch(now)
    was = {item.uid: item.content for item in (*added.replies, *added.groups)}
    with shop.write() as connection:
        there = store.items(connection)
        untouched = [item for item in there if was.get(item.uid) == item.content]
        needed = needed_by([item for item in there if was.get(item.uid) != item.content], untouched)
        gone = [item for item in untouched if item.uid not in needed]
        store.put(connection, [replace(item, deleted_at=moment, changed_at=moment) for item in gone])
    return _REPLIES


def _add(connection: Connection, groups: Sequence[Group], replies: Sequence[Reply], moment: int) -> None:
    """Store new replies, and their groups where none has the name."""
    found = library_of(store.items(connection))
    taken = store.items_by_uid(connection, [group.uid for group in groups])
    meant, fresh = new_groups(found, groups, taken)
    there = {"", *(group.uid for group in (*found.groups, *fresh))}
    new = [replace(tidied(reply), group=meant.get(reply.group, reply.group)) for reply in replies]
    if any(reply.group not in there for reply in new):
        raise ReplyError("group_missing")
    added: list[Reply | Group] = [*fresh, *at_the_end(found, new)]
    store.put(connection, [item_of(one, None, moment) for one in added])
