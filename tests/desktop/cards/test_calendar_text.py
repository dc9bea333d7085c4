"""Times of a calendar entry are typed as people write them and kept with their zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cards.calendar_text import EXAMPLE, kept, shown
from local_db.cards.target_checks import calendar_times

SHANGHAI = ZoneInfo("Asia/Shanghai")
ONE_EVENING = "2026-12-12T20:00+08:00/2026-12-12T22:00+08:00"


@pytest.mark.parametrize(
    "typed",
    [
        EXAMPLE,
        "2026-12-12 20:00-22:00",
        "2026/12/12 20:00 至 22:00",
        "2026.12.12 20：00到2026.12.12 22：00",
        ONE_EVENING,
    ],
)
def test_many_ways_of_writing_are_understood(typed: str) -> None:
    assert kept(typed, SHANGHAI) == ONE_EVENING


def test_an_end_on_another_day_is_written_with_it() -> None:
    target = kept("2026-12-12 20:00 – 2026-12-13 01:30", SHANGHAI)
    assert target == "2026-12-12T20:00+08:00/2026-12-13T01:30+08:00"
    assert shown(target, SHANGHAI) == "2026-12-12 20:00 – 2026-12-13 01:30"


@pytest.mark.parametrize(
    "typed", ["", "tonight", "2026-02-31 20:00 – 22:00", "2026-12-12 20:00", "2026-12-12 25:00 – 26:00"]
)
def test_what_is_no_time_stays_as_typed_and_is_no_target(typed: str) -> None:
    assert kept(typed, SHANGHAI) == typed
    assert shown(typed, SHANGHAI) == typed
    assert calendar_times(kept(typed, SHANGHAI)) is None


@given(st.integers(16_000_000, 60_000_000), st.integers(0, 100_000))
def test_what_is_shown_is_read_back(start: int, minutes: int) -> None:
    times = (datetime.fromtimestamp(60 * moment, SHANGHAI) for moment in (start, start + minutes))
    target = "/".join(time.isoformat(timespec="minutes") for time in times)
    assert calendar_times(kept(shown(target, SHANGHAI), SHANGHAI)) == calendar_times(target)
