"""How large the segment was at the end of each month: a small chart one can point at and choose a day from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import amounts
from desktop.shell import theme
from desktop.widgets import focus_ring
from local_db.segments.size_history import SizePoint

_HEIGHT = 44
_LABELS = 20


class SizeChart(QWidget):
    """The last point is today's. A point is chosen with the pointer, or with ← and → and Enter.

    Signals:
        day_chosen(object): the segment should be asked on the day of a point; None for the last, today.
    """

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[SizePoint, ...] = ()
        self._pointed = -1
        self._asked: date | None = None
        self._ring = False
        self._stale = True
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Size over the last 24 months"))

    @property
    def points(self) -> tuple[SizePoint, ...]:
        """What is shown."""
        return self._points

    @property
    def pointed(self) -> int:
        """The point whose number is shown, -1 for none."""
        return self._pointed

    def set_points(self, points: Sequence[SizePoint]) -> None:
        """Show sizes, the oldest first."""
        self._points = tuple(points)
        self._stale = False
        said = "; ".join(f"{point.day.isoformat()} {point.count}" for point in self._points)
        self.setAccessibleDescription(said)
        self.update()

    def set_stale(self) -> None:
        """Show the line as one of before: the new one is being worked out."""
        self._stale = True
        self.update()

    def set_asked(self, day: date | None) -> None:
        """Mark the day that is asked about; None: today."""
        self._asked = day
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(200, _HEIGHT + _LABELS)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a month."""
        if len(self._points) > 1:
            step = (self.width() - 2) / (len(self._points) - 1)
            self._point_at(round((event.position().x() - 1) / step))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._point_at(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the month pointed at."""
        self.mouseMoveEvent(event)
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from month to month, and choose one."""
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if step is not None and self._points:
            now = self._pointed if self._pointed >= 0 else len(self._points)
            self._point_at(min(max(now + step, 0), len(self._points) - 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._pointed >= 0:
            self._choose()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self._point_at(-1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the line over its area, the marks and the words below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._stale:
            painter.setOpacity(0.45)
        if len(self._points) > 1:
            self._paint_line(painter)
            self._paint_marks(painter)
        painter.setOpacity(1.0)
        if len(self._points) > 1:
            self._paint_words(painter)
        else:
            self._paint_ground(painter)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 6)

    def _paint_line(self, painter: QPainter) -> None:
        places = self._places()
        line = QPainterPath(places[0])
        for place in places[1:]:
            line.lineTo(place)
        area = QPainterPath(line)
        area.lineTo(places[-1].x(), _HEIGHT)
        area.lineTo(places[0].x(), _HEIGHT)
        fill = QColor(theme.colour("accent"))
        fill.setAlphaF(0.14)
        painter.fillPath(area, fill)
        pen = QPen(theme.colour("accent"), 1.8)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(line, pen)

    def _paint_marks(self, painter: QPainter) -> None:
        """A dot at the day asked about, and one at the point pointed at with a line down."""
        places = self._places()
        days = [point.day for point in self._points]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        if self._asked in days:
            painter.drawEllipse(places[days.index(self._asked)], 4, 4)
        if 0 <= self._pointed < len(places):
            place = places[self._pointed]
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.drawLine(QPointF(place.x(), 0), QPointF(place.x(), _HEIGHT))
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(place, 3.5, 3.5)

    def _paint_ground(self, painter: QPainter) -> None:
        """What the line will stand on; no words, because they would name the ends of nothing."""
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawLine(QPointF(0, _HEIGHT), QPointF(self.width(), _HEIGHT))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("muted"))
        base = self.height() - 5.0
        if 0 <= self._pointed < len(self._points):
            point = self._points[self._pointed]
            text = self.tr("{day}: {count} people").format(day=point.day.isoformat(), count=amounts.number(point.count))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(theme.colour("ink"))
            left = min(max(0.0, self._places()[self._pointed].x() - width / 2), max(0.0, self.width() - width))
            painter.drawText(QPointF(left, base), text)
            return
        first, last = self.tr("24 months ago"), self.tr("today")
        painter.drawText(QPointF(0, base), first)
        painter.drawText(QPointF(self.width() - painter.fontMetrics().horizontalAdvance(last), base), last)

    def _places(self) -> list[QPointF]:
        most = max(point.count for point in self._points) or 1
        step = (self.width() - 2) / (len(self._points) - 1)
        room = _HEIGHT - 8
        return [
            QPointF(1 + step * number, 5 + room * (1 - point.count / most)) for number, point in enumerate(self._points)
        ]

    def _point_at(self, number: int) -> None:
        number = number if 0 <= number < len(self._points) else -1
        if number != self._pointed:
            self._pointed = number
            self.update()

    def _choose(self) -> None:
        if 0 <= self._pointed < len(self._points):
            last = self._pointed == len(self._points) - 1
            self.day_chosen.emit(None if last else self._points[self._pointed].day)
