"""Ctrl+Z in a field of the script takes back the last change of the script, whatever it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Keeps a field from taking the keys of undo and redo for itself, so that they reach the editor."""

    def watch(self, *fields: QWidget) -> None:
        """Do so for these fields."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - only fields are watched
        """Leave the shortcut to whoever has it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if any(event.matches(key) for key in _KEYS) or _redoes(event):
            event.ignore()
            return True
        return False


def _redoes(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+Y")
