"""A line of text in a form whose undo is that of the whole document."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.widgets.fields import TextField


def is_undo_key(event: QEvent) -> bool:
    """Whether a field asks to have Ctrl+Z, or its opposite, before any shortcut."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class LineField(TextField):
    """Leaves Ctrl+Z and its opposite to the shortcuts of the editor around it.

    Signals:
        textEdited, editingFinished: from QLineEdit.
    """

    def event(self, event: QEvent) -> bool:
        """Everything but the two keys is the field's own."""
        if is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)
