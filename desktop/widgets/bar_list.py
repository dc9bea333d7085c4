"""Rows of a name, a bar and an amount, such as how many texts need how many parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.count_bar import CountBar
from desktop.widgets.label import Label

_BAR_HEIGHT = 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row: its name, its share between 0 and 1, and its amount already formatted; `tone` is a theme colour."""

    label: str
    fraction: float
    amount: str
    tone: str = "accent"


class BarList(QWidget):
    """The rows below each other, names and amounts in columns."""

    def __init__(self, rows: Sequence[BarRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.rows: tuple[BarRow, ...] = ()
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[BarRow]) -> None:
        """Show these rows instead."""
        if self.rows == tuple(rows):
            return
        self.rows = tuple(rows)
        clear_layout(self._grid)
        for place, row in enumerate(rows):
            bar = CountBar(row.fraction, tone=row.tone, height=_BAR_HEIGHT)
            bar.setAccessibleName(f"{row.label}: {row.amount}")
            amount = Label(row.amount)
            amount.setAlignment(_RIGHT)
            self._grid.addWidget(Label(row.label), place, 0)
            self._grid.addWidget(bar, place, 1)
            self._grid.addWidget(amount, place, 2)

    def add_at_end(self, place: int, widget: QWidget) -> None:
        """Put a control behind the amount of a row, until other rows are shown."""
        self._grid.addWidget(widget, place, 3)
