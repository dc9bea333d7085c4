"""Distinct values, as NumPy says them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from local_db.roster.distinct import distinct


@given(st.lists(st.integers(-5, 2**62)))
def test_distinct_values_are_ascending_and_once(values):
    assert distinct(np.array(values, dtype=np.int64)).tolist() == sorted(set(values))
