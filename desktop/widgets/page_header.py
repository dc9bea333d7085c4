"""The head of a page: its title, one sentence, and the actions at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.label import ElidedLabel, Label


class PageHeader(QWidget):
    """Title, sentence below it, actions at the right."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = ElidedLabel(title, "title")  # a name of any length leaves the page its width
        self._sentence = Label(sentence, "muted", wrap=True)
        if not sentence:
            self._sentence.hide()
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        row.addLayout(words, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        row.addLayout(self._actions)
        row.setAlignment(self._actions, Qt.AlignmentFlag.AlignTop)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_sentence(self, sentence: str) -> None:
        """Show another sentence; an empty one hides the line."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def add_action(self, widget: QWidget) -> None:
        """Put a button or chip at the right end."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
