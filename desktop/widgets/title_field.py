"""A page's title that can be typed into."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.widgets.fields import TextField


class TitleField(TextField):
    """Looks like a title until the pointer or the focus comes; Enter ends typing.

    Signals:
        textEdited, editingFinished: from QLineEdit.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field on Enter and Esc."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.clearFocus()
            event.accept()
