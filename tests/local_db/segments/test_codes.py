"""Codes are found alike whether they are compared or looked up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.segments.codes import has_code

tables = st.lists(st.booleans(), min_size=1, max_size=30)


@pytest.mark.parametrize("width", [np.int8, np.int16, np.int32, np.int64])
@given(tables.flatmap(lambda table: st.tuples(st.just(table), st.lists(st.integers(-1, len(table) - 1)))))
def test_a_code_is_found_where_the_table_says(width, case):
    table, codes = case
    found = has_code(np.array(codes, width), np.array(table, np.bool_))
    assert found.tolist() == [code >= 0 and table[code] for code in codes]


def test_nothing_is_in_an_empty_table():
    assert has_code(np.array([-1, -1], np.int8), np.zeros(0, np.bool_)).tolist() == [False, False]
