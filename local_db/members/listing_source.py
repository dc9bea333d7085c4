"""Gives pages about single members their figures, worked out again only when the shop has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_db.members import store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.members.listing import Listing
    from local_db.members.model import Figures, MemberRow
    from local_db.roster.source import RosterSource
    from local_db.shop_file import Connection


class ListingSource:
    """The listing of the current roster; may be asked from any thread."""

    def __init__(self, rosters: RosterSource) -> None:
        self._rosters = rosters
        self._listing: Listing | None = None

    def current(self) -> Listing:
        """The figures of the data as committed now."""
        from local_db.members.listing import Listing  # brings NumPy, which a page need not wait for

        roster = self._rosters.current()
        listing = self._listing
        if listing is None or listing.roster is not roster:
            self._listing = listing = Listing(roster)
        return listing


def with_figures(connection: Connection, listing: Listing, ids: Sequence[int]) -> dict[int, tuple[MemberRow, Figures]]:
    """Members with their figures, by id; one that is gone is left out."""
    rows = store.rows(connection, ids)
    figures = listing.figures([row.id for row in rows])
    return {row.id: (row, found) for row, found in zip(rows, figures, strict=True)}
