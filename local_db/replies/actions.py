"""What a window may do with the library of replies: one transaction each, all or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from local_db.changes import Changes, Topic
from local_db.errors import DocumentError, ReplyError
from local_db.media import store as media_store
from local_db.replies import store
from local_db.replies.arranging import (
    at_the_end,
    fragments_in,
    item_of,
    moved_before,
    needed_by,
    new_groups,
    new_uid,
    renamed,
    tidied,
)
from local_db.replies.codec import (
    conflicts_of,
    content_of,
    fields_of,
    group_fields,
    read_item,
    read_reply,
    reply_fields,
)
from local_db.replies.fragments import NOT_IN_TITLE
from local_db.replies.library import Library, fragments_of, library_of
from local_db.replies.merging_items import rewritten, settled, taken_back
from local_db.replies.model import Attachment, Group, Item, ItemKind, Reply, Settlement, Step, Usage, Version
from local_db.replies.positions import between
from local_db.replies.rules import fragments_with, text_faults
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.media.model import Media
    from local_db.shop_file import Connection, Shop

SEARCHES_KEPT = timedelta(days=90)
BULK_FIELDS = frozenset(
    {"group", "tags", "platforms", "language", "valid_from", "valid_until", "pinned"}  # what many may have in common
)

_NUMBER = re.compile(r"\d{6}")
_REPLIES = Changes.of(Topic.REPLIES)


# --- reading ---


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


def usage(shop: Shop) -> dict[str, Usage]:
    """How often every reply was taken, and when last."""
    with shop.read() as connection:
        return store.usage(connection)


def wording_counts(shop: Shop, uid: str) -> dict[str, int]:
    """How often each wording of a reply was taken, by the wording's uid."""
    with shop.read() as connection:
        return store.wording_counts(connection, uid)


def wordings_for(shop: Shop, uid: str, member_id: int) -> tuple[str, ...]:
    """The uids of the wordings of a reply that a member has got, the earliest first."""
    with shop.read() as connection:
        return tuple(store.wordings_for(connection, uid, member_id))


# --- saving ---


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
        before = None if is_new else _existing(connection, reply.uid, ItemKind.REPLY)
        _check_texts(connection, reply)
        if before is None:
            _check_group(connection, reply.group)
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
        stored = _existing(connection, after.uid)
        was, is_now = (replace(item_of(one, None, moment), created_at=stored.created_at) for one in (before, after))
        _take_back(connection, Step(was, is_now), stored, moment)
    return _REPLIES


def _write_over(connection: Connection, before: Item, seen: Reply, written: Reply, moment: int) -> Reply:
    """Store a reply that there is, with what it says anew; the reply as it was written, in its place."""
    if written.group != seen.group:
        _check_group(connection, written.group)
    if written.group != seen.group or not written.position:
        written = _at_the_end(connection, written)
    item = rewritten(before, reply_fields(seen), reply_fields(written), moment)
    _keep_name(connection, read_reply(item.uid, item.content), before, moment)
    store.put(connection, [item])
    return written


def _at_the_end(connection: Connection, reply: Reply) -> Reply:
    return replace(reply, position=between(store.last_position(connection, reply.group), ""))


def _check_group(connection: Connection, uid: str) -> None:
    if uid:
        _existing(connection, uid, ItemKind.GROUP)


def _shown(connection: Connection, item: Item) -> Reply:
    """A reply as the library shows it: of a group that is deleted, it is in none."""
    reply = read_reply(item.uid, item.content)
    group = store.items_by_uid(connection, [reply.group]).get(reply.group)
    return replace(reply, group="") if group is None or group.deleted_at is not None else reply


def save_group(shop: Shop, group: Group, *, seen: Group | None = None, now: datetime) -> tuple[Group, Changes]:
    """Store a new group (an empty uid), which comes last, or a changed one; `seen` as in `save_reply`.

    Raises ReplyError (`group_name_empty`, `group_name_taken`, `group_missing`).
    """
    group = replace(group, name=" ".join(group.name.split()))
    if not group.name:
        raise ReplyError("group_name_empty")
    with shop.write() as connection:
        others = [other for other in _groups(connection) if other.uid != group.uid]
        if any(other.name == group.name for other in others):
            raise ReplyError("group_name_taken", name=group.name)
        before = _existing(connection, group.uid, ItemKind.GROUP) if group.uid else None
        if not group.position:
            group = replace(group, position=between(max((other.position for other in others), default=""), ""))
        group = replace(group, uid=group.uid or new_uid())
        if before is None:
            store.put(connection, [item_of(group, None, epoch(now))])
        else:
            known = fields_of(before.kind, before.content) if seen is None else group_fields(seen)
            store.put(connection, [rewritten(before, known, group_fields(group), epoch(now))])
    return group, _REPLIES


