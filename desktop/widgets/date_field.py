"""A day, typed or picked from a calendar."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton, QWidget

from desktop.shell import icons, theme
from desktop.widgets.fields import FIELD_HEIGHT

_NONE = QDate(1899, 1, 1)


class DateField(QDateEdit):
    """A `datetime.date`, or None where `empty` names what no day means (for example "any day").

    Signals:
        value_changed(object): another day, or None.
    """

    value_changed = Signal(object)

    def __init__(
        self, value: dt.date | None = None, *, empty: str = "", name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._optional = bool(empty)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if empty:
            self.setMinimumDate(_NONE)
            self.setSpecialValueText(empty)
        self.setCalendarPopup(True)
        self.setMinimumWidth(132)
        self.setMaximumHeight(FIELD_HEIGHT)
        self.set_value(value)
        self.dateChanged.connect(self._announce)

    def value(self) -> dt.date | None:
        """The day shown."""
        day = self.date()
        if self._optional and day == _NONE:
            return None
        return dt.date(day.year(), day.month(), day.day())

    def set_value(self, value: dt.date | None) -> None:
        """Show a day; None shows the empty wording, or today where a day is needed."""
        if value is not None:
            self.setDate(QDate(value.year, value.month, value.day))
        else:
            self.setDate(_NONE if self._optional else QDate.currentDate())

    def event(self, event: QEvent) -> bool:
        """Dress the calendar when the field is first entered, and again with another theme."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.HoverEnter}:
            self._dress_calendar()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing begins with the first part of the day and goes on from part to part."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setSelectedSection(self.sectionAt(0))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab goes on to the next field where no day is shown: its wording has no parts to go through."""
        if self.value() is None:
            return QWidget.focusNextPrevChild(self, next)
        return super().focusNextPrevChild(next)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless this field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and a small calendar."""
        super().paintEvent(event)
        painter = QPainter(self)
        drawing = icons.pixmap("calendar", "muted", 14, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(self.width() - 14 - 9, (self.height() - 14) // 2), drawing)

    def dressed_calendar(self) -> QCalendarWidget:
        """The calendar of the popup, in the theme's colours."""
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for name, icon, text in (
            ("qt_calendar_prevmonth", "chevron-left", self.tr("Month before")),
            ("qt_calendar_nextmonth", "chevron-right", self.tr("Month after")),
        ):
            button = calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(icon, "muted"))
                button.setIconSize(QSize(icons.SIZE, icons.SIZE))
                button.setAccessibleName(text)
        header = QTextCharFormat()
        header.setForeground(theme.colour("muted"))
        header.setBackground(theme.colour("surface"))
        calendar.setHeaderTextFormat(header)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            weekend = QTextCharFormat()
            weekend.setForeground(QColor(theme.colour("ink")))
            calendar.setWeekdayTextFormat(day, weekend)
        if self._optional and self.date() == _NONE:
            today = QDate.currentDate()
            calendar.setCurrentPage(today.year(), today.month())
        return calendar

    def _dress_calendar(self) -> None:
        self.dressed_calendar()

    def _announce(self) -> None:
        self.value_changed.emit(self.value())
