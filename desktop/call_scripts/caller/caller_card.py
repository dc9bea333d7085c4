"""Trying a script out: as a call goes, with example values; nothing is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.call_scripts.caller.keys import is_question
from desktop.call_scripts.caller.objections_card import ObjectionsCard
from desktop.call_scripts.caller.run_pane import RunPane
from desktop.call_scripts.caller.values_card import ValuesCard
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.card_column import CardColumn
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.page_column import SPACING
from local_db.call_scripts.running import Run, start
from local_db.call_scripts.spoken import USUAL
from local_db.errors import DocumentError

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.call_scripts.model import CallScript

_SIDE = 300


class CallerCard(QWidget):
    """The card a caller sees, for the tab of an editor.

    Signals:
        step_shown(str): the key of the step in sight.
    """

    step_shown = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._script: CallScript | None = None
        self.pane = RunPane()
        self.again = Button(self.tr("From the opening"), icon="redo", dense=True)
        self.pane.add_tool(self.again)
        self.values = ValuesCard()
        self.objections = ObjectionsCard()
        self.faulty = EmptyState("warning", self.tr("The script cannot be tried yet"))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._card())
        self._stack.addWidget(self._fault_card())
        self.pane.changed.connect(self._moved)
        self.again.clicked.connect(self.begin_again)
        self.values.changed.connect(self._facts_changed)
        self.objections.left.connect(self.pane.setFocus)
        self.setFocusProxy(self.pane)

    def show_script(self, script: CallScript, document_id: int) -> None:  # noqa: ARG002 - as the kit beside it
        """Show a script, or that it has changed: the call goes on where it was, as far as that still fits."""
        if script == self._script:
            return
        before, self._script = self.pane.run, script
        self.values.show_script(script, USUAL.get(script.language, USUAL["zh"]))
        try:
            run = start(script)
        except DocumentError as error:
            self.pane.show_nothing()
            self._say_faulty(error)
            return
        self._stack.setCurrentIndex(0)
        self._show(followed(run, before) if before is not None else run)

    def begin_again(self) -> None:
        """Start the call anew."""
        if self._script is not None and self.pane.run is not None:
            self._show(start(self._script))
            self.pane.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the call wherever the focus is."""
        if is_question(event):
            self.objections.ask()
        elif not self.pane.take_key(event):
            super().keyPressEvent(event)

    def _show(self, run: Run) -> None:
        self.pane.clock.begin()
        self.pane.show_run(run, self.values.facts)
        self.objections.show_objections(run.script.objections, self.values.facts)
        self.step_shown.emit(run.at)

    def _moved(self) -> None:
        if self.pane.run is not None:
            self.step_shown.emit(self.pane.run.at)

    def _facts_changed(self) -> None:
        run = self.pane.run
        if run is not None:
            self.pane.show_run(run, self.values.facts)
            self.objections.show_objections(run.script.objections, self.values.facts)

    def _say_faulty(self, error: DocumentError) -> None:
        count = error.data.get("count", 1)
        self.faulty.set_texts(
            self.tr("The script cannot be tried yet"),
            self.tr("Faults that keep it from being called with: {count}. They are marked on the canvas.").format(
                count=count
            ),
        )
        self._stack.setCurrentIndex(1)

    def _card(self) -> QWidget:
        side = CardColumn(self.values, self.objections, spacing=12)
        side.setFixedWidth(_SIDE)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        row.addWidget(self.pane, 1)
        row.addWidget(side)
        return box

    def _fault_card(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card()
        card.add(self.faulty, 1)
        column.addWidget(card)
        return box


def followed(run: Run, before: Run) -> Run:
    """A new call that takes the answers of the one before, as far as they are still asked for."""
    for step, answer in before.taken:
        meanings = [one.meaning for one in run.choices]
        if run.at != step or answer.meaning not in meanings:
            break
        run = run.answered(meanings.index(answer.meaning) + 1)
    return run if before.ended is None or run.over else run.finished(before.ended)
