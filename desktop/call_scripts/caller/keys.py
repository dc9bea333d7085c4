"""Keys that mean the same wherever a call is shown."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent

_QUESTIONS = frozenset({"?", "？"})  # Chinese keyboards write the wide one


def is_question(event: QKeyEvent) -> bool:
    """Whether the key asks for the objections."""
    return event.text() in _QUESTIONS
