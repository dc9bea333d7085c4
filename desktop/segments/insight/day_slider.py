"""A slider over the days of a shop, painted in the theme."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring

_KNOB = 8.0
_LABELS = 18
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -30,
    Qt.Key.Key_PageUp: 30,
}


class DaySlider(QWidget):
    """The last day is today. Arrow keys go by a day, Page Up and Page Down by thirty, Home and End to the ends.

    Signals:
        day_moved(date): the knob is being dragged over this day, and is not let go of yet.
        day_chosen(date): the knob was let go of, or moved by a key.
    """

    day_moved = Signal(object)
    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._last = date.min, date.min
        self._day = date.min
        self._dragging = False
        self._ring = False
        self.setAccessibleName(self.tr("Day the segment is asked on"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def day(self) -> date:
        """The day under the knob."""
        return self._day

    def set_days(self, first: date, last: date) -> None:
        """Go from the shop's first day to today."""
        self._first, self._last = min(first, last), last
        self._show(self._day)

    def set_day(self, day: date) -> None:
        """Put the knob on a day, within the ends; nothing is announced."""
        if not self._dragging:
            self._show(day)

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(240, 24 + _LABELS)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the knob there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._dragging = True
            self._take(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the knob."""
        if self._dragging:
            self._take(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        if self._dragging and event.button() is Qt.MouseButton.LeftButton:
            self._dragging = False
            self.day_chosen.emit(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day."""
        key = Qt.Key(event.key())
        ends = {Qt.Key.Key_Home: self._first, Qt.Key.Key_End: self._last}
        if key in ends:
            self._show(ends[key])
        elif key in _STEPS:
            self._show(self._shifted(_STEPS[key]))
        else:
            super().keyPressEvent(event)
            return
        self.day_chosen.emit(self._day)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the track, the years and the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = 12.0
        left, right = _KNOB, self.width() - _KNOB
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("edge" if theme.current().dark else "line"))
        painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2)
        knob = self._place(self._day)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(left, middle - 2, knob - left, 4), 2, 2)
        self._paint_years(painter, middle)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(QPointF(knob, middle), _KNOB - 1, _KNOB - 1)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 6)

    def _paint_years(self, painter: QPainter, middle: float) -> None:
        """A mark where each year begins, and its number where there is room."""
        painter.setFont(theme.font(11))
        end = -1.0
        for year in range(self._first.year + 1, self._last.year + 1):
            place = self._place(date(year, 1, 1))
            painter.setPen(theme.colour("edge"))
            painter.drawLine(QPointF(place, middle + 6), QPointF(place, middle + 10))
            text = str(year)
            width = painter.fontMetrics().horizontalAdvance(text)
            if place - width / 2 > end and place + width / 2 < self.width():
                painter.setPen(theme.colour("muted"))
                painter.drawText(QPointF(place - width / 2, self.height() - 4), text)
                end = place + width / 2 + 10

    def _place(self, day: date) -> float:
        span = (self._last - self._first).days or 1
        room = self.width() - 2 * _KNOB
        return _KNOB + room * min(max((day - self._first).days / span, 0.0), 1.0)

    def _take(self, x: float) -> None:
        span = (self._last - self._first).days
        room = max(1.0, self.width() - 2 * _KNOB)
        days = round(span * min(max((x - _KNOB) / room, 0.0), 1.0))
        before = self._day
        self._show(self._first + timedelta(days=days))
        if self._day != before:
            self.day_moved.emit(self._day)

    def _shifted(self, days: int) -> date:
        wanted = (self._day - self._first).days + days
        return self._first + timedelta(days=min(max(wanted, 0), (self._last - self._first).days))

    def _show(self, day: date) -> None:
        self._day = min(max(day, self._first), self._last)
        self.setAccessibleDescription(self._day.isoformat())
        self.update()
