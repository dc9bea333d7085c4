"""What the system that the program runs on lets it do about the windows of others."""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

from desktop.shell.paste.base import NO_SCREEN, WAYLAND, Desktop


def make_desktop() -> Desktop:
    """What this system allows; where that is nothing, one that says why."""
    screen = QGuiApplication.platformName()
    if screen == "xcb":
        from desktop.shell.paste.x11 import X11Desktop

        return X11Desktop()
    if screen == "windows" and sys.platform == "win32":
        from desktop.shell.paste.windows import WindowsDesktop

        return WindowsDesktop()
    if screen == "cocoa" and sys.platform == "darwin":
        from desktop.shell.paste.macos import MacDesktop

        return MacDesktop()
    from desktop.shell.paste.none import NoDesktop

    return NoDesktop(WAYLAND if screen.startswith("wayland") else NO_SCREEN)
