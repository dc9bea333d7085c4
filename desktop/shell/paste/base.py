"""What every system lets one program do about the windows of others: which is in front, bringing it there, its keys."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow

# Why nothing can be pasted here; the sentences are in `words.py`.
WAYLAND = "paste_wayland"
NO_SCREEN = "paste_no_screen"
NOT_ALLOWED = "paste_not_allowed"
NO_XTEST = "paste_no_xtest"


class OtherWindow(NamedTuple):
    """A window of another program, by the system's number."""

    number: int


class Desktop:
    """What a system lets one program do about the windows of others."""

    @property
    def unavailable(self) -> str:
        """The code of the reason why nothing can be pasted here; empty where it can."""
        return ""

    def window_in_front(self) -> OtherWindow | None:
        """The window that has the keyboard, unless it is one of ours."""
        return None

    def is_in_front(self, window: QWindow) -> bool:
        """Whether one of our own windows has the keyboard."""
        return window.isActive()

    def bring_forward(self, window: OtherWindow) -> bool:
        """Ask for a window to get the keyboard; False where it is gone."""
        raise NotImplementedError

    def bring_ours_forward(self, window: QWindow) -> None:
        """Give one of our own windows the keyboard, right after its hotkey."""
        window.raise_()
        window.requestActivate()

    def keys_held(self) -> bool:
        """Whether somebody holds Ctrl, Alt, Shift or Meta, which would make other keys of a paste."""
        return QGuiApplication.queryKeyboardModifiers() != Qt.KeyboardModifier.NoModifier

    def send_paste(self) -> bool:
        """Press and release the keys of a paste; False where the system refuses."""
        raise NotImplementedError
