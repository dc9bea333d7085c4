"""How long a text of a card can get, and how much of it fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.cards.measure import fits, longest_units
from tests.local_db.cards.random_cards import SLOW, TEXT


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", 0),
        ("瓷x ", 3),
        ("😀", 2),
        ("{{}}", 2),
        ("{nick|亲|8}", 8),
        ("{nick|" + "亲" * 9 + "|8}", 9),  # the fallback is longer than what is kept of a value
        ("{nick|😀😀|3}", 4),
        ("{city}", 12),
        ("{nick|亲}", 20),  # no limit: an assumption
        ("{pet}", 5),  # no variable: it stands there as it is written
        ("{nick", 5),
    ],
)
def test_a_text_at_its_longest(text, units):
    assert longest_units(text) == units


@pytest.mark.parametrize(
    ("text", "most", "characters"),
    [
        ("瓷瓷瓷", 3, 3),
        ("瓷瓷瓷", 2, 2),
        ("瓷😀", 2, 1),
        ("瓷😀", 3, 2),
        ("{nick|亲|8}x", 8, 10),
        ("{nick|亲|8}x", 7, 0),
        ("{nick|亲|8}x", 9, 11),
        ("x{nick|亲|8}", 8, 1),
        ("{{x}}y", 2, 3),
        ("{{x}}y", 3, 5),
        ("瓷", 0, 0),
    ],
)
def test_what_fits(text, most, characters):
    assert fits(text, most) == characters


@SLOW
@given(TEXT, st.integers(0, 60))
def test_what_fits_is_as_long_as_allowed_and_one_more_is_not(text, most):
    characters = fits(text, most)
    if longest_units(text) <= most:
        assert characters == len(text)
        return
    assert 0 <= characters < len(text)
    if text[:characters].count("{") == text[:characters].count("}"):  # what is cut off is not half of anything
        assert longest_units(text[:characters]) <= most
