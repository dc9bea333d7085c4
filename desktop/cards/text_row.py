"""One text of a card: its name, how much of its room is used, the field with variables, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.templates.body_field import BodyField
from desktop.templates.body_highlighter import Mark
from desktop.templates.variable_writing import VariableWriting
from desktop.widgets.button import Button
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from local_db.cards.measure import longest_units

_LONG = 40  # units from which a field is shown with several lines


class TextRow(QWidget):
    """Variables are written as in an SMS: type `{`, or choose one from the menu.

    Signals:
        written(str): a person changed the text.
    """

    written = Signal(str)

    def __init__(
        self, name: str, longest: int, host: QWidget, *, lines: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._longest = longest
        self._silent = False
        shown = (2, 8) if longest >= _LONG or lines > 1 else (1, 4)
        self.field = BodyField(name, lines=shown, breaks=lines > 1, alone=True, own_undo=False)
        self.writing = VariableWriting(self.field, host)
        self.counter = Label("", "small")
        self.variables = Button("{}", kind="ghost", dense=True)
        self.variables.setAccessibleName(self.tr("{name}: insert a variable").format(name=name))
        self.variables.setToolTip(self.tr("Insert something that differs for each member"))
        self.problem = Label("", "small", tone="bad", wrap=True)
        self.problem.hide()
        label = Label(name, "muted")
        label.setBuddy(self.field)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.counter)
        head.addWidget(self.variables)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self.problem)
        self.field.body_changed.connect(self._announce)
        self.variables.clicked.connect(self._offer)
        self._count()

    def show_text(self, text: str) -> None:
        """Show a text without announcing it; the caret stays where the text is the same."""
        if self.field.body() != text:
            self._silent = True
            self.field.set_body(text)
            self._silent = False
        self._count()

    def set_longest(self, longest: int) -> None:
        """Give the text another room."""
        self._longest = longest
        self._count()

    def text(self) -> str:
        """The text as it is written."""
        return self.field.body()

    def set_examples(self, facts: Mapping[str, str]) -> None:
        """The values of a real member, for the menu of variables."""
        self.writing.set_examples(facts)

    def set_problems(self, words: Sequence[str], marks: Sequence[Mark], *, blocks: bool) -> None:
        """Say what is wrong with the text, and underline where."""
        self.problem.setText("\n".join(words))
        self.problem.setVisible(bool(words))
        self.problem.set_tone("bad" if blocks else "warn")
        mark_wrong(self.field, wrong=bool(words) and blocks)
        self.field.set_marks(marks)

    def _announce(self) -> None:
        self._count()
        if not self._silent:
            self.written.emit(self.field.body())

    def _count(self) -> None:
        used = longest_units(self.field.body())
        words = self.tr("{used} / {longest}").format(used=used, longest=self._longest)
        self.counter.setText(words)
        self.counter.set_tone("bad" if used > self._longest else "muted")
        self.counter.setToolTip(self.tr("Characters at most, with every variable at its longest"))

    def _offer(self) -> None:
        self.writing.menu().open_below(self.variables)
