"""The pictures and files of replies, kept in the shop file."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from local_db.errors import DocumentError
from local_db.media import store as media_store
from local_db.replies.model import Attachment
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.media.model import Media
    from local_db.shop_file import Shop


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
