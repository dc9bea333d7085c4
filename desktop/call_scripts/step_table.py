"""The steps as a list: the canvas for whoever works with keys and a screen reader, and a quick way through many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from desktop.call_scripts.words import answer_words, outcome_words, title_words
from desktop.translation import translate
from desktop.widgets.row_model import RowModel
from local_db.call_scripts.model import CallScript, Step


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step in the list."""

    step: Step
    leads: str  # where it leads, or how it ends
    seconds: float
    problems: int


class StepTable(RowModel[StepRow]):
    """Title, where it leads, seconds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (self.tr("Step"), self.tr("Leads to"), self.tr("s"))

    def show_steps(self, script: CallScript, seconds: Mapping[str, float], problems: Mapping[str, int]) -> None:
        """Show these; where only texts differ, rows stay where they are."""
        titles = {step.key: title_words(step.title) for step in script.steps}
        rows = [
            StepRow(step, _leads(step, titles), seconds.get(step.key, 0.0), problems.get(step.key, 0))
            for step in script.steps
        ]
        if [row.step.key for row in rows] == [row.step.key for row in self.rows]:
            if rows != self.rows:
                self.rows = rows
                self._cells_changed(0, len(self.titles) - 1)
        else:
            self._show_rows(rows)

    def row_of(self, key: str | None) -> int:
        """The row of a step, -1 where there is none."""
        return next((place for place, row in enumerate(self.rows) if row.step.key == key), -1)

    def text(self, row: StepRow, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                mark = "⚠ " if row.problems else ""
                return mark + title_words(row.step.title)
            case 1:
                return row.leads
            case _:
                return str(round(row.seconds)) if row.seconds else "–"

    def role_value(self, row: StepRow, column: int, role: int) -> object:
        """All of a step in words for a screen reader."""
        if role != Qt.ItemDataRole.AccessibleTextRole or column:
            return None
        words = [title_words(row.step.title), row.leads]
        if row.problems:
            words.append(self.tr("problems: {count}").format(count=row.problems))
        return ". ".join(words)


def _leads(step: Step, titles: Mapping[str, str]) -> str:
    if step.outcome is not None:
        return outcome_words(step.outcome)
    return _listed([f"{answer_words(answer)} → {titles.get(answer.to, '?')}" for answer in step.answers])


def _listed(parts: Sequence[str]) -> str:
    return translate("StepTable", ", ").join(parts)
