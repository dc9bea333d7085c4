"""A thin bar that shows a share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell import theme


class CountBar(QWidget):
    """A share between 0 and 1; `tone` is a colour of the theme, `height` its thickness in points."""

    def __init__(
        self,
        fraction: float = 0.0,
        *,
        tone: str = "accent",
        height: int = 6,
        width: int = 90,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fraction = 0.0
        self._tone = tone
        self._thickness = height
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_fraction(fraction)

    @property
    def fraction(self) -> float:
        """The share shown."""
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """Show another share; values outside 0 to 1 are cut."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.setAccessibleDescription(f"{self._fraction:.0%}")
        self.update()

    def set_tone(self, tone: str) -> None:
        """Fill with another colour of the theme."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as asked for."""
        return QSize(self._width, self._thickness)

    def minimumSizeHint(self) -> QSize:
        """At least a few points."""
        return QSize(24, self._thickness)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint track and filling."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - self._thickness) / 2
        whole = QRectF(0, top, self.width(), self._thickness)
        track = QPainterPath()
        track.addRoundedRect(whole, min(4, self._thickness / 2), min(4, self._thickness / 2))
        painter.fillPath(track, theme.colour("line" if theme.current().dark else "sunken"))
        if self._fraction > 0:
            painter.setClipPath(track)
            filled = max(2.0, self.width() * self._fraction)
            painter.fillRect(QRectF(0, top, filled, self._thickness), theme.colour(self._tone))
