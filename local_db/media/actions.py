"""What a window may do with pictures, videos and sound."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from local_db.errors import DocumentError
from local_db.media import store
from local_db.media.model import Media, MediaFacts
from local_db.shop_file import Shop
from local_db.values import epoch

KEPT = timedelta(days=1)  # how long what no document names stays: a draft that is not saved yet may name it


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


def media_facts(shop: Shop, media_ids: Collection[int]) -> dict[int, MediaFacts]:
    """What is known of each of them without its bytes; those that are gone are left out."""
    with shop.read() as connection:
        return store.facts(connection, media_ids)
