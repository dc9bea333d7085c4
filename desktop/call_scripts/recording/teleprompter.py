"""The text to be spoken in large letters: counts down, then scrolls as fast as it is to be said."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.call_scripts.caller.spoken_text import SpokenText
from desktop.shell import theme

_PIXELS = 34
_CIRCLE = 112
_DIMMED = 0.25
_READING_LINE = 0.35  # of the height: what is being said stands there


class Teleprompter(SpokenText):
    """Cut at its lower edge, unlike other texts; `set_progress` scrolls it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pixels=_PIXELS, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._progress = 0.0
        self._count = 0

    @property
    def count(self) -> int:
        """The number shown over the text, 0 for none."""
        return self._count

    def set_progress(self, fraction: float) -> None:
        """Show the text as it is when so much of it has been said."""
        self._progress = min(1.0, max(0.0, fraction))
        self.update()

    def set_count(self, number: int) -> None:
        """Show a number over the text; 0 takes it away."""
        self._count = number
        self.update()

    def offset(self) -> float:
        """How far the text is scrolled: not at all while what is being said stands above the reading line."""
        whole = self.document.size().height()
        said = whole * self._progress
        return min(max(0.0, said - self.height() * _READING_LINE), max(0.0, whole - self.height()))

    def sizeHint(self) -> QSize:
        """Room for a few lines."""
        return QSize(400, 180)

    def minimumSizeHint(self) -> QSize:
        """At least two lines."""
        return QSize(160, 96)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the text, and the number over it."""
        painter = QPainter(self)
        painter.setClipRect(self.rect())
        if self._count:
            painter.setOpacity(_DIMMED)
        self.paint_text(painter, self.offset())
        if self._count:
            painter.setOpacity(1.0)
            self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        side = min(_CIRCLE, self.height())
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(area)
        painter.setPen(theme.colour("accent_ink"))
        painter.setFont(theme.font(side // 2, 700))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(self._count))
