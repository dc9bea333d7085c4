"""Days with an order, against a plain set of days per member."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.roster.roster import NO_TIME
from local_db.segments.order_days import order_days

START = datetime(2026, 3, 27, tzinfo=UTC)  # two days before Berlin changes its clocks
MEMBERS = 4


@pytest.mark.parametrize("zone", [ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")])
@given(st.lists(st.tuples(st.integers(0, 3), st.one_of(st.none(), st.integers(0, 5 * 86_400)), st.booleans())))
def test_days_are_those_of_the_shops_calendar(zone: ZoneInfo, rows: list[tuple[int, int | None, bool]]) -> None:
    rows = sorted(rows, key=lambda row: (row[0], -1 if row[1] is None else row[1]))
    begin = int(START.timestamp())
    orders = SimpleNamespace(
        member=np.array([member for member, _, _ in rows], dtype=np.int32),
        time=np.array([NO_TIME if second is None else begin + second for _, second, _ in rows], dtype=np.int64),
    )
    chosen = np.array([taken for _, _, taken in rows], dtype=np.bool_)
    expected = [
        len(
            {
                (START + timedelta(seconds=second)).astimezone(zone).date()
                for who, second, taken in rows
                if who == member and taken and second is not None
            }
        )
        for member in range(MEMBERS)
    ]
    assert order_days(orders, chosen, MEMBERS, zone).tolist() == expected  # type: ignore[arg-type]
