"""The form of one step: title, wordings, what the caller should know, how it goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.call_scripts.edit_script import MOST_WORDINGS, ended
from desktop.call_scripts.form.answer_list import AnswerList
from desktop.call_scripts.form.problem_list import ProblemList
from desktop.call_scripts.form.spoken_field import SpokenField
from desktop.call_scripts.words import outcome_words
from desktop.documents.line_field import LineField
from desktop.segments.options import Option
from desktop.widgets.button import Button
from desktop.widgets.label import Label
from desktop.widgets.select import Select
from local_db.call_scripts.model import Answer, Outcome, ScriptProblem, Step

_GOES_ON = "goes on"


class StepForm(QWidget):
    """Fields stay the same while their step does, so that the caret stays where it is.

    Signals:
        edited(Step, str): the step as it should be, and which part was edited, for undo.
        target_wanted(int, str): the answer at a place should lead to a step, a new one or nowhere.
        answer_wanted(): one more answer.
        opening_wanted(), copy_wanted(), removal_wanted(): what to do with the step.
    """

    edited = Signal(object, str)
    target_wanted = Signal(int, str)
    answer_wanted = Signal()
    opening_wanted = Signal()
    copy_wanted = Signal()
    removal_wanted = Signal()

    def __init__(
        self, options: Callable[[], Sequence[Option]], host: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._host = host
        self._step = Step("", "")
        self._language = "zh"
        self.problems = ProblemList()
        self.title = LineField("", self.tr("What the step is for"), name=self.tr("Title of the step"))
        self.wordings: list[SpokenField] = []
        self._wordings = QVBoxLayout()
        self._wordings.setSpacing(8)
        self.more = Button(self.tr("Another wording"), icon="plus", dense=True)
        self.more.setToolTip(self.tr("Said in turn when the step comes again"))
        self.hint = LineField("", self.tr("Not said: what to mind here"), name=self.tr("Hint for the caller"))
        ends = [(outcome_words(outcome), outcome) for outcome in Outcome]
        self.outcome = Select([(self.tr("goes on with an answer"), _GOES_ON), *ends], name=self.tr("After this step"))
        self.answers = AnswerList(options, host)
        self._answers_title = Label(self.tr("Answers"), "heading")
        self.make_opening = Button(self.tr("Make it the opening"), kind="ghost", dense=True)
        self.copy = Button(self.tr("Duplicate"), kind="ghost", icon="copy", dense=True)
        self.delete = Button(self.tr("Delete"), kind="ghost", icon="trash", dense=True)
        self._lay_out()
        self._connect()

    def show_step(self, step: Step, titles: Mapping[str, str], language: str, *, opening: bool) -> None:
        """Show a step without announcing it."""
        self._step, self._language = step, language
        for field, text in ((self.title, step.title), (self.hint, step.hint)):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
        self._show_wordings(step.says or ("",))
        blocked = QSignalBlocker(self.outcome)
        self.outcome.set_value(step.outcome or _GOES_ON)
        blocked.unblock()
        asks = step.outcome is None or bool(step.answers)
        self._answers_title.setVisible(asks)
        self.answers.setVisible(asks)
        self.answers.add.setVisible(step.outcome is None)
        self.answers.show_answers(step.answers, titles)
        self.make_opening.setVisible(not opening)

    def show_problems(self, problems: Sequence[ScriptProblem]) -> None:
        """Say what is wrong with the step, and underline it."""
        self.problems.show_problems(problems)
        for place, field in enumerate(self.wordings):
            field.show_problems([one for one in problems if one.wording == place])

    def focus_problem(self, problem: ScriptProblem) -> None:
        """Put the caret where a problem is."""
        if problem.wording is not None and problem.wording < len(self.wordings):
            self.wordings[problem.wording].field.select(problem.position, problem.length)
        elif problem.answer is not None and problem.answer < len(self.answers.rows):
            row = self.answers.rows[problem.answer]
            (row.label if problem.code in {"unnamed_answer", "answers_alike"} else row.target).setFocus()
        elif problem.code in {"no_refuse_exit", "no_silence_exit", "dead_end", "no_way_out"}:
            self.answers.add.setFocus()
        else:
            self.title.setFocus()

    def begin(self, *, whole: bool) -> None:
        """Take the keys: with `whole` the title, ready to be typed over."""
        if whole:
            self.title.setFocus()
            self.title.selectAll()
        else:
            self.wordings[0].field.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(Label(self.tr("What is said"), "heading"))
        column.addLayout(self._wordings)
        column.addWidget(self.more)
        column.addWidget(self.problems)  # below the words, so that these stay where they are while one writes
        column.addWidget(Label(self.tr("For the caller"), "heading"))
        column.addWidget(self.hint)
        column.addWidget(Label(self.tr("After this step the call …"), "heading"))
        column.addWidget(self.outcome)
        column.addWidget(self._answers_title)
        column.addWidget(self.answers)
        column.addSpacing(4)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for button in (self.make_opening, self.copy, self.delete):
            tools.addWidget(button)
        tools.addStretch(1)
        column.addLayout(tools)
        column.addStretch(1)

    def _connect(self) -> None:
        self.title.textEdited.connect(self._title_edited)
        self.hint.textEdited.connect(self._hint_edited)
        self.outcome.value_changed.connect(self._outcome_chosen)
        self.more.clicked.connect(self._add_wording)
        self.answers.edited.connect(self._answers_edited)
        self.answers.target_wanted.connect(self.target_wanted)
        self.answers.new_wanted.connect(self.answer_wanted)
        self.make_opening.clicked.connect(self.opening_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.delete.clicked.connect(self.removal_wanted)

    def _show_wordings(self, says: Sequence[str]) -> None:
        while len(self.wordings) > len(says):
            field = self.wordings.pop()
            self._wordings.removeWidget(field)
            field.hide()
            field.deleteLater()
        while len(self.wordings) < len(says):
            number = len(self.wordings) + 1
            field = SpokenField(self.tr("Wording {number}").format(number=number), self._host)
            field.edited.connect(partial(self._wording_edited, number - 1))
            field.removal_wanted.connect(partial(self._remove_wording, number - 1))
            self.wordings.append(field)
            self._wordings.addWidget(field)
        for field, text in zip(self.wordings, says, strict=True):
            field.show_text(text, self._language)
            field.remove.setVisible(len(says) > 1)
        self.more.setVisible(len(says) < MOST_WORDINGS)

    def _title_edited(self, text: str) -> None:
        self._edit(replace(self._step, title=text), "title")

    def _hint_edited(self, text: str) -> None:
        self._edit(replace(self._step, hint=text), "hint")

    def _wording_edited(self, place: int) -> None:
        says = [field.text() for field in self.wordings]
        self._edit(replace(self._step, says=tuple(says)), f"wording {place}")

    def _add_wording(self) -> None:
        self._edit(replace(self._step, says=(*self._step.says, "")), "")
        self.wordings[-1].field.setFocus()

    def _remove_wording(self, place: int) -> None:
        says = tuple(text for at, text in enumerate(self._step.says) if at != place)
        self._edit(replace(self._step, says=says), "")
        self.wordings[0].field.setFocus()

    def _outcome_chosen(self, value: object) -> None:
        self._edit(ended(self._step, value if isinstance(value, Outcome) else None), "")

    def _answers_edited(self, answers: tuple[Answer, ...], part: str) -> None:
        self._edit(replace(self._step, answers=answers), part)

    def _edit(self, step: Step, part: str) -> None:
        self._step = step
        self.edited.emit(step, part)
