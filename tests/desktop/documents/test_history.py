"""Undo and redo of whole values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.history import History


def test_typing_in_one_place_is_one_step_and_a_pause_begins_another() -> None:
    history = History("")
    history.note("a", "title", at=10.0)
    history.note("ab", "title", at=10.5)
    history.note("abc", "title", at=11.0)
    history.note("abcd", "title", at=20.0)
    assert history.undo() == "abc"
    assert history.undo() == ""
    assert not history.can_undo()
    assert history.redo() == "abc"
    assert history.redo() == "abcd"
    assert not history.can_redo()


def test_another_place_and_a_change_of_shape_are_steps_of_their_own() -> None:
    history = History("0")
    history.note("1", "title", at=0.0)
    history.note("2", "body", at=0.1)
    history.note("3", at=0.2)
    history.note("4", at=0.3)
    assert [history.undo() for _ in range(4)] == ["3", "2", "1", "0"]


def test_an_edit_after_undo_forgets_what_was_taken_back() -> None:
    history = History("0")
    history.note("1")
    history.undo()
    history.note("2")
    assert not history.can_redo()
    assert history.undo() == "0"


def test_what_is_no_change_is_no_step() -> None:
    history = History("0")
    history.note("0")
    assert not history.can_undo()


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40))
def test_undoing_everything_leads_back_to_the_start_and_redoing_to_the_end(states: list[int]) -> None:
    history = History(-1)
    for state in states:
        history.note(state)
    while history.can_undo():
        history.undo()
    assert history.now == -1
    while history.can_redo():
        history.redo()
    assert history.now == states[-1]
