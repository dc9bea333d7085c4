"""What was deleted of late, so that it can be found again: shown for a while, and kept beyond that for other PCs.

A deleted reply is never taken out of the file: another PC that knows it still must learn that it is gone, and whoever
changed it there meanwhile brings it back with its history.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from local_db.replies import store
from local_db.replies.codec import read_reply
from local_db.replies.model import Reply
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Shop

SHOWN = timedelta(days=90)


class Deleted(NamedTuple):
    """A reply as it was, and when it was deleted (UTC seconds)."""

    reply: Reply
    at: int


def recently_deleted(shop: Shop, *, now: datetime) -> tuple[Deleted, ...]:
    """The replies that were deleted within SHOWN, the latest first; not those that another reply repeats in full."""
    with shop.read() as connection:
        gone = store.replies_deleted_since(connection, epoch(now - SHOWN))
        found = [Deleted(read_reply(item.uid, item.content), item.deleted_at or 0) for item in gone]
        titled = store.replies_titled(connection, {one.reply.title for one in found}) if found else []
    there = {_said(read_reply(item.uid, item.content)) for item in titled}
    return tuple(one for one in found if _said(one.reply) not in there)


def _said(reply: Reply) -> tuple[object, ...]:
    return reply.title, *(wording.text for wording in reply.wordings), *(one.hash for one in reply.attachments)
