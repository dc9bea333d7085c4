"""A ready-made segment as a tile: its name, how many it would find, and when to use it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop import amounts
from desktop.shell import theme
from desktop.widgets.tile import PADDING, ROUND, Tile
from local_db.segments.starters import Filled, Starter

HEIGHT = 86


class StarterTile(Tile):
    """Pressing it makes a copy to work on.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QAbstractButton).
    """

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(starter.name, parent)
        self.starter = starter
        self.filled: Filled | None = None
        self._words = starter.description
        self._count = ""
        self.setAccessibleDescription(starter.description)

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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint ground, name, number and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse()
        painter.setPen(QPen(theme.colour("edge" if hover else "line"), 1))
        painter.setBrush(theme.colour("sunken" if hover or self.isDown() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        inner = QRectF(self.rect()).adjusted(PADDING, PADDING, -PADDING, -PADDING)
        self.paint_name(painter, inner, beside=self._count, font=theme.font(weight=QFont.Weight.Bold), colour="accent")
        self.paint_sentence(painter, inner, self._words)
        painter.end()
        self.paint_ring()
