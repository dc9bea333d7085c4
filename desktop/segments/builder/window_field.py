"""The days that count: ever, the last N, those before the last N, or between two dates."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.segments.builder.number_fields import CountedField, Mistake, Presets
from desktop.segments.builder.row_editor import FIRST_DAYS
from desktop.widgets.date_field import DateField
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from local_db.segments.catalogue import MAX_DAYS

LIKELY_DAYS = (7, 30, 60, 90, 180, 365)

Window = tuple[int | None, int | None, date | None, date | None]  # within, before, from, to


class WindowField(QWidget):
    """A choice of kinds, with the fields of the chosen one below.

    Signals:
        changed: other days count.
    """

    changed = Signal()

    def __init__(
        self,
        today: date,
        within: int | None,
        earlier: int | None,
        first: date | None,
        last: date | None,
        *,
        before: bool = True,
        dates: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        dated = first is not None or last is not None
        kinds = [("ever", self.tr("Ever")), ("days", self.tr("Last days"))]
        kinds += [("before", self.tr("Before"))] if before else []
        kinds += [("dates", self.tr("Dates"))] if dates else []
        kind = "days" if within else "before" if earlier else "dates" if dated else "ever"
        self.kind = SegmentedControl(kinds, kind, name=self.tr("When"))
        self.days = CountedField(
            within or earlier or FIRST_DAYS,
            self.tr("day"),
            self.tr("days"),
            minimum=1,
            maximum=MAX_DAYS,
            name=self.tr("Days"),
        )
        self.presets = Presets(self.days, LIKELY_DAYS)
        self._ago = Label(self.tr("ago or earlier"), "muted")
        self.first = DateField(
            first if dated else today - timedelta(days=FIRST_DAYS), empty=self.tr("any day"), name=self.tr("From")
        )
        self.last = DateField(last if dated else today, empty=self.tr("any day"), name=self.tr("To"))
        self._to = Label(self.tr("to"), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        for parts in ((self.days, self._ago), (self.first, self._to, self.last)):
            line = QHBoxLayout()
            line.setSpacing(8)
            for part in parts:
                line.addWidget(part, 0 if isinstance(part, Label) else 1)
            column.addLayout(line)
            if self.days in parts:
                column.addWidget(Mistake(self.days))
                column.addWidget(self.presets)
        self.kind.chosen.connect(self._update)
        self.days.valueChanged.connect(self._update)
        self.first.value_changed.connect(self._update)
        self.last.value_changed.connect(self._update)
        self._fit()
        self.setFocusProxy(self.days if kind in {"days", "before"} else self.kind)

    @property
    def chosen(self) -> Window:
        """The days, as an order filter has them."""
        days = self.days.value()
        match self.kind.current:
            case "days":
                return days, None, None, None
            case "before":
                return None, days, None, None
            case "dates":
                first, last = self.first.value(), self.last.value()
                return (None, None, last, first) if first and last and first > last else (None, None, first, last)
            case _:
                return None, None, None, None

    def _fit(self) -> None:
        kind = self.kind.current
        self.days.setVisible(kind in {"days", "before"})
        self.presets.setVisible(kind in {"days", "before"})
        self._ago.setVisible(kind == "before")
        for part in (self.first, self._to, self.last):
            part.setVisible(kind == "dates")

    def _update(self, *_: object) -> None:
        self._fit()
        self.changed.emit()
