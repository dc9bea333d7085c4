"""Paints a picture with round corners."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap


def paint_rounded(painter: QPainter, frame: QRectF, picture: QPixmap, radius: float) -> None:
    """Fill the frame with a picture that has its size."""
    shape = QPainterPath()
    shape.addRoundedRect(frame, radius, radius)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(frame.topLeft(), picture)
    painter.restore()
