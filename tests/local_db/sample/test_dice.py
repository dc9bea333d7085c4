"""The dice: bounds, weights, and streams that depend on nothing but their subject."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from local_db.sample.dice import Dice


@given(st.text(max_size=8), st.integers(-1000, 1000), st.integers(0, 1000))
def test_between_stays_within_its_bounds(subject: str, low: int, span: int) -> None:
    assert low <= Dice(subject).between(low, low + span) <= low + span


@given(st.text(max_size=8), st.lists(st.integers(0, 9), min_size=1, max_size=9).filter(any))
def test_what_weighs_nothing_is_never_picked(subject: str, weights: list[int]) -> None:
    assert weights[Dice(subject).pick_by_weight(range(len(weights)), weights)] > 0


def test_a_stream_depends_on_its_subject_alone() -> None:
    first = Dice("buyer 1").digits(20)
    assert Dice("buyer 1").digits(20) == first
    assert Dice("buyer 2").digits(20) != first


def test_chance_is_out_of_a_thousand() -> None:
    dice = Dice("chance")
    assert not any(dice.chance(0) for _ in range(100))
    assert all(dice.chance(1000) for _ in range(100))
    assert 200 < sum(dice.chance(250) for _ in range(1000)) < 300
