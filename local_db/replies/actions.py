"""The library is read, and one reply or group of it saved, deleted, brought back or settled: one transaction each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.errors import ReplyError
from local_db.replies import store
from local_db.replies.arranging import item_of, new_uid, tidied
from local_db.replies.codec import fields_of, group_fields, read_item, read_reply, reply_fields
from local_db.replies.library import Library, library_of
from local_db.replies.merging_items import rewritten, settled
from local_db.replies.model import Group, Item, ItemKind, Reply, Settlement, Step, Version
from local_db.replies.named_parts import check_texts, keep_name, put_back, refuse_while_used
from local_db.replies.positions import between
from local_db.replies.stored import check_group, existing, groups_there
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Connection, Shop

_REPLIES = Changes.of(Topic.REPLIES)


def list_items(shop: Shop, *, deleted: bool = False) -> list[Item]:
    """Every item as it is kept; those that are deleted too, where they are wanted."""
    with shop.read() as connection:
        return store.items(connection, deleted=deleted)


def library(shop: Shop) -> Library:
    """Every reply and group. Raises ReplyError `content_invalid`."""
    return library_of(list_items(shop))


def versions(shop: Shop, uid: str) -> tuple[Version, ...]:
    """What a reply or a group has said, the latest first; none where it never was."""
    with shop.read() as connection:
        item = store.items_by_uid(connection, [uid]).get(uid)
        rows = store.versions(connection, uid)
    if item is None:
        return ()
    return tuple(Version(number, read_item(replace(item, content=said)), moment) for number, said, moment in rows)


def save_reply(shop: Shop, reply: Reply, *, seen: Reply | None = None, now: datetime) -> tuple[Reply, Changes]:
    """Store a new reply (an empty uid) or a changed one, and keep what it says as a version.

    `seen` is the reply as it was when it began to be written; without it, as it is stored. What another PC has changed
    since stays, or is kept to be settled where the same was written anew. The reply comes back as it was written.

    One that is new in its group comes last there. What is not settled about fields that now say something else is
    settled. A shared part with another title keeps its name in every text that uses it. Raises ReplyError
    (`title_empty`, `nothing_to_say`, `days_turned_round`, `group_missing`, `reply_missing`, `text_has_faults` with the
    code `fault`, `fragment_title_taken`, `fragment_title_characters`, `fragment_in_use`).
    """
    is_new = not reply.uid
    reply = tidied(reply)
    with shop.write() as connection:
        before = None if is_new else existing(connection, reply.uid, ItemKind.REPLY)
        check_texts(connection, reply)
        if before is None:
            check_group(connection, reply.group)
            reply = _at_the_end(connection, reply)
            store.put(connection, [item_of(reply, None, epoch(now))])
        else:
            reply = _write_over(connection, before, seen or _shown(connection, before), reply, epoch(now))
    return reply, _REPLIES


def undo_saving(shop: Shop, before: Reply | Group, after: Reply | Group, *, now: datetime) -> Changes:
    """Let a reply or a group say what it said before it was saved; what was changed since stays.

    Raises as `save_reply` does.
    """
    moment = epoch(now)
    with shop.write() as connection:
        stored = existing(connection, after.uid)
        was, is_now = (replace(item_of(one, None, moment), created_at=stored.created_at) for one in (before, after))
        put_back(connection, Step(was, is_now), stored, moment)
    return _REPLIES


def save_group(shop: Shop, group: Group, *, seen: Group | None = None, now: datetime) -> tuple[Group, Changes]:
    """Store a new group (an empty uid), which comes last, or a changed one; `seen` as in `save_reply`.

    Raises ReplyError (`group_name_empty`, `group_name_taken`, `group_missing`).
    """
    group = replace(group, name=" ".join(group.name.split()))
    if not group.name:
        raise ReplyError("group_name_empty")
    with shop.write() as connection:
        others = [other for other in groups_there(connection) if other.uid != group.uid]
        if any(other.name == group.name for other in others):
            raise ReplyError("group_name_taken", name=group.name)
        before = existing(connection, group.uid, ItemKind.GROUP) if group.uid else None
        if not group.position:
            group = replace(group, position=between(max((other.position for other in others), default=""), ""))
        group = replace(group, uid=group.uid or new_uid())
        if before is None:
            store.put(connection, [item_of(group, None, epoch(now))])
        else:
            known = fields_of(before.kind, before.content) if seen is None else group_fields(seen)
            store.put(connection, [rewritten(before, known, group_fields(group), epoch(now))])
    return group, _REPLIES


def delete(shop: Shop, uids: Collection[str], *, now: datetime) -> Changes:
    """Take replies and groups out of sight; `restore` brings them back. Replies of a deleted group are in none then.

    Raises ReplyError `fragment_in_use`.
    """
    moment = epoch(now)
    with shop.write() as connection:
        there = [item for item in store.items_by_uid(connection, uids).values() if item.deleted_at is None]
        for item in there:
            saved = read_item(item)
            if isinstance(saved, Reply) and saved.fragment:
                refuse_while_used(connection, saved.title, uids)
        store.put(connection, [replace(item, deleted_at=moment, changed_at=moment) for item in there])
    return _REPLIES


def restore(shop: Shop, uids: Collection[str], *, now: datetime) -> Changes:
    """Undo a deletion."""
    moment = epoch(now)
    with shop.write() as connection:
        gone = store.items_by_uid(connection, uids).values()
        store.put(
            connection, [replace(i, deleted_at=None, changed_at=moment) for i in gone if i.deleted_at is not None]
        )
    return _REPLIES


def settle(shop: Shop, uid: str, settlement: Settlement, *, now: datetime) -> tuple[tuple[Step, ...], Changes]:
    """Settle what two PCs said of a field; what was done, for an undo.

    What nobody has seen when it was decided stays to be settled. Raises ReplyError (`reply_missing`,
    `content_invalid`).
    """
    moment = epoch(now)
    with shop.write() as connection:
        before = existing(connection, uid)
        item = settled(before, settlement, moment)
        saved = read_item(item)  # read strictly: another PC may have written what cannot be
        if isinstance(saved, Reply):
            keep_name(connection, saved, before, moment)
        store.put(connection, [item])
    return (Step(before, item),), _REPLIES


def _write_over(connection: Connection, before: Item, seen: Reply, written: Reply, moment: int) -> Reply:
    """Store a reply that there is, with what it says anew; the reply as it was written, in its place."""
    if written.group != seen.group:
        check_group(connection, written.group)
    if written.group != seen.group or not written.position:
        written = _at_the_end(connection, written)
    item = rewritten(before, reply_fields(seen), reply_fields(written), moment)
    keep_name(connection, read_reply(item.uid, item.content), before, moment)
    store.put(connection, [item])
    return written


def _at_the_end(connection: Connection, reply: Reply) -> Reply:
    return replace(reply, position=between(store.last_position(connection, reply.group), ""))


def _shown(connection: Connection, item: Item) -> Reply:
    """A reply as the library shows it: of a group that is deleted, it is in none."""
    reply = read_reply(item.uid, item.content)
    group = store.items_by_uid(connection, [reply.group]).get(reply.group)
    return replace(reply, group="") if group is None or group.deleted_at is not None else reply
