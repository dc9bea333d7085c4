"""A choice of one from a short list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop.shell import icons

_ARROW = 12
_UNCUT = 160
_NARROWEST = 72
_BESIDE_TEXT = 68  # paddings, the arrow and its room, the frame


class Select(QComboBox):
    """Options of (text, value); the wheel changes it only while it has the focus.

    Signals:
        value_changed(object): another option was chosen, by a person or by `set_value`.
    """

    value_changed = Signal(object)

    def __init__(
        self, options: Sequence[tuple[str, object]] = (), *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        view = QListView(self)
        view.setFrameShape(QFrame.Shape.NoFrame)
        self.setView(view)
        popup = view.window()
        popup.setWindowFlags(
            Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.set_options(options)
        self.currentIndexChanged.connect(self._announce)

    def set_options(self, options: Sequence[tuple[str, object]]) -> None:
        """Offer other options; the chosen value stays chosen where it is still offered. Emits nothing."""
        chosen = self.value()
        blocked = QSignalBlocker(self)
        self.clear()
        self._values = [value for _, value in options]
        self.addItems([text for text, _ in options])
        self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else min(0, len(self._values) - 1))
        blocked.unblock()
        self.updateGeometry()

    def value(self) -> object:
        """The chosen value, None when there are no options."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose the option of that value; one that is not offered is ignored."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def sizeHint(self) -> QSize:
        """As wide as its longest option: Qt's own reckoning would also resize the field behind the layout's back."""
        longest = max((self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        return QSize(max(_NARROWEST, longest + _BESIDE_TEXT), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never so narrow that short options are cut."""
        wanted = self.sizeHint()
        return QSize(min(_UNCUT, wanted.width()), wanted.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless this field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def shown_text(self) -> str:
        """The chosen option as it is painted: what is too long for the field ends in an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the field, what is chosen, and the arrow; Qt's own painting cuts long words in two."""
        painter = QStylePainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        arrow = icons.pixmap("chevron-down", "muted", _ARROW, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(self.width() - _ARROW - 10, (self.height() - _ARROW) // 2 + 1), arrow)

    def _announce(self, index: int) -> None:
        if 0 <= index < len(self._values):
            self.value_changed.emit(self._values[index])
