"""What every system's hotkey looks like to the rest of the program.

None of them watches the keyboard: the system is asked for one combination and tells when that one was pressed.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.shell.hotkey.combination import Combination

# Why there is no hotkey; the sentences are in `words.py`.
TAKEN = "hotkey_taken"
NO_KEY = "hotkey_no_key"
WAYLAND = "hotkey_wayland"
NO_SCREEN = "hotkey_no_screen"
REFUSED = "hotkey_refused"


class GlobalHotkey(QObject):
    """One combination, asked for from the system.

    Signals:
        pressed(): the combination was pressed, in whatever program; once per press, however long it is held.
    """

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.combination: Combination | None = None  # the one in force

    @property
    def unavailable(self) -> str:
        """The code of the reason why this system gives no hotkey at all; empty where it does."""
        return ""

    def bind(self, combination: Combination) -> str:
        """Ask for a combination instead of the one in force; the code of what is in the way, or empty.

        Where it fails, nothing is in force any more.
        """
        self.release()
        if self.unavailable:
            return self.unavailable
        trouble = self._grab(combination)
        if not trouble:
            self.combination = combination
        return trouble

    def release(self) -> None:
        """Give the combination back to the others."""
        if self.combination is not None:
            self._ungrab()
            self.combination = None

    def _grab(self, combination: Combination) -> str:
        raise NotImplementedError

    def _ungrab(self) -> None:
        raise NotImplementedError
