"""A ready-made document to begin with: a picture where it has one, its name, and when to use it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring

_PADDING = 12
_PICTURE = 112
_WORDS = 88
_LINES = 2
_LINE = 18
_ROUND = 8


class OfferTile(QAbstractButton):
    """Pressing it begins a document.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QAbstractButton).
    """

    def __init__(self, name: str, words: str, tag: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tag = tag
        self._picture: QImage | None = None
        self._has_picture = False
        self._ring = False
        self.setText(name)
        self.setAccessibleName(self.tr("Begin with “{name}”").format(name=name))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up."""
        self.update()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint ground, picture, name and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        hover = self.underMouse() or self.isDown()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken" if hover else "surface"))
        painter.drawRoundedRect(frame, _ROUND, _ROUND)
        if self._has_picture:
            self._paint_picture(painter, frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("edge" if hover else "line"), 1))
        painter.drawRoundedRect(frame, _ROUND, _ROUND)
        self._paint_words(painter)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, _ROUND)

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        room = QRectF(frame.x(), frame.y(), frame.width(), _PICTURE)
        outline = QPainterPath()
        outline.addRoundedRect(frame, _ROUND, _ROUND)
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
        bold = theme.font(weight=QFont.Weight.Bold)
        small = theme.font(12)
        top = (_PICTURE if self._has_picture else 0) + _PADDING
        inner = QRectF(_PADDING, top, self.width() - 2 * _PADDING, self.height() - top - _PADDING)
        line = QRectF(inner.x(), inner.y(), inner.width(), 20)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._tag)
        room = inner.width() - QFontMetricsF(small).horizontalAdvance(self._tag) - 8
        painter.setFont(bold)
        painter.setPen(theme.colour("ink"))
        name = QFontMetricsF(bold).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        _paint_lines(painter, inner.adjusted(0, 24, 0, 0), self._words, small)


def _paint_lines(painter: QPainter, room: QRectF, words: str, font: QFont) -> None:
    """Two lines, the last one cut at its end."""
    metrics = QFontMetricsF(font)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        text = words[line.textStart() : line.textStart() + line.textLength()]
        if number == _LINES - 1:
            text = metrics.elidedText(words[line.textStart() :], Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room.topLeft() + QPointF(0, _LINE * number + metrics.ascent()), text.strip())
    layout.endLayout()
