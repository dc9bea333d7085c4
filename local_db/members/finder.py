"""Answers what the list of members asks: who is found by a text, in which order, with which figures."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_db.members import store
from local_db.members.model import SortKey
from local_db.members.spelling import folded, spells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from local_db.members.listing import Listing
    from local_db.members.member_index import MemberIndex
    from local_db.members.model import Figures, MemberRow
    from local_db.roster.roster import Bools, Ints
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

    It answers from an index in memory, which `prepare` makes; until then, and while an import is newer than
    the index, from what there is: nicks, names and e-mails as they are written, or the index of before.
    """

    def __init__(self, shop: Shop, rosters: RosterSource) -> None:
        self._shop = shop
        self._rosters = rosters
        self._listing: Listing | None = None
        self._index: MemberIndex | None = None
        self._building = threading.Lock()
        self._asking = threading.Lock()

    @property
    def index(self) -> MemberIndex | None:
        """What is in memory now."""
        return self._index

    def find(self, query: str, key: SortKey, *, descending: bool) -> Found:
        """Everybody for an empty query, else whom every word of it finds."""
        listing = self._current()
        if not listing.knows(key):
            self._read_index(_go_on)
            listing = self._current()
        if not listing.knows(key):  # the file has changed just now: the figures are newer than the texts
            key = SortKey.LAST
        with self._asking:  # the index remembers the last word
            words = folded(query).split()
            among = self._among(listing, words) if words else None
            return Found(listing, listing.arranged(key, descending=descending, among=among), query)

    def rows(self, listing: Listing, ids: Sequence[int]) -> list[tuple[MemberRow, Figures]]:
        """List rows with their figures, in the order of `ids`; an id that is gone is left out."""
        with self._shop.read() as connection:
            rows = store.rows(connection, ids)
        return list(zip(rows, listing.figures([row.id for row in rows]), strict=True))

    def prepare(self, check: Callable[[], None] | None = None) -> bool:
        """Make the index and every order of now, or nothing where they are current; whether anything is new.

        Takes seconds with a million members. `check` is called now and then, and may raise to stop it.
        """
        check = check or _go_on
        read = self._read_index(check)
        listing = self._current()
        sorted_before = listing.sorted_columns
        for key in SortKey:
            check()
            if listing.knows(key):
                with self._asking:
                    listing.order(key)
        return read or listing.sorted_columns != sorted_before

    def _read_index(self, check: Callable[[], None]) -> bool:
        from local_db.members import index_store, member_index

        with self._building, self._shop.read() as connection:
            if self._index is not None and self._index.stamp == index_store.stamp(connection):
                return False
            self._index = member_index.build(connection, check)
            return True

    def _current(self) -> Listing:
        from local_db.members.listing import Listing  # brings NumPy, which a page need not wait for

        roster = self._rosters.current()
        listing = self._listing
        if listing is None or listing.roster is not roster:
            self._listing = listing = Listing(roster)
        if self._index is not None:
            listing.take_orders(self._index.ids, self._index.orders)
        return listing

    def _among(self, listing: Listing, words: Sequence[str]) -> Bools:
        found = self._found(listing, words[0])
        for word in words[1:]:
            found = found & self._found(listing, word)
        return found

    def _found(self, listing: Listing, word: str) -> Bools:
        """Per member of the listing: whether a word is in their texts, numbers or tags."""
        import numpy as np

        if self._index is not None:
            found = listing.mask_of(self._index.ids, self._index.found(word))
        else:
            with self._shop.read() as connection:
                ids = np.array(store.find_ids(connection, word), np.int64)
            found = listing.mask_of(ids, np.ones(len(ids), np.bool_))
        for name, tagged in listing.roster.members.tags.items():
            if spells(word, folded(name)):
                found = found | tagged
        return found


def _go_on() -> None:
    """Never stops anything."""
