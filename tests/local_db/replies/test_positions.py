"""Between two places there is always another one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from local_db.replies.codec import is_position
from local_db.replies.positions import between, spread


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=120))
def test_whatever_is_put_wherever_stays_in_its_order(places: list[int]) -> None:
    order: list[str] = []
    for place in places:
        at = place % (len(order) + 1)
        new = between(order[at - 1] if at else "", order[at] if at < len(order) else "")
        assert is_position(new)
        order.insert(at, new)
    assert all(one < other for one, other in pairwise(order))


@given(st.text("0123456789abcdefghijklmnopqrstuvwxyz", max_size=8), st.integers(0, 40))
def test_a_row_fits_between_any_two(text: str, count: int) -> None:
    low, high = f"{text}1", f"{text}2"
    row = [low, *spread(low, high, count), high]
    assert len(row) == count + 2
    assert all(one < other for one, other in pairwise(row))
    assert all(map(is_position, row))


def test_thousands_that_are_appended_or_put_before_stay_short() -> None:
    last = first = between("", "")
    for _ in range(20_000):
        last, first = between(last, ""), between("", first)
    assert len(last) == len(first) == 6


def test_beyond_the_last_count_there_is_room_too() -> None:
    assert between("zzzzzi", "") > "zzzzzi"
    assert between("", "00001i") < "00001i"
    assert between("", "0001") < "0001"
