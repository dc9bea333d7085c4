"""Windows of other programs on Windows: SetForegroundWindow brings them forward, SendInput types."""

from __future__ import annotations

import ctypes
import os
from ctypes import wintypes

from desktop.shell import win32
from desktop.shell.paste.base import Desktop, OtherWindow

_CONTROL, _V = 0x11, 0x56
_HELD = (0x10, 0x11, 0x12, 0x5B, 0x5C)  # Shift, Ctrl, Alt, both Windows keys
_KEYBOARD, _KEY_UP = 1, 0x0002
_RESTORE = 9


class _KeyboardInput(ctypes.Structure):
    _fields_ = (
        ("wVk", ctypes.c_uint16),
        ("wScan", ctypes.c_uint16),
        ("dwFlags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("dwExtraInfo", ctypes.c_size_t),
    )


class _MouseInput(ctypes.Structure):
    """Never sent; the largest of the three gives the whole its size."""

    _fields_ = (
        ("dx", ctypes.c_int32),
        ("dy", ctypes.c_int32),
        ("mouseData", ctypes.c_uint32),
        ("dwFlags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("dwExtraInfo", ctypes.c_size_t),
    )


class _Either(ctypes.Union):
    _fields_ = (("ki", _KeyboardInput), ("mi", _MouseInput))


class Input(ctypes.Structure):
    """INPUT, as SendInput takes it."""

    _fields_ = (("type", ctypes.c_uint32), ("either", _Either))


class WindowsDesktop(Desktop):
    """The hotkey gives its program the right to put windows in front."""

    def __init__(self) -> None:
        self._user32 = win32.user32()

    def window_in_front(self) -> OtherWindow | None:
        """The foreground window; none while Windows changes from one to the other."""
        number = self._user32.GetForegroundWindow()
        if not number:
            return None
        process = wintypes.DWORD()
        self._user32.GetWindowThreadProcessId(number, ctypes.byref(process))
        return None if process.value == os.getpid() else OtherWindow(int(number))

    def bring_forward(self, window: OtherWindow) -> bool:
        """Bring it back, also from the taskbar."""
        if not self._user32.IsWindow(window.number):
            return False
        if self._user32.IsIconic(window.number):
            self._user32.ShowWindow(window.number, _RESTORE)
        return bool(self._user32.SetForegroundWindow(window.number))

    def keys_held(self) -> bool:
        """Look once at the modifiers: Qt's answer is that of our own window, which has the keyboard no more."""
        return any(self._user32.GetAsyncKeyState(key) & 0x8000 for key in _HELD)

    def send_paste(self) -> bool:
        """Ctrl+V; a window of a program run as administrator takes no keys from others."""
        keys = paste_keys()
        return bool(self._user32.SendInput(len(keys), keys, ctypes.sizeof(Input)) == len(keys))


def paste_keys() -> ctypes.Array[Input]:
    """Ctrl down, V down, V up, Ctrl up."""
    strokes = ((_CONTROL, 0), (_V, 0), (_V, _KEY_UP), (_CONTROL, _KEY_UP))
    inputs = [Input(_KEYBOARD, _Either(ki=_KeyboardInput(key, 0, flags, 0, 0))) for key, flags in strokes]
    return (Input * len(inputs))(*inputs)
