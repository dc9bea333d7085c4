"""Programs on macOS are brought forward as a whole; keys are sent where the person has allowed it."""

from __future__ import annotations

import ctypes
import os

from PySide6.QtGui import QWindow

from desktop.shell import objc
from desktop.shell.paste.base import NOT_ALLOWED, Desktop, OtherWindow

_V = 9
_COMMAND = 1 << 20
_HELD = 1 << 17 | 1 << 18 | 1 << 19 | _COMMAND  # Shift, Control, Option, Command
_HARDWARE = 1
_AT_THE_KEYBOARD = 0
_IGNORING_OTHERS = 2


class MacDesktop(Desktop):
    """The number of a window is that of its program."""

    def __init__(self) -> None:
        self._services = _services()

    @property
    def unavailable(self) -> str:
        """Asked anew each time: the person may allow it while the program runs."""
        return "" if self._services.AXIsProcessTrusted() else NOT_ALLOWED

    def window_in_front(self) -> OtherWindow | None:
        """The program whose menu is shown."""
        workspace = objc.send(objc.class_named("NSWorkspace"), "sharedWorkspace")
        front = objc.send(workspace, "frontmostApplication")
        number = objc.send_for_number(front, "processIdentifier") & 0xFFFFFFFF if front else 0
        return OtherWindow(number) if number and number != os.getpid() else None

    def bring_forward(self, window: OtherWindow) -> bool:
        """Activate that program; its window that was in front before comes with it."""
        running = objc.class_named("NSRunningApplication")
        program = objc.send(running, "runningApplicationWithProcessIdentifier:", window.number)
        # A BOOL: only the lowest byte of the answer is meant.
        return bool(program and (objc.send(program, "activateWithOptions:", _IGNORING_OTHERS) or 0) & 0xFF)

    def bring_ours_forward(self, window: QWindow) -> None:
        """A window gets the keyboard only together with its program."""
        program = objc.send(objc.class_named("NSApplication"), "sharedApplication")
        objc.send(program, "activateIgnoringOtherApps:", 1)
        super().bring_ours_forward(window)

    def keys_held(self) -> bool:
        """Look once at the modifiers, as the keyboard has them."""
        return bool(self._services.CGEventSourceFlagsState(_HARDWARE) & _HELD)

    def send_paste(self) -> bool:
        """Command+V."""
        for is_down in (True, False):
            event = self._services.CGEventCreateKeyboardEvent(None, _V, is_down)
            if not event:
                return False
            self._services.CGEventSetFlags(event, _COMMAND)
            self._services.CGEventPost(_AT_THE_KEYBOARD, event)
            self._services.CFRelease(event)
        return True


def _services() -> ctypes.CDLL:
    services = objc.framework("ApplicationServices")
    services.AXIsProcessTrusted.restype = ctypes.c_bool
    services.AXIsProcessTrusted.argtypes = []
    services.CGEventSourceFlagsState.restype = ctypes.c_uint64
    services.CGEventSourceFlagsState.argtypes = [ctypes.c_int32]
    services.CGEventCreateKeyboardEvent.restype = ctypes.c_void_p
    services.CGEventCreateKeyboardEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint16, ctypes.c_bool]
    services.CGEventSetFlags.restype = None
    services.CGEventSetFlags.argtypes = [ctypes.c_void_p, ctypes.c_uint64]
    services.CGEventPost.restype = None
    services.CGEventPost.argtypes = [ctypes.c_uint32, ctypes.c_void_p]
    services.CFRelease.restype = None
    services.CFRelease.argtypes = [ctypes.c_void_p]
    return services
