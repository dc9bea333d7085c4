"""Where no program may have a hotkey: Wayland, and windows that nobody sees.

There the desktop's own shortcut settings can start `regulars --replies`, which calls the panel of the
program that already runs.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.shell.hotkey.base import GlobalHotkey
from desktop.shell.hotkey.combination import Combination


class NoHotkey(GlobalHotkey):
    """Says why there is none."""

    def __init__(self, reason: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reason = reason

    @property
    def unavailable(self) -> str:
        """The reason it was made with."""
        return self._reason

    def _grab(self, combination: Combination) -> str:  # noqa: ARG002 - there is nobody to ask
        return self._reason

    def _ungrab(self) -> None:
        """Nothing is ever in force."""
