"""What was recorded as a picture, and two handles between which it is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring
from local_db.call_scripts.takes_sound import Span

BARS = 240
LEAST_MS = 100  # what is used of a take is never shorter
_STEP_MS, _LARGE_STEP_MS = 10, 100
_HANDLE = 14
_SAVE_PAUSE_MS = 400
_HEIGHT = 84

End = Literal["start", "end"]


class Waveform(QWidget):
    """The outline of a take; what is outside the handles is pale.

    Signals:
        trimmed(Span): the handles rest somewhere else.
        sought(int): a place was clicked, in milliseconds.
    """

    trimmed = Signal(object)
    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._outline: tuple[float, ...] = ()
        self._whole = 0
        self._span = Span(0, 0)
        self._told = self._span
        self._place: int | None = None
        self.start_handle = Handle(self, "start")
        self.end_handle = Handle(self, "end")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SAVE_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.show_sound((), 0, self._span)

    @property
    def span(self) -> Span:
        """What the handles enclose."""
        return self._span

    @property
    def is_moving(self) -> bool:
        """Whether a handle was moved and has not told it yet."""
        return self._pause.isActive()

    def show_sound(self, outline: Sequence[float], whole_ms: int, span: Span) -> None:
        """Show another take, or nothing with a length of 0."""
        self._pause.stop()
        self._outline = tuple(outline)
        self._whole = whole_ms
        self._span = self._told = span
        self._place = None
        for handle in (self.start_handle, self.end_handle):
            handle.setVisible(whole_ms > 0)
        self._place_handles()
        self.update()

    def set_place(self, milliseconds: int | None) -> None:
        """Show how far it has been heard; None hides the mark."""
        self._place = milliseconds
        self.update()

    def move_end(self, end: End, to_ms: float, *, at_once: bool = False) -> None:
        """Move a handle; the other one stays, and at least `LEAST_MS` between them."""
        least = min(LEAST_MS, self._whole)
        if end == "start":
            span = Span(round(min(max(0.0, to_ms), self._span.to_ms - least)), self._span.to_ms)
        else:
            span = Span(self._span.from_ms, round(max(min(float(self._whole), to_ms), self._span.from_ms + least)))
        self._span = Span(max(0, span.from_ms), span.to_ms)
        self._place_handles()
        self.update()
        if at_once:
            self.flush()
        else:
            self._pause.start()

    def flush(self) -> None:
        """Tell what the handles enclose, if that is new."""
        self._pause.stop()
        if self._span != self._told:
            self._told = self._span
            self.trimmed.emit(self._span)

    def at(self, x: float) -> float:
        """The moment at a place of the picture."""
        return (x - _HANDLE / 2) / self._room() * self._whole

    def sizeHint(self) -> QSize:
        """As high as a few lines of text."""
        return QSize(300, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the handles where they belong."""
        super().resizeEvent(event)
        self._place_handles()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say where it was clicked."""
        if self._whole:
            self.sought.emit(round(min(max(0.0, self.at(event.position().x())), float(self._whole))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ground, the bars and how far it was heard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if not self._whole:
            painter.setPen(theme.colour("muted"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.tr("Nothing recorded yet"))
            return
        used = QRectF(self._x(self._span.from_ms), 1, self._x(self._span.to_ms) - self._x(self._span.from_ms), 0)
        used.setHeight(self.height() - 2)
        painter.fillRect(used, theme.colour("soft"))
        self._paint_bars(painter)
        if self._place is not None:
            painter.fillRect(QRectF(self._x(self._place) - 1, 4, 2, self.height() - 8), theme.colour("ink"))

    def _paint_bars(self, painter: QPainter) -> None:
        middle, reach = self.height() / 2, self.height() / 2 - 6
        width = self._room() / max(1, len(self._outline))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, level in enumerate(self._outline):
            moment = (place + 0.5) * self._whole / len(self._outline)
            used = self._span.from_ms <= moment <= self._span.to_ms
            painter.setBrush(theme.colour("accent" if used else "edge"))
            high = max(1.0, level**0.6 * reach)  # speech is quiet most of the time; the root shows it
            left = _HANDLE / 2 + place * width
            painter.drawRoundedRect(QRectF(left, middle - high, max(1.0, width - 1), 2 * high), 1, 1)

    def _room(self) -> float:
        return max(1.0, self.width() - _HANDLE)

    def _x(self, moment_ms: float) -> float:
        return _HANDLE / 2 + (moment_ms / self._whole if self._whole else 0.0) * self._room()

    def _place_handles(self) -> None:
        for handle, moment in ((self.start_handle, self._span.from_ms), (self.end_handle, self._span.to_ms)):
            handle.setGeometry(QRect(round(self._x(moment) - _HANDLE / 2), 0, _HANDLE, self.height()))
            handle.setAccessibleDescription(self.tr("{seconds} s").format(seconds=f"{moment / 1000:.2f}"))


class Handle(QWidget):
    """One end of what is used: dragged, or moved with the arrow keys (with Shift in larger steps)."""

    def __init__(self, waveform: Waveform, end: End) -> None:
        super().__init__(waveform)
        self._waveform = waveform
        self._end: End = end
        self._ring = False
        name = self.tr("Start of what is used") if end == "start" else self.tr("End of what is used")
        self.setAccessibleName(name)
        self.setToolTip(self.tr("{what}: drag it, or ← → (Shift: larger steps)").format(what=name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        event.accept()
        self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._waveform.move_end(self._end, self._waveform.at(self.mapToParent(event.position()).x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Let it go."""
        self._waveform.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        large = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        span = self._waveform.span
        now = span.from_ms if self._end == "start" else span.to_ms
        self._waveform.move_end(self._end, now + step * (_LARGE_STEP_MS if large else _STEP_MS))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint a line with a grip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.width() / 2
        painter.setPen(QPen(theme.colour("accent_deep"), 2))
        painter.drawLine(QPointF(middle, 2), QPointF(middle, self.height() - 2))
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(theme.colour("accent_deep"))
        painter.drawEllipse(QPointF(middle, self.height() / 2), 5, 5)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 5)
