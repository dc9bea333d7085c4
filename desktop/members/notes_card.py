"""A member's notes: written, changed and deleted where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.fields import TextArea
from desktop.widgets.label import Label

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.members.model import Note


class NotesCard(Card):
    """A field for a new note, and every note with its day.

    Signals:
        added(str): a note was written.
        edited(int, str): the note of this id says something else now.
        deleted(int): the note of this id was deleted.
    """

    added = Signal(str)
    edited = Signal(int, str)
    deleted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Notes"))
        self.field = NoteField(self.tr("What you want to remember about this member"))
        self.add_button = Button(self.tr("Add note"), dense=True)
        self.add_button.setEnabled(False)
        self.add_button.clicked.connect(self._add)
        self.field.textChanged.connect(self._typed)
        self.field.entered.connect(self._add)
        self.add(self.field)
        self.add(self.add_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_layout(self._lines)
        self._notes: Sequence[Note] = ()
        self._zone: ZoneInfo | None = None
        self._edited = 0

    def show_notes(self, notes: Sequence[Note], zone: ZoneInfo, *, again: bool) -> None:
        """Show a member's notes; what is being written stays while it is the same member (`again`)."""
        if not again:
            self.field.setPlainText("")
        if self._edited and again and any(note.id == self._edited for note in notes):
            self._notes, self._zone = notes, zone
            return  # nothing under the hands of whoever writes
        self._notes, self._zone, self._edited = notes, zone, 0
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._lines)
        for place, note in enumerate(self._notes):
            if place:
                self._lines.addWidget(Divider())
            self._lines.addWidget(self._editor(note) if note.id == self._edited else self._line(note))

    def _line(self, note: Note) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        text = Label(note.text, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(Label(amounts.minute(note.noted_at, self._zone) if self._zone else "", "small"))
        row.addStretch(1)
        edit = IconButton("edit", self.tr("Change the note"), size=26)
        edit.clicked.connect(partial(self._edit, note.id))
        delete = IconButton("trash", self.tr("Delete the note"), size=26)
        delete.clicked.connect(partial(self.deleted.emit, note.id))
        row.addWidget(edit)
        row.addWidget(delete)
        column.addLayout(row)
        return line

    def _editor(self, note: Note) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        field = NoteField(self.tr("Note"), note.text)
        save, cancel = Button(self.tr("Save"), dense=True), Button(self.tr("Cancel"), kind="ghost", dense=True)
        save.clicked.connect(partial(self._save, note.id, field))
        field.entered.connect(partial(self._save, note.id, field))
        field.left.connect(self._leave)
        cancel.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch(1)
        column.addWidget(field)
        column.addLayout(row)
        self.editor = field
        return box

    def _typed(self) -> None:
        self.add_button.setEnabled(bool(self.field.toPlainText().strip()))

    def _add(self) -> None:
        text = self.field.toPlainText().strip()
        if text:
            self.field.setPlainText("")
            self.added.emit(text)

    def _edit(self, note_id: int) -> None:
        self._edited = note_id
        self._fill()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, note_id: int, field: NoteField) -> None:
        text = field.toPlainText().strip()
        self._leave()
        if text:
            self.edited.emit(note_id, text)

    def _leave(self) -> None:
        self._edited = 0
        self._fill()


class NoteField(TextArea):
    """Several lines; Ctrl+Enter takes them, Esc leaves.

    Signals:
        entered: Ctrl+Enter was pressed.
        left: Esc was pressed.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, name, name=name, lines=2, parent=parent)
        self.setMaximumHeight(self.sizeHint().height() + 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take or leave what is written."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
