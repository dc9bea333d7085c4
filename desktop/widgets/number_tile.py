"""A card with one big number, what it counts, and a note about it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.widgets.card import PADDING, Card
from desktop.widgets.label import Label, Tone


class NumberTile(Card):
    """Label, number, note; a `dense` one for long numbers where there is little room."""

    def __init__(
        self, label: str, value: str = "—", note: str = "", *, dense: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=12 if dense else PADDING, parent=parent)
        self.body.setSpacing(2)
        self._label = Label(label, "small")
        self._value = Label(value, "title" if dense else "tile")
        self._note = Label(note, "small", wrap=True)
        for part in (self._label, self._value, self._note):
            self.add(part)
        self.body.addStretch(1)  # beside a tile with a longer note the numbers stay in line
        self._value.setAccessibleName(f"{label}: {value}")

    def set_value(self, value: str) -> None:
        """Show another number, already formatted."""
        self._value.setText(value)
        self._value.setAccessibleName(f"{self._label.text()}: {value}")

    def set_note(self, note: str, tone: Tone = "") -> None:
        """Say something about the number."""
        self._note.setText(note)
        self._note.set_tone(tone)
