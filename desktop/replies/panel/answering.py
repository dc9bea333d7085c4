"""From the chosen hit to an answer: what it lacks is asked for, it may be changed first, and then it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.shell.paste.words import trouble as paste_trouble
from local_db.templates.filling import placeholder

if TYPE_CHECKING:
    from desktop.replies.panel.panel_menu import PanelMenu
    from desktop.replies.panel.parts import PanelParts
    from desktop.replies.panel.showing import Shown
    from desktop.replies.panel.taking import Taken, Taking
    from desktop.replies.panel.words import PanelWords
    from desktop.replies.panel.writer import Writer


class Answering(QObject):
    """Lets nothing go that is not whole, and says at the foot what came of it.

    Signals:
        chosen(str): this reply is taken now.
        copied(): it is on the clipboard. pasted(): it is in the chat.
    """

    chosen = Signal(str)
    copied = Signal()
    pasted = Signal()

    def __init__(
        self,
        parts: PanelParts,
        writer: Writer,
        taking: Taking,
        choices: PanelMenu,
        words: PanelWords,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._writer = writer
        self._taking = taking
        self._choices = choices
        self._words = words
        parts.edit.finished.connect(self._take_edited)
        parts.edit.left.connect(parts.leave_edit)
        taking.taken.connect(self._taken)

    def take(self, row: int) -> None:
        """Put a reply on the clipboard, or into the chat; with something to fill in, ask for that."""
        hits = self._parts.hits
        line = hits.line(row)
        if line is None:
            return
        if line.filled.faults:
            hits.choose(row)
            self._refuse(self.tr("Something in this text cannot be understood: change it (Ctrl+Enter)"))
            return
        if line.filled.unfilled:
            hits.choose(row)
            self._say_unfilled([self._words.variable(name) for name in line.filled.unfilled])
            empty = self._parts.blanks.first_empty()
            if empty is not None:
                empty.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._take_text(line, line.filled.text)

    def begin_edit(self) -> None:
        """Change the chosen reply before it is taken; where there is none, do what is offered instead."""
        line = self._parts.hits.line()
        if line is None:
            if self._parts.explains and self._parts.empty.button.text():
                self._parts.empty.button.click()
            return
        self._edited: Shown = line
        self._parts.show_edit()
        called = {name: self._words.variable(name) for name in line.filled.unfilled}
        gaps = {name: placeholder(name) for name in called.values()}
        self._parts.edit.begin(line.title, line.marked, gaps | {one.written: one.written for one in line.filled.faults})
        self._parts.show_keys()

    def end_edit(self) -> None:
        """A text that was written for one buyer never goes to another."""
        if self._parts.edits:
            self._parts.leave_edit()
            self._refuse(self.tr("Another customer: what was being changed is left"))

    def say_pasted(self, trouble: str) -> None:
        """A paste is through, or something was in the way; then what was to be pasted is on the clipboard."""
        if trouble:
            self._refuse(paste_trouble(trouble))
        else:
            self._parts.foot.say(self.tr("Pasted"))
            self.pasted.emit()

    def _take_edited(self) -> None:
        missing = self._parts.edit.unfilled()
        if missing:
            self._say_unfilled(missing)
            self._parts.edit.next_gap()
        elif self._take_text(self._edited, self._parts.edit.text()):
            self._parts.leave_edit()

    def _take_text(self, line: Shown, text: str) -> bool:
        if not text.strip() and not line.pictures and not line.files:
            self._refuse(self.tr("Nothing is left to copy"))
            return False
        self.chosen.emit(line.uid)
        self._taking.take(line, text, self._writer.buyer, paste=self._choices.pastes)
        return True

    def _taken(self, taken: Taken) -> None:
        self._writer.taken(taken.uid, taken.wording_uid)
        if self._writer.buyer is None:
            self._writer.forget_typed()
        self._parts.hits.refresh()
        self._parts.foot.say(self._said_of(taken))
        if not taken.pasting:
            self.copied.emit()

    def _said_of(self, taken: Taken) -> str:
        if taken.pasting:
            said = self.tr("Being pasted: {title}")
        elif not taken.kept:
            said = self.tr("Copied: {title}. Not all of what was on the clipboard can be brought back.")
        elif taken.pastes > 1:
            said = self.tr("Copied: {title}. Paste {count} times.")
        else:
            said = self.tr("Copied: {title}")
        return said.format(title=taken.title, count=taken.pastes)

    def _say_unfilled(self, names: Sequence[str]) -> None:
        from desktop.wording import listed

        self._refuse(self.tr("Fill in first: {variables}").format(variables=listed(names)))

    def _refuse(self, said: str) -> None:
        self._parts.foot.say(said, good=False)
