"""Short ways to put replies into a shop file, and to read one of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from local_db.changes import Changes, Topic
from local_db.replies import actions, ready_made, store
from local_db.replies.model import Item, Reply
from local_db.replies.starters import starters
from local_db.shop_file import Shop


def put_items(shop: Shop, items: Iterable[Item]) -> Changes:
    """Store items just as they are, as a synchronisation stores those of another PC."""
    with shop.write() as connection:
        store.put(connection, items)
    return Changes.of(Topic.REPLIES)


def get_reply(shop: Shop, uid: str) -> Reply:
    """One reply."""
    return actions.library(shop).by_uid[uid]


def add_starters(shop: Shop, language: str, *, now: datetime) -> int:
    """Add the replies that come with the program in a language; how many came."""
    found = starters(language)
    return len(ready_made.add_ready_made(shop, found.groups, found.replies, now=now)[0].replies)
