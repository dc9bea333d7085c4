"""Columns come back from bytes as they were, of the same width, and cannot be written to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from local_db.roster.codec import decoded, encoded
from local_db.roster.columns import narrowed

WIDTHS = [np.int8, np.int16, np.int32, np.int64, np.uint8, np.bool_]
columns = st.sampled_from(WIDTHS).flatmap(lambda width: arrays.arrays(width, st.integers(0, 60)))
ascending = arrays.arrays(np.int64, st.integers(0, 60)).map(np.sort)
mostly_one = st.builds(
    lambda usual, others: np.array([usual] * 200 + others, np.int32), st.integers(-5, 5), st.lists(st.integers(0, 9))
)


@given(columns | ascending | mostly_one)
def test_what_is_encoded_comes_back(column):
    again = decoded(encoded(column))
    assert (again.dtype, again.tolist()) == (column.dtype, column.tolist())
    assert not again.flags.writeable


def test_long_runs_and_steps_are_short():
    assert len(encoded(np.full(1_000_000, -1, np.int32))) < 100
    assert len(encoded(np.arange(1_000_000, dtype=np.int64))) < 1_000_100
    assert len(encoded(np.zeros(1_000_000, np.bool_))) < 125_100


@pytest.mark.parametrize("data", [b"", b"\x05\x00\x00\x00{}", encoded(np.arange(9) % 5)[:-1]])
def test_bytes_that_are_no_column_are_refused(data):
    with pytest.raises((ValueError, KeyError)):
        decoded(data)


@pytest.mark.parametrize(
    ("values", "least", "width"),
    [
        ([0, 127], np.int8, np.int8),
        ([-128, 128], np.int8, np.int16),
        ([0, 2**31 - 1], np.int8, np.int32),
        ([2**31], np.int8, np.int64),
        ([], np.int32, np.int32),
        ([1], np.int16, np.int16),
        ([-(2**31) - 1], np.int32, np.int64),
    ],
)
def test_the_narrowest_width_that_holds_all(values, least, width):
    column = np.array(values, np.int64)
    found = narrowed(column, least)
    assert (found.dtype, found.tolist()) == (np.dtype(width), values)
