"""The library as the page reads it: replies, groups, how often each was taken, and the day it is in the shop."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from local_db.replies.library import Library

if TYPE_CHECKING:
    from local_db.replies.model import Reply, Usage
    from local_db.shop_file import Shop


class Shelf(NamedTuple):
    """Everything the page shows, read at one moment."""

    library: Library
    usage: Mapping[str, Usage]
    zone: ZoneInfo
    today: str  # ISO day in the shop's zone

    def reply(self, uid: str) -> Reply | None:
        """One of the replies, None where it is gone."""
        return self.library.by_uid.get(uid)

    def tags(self) -> list[str]:
        """Every tag there is, in the order of the alphabet."""
        return sorted({tag for reply in self.library.replies for tag in reply.tags})


NO_SHELF = Shelf(Library(), {}, ZoneInfo("UTC"), "")


def read_shelf(shop: Shop) -> Shelf:
    """Read all of it; runs on a reader's thread."""
    from local_db.replies import actions
    from local_db.settings import read_settings

    with shop.read() as connection:
        zone = ZoneInfo(str(read_settings(connection)["zone"]))
    today = datetime.now(UTC).astimezone(zone).date().isoformat()
    return Shelf(actions.library(shop), actions.usage(shop), zone, today)
