"""Everything that is wrong with a card, what blocks first, each with the way to its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cards import problem_words
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label
from desktop.widgets.status_tag import StatusTag
from local_db.cards.model import CardKind
from local_db.cards.problem import CardProblem


class ChecksCard(Card):
    """A line per problem.

    Signals:
        place_wanted(CardProblem): show where it is.
    """

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Checks"))
        self.state = StatusTag()
        self.add_after_title(self.state)
        self.problems: tuple[CardProblem, ...] | None = None
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add_layout(self._column)

    def show_problems(self, problems: Sequence[CardProblem], kind: CardKind, panels: int) -> None:
        """Show these instead."""
        shown = (tuple(problems), kind, panels)
        if shown == self._shown:
            return
        self._shown = shown
        self.problems = tuple(problems)
        blocking = sum(one.blocks for one in problems)
        self.state.set_state(summary(problems), "bad" if blocking else "warn" if problems else "good")
        clear_layout(self._column)
        if not problems:
            self._column.addWidget(
                Label(self.tr("The vendor's rules are kept; the card can be exported."), "muted", wrap=True)
            )
        for number, problem in enumerate(problems):
            if number:
                self._column.addWidget(Divider())
            self._column.addWidget(self._line(problem, kind, panels))

    def _line(self, problem: CardProblem, kind: CardKind, panels: int) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("warning" if problem.blocks else "info", "bad" if problem.blocks else "warn"))
        texts = QVBoxLayout()
        texts.setSpacing(1)
        where = problem_words.where(problem, kind, panels)
        if where:
            texts.addWidget(Label(where, "small"))
        texts.addWidget(Label(problem_words.said(problem), wrap=True))
        if source := problem_words.source(problem):
            texts.addWidget(Label(source, "small", wrap=True))
        row.addLayout(texts, 1)
        if problem.field or problem.panel is not None:
            show = Button(self.tr("Show"), kind="link", dense=True)
            show.setAccessibleName(self.tr("Show: {problem}").format(problem=problem_words.said(problem)))
            show.clicked.connect(partial(self.place_wanted.emit, problem))
            row.addWidget(show)
        return line


def summary(problems: Sequence[CardProblem]) -> str:
    """How many there are, in a few words."""
    blocking = sum(one.blocks for one in problems)
    if blocking:
        words = QT_TRANSLATE_NOOP("ChecksCard", "{count} to mend")
        return translate("ChecksCard", words).format(count=blocking)
    if problems:
        return translate("ChecksCard", QT_TRANSLATE_NOOP("ChecksCard", "{count} to look at")).format(
            count=len(problems)
        )
    return translate("ChecksCard", QT_TRANSLATE_NOOP("ChecksCard", "all fine"))
