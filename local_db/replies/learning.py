"""What the library lacks and what in it has aged: read from uses, searches, periods and orders."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from local_db.changes import Changes, Topic
from local_db.replies import store
from local_db.replies.gaps import Gap, gaps
from local_db.replies.library import library_of
from local_db.replies.stale import Known, Stale, stale
from local_db.settings import read_setting
from local_db.tags.store import promotion_periods
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Shop


def find_gaps(shop: Shop) -> tuple[Gap, ...]:
    """The replies that are missed most, of the searches that are kept."""
    with shop.read() as connection:
        return gaps(store.searches(connection))


def dismiss_gap(shop: Shop, gap: Gap) -> Changes:
    """Forget the searches of a gap: the reply is written, or nobody wants it."""
    with shop.write() as connection:
        store.delete_searches(connection, gap.spellings)
    return Changes.of(Topic.REPLIES)


def find_stale(shop: Shop, *, now: datetime) -> tuple[Stale, ...]:
    """Every reply that should be looked at again, with why. It reads all order lines: not for the window's thread."""
    with shop.read() as connection:
        items = store.items(connection)
        zone, currency = (str(read_setting(connection, key)) for key in ("zone", "currency"))
        known = Known(
            today=now.astimezone(ZoneInfo(zone)).date(),
            now=epoch(now),
            changed_at={item.uid: item.changed_at for item in items},
            usage=store.usage(connection),
            periods=promotion_periods(connection),
            prices=store.newest_prices(connection),
            currency=currency,
        )
    return stale(library_of(items), known)
