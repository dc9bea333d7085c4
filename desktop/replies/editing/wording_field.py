"""One wording of a reply: its text with chips, how often it was taken, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.replies import words
from desktop.replies.lexicon import PART, label, names, scan_reply
from desktop.templates.body_field import BodyField
from desktop.templates.body_highlighter import Mark
from desktop.templates.chips import Lexicon
from desktop.templates.problem_list import Finding, ProblemList
from desktop.templates.variable_writing import VariableWriting
from desktop.widgets.button import Button, IconButton
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from local_db.replies.model import Wording
from local_db.templates.text import Variable

_LINES = (2, 12)


class WordingField(QWidget):
    """A wording that is being written.

    Signals:
        edited(): a person changed the text. remove_wanted(): it is to go.
        part_wanted(str): a shared part was pressed; its title.
    """

    edited = Signal()
    remove_wanted = Signal()
    part_wanted = Signal(str)

    def __init__(self, host: QWidget, parts: Sequence[str], parent: QWidget | None = None) -> None:
        """`host`: the page, over which small cards open; `parts`: the titles of shared parts."""
        super().__init__(parent)
        self.uid = ""
        self._parts = tuple(parts)
        self._silent = False
        self.title = Label("", "small")
        self.used = Label("", "small")
        self.variables = Button(self.tr("{} Variable"), kind="ghost", dense=True)
        self.variables.setToolTip(self.tr("Insert a fact of the buyer, or a question that is asked each time"))
        self.variables.clicked.connect(self._offer_variables)
        self.shared = Button(self.tr("› Shared part"), kind="ghost", dense=True)
        self.shared.setToolTip(self.tr("Insert a text that several replies share and that is edited once"))
        self.shared.clicked.connect(self._offer_parts)
        self.remove = IconButton("trash", self.tr("Remove this wording"), size=26)
        self.remove.clicked.connect(self.remove_wanted)
        lexicon = Lexicon(scan_reply, label, self._offered)
        self.body = BodyField(self.tr("Wording"), lines=_LINES, breaks=True, alone=True, lexicon=lexicon)
        self.body.set_hint(self.tr("What the buyer reads; type { for a variable"))
        self._writing = _Writing(self.body, host)
        self._writing.part_pressed.connect(self.part_wanted)
        self.problems = ProblemList()
        self.problems.place_wanted.connect(self.body.select)
        self.body.body_changed.connect(self._announce)
        self._lay_out()

    def set_place(self, place: int, count: int) -> None:
        """Which of how many it is."""
        self.title.setText(self.tr("Wording {number}").format(number=place + 1) if count > 1 else self.tr("Text"))
        self.body.setAccessibleName(self.title.text())
        self.remove.setVisible(count > 1)

    def show_wording(self, wording: Wording) -> None:
        """Show one without announcing an edit."""
        self.uid = wording.uid
        if self.body.body() != wording.text:
            self._silent = True
            self.body.set_body(wording.text)
            self._silent = False

    def wording(self) -> Wording:
        """The wording as it stands."""
        return Wording(self.uid, self.body.body())

    def set_parts(self, titles: Sequence[str]) -> None:
        """The shared parts that can be named."""
        self._parts = tuple(titles)

    def set_used(self, times: int) -> None:
        """How often it was taken."""
        self.used.setText(words.taken(times) if times else "")

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Underline what is wrong, and say it below."""
        self.problems.set_findings(findings)
        self.body.set_marks(
            [Mark(one.position, one.length, "bad" if one.blocks else "warn") for one in findings if one.length]
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addSpacing(8)
        head.addWidget(self.used)
        head.addStretch(1)
        for control in (self.variables, self.shared, self.remove):
            head.addWidget(control)
        column.addLayout(head)
        column.addWidget(self.body)
        column.addWidget(self.problems)

    def _offered(self) -> Sequence[str]:
        return (*names(), *(f"{PART}{title}" for title in self._parts))

    def _offer_variables(self) -> None:
        menu = Menu(self)
        for name in names():
            menu.addAction(f"{label(name)}   {{{name}}}".replace("&", "&&"), partial(self._writing.insert, name))
        menu.open_below(self.variables)

    def _offer_parts(self) -> None:
        menu = Menu(self)
        for title in self._parts:
            insert = partial(self.body.insert_variable, f"{PART}{title}", None)
            menu.addAction(title.replace("&", "&&"), insert)
        if not self._parts:
            menu.addAction(self.tr("No reply is marked as a shared part yet")).setEnabled(False)
        menu.open_below(self.shared)

    def _announce(self) -> None:
        if not self._silent:
            self.edited.emit()


class _Writing(VariableWriting):
    """A shared part has no fallback to change: pressing one asks for it.

    Signals:
        part_pressed(str): its title.
    """

    part_pressed = Signal(str)

    def __init__(self, field: BodyField, host: QWidget) -> None:
        super().__init__(field, host)
        field.variable_pressed.disconnect()
        field.variable_pressed.connect(self._pressed)

    def _pressed(self, variable: Variable) -> None:
        if variable.name.startswith(PART):
            self.part_pressed.emit(variable.name[1:].strip())
        else:
            self.open_variable(variable)
