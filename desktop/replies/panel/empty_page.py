"""What stands in the panel's list while there is nothing in it: why, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.empty_state import EmptyState


class EmptyPage(EmptyState):
    """Nothing yet, nothing read yet, nothing found, or nothing typed.

    Signals:
        starters_wanted: the ready-made replies are to be put into the library.
        writing_wanted(str): a reply to what was typed is to be written.
    """

    starters_wanted = Signal()
    writing_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("message", "", parent=parent)
        self._typed = ""
        self._has_replies = False
        self.action_triggered.connect(self._act)

    def wait(self) -> None:
        """Say that the replies are still being read."""
        self.set_texts(self.tr("Reading the replies…"))

    def explain(self, typed: str, *, has_replies: bool) -> None:
        """Say why nothing stands here."""
        self._typed, self._has_replies = typed.strip(), has_replies
        if not has_replies:
            self.set_texts(
                self.tr("No replies yet"),
                self.tr("Begin with ready-made ones for shops, and change them to how you speak."),
                self.tr("Take the ready-made replies"),
            )
        elif self._typed:
            self.set_texts(
                self.tr("Nothing found"),
                self.tr("Customers ask this? Write the answer once, and it is here the next time."),
                self.tr("Write it"),
            )
        else:
            self.set_texts(
                self.tr("What do they ask?"),
                self.tr("Type a few letters. Replies that are pinned or taken often will stand here."),
            )

    def _act(self) -> None:
        if self._has_replies:
            self.writing_wanted.emit(self._typed)
        else:
            self.starters_wanted.emit()
