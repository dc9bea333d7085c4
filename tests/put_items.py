"""Items stored just as they are, as a synchronisation stores those of another PC."""

from __future__ import annotations

from collections.abc import Iterable

from local_db.changes import Changes, Topic
from local_db.replies import store
from local_db.replies.model import Item
from local_db.shop_file import Shop


def put_items(shop: Shop, items: Iterable[Item]) -> Changes:
    """Store them."""
    with shop.write() as connection:
        store.put(connection, items)
    return Changes.of(Topic.REPLIES)
