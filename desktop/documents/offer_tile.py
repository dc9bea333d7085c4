"""A ready-made document to begin with: a picture where it has one, its name, and when to use it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.shell import theme
from desktop.widgets.tile import PADDING, ROUND, Tile

_PICTURE = 112
_WORDS = 88


class OfferTile(Tile):
    """Pressing it begins a document.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QAbstractButton).
    """

    def __init__(self, name: str, words: str, tag: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._words = words
        self._tag = tag
        self._picture: QImage | None = None
        self._has_picture = False
        self.setAccessibleName(self.tr("Begin with “{name}”").format(name=name))
        self.setAccessibleDescription(words)
        self.setToolTip(words)

    def expect_picture(self) -> None:
        """Keep room for a picture that is still being made."""
        self._has_picture = True
        self.updateGeometry()

    def set_picture(self, picture: QImage) -> None:
        """Show a picture at the top; it is cut to the room there is."""
        self._picture, self._has_picture = picture, True
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the picture and three lines."""
        return QSize(220, _WORDS + (_PICTURE if self._has_picture else 0))

    def minimumSizeHint(self) -> QSize:
        """It can be narrower."""
        return QSize(150, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint ground, picture, name and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        hover = self.underMouse() or self.isDown()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken" if hover else "surface"))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        if self._has_picture:
            self._paint_picture(painter, frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("edge" if hover else "line"), 1))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        self._paint_words(painter)
        painter.end()
        self.paint_ring()

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        room = QRectF(frame.x(), frame.y(), frame.width(), _PICTURE)
        outline = QPainterPath()
        outline.addRoundedRect(frame, ROUND, ROUND)
        painter.save()
        painter.setClipPath(outline)
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        painter.fillRect(room, theme.colour("sunken"))
        picture = self._picture
        if picture is not None and not picture.isNull():
            scale = max(room.width() / picture.width(), room.height() / picture.height())
            width, height = picture.width() * scale, picture.height() * scale
            corner = QPointF(room.center().x() - width / 2, room.center().y() - height / 2)
            painter.drawImage(QRectF(corner.x(), corner.y(), width, height), picture)
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        top = (_PICTURE if self._has_picture else 0) + PADDING
        inner = QRectF(PADDING, top, self.width() - 2 * PADDING, self.height() - top - PADDING)
        self.paint_name(painter, inner, beside=self._tag, font=theme.font(12), colour="muted")
        self.paint_sentence(painter, inner, self._words)
