"""Chips: small clickable words in a sentence or a toolbar; value chips carry the accent."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

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
        self._least = 0
        self.setProperty("arrow", arrow)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_arrow(self, *, arrow: bool) -> None:
        """Show or hide the menu arrow."""
        self.setProperty("arrow", arrow)
        restyle(self)

    def let_shrink(self, least: int) -> None:
        """Where there is little room, end in an ellipsis instead of pushing the page wider; never below `least`."""
        self._least = least
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Its whole text, unless it may shrink."""
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), self._least), wanted.height()) if self._least else wanted

    def shown_text(self) -> str:
        """Its text as it is painted."""
        missing = self.sizeHint().width() - self.width()
        if not self._least or missing <= 0:
            return self.text()
        room = self.fontMetrics().horizontalAdvance(self.text()) - missing
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip, its arrow and its focus ring."""
        shown = self.shown_text()
        if shown == self.text():
            super().paintEvent(event)
        else:
            self._paint_shortened(shown)
        if self.property("arrow"):
            painter = QPainter(self)
            arrow = icons.pixmap("chevron-down", self._arrow_colour(), _ARROW, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(self.width() - _ARROW - 7, (self.height() - _ARROW) // 2 + 1), arrow)
            painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 6)

    def _paint_shortened(self, text: str) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = text
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _arrow_colour(self) -> str:
        return "muted"


class ValueChip(Chip):
    """A chip that holds a value a person chose."""

    def _arrow_colour(self) -> str:
        return "accent"
