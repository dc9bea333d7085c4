"""The promotions of a rule as rows: a name, the first and the last day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button, IconButton
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import TextField, mark_wrong
from desktop.widgets.label import Label
from local_db.tags.model import Period
from local_db.tags.periods import is_period

_DAY_WIDTH = 100


class PeriodList(QWidget):
    """Rows to edit; a row that is no period yet is marked.

    Signals:
        changed(): a row was edited, added or removed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_PeriodRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("Promotions"), "strong"))
        column.addWidget(
            Label(self.tr("From and to, both included: 11-01 every year, 2026-01-20 in that year only."), "small",
                  wrap=True)
        )  # fmt: skip
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column.addLayout(self._column)
        self.add_button = Button(self.tr("Add a promotion"), icon="plus", dense=True)
        self.add_button.clicked.connect(self._add)
        column.addWidget(self.add_button)

    def set_periods(self, periods: Sequence[Period]) -> None:
        """Show these instead."""
        clear_layout(self._column)
        self._rows.clear()
        for period in periods:
            self._append(period)

    def periods(self) -> tuple[Period, ...]:
        """As they stand now, unfinished ones too."""
        return tuple(row.period() for row in self._rows)

    def _append(self, period: Period) -> _PeriodRow:
        row = _PeriodRow(period)
        row.changed.connect(self.changed)
        row.removed.connect(partial(self._remove, row))
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _add(self) -> None:
        self._append(Period("", "", "")).name.setFocus()
        self.changed.emit()

    def _remove(self, row: _PeriodRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()


class _PeriodRow(QWidget):
    """One promotion.

    Signals:
        changed(): something was typed.
        removed(): it should go.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, period: Period) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self.name = TextField(period.name, self.tr("Name"))
        self.start = TextField(period.start, self.tr("11-01"), name=self.tr("First day"))
        self.end = TextField(period.end, self.tr("11-11"), name=self.tr("Last day"))
        for field in (self.name, self.start, self.end):
            line.addWidget(field, int(field is self.name))
            field.textEdited.connect(self._edited)
        for field in (self.start, self.end):
            field.setFixedWidth(_DAY_WIDTH)
        remove = IconButton("close", self.tr("Remove the promotion"))
        remove.clicked.connect(self.removed)
        line.addWidget(remove)
        self._mark()

    def period(self) -> Period:
        """As it stands now."""
        return Period(self.name.text().strip(), self.start.text().strip(), self.end.text().strip())

    def _edited(self) -> None:
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        period = self.period()
        days_wrong = not is_period(period._replace(name="x"))
        mark_wrong(self.name, wrong=not period.name)
        for field in (self.start, self.end):
            mark_wrong(field, wrong=days_wrong)
