"""The hotkey on Windows: RegisterHotKey, on a thread of its own whose only message is that one.

On the window's thread every message of Windows would have to go through Python first.
"""

from __future__ import annotations

import ctypes
import queue
import threading
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QObject, Qt, Signal

from desktop.shell import win32
from desktop.shell.hotkey.base import REFUSED, TAKEN, GlobalHotkey
from desktop.shell.hotkey.combination import Combination, Modifier

_ID = 1
_WM_QUIT, _WM_HOTKEY = 0x0012, 0x0312
_NO_REPEAT = 0x4000
_ALREADY_REGISTERED = 1409
_MODIFIERS = {Modifier.ALT: 0x1, Modifier.CTRL: 0x2, Modifier.SHIFT: 0x4, Modifier.META: 0x8}
_PATIENCE_S = 2.0


class WindowsHotkey(GlobalHotkey):
    """Holds the combination as long as its thread runs."""

    _heard = Signal()  # on the other thread; `pressed` is for this one

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: _Listener | None = None
        self._heard.connect(self.pressed, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._ungrab)

    def _grab(self, combination: Combination) -> str:
        listener = _Listener(win32.user32(), win32.kernel32(), combination, self._heard.emit)
        if not listener.trouble:
            self._listener = listener
        return listener.trouble

    def _ungrab(self) -> None:
        if self._listener is not None:
            self._listener.end()
            self._listener = None


class _Listener:
    """The thread that registers the combination and waits for it."""

    def __init__(
        self, user32: ctypes.CDLL, kernel32: ctypes.CDLL, combination: Combination, heard: Callable[[], None]
    ) -> None:
        self._user32 = user32
        self._kernel32 = kernel32
        self._heard = heard
        self._number = 0
        self._answer: queue.Queue[str] = queue.Queue()
        self._thread = threading.Thread(target=self._run, args=[combination], name="hotkey", daemon=True)
        self._thread.start()
        self.trouble = self._answer.get()

    def end(self) -> None:
        """Give the combination back."""
        self._user32.PostThreadMessageW(self._number, _WM_QUIT, 0, 0)
        self._thread.join(_PATIENCE_S)

    def _run(self, combination: Combination) -> None:
        message = wintypes.MSG()
        self._number = self._kernel32.GetCurrentThreadId()
        # A thread has no queue before it looks into it; the message that ends it could be lost.
        self._user32.PeekMessageW(ctypes.byref(message), None, 0, 0, 0)
        if not self._user32.RegisterHotKey(None, _ID, *registered(combination)):
            self._answer.put(TAKEN if _last_error() == _ALREADY_REGISTERED else REFUSED)
            return
        self._answer.put("")
        while self._user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if message.message == _WM_HOTKEY:
                self._heard()
        self._user32.UnregisterHotKey(None, _ID)


def registered(combination: Combination) -> tuple[int, int]:
    """Modifiers and virtual key as RegisterHotKey takes them."""
    modifiers = sum(value for modifier, value in _MODIFIERS.items() if modifier in combination.modifiers)
    return modifiers | _NO_REPEAT, virtual_key(combination.key)


def virtual_key(key: str) -> int:
    """Windows' number of a key: letters and digits are their own characters."""
    if key == "Space":
        return 0x20
    return ord(key) if len(key) == 1 else 0x6F + int(key[1:])


def _last_error() -> int:
    get: Callable[[], int] | None = getattr(ctypes, "get_last_error", None)
    return get() if get is not None else 0
