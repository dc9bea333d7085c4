"""Rows of words and amounts that end in a result, such as a waterfall of what was taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.label import ElidedLabel, Label, Tone

ROW_HEIGHT = 34


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A row: its words, its amount already formatted, and whether it starts, takes away, or is the result."""

    label: str
    amount: str
    kind: Literal["start", "minus", "result"] = "minus"


class LedgerList(QWidget):
    """The rows below each other, with a line between; the result is bold, and green unless it is 0."""

    def __init__(self, rows: Sequence[LedgerRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these rows instead."""
        clear_layout(self._column)
        for place, row in enumerate(rows):
            if place:
                self._column.addWidget(Divider())
            self._column.addWidget(_line(row))


def _line(row: LedgerRow) -> QWidget:
    line = QWidget()
    line.setFixedHeight(ROW_HEIGHT)
    layout = QHBoxLayout(line)
    layout.setContentsMargins(8, 0, 8, 0)
    result = row.kind == "result"
    tone: Tone = "muted" if row.kind == "minus" else ""
    words = ElidedLabel(row.label, "strong" if result else "body", tone=tone)
    amount = Label(row.amount, "strong" if result else "body", tone="good" if result and row.amount != "0" else tone)
    layout.addWidget(words, 1)
    layout.addWidget(amount)
    return line
