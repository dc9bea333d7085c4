"""What holds for the whole script: its language, its opening, what may be answered at every step, objections."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.call_scripts.form.answer_list import AnswerList
from desktop.call_scripts.form.spoken_field import SpokenField
from desktop.call_scripts.form.target_chip import TargetChip
from desktop.documents.line_field import LineField
from desktop.segments.options import Option
from desktop.widgets.button import Button, IconButton
from desktop.widgets.fields import NumberField
from desktop.widgets.form import Form
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from local_db.call_scripts.model import Answer, CallScript, Objection, ScriptProblem

_LONGEST_OPENING = 120


class ScriptForm(QWidget):
    """Announces the whole script as it should be.

    Signals:
        edited(CallScript, str): and which part was edited, for undo.
        target_wanted(int, str): that answer of those for every step should lead to a step, a new one, nowhere.
        answer_wanted(): one more answer for every step.
    """

    edited = Signal(object, str)
    target_wanted = Signal(int, str)
    answer_wanted = Signal()

    def __init__(
        self, options: Callable[[], Sequence[Option]], host: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._host = host
        self._script = CallScript("", ())
        self.language = SegmentedControl(
            [("zh", self.tr("Chinese")), ("en", self.tr("English"))], name=self.tr("Spoken in")
        )
        self.opening = TargetChip(options, host, fixed=True)
        self.budget = NumberField(20, minimum=1, maximum=_LONGEST_OPENING, suffix=self.tr(" s"))
        self.always = AnswerList(options, host)
        self.objections: list[ObjectionRow] = []
        self._objections = QVBoxLayout()
        self._objections.setSpacing(12)
        self.add = Button(self.tr("Objection"), icon="plus", dense=True)
        self.add.setAccessibleName(self.tr("Add an objection"))
        self._lay_out()
        self.language.chosen.connect(self._language_chosen)
        self.opening.chosen.connect(self._opening_chosen)
        self.budget.valueChanged.connect(self._budget_changed)
        self.always.edited.connect(self._always_edited)
        self.always.target_wanted.connect(self.target_wanted)
        self.always.new_wanted.connect(self.answer_wanted)
        self.add.clicked.connect(self._add_objection)

    def show_script(self, script: CallScript, titles: Mapping[str, str]) -> None:
        """Show a script without announcing it."""
        self._script = script
        self.language.set_current(script.language)
        self.opening.show_target(script.opening, titles.get(script.opening), self.tr("Opening"))
        blocked = QSignalBlocker(self.budget)
        self.budget.setValue(script.opening_budget)
        blocked.unblock()
        self.always.show_answers(script.always, titles)
        self._show_objections(script)

    def show_problems(self, problems: Sequence[ScriptProblem]) -> None:
        """Underline what is wrong in the objections."""
        for place, row in enumerate(self.objections):
            row.says.show_problems([one for one in problems if one.objection == place])

    def focus_problem(self, problem: ScriptProblem) -> None:
        """Put the caret where a problem is."""
        if problem.objection is not None and problem.objection < len(self.objections):
            self.objections[problem.objection].says.field.select(problem.position, problem.length)
        elif problem.answer is not None and problem.answer < len(self.always.rows):
            self.always.rows[problem.answer].target.setFocus()
        else:
            self.opening.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        form = Form(label_width=100)
        form.add_row(self.tr("Spoken in"), self.language)
        form.add_row(self.tr("Opening"), self.opening)
        form.add_row(self.tr("It may take"), self.budget)
        column.addWidget(form)
        column.addWidget(Label(self.tr("At every step may be answered"), "heading"))
        words = self.tr("Silence and refusal are written once here; a step that has the same answer goes its own way.")
        column.addWidget(Label(words, "small", wrap=True))
        column.addWidget(self.always)
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Objections at hand"), "heading"))
        column.addLayout(self._objections)
        column.addWidget(self.add)
        column.addStretch(1)

    def _show_objections(self, script: CallScript) -> None:
        while len(self.objections) > len(script.objections):
            row = self.objections.pop()
            self._objections.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.objections) < len(script.objections):
            row = ObjectionRow(len(self.objections), self._host)
            row.edited.connect(self._objection_edited)
            row.remove.clicked.connect(partial(self._remove_objection, row))
            self.objections.append(row)
            self._objections.addWidget(row)
        for row, objection in zip(self.objections, script.objections, strict=True):
            row.show_objection(objection, script.language)

    def _edit(self, script: CallScript, part: str) -> None:
        self._script = script
        self.edited.emit(script, part)

    def _language_chosen(self, language: str) -> None:
        self._edit(replace(self._script, language=language), "")

    def _opening_chosen(self, key: str) -> None:
        self._edit(replace(self._script, opening=key), "")

    def _budget_changed(self, seconds: int) -> None:
        self._edit(replace(self._script, opening_budget=seconds), "budget")

    def _always_edited(self, answers: tuple[Answer, ...], part: str) -> None:
        self._edit(replace(self._script, always=answers), f"always {part}" if part else "")

    def _objection_edited(self, place: int, objection: Objection, part: str) -> None:
        kept = list(self._script.objections)
        kept[place] = objection
        self._edit(replace(self._script, objections=tuple(kept)), f"objection {part} {place}")

    def _add_objection(self) -> None:
        self._edit(replace(self._script, objections=(*self._script.objections, Objection("", ""))), "")
        self.objections[-1].title.setFocus()

    def _remove_objection(self, row: ObjectionRow) -> None:
        kept = tuple(one for place, one in enumerate(self._script.objections) if place != row.place)
        self._edit(replace(self._script, objections=kept), "")
        self.add.setFocus()


class ObjectionRow(QFrame):
    """What is heard often, and what to say to it.

    Signals:
        edited(int, Objection, str): its place, as it should be, and which part was edited.
    """

    edited = Signal(int, object, str)

    def __init__(self, place: int, host: QWidget) -> None:
        super().__init__()
        self.place = place
        self.title = LineField("", self.tr("“Too expensive”"), name=self.tr("Objection {n}").format(n=place + 1))
        self.remove = IconButton("close", self.tr("Remove objection {n}").format(n=place + 1), size=26)
        self.says = SpokenField(self.tr("What to say to objection {n}").format(n=place + 1), host, removable=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.title, 1)
        line.addWidget(self.remove)
        column.addLayout(line)
        column.addWidget(self.says)
        self._objection = Objection("", "")
        self.title.textEdited.connect(self._title_edited)
        self.says.edited.connect(self._says_edited)

    def show_objection(self, objection: Objection, language: str) -> None:
        """Show it without announcing it."""
        self._objection = objection
        if self.title.text() != objection.title:
            self.title.setText(objection.title)
        self.says.show_text(objection.says, language)

    def _title_edited(self, text: str) -> None:
        self.edited.emit(self.place, replace(self._objection, title=text), "title")

    def _says_edited(self) -> None:
        self.edited.emit(self.place, replace(self._objection, says=self.says.text()), "says")
