"""A small word on a tinted ground: a state, told by its text and only supported by its colour."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.widgets.label import restyle

TagTone = Literal["neutral", "good", "warn", "bad", "blue", "accent"]


class StatusTag(QLabel):
    """A state such as "ok", "review", "refused"."""

    def __init__(self, text: str = "", tone: TagTone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("tone", tone)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_state(self, text: str, tone: TagTone) -> None:
        """Show another state."""
        self.setText(text)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
