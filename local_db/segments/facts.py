"""What each member's orders add up to, over the orders up to a moment: the columns the leaves compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import numpy as np

from local_db.roster.roster import NO_AMOUNT, NO_TIME
from local_db.segments.member_sums import member_sums
from local_db.segments.tree import FIRST_DAY, LAST_DAY
from local_db.values import end_of_day

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints, Roster


@dataclass(frozen=True, slots=True)
class Moment:
    """The day a tree is asked on."""

    day: date  # "the last N days" are counted back from this day, which is the last of them
    cut: int | None  # UTC seconds; only orders before it, and members known before it, exist; None: all do


def moment_of(zone: ZoneInfo, now: datetime, as_of: date | None) -> Moment:
    """Today with everything the shop knows, or the end of the day `as_of` in the shop's zone."""
    if as_of is None:
        return Moment(now.astimezone(zone).date(), None)
    day = min(max(as_of, FIRST_DAY), LAST_DAY)
    return Moment(day, end_of_day(day, zone))


class Share(NamedTuple):
    """Per member, a part of a whole, both whole numbers, to be compared exactly; where the whole is 0 is no share."""

    part: Ints
    whole: Ints


class OrderFacts:
    """Columns over members, each worked out when first asked for. An undated order always exists."""

    def __init__(self, roster: Roster, cut: int | None) -> None:
        self._orders = roster.orders
        self._size = roster.size
        exists = np.ones(len(roster.orders.time), np.bool_) if cut is None else roster.orders.time < cut
        self.exists: Bools = exists  # per order
        self.purchases: Bools = exists & roster.orders.is_purchase  # per order
        known = roster.members.known_since
        self.everybody: Bools = np.ones(roster.size, np.bool_) if cut is None else known < cut
        self.everybody.flags.writeable = False  # handed out as the answer to an empty `all`

    @cached_property
    def orders(self) -> Ints:
        """How many purchases."""
        return self.count(self.purchases)

    @cached_property
    def refunds(self) -> Ints:
        """How many orders with money given back, purchases or not."""
        return self.count(self.exists & (self._orders.refunded > 0))

    @cached_property
    def refund_share(self) -> Share:
        """Of the orders that were paid, those with money given back."""
        return Share(self.refunds, self.count(self.exists & (self._orders.is_purchase | (self._orders.refunded > 0))))

    @cached_property
    def known_discounts(self) -> Bools:
        """Per order, whether it is a purchase of which it is known what was taken off."""
        return self.purchases & np.not_equal(self._orders.discount, NO_AMOUNT)

    @cached_property
    def discount_share(self) -> Share:
        """Of the full price of the purchases whose discount is known, what was taken off."""
        orders = self._orders
        places = np.flatnonzero(self.known_discounts)
        member, off = orders.member.take(places), np.maximum(orders.discount.take(places), 0).astype(np.int64)
        full = off + orders.net.take(places) + orders.refunded.take(places)
        return Share(member_sums(member, off, self._size), np.maximum(member_sums(member, full, self._size), 0))

    @cached_property
    def spent(self) -> Ints:
        """Net paid money of purchases, in minor units."""
        return self._sum(self._orders.net)

    @cached_property
    def items(self) -> Ints:
        """Pieces bought."""
        return self._sum(self._orders.items)

    @cached_property
    def first(self) -> Ints:
        """When the first dated purchase was, in UTC seconds; NO_TIME without one."""
        return self._at(self.dated[::-1])  # backwards, so the earliest of a member is written last

    @cached_property
    def last(self) -> Ints:
        """When the last dated purchase was, in UTC seconds; NO_TIME without one."""
        return self._at(self.dated)

    def count(self, chosen: Bools) -> Ints:
        """How many of the chosen orders each member has."""
        return np.bincount(self._orders.member.take(np.flatnonzero(chosen)), minlength=self._size)

    @cached_property
    def dated(self) -> Ints:
        """The places of the purchases with a time, among the orders: by member, then time."""
        return np.flatnonzero(self.purchases & (self._orders.time != NO_TIME))

    @cached_property
    def is_last(self) -> Bools:
        """Per order, whether it is the member's latest dated purchase."""
        found = np.zeros(len(self._orders.time), np.bool_)
        member = self._orders.member.take(self.dated)
        found[self.dated.compress(np.append(member[1:] != member[:-1], [True] * (len(member) > 0)))] = True
        return found

    def _at(self, orders: Ints) -> Ints:
        times = np.full(self._size, NO_TIME, dtype=np.int64)
        times[self._orders.member[orders]] = self._orders.time[orders]
        return times

    def _sum(self, amounts: Ints) -> Ints:
        """Sums per member in whole numbers (np.bincount with weights would go through floats)."""
        running = np.concatenate(([0], np.cumsum(np.where(self.purchases, amounts, 0))))
        edges = np.searchsorted(self._orders.member, np.arange(self._size + 1))
        return np.diff(running[edges])
