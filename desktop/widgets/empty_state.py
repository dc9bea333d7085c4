"""What a page or table shows while it has nothing: why, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label

_WIDTH = 380


class EmptyState(QWidget):
    """Icon, title, sentence and, with `action`, a button.

    Signals:
        action_triggered: the button was pressed.
    """

    action_triggered = Signal()

    def __init__(
        self, icon: str, title: str, sentence: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 24, 16, 24)
        column.setSpacing(6)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(title, "heading")
        self._sentence = Label(sentence, "muted", wrap=True)
        self._sentence.setAlignment(centre)
        self._sentence.setMaximumWidth(_WIDTH)
        self.button = Button(action, kind="primary")
        self.button.clicked.connect(self.action_triggered)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "muted", 32), 0, centre)
        column.addSpacing(6)
        column.addWidget(self._title, 0, centre)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._sentence, 1000)
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(10)
        column.addWidget(self.button, 0, centre)
        column.addStretch(1)
        self._sentence.setVisible(bool(sentence))
        self.button.setVisible(bool(action))

    def set_texts(self, title: str, sentence: str = "", action: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.button.setText(action)
        self.button.setVisible(bool(action))
