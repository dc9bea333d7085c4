"""The clipboard of the system that the program runs on, read and written as a whole."""

from __future__ import annotations

import sys

from PySide6.QtGui import QClipboard, QGuiApplication

from desktop.shell.clipboard.kept import Memory, QtMemory


def make_memory(board: QClipboard) -> Memory:
    """The memory of this system."""
    screen = QGuiApplication.platformName()
    if screen == "windows" and sys.platform == "win32":
        from desktop.shell.clipboard.windows import WindowsMemory

        return WindowsMemory()
    if screen == "cocoa" and sys.platform == "darwin":
        from desktop.shell.clipboard.macos import MacMemory

        return MacMemory()
    if screen == "xcb":
        from desktop.shell.clipboard.x11 import X11Memory

        return X11Memory(board)
    return QtMemory(board)
