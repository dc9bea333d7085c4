"""Where a pack lies: a share or a stick that several PCs write to, and that may be gone at any moment.

A lock file keeps PCs from writing at once. It is a courtesy only: one that a crash left is taken over after a while,
and whoever writes looks once more, just before the new pack takes the old one's name, whether that is still the one it
has read.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import time
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Self

from local_db.errors import ReplyError

if TYPE_CHECKING:
    from pathlib import Path

STALE_SECONDS = 120.0  # how old a lock is that nobody holds any more
_SIGN_SECONDS = 15.0  # between two signs of life
_PAUSE = 0.1
FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextlib.contextmanager
def speaking_of(path: Path) -> Iterator[None]:
    """Turns what the system says about a pack's place into refusals (`pack_place_missing`, `pack_place_full` …)."""
    try:
        yield
    except OSError as error:
        raise ReplyError(_code(path, error), path=str(path)) from None


def _code(path: Path, error: OSError) -> str:
    if error.errno in FULL:
        return "pack_place_full"
    if not os.path.isdir(path.parent):  # noqa: PTH112 - False for whatever the system says of it
        return "pack_place_missing"
    return "pack_place_read_only" if error.errno in _READ_ONLY else "pack_place_gone"


class PackLock:
    """Held while a pack is read and written. Raises ReplyError `pack_busy` where another PC has it for too long."""

    def __init__(self, path: Path, wait: float) -> None:
        self._path = path
        self._lock = path.with_name(f".{path.name}.lock")
        self._wait = wait
        self._signed = 0.0

    def __enter__(self) -> Self:
        until = time.monotonic() + self._wait
        while not self._taken():
            if self._is_stale():
                self._take_over()
            elif time.monotonic() >= until:
                raise ReplyError("pack_busy", path=str(self._path))
            else:
                time.sleep(_PAUSE)
        _remove_leftovers(self._path)
        self._signed = time.monotonic()
        return self

    def keep(self) -> None:
        """Give a sign of life now and then, for a large pack takes its time on a slow stick."""
        if time.monotonic() - self._signed < _SIGN_SECONDS:
            return
        self._signed = time.monotonic()
        with contextlib.suppress(OSError), self._lock.open("r+b") as file:  # the time of a writing is the place's own
            file.write(b".")

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # gone with the stick
            self._lock.unlink()

    def _taken(self) -> bool:
        try:
            os.close(os.open(self._lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            return False
        except PermissionError:
            if self._lock.exists():  # Windows says so while another PC is deleting it
                return False
            raise
        return True

    def _is_stale(self) -> bool:
        """By the clock of the place, for those of two PCs differ. On a stick it is that of whoever wrote last."""
        try:
            made = self._lock.stat().st_mtime
        except FileNotFoundError:
            return False
        probe = _beside(self._path, "clock")
        probe.touch()
        try:
            return abs(probe.stat().st_mtime - made) > STALE_SECONDS
        finally:
            probe.unlink(missing_ok=True)

    def _take_over(self) -> None:
        """Of several that wait only one can give the old lock another name."""
        aside = _beside(self._path, "stale")
        with contextlib.suppress(FileNotFoundError):
            self._lock.rename(aside)
            aside.unlink(missing_ok=True)


class Unfinished:
    """A file that is being written, and gets its name only when it is whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = _beside(path, "unfinished")

    def fill(self, write: Callable[[IO[bytes]], object]) -> None:
        """Write it, to the disk."""
        with self._temporary.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())

    def finish(self, wait: float = 0.0) -> None:
        """Give it its name. On Windows nobody may be reading the old one, so it is tried for a while."""
        until = time.monotonic() + wait
        while True:
            try:
                self._temporary.replace(self._path)
                break
            except PermissionError:
                if time.monotonic() >= until:
                    raise
                time.sleep(_PAUSE)
        _keep_name(self._path.parent)

    def discard(self) -> None:
        """Remove what has not got its name."""
        with contextlib.suppress(OSError):
            self._temporary.unlink(missing_ok=True)


def _keep_name(folder: Path) -> None:
    """Have the new name on the disk too, where a folder can be told so."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _beside(path: Path, purpose: str) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.{purpose}")


def _remove_leftovers(path: Path) -> None:
    """Clear away what was left by a PC that was killed while it wrote; the lock says that nobody is writing."""
    hidden = re.compile(rf"\.{re.escape(path.name)}\.[0-9a-f]{{8}}\.(unfinished|clock|stale)")
    with contextlib.suppress(OSError):
        for found in list(path.parent.iterdir()):
            if hidden.fullmatch(found.name):
                found.unlink(missing_ok=True)
