"""What a rule looks at: the roster on a day, with local days and hours worked out once for all rules."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from local_db.roster.local_time import local_seconds
from local_db.roster.roster import NO_TIME
from local_db.segments.facts import OrderFacts
from local_db.values import DAY_SECONDS

if TYPE_CHECKING:
    from local_db.roster.roster import Codes, Ints, Roster


class Scene:
    """One roster at one moment."""

    def __init__(self, roster: Roster, now: datetime) -> None:
        self.roster = roster
        self.today = int(local_seconds(np.array([int(now.timestamp())]), roster.zone)[0]) // DAY_SECONDS
        self.facts = OrderFacts(roster, None)

    @cached_property
    def dated(self) -> Ints:
        """The purchases with a time, as places in the orders: by member, then time."""
        return np.flatnonzero(self.facts.purchases & (self.roster.orders.time != NO_TIME))

    @cached_property
    def member(self) -> Codes:
        """Whose each dated purchase is."""
        return self.roster.orders.member[self.dated]

    @cached_property
    def day(self) -> Ints:
        """The shop's day of each dated purchase, counted from 1970."""
        return self._local // DAY_SECONDS

    @cached_property
    def second(self) -> Ints:
        """The second of its day."""
        return self._local - self.day * DAY_SECONDS

    @cached_property
    def _local(self) -> Ints:
        return local_seconds(self.roster.orders.time[self.dated], self.roster.zone)

    def per_member(self, members: Codes) -> Ints:
        """How often each member is named."""
        return np.bincount(members, minlength=self.roster.size)
