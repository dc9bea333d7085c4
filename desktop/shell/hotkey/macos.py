"""The hotkey on macOS: Carbon's RegisterEventHotKey, the one way that needs no permission to watch the keyboard."""

from __future__ import annotations

import ctypes

from PySide6.QtCore import QObject

from desktop.shell import objc
from desktop.shell.hotkey.base import REFUSED, TAKEN, GlobalHotkey
from desktop.shell.hotkey.combination import Combination, Modifier

_MASKS = {Modifier.META: 0x0100, Modifier.SHIFT: 0x0200, Modifier.ALT: 0x0800, Modifier.CTRL: 0x1000}
_EXISTS = -9878
_KEYBOARD, _HOTKEY_PRESSED = int.from_bytes(b"keyb", "big"), 5
_SIGNATURE = int.from_bytes(b"RGLR", "big")

# Places on the keyboard, as Carbon numbers them.
_CODES = {
    "A": 0, "S": 1, "D": 2, "F": 3, "H": 4, "G": 5, "Z": 6, "X": 7, "C": 8, "V": 9, "B": 11, "Q": 12, "W": 13,
    "E": 14, "R": 15, "Y": 16, "T": 17, "1": 18, "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "9": 25, "7": 26,
    "8": 28, "0": 29, "O": 31, "U": 32, "I": 34, "P": 35, "L": 37, "J": 38, "K": 40, "N": 45, "M": 46, "Space": 49,
    "F1": 122, "F2": 120, "F3": 99, "F4": 118, "F5": 96, "F6": 97, "F7": 98, "F8": 100, "F9": 101, "F10": 109,
    "F11": 103, "F12": 111,
}  # fmt: skip

_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class _EventType(ctypes.Structure):
    _fields_ = (("event_class", ctypes.c_uint32), ("kind", ctypes.c_uint32))


class _HotkeyId(ctypes.Structure):
    _fields_ = (("signature", ctypes.c_uint32), ("number", ctypes.c_uint32))


class MacHotkey(GlobalHotkey):
    """The event comes through the application's own loop, on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._carbon = _carbon()
        self._registered = ctypes.c_void_p()
        self._installed = ctypes.c_void_p()
        self._handler = _HANDLER(self._hear)  # Carbon keeps the address, so the object must stay

    def _grab(self, combination: Combination) -> str:
        target = self._carbon.GetApplicationEventTarget()
        if not self._installed:
            kind = _EventType(_KEYBOARD, _HOTKEY_PRESSED)
            self._carbon.InstallEventHandler(
                target, self._handler, 1, ctypes.byref(kind), None, ctypes.byref(self._installed)
            )
        code, mask = registered(combination)
        status = self._carbon.RegisterEventHotKey(
            code, mask, _HotkeyId(_SIGNATURE, 1), target, 0, ctypes.byref(self._registered)
        )
        if status == 0:
            return ""
        return TAKEN if status == _EXISTS else REFUSED

    def _ungrab(self) -> None:
        if self._registered:
            self._carbon.UnregisterEventHotKey(self._registered)
            self._registered = ctypes.c_void_p()

    def _hear(self, _next: object, _event: object, _data: object) -> int:
        self.pressed.emit()
        return 0


def registered(combination: Combination) -> tuple[int, int]:
    """Key code and modifiers as RegisterEventHotKey takes them."""
    mask = sum(value for modifier, value in _MASKS.items() if modifier in combination.modifiers)
    return _CODES[combination.key], mask


def _carbon() -> ctypes.CDLL:
    carbon = objc.framework("Carbon")
    carbon.GetApplicationEventTarget.restype = ctypes.c_void_p
    carbon.GetApplicationEventTarget.argtypes = []
    carbon.InstallEventHandler.restype = ctypes.c_int32
    carbon.InstallEventHandler.argtypes = [
        ctypes.c_void_p, _HANDLER, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
    ]  # fmt: skip
    carbon.RegisterEventHotKey.restype = ctypes.c_int32
    carbon.RegisterEventHotKey.argtypes = [
        ctypes.c_uint32, ctypes.c_uint32, _HotkeyId, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p
    ]  # fmt: skip
    carbon.UnregisterEventHotKey.restype = ctypes.c_int32
    carbon.UnregisterEventHotKey.argtypes = [ctypes.c_void_p]
    return carbon
