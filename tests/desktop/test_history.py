"""Undo and redo: any state, without limit, and what is typed as one step."""

from __future__ import annotations

from desktop.history import History


def test_undo_and_redo_walk_the_same_states() -> None:
    history = History("first")
    assert not history.put("first")
    assert history.put("second")
    assert history.put("third")
    assert [history.undo(), history.undo(), history.undo()] == ["second", "first", "first"]
    assert not history.can_undo
    assert [history.redo(), history.redo()] == ["second", "third"]
    assert history.present == "third"
    history.undo()
    history.put("other")
    assert not history.can_redo


def test_what_is_typed_into_one_place_is_one_step() -> None:
    history = History("")
    for typed in ("a", "ab", "abc"):
        history.put(typed, merge="title")
    history.put("abc!", merge="hint")
    assert [history.undo(), history.undo()] == ["abc", ""]


def test_typing_back_to_what_it_was_leaves_nothing_to_undo() -> None:
    history = History("a")
    history.put("ab", merge="title")
    history.put("a", merge="title")
    assert not history.can_undo


def test_undo_has_no_limit() -> None:
    history = History(0)
    for number in range(1, 1001):
        history.put(number)
    for _ in range(1000):
        history.undo()
    assert history.present == 0
