"""A card with one big number, what it counts, and a note about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.widgets.card import Card
from desktop.widgets.label import Label, Tone


class NumberTile(Card):
    """Label, number, note."""

    def __init__(self, label: str, value: str = "—", note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(2)
        self._label = Label(label, "small")
        self._value = Label(value, "tile")
        self._note = Label(note, "small")
        for part in (self._label, self._value, self._note):
            self.add(part)
        self._value.setAccessibleName(f"{label}: {value}")

    def set_value(self, value: str) -> None:
        """Show another number, already formatted."""
        self._value.setText(value)
        self._value.setAccessibleName(f"{self._label.text()}: {value}")

    def set_note(self, note: str, tone: Tone = "") -> None:
        """Say something about the number."""
        self._note.setText(note)
        self._note.set_tone(tone)
