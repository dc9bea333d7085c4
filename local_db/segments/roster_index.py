"""What conditions look up in a roster whatever the moment: each column worked out when first asked for, and kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from local_db.folding import fold
from local_db.roster.local_time import local_seconds
from local_db.roster.roster import NO_TIME
from local_db.segments.catalogue import BUCKETS
from local_db.tags.periods import days_of, named
from local_db.values import DAY_SECONDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Codes, Ints, Roster

    Small = NDArray[np.int8]

NO_DAY = -(2**31)  # of an order without a date
NO_HOUR = -1
HOUR_SECONDS = 3600
_THURSDAY = 3  # 1970-01-01, counted from Monday as 0


class RosterIndex:
    """Columns over a roster's members and orders, and its texts as conditions compare them."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._promotions: dict[tuple[str, ...], Bools] = {}

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The product titles, folded."""
        return tuple(fold(title) for title in self.roster.product_titles)

    @cached_property
    def skus(self) -> tuple[str, ...]:
        """The SKUs, folded."""
        return tuple(fold(sku) for sku in self.roster.skus)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """The notes, folded."""
        return tuple(fold(text) for text in self.roster.members.notes.texts)

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of refunds, folded."""
        return tuple(fold(text) for text in self.roster.reasons)

    @cached_property
    def bucket(self) -> NDArray[np.uint8]:
        """Which of the hundred buckets each member is in."""
        return buckets(self.roster.members.ids)

    @cached_property
    def day(self) -> Codes:
        """Per order, its day in the shop's zone, counted from 1970; NO_DAY without a date."""
        return np.where(self._dated, self._local // DAY_SECONDS, NO_DAY).astype(np.int32)

    @cached_property
    def hour(self) -> Small:
        """Per order, the hour on the shop's clock; NO_HOUR at exactly midnight, which a date without a time becomes."""
        second = self._local % DAY_SECONDS
        return np.where(self._dated & (second > 0), second // HOUR_SECONDS, NO_HOUR).astype(np.int8)

    @cached_property
    def weekday(self) -> Small:
        """Per order, the day of the week, Monday as 1; 0 without a date."""
        return np.where(self._dated, (self._local // DAY_SECONDS + _THURSDAY) % 7 + 1, 0).astype(np.int8)

    def in_promotion(self, names: tuple[str, ...]) -> Bools:
        """Per order, whether it was in one of the periods that the names mean; without names in any."""
        if names not in self._promotions:
            inside: Bools = self._days_in(names)[self._place_of_day]
            self._promotions[names] = inside
        return self._promotions[names]

    @cached_property
    def _dated(self) -> Bools:
        return np.not_equal(self.roster.orders.time, NO_TIME)

    @cached_property
    def _local(self) -> Ints:
        """Per order, seconds on the shop's clock; without a date 0."""
        local = np.zeros(len(self.roster.orders.time), np.int64)
        local[self._dated] = local_seconds(self.roster.orders.time[self._dated], self.roster.zone)
        return local

    @cached_property
    def _span(self) -> tuple[int, int]:
        """The first and last day with an order."""
        days = self.day[self._dated]
        return (int(days.min()), int(days.max())) if len(days) else (0, 0)

    @cached_property
    def _place_of_day(self) -> Codes:
        """Per order, its place in a table of the days from the first to the last; one behind them without a date."""
        first, last = self._span
        return np.where(self._dated, self.day - first, last - first + 1).astype(np.int32)

    def _days_in(self, names: tuple[str, ...]) -> Bools:
        first, last = self._span
        table = np.zeros(last - first + 2, np.bool_)
        for start, end in days_of(named(self.roster.promotions, names), first, last):
            table[max(start - first, 0) : max(min(end, last) - first + 1, 0)] = True
        return table


def buckets(ids: Ints) -> NDArray[np.uint8]:
    """The bucket of each member id: splitmix64 of it, modulo 100. It must never change, nor differ between machines."""
    mixed = ids.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return (mixed % np.uint64(BUCKETS)).astype(np.uint8)
