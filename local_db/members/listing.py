"""Which members a list shows and in what order: sorting over the roster's columns. Pure rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from local_db.members.model import BY_WORDS, Figures, SortKey
from local_db.roster.roster import NO_TIME
from local_db.segments.facts import OrderFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Ints, Roster, TextColumn

    Values = NDArray[np.int64] | NDArray[np.float64]


class Listing:
    """The members of one roster with what their purchases come to; the same figures segments compare."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._facts = OrderFacts(roster, None)
        self._ranks_of_words: dict[SortKey, tuple[Ints, Bools]] = {}

    @property
    def people(self) -> int:
        """How many members there are."""
        return self.roster.size

    @property
    def usable_phones(self) -> int:
        """How many of them have a mobile number that can be written to."""
        return int(self.roster.members.phone_usable.sum())

    def knows_words(self, key: SortKey) -> bool:
        """Whether sorting by this key needs no words any more."""
        return key in self._ranks_of_words

    def arranged(
        self,
        key: SortKey,
        *,
        descending: bool,
        among: Iterable[int] | None = None,
        words: Mapping[int, str] | None = None,
    ) -> Ints:
        """Member ids in order, all of them or those `among`; who has no value comes last either way.

        `words` (id → text) is needed for the first sorting by each key of BY_WORDS. Ties are in the order of ids.
        """
        numbers = self._numbers(among)
        by_words = key in BY_WORDS
        values, missing = self._of_words(key, numbers, words or {}) if by_words else _COLUMNS[key](self, numbers)
        order = np.lexsort((numbers, -values if descending else values, missing))
        return self.roster.members.ids[numbers[order]]

    def figures(self, ids: Sequence[int]) -> list[Figures]:
        """The figures of some members, in the order asked; nothing bought for an id that is not there."""
        known = self.roster.members.ids
        wanted = np.asarray(ids, dtype=np.int64)
        places = np.minimum(np.searchsorted(known, wanted), max(0, len(known) - 1))
        there = known[places] == wanted if len(known) else np.zeros(len(wanted), np.bool_)
        return [self._figures(int(place)) if found else Figures() for place, found in zip(places, there, strict=True)]

    def _figures(self, number: int) -> Figures:
        facts = self._facts
        return Figures(
            orders=int(facts.orders[number]),
            spent=int(facts.spent[number]),
            first=_time_or_none(int(facts.first[number])),
            last=_time_or_none(int(facts.last[number])),
        )

    def _numbers(self, among: Iterable[int] | None) -> Ints:
        if among is None:
            return np.arange(self.roster.size, dtype=np.int64)
        wanted = np.fromiter(among, dtype=np.int64)
        return np.flatnonzero(np.isin(self.roster.members.ids, wanted))

    def _of_words(self, key: SortKey, numbers: Ints, words: Mapping[int, str]) -> tuple[Values, Bools]:
        """The places of the words among all, worked out once, since they belong to the roster's members."""
        if key not in self._ranks_of_words:
            texts = [words.get(member_id, "") for member_id in self.roster.members.ids.tolist()]
            self._ranks_of_words[key] = _ranks(texts), np.array([not text for text in texts], dtype=np.bool_)
        ranks, missing = self._ranks_of_words[key]
        return ranks[numbers], missing[numbers]

    def _place(self, numbers: Ints) -> tuple[Values, Bools]:
        province, city = self.roster.members.province, self.roster.members.city
        values = _column_ranks(province)[numbers] * (len(city.values) + 1) + _column_ranks(city)[numbers]
        return values, (province.codes[numbers] == 0) & (city.codes[numbers] == 0)

    def _orders(self, numbers: Ints) -> tuple[Values, Bools]:
        values = self._facts.orders[numbers]
        return values, np.zeros(len(values), np.bool_)

    def _spent(self, numbers: Ints) -> tuple[Values, Bools]:
        return self._facts.spent[numbers], self._facts.orders[numbers] == 0

    def _average(self, numbers: Ints) -> tuple[Values, Bools]:
        orders = self._facts.orders[numbers]
        return self._facts.spent[numbers] / np.maximum(orders, 1), orders == 0

    def _first(self, numbers: Ints) -> tuple[Values, Bools]:
        return self._facts.first[numbers], self._facts.first[numbers] == NO_TIME

    def _last(self, numbers: Ints) -> tuple[Values, Bools]:
        return self._facts.last[numbers], self._facts.last[numbers] == NO_TIME


# Sorting functions of Listing: member numbers → their values, and who has none.
_COLUMNS: dict[SortKey, Callable[[Listing, Ints], tuple[Values, Bools]]] = {
    SortKey.PLACE: Listing._place,  # noqa: SLF001 - the table belongs to the class
    SortKey.ORDERS: Listing._orders,  # noqa: SLF001
    SortKey.SPENT: Listing._spent,  # noqa: SLF001
    SortKey.AVERAGE: Listing._average,  # noqa: SLF001
    SortKey.FIRST: Listing._first,  # noqa: SLF001
    SortKey.LAST: Listing._last,  # noqa: SLF001
}


def alphabetical(text: str) -> bytes:
    """A key that sorts Latin and common Chinese words as a dictionary does.

    The first level of GB 2312, some 3,755 common characters, is in the order of their pinyin.
    """
    return text.casefold().encode("gb18030", "replace")


def _ranks(words: Sequence[str]) -> NDArray[np.int64]:
    places = {word: place for place, word in enumerate(sorted(set(words), key=alphabetical))}
    return np.fromiter((places[word] for word in words), dtype=np.int64, count=len(words))


def _column_ranks(column: TextColumn) -> NDArray[np.int64]:
    return _ranks(column.values)[column.codes]


def _time_or_none(seconds: int) -> int | None:
    return None if seconds == NO_TIME else seconds
