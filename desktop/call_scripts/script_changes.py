"""What the canvas and the forms ask for, done to the script; each change can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.call_scripts import edit_script as edits
from desktop.call_scripts.canvas.scene import EVERYWHERE
from desktop.call_scripts.canvas.view import CanvasView
from desktop.call_scripts.canvas_bar import CanvasBar
from desktop.call_scripts.form.target_chip import NEW_STEP
from desktop.call_scripts.side_panel import SidePanel
from desktop.call_scripts.words import title_words
from desktop.call_scripts.work import ScriptWork
from desktop.shell.notices import Notices
from local_db.call_scripts.model import CallScript, Step


class ScriptChanges(QObject):
    """Connects the parts of an editor with what they change.

    Signals:
        begun(str): a new step wants its words.
    """

    begun = Signal(str)

    def __init__(
        self, work: ScriptWork, canvas: CanvasView, bar: CanvasBar, panel: SidePanel, notices: Notices, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._canvas = canvas
        self._bar = bar
        self._step = panel.step
        self._whole = panel.script
        self._notices = notices
        self._connect()

    def lead(self, key: str, place: int, to: str) -> None:
        """The answer at a place (one beyond the last: a new one) leads to a step."""
        self._work.put(self._led(self._work.script, key, place, to))

    def add(self, where: QPoint) -> None:
        """A new step at a place."""
        self._put_new(*edits.added(self._work.script, where.x(), where.y()))

    def add_after(self, key: str) -> None:
        """A new step behind another."""
        self._put_new(*edits.added_after(self._work.script, key))

    def add_somewhere(self) -> None:
        """A new step behind the current one, or in the middle of what is in sight."""
        if self._canvas.current:
            self.add_after(self._canvas.current)
        else:
            self.add(self._canvas.middle())

    def remove(self, keys: Sequence[str]) -> None:
        """These steps go."""
        real = [key for key in keys if key != EVERYWHERE]
        if not real:
            return
        last = self._work.script.step(real[-1])
        self._work.put(edits.removed(self._work.script, real))
        self._canvas.setFocus()
        words = self.tr("“{title}” is removed.") if len(real) == 1 else self.tr("{count} steps are removed.")
        title = title_words(last.title) if last is not None else ""
        self._say_with_undo(words.format(title=title, count=len(real)))

    def copy(self, keys: Sequence[str]) -> None:
        """These steps once more."""
        script, copies = edits.duplicated(self._work.script, [key for key in keys if key != EVERYWHERE])
        if copies and self._work.put(script):
            self._canvas.choose_several(copies)
            self._canvas.show_step(copies[-1])

    def replace_words(self, old: str, new: str) -> None:
        """Other words wherever these stand."""
        script, count = edits.words_replaced(self._work.script, old, new)
        if not count:
            self._notices.show(self.tr("“{words}” stands nowhere.").format(words=old))
            return
        if not self._work.put(script):
            return
        words = self.tr("Places written anew: {count}. Answers lead where they led.")
        self._say_with_undo(words.format(count=count))

    def _connect(self) -> None:
        canvas, step, whole, bar = self._canvas, self._step, self._whole, self._bar
        canvas.moved.connect(self._move)
        canvas.connect_wanted.connect(self.lead)
        canvas.branch_wanted.connect(self._branch)
        canvas.new_wanted.connect(self.add)
        canvas.new_after_wanted.connect(self.add_after)
        canvas.removal_wanted.connect(self.remove)
        canvas.copy_wanted.connect(self.copy)
        bar.new.clicked.connect(self.add_somewhere)
        bar.search.replacement_wanted.connect(self.replace_words)
        step.edited.connect(self._step_edited)
        step.target_wanted.connect(self._step_target_wanted)
        step.answer_wanted.connect(self._answer_wanted)
        step.opening_wanted.connect(self._make_opening)
        step.copy_wanted.connect(self._copy_current)
        step.removal_wanted.connect(self._remove_current)
        whole.edited.connect(self._script_edited)
        whole.target_wanted.connect(partial(self._target_wanted, EVERYWHERE))
        whole.answer_wanted.connect(self._answer_for_every_step_wanted)

    def _move(self, places: dict[str, tuple[int, int]]) -> None:
        self._work.put(edits.moved(self._work.script, places), ("moved", *sorted(places)))

    def _branch(self, key: str, place: int, where: QPoint) -> None:
        script, new = edits.added(self._work.script, where.x(), where.y())
        self._put_new(self._led(script, key, place, new), new)

    def _put_new(self, script: CallScript, key: str) -> None:
        if self._work.put(script):
            self.begun.emit(key)

    def _led(self, script: CallScript, key: str, place: int, to: str) -> CallScript:
        step = script.step(key)
        answers = script.always if step is None else step.answers
        if place < len(answers):
            return edits.connected(script, key, place, to)
        return edits.with_answer(script, key, to)

    def _step_edited(self, step: Step, part: str) -> None:
        self._work.put(edits.changed(self._work.script, step), (part, step.key) if part else None)

    def _script_edited(self, script: CallScript, part: str) -> None:
        self._work.put(script, part or None)

    def _target_wanted(self, key: str, place: int, to: str) -> None:
        if to == NEW_STEP:
            script, new = edits.added_beside(self._work.script, key)
            self._put_new(edits.connected(script, key, place, new), new)
        else:
            self.lead(key, place, to)

    def _step_target_wanted(self, place: int, to: str) -> None:
        if self._canvas.current:
            self._target_wanted(self._canvas.current, place, to)

    def _answer_wanted(self) -> None:
        if self._canvas.current:
            self._work.put(edits.with_answer(self._work.script, self._canvas.current))
            self._step.answers.rows[-1].kind.setFocus()

    def _answer_for_every_step_wanted(self) -> None:
        self._work.put(edits.with_answer(self._work.script, EVERYWHERE))
        self._whole.always.rows[-1].kind.setFocus()

    def _make_opening(self) -> None:
        if self._canvas.current:
            self._work.put(replace(self._work.script, opening=self._canvas.current))

    def _copy_current(self) -> None:
        if self._canvas.current:
            self.copy([self._canvas.current])

    def _remove_current(self) -> None:
        if self._canvas.current:
            self.remove([self._canvas.current])

    def _say_with_undo(self, words: str) -> None:
        undo = partial(self._undo_at_once, self._work.script)
        self._notices.show(words, action_text=self.tr("Undo"), action=undo)

    def _undo_at_once(self, after: CallScript) -> None:
        """Take a change back that was just made; where there are later ones, those would have to go first."""
        if self._work.script is after:
            self._work.undo()
        else:
            words = self.tr("There are later changes: Ctrl+Z takes them back one by one.")
            self._notices.show(words, "warn")
