"""An icon that is only looked at."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.shell import icons


class IconLabel(QWidget):
    """An icon of resources/icons in a colour of the theme."""

    def __init__(self, name: str, colour: str = "muted", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self.setFixedSize(size, size)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name = name
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the icon."""
        painter = QPainter(self)
        painter.drawPixmap(QPoint(0, 0), icons.pixmap(self._name, self._colour, self._size, self.devicePixelRatioF()))
