"""A switch and a tick box, painted in the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring

_GAP = 8


class _TwoState(QAbstractButton):
    """A checkable control with a painted mark before its text.

    Signals:
        toggled(bool): from QAbstractButton.
    """

    mark = QSize(16, 16)

    def __init__(self, text: str = "", *, checked: bool = False, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = False
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The mark, the text, and room for the ring."""
        text = self.fontMetrics().horizontalAdvance(self.text())
        width = self.mark.width() + 4 + (_GAP + text if self.text() else 0)
        return QSize(width + 2, max(self.mark.height() + 6, self.fontMetrics().height() + 6))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the mark, the text and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - self.mark.height()) / 2
        self._paint_mark(painter, QRectF(2, top, self.mark.width(), self.mark.height()))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "muted"))
        left = 2 + self.mark.width() + _GAP
        room = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 6)

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        raise NotImplementedError


class Toggle(_TwoState):
    """A switch for something that takes effect at once.

    Signals:
        toggled(bool): from QAbstractButton.
    """

    mark = QSize(32, 18)

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if on else "muted"))
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.drawRoundedRect(area, 9, 9)
        painter.setBrush(theme.colour("accent_ink" if on else "surface"))
        centre = area.right() - 9 if on else area.left() + 9
        painter.drawEllipse(QPointF(centre, area.center().y()), 6.5, 6.5)
        painter.setOpacity(1.0)


class CheckBox(_TwoState):
    """A tick box for something that is part of a form or a list.

    Signals:
        toggled(bool): from QAbstractButton.
    """

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        on = self.isChecked()
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.setPen(QPen(theme.colour("accent" if on else "muted"), 1))
        painter.setBrush(theme.colour("accent" if on else "surface"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if on:
            pen = QPen(theme.colour("accent_ink"), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            left, top = area.left(), area.top()
            painter.drawPolyline(
                [QPointF(left + 4, top + 8.3), QPointF(left + 7, top + 11.2), QPointF(left + 12, top + 5)]
            )
        painter.setOpacity(1.0)
