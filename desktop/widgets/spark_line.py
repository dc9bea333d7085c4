"""A small line over its area, without axes: the way a number went."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell import theme


class SparkLine(QWidget):
    """Values from left to right; `description` says for a screen reader what the picture shows."""

    def __init__(
        self,
        values: Sequence[float] = (),
        *,
        tone: str = "accent",
        height: int = 48,
        description: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = [float(value) for value in values]
        self._tone = tone
        self._height = height
        self.setAccessibleDescription(description)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, values: Sequence[float], description: str = "") -> None:
        """Show other values."""
        self._values = [float(value) for value in values]
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(160, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the area and the line."""
        if len(self._values) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = self._points()
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        area = QPainterPath(line)
        area.lineTo(points[-1].x(), self.height())
        area.lineTo(points[0].x(), self.height())
        fill = QColor(theme.colour(self._tone))
        fill.setAlphaF(0.14)
        painter.fillPath(area, fill)
        pen = QPen(theme.colour(self._tone), 1.8)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(line, pen)

    def _points(self) -> list[QPointF]:
        low, high = min(0.0, *self._values), max(self._values)
        span = (high - low) or 1.0
        step = (self.width() - 2) / (len(self._values) - 1)
        room = self.height() - 6
        return [QPointF(1 + step * i, 3 + room * (high - value) / span) for i, value in enumerate(self._values)]
