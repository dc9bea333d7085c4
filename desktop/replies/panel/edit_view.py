"""A filled reply in a field, to be changed before it is taken."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from desktop.shell import theme
from desktop.widgets.button import Button
from desktop.widgets.fields import TextArea
from desktop.widgets.label import ElidedLabel
from local_db.replies.fill import left_over


class EditView(QWidget):
    """The text with its title above; what is still to be filled in is red in it.

    Signals:
        finished: Ctrl+Enter, or the button.
        left: Esc.
    """

    finished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gaps: dict[str, str] = {}
        self._own: frozenset[str] = frozenset()  # what looks like a variable in a fact about the buyer
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 15, 11)
        column.setSpacing(8)
        self._title = ElidedLabel("", "heading")
        self.field = _Text()
        self.field.setAccessibleName(self.tr("Text to change before it is copied"))
        self.field.finished.connect(self.finished)
        self.field.left.connect(self.left)
        self.field.textChanged.connect(self._mark)
        self.done = Button(self.tr("Copy"), kind="primary", dense=True)
        self.done.clicked.connect(self.finished)
        back = Button(self.tr("Back"), kind="ghost", dense=True)
        back.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.done)
        column.addWidget(self._title)
        column.addWidget(self.field, 1)
        column.addLayout(row)

    def begin(self, title: str, text: str, gaps: Mapping[str, str]) -> None:
        """Show a text; `gaps` are what must not stay in it as it stands there, by what each is called."""
        self._gaps = dict(gaps)
        self._own = frozenset(left_over(text)) - set(gaps.values())
        self._title.setText(title)
        self.field.setPlainText(text)
        self._mark()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        places = self._places()
        cursor = self.field.textCursor()
        if places:  # typing replaces the first placeholder
            cursor = places[0]
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        self.field.setTextCursor(cursor)

    def text(self) -> str:
        """The text as it stands."""
        return self.field.toPlainText()

    def unfilled(self) -> tuple[str, ...]:
        """Variables and faults that still stand in the text, and what would look like one to the buyer."""
        return tuple(name for name, written in self._wanting().items() if written in self.text())

    def next_gap(self) -> bool:
        """Select the next placeholder; False where there is none."""
        places = self._places()
        if not places:
            return False
        after = [place for place in places if place.selectionStart() >= self.field.textCursor().selectionEnd()]
        self.field.setTextCursor((after or places)[0])
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Mark in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def _wanting(self) -> dict[str, str]:
        """What must not stay as it stands, by what it is called; half of a placeholder may have been typed over."""
        known = self._gaps.values()
        return self._gaps | {one: one for one in left_over(self.text()) if one not in known and one not in self._own}

    def _places(self) -> list[QTextCursor]:
        document, found = self.field.document(), []
        for written in self._wanting().values():
            cursor = document.find(written)
            while not cursor.isNull():
                found.append(cursor)
                cursor = document.find(written, cursor)
        return sorted(found, key=lambda place: place.selectionStart())

    def _mark(self) -> None:
        red = QTextCharFormat()
        red.setForeground(theme.colour("bad"))
        red.setBackground(theme.colour("badsoft"))
        marked = []
        for place in self._places():
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = place, red
            marked.append(selection)
        self.field.setExtraSelections(marked)


class _Text(TextArea):
    """The field itself.

    Signals:
        finished: Ctrl+Enter.
        left: Esc.
    """

    finished = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter finishes, Esc leaves; Enter alone begins a line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
