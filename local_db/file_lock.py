"""One writing program per shop file, through the operating system's own file locks.

The lock dies with the process, so a crash never leaves a shop locked. (The filelock package does
the same at 78 ms of import time, which the start-up cannot afford.)
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO


class AlreadyLockedError(Exception):
    """Another program holds the lock."""


class FileLock:
    """Holds an exclusive lock on `path` (created beside the shop file) until released."""

    def __init__(self, path: Path) -> None:
        self._file: IO[bytes] | None = open(path, "a+b")  # noqa: SIM115 - held open as long as the lock
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            self._file = None
            raise AlreadyLockedError from error

    def release(self) -> None:
        """Give the lock back; safe to call twice."""
        if self._file is not None:
            _unlock(self._file)
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


def lock_path(shop_path: Path) -> Path:
    """Where the lock of a shop file stands: beside the file itself, so that every program sees the same one.

    Whatever links a program came by: SQLite follows them too.
    """
    return Path(os.path.realpath(shop_path) + ".lock")
