"""What members' orders say of their rhythm, refunds and promotions, up to a moment."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from local_db.roster.roster import NO_TIME
from local_db.segments.facts import Share
from local_db.segments.member_sums import member_sums

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints, Roster
    from local_db.segments.facts import Moment, OrderFacts
    from local_db.segments.roster_index import RosterIndex

EPOCH = 719_163  # the ordinal of 1970-01-01


class Habits:
    """Columns over members, each worked out when first asked for."""

    def __init__(self, roster: Roster, facts: OrderFacts, moment: Moment, index: RosterIndex) -> None:
        self._roster = roster
        self._orders = roster.orders
        self._facts = facts
        self._index = index
        self._today = moment.day.toordinal() - EPOCH

    @cached_property
    def refunded(self) -> Ints:
        """Money given back, of purchases or not, in minor units."""
        places = np.flatnonzero(self._facts.exists & (self._orders.refunded > 0))
        return member_sums(self._orders.member.take(places), self._orders.refunded.take(places), self._roster.size)

    @cached_property
    def promo_orders(self) -> Ints:
        """How many purchases were in a promotion period."""
        return self._facts.count(self._facts.purchases & self._index.in_promotion(()))

    @cached_property
    def promo_share(self) -> Share:
        """Of the purchases, those in a promotion period; one without a date is in none."""
        return Share(self.promo_orders, self._facts.orders)

    @cached_property
    def order_days(self) -> Ints:
        """On how many different days there was a dated purchase."""
        return self._facts.count(self._facts.purchases & self._index.is_new_day)

    @cached_property
    def days_since(self) -> Share:
        """The days since the last dated purchase, over 1 where there is one."""
        return Share(np.where(self._bought, self._today - self._last_day, 0), self._bought.astype(np.int64))

    @cached_property
    def days_between(self) -> Share:
        """The days from the first to the last day with a purchase, over the gaps between such days."""
        gaps = np.maximum(self.order_days - 1, 0)
        return Share(np.where(gaps > 0, self._last_day - self._first_day, 0), gaps)

    @cached_property
    def overdue(self) -> Share:
        """The days since the last purchase, over the usual days between two."""
        span, gaps = self.days_between
        return Share(self.days_since.part * gaps, span)

    @cached_property
    def _bought(self) -> Bools:
        return np.not_equal(self._facts.last, NO_TIME)

    @cached_property
    def _first_day(self) -> Ints:
        return self._day_of(self._facts.purchases & self._index.is_first)

    @cached_property
    def _last_day(self) -> Ints:
        return self._day_of(self._facts.is_last)

    def _day_of(self, chosen: Bools) -> Ints:
        """The days of the chosen orders, at most one per member; 0 without one."""
        days = np.zeros(self._roster.size, np.int64)
        places = np.flatnonzero(chosen)
        days[self._orders.member.take(places)] = self._index.day.take(places)
        return days
