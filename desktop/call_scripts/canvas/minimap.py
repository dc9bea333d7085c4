"""The whole script in a corner of the canvas, while it is larger than what is in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.call_scripts.canvas.view import CanvasView
from desktop.shell import theme

_SIZE = QSize(168, 104)
_EDGE = 12
_PADDING = 8.0


class Minimap(QWidget):
    """Pressing it goes there; for the pointer only, the list of steps is the same for keys."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._picture: QPixmap | None = None
        self._drawn_for: tuple[object, object, object] = (None, None, None)
        self.setFixedSize(_SIZE)
        self.setAccessibleName(self.tr("Overview of the script"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        view.scrolled.connect(self.refresh)
        view.installEventFilter(self)

    def refresh(self) -> None:
        """Show what there is and what of it is in sight; nothing while all of it is."""
        boxes = self._view.canvas.boxes_rect()
        needed = not boxes.isEmpty() and not self._in_sight().contains(boxes)
        self.setVisible(needed)
        if needed:
            self.move(self._view.width() - self.width() - _EDGE, self._view.height() - self.height() - _EDGE)
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - only the view is watched
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize:
            self.refresh()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the boxes and a frame around what is in sight."""
        if self._picture is None or not self._is_fresh():
            self._picture = self._drawn()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        whole, scale = self._whole()
        painter.setPen(QPen(theme.colour("accent"), 1))
        frame = _mapped(self._in_sight(), whole, scale).intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.drawRoundedRect(frame, 3, 3)

    def _is_fresh(self) -> bool:
        """Whether the boxes are as they were drawn."""
        canvas = self._view.canvas
        drawn_for = (canvas.blocks, canvas.standing, theme.current())
        fresh = all(now is then for now, then in zip(drawn_for, self._drawn_for, strict=True))
        self._drawn_for = drawn_for
        return fresh

    def _drawn(self) -> QPixmap:
        """The ground with the boxes; drawn once for many paintings."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        whole, scale = self._whole()
        painter.setPen(Qt.PenStyle.NoPen)
        for tone, boxes in self._by_tone().items():
            painter.setBrush(theme.colour(tone))
            painter.drawRects([_mapped(box, whole, scale) for box in boxes])
        painter.end()
        return picture

    def _by_tone(self) -> dict[str, list[QRectF]]:
        """The boxes by the colour they are painted in."""
        standing = self._view.canvas.standing
        found: dict[str, list[QRectF]] = {}
        for key, box in self._view.canvas.boxes.items():
            tone = standing.tones.get(key) or ("muted" if box.face.step.outcome is None else "edge")
            chosen = "accent" if key in standing.chosen or key in standing.found else tone
            found.setdefault(chosen, []).append(box.frame().translated(box.pos()))
        return found

    def _go(self, where: QPointF) -> None:
        whole, scale = self._whole()
        self._view.centerOn(QPointF((where.x() - _PADDING) / scale, (where.y() - _PADDING) / scale) + whole.topLeft())
        self._view.scrolled.emit()

    def _in_sight(self) -> QRectF:
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    def _whole(self) -> tuple[QRectF, float]:
        """Around all boxes, and how small they are shown."""
        whole = self._view.canvas.boxes_rect()
        scale = min(
            (self.width() - 2 * _PADDING) / max(1.0, whole.width()),
            (self.height() - 2 * _PADDING) / max(1.0, whole.height()),
        )
        spare_x = (self.width() - 2 * _PADDING) / scale - whole.width()
        spare_y = (self.height() - 2 * _PADDING) / scale - whole.height()
        return whole.adjusted(-spare_x / 2, -spare_y / 2, spare_x / 2, spare_y / 2), scale


def _mapped(rect: QRectF, whole: QRectF, scale: float) -> QRectF:
    corner = (rect.topLeft() - whole.topLeft()) * scale + QPointF(_PADDING, _PADDING)
    return QRectF(corner.x(), corner.y(), rect.width() * scale, rect.height() * scale)
