"""A ready-made segment as a tile: its name, how many it would find, and when to use it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop import amounts
from desktop.shell import theme
from desktop.widgets import focus_ring
from local_db.segments.starters import Filled, Starter

HEIGHT = 86
LINES = 2
_PADDING = 12


class StarterTile(QAbstractButton):
    """Pressing it makes a copy to work on.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QAbstractButton).
    """

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.starter = starter
        self.filled: Filled | None = None
        self._words = starter.description
        self._count = ""
        self._ring = False
        self.setText(starter.name)
        self.setAccessibleName(starter.name)
        self.setAccessibleDescription(starter.description)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int) -> None:
        """Show how many people it finds."""
        self._count = amounts.number(count)
        self.update()

    def set_group(self, group: str) -> None:
        """Say what it is for."""
        self.setAccessibleName(f"{group}: {self.starter.name}")

    def set_filled(self, filled: Filled | None, sentence: str, lacks: str) -> None:
        """Know its tree in this shop and say it; without one, why it cannot be used."""
        self.filled = filled
        self._words = lacks or self.starter.description
        self.setEnabled(not lacks)
        self.setToolTip(f"{self.starter.description}\n\n{sentence}" if sentence else self._words)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a name and a number."""
        return QSize(220, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It can be narrower."""
        return QSize(160, HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint ground, name, number and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse()
        painter.setPen(QPen(theme.colour("edge" if hover else "line"), 1))
        painter.setBrush(theme.colour("sunken" if hover or self.isDown() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._paint_words(painter)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 8)

    def _paint_words(self, painter: QPainter) -> None:
        bold = theme.font(weight=QFont.Weight.Bold)
        inner = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        top = QRectF(inner.topLeft(), inner.topRight() + QPointF(0, 20))
        painter.setFont(bold)
        painter.setPen(theme.colour("accent"))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._count)
        room = inner.width() - QFontMetricsF(bold).horizontalAdvance(self._count) - 8
        painter.setPen(theme.colour("ink" if self.isEnabled() else "muted"))
        name = QFontMetricsF(bold).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        self._paint_sentence(painter, QRectF(inner.adjusted(0, 24, 0, 0)))

    def _paint_sentence(self, painter: QPainter, room: QRectF) -> None:
        """When to use it, in two lines, cut at the end."""
        font = theme.font(12)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        layout = QTextLayout(self._words, font)
        layout.beginLayout()
        for number in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            text = self._words[line.textStart() : line.textStart() + line.textLength()]
            if number == LINES - 1:
                text = metrics.elidedText(self._words[line.textStart() :], Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.topLeft() + QPointF(0, 18 * number + metrics.ascent()), text.strip())
        layout.endLayout()
