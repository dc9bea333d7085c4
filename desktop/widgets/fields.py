"""Fields a person types into: text, longer text, numbers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from desktop.widgets.label import restyle

FIELD_HEIGHT = 34
_TEXT_MARGINS = 24  # frame, padding and what Qt leaves beside the cursor


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Show a field as holding something that cannot be used."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        restyle(field)


class TextField(QLineEdit):
    """One line of text.

    Signals:
        textChanged, editingFinished: from QLineEdit.
    """

    def __init__(self, text: str = "", placeholder: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text; one that does not fit is cut with … while nobody writes in it."""
        room = self.contentsRect().width() - _TEXT_MARGINS
        plain = self.echoMode() is QLineEdit.EchoMode.Normal
        if not plain or self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room:
            super().paintEvent(event)
        else:
            self._paint_cut()

    def _paint_cut(self) -> None:
        from PySide6.QtWidgets import QStyle, QStyleOptionFrame  # not needed for the start

        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        style = self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        room = style.subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves the field.

    Signals:
        textChanged: from QPlainTextEdit.
    """

    def __init__(
        self, text: str = "", placeholder: str = "", *, name: str = "", lines: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setTabChangesFocus(True)
        self._height = lines * 20 + 24
        self.setMinimumHeight(self._height)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """As high as the lines asked for; a stretch may give more."""
        return QSize(super().sizeHint().width(), self._height)


class NumberField(QSpinBox):
    """A whole number; the wheel changes it only while it has the focus.

    Signals:
        valueChanged: from QSpinBox.
    """

    def __init__(
        self,
        value: int = 0,
        *,
        minimum: int = 0,
        maximum: int = 1_000_000_000,
        suffix: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setRange(minimum, maximum)
        self.setValue(value)
        self.setSuffix(suffix)
        self.setAccessibleName(name)
        self.setMaximumHeight(FIELD_HEIGHT)
        self.lineEdit().setTextMargins(7, 0, 4, 0)  # the style sheet's padding ends before the inner field
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces the number, unless a press has put the caret somewhere."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless this field is being edited."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class DecimalField(QDoubleSpinBox):
    """A number with decimals, such as an amount in major units.

    Signals:
        valueChanged: from QDoubleSpinBox.
    """

    def __init__(
        self,
        value: float = 0.0,
        *,
        minimum: float = 0.0,
        maximum: float = 1e9,
        decimals: int = 2,
        prefix: str = "",
        suffix: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setDecimals(decimals)
        self.setRange(minimum, maximum)
        self.setValue(value)
        self.setPrefix(prefix)
        self.setSuffix(suffix)
        self.setAccessibleName(name)
        self.setMaximumHeight(FIELD_HEIGHT)
        self.lineEdit().setTextMargins(7, 0, 4, 0)  # the style sheet's padding ends before the inner field
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces the number, unless a press has put the caret somewhere."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless this field is being edited."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PasswordField(TextField):
    """One line that is not shown while typed.

    Signals:
        committed: Enter was pressed with something typed.
    """

    committed = Signal()

    def __init__(self, placeholder: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", placeholder, name=name, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.returnPressed.connect(self._commit)

    def _commit(self) -> None:
        if self.text():
            self.committed.emit()
