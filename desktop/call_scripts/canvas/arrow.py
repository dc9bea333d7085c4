"""An answer on the canvas: a curved arrow in its colour, or a stub where it leads nowhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsPolygonItem,
    QGraphicsRectItem,
    QGraphicsSimpleTextItem,
)

from desktop.shell import theme
from local_db.call_scripts.layout import ROW_GAP

_THIN, _THICK = 1.6, 9.0
_HEAD = 9.0
_STUB = 34.0
_LOOP = 64.0


def curve(start: QPointF, end: QPointF, below: float) -> QPainterPath:
    """The way of an arrow; one that leads back goes round below `below`."""
    path = QPainterPath(start)
    if end.x() >= start.x() + _HEAD:
        reach = max(30.0, (end.x() - start.x()) * 0.45)
        path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
    else:
        low = below + ROW_GAP / 2
        path.cubicTo(start + QPointF(_LOOP, 0), QPointF(start.x() + _LOOP, low), QPointF(start.x(), low))
        path.lineTo(end.x(), low)
        path.cubicTo(QPointF(end.x() - _LOOP, low), end - QPointF(_LOOP, 0), end)
    return path


class AnswerArrow(QGraphicsPathItem):
    """Its parts are Qt's own, so that painting it runs no Python."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""  # what it says at its middle; empty: nothing
        self.share = 0.0  # of the calls that went this way
        self.tone = "muted"
        self.leads = True
        self.standing_out = False
        self._head = QGraphicsPolygonItem(self)
        self._head.setPen(QPen(Qt.PenStyle.NoPen))
        self._mark: QGraphicsSimpleTextItem | None = None
        self._label: _Label | None = None
        self.setZValue(0)

    def lead(self, start: QPointF, end: QPointF | None, below: float) -> None:
        """Go from a port to a box; without an end, only a little way."""
        self.leads = end is not None
        if end is None:
            path = QPainterPath(start)
            path.lineTo(start + QPointF(_STUB, 0))
            self.setPath(path)
            self._head.setPolygon(_diamond(start + QPointF(_STUB + 8, 0)))
        else:
            tip = end - QPointF(_HEAD - 1, 0)
            self.setPath(curve(start, tip, below))
            self._head.setPolygon(_triangle(end))
        self._place_mark(start)
        self._place_label()

    def dress(self, tone: str, *, standing_out: bool, share: float | None, words: str) -> None:
        """In which colour, how thick, and what it says; `share` None: all alike."""
        self.tone = tone if self.leads else "warn"
        self.standing_out = standing_out
        self.share = share or 0.0
        colour = theme.colour(self.tone)
        width = _THIN if share is None else _THIN + (_THICK - _THIN) * share
        pen = QPen(colour, width + (1.0 if standing_out else 0.0))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if not self.leads:
            pen.setStyle(Qt.PenStyle.DashLine)
        elif share is not None and share <= 0:
            pen.setStyle(Qt.PenStyle.DotLine)
        self.setPen(pen)
        self.setOpacity(1.0 if standing_out or share is None or share > 0 else 0.55)
        self._head.setBrush(colour)
        self.setZValue(0.5 if standing_out else 0)
        self._say(words)

    def _say(self, words: str) -> None:
        if words and self._label is None:
            self._label = _Label(self)
        self.words = words
        if self._label is not None:
            self._label.say(words, self.tone)
            self._label.setVisible(bool(words))
        self._place_label()

    def _place_mark(self, start: QPointF) -> None:
        """The exclamation mark on the stub."""
        if self.leads:
            if self._mark is not None:
                self._mark.hide()
            return
        if self._mark is None:
            self._mark = QGraphicsSimpleTextItem("!", self._head)
            self._mark.setFont(theme.font(11, QFont.Weight.Bold))
        self._mark.setBrush(theme.colour("surface"))
        size = self._mark.boundingRect()
        self._mark.setPos(start + QPointF(_STUB + 8 - size.width() / 2, -size.height() / 2))
        self._mark.show()

    def _place_label(self) -> None:
        if self._label is not None and self.words:
            self._label.place(self.path().pointAtPercent(0.5))


class _Label(QGraphicsRectItem):
    """Words on the ground of the canvas."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self._text = QGraphicsSimpleTextItem(self)
        self._text.setFont(theme.font(11, QFont.Weight.Bold))

    def say(self, words: str, tone: str) -> None:
        self._text.setText(words)
        self._text.setBrush(theme.colour(tone))
        self.setBrush(theme.colour("paper"))
        self.setPen(QPen(theme.colour("line"), 1))

    def place(self, middle: QPointF) -> None:
        size = self._text.boundingRect()
        self.setRect(QRectF(0, 0, size.width() + 12, size.height() + 4))
        self._text.setPos(6, 2)
        self.setPos(middle - self.rect().center())


def _triangle(tip: QPointF) -> QPolygonF:
    return QPolygonF([tip, tip + QPointF(-_HEAD, -_HEAD * 0.6), tip + QPointF(-_HEAD, _HEAD * 0.6)])


def _diamond(middle: QPointF) -> QPolygonF:
    return QPolygonF([middle + QPointF(x, y) for x, y in ((-9, 0), (0, -9), (9, 0), (0, 9))])
