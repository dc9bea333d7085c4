"""The size at each month's end is that of the tree asked on that day, and the last point is today's count."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from local_db.roster.roster import NO_TIME
from local_db.segments import tree
from local_db.segments.size_history import first_day, month_ends, sizes
from tests.local_db.segments.random_shops import NOW
from tests.local_db.segments.random_trees import trees
from tests.local_db.segments.shops import SLOW, evaluator_of, seeds


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 3, 31), ["2025-12-31", "2026-01-31", "2026-02-28"]),
        (date(2026, 3, 1), ["2025-12-31", "2026-01-31", "2026-02-28"]),
        (date(2024, 3, 15), ["2023-12-31", "2024-01-31", "2024-02-29"]),
        (date(2026, 1, 1), ["2025-10-31", "2025-11-30", "2025-12-31"]),
    ],
)
def test_months_end_where_the_calendar_says(today: date, expected: list[str]) -> None:
    assert [day.isoformat() for day in month_ends(today, 3)] == expected


def test_two_years_are_twenty_four_ends() -> None:
    ends = month_ends(date(2026, 11, 24))
    assert len(ends) == 24
    assert all((end + timedelta(days=1)).day == 1 for end in ends)


@settings(SLOW, max_examples=40)
@given(seed=seeds, node=trees(levels=1))
def test_points_are_the_counts_of_their_days(seed: int, node: dict) -> None:
    evaluator = evaluator_of(seed)
    asked = tree.parse(node)
    *past, last = sizes(evaluator, asked, now=NOW, months=5)
    for point in past:
        found = evaluator.evaluate(asked, now=NOW, as_of=point.day)
        assert (point.count, point.everybody) == (found.count, found.everybody)
    today = evaluator.evaluate(asked, now=NOW)
    assert (last.day, last.count) == (evaluator.moment(NOW).day, today.count)


def test_counting_stops_when_it_is_told_to() -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    with pytest.raises(Stop):
        next(sizes(evaluator_of(0), tree.All(), now=NOW, check=stop))


@given(seeds)
@settings(SLOW, max_examples=30)
def test_nobody_is_known_before_the_first_day(seed: int) -> None:
    evaluator = evaluator_of(seed)
    first = first_day(evaluator.roster)
    dated = {member for member in evaluator.roster.members.known_since.tolist() if member > NO_TIME}
    assert (first is None) == (not dated)
    if first is not None:
        undated = evaluator.roster.size - sum(t > NO_TIME for t in evaluator.roster.members.known_since.tolist())
        before = evaluator.evaluate(tree.All(), now=NOW, as_of=first - timedelta(days=1))
        on = evaluator.evaluate(tree.All(), now=NOW, as_of=first)
        assert before.count == undated
        assert on.count > undated
