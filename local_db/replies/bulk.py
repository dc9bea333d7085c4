"""What is done to many replies at once, and to their order: steps that can be taken back; one transaction each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.errors import ReplyError
from local_db.replies import store
from local_db.replies.arranging import item_of, moved_before, tidied
from local_db.replies.codec import conflicts_of, content_of, fields_of, read_reply
from local_db.replies.model import Group, Item, ItemKind, Reply, Step
from local_db.replies.named_parts import put_back
from local_db.replies.stored import check_group, existing, groups_there, reply_there
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Connection, Shop

BULK_FIELDS = frozenset(
    {"group", "tags", "platforms", "language", "valid_from", "valid_until", "pinned"}  # what many may have in common
)

_REPLIES = Changes.of(Topic.REPLIES)


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
        check_group(connection, str(fields.get("group") or ""))
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


def move(
    shop: Shop, uids: Sequence[str], group: str, *, before: str = "", now: datetime
) -> tuple[tuple[Step, ...], Changes]:
    """Put replies into a group (empty: into none) before one of it, or at its end; what was done, for an undo.

    Raises ReplyError (`group_missing`, `reply_missing`).
    """
    uids = list(dict.fromkeys(uids))
    with shop.write() as connection:
        check_group(connection, group)
        there = {item.uid: read_reply(item.uid, item.content) for item in store.items_in_group(connection, group)}
        moved = {uid: replace(reply_there(connection, uid), group=group) for uid in uids}
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
        existing(connection, uid, ItemKind.GROUP)
        groups = {group.uid: group for group in groups_there(connection)}
        placed = moved_before([(group.uid, group.position) for group in groups.values()], [uid], before)
        changed = [replace(groups[one], position=position) for one, position in placed]
        return _store_changed(connection, changed, epoch(now)), _REPLIES


def take_back(shop: Shop, steps: Collection[Step], *, now: datetime) -> Changes:
    """Undo what was done to some items; what was changed since, here or on another PC, stays."""
    with shop.write() as connection:
        there = store.items_by_uid(connection, [step.before.uid for step in steps])
        for step in steps:
            if step.before.uid in there:
                put_back(connection, step, there[step.before.uid], epoch(now))
    return _REPLIES


def _looked_over(item: Item, today: str, moment: int) -> Item:
    fields = fields_of(item.kind, item.content)
    if "" < str(fields["valid_until"]) < today:
        fields["valid_until"] = ""
    return replace(item, content=content_of(item.kind, fields, conflicts_of(item.content)), changed_at=moment)


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


def _store_changed(connection: Connection, changed: Sequence[Reply | Group], moment: int) -> tuple[Step, ...]:
    """Store those that are not what they were."""
    old = store.items_by_uid(connection, [one.uid for one in changed])
    steps = [Step(old[one.uid], item_of(one, old[one.uid], moment)) for one in changed]
    differing = tuple(step for step in steps if step.before.content != step.after.content)
    store.put(connection, [step.after for step in differing])
    return differing
