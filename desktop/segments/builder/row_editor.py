"""The base of the editors of one condition: each shows what it needs and says the new row on every change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.segments.builder.number_fields import AmountField, CountedField, Mistake
from desktop.segments.edit_tree import Row
from desktop.segments.options import Option
from desktop.segments.sentence import NO_NAMES, Language, Names
from desktop.widgets.date_field import DateField
from desktop.widgets.fields import DecimalField, NumberField
from desktop.widgets.select import Select
from local_db.segments.tree import Leaf

FIRST_DAYS = 90
SELECT_WIDTH = 136
NUMBER_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Shown:
    """What every editor needs to know of the shop and the window."""

    language: Language
    currency: str
    today: date
    options: Mapping[str, Sequence[Option]]  # by field key, `tag`, `ordered` and the other keys of suggestions
    names: Names = NO_NAMES

    @property
    def sign(self) -> str:
        """What stands before an amount."""
        return "¥" if self.currency == "CNY" else f"{self.currency} "


class RowEditor(QWidget):
    """The base of the editors.

    Signals:
        edited(Row): the row as it is now.
    """

    edited = Signal(object)

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.shown = shown
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def say(self, leaf: Leaf, *, negated: bool | None = None, unfinished: bool = False) -> None:
        """Tell the new condition; `negated` stays as it is unless given."""
        row = Row(leaf, self.row.negated if negated is None else negated, unfinished)
        if row != self.row:
            self.row = row
            self.edited.emit(row)

    def line(self, *widgets: QWidget, into: QVBoxLayout | None = None) -> None:
        """Put widgets beside each other, at the end of the editor or of another column."""
        column = self.column if into is None else into
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            if isinstance(widget, Select):
                widget.setMinimumWidth(SELECT_WIDTH)
            if isinstance(widget, NumberField | DecimalField):
                widget.setMinimumWidth(NUMBER_WIDTH)  # their own hint is that of the largest number
            row.addWidget(widget, 1 if isinstance(widget, DateField | NumberField | DecimalField) else 0)
        row.addStretch(0)
        column.addLayout(row)
        for widget in widgets:
            if isinstance(widget, CountedField | AmountField):
                column.addWidget(Mistake(widget))
