"""A large button with a name and a sentence: what the tiles of ready-made things share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring
from desktop.widgets.broken_lines import broken_lines

PADDING = 12
ROUND = 8
_NAME = 24  # the room for the name and what stands beside it
_LINES, _LINE = 2, 18


class Tile(QAbstractButton):
    """Lights up under the pointer and shows a ring to the keyboard; a subclass paints it.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QAbstractButton).
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = False
        self.setText(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()
        super().enterEvent(event)

    def paint_ring(self) -> None:
        """Paint the ring where the keyboard is here; after everything else."""
        if self._ring and self.hasFocus():
            focus_ring.paint(self, ROUND)

    def paint_name(self, painter: QPainter, inner: QRectF, *, beside: str, font: QFont, colour: str) -> None:
        """Paint the name, and at the end of its line what stands beside it."""
        line = QRectF(inner.x(), inner.y(), inner.width(), 20)
        painter.setFont(font)
        painter.setPen(theme.colour(colour))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), beside)
        room = inner.width() - QFontMetricsF(font).horizontalAdvance(beside) - 8
        bold = theme.font(weight=QFont.Weight.Bold)
        painter.setFont(bold)
        painter.setPen(theme.colour("ink" if self.isEnabled() else "muted"))
        name = QFontMetricsF(bold).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)

    def paint_sentence(self, painter: QPainter, inner: QRectF, words: str) -> None:
        """Paint two lines below the name, the last one cut at its end."""
        room = inner.adjusted(0, _NAME, 0, 0)
        font = theme.font(12)
        ascent = QFontMetricsF(font).ascent()
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        for number, line in enumerate(broken_lines(words, font, int(room.width()), _LINES)):
            painter.drawText(room.topLeft() + QPointF(0, _LINE * number + ascent), line.strip())
