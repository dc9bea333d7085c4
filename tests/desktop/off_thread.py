"""Notices when a worker asks a window something: Qt answers that with a crash, once in a great many runs."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from types import FrameType

from PySide6.QtCore import QObject, QThread
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QIcon, QPixmap
from PySide6.QtWidgets import QGraphicsItem
from shiboken6 import isValid

_OF_WINDOWS = (QPixmap, QIcon, QFontMetrics, QFontMetricsF, QGraphicsItem)


@contextlib.contextmanager
def nothing_asked_off_thread() -> Iterator[None]:
    """Fails at its end where a thread that was started within asked something of what lives on this one."""
    found: list[str] = []
    here = QThread.currentThread()

    def look(frame: FrameType, event: str, called: object) -> None:
        if event != "c_call":
            return
        owner = getattr(called, "__self__", None)
        if isinstance(owner, _OF_WINDOWS) or (isinstance(owner, QObject) and isValid(owner) and owner.thread() == here):
            name = getattr(called, "__name__", "")
            place = f"{frame.f_code.co_filename}:{frame.f_lineno}"
            found.append(f"{type(owner).__name__}.{name} in {threading.current_thread().name}, {place}")

    threading.setprofile(look)
    try:
        yield
    finally:
        threading.setprofile(None)
    assert not found, "\n".join(found)
