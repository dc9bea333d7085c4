"""The members a tree matches, sorted by what they bought and cut into pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints, Roster
    from local_db.segments.facts import OrderFacts


class SortKey(StrEnum):
    """A column that members can be sorted by."""

    SPENT = "spent"
    ORDERS = "orders"
    AVERAGE = "average"
    FIRST_ORDER = "first"
    LAST_ORDER = "last"


@dataclass(frozen=True, slots=True, eq=False)
class MemberPage:
    """Some of the matching members with the columns a list shows, one entry per member."""

    total: int  # how many match in all
    numbers: Ints
    ids: Ints
    spent: Ints  # minor units
    orders: Ints
    last_order: Ints  # UTC seconds; NO_TIME without one


def members_sorted(
    roster: Roster,
    facts: OrderFacts,
    matched: Bools,
    *,
    by: SortKey = SortKey.SPENT,
    ascending: bool = False,
    offset: int = 0,
    limit: int | None = None,
) -> MemberPage:
    """A page of the matching members; equals stand in the order of their numbers.

    `facts` are those of the moment that `matched` was asked at (`Evaluator.facts`).
    """
    numbers = np.flatnonzero(matched)
    column = _column(facts, by)[numbers]
    order = np.argsort(column if ascending else -column, kind="stable")
    page = numbers[order[offset:] if limit is None else order[offset : offset + limit]]
    return MemberPage(
        total=len(numbers),
        numbers=page,
        ids=roster.members.ids[page],
        spent=facts.spent[page],
        orders=facts.orders[page],
        last_order=facts.last[page],
    )


def _column(facts: OrderFacts, by: SortKey) -> Ints:
    if by is SortKey.AVERAGE:
        # Whole minor units are enough to sort by; comparisons in trees are exact.
        return facts.spent // np.maximum(facts.orders, 1)
    column: Ints = getattr(facts, by.value)
    return column
