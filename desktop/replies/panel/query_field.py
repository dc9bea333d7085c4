"""The panel's search field: asks at every key, and while pinyin is still being composed asks with that too."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.replies.panel.keys import Command, Deed, command_of
from desktop.shell import theme

_BESIDE_COUNT = 12
_GAP = 16


class QueryField(QLineEdit):
    """One line with the number of hits at its right end.

    Signals:
        asked(str): the text is another one; half-typed pinyin of an input method stands in it where the cursor is.
        commanded(Command): a key that is not for typing was pressed.
    """

    asked = Signal(str)
    commanded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self._count = ""
        self._said = ""
        self.choosing = False
        self.setMinimumHeight(36)
        self.setAccessibleName(self.tr("Find a reply"))
        self.setPlaceholderText(self.tr("Words, pinyin or initials"))
        self.textChanged.connect(self._say)

    def query(self) -> str:
        """What is asked for: the text with what is being composed."""
        at = self.cursorPosition()
        return self.text()[:at] + self._composing + self.text()[at:]

    def set_count(self, text: str) -> None:
        """Say how many hits there are."""
        if text != self._count:
            self._count = text
            room = self.fontMetrics().horizontalAdvance(text) + _GAP if text else 0
            self.setTextMargins(0, 0, room, 0)
            self.update()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Ask with every letter of a composition, before a character is chosen for it."""
        self._composing = event.preeditString()  # before: with the character that is chosen for it, it is gone
        super().inputMethodEvent(event)
        self._say()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key, which systems turn into this event, means the chosen reply; the mouse means the field."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.commanded.emit(Command(Deed.ROW_MENU))
        else:
            super().contextMenuEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on keys that are not for typing."""
        command = command_of(event.key(), event.modifiers(), choosing=self.choosing)
        if command is None:
            super().keyPressEvent(event)
        else:
            event.accept()
            self.commanded.emit(command)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the number of hits."""
        super().paintEvent(event)
        if self._count:
            painter = QPainter(self)
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font(12))
            place = QRect(self.rect()).adjusted(0, 0, -_BESIDE_COUNT, 0)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._count)
            painter.end()

    def _say(self, *_: object) -> None:
        query = self.query()
        if query != self._said:
            self._said = query
            self.choosing = False
            self.asked.emit(query)
