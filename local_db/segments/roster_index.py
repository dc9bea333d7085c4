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
NO_GAP = -1
SPARSE = 4  # of so many lines at most one: then they are looked up by their titles instead of passing over all
MOST_TITLES = 5_000
HOUR_SECONDS = 3600
# What is worked out of orders alone, and of lines and titles.
_OF_ORDERS = ("gap", "is_first", "is_new_day", "_dated", "_clock", "_span", "_place_of_day")
_OF_LINES = ("titles", "_lines_by_title", "_starts_of_titles")
_THURSDAY = 3  # 1970-01-01, counted from Monday as 0


class RosterIndex:
    """Columns over a roster's members and orders, and its texts as conditions compare them."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._promotions: dict[tuple[str, ...], Bools] = {}

    def take_over(self, before: RosterIndex) -> None:
        """Keep what an earlier roster's index has worked out of orders and lines that are the same still."""
        old, new = before.roster, self.roster
        if old.orders is new.orders and old.zone == new.zone:
            self.__dict__.update({name: value for name, value in vars(before).items() if name in _OF_ORDERS})
        if old.lines is new.lines and old.product_titles == new.product_titles:
            self.__dict__.update({name: value for name, value in vars(before).items() if name in _OF_LINES})

    def prepare(self) -> None:
        """Work out what conditions about orders share, so that the first of them is as fast as the next."""
        self.in_promotion(())
        _ = (self.is_first, self.is_new_day, self.bucket, self.titles, self.skus)
        _ = (self._lines_by_title, self._starts_of_titles)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The product titles, folded."""
        return tuple(fold(title) for title in self.roster.product_titles)

    @cached_property
    def skus(self) -> tuple[str, ...]:
        """The SKUs, folded."""
        return tuple(fold(sku) for sku in self.roster.skus)

    def lines_titled(self, has: Bools) -> Ints:
        """The lines whose product's title (per title: `has`) is one of these, in any order."""
        product, starts = self.roster.lines.product, self._starts_of_titles
        titles = np.flatnonzero(has)
        count = int((starts.take(titles + 1) - starts.take(titles)).sum())
        if count * SPARSE > len(product) or len(titles) > MOST_TITLES:
            return np.flatnonzero(np.append(has, False).take(product))  # -1, no product, reads the last
        slices = [self._lines_by_title[starts[title] : starts[title + 1]] for title in titles.tolist()]
        return np.concatenate([np.zeros(0, np.int32), *slices]).astype(np.int64)

    @cached_property
    def _lines_by_title(self) -> Codes:
        """The lines in the order of their titles, those without a product first."""
        codes = self.roster.lines.product.astype(np.int32) + 1
        # Sixteen bits are sorted by their digits, in a fifth of the time.
        narrow = codes.astype(np.uint16) if len(self.roster.product_titles) < 2**16 - 1 else codes
        return np.argsort(narrow, kind="stable").astype(np.int32)

    @cached_property
    def _starts_of_titles(self) -> Ints:
        """Where the lines of each title begin among those; one more for the end of the last."""
        counts = np.bincount(
            self.roster.lines.product.astype(np.int32) + 1, minlength=len(self.roster.product_titles) + 1
        )
        return np.cumsum(counts)

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

    @property
    def day(self) -> Codes:
        """Per order, its day in the shop's zone, counted from 1970; NO_DAY without a date."""
        return self._clock[0]

    @property
    def hour(self) -> Small:
        """Per order, the hour on the shop's clock; NO_HOUR at exactly midnight, which a date without a time becomes."""
        return self._clock[1]

    @property
    def weekday(self) -> Small:
        """Per order, the day of the week, Monday as 1; 0 without a date."""
        return self._clock[2]

    @cached_property
    def gap(self) -> Codes:
        """Per order, the days since the member's dated purchase before it; NO_GAP where there is none."""
        orders = self.roster.orders
        is_purchase = np.logical_and(orders.is_purchase, self._dated)
        purchases = np.flatnonzero(is_purchase)
        gap = np.full(len(orders.time), NO_GAP, np.int32)
        rank: Ints = np.cumsum(is_purchase) - is_purchase.astype(np.int64)  # how many purchases come before each order
        later = np.flatnonzero(self._dated & (rank > 0))
        before = purchases.take(rank.take(later) - 1)
        same = orders.member.take(before) == orders.member.take(later)
        later, before = later.compress(same), before.compress(same)
        gap[later] = np.maximum(self.day.take(later) - self.day.take(before), 0)
        return gap

    @cached_property
    def is_first(self) -> Bools:
        """Per order, whether it is the member's first dated purchase."""
        found: Bools = self.roster.orders.is_purchase & self._dated & (self.gap == NO_GAP)
        return found

    @cached_property
    def is_new_day(self) -> Bools:
        """Per order, whether it is the member's first dated purchase of its day."""
        found: Bools = self.roster.orders.is_purchase & self._dated & (self.gap != 0)
        return found

    def in_promotion(self, names: tuple[str, ...]) -> Bools:
        """Per order, whether it was in one of the periods that the names mean; without names in any."""
        if names not in self._promotions:
            self._promotions[names] = self._days_in(names).take(self._place_of_day)
        return self._promotions[names]

    @cached_property
    def _dated(self) -> Bools:
        return np.not_equal(self.roster.orders.time, NO_TIME)

    @cached_property
    def _clock(self) -> tuple[Codes, Small, Small]:
        dated = np.flatnonzero(self._dated)
        size = len(self.roster.orders.time)
        columns = np.full(size, NO_DAY, np.int32), np.full(size, NO_HOUR, np.int8), np.zeros(size, np.int8)
        local = local_seconds(self.roster.orders.time.take(dated), self.roster.zone)
        day = local // DAY_SECONDS
        second = (local - day * DAY_SECONDS).astype(np.int32)
        columns[0][dated] = day
        columns[1][dated] = np.where(second > 0, second // HOUR_SECONDS, NO_HOUR)
        columns[2][dated] = (day + _THURSDAY) % 7 + 1
        return columns

    @cached_property
    def _span(self) -> tuple[int, int]:
        """The first and last day with an order."""
        days = self.day.compress(self._dated)
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
