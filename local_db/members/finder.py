"""Answers what the list of members asks: who is found by a text, in which order, with which figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_db.members import store
from local_db.members.model import BY_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.members.listing import Listing
    from local_db.members.model import Figures, MemberRow, SortKey
    from local_db.roster.roster import Ints
    from local_db.roster.source import RosterSource
    from local_db.shop_file import Shop


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """An answer: the ids in order, and the listing their figures come from."""

    listing: Listing
    ids: Ints
    query: str


class MemberFinder:
    """Finds and sorts the members of an open shop; may be asked from any thread.

    What takes long (figures per member, words for sorting) is kept while the roster is the same.
    """

    def __init__(self, shop: Shop, rosters: RosterSource) -> None:
        self._shop = shop
        self._rosters = rosters
        self._listing: Listing | None = None

    def find(self, query: str, key: SortKey, *, descending: bool) -> Found:
        """Everybody for an empty query, else whom the text finds."""
        listing = self._current()
        words = self._words_of(listing, key) if key in BY_WORDS else None
        among = None
        if query.strip():
            with self._shop.read() as connection:
                among = store.find_ids(connection, query)
        return Found(listing, listing.arranged(key, descending=descending, among=among, words=words), query)

    def rows(self, listing: Listing, ids: Sequence[int]) -> list[tuple[MemberRow, Figures]]:
        """List rows with their figures, in the order of `ids`; an id that is gone is left out."""
        with self._shop.read() as connection:
            rows = store.rows(connection, ids)
        return list(zip(rows, listing.figures([row.id for row in rows]), strict=True))

    def _current(self) -> Listing:
        from local_db.members.listing import Listing  # brings NumPy, which a page need not wait for

        roster = self._rosters.current()
        listing = self._listing
        if listing is None or listing.roster is not roster:
            self._listing = listing = Listing(roster)
        return listing

    def _words_of(self, listing: Listing, key: SortKey) -> dict[int, str] | None:
        if listing.knows_words(key):
            return None
        with self._shop.read() as connection:
            return store.sort_words(connection, key)
