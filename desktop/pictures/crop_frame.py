"""The picture with the part that will be shown, and the point that must stay in sight, moved by pointer or keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.pictures.preparing import scaled
from desktop.shell import theme
from desktop.widgets import focus_ring
from local_db.media.crop import CENTRE, Area, Ratio, crop

HEIGHT = 220
_STEP = 0.02
_LONG_STEP = 0.1
_RADIUS = 8.0
_POINT = 7.0
_MARK = "#D9541F"
_VEIL = QColor(0, 0, 0, 140)
_WASH = QColor(255, 255, 255, 120)
_LIGHT = QColor(255, 255, 255)

_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CropFrame(QWidget):
    """A picture of which the ratio leaves a part.

    Arrow keys move the point by 2 %, with Shift by 10 %; Home puts it in the middle.

    Signals:
        focus_moved(tuple): the person moved the point; shares of width and height.
    """

    focus_moved = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._pixmap = QPixmap()
        self._ratio: Ratio | None = None
        self._focus = CENTRE
        self._marks: tuple[QRectF, ...] = ()
        self._ring = False
        self._hovered = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(160)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Point that stays in sight"))
        self._describe()

    @property
    def focus_point(self) -> tuple[float, float]:
        """The point, as shares of width and height."""
        return self._focus

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self._image = image
        self._marks = ()
        self._scale()
        self.update()

    def set_ratio(self, ratio: Ratio | None) -> None:
        """Ask for another ratio; None shows everything."""
        self._ratio = ratio
        self._marks = ()
        self.update()

    def set_focus_point(self, focus: tuple[float, float]) -> None:
        """Put the point somewhere, without a signal."""
        self._focus = focus
        self._marks = ()
        self._describe()
        self.update()

    def mark(self, areas: Sequence[QRectF]) -> None:
        """Frame parts of what is shown, as shares of the cropped part; gone when anything changes."""
        self._marks = tuple(areas)
        self.update()

    def set_hovered(self, *, hovered: bool) -> None:
        """Show that a drop would take the place of the picture."""
        self._hovered = hovered
        self.update()

    def sizeHint(self) -> QSize:
        """A broad strip."""
        return QSize(360, HEIGHT)

    def part(self) -> QRectF:
        """Where in the widget the part that will be shown is."""
        place = self._place()
        if self._image.isNull():
            return place
        area = self._area()
        share = place.width() / self._image.width()
        return QRectF(place.x() + area.x * share, place.y() + area.y * share, area.width * share, area.height * share)

    def point(self) -> QPointF:
        """Where in the widget the point is."""
        place = self._place()
        return QPointF(place.x() + self._focus[0] * place.width(), place.y() + self._focus[1] * place.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the point where the pointer is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the point."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            self._move(CENTRE)
        elif key in _DIRECTIONS:
            step = _LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            across, down = _DIRECTIONS[key]
            self._move((self._focus[0] + across * step, self._focus[1] + down * step))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        super().resizeEvent(event)
        self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ground, the picture, what is cut off, and the point."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.fillPath(ground, theme.colour("sunken"))
        if not self._pixmap.isNull():
            painter.setClipPath(ground)
            self._paint_picture(painter)
            painter.setClipping(False)
        if self._hovered:
            painter.fillPath(ground, _WASH)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, _RADIUS)

    def _paint_picture(self, painter: QPainter) -> None:
        place, part = self._place(), self.part()
        painter.drawPixmap(place.topLeft(), self._pixmap)
        cut = QPainterPath()
        cut.addRect(place)
        shown = QPainterPath()
        shown.addRect(part)
        painter.fillPath(cut.subtracted(shown), _VEIL)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(_LIGHT, 2))
        painter.drawRect(part.adjusted(1, 1, -1, -1))
        for colour, width in ((_LIGHT, 3.0), (QColor(_MARK), 1.5)):  # seen on light and on dark pictures
            painter.setPen(QPen(colour, width))
            for area in self._marks:
                painter.drawRoundedRect(_within(part, area).adjusted(-4, -4, 4, 4), 3, 3)
        self._paint_point(painter)

    def _paint_point(self, painter: QPainter) -> None:
        centre = self.point()
        painter.setPen(QPen(QColor(0, 0, 0, 90), 4))
        painter.drawEllipse(centre, _POINT, _POINT)
        painter.setPen(QPen(_LIGHT, 2))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(centre, _POINT, _POINT)

    def _area(self) -> Area:
        return crop(self._image.width(), self._image.height(), self._ratio, self._focus)

    def _place(self) -> QRectF:
        """Where the whole picture is painted."""
        if self._image.isNull():
            return QRectF(self.rect())
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def _scale(self) -> None:
        if self._image.isNull() or self.width() < 1:
            self._pixmap = QPixmap()
            return
        scale = self.devicePixelRatioF()
        size = self._place().size() * scale
        self._pixmap = QPixmap.fromImage(scaled(self._image, max(1, round(size.width())), max(1, round(size.height()))))
        self._pixmap.setDevicePixelRatio(scale)

    def _move_to(self, position: QPointF) -> None:
        place = self._place()
        if not self._image.isNull() and not place.isEmpty():
            self._move(((position.x() - place.x()) / place.width(), (position.y() - place.y()) / place.height()))

    def _move(self, focus: tuple[float, float]) -> None:
        # Four decimals are finer than a pixel and keep the document's JSON short.
        wanted = (round(min(1.0, max(0.0, focus[0])), 4), round(min(1.0, max(0.0, focus[1])), 4))
        if wanted != self._focus:
            self.set_focus_point(wanted)
            self.focus_moved.emit(wanted)

    def _describe(self) -> None:
        text = self.tr("{across} from the left, {down} from the top. Arrow keys move it.")
        self.setAccessibleDescription(text.format(across=f"{self._focus[0]:.0%}", down=f"{self._focus[1]:.0%}"))


def _within(part: QRectF, area: QRectF) -> QRectF:
    return QRectF(
        part.x() + area.x() * part.width(),
        part.y() + area.y() * part.height(),
        area.width() * part.width(),
        area.height() * part.height(),
    )
