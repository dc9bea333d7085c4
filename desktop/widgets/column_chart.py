"""Columns over time, such as money by month: labels below, the value of the column pointed at above it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring

_LABEL_HEIGHT = 20
_VALUE_HEIGHT = 22
_GAP = 0.28  # of a column's place
_WIDEST = 40.0
_SMALL = 12


class Column(NamedTuple):
    """One column: the label below it, its height, its value in words, and whether it is still growing."""

    label: str
    value: float
    text: str
    unfinished: bool = False


class ColumnChart(QWidget):
    """Shows the value of one column: the one under the pointer, chosen with ← and →, else the last."""

    def __init__(self, columns: Sequence[Column] = (), *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._chosen = -1
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def shown(self) -> int:
        """The column whose value is shown, -1 without any."""
        return self._chosen if 0 <= self._chosen < len(self._columns) else len(self._columns) - 1

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns."""
        self._columns = tuple(columns)
        self.setAccessibleDescription("; ".join(f"{column.label} {column.text}" for column in columns))
        self.update()

    def sizeHint(self) -> QSize:
        """Wide, and high enough to compare."""
        return QSize(320, 180)

    def minimumSizeHint(self) -> QSize:
        """The least at which columns are still columns."""
        return QSize(200, 110)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the value of the column under the pointer."""
        if self._columns:
            self._choose(int(event.position().x() / self.width() * len(self._columns)))

    def leaveEvent(self, event: QEvent) -> None:
        """Show the last column's value again."""
        super().leaveEvent(event)
        self._choose(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from column to column."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._columns:
            super().keyPressEvent(event)
            return
        self._choose(min(max(self.shown + step, 0), len(self._columns) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint columns, labels and the shown value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(_SMALL))
        floor = self.height() - _LABEL_HEIGHT
        painter.setPen(Qt.PenStyle.NoPen)  # brushes, not fillRect: its gradients' names cost 2 ms at the start
        painter.setBrush(theme.colour("line"))
        painter.drawRect(QRectF(0, floor, self.width(), 1))
        for place in range(len(self._columns)):
            self._paint_column(painter, place, floor)
        self._paint_labels(painter)
        self._paint_value(painter)
        if self.hasFocus():
            focus_ring.paint(self, 6)

    def _choose(self, place: int) -> None:
        if place != self._chosen:
            self._chosen = place
            self.update()

    def _place(self, place: int) -> QRectF:
        """The room of one column, from below the value to above the label."""
        width = self.width() / len(self._columns)
        return QRectF(place * width, _VALUE_HEIGHT, width, self.height() - _LABEL_HEIGHT - _VALUE_HEIGHT)

    def _paint_column(self, painter: QPainter, place: int, floor: int) -> None:
        most = max((column.value for column in self._columns), default=0.0)
        column = self._columns[place]
        if most <= 0 or column.value <= 0:
            return
        room = self._place(place)
        width = min(room.width() * (1 - _GAP), _WIDEST)
        height = max(2.0, room.height() * column.value / most)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(room.center().x() - width / 2, floor - height, width, height + 3), 3, 3)
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), floor))
        colour = QColor(theme.colour("accent"))
        if place != self.shown:
            colour.setAlphaF(0.28 if column.unfinished else 0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(shape)
        painter.restore()

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setPen(theme.colour("muted"))
        end = -1.0
        for place, column in enumerate(self._columns):
            room = self._place(place)
            width = painter.fontMetrics().horizontalAdvance(column.label)
            left = min(max(0.0, room.center().x() - width / 2), self.width() - width)
            if left > end:
                painter.drawText(QPointF(left, self.height() - 5), column.label)
                end = left + width + 12

    def _paint_value(self, painter: QPainter) -> None:
        if not self._columns:
            return
        column = self._columns[self.shown]
        painter.setPen(theme.colour("ink"))
        painter.drawText(
            QRectF(0, 0, self.width(), _VALUE_HEIGHT - 4),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            f"{column.label}  {column.text}",
        )
