"""What a condition is asked about: a roster at a moment, with what is worked out for that moment."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from local_db.segments.habits import Habits
from local_db.segments.rfm import Scores, scores
from local_db.values import start_of_day

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Codes, Roster
    from local_db.segments.facts import Moment, OrderFacts
    from local_db.segments.roster_index import RosterIndex


class Scene:
    """One roster at one moment; kept by the evaluator as long as the moment's facts."""

    def __init__(self, roster: Roster, facts: OrderFacts, moment: Moment, index: RosterIndex) -> None:
        self.roster = roster
        self.facts = facts
        self.moment = moment
        self.index = index

    def start_of_last(self, days: int) -> int:
        """The first instant (UTC seconds) of the last `days` calendar days; the moment's own day is the last."""
        return start_of_day(self.moment.day - timedelta(days=days - 1), self.roster.zone)

    def everyone_in(self, members: Codes) -> Bools:
        """Whether each member is among these."""
        found = np.zeros(self.roster.size, np.bool_)
        found[members.astype(np.intp)] = True
        return found

    @cached_property
    def scores(self) -> Scores:
        """Everybody's scores of recency, frequency and money."""
        return scores(
            self.facts,
            day=self.moment.day,
            zone=self.roster.zone,
            cuts=self.roster.rfm_cuts,
            currency=self.roster.currency,
        )

    @cached_property
    def habits(self) -> Habits:
        """What the members' orders say of their rhythm, refunds and discounts."""
        return Habits(self.roster, self.facts, self.moment, self.index)

    def prepare(self) -> None:
        """Have ready what most conditions ask for."""
        self.index.prepare()
        facts, habits = self.facts, self.habits
        _ = (facts.orders, facts.spent, facts.items, facts.first, facts.last, facts.refunds, facts.dated, facts.is_last)
        _ = (self.scores, facts.refund_share, facts.discount_share, habits.overdue, habits.promo_share)
