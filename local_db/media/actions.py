"""What a window may do with pictures, videos and sound."""

from __future__ import annotations

from datetime import datetime

from local_db.errors import DocumentError
from local_db.media import store
from local_db.media.model import Media
from local_db.shop_file import Shop
from local_db.values import epoch


def add_media(shop: Shop, media: Media, *, now: datetime) -> int:
    """Keep it in the shop file; its id. What no document names within a day goes again."""
    with shop.write() as connection:
        return store.add(connection, media, epoch(now))


def get_media(shop: Shop, media_id: int) -> Media:
    """One of them with its bytes. Raises DocumentError `media_missing`."""
    with shop.read() as connection:
        found = store.media(connection, media_id)
    if found is None:
        raise DocumentError("media_missing", media=media_id)
    return found
