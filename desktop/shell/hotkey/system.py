"""The hotkey of the system that the program runs on."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.shell.hotkey.base import NO_SCREEN, WAYLAND, GlobalHotkey


def make_hotkey(parent: QObject | None = None) -> GlobalHotkey:
    """The hotkey of this system; where there is none, one that says why."""
    screen = QGuiApplication.platformName()
    if screen == "xcb":
        from desktop.shell.hotkey.x11 import X11Hotkey

        return X11Hotkey(parent)
    if screen == "windows" and sys.platform == "win32":
        from desktop.shell.hotkey.windows import WindowsHotkey

        return WindowsHotkey(parent)
    if screen == "cocoa" and sys.platform == "darwin":
        from desktop.shell.hotkey.macos import MacHotkey

        return MacHotkey(parent)
    from desktop.shell.hotkey.none import NoHotkey

    return NoHotkey(WAYLAND if screen.startswith("wayland") else NO_SCREEN, parent)