def add_items(
    shop: Shop, groups: Sequence[Group], replies: Sequence[Reply], *, now: datetime
) -> tuple[tuple[Reply, ...], Changes]:
    """Store new groups and replies in the order given, all or none; replies name groups by the uids they have here.

    A group whose name there is already is that group. Every reply keeps its uid where that is free, and gets one of its
    own otherwise. Raises ReplyError (`title_empty`, `nothing_to_say`, `days_turned_round`, `group_missing`,
    `group_name_empty`).
    """
    with shop.write() as connection:
        placed = _add(connection, groups, replies, epoch(now))
    return tuple(placed), _REPLIES


class Added(NamedTuple):
    """What there is now and was not before."""

    replies: tuple[Item, ...]
    groups: tuple[Item, ...]


def add_ready_made(
    shop: Shop, groups: Sequence[Group], replies: Sequence[Reply], *, now: datetime
) -> tuple[Added, Changes]:
    """Add some of the replies that come with the program, with their groups.

    Those that are there already stay as they are, and those that were deleted come back as they were.
    """
    with shop.write() as connection:
        before = {group.uid for group in _groups(connection)}
        there = store.items_by_uid(connection, [reply.uid for reply in replies])
        gone = [item for item in there.values() if item.deleted_at is not None]
        new = [reply for reply in replies if reply.uid not in there]
        store.put(connection, [replace(item, deleted_at=None, changed_at=epoch(now)) for item in gone])
        _add(connection, groups if new else (), new, epoch(now))
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


def take_back(shop: Shop, steps: Collection[Step], *, now: datetime) -> Changes:
    """Undo what was done to some items; what was changed since, here or on another PC, stays."""
    with shop.write() as connection:
        there = store.items_by_uid(connection, [step.before.uid for step in steps])
        for step in steps:
            if step.before.uid in there:
                _take_back(connection, step, there[step.before.uid], epoch(now))
    return _REPLIES


def _take_back(connection: Connection, step: Step, stored: Item, moment: int) -> None:
    item = taken_back(step, stored, moment)
    if item.kind is ItemKind.REPLY and '"fragment":true' in stored.content:
        _keep_name(connection, read_reply(item.uid, item.content), stored, moment)
    store.put(connection, [item])


def set_fields(
    shop: Shop, uids: Collection[str], fields: Mapping[str, object], *, now: datetime
) -> tuple[tuple[Step, ...], Changes]:
    """Give many replies the same values of some of BULK_FIELDS, as JSON has them; what was done, for an undo.

    Raises ReplyError (`field_unknown`, `content_invalid`, `group_missing`, `days_turned_round`).
    """
    for name in fields:
        if name not in BULK_FIELDS:
            raise ReplyError("field_unknown", key=name)

    def changed(reply: dict[str, object]) -> dict[str, object]:
        return {**reply, **fields}

    with shop.write() as connection:
        _check_group(connection, str(fields.get("group") or ""))
        return _change_all(connection, uids, changed, epoch(now)), _REPLIES


def change_tags(
    shop: Shop, uids: Collection[str], *, add: Iterable[str] = (), remove: Iterable[str] = (), now: datetime
) -> tuple[tuple[Step, ...], Changes]:
    """Add tags to many replies and take others away; what was done, for an undo."""
    added, gone = list(dict.fromkeys(add)), set(remove)

    def changed(reply: dict[str, object]) -> dict[str, object]:
        tags = reply["tags"]
        kept = [tag for tag in tags if tag not in gone] if isinstance(tags, list) else []
        return {**reply, "tags": [*kept, *(tag for tag in added if tag not in kept)]}

    with shop.write() as connection:
        return _change_all(connection, uids, changed, epoch(now)), _REPLIES


