"""A step on the canvas: its title and seconds, its first words, and an answer in each row."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.call_scripts.words import (
    answer_tone,
    answer_words,
    nothing_said,
    outcome_tone,
    outcome_words,
    title_words,
)
from desktop.shell import icons, theme
from desktop.templates.variable_words import readable
from local_db.call_scripts.layout import BOX_WIDTH, ROW, TOP, WORDS, height
from local_db.call_scripts.model import Step

Tone = Literal["", "warn", "bad"]

PORT = 5.0  # the radius of the place an arrow begins at
_REACH = 13.0  # how near to it a press may be
_MARGIN = 9.0  # around the box: ring, ports
_ROUND = 10.0
_PADDING = 12.0
_LINE = 18.0
_FAR, _TINY = 0.45, 0.2  # smaller scales leave out what cannot be read
_SOFT = {"good": "goodsoft", "warn": "warnsoft", "bad": "badsoft", "blue": "bluesoft", "muted": "sunken"}


@dataclass(frozen=True, slots=True)
class Face:
    """Everything that is painted of a box, besides whether it is chosen."""

    step: Step
    seconds: str = ""
    opening: str = ""  # the word that marks the opening; empty for other steps
    tone: Tone = ""  # of its problems
    everywhere: bool = False  # the box of the answers that hold at every step


class StepBox(QGraphicsItem):
    """Paints itself once for each change; moving it costs a copy of the picture."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.chosen = False
        self.current = False
        self.found = False
        self.reached = False  # where the call being tried out is
        self._height = float(height(face.step))
        self._lines: list[str] = []
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setZValue(1)
        self._take(face)

    @property
    def key(self) -> str:
        """The key of its step; empty for the box of what holds everywhere."""
        return self.face.step.key

    def show_face(self, face: Face) -> None:
        """Paint something else, if it is."""
        if face != self.face:
            if height(face.step) != self._height:
                self.prepareGeometryChange()
                self._height = float(height(face.step))
            self._take(face)
            self.update()

    def show_state(self, *, chosen: bool, current: bool, found: bool, reached: bool) -> None:
        """How it stands out."""
        state = (chosen, current, found, reached)
        if state != (self.chosen, self.current, self.found, self.reached):
            self.chosen, self.current, self.found, self.reached = state
            self.setZValue(2 if chosen else 1)
            self.update()

    def theme_changed(self) -> None:
        """Paint in the colours in force."""
        self.update()

    def boundingRect(self) -> QRectF:
        """The box with its ring and ports."""
        return self.frame().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def frame(self) -> QRectF:
        """The box itself, in its own coordinates."""
        return QRectF(0, 0, BOX_WIDTH, self._height)

    def outlet(self, place: int) -> QPointF:
        """Where the arrow of an answer begins, on the canvas."""
        return self.pos() + QPointF(BOX_WIDTH, TOP + WORDS + ROW * (place + 0.5))

    def new_outlet(self) -> QPointF:
        """Where the arrow of an answer that is still to be made begins."""
        return self.pos() + QPointF(BOX_WIDTH / 2, self._height)

    def inlet(self) -> QPointF:
        """Where arrows end."""
        return self.pos() + QPointF(0, TOP / 2)

    def outlet_at(self, point: QPointF) -> int | None:
        """The place of the answer whose port is there; one beyond the last for a new answer; None beside ports."""
        places = [self.outlet(place) for place in range(len(self.face.step.answers))]
        if self.face.step.outcome is None:
            places.append(self.new_outlet())
        near = [(QPointF(port - point).manhattanLength(), place) for place, port in enumerate(places)]
        reach = [(distance, place) for distance, place in near if distance <= _REACH]
        return min(reach)[1] if reach else None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint ground, words, answers and ports."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        far = scale < _FAR
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        if scale >= _TINY:
            self._paint_head(painter, far=far)
        if not far:
            self._paint_words(painter)
        self._paint_answers(painter, far=far)
        self._paint_outcome(painter, far=far)
        if self.face.step.outcome is None and not far:
            self._paint_new_port(painter)

    def _take(self, face: Face) -> None:
        self.face = face
        said = _said(face.step.says[0] if face.step.says else "")
        if not said.strip() and face.step.outcome is None:
            said = nothing_said()
        self._lines = _wrapped(said, BOX_WIDTH - 2 * _PADDING)
        self.setToolTip("\n\n".join(_said(text) for text in face.step.says if text.strip()))

    def _paint_ground(self, painter: QPainter) -> None:
        edge, width = "line", 1.0
        if self.chosen:
            edge, width = "accent", 2.0
        elif self.face.tone:
            edge, width = self.face.tone, 1.5
        elif self.face.opening or self.face.everywhere:
            edge = "edge"
        frame = self.frame()
        if self.found or self.reached:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("warnsoft" if self.found else "goodsoft"))
            painter.drawRoundedRect(frame.adjusted(-7, -7, 7, 7), _ROUND + 6, _ROUND + 6)
        pen = QPen(theme.colour(edge), width)
        if self.face.everywhere and not self.chosen:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("surface"))
        inset = width / 2
        painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)

    def _paint_head(self, painter: QPainter, *, far: bool) -> None:
        left, right = _PADDING, BOX_WIDTH - _PADDING
        line = int(Qt.AlignmentFlag.AlignVCenter)
        if self.face.tone:
            painter.drawPixmap(QPointF(left, TOP / 2 - 8), icons.pixmap("warning", self.face.tone, 16))
            left += 22
        if not far:
            painter.setFont(_font(12))
            painter.setPen(theme.colour("muted"))
            marks = " · ".join(filter(None, (self.face.opening, self.face.seconds)))
            painter.drawText(QRectF(left, 0, right - left, TOP), line | int(Qt.AlignmentFlag.AlignRight), marks)
            right -= _metrics(12).horizontalAdvance(marks) + 8
        painter.setFont(_font(24 if far else 13, bold=True))
        painter.setPen(theme.colour("ink"))
        metrics = _metrics(24 if far else 13, bold=True)
        words = metrics.elidedText(title_words(self.face.step.title), Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRectF(left, 0, right - left, TOP), line, words)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(_font(12))
        painter.setPen(theme.colour("muted"))
        ascent = _metrics(12).ascent()
        for number, words in enumerate(self._lines):
            painter.drawText(QPointF(_PADDING, TOP + _LINE * number + ascent), words)

    def _paint_answers(self, painter: QPainter, *, far: bool) -> None:
        metrics = _metrics(12, bold=True)
        painter.setFont(_font(12, bold=True))
        for place, answer in enumerate(self.face.step.answers):
            top = TOP + WORDS + ROW * place
            tone = theme.colour(answer_tone(answer.kind))
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(1, top), QPointF(BOX_WIDTH - 1, top))
            if not far:
                painter.setPen(tone)
                room = QRectF(_PADDING, top, BOX_WIDTH - 2 * _PADDING - 4, ROW)
                words = metrics.elidedText(answer_words(answer), Qt.TextElideMode.ElideRight, room.width())
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)
            painter.setPen(QPen(theme.colour("surface"), 1.5))
            painter.setBrush(tone)
            painter.drawEllipse(self.outlet(place) - self.pos(), PORT, PORT)

    def _paint_outcome(self, painter: QPainter, *, far: bool) -> None:
        outcome = self.face.step.outcome
        if outcome is None:
            return
        tone = outcome_tone(outcome)
        room = QRectF(_PADDING, TOP + WORDS + ROW * len(self.face.step.answers), BOX_WIDTH - 2 * _PADDING, ROW)
        outline = QPainterPath()
        outline.addRoundedRect(room, 6, 6)
        painter.fillPath(outline, theme.colour(_SOFT.get(tone, "soft")))
        if far:
            return
        painter.setFont(_font(12, bold=True))
        painter.setPen(theme.colour(tone))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), outcome_words(outcome))

    def _paint_new_port(self, painter: QPainter) -> None:
        middle = self.new_outlet() - self.pos()
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(middle, PORT + 2, PORT + 2)
        painter.setPen(QPen(theme.colour("muted"), 1.4))
        painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))
        painter.drawLine(middle - QPointF(0, 3), middle + QPointF(0, 3))


@functools.cache
def _font(pixels: int, *, bold: bool = False) -> QFont:
    return theme.font(pixels, QFont.Weight.Bold if bold else QFont.Weight.Normal)


@functools.cache
def _metrics(pixels: int, *, bold: bool = False) -> QFontMetricsF:
    return QFontMetricsF(_font(pixels, bold=bold))


def _said(text: str) -> str:
    """A text with the names of its variables in place of their braces."""
    return readable(text, "‹", "›")


def _wrapped(text: str, width: float, most: int = 2) -> list[str]:
    """The first lines of a text, the last one cut where there are more."""
    text = " ".join(text.split())[:400]
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, _font(12))
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    units = text.encode("utf-16-le", "surrogatepass")
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        rest = units[2 * start :] if len(lines) == most - 1 else units[2 * start : 2 * (start + length)]
        words = rest.decode("utf-16-le", "replace").strip()
        lines.append(_metrics(12).elidedText(words, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines
