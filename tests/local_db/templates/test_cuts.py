"""What to cut for one part fewer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.templates.cuts import units_over, words_at_the_end
from local_db.templates.sms_parts import count_parts, utf16_units


@pytest.mark.parametrize(
    ("units", "over"), [(0, 0), (1, 0), (70, 0), (71, 1), (134, 64), (135, 1), (201, 67), (202, 1), (500, 31)]
)
def test_units_over_what_one_part_fewer_holds(units: int, over: int) -> None:
    assert units_over(units) == over


@given(st.integers(71, 2000))
def test_without_them_it_is_one_part_fewer_and_not_a_unit_sooner(units: int) -> None:
    parts = count_parts("x" * units).parts
    over = units_over(units)
    assert count_parts("x" * (units - over)).parts == parts - 1
    assert count_parts("x" * (units - over + 1)).parts == parts


@pytest.mark.parametrize(
    ("body", "units", "runs"),
    [
        ("先到先得", 0, ()),
        ("先到先得", 2, ((2, 2),)),
        ("先到先得", 9, ((0, 4),)),
        ("先到{nick|亲}先得", 3, ((1, 1), (10, 2))),  # the variable between them stays
        ("先到😀", 2, ((2, 1),)),  # an emoji is two units
        ("先到😀", 3, ((1, 2),)),
        ("{nick}", 5, ()),
    ],
)
def test_the_last_words(body: str, units: int, runs: tuple[tuple[int, int], ...]) -> None:
    assert words_at_the_end(body, units) == runs


@given(st.text(alphabet="先到a😀{}|nick", max_size=60), st.integers(0, 80))
def test_they_make_up_the_units_unless_the_body_has_fewer(body: str, units: int) -> None:
    runs = words_at_the_end(body, units)
    taken = sum(utf16_units(body[start : start + length]) for start, length in runs)
    whole = sum(utf16_units(body[start : start + length]) for start, length in words_at_the_end(body, 10_000))
    assert taken >= min(units, whole)
    assert taken <= max(units + 1, 0)
