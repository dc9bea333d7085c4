"""The line that asks a segment as of an earlier day: a slider over the shop's days, the day, and the way back."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.segments.insight.day_slider import DaySlider
from desktop.widgets.button import IconButton
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.date_field import DateField
from desktop.widgets.label import Label


class AsOfBar(Card):
    """Hidden until it is wanted.

    Signals:
        day_moved(object): counts of a day are wanted while the knob is dragged; None for today.
        day_chosen(object): the segment should be asked on a day; None for today.
        closed: the line was put away; the segment should be asked today.
    """

    day_moved = Signal(object)
    day_chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=10, parent=parent)
        self._today = date.today()  # noqa: DTZ011 - only until the shop's own day is known
        self.slider = DaySlider()
        self.field = DateField(self._today, name=self.tr("Day"))
        self.field.setMaximumWidth(140)
        self.close_button = IconButton("close", self.tr("Back to today"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Label(self.tr("As of"), "strong"))
        line.addWidget(self.field)
        self.chips: list[Chip] = []
        for words, days in (
            (self.tr("A month ago"), 30),
            (self.tr("Half a year ago"), 182),
            (self.tr("A year ago"), 365),
        ):
            chip = Chip(words)
            chip.clicked.connect(partial(self._take_ago, days))
            self.chips.append(chip)
            line.addWidget(chip)
        line.addWidget(self.slider, 1)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add_layout(line)
        self.slider.day_moved.connect(self._move)
        self.slider.day_chosen.connect(self._take)
        self.field.value_changed.connect(self._take)
        self.close_button.clicked.connect(self.put_away)
        self.hide()

    def tab_stops(self) -> list[QWidget]:
        """What takes the keyboard, from left to right."""
        return [self.field, *self.chips, self.slider, self.close_button]

    def set_days(self, first: date | None, today: date) -> None:
        """Know the days there are."""
        self._today = today
        self.slider.set_days(first or today, today)

    def set_day(self, day: date | None) -> None:
        """Show the day asked about; None is today. An earlier day brings the line into sight."""
        shown = day or self._today
        self.slider.set_day(shown)
        blocked = QSignalBlocker(self.field)
        self.field.set_value(shown)
        blocked.unblock()
        if day is not None:
            self.show()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the likely days out where there is little room."""
        for chip in self.chips:
            chip.setVisible(not narrow)

    def open_bar(self) -> None:
        """Show the line and go to the slider."""
        self.show()
        self.slider.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Hide the line and go back to today."""
        self.hide()
        self.closed.emit()

    def _move(self, day: date) -> None:
        blocked = QSignalBlocker(self.field)
        self.field.set_value(day)
        blocked.unblock()
        self.day_moved.emit(self._or_today(day))

    def _take(self, day: date) -> None:
        self.day_chosen.emit(self._or_today(day))

    def _take_ago(self, days: int, *_: object) -> None:
        self._take(self._today - timedelta(days=days))

    def _or_today(self, day: date) -> date | None:
        return None if day >= self._today else day
