"""Texts name shared parts by their titles: each part has its own, which texts follow, and stays while it is named."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from local_db.errors import ReplyError
from local_db.replies import store
from local_db.replies.arranging import fragments_in, renamed
from local_db.replies.codec import read_reply
from local_db.replies.fragments import NOT_IN_TITLE
from local_db.replies.library import fragments_of
from local_db.replies.merging_items import taken_back
from local_db.replies.model import Item, ItemKind, Reply, Step
from local_db.replies.rules import fragments_with, text_faults

if TYPE_CHECKING:
    from local_db.shop_file import Connection


def check_texts(connection: Connection, reply: Reply) -> None:
    """Every text of the reply must be one that can be filled in, and a shared part the only one of its title."""
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


def keep_name(connection: Connection, reply: Reply, before: Item, moment: int) -> None:
    """What names the reply as a shared part goes on naming it; or it cannot cease to be one."""
    was = read_reply(before.uid, before.content)
    if not was.fragment:
        return
    if not reply.fragment:
        refuse_while_used(connection, was.title, [reply.uid])
    elif was.title != reply.title:
        using = _using(connection, was.title, [reply.uid], deleted=True)
        store.put(connection, [renamed(item, was.title, reply.title, moment) for item in using])


def put_back(connection: Connection, step: Step, stored: Item, moment: int) -> None:
    """Undo a step, and let what names a shared part follow its title back. Raises ReplyError `fragment_in_use`."""
    item = taken_back(step, stored, moment)
    if item.kind is ItemKind.REPLY and '"fragment":true' in stored.content:
        keep_name(connection, read_reply(item.uid, item.content), stored, moment)
    store.put(connection, [item])


def refuse_while_used(connection: Connection, title: str, uids: Collection[str]) -> None:
    """A part that others than these name cannot go. Raises ReplyError `fragment_in_use`."""
    if using := _using(connection, title, uids):
        raise ReplyError("fragment_in_use", name=title, count=len(using))


def _using(connection: Connection, title: str, but: Collection[str], *, deleted: bool = False) -> list[Item]:
    """The items whose texts name a shared part, some left out."""
    found = store.items_naming_fragments(connection, deleted=deleted)
    return [item for item in found if item.uid not in but and title in fragments_in(item)]


def _fragments(connection: Connection) -> list[Reply]:
    return [read_reply(item.uid, item.content) for item in store.fragment_items(connection)]
