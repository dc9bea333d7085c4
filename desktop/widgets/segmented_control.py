"""A choice of one from two to five words that are all in sight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring


class SegmentedControl(QWidget):
    """Options of (key, text) side by side; the arrow keys move between them.

    Signals:
        chosen(str): a person chose the option of that key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        current: str | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        self._keys = [key for key, _ in options]
        self._parts: list[_Part] = []
        for key, text in options:
            part = _Part(text, self)
            part.clicked.connect(partial(self._choose, key))
            row.addWidget(part)
            self._parts.append(part)
        self.set_current(current if current is not None else self._keys[0])

    @property
    def current(self) -> str:
        """The key of the chosen option."""
        return self._current

    @property
    def parts(self) -> list[QWidget]:
        """The options from left to right; the chosen one takes the Tab key."""
        return list(self._parts)

    def set_current(self, key: str) -> None:
        """Choose an option without announcing it."""
        self._current = key
        for own, part in zip(self._keys, self._parts, strict=True):
            part.setChecked(own == key)
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own == key else Qt.FocusPolicy.ClickFocus)

    def set_text(self, key: str, text: str) -> None:
        """Name an option otherwise."""
        part = self._parts[self._keys.index(key)]
        part.setText(text)
        part.setAccessibleName(text)
        part.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step == 0:
            super().keyPressEvent(event)
            return
        place = (self._keys.index(self._current) + step) % len(self._keys)
        self._choose(self._keys[place])
        self._parts[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the sunken ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _choose(self, key: str) -> None:
        changed = key != self._current
        self.set_current(key)
        if changed:
            self.chosen.emit(key)


class _Part(QAbstractButton):
    """One option."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ring = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Room for the text in its heavier weight."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + 24, 28)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the whole control."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the option, raised when chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold if on else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if on or self.underMouse() else "muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 6)
