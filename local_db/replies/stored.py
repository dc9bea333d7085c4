"""What an action finds stored: the items, replies and groups it is about, refused where they are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_db.errors import ReplyError
from local_db.replies import store
from local_db.replies.codec import read_reply
from local_db.replies.library import library_of
from local_db.replies.model import Group, Item, ItemKind, Reply

if TYPE_CHECKING:
    from local_db.shop_file import Connection


def existing(connection: Connection, uid: str, kind: ItemKind | None = None) -> Item:
    """The item of that kind. Raises ReplyError (`group_missing`, `reply_missing`)."""
    item = store.items_by_uid(connection, [uid]).get(uid)
    if item is None or item.deleted_at is not None or kind not in (None, item.kind):
        raise ReplyError("group_missing" if kind is ItemKind.GROUP else "reply_missing")
    return item


def reply_there(connection: Connection, uid: str) -> Reply:
    """The reply that is stored under a uid. Raises ReplyError `reply_missing`."""
    return read_reply(uid, existing(connection, uid, ItemKind.REPLY).content)


def groups_there(connection: Connection) -> tuple[Group, ...]:
    """The groups in their order."""
    return library_of(store.items_of(connection, ItemKind.GROUP)).groups


def check_group(connection: Connection, uid: str) -> None:
    """A reply may be in this group, or in none. Raises ReplyError `group_missing`."""
    if uid:
        existing(connection, uid, ItemKind.GROUP)