def move(
    shop: Shop, uids: Sequence[str], group: str, *, before: str = "", now: datetime
) -> tuple[tuple[Step, ...], Changes]:
    """Put replies into a group (empty: into none) before one of it, or at its end; what was done, for an undo.

    Raises ReplyError (`group_missing`, `reply_missing`).
    """
    uids = list(dict.fromkeys(uids))
    with shop.write() as connection:
        _check_group(connection, group)
        there = {item.uid: read_reply(item.uid, item.content) for item in store.items_in_group(connection, group)}
        moved = {uid: replace(_reply(connection, uid), group=group) for uid in uids}
        staying = [reply for uid, reply in there.items() if uid not in moved]
        order = [(reply.uid, reply.position) for reply in (*staying, *moved.values())]
        placed = moved_before(order, uids, before)
        changed = [replace((there | moved)[uid], position=position) for uid, position in placed]
        return _store_changed(connection, changed, epoch(now)), _REPLIES


def move_group(shop: Shop, uid: str, *, before: str = "", now: datetime) -> tuple[tuple[Step, ...], Changes]:
    """Put a group before another one, or at the end; what was done, for an undo.

    Raises ReplyError `group_missing`.
    """
    with shop.write() as connection:
        _existing(connection, uid, ItemKind.GROUP)
        groups = {group.uid: group for group in _groups(connection)}
        placed = moved_before([(group.uid, group.position) for group in groups.values()], [uid], before)
        changed = [replace(groups[one], position=position) for one, position in placed]
        return _store_changed(connection, changed, epoch(now)), _REPLIES


def look_over(shop: Shop, uids: Collection[str], *, today: str, now: datetime) -> tuple[tuple[Step, ...], Changes]:
    """Note that somebody finds these replies right today; a last day that is past goes. What was done, for an undo.

    Raises ReplyError `content_invalid`.
    """
    with shop.write() as connection:
        found = store.items_by_uid(connection, uids).values()
        steps = tuple(
            Step(item, _looked_over(item, today, epoch(now))) for item in found if item.kind is ItemKind.REPLY
        )
        store.put(connection, [step.after for step in steps])
    return steps, _REPLIES


def _looked_over(item: Item, today: str, moment: int) -> Item:
    fields = fields_of(item.kind, item.content)
    if "" < str(fields["valid_until"]) < today:
        fields["valid_until"] = ""
    return replace(item, content=content_of(item.kind, fields, conflicts_of(item.content)), changed_at=moment)


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
                _refuse_while_used(connection, saved.title, uids)
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
        before = _existing(connection, uid)
        item = settled(before, settlement, moment)
        saved = read_item(item)  # read strictly: another PC may have written what cannot be
        if isinstance(saved, Reply):
            _keep_name(connection, saved, before, moment)
        store.put(connection, [item])
    return (Step(before, item),), _REPLIES


# --- attachments ---


def attach(shop: Shop, media: Media, name: str, *, now: datetime) -> Attachment:
    """Keep a picture or a file in the shop file, to be saved with a reply within a day."""
    with shop.write() as connection:
        media_store.add(connection, media, epoch(now))
    return Attachment(media_store.hash_of(media.data), name, media.type)


def attached(shop: Shop, attachment: Attachment) -> Media:
    """A picture or a file of a reply with its bytes. Raises DocumentError `media_missing`."""
    with shop.read() as connection:
        found = media_store.by_hash(connection, attachment.hash)
    if found is None:
        raise DocumentError("media_missing", media=attachment.hash)
    return found


# --- using ---


def record_use(
    shop: Shop, uid: str, wording_uid: str, *, member_id: int | None = None, platform: str = "", now: datetime
) -> Changes:
    """Note that a wording was taken, and for whom. Nothing that a page shows has to be read again for that."""
    from local_db.members import store as members  # brings NumPy

    with shop.write() as connection:
        if member_id is not None and not members.is_there(connection, member_id):
            member_id = None
        identity_id = None if member_id is None else members.anchor(connection, member_id)
        store.insert_use(connection, (uid, wording_uid, epoch(now), platform), identity_id, member_id)
    return Changes()


def record_search(shop: Shop, typed: str, chosen: str = "", *, now: datetime) -> Changes:
    """Note what was typed and the reply that was taken then, empty for none. It is kept for SEARCHES_KEPT.

    A phone or an order number is somebody's, and no question about replies: it is not noted.
    """
    typed = "" if _NUMBER.search(typed) else " ".join(typed.split())
    with shop.write() as connection:
        store.forget_searches(connection, epoch(now - SEARCHES_KEPT))
        if typed:
            store.insert_search(connection, typed[:200], epoch(now), chosen)
    return Changes()


# --- adding ---


