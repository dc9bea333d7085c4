"""The person's choice of hotkey, in force as long as the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.shell.hotkey.combination import DEFAULT, Combination

if TYPE_CHECKING:
    from desktop.shell.hotkey.base import GlobalHotkey

OFF = "off"
SETTING = "replies/hotkey"  # where this computer remembers the choice


class HotkeySwitch(QObject):
    """Asks the system for the chosen combination once the window stands, and again when another is chosen.

    Signals:
        pressed(): it was pressed, in whatever program.
        changed(): another one is chosen, or it is known what is in the way.
    """

    pressed = Signal()
    changed = Signal()

    def __init__(self, choice: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hotkey: GlobalHotkey | None = None
        self.trouble = ""  # the code of what is in the way, once `begin` was called
        self.combination = None if choice == OFF else Combination.parse(choice) or DEFAULT

    @property
    def choice(self) -> str:
        """For the settings."""
        return OFF if self.combination is None else str(self.combination)

    def begin(self) -> None:
        """Ask the system; not needed for the first page, so it comes after it."""
        if self._hotkey is None:
            from desktop.shell.hotkey.system import make_hotkey

            self._hotkey = make_hotkey(self)
            self._hotkey.pressed.connect(self.pressed)
        if self.combination is None:
            self._hotkey.release()
            self.trouble = ""
        else:
            self.trouble = self._hotkey.bind(self.combination)
        self.changed.emit()

    def choose(self, combination: Combination | None) -> str:
        """Take another combination into force, or none; the code of what is in the way, or empty.

        Where something is, the one before stays in force.
        """
        before = self.combination
        self.combination = combination
        self.begin()
        trouble = self.trouble
        if trouble:
            self.combination = before
            self.begin()
        return trouble

    def end(self) -> None:
        """Give the combination back."""
        if self._hotkey is not None:
            self._hotkey.release()
