"""Sets of members as bits say the same as arrays of truth values."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from local_db.segments.bits import Bits


@given(st.integers(0, 200).flatmap(lambda n: st.tuples(*[st.lists(st.booleans(), min_size=n, max_size=n)] * 2)))
def test_joining_and_counting(pair):
    one, other = (np.array(values, np.bool_) for values in pair)
    a, b = Bits.of(one), Bits.of(other)
    assert a.bools().tolist() == one.tolist()
    assert (a & b).bools().tolist() == (one & other).tolist()
    assert (a | b).bools().tolist() == (one | other).tolist()
    assert (a - b).bools().tolist() == (one & ~other).tolist()
    assert a.count() == np.count_nonzero(one)
    assert [a.has(number) for number in range(len(one))] == one.tolist()
    assert (Bits.none(len(one)) - a).count() == 0


def test_a_million_members_are_an_eighth_of_a_megabyte():
    assert Bits.of(np.ones(1_000_000, np.bool_)).nbytes == 125_000
