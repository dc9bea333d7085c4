"""What is wrong with a script, a line for each problem; pressing one goes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.call_scripts.problem_words import problem_words
from desktop.widgets.button import Button
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label
from local_db.call_scripts.model import ScriptProblem

_MOST = 40  # lines; the ones beyond are counted


class ProblemList(QWidget):
    """Hidden while there is nothing to say.

    Signals:
        problem_pressed(ScriptProblem): the person wants to go there.
    """

    problem_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[ScriptProblem, ...] = ()
        self._titles: Mapping[str, str] = {}
        self.setAccessibleName(self.tr("Problems of the script"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_problems(self, problems: Sequence[ScriptProblem], titles: Mapping[str, str] | None = None) -> None:
        """Show these; with titles of steps, each says where it is."""
        titles = titles or {}
        where = {one.step: titles.get(one.step, "") for one in problems}
        if self.shown == tuple(problems) and self._titles == where:
            return
        self.shown, self._titles = tuple(problems), where
        clear_layout(self._column)
        for problem in self.shown[:_MOST]:
            self._column.addWidget(self._line(problem))
        if (more := len(self.shown) - _MOST) > 0:
            self._column.addWidget(Label(self.tr("… and {count} more").format(count=more), "muted"))
        if self.parentWidget() is not None:  # shown by itself it would be a window
            self.setVisible(bool(self.shown))

    def _line(self, problem: ScriptProblem) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        tone, icon = ("bad", "warning") if problem.blocks else ("warn", "info")
        row.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = problem_words(problem)
        row.addWidget(Label(words, wrap=True), 1)
        show = Button(self.tr("Show"), kind="link", dense=True)
        title = self._titles.get(problem.step, "")
        if title:
            show.setText(title if len(title) <= 10 else f"{title[:9]}…")
        show.setAccessibleName(self.tr("Show the place of: {problem}").format(problem=words))
        show.clicked.connect(partial(self._press, problem))
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _press(self, problem: ScriptProblem) -> None:
        self.problem_pressed.emit(problem)
