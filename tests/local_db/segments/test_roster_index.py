"""What conditions look up: lines by their titles, in either of the two ways."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from local_db.segments.roster_index import RosterIndex
from tests.local_db.roster import columns

TITLES = tuple("abcdefgh")


@given(st.lists(st.integers(-1, len(TITLES) - 1), max_size=60), st.sets(st.integers(0, len(TITLES) - 1)))
def test_lines_are_found_by_their_titles(products, wanted):
    lines = columns.lines(order=np.zeros(len(products), np.int32), product=np.array(products, np.int32))
    orders = columns.orders(member=np.zeros(1, np.int32))
    members = columns.members(ids=np.array([1]))
    index = RosterIndex(columns.roster(1, ZoneInfo("UTC"), "CNY", members, orders, lines, TITLES))
    has = np.isin(np.arange(len(TITLES)), list(wanted))
    expected = [place for place, product in enumerate(products) if product in wanted]
    assert sorted(index.lines_titled(has).tolist()) == expected
