"""The library as the page shows it: replies, groups, how often each was taken, and the day it is in the shop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.replies.library.drawers import Drawer, Kind, drawers, lying_in, replies_in
from local_db.replies.library import Library

if TYPE_CHECKING:
    from local_db.replies.deleted import Deleted
    from local_db.replies.model import Reply, Usage
    from local_db.shop_file import Shop


@dataclass(frozen=True)
class Shelf:
    """Everything the page shows, as it was at one moment."""

    library: Library
    usage: Mapping[str, Usage]
    zone: ZoneInfo
    today: str  # ISO day in the shop's zone
    deleted: tuple[Deleted, ...] = ()  # of late

    def reply(self, uid: str) -> Reply | None:
        """One of the replies, None where it is gone."""
        return self.library.by_uid.get(uid)

    def lying_in(self, drawer: Drawer) -> Sequence[Reply]:
        """What lies in a drawer, in its order."""
        if drawer.kind is Kind.DELETED:
            return tuple(one.reply for one in self.deleted)
        return self.lying.get(drawer.uid, ()) if drawer.is_place else replies_in(self.library, drawer)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Every tag there is, in the order of the alphabet."""
        return tuple(sorted({tag for reply in self.library.replies for tag in reply.tags}))

    @cached_property
    def parts(self) -> tuple[Reply, ...]:
        """The shared parts."""
        return tuple(reply for reply in self.library.replies if reply.fragment)

    @cached_property
    def drawers(self) -> tuple[Drawer, ...]:
        """What the library is looked into by."""
        return drawers(self.library, len(self.deleted))

    @cached_property
    def lying(self) -> Mapping[str, Sequence[Reply]]:
        """The replies of every group by its uid; of those in none under the empty uid."""
        return lying_in(self.library)


NO_SHELF = Shelf(Library(), {}, ZoneInfo("UTC"), "")


def make_shelf(shop: Shop, library: Library, usage: Mapping[str, Usage]) -> Shelf:
    """A shelf with all that follows from the library worked out; runs on a reader's thread."""
    from local_db.replies.deleted import recently_deleted
    from local_db.settings import read_setting

    with shop.read() as connection:
        zone = ZoneInfo(str(read_setting(connection, "zone")))
    now = datetime.now(UTC)
    shelf = Shelf(library, usage, zone, now.astimezone(zone).date().isoformat(), recently_deleted(shop, now=now))
    shelf.tags, shelf.parts, shelf.drawers, shelf.lying  # noqa: B018 - kept
    return shelf
