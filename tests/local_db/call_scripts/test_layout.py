"""Tidying a script: nothing lies on anything else, calls go from left to right, and only places change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.call_scripts.layout import BOX_WIDTH, GRID, always_place, free_place, height, tidy
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Outcome, Step


def script(**leads: str) -> CallScript:
    """Steps by key, each with an answer to every letter of its value."""
    steps = tuple(
        Step(key, key, answers=tuple(Answer(AnswerKind.YES, to) for to in ends)) for key, ends in leads.items()
    )
    return CallScript(next(iter(leads), ""), steps)


def columns(made: CallScript) -> dict[str, int]:
    return {step.key: step.x // (BOX_WIDTH + 120) for step in made.steps}


@pytest.mark.parametrize(
    ("leads", "expected"),
    [
        ({"a": ""}, {"a": 0}),
        ({"a": "b", "b": "c", "c": ""}, {"a": 0, "b": 1, "c": 2}),
        ({"a": "bc", "b": "c", "c": ""}, {"a": 0, "b": 1, "c": 2}),  # right of everything that leads there
        ({"a": "b", "b": "a"}, {"a": 0, "b": 1}),  # a way back is no way forward
        ({"a": "a"}, {"a": 0}),
        ({"a": "bc", "b": "d", "c": "e", "d": "c", "e": ""}, {"a": 0, "b": 1, "c": 1, "d": 2, "e": 2}),  # c is before d
        ({"a": "bc", "b": "d", "c": "", "d": "c"}, {"a": 0, "b": 1, "c": 3, "d": 2}),  # but an end is behind
        ({"a": "bc", "b": "c", "c": "b"}, {"a": 0, "b": 1, "c": 2}),  # of a circle one link leads back
        ({"a": "bz", "b": ""}, {"a": 0, "b": 1}),  # a step that is missing
        ({"a": "b", "b": "", "x": "y", "y": ""}, {"a": 0, "b": 1, "x": 0, "y": 1}),  # two calls beside each other
        ({"b": "c", "a": "b", "c": ""}, {"a": 0, "b": 1, "c": 2}),
    ],
)
def test_columns(leads: dict[str, str], expected: dict[str, int]) -> None:
    assert columns(tidy(script(**leads))) == expected


def test_an_empty_script_stays_empty() -> None:
    assert tidy(CallScript("", ())) == CallScript("", ())


def test_a_box_is_as_high_as_its_rows() -> None:
    plain = Step("a", "a")
    answers = tuple(Answer(AnswerKind.YES, "") for _ in range(3))
    assert height(replace(plain, answers=answers)) - height(plain) == 3 * 26
    assert height(replace(plain, outcome=Outcome.AGREED)) - height(plain) == 26


def test_answers_keep_their_order_from_above() -> None:
    made = tidy(script(a="bcd", b="", c="", d=""))
    tops = {step.key: step.y for step in made.steps}
    assert tops["b"] < tops["c"] < tops["d"]


def test_what_holds_everywhere_is_above_the_opening() -> None:
    plain = script(a="b", b="", end="", up="a")
    held = tidy(replace(plain, always=(Answer(AnswerKind.REFUSE, "end"),)))
    assert columns(held)["end"] == columns(held)["b"]
    x, y = always_place(held)
    box = Step("", "", x=x, y=y, answers=held.always)
    assert x == next(step.x for step in held.steps if step.key == "a")
    assert y < next(step.y for step in held.steps if step.key == "a")
    assert not [step.key for step in held.steps if overlap(step, box)]


KEYS = [f"s{number}" for number in range(14)]


@st.composite
def scripts(draw: st.DrawFn) -> CallScript:
    keys = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1))
    ends = st.lists(st.sampled_from([*KEYS, ""]), max_size=5)
    steps = tuple(
        Step(key, key, answers=tuple(Answer(AnswerKind.NO, to) for to in draw(ends)), x=draw(st.integers(-50, 50)))
        for key in keys
    )
    always = tuple(Answer(AnswerKind.REFUSE, to) for to in draw(ends))
    return CallScript(draw(st.sampled_from(KEYS)), steps, always=always)


def overlap(one: Step, other: Step) -> bool:
    beside = abs(one.x - other.x) < BOX_WIDTH
    return beside and one.y < other.y + height(other) and other.y < one.y + height(one)


@given(scripts())
def test_any_script_is_laid_out_without_overlaps_and_nothing_else_changes(made: CallScript) -> None:
    laid = tidy(made)
    assert [replace(step, x=0, y=0) for step in laid.steps] == [replace(step, x=0, y=0) for step in made.steps]
    assert replace(laid, steps=()) == replace(made, steps=())
    assert not [(a.key, b.key) for n, a in enumerate(laid.steps) for b in laid.steps[:n] if overlap(a, b)]
    assert all(step.x % GRID == 0 and step.y % GRID == 0 and step.y >= 0 for step in laid.steps)
    assert min(step.x for step in laid.steps) == 0
    x, y = always_place(laid)
    box = Step("", "", x=x, y=y, answers=made.always)
    assert not made.always or not [step.key for step in laid.steps if overlap(step, box)]
    assert tidy(laid) == laid  # it depends on the links alone


@given(scripts(), st.integers(-200, 2000), st.integers(-200, 2000))
def test_a_free_place_covers_no_box(made: CallScript, x: int, y: int) -> None:
    laid = tidy(made)
    new = Step("new", "")
    place = free_place(laid, x, y, height(new))
    assert not [step for step in laid.steps if overlap(step, replace(new, x=place[0], y=place[1]))]
