"""Keeping what is on the clipboard of X11: as everywhere through Qt, but only of a program that still answers.

Qt waits five seconds for every answer. A program that hangs would hold the panel, and the person's reply, as long.
"""

from __future__ import annotations

import select
import time

from PySide6.QtGui import QClipboard
from Xlib import X
from Xlib.display import Display
from Xlib.error import DisplayError

from desktop.shell.clipboard.kept import Kept, QtMemory

ANSWER_SECONDS = 0.3


class X11Memory(QtMemory):
    """Asks the owner over a connection of its own what it has, before Qt does."""

    def __init__(self, board: QClipboard) -> None:
        super().__init__(board)
        self._owned = board.ownsClipboard
        try:
            self._display: Display | None = Display()
        except (DisplayError, OSError):
            self._display = None
            return
        # Kept: a program that answers too late would be ended by a window that is gone.
        self._window = self._display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)

    def save(self) -> Kept:
        """As of `QtMemory`; of an owner that does not answer everything is lost."""
        if not self._owned() and not self._answers():
            return Kept(lost=("TARGETS",))
        return super().save()

    def _answers(self) -> bool:
        """Whether the owner tells in time what it has; also where there is no owner, or it cannot be asked."""
        display = self._display
        if display is None:
            return True
        while display.pending_events():  # what a program has answered too late
            display.next_event()
        clipboard, targets = display.get_atom("CLIPBOARD"), display.get_atom("TARGETS")
        self._window.convert_selection(clipboard, targets, targets, X.CurrentTime)
        display.flush()
        deadline = time.monotonic() + ANSWER_SECONDS
        while (left := deadline - time.monotonic()) > 0:
            while display.pending_events():
                if display.next_event().type == X.SelectionNotify:
                    return True
            select.select([display.fileno()], [], [], left)
        return False
