"""One call through a script: what to say now, in large letters, and what may be answered, with a key for each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import wording
from desktop.call_scripts.caller.choice_grid import Choice, ChoiceGrid
from desktop.call_scripts.caller.clock import CallClock
from desktop.call_scripts.caller.spoken_text import SpokenText
from desktop.call_scripts.words import answer_tone, answer_words, outcome_tone, outcome_words, title_words
from desktop.templates.variable_words import variable_label
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.scroll_area import ScrollArea
from local_db.call_scripts.model import Outcome

if TYPE_CHECKING:
    from desktop.widgets.label import Tone
    from local_db.call_scripts.running import Run

_OUTCOMES = tuple(Outcome)
_TONES: Mapping[str, Tone] = {"good": "good", "warn": "warn", "bad": "bad", "blue": "blue"}


class Phase(StrEnum):
    """What the lower half shows."""

    ASKING = "asking"  # the answers of the step
    ENDING = "ending"  # how did it end?
    OVER = "over"  # the end, and what follows from it


class RunPane(Card):
    """Keys: 1–9 answer, Backspace or ← goes back, Esc ends; `take_key` is for the view around it.

    Signals:
        changed: the run is another one; see `run`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.run: Run | None = None
        self._facts: Mapping[str, str] = {}
        self._phase = Phase.ASKING
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clock = CallClock()
        self.back = Button(self.tr("Back"), icon="chevron-left", dense=True)
        self.back.setToolTip(self.tr("One step back (Backspace or ←)"))
        self.end = Button("", dense=True)
        for tool in (self.clock, self.back, self.end):
            self.add_tool(tool)
        self._way = QWidget()
        self._flow = FlowLayout(self._way, spacing=6, line_spacing=4)
        self.add(self._way)
        self.says = SpokenText()
        self.add(self._speaking(), 1)
        self.missing = InlineNotice("", "bad")
        self.hint = InlineNotice("", "info")
        self.add(self.missing)
        self.add(self.hint)
        self.question = Label("", "strong")
        self.add(self.question)
        self.grid = ChoiceGrid()
        self.add(self.grid)
        self.ended = QWidget()
        self._ended_row = QHBoxLayout(self.ended)
        self._ended_row.setContentsMargins(0, 0, 0, 0)
        self.outcome = Label("", "number")
        self.tags = Label("", "muted", wrap=True)
        self._ended_row.addWidget(self.outcome)
        self._ended_row.addWidget(self.tags, 1)
        self.add(self.ended)
        self.back.clicked.connect(self.go_back)
        self.end.clicked.connect(self._end_or_not)
        self.grid.chosen.connect(self._chosen)
        self.show_nothing()

    @property
    def phase(self) -> Phase:
        """What the lower half shows."""
        return self._phase

    def show_run(self, run: Run, facts: Mapping[str, str]) -> None:
        """Show a call at the step it is at, to the member whose variables are `facts`."""
        self.run, self._facts = run, facts
        self._phase = Phase.OVER if run.over else Phase.ASKING
        self._refresh()

    def show_nothing(self) -> None:
        """Nobody is called."""
        self.run = None
        for part in (self.missing, self.hint, self.ended, self.question):
            part.hide()
        self.says.show_pieces(())
        self.grid.show_choices(())
        self._way.hide()
        self.set_title("")
        self.back.setEnabled(False)
        self.end.setEnabled(False)
        self.clock.stop()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means that nothing else wanted; False where it means nothing."""
        if self.run is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return event.isAutoRepeat() or self.grid.choose(key - Qt.Key.Key_1)
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self.go_back()
            return True
        if key == Qt.Key.Key_Escape:
            self._end_or_not()
            return True
        return False

    def go_back(self) -> None:
        """Before the last answer, or out of the question how it ended."""
        if self.run is None:
            return
        if self._phase is Phase.ENDING:
            self._ask_again()
        else:
            self._go(self.run.back())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take its own keys while it has the focus."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    # --- what happens ---

    def _go(self, run: Run) -> None:
        if run == self.run:
            return
        self.run = run
        self._phase = Phase.OVER if run.over else Phase.ASKING
        self._refresh()
        self._hold_focus()
        self.changed.emit()

    def _chosen(self, place: int) -> None:
        if self.run is None:
            return
        if self._phase is Phase.ENDING:
            self._go(self.run.finished(_OUTCOMES[place]))
        else:
            self._go(self.run.answered(place + 1))

    def _end_or_not(self) -> None:
        if self.run is None:
            return
        if self._phase is Phase.ENDING:
            self._ask_again()
            return
        self._phase = Phase.ENDING
        self._refresh()
        self._hold_focus()

    def _ask_again(self) -> None:
        if self.run is not None:
            self._phase = Phase.OVER if self.run.over else Phase.ASKING
            self._refresh()
            self._hold_focus()

    def _hold_focus(self) -> None:
        """Keys stay with the card, unless somebody is writing."""
        if not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- how it is shown ---

    def _speaking(self) -> ScrollArea:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self.says)
        column.addStretch(1)
        return ScrollArea(box)

    def _refresh(self) -> None:
        run = self.run
        if run is None:
            return
        filled = run.said(self._facts)
        self.set_title(title_words(run.step.title))
        self.says.show_pieces(filled.pieces)
        self._read_out(title_words(run.step.title))
        names = [variable_label(name) for name in filled.unfilled]
        if names:
            said = self.tr("Not known of this person: {names}. Leave it out.").format(names=wording.listed(names))
            self.missing.say(said, "bad")
        else:
            self.missing.hide()
        self._show_way(run)
        self._show_choices(run)
        self.back.setEnabled(bool(run.taken) or run.ended is not None or self._phase is Phase.ENDING)
        self.end.setEnabled(True)
        self.end.setText(self._end_words())
        self.clock.hold(over=run.over)

    def _read_out(self, title: str) -> None:
        """Let a screen reader say what is to be said, where that is new."""
        text = self.says.text
        if text != self.accessibleDescription():
            self.setAccessibleName(title)
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _end_words(self) -> str:
        if self._phase is Phase.ENDING:
            return self.tr("Go on (Esc)")
        return self.tr("Other outcome (Esc)") if self._phase is Phase.OVER else self.tr("End the call (Esc)")

    def _show_way(self, run: Run) -> None:
        clear_layout(self._flow)
        for place, taken in enumerate(run.taken):
            step = run.script.step(taken.step)
            title = title_words(step.title) if step is not None else ""
            chip = Chip(self.tr("{step}: {answer}").format(step=title, answer=answer_words(taken.answer)))
            chip.setToolTip(self.tr("Back to this step"))
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.clicked.connect(partial(self._go_back_to, place))
            self._flow.addWidget(chip)
        self._way.setVisible(bool(run.taken))

    def _go_back_to(self, place: int) -> None:
        if self.run is not None:
            self._go(self.run.back_to(place))

    def _show_choices(self, run: Run) -> None:
        asking, ending = self._phase is Phase.ASKING, self._phase is Phase.ENDING
        hint = run.step.hint.strip()
        if asking and hint:
            self.hint.say(hint, "info")
        else:
            self.hint.hide()
        if asking:
            self.grid.show_choices([Choice(answer_words(one), answer_tone(one.kind)) for one in run.choices])
        else:
            outcomes = [Choice(outcome_words(one), outcome_tone(one)) for one in _OUTCOMES] if ending else []
            self.grid.show_choices(outcomes)
        self.question.setVisible(ending)
        self.question.setText(self.tr("How did the call end?"))
        self.ended.setVisible(self._phase is Phase.OVER)
        if run.outcome is not None:
            self.outcome.setText(outcome_words(run.outcome))
            self.outcome.set_tone(_TONES.get(outcome_tone(run.outcome), "muted"))
            self.tags.setText(self._told(run))

    def _told(self, run: Run) -> str:
        tags = wording.listed(list(run.tags))
        return self.tr("Tags: {tags}").format(tags=tags) if tags else self.tr("No tags follow from the answers.")
