"""Which searches count as ones that ended without an answer."""

from __future__ import annotations

import pytest

from desktop.replies.panel.seeking import Seeking


def ended(*typed: str) -> list[str]:
    seeking = Seeking()
    found = [seeking.note(text) for text in typed]
    return [text for text in (*found, seeking.end()) if text]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("t", "tu", "tui"), ["tui"]),
        (("t", "tu", "tui", "tu", "t", ""), ["tui"]),  # taken back letter by letter
        (("tui", "", "fa", "fahuo"), ["tui", "fahuo"]),
        (("tuihuo", "fapiao"), ["tuihuo", "fapiao"]),  # written over
        (("a",), []),
        (("", ""), []),
        (("13812345678",), []),  # a phone is nobody's question
        (("38码", "38码鞋"), ["38码鞋"]),
    ],
)
def test_the_longest_text_since_the_field_was_empty_counts(typed: tuple[str, ...], said: list[str]) -> None:
    assert ended(*typed) == said


def test_what_has_ended_is_told_once() -> None:
    seeking = Seeking()
    seeking.note("tuihuo")
    assert seeking.end() == "tuihuo"
    assert seeking.end() == ""
