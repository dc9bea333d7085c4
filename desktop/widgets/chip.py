"""Chips: small clickable words in a sentence or a toolbar; value chips carry the accent."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.shell import icons
from desktop.widgets import focus_ring
from desktop.widgets.label import restyle

_ARROW = 12


class Chip(QPushButton):
    """A clickable word; `arrow` says that a menu opens.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QPushButton).
    """

    def __init__(self, text: str = "", *, arrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._ring = False
        self.setProperty("arrow", arrow)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_arrow(self, *, arrow: bool) -> None:
        """Show or hide the menu arrow."""
        self.setProperty("arrow", arrow)
        restyle(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip, its arrow and its focus ring."""
        super().paintEvent(event)
        if self.property("arrow"):
            painter = QPainter(self)
            arrow = icons.pixmap("chevron-down", self._arrow_colour(), _ARROW, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(self.width() - _ARROW - 7, (self.height() - _ARROW) // 2 + 1), arrow)
            painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 6)

    def _arrow_colour(self) -> str:
        return "muted"


class ValueChip(Chip):
    """A chip that holds a value a person chose."""

    def _arrow_colour(self) -> str:
        return "accent"
