"""How large a segment was at the end of each of the last months, and today."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from local_db.roster.roster import NO_TIME
from local_db.values import local_moment

if TYPE_CHECKING:
    from local_db.roster.roster import Roster
    from local_db.segments.evaluate import Evaluator
    from local_db.segments.tree import Node

MONTHS = 24


@dataclass(frozen=True, slots=True)
class SizePoint:
    """The segment at the end of a day."""

    day: date
    count: int
    everybody: int


def month_ends(today: date, months: int = MONTHS) -> tuple[date, ...]:
    """The last days of that many months before today's, the oldest first."""
    ends: list[date] = []
    first = today.replace(day=1)
    for _ in range(months):
        end = first - timedelta(days=1)
        ends.append(end)
        first = end.replace(day=1)
    return tuple(reversed(ends))


def sizes(
    evaluator: Evaluator,
    node: Node,
    *,
    now: datetime,
    months: int = MONTHS,
    check: Callable[[], None] | None = None,
) -> Iterator[SizePoint]:
    """The sizes at the month ends, and last today's with all that the shop knows, as the page counts it.

    `check` is called before each; it may raise to stop.
    """
    today = evaluator.moment(now).day
    for day in (*month_ends(today, months), None):
        if check is not None:
            check()
        found = evaluator.evaluate(node, now=now, as_of=day)
        yield SizePoint(day or today, found.count, found.everybody)


def first_day(roster: Roster) -> date | None:
    """The day of the shop's earliest member or order; None while nothing has a date."""
    known = roster.members.known_since
    dated = known[known != NO_TIME]
    return local_moment(int(dated.min()), roster.zone).date() if len(dated) else None
