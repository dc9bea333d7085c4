"""How loud a microphone is now, the loudest of late, and whether it was too loud."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell import theme

QUIETEST_DB = -60.0
_GOOD_DB, _HIGH_DB = -30.0, -6.0
_FALL = 0.06  # how much of the scale the bar falls at a reading
_HELD = 30  # readings for which the peak stays
_TOLD = 60  # readings for which “too loud” stays
_HEIGHT = 10


class LevelMeter(QWidget):
    """A bar on a scale of decibels; `tell` is called about thirty times a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Level of the microphone"))
        self._shown = self._peak = 0.0
        self._peak_left = self._clip_left = 0

    @property
    def is_too_loud(self) -> bool:
        """Whether the sound was cut off a moment ago."""
        return self._clip_left > 0

    @property
    def shown(self) -> float:
        """How much of the bar is filled, from 0 to 1."""
        return self._shown

    @property
    def held(self) -> float:
        """Where the mark of the loudest stands, from 0 to 1."""
        return self._peak

    def tell(self, level: float, *, clipped: bool) -> None:
        """Show a level (0 to 1 of full scale)."""
        place = place_of(level)
        self._shown = max(place, self._shown - _FALL)
        self._peak_left = max(0, self._peak_left - 1)
        if place >= self._peak or not self._peak_left:
            self._peak, self._peak_left = place, _HELD
        self._clip_left = _TOLD if clipped else max(0, self._clip_left - 1)
        self.setAccessibleDescription(self.tr("Too loud") if self.is_too_loud else f"{self._shown:.0%}")
        self.update()

    def reset(self) -> None:
        """Show silence."""
        self._shown = self._peak = 0.0
        self._peak_left = self._clip_left = 0
        self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:
        """A bar with room above for a word."""
        return QSize(180, 24)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the scale, the level, the peak and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        told = self.tr("Too loud") if self.is_too_loud else ""
        painter.setFont(theme.font(12, 700))
        words = painter.fontMetrics().horizontalAdvance(self.tr("Too loud")) + 8
        bar = QRectF(0, (self.height() - _HEIGHT) / 2, max(24.0, self.width() - words), _HEIGHT)
        self._paint_bar(painter, bar)
        painter.setPen(theme.colour("bad"))
        painter.drawText(
            QRectF(bar.right() + 8, 0, words, self.height()),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            told,
        )

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        track = QPainterPath()
        track.addRoundedRect(bar, 4, 4)
        painter.fillPath(track, theme.colour("line" if theme.current().dark else "sunken"))
        painter.save()
        painter.setClipPath(track)
        before = 0.0
        for limit, tone in ((_GOOD_DB, "warn"), (_HIGH_DB, "good"), (0.0, "bad")):
            end = min(self._shown, 1 - limit / QUIETEST_DB)
            if end > before:
                left, right = bar.left() + before * bar.width(), bar.left() + end * bar.width()
                painter.fillRect(QRectF(left, bar.top(), right - left, bar.height()), theme.colour(tone))
                before = end
        if self._peak > 0:
            mark = QRectF(bar.left() + self._peak * bar.width() - 2, bar.top(), 2, bar.height())
            painter.fillRect(mark, theme.colour("ink"))
        painter.restore()


def place_of(level: float) -> float:
    """Where a level stands on the scale: 0 at −60 dB and below, 1 at full scale."""
    if level <= 0:
        return 0.0
    return min(1.0, max(0.0, 1 - 20 * math.log10(level) / QUIETEST_DB))
