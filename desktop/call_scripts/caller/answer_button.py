"""A large button with the key that presses it: an answer of the person called, or how the call ended."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring

_HEIGHT = 48
_KEY = 24
_STRIPE = 4
_LEFT_TO_OTHERS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class AnswerButton(QAbstractButton):
    """Words, a key at the left, and a stripe in a colour that goes with the words.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QAbstractButton).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._tone = "muted"
        self._ring = False
        self.setCheckable(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """The key that presses it."""
        return self._key

    def show_choice(self, text: str, key: str, tone: str) -> None:
        """Offer something; `tone` is a colour of the theme."""
        self._key, self._tone = key, tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(self.tr("{answer} (key {key})").format(answer=text, key=key) if key else text)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for the key and a word."""
        return QSize(96, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too; leave the arrows to the card."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in _LEFT_TO_OTHERS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ground, the stripe, the key and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("edge" if lit else "line"), 1))
        painter.setBrush(theme.colour("line" if self.isDown() else "sunken" if lit else "surface"))
        painter.drawRoundedRect(area, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._tone))
        painter.drawRoundedRect(QRectF(8, 12, _STRIPE, self.height() - 24), 2, 2)
        left = 8 + _STRIPE + 8
        if self._key:
            badge = QRectF(left, (self.height() - _KEY) / 2, _KEY, _KEY)
            painter.setBrush(theme.colour("sunken"))
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.drawRoundedRect(badge, 5, 5)
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font(13, 700))
            painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), self._key)
            left += _KEY + 10
        painter.setFont(theme.font(15, 600))
        painter.setPen(theme.colour("ink"))
        room = QRectF(left, 0, self.width() - left - 12, self.height())
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 8)
