"""A field for something that is said: variables as in every text, and how long it takes to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.templates.body_field import BodyField
from desktop.templates.body_highlighter import Mark
from desktop.templates.variable_writing import VariableWriting
from desktop.widgets.button import Button, IconButton
from desktop.widgets.label import Label
from local_db.call_scripts.model import ScriptProblem
from local_db.call_scripts.spoken import wording_seconds


class SpokenField(QWidget):
    """One wording.

    Signals:
        edited(): a person changed the text.
        removal_wanted(): it should go.
    """

    edited = Signal()
    removal_wanted = Signal()

    def __init__(self, name: str, host: QWidget, *, removable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._silent = False
        self._language = "zh"
        self.field = BodyField(name, lines=(2, 8), alone=True, own_undo=False)
        self.field.set_hint(self.tr("What the caller says"))
        self.writing = VariableWriting(self.field, host)
        self.seconds = Label("", "small")
        self.variables = Button(self.tr("{} Variable"), kind="ghost", dense=True)  # what a variable looks like
        self.variables.setAccessibleName(self.tr("Insert a variable into “{field}”").format(field=name))
        self.remove = IconButton("trash", self.tr("Remove “{field}”").format(field=name), size=26)
        if not removable:
            self.remove.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.seconds, 1)
        line.addWidget(self.variables)
        line.addWidget(self.remove)
        column.addLayout(line)
        self.field.body_changed.connect(self._changed)
        self.variables.clicked.connect(self._offer)
        self.remove.clicked.connect(self.removal_wanted)

    def text(self) -> str:
        """What is said."""
        return self.field.body()

    def show_text(self, text: str, language: str) -> None:
        """Show a text without announcing it; the caret stays where it is as far as there is text."""
        self._language = language
        if text != self.text():
            self._silent = True
            place = self.field.textCursor().position()
            self.field.set_body(text)
            cursor = self.field.textCursor()
            cursor.setPosition(min(place, self.field.document().characterCount() - 1))
            self.field.setTextCursor(cursor)
            self.writing.offered.hide()
            self._silent = False
        self._say_seconds()

    def show_problems(self, problems: Sequence[ScriptProblem]) -> None:
        """Underline what is wrong in the text."""
        self.field.set_marks(
            [Mark(one.position, one.length, "bad" if one.blocks else "warn") for one in problems if one.length]
        )

    def _changed(self) -> None:
        self._say_seconds()
        if not self._silent:
            self.edited.emit()

    def _say_seconds(self) -> None:
        seconds = wording_seconds(self.text(), self._language) if self.text().strip() else 0.0
        self.seconds.setText(self.tr("{seconds} seconds to say").format(seconds=f"{seconds:.1f}") if seconds else "")

    def _offer(self) -> None:
        self.writing.menu().open_below(self.variables)
