"""Drawing from above to below: the same calls measure without a painter and draw with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from desktop.cards.phones.styles import NO_PICTURE, NO_PICTURE_INK
from desktop.shell import theme
from local_db.cards.model import Picture
from local_db.cards.rules import Ratio

Pictures = Callable[[Picture, QSize, Ratio | None], QPixmap | None]
CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_LEADING = 1.42
_WRONG_INK, _WRONG_GROUND = "#B53527", "#FBE0DC"


@lru_cache(maxsize=64)
def font(pixels: float, *, bold: bool = False, struck: bool = False) -> QFont:
    """The program's font for a phone's screen, without hinting, because the screen is drawn in any size."""
    made = theme.font(round(pixels), QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStrikeOut(struck)
    return made


@lru_cache(maxsize=4096)
def wrapped(text: str, pixels: float, width: int, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines; the last of `most` ends in … where more would follow."""
    face = font(pixels, bold=bold)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[str] = []
    paragraphs = text.split("\n")
    for number, paragraph in enumerate(paragraphs):
        layout = QTextLayout(paragraph, face)
        layout.setTextOption(option)
        layout.beginLayout()
        units = paragraph.encode("utf-16-le", "surrogatepass")
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            if len(lines) == most - 1:  # the last line there is room for
                rest = units[2 * start :].decode("utf-16-le", "surrogatepass")
                more = "…" if number < len(paragraphs) - 1 and not rest.endswith("…") else ""
                lines.append(QFontMetricsF(face).elidedText(rest + more, Qt.TextElideMode.ElideRight, width + 1))
                return tuple(lines)
            end = start + line.textLength()
            lines.append(units[2 * start : 2 * end].decode("utf-16-le", "surrogatepass").rstrip())
        layout.endLayout()
        if not paragraph:
            lines.append("")
    return tuple(lines)


def line_height(pixels: float) -> float:
    """How far lines stand apart."""
    return round(pixels * _LEADING)


class Pen:
    """A painter or nothing, the pictures, and the words that stand out as wrong."""

    def __init__(self, painter: QPainter | None, pictures: Pictures | None = None, wrong: tuple[str, ...] = ()) -> None:
        self.painter = painter
        self._pictures = pictures
        self._wrong = wrong

    def measuring(self) -> Pen:
        """The same without drawing."""
        return Pen(None, self._pictures, self._wrong)

    def box(self, area: QRectF, colour: str, corner: float = 0, edge: str = "") -> None:
        """A filled rectangle with round corners."""
        if self.painter is None:
            return
        self.painter.setPen(QPen(QColor(edge), 1) if edge else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour) if colour else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(area, corner, corner)

    def fill(self, area: QRectF, brush: QBrush, corner: float = 0) -> None:
        """A rectangle in a gradient."""
        if self.painter is not None:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(brush)
            self.painter.drawRoundedRect(area, corner, corner)

    def hairline(self, x: float, y: float, width: float, colour: str) -> None:
        """A thin line to the right."""
        if self.painter is not None:
            self.painter.fillRect(QRectF(x, y - 0.5, width, 1), QColor(colour))

    def circle(self, centre: QPointF, radius: float, colour: str) -> None:
        """A filled circle."""
        if self.painter is not None:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(colour))
            self.painter.drawEllipse(centre, radius, radius)

    def word(
        self,
        text: str,
        area: QRectF,
        pixels: float,
        colour: str,
        *,
        align: Qt.AlignmentFlag = LEFT,
        bold: bool = False,
        struck: bool = False,
    ) -> None:
        """One line, cut with … where there is no room."""
        if self.painter is None or not text:
            return
        face = font(pixels, bold=bold, struck=struck)
        shown = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
        self.painter.setFont(face)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(area, int(align), shown)
        self._mark_wrong(shown, area, face, align)

    def text(
        self,
        text: str,
        x: float,
        y: float,
        width: float,
        pixels: float,
        colour: str,
        *,
        most: int = 99,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """A text in lines; where it ends."""
        if not text:
            return y
        height = line_height(pixels)
        for line in wrapped(text, pixels, int(width), most, bold=bold):
            self.word(line, QRectF(x, y, width, height), pixels, colour, align=align, bold=bold)
            y += height
        return y

    def picture(self, picture: Picture | None, area: QRectF, ratio: Ratio | None, corner: float = 0) -> None:
        """A picture, or the place of one."""
        if self.painter is None:
            return
        with self.clipped(area, corner):
            shown = None
            if picture is not None and self._pictures is not None:
                size = QSize(max(1, round(area.width())), max(1, round(area.height())))
                shown = self._pictures(picture, size, ratio)
            if shown is None or shown.isNull():
                self._no_picture(area)
            else:
                self.painter.drawPixmap(area, shown, QRectF(shown.rect()))

    def play(self, centre: QPointF, radius: float) -> None:
        """What starts a video."""
        if self.painter is None:
            return
        self.painter.setPen(QPen(QColor(255, 255, 255, 230), 1.5))
        self.painter.setBrush(QColor(0, 0, 0, 110))
        self.painter.drawEllipse(centre, radius, radius)
        side = radius * 0.45
        points = [QPointF(-side * 0.7, -side), QPointF(-side * 0.7, side), QPointF(side, 0)]
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor("#FFFFFF"))
        self.painter.drawPolygon(QPolygonF([centre + point for point in points]))

    @contextmanager
    def clipped(self, area: QRectF, corner: float = 0) -> Iterator[None]:
        """Draw only inside of an area."""
        if self.painter is None:
            yield
            return
        self.painter.save()
        path = QPainterPath()
        path.addRoundedRect(area, corner, corner)
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        yield
        self.painter.restore()

    def _no_picture(self, area: QRectF) -> None:
        if self.painter is None:
            return
        self.painter.fillRect(area, QColor(NO_PICTURE))
        size = min(area.width(), area.height()) * 0.34
        left, bottom = area.center().x() - size / 2, area.center().y() + size * 0.32
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(NO_PICTURE_INK))
        self.painter.drawEllipse(QPointF(left + size * 0.22, bottom - size * 0.62), size * 0.1, size * 0.1)
        hills = [(0, 0), (0.32, -0.42), (0.5, -0.2), (0.68, -0.56), (1, 0)]
        self.painter.drawPolygon(QPolygonF([QPointF(left + size * x, bottom + size * y) for x, y in hills]))

    def _mark_wrong(self, shown: str, area: QRectF, face: QFont, align: Qt.AlignmentFlag) -> None:
        painter, metrics = self.painter, QFontMetricsF(face)
        if painter is None or not align & Qt.AlignmentFlag.AlignLeft:
            return
        for word in self._wrong:
            at = shown.find(word)
            if at >= 0:
                left = area.x() + metrics.horizontalAdvance(shown[:at])
                room = QRectF(left, area.y(), metrics.horizontalAdvance(word), area.height())
                painter.fillRect(room, QColor(_WRONG_GROUND))
                painter.setPen(QColor(_WRONG_INK))
                painter.drawText(room.adjusted(0, 0, 2, 0), int(align), word)
