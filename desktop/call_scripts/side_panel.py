"""Beside the canvas: the form of the step one works on, all steps, all problems, and what holds for the script."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.call_scripts.form.problem_list import ProblemList
from desktop.call_scripts.form.script_form import ScriptForm
from desktop.call_scripts.form.step_form import StepForm
from desktop.call_scripts.step_table import StepTable
from desktop.segments.options import Option
from desktop.widgets.card import Card
from desktop.widgets.data_table import DataTable
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.segmented_control import SegmentedControl
from local_db.call_scripts.model import CallScript, ScriptProblem

STEP, STEPS, PROBLEMS, SCRIPT = "step", "steps", "problems", "script"
_LEAST_WIDTH, _WIDTH = 330, 380


class SidePanel(Card):
    """Four views, one at a time.

    Signals:
        step_wanted(str): a step was chosen in the list.
        step_entered(str): a step of the list should be edited.
        problem_pressed(ScriptProblem): the person wants to go there.
    """

    step_wanted = Signal(str)
    step_entered = Signal(str)
    problem_pressed = Signal(object)

    def __init__(self, options: Callable[[], Sequence[Option]], host: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(padding=12, parent=parent)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setMaximumWidth(_WIDTH)
        self.views = SegmentedControl(
            [
                (STEP, self.tr("Step")),
                (STEPS, self.tr("All steps")),
                (PROBLEMS, self.tr("Problems")),
                (SCRIPT, self.tr("Script")),
            ],
            name=self.tr("Beside the canvas"),
        )
        self.step = StepForm(options, host)
        self.script = ScriptForm(options, host)
        self.problems = ProblemList()
        self.fine = InlineNotice(self.tr("Every path comes to an end, and every answer has a way."), "good")
        self.nothing = _KeysHelp()
        self.model = StepTable(self)
        self.table = DataTable(numeric=(2,), name=self.tr("Steps of the script"))
        self.table.setModel(self.model)
        self.table.set_columns({0: 120, 2: 40}, stretch=1)
        self._none = True
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        row = QHBoxLayout()
        row.addWidget(self.views)
        row.addStretch(1)
        self.add_layout(row)
        self.add(self._stack, 1)
        self._fill()
        self.views.chosen.connect(self.show_view)
        self.table.row_selected.connect(self._row_selected)
        self.table.row_activated.connect(self._row_entered)
        self.problems.problem_pressed.connect(self.problem_pressed)
        self.step.problems.problem_pressed.connect(self.problem_pressed)

    def sizeHint(self) -> QSize:
        """As wide as it may get, whatever it shows."""
        return QSize(_WIDTH, super().sizeHint().height())

    def show_view(self, key: str) -> None:
        """Show one of the views."""
        self.views.set_current(key)
        page = self._pages["nothing" if key == STEP and self._none else key]
        self._stack.setCurrentWidget(page)

    def show_script(self, script: CallScript, current: str | None, seconds: Mapping[str, float]) -> None:
        """Show a script and the step one works on."""
        titles = {step.key: step.title.strip() or self.tr("Untitled step") for step in script.steps}
        step = script.step(current) if current else None
        self._none = step is None
        if step is not None:
            self.step.show_step(step, titles, script.language, opening=step.key == script.opening)
        self.script.show_script(script, titles)
        if self.views.current == STEPS:
            self.show_steps(script, current, seconds)
        self.show_view(self.views.current)

    def show_steps(self, script: CallScript, current: str | None, seconds: Mapping[str, float]) -> None:
        """Show the list; the step one works on is selected."""
        counts: dict[str, int] = {}
        for problem in self.problems.shown:
            counts[problem.step] = counts.get(problem.step, 0) + 1
        self.model.show_steps(script, seconds, counts)
        row = self.model.row_of(current)
        if row != self.table.selected_row():
            blocked = QSignalBlocker(self.table)
            if row >= 0:
                self.table.selectRow(row)
            else:
                self.table.clearSelection()
            blocked.unblock()

    def show_problems(self, script: CallScript, problems: Sequence[ScriptProblem], current: str | None) -> None:
        """Say what is wrong, with the script and with the step one works on."""
        titles = {step.key: step.title for step in script.steps}
        self.problems.show_problems(problems, titles)
        self.fine.setVisible(not problems)
        words = self.tr("Problems {count}").format(count=len(problems)) if problems else self.tr("Problems")
        self.views.set_text(PROBLEMS, words)
        self.step.show_problems([one for one in problems if one.step == current] if current else [])
        self.script.show_problems(problems)

    def _fill(self) -> None:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fine)
        column.addWidget(self.problems)
        column.addStretch(1)
        self._pages = {
            STEP: _scrolling(self.step),
            "nothing": _scrolling(self.nothing),
            STEPS: self.table,
            PROBLEMS: _scrolling(lists),
            SCRIPT: _scrolling(self.script),
        }
        for page in self._pages.values():
            self._stack.addWidget(page)

    def _row_selected(self, row: int) -> None:
        if row >= 0 and self.table.hasFocus():
            self.step_wanted.emit(self.model.rows[row].step.key)

    def _row_entered(self, row: int) -> None:
        self.step_entered.emit(self.model.rows[row].step.key)


class _KeysHelp(QWidget):
    """What one can do on the canvas, shown while no step is chosen."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self.tr("On the canvas"), "heading"))
        for words in (
            self.tr("Press a step to work on it; double-click the ground for a new one."),
            self.tr("Drag from a dot to a step: the answer leads there. To the ground: to a new step."),
            self.tr("Drag steps where you want them; Shift with the pointer chooses several."),
        ):
            column.addWidget(Label(words, "muted", wrap=True))
        column.addSpacing(6)
        column.addWidget(Label(self.tr("Keys"), "heading"))
        for key, words in (
            ("← → ↑ ↓", self.tr("go along the answers")),
            ("Enter", self.tr("edit the step; Esc comes back")),
            ("Ctrl+← …", self.tr("move the step")),
            ("N", self.tr("new step")),
            ("Ctrl+D", self.tr("duplicate")),
            ("Del", self.tr("remove")),
            ("Ctrl+Z", self.tr("take anything back")),
            ("F", self.tr("show all")),
        ):
            line = QHBoxLayout()
            name = Label(key, "strong")
            name.setFixedWidth(76)
            line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(words, "muted", wrap=True), 1)
            column.addLayout(line)
        column.addStretch(1)


def _scrolling(content: QWidget) -> ScrollArea:
    """Room for the scroll bar beside the fields."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 10, 4)
    column.addWidget(content)
    return ScrollArea(holder)
