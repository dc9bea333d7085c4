"""The script that is being written: every edit goes through here, so that each can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.history import History
from local_db.call_scripts.codec import is_too_large
from local_db.call_scripts.model import CallScript

EMPTY = CallScript("", ())


class ScriptWork(QObject):
    """Holds the script and its history.

    Signals:
        edited(): the script is another one.
        travelled(): it is one that it was before, or was to be.
        too_large(): an edit was refused, because what it leaves could not be read again.
    """

    edited = Signal()
    travelled = Signal()
    too_large = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(EMPTY)

    @property
    def script(self) -> CallScript:
        """The script as it stands now."""
        return self._history.present

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether an edit was taken back."""
        return self._history.can_redo

    def begin(self, script: CallScript) -> None:
        """Work on this one; there is nothing to take back yet."""
        self._history = History(script)

    def put(self, script: CallScript, merge: object = None) -> bool:
        """Make this the present state; edits with the same `merge` in a row are taken back together.

        False where it would be larger than what can be read again; then all stays as it is.
        """
        if is_too_large(script):
            self.too_large.emit()
            return False
        if self._history.put(script, merge):
            self.edited.emit()
        return True

    def undo(self) -> None:
        """Take the last edit back."""
        self._history.undo()
        self.travelled.emit()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._history.redo()
        self.travelled.emit()
