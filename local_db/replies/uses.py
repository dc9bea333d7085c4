"""What was taken, for whom, and what was searched for: noted by the panel, read by whoever counts."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from local_db.changes import Changes
from local_db.replies import store
from local_db.replies.model import Usage
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Shop

SEARCHES_KEPT = timedelta(days=90)

_NUMBER = re.compile(r"\d{6}")


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