def _add(connection: Connection, groups: Sequence[Group], replies: Sequence[Reply], moment: int) -> list[Reply]:
    """Store new groups and replies; what the replies have become."""
    found = library_of(store.items(connection))
    taken = store.items_by_uid(connection, [*(g.uid for g in groups), *(r.uid for r in replies)])
    meant, fresh = new_groups(found, groups, taken)
    there = {"", *(group.uid for group in (*found.groups, *fresh))}
    new: dict[str, Reply] = {}
    for reply in map(tidied, replies):
        uid = new_uid() if reply.uid in taken or reply.uid in new else reply.uid
        new[uid] = replace(reply, uid=uid, group=meant.get(reply.group, reply.group))
        if new[uid].group not in there:
            raise ReplyError("group_missing")
    placed = at_the_end(found, new.values())
    items: list[Reply | Group] = [*fresh, *placed]
    store.put(connection, [item_of(one, None, moment) for one in items])
    return placed


# --- shared parts ---


def _check_texts(connection: Connection, reply: Reply) -> None:
    """Every text of the reply must be one that can be filled in."""
    others = [one for one in _fragments(connection) if one.uid != reply.uid]
    if reply.fragment:
        if not NOT_IN_TITLE.isdisjoint(reply.title):
            raise ReplyError("fragment_title_characters")
        if any(other.title == reply.title for other in others):
            raise ReplyError("fragment_title_taken", name=reply.title)
    fragments = fragments_with(fragments_of(others), reply)
    for wording in reply.wordings:
        for fault in text_faults(wording.text, fragments):
            raise ReplyError("text_has_faults", fault=fault.code, written=fault.data["written"])


def _keep_name(connection: Connection, reply: Reply, before: Item | None, moment: int) -> None:
    """What names the reply as a shared part goes on naming it; or it cannot cease to be one."""
    was = None if before is None else read_reply(before.uid, before.content)
    if was is None or not was.fragment:
        return
    if not reply.fragment:
        _refuse_while_used(connection, was.title, [reply.uid])
    elif was.title != reply.title:
        using = _using(connection, was.title, [reply.uid], deleted=True)
        store.put(connection, [renamed(item, was.title, reply.title, moment) for item in using])


def _refuse_while_used(connection: Connection, title: str, uids: Collection[str]) -> None:
    if using := _using(connection, title, uids):
        raise ReplyError("fragment_in_use", name=title, count=len(using))


def _using(connection: Connection, title: str, but: Collection[str], *, deleted: bool = False) -> list[Item]:
    """The items whose texts name a shared part, some left out."""
    found = store.items_naming_fragments(connection, deleted=deleted)
    return [item for item in found if item.uid not in but and title in fragments_in(item)]


def _fragments(connection: Connection) -> list[Reply]:
    return [read_reply(item.uid, item.content) for item in store.fragment_items(connection)]


# --- shared by them ---


def _store_changed(connection: Connection, changed: Sequence[Reply | Group], moment: int) -> tuple[Step, ...]:
    """Store those that are not what they were."""
    old = store.items_by_uid(connection, [one.uid for one in changed])
    steps = [Step(old[one.uid], item_of(one, old[one.uid], moment)) for one in changed]
    differing = tuple(step for step in steps if step.before.content != step.after.content)
    store.put(connection, [step.after for step in differing])
    return differing


def _change_all(
    connection: Connection,
    uids: Collection[str],
    change: Callable[[dict[str, object]], dict[str, object]],
    moment: int,
) -> tuple[Step, ...]:
    """Change the fields of many replies."""
    there = (i for i in store.items_by_uid(connection, uids).values() if i.kind is ItemKind.REPLY)
    changed = [
        tidied(read_reply(item.uid, content_of(item.kind, change(fields_of(item.kind, item.content)))))
        for item in there
        if item.deleted_at is None
    ]
    return _store_changed(connection, changed, moment)


def _groups(connection: Connection) -> tuple[Group, ...]:
    return library_of(store.items_of(connection, ItemKind.GROUP)).groups


def _reply(connection: Connection, uid: str) -> Reply:
    return read_reply(uid, _existing(connection, uid, ItemKind.REPLY).content)


def _existing(connection: Connection, uid: str, kind: ItemKind | None = None) -> Item:
    """The item, where it is there and of that kind."""
    item = store.items_by_uid(connection, [uid]).get(uid)
    if item is None or item.deleted_at is not None or kind not in (None, item.kind):
        raise ReplyError("group_missing" if kind is ItemKind.GROUP else "reply_missing")
    return item
