"""Keeps the garbage collector away from work that makes millions of objects and no circle of them."""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import Iterator

_guard = threading.Lock()
_pauses = 0
_was_enabled = False


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Rows of cells hold no cycles, and the collector would walk through them again and again."""
    global _pauses, _was_enabled  # noqa: PLW0603 - the collector is one for the whole process
    with _guard:
        if not _pauses:
            _was_enabled = gc.isenabled()
            gc.disable()
        _pauses += 1
    try:
        yield
    finally:
        with _guard:
            _pauses -= 1
            if not _pauses and _was_enabled:
                gc.enable()


def is_paused() -> bool:
    """Whether somebody asked for peace; for whoever collects by themselves."""
    return _pauses > 0
