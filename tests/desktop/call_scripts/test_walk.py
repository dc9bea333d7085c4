"""The arrow keys go along the answers, and between what lies beside each other."""

from __future__ import annotations

import pytest

from desktop.call_scripts.canvas.walk import Direction, neighbour
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Step


def step(key: str, ends: str, x: int, y: int) -> Step:
    return Step(key, key, answers=tuple(Answer(AnswerKind.YES, to) for to in ends), x=x, y=y)


SCRIPT = CallScript(
    "a",
    (
        step("a", "bc", 0, 100),
        step("b", "zd", 400, 0),
        step("c", "d", 400, 200),
        step("d", "a", 800, 100),
        step("x", "", 0, 400),
    ),
)


@pytest.mark.parametrize(
    ("at", "direction", "came_from", "to"),
    [
        ("a", "right", "", "b"),
        ("b", "right", "", "d"),  # z is gone
        ("d", "left", "", "b"),
        ("d", "left", "c", "c"),  # back where one came from
        ("d", "left", "x", "b"),  # which does not lead here
        ("b", "down", "", "c"),  # the other answer of the same step
        ("c", "up", "", "b"),
        ("b", "up", "", None),
        ("a", "down", "", "x"),  # the nearest one below
        ("x", "right", "", None),
        ("x", "left", "", None),
        ("nothing", "right", "", "a"),
    ],
)
def test_where_the_keys_go(at: str, direction: Direction, came_from: str, to: str | None) -> None:
    assert neighbour(SCRIPT, at, direction, came_from) == to


def test_nowhere_in_an_empty_script() -> None:
    assert neighbour(CallScript("", ()), "", "right") is None
