"""Asks from which day to which replies may be used."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.date_field import DateField
from desktop.widgets.form import Form
from desktop.widgets.popover import Popover


class DaysPopover(Popover):
    """Two days, either of which may be open.

    Signals:
        given(str, str): ISO days, empty for no limit, when they are taken.
    """

    given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", width=340, parent=parent)
        self.set_title(self.tr("May be used"))
        self.first = DateField(empty=self.tr("no limit"), name=self.tr("First day"))
        self.last = DateField(empty=self.tr("no limit"), name=self.tr("Last day"))
        form = Form(label_width=90)
        form.add_row(self.tr("First day"), self.first)
        self._row = form.add_row(self.tr("Last day"), self.last)
        self.add(form)
        row = QHBoxLayout()
        row.addStretch(1)
        self.take = Button(self.tr("Set"), kind="primary", dense=True)
        self.take.clicked.connect(self._give)
        row.addWidget(self.take)
        self.add_layout(row)

    def set_first_focus(self) -> None:
        """Begin with the first day."""
        self.first.setFocus()

    def _give(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and first > last:
            self._row.set_error(self.tr("The last day is before the first."))
            return
        self.close_popover()
        self.given.emit(first.isoformat() if first else "", last.isoformat() if last else "")
