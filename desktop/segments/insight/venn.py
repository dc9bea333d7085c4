"""Two or three overlapping circles with the number of every region; a region is chosen by pointer or keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import amounts
from desktop.shell import theme
from desktop.widgets import focus_ring
from local_db.segments.overlap import Region

# Middles and radii in a field of 100 × 70, where circles go, and where each name does.
_TWO = ((38.0, 35.0), (62.0, 35.0))
_THREE = ((40.0, 26.0), (60.0, 26.0), (50.0, 43.5))
_RADIUS = {2: 25.0, 3: 20.5}
_FIELD = (100.0, 70.0)
_TONES = ("accent", "blue", "good")
_STEP = 2.0


class Venn(QWidget):
    """Regions outside every circle are not shown; circles keep their size, a region's ground tells how many it holds.

    Signals:
        region_chosen(object): a Region was pressed, or Enter was pressed on it.
        region_pointed(object): a Region is pointed at; None for none.
    """

    region_chosen = Signal(object)
    region_pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[Region, int] = {}
        self._sets = 2
        self._pointed: Region | None = None
        self._ring = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Overlap"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions shown, in the order the keys go through them."""
        return tuple(region for region in self._counts if any(region))

    @property
    def pointed(self) -> Region | None:
        """The region that stands out."""
        return self._pointed

    def set_overlap(self, counts: Mapping[Region, int], names: Sequence[str]) -> None:
        """Show the regions of two or three segments."""
        self._counts = dict(counts)
        self._sets = len(names)
        self._pointed = None
        self.setAccessibleDescription("; ".join(names))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for numbers."""
        return QSize(400, 280)

    def minimumSizeHint(self) -> QSize:
        """The least at which numbers fit into their regions."""
        return QSize(320, 224)

    def place_of(self, region: Region) -> QPointF:
        """The middle of a region's number, in the widget."""
        return self._outer(self._middle(region))

    def region_at(self, place: QPointF) -> Region | None:
        """The region under a place; None outside every circle."""
        found = tuple(circle.contains(place) for circle in self._circles())
        return found if any(found) and found in self._counts else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a region."""
        self._point_at(self.region_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none."""
        super().leaveEvent(event)
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a region."""
        region = self.region_at(event.position())
        if region is not None:
            self._point_at(region)
            self.region_chosen.emit(region)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the regions, and choose one."""
        regions = self.regions
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is not None and regions:
            place = (regions.index(self._pointed) + step) if self._pointed in regions else (0 if step > 0 else -1)
            self._point_at(regions[place % len(regions)])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._pointed is not None:
            self.region_chosen.emit(self._pointed)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint grounds, circles, numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((self._counts[region] for region in self.regions), default=0) or 1
        for region in self.regions:
            ground = QColor(theme.colour("accent"))
            ground.setAlphaF(0.06 + 0.5 * self._counts[region] / most)
            if region == self._pointed:
                ground.setAlphaF(min(0.8, ground.alphaF() + 0.2))
            painter.fillPath(self._shape(region), ground)
        for circle, tone in zip(self._circles(), _TONES, strict=False):
            painter.setPen(QPen(theme.colour(tone), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(circle)
        self._paint_numbers(painter)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 8)

    def _paint_numbers(self, painter: QPainter) -> None:
        for region in self.regions:
            painter.setFont(theme.font(15 if region == self._pointed else 13, 700))
            painter.setPen(theme.colour("ink"))
            place = self.place_of(region)
            room = QRectF(place.x() - 60, place.y() - 12, 120, 24)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), amounts.number(self._counts[region]))
        painter.setFont(theme.font(13, 700))
        for number, tone in enumerate(_TONES[: self._sets]):
            painter.setPen(theme.colour(tone))
            painter.drawText(self._letter_room(number), int(Qt.AlignmentFlag.AlignCenter), "ABC"[number])

    def _letter_room(self, number: int) -> QRectF:
        """Beside the circle, away from the others."""
        radius = _RADIUS[self._sets]
        x, y = self._middles()[number]
        if self._sets == 3 and number == 2:
            place = self._outer((x + radius * 0.86, y + radius * 0.72))
        else:
            place = self._outer((x + (-1 if number == 0 else 1) * radius * 0.8, y - radius * 0.8))
        return QRectF(place.x() - 10, place.y() - 10, 20, 20)

    def _middles(self) -> tuple[tuple[float, float], ...]:
        return _TWO if self._sets == 2 else _THREE

    def _scale(self) -> float:
        return min(self.width() / _FIELD[0], self.height() / _FIELD[1])

    def _outer(self, place: tuple[float, float]) -> QPointF:
        scale = self._scale()
        left = (self.width() - _FIELD[0] * scale) / 2
        top = (self.height() - _FIELD[1] * scale) / 2
        return QPointF(left + place[0] * scale, top + place[1] * scale)

    def _circles(self) -> list[QPainterPath]:
        radius = _RADIUS[self._sets] * self._scale()
        circles = []
        for middle in self._middles():
            path = QPainterPath()
            path.addEllipse(self._outer(middle), radius, radius)
            circles.append(path)
        return circles

    def _shape(self, region: Region) -> QPainterPath:
        shape = QPainterPath()
        shape.addRect(QRectF(self.rect()))
        for circle, inside in zip(self._circles(), region, strict=True):
            shape = shape.intersected(circle) if inside else shape.subtracted(circle)
        return shape

    def _middle(self, region: Region) -> tuple[float, float]:
        """The middle of all places of a fine net that are in the region."""
        radius = _RADIUS[self._sets]
        xs, ys, found = 0.0, 0.0, 0
        for row in range(int(_FIELD[1] / _STEP)):
            for column in range(int(_FIELD[0] / _STEP)):
                x, y = column * _STEP, row * _STEP
                inside = tuple((x - mx) ** 2 + (y - my) ** 2 < radius**2 for mx, my in self._middles())
                if inside == region:
                    xs, ys, found = xs + x, ys + y, found + 1
        return (xs / found, ys / found) if found else (_FIELD[0] / 2, _FIELD[1] / 2)

    def _point_at(self, region: Region | None) -> None:
        if region != self._pointed:
            self._pointed = region
            self.setCursor(Qt.CursorShape.ArrowCursor if region is None else Qt.CursorShape.PointingHandCursor)
            self.region_pointed.emit(region)
            self.update()
