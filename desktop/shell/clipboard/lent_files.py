"""Files on the clipboard: other programs read them from a private folder, which is there no longer than needed.

On a shared machine the folder for temporary files is everybody's: a name that could be foretold might be somebody
else's link or folder before it is ours.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import tempfile
import threading
from collections.abc import Collection
from pathlib import Path

from local_db.file_lock import AlreadyLockedError, FileLock

_PREFIX = "regulars-lent-"
_LOCK = ".lock"  # held as long as the program runs, so that another one knows that the folder is in use
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(?=\.|$)", re.IGNORECASE)
_MOST_BYTES = 200  # of a name; systems take 255


class LentFiles:
    """The files of one program."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock: FileLock | None = None
        self._guard = threading.Lock()

    def write(self, key: str, name: str, content: bytes) -> Path:
        """A file of this content under its own name, as far as every system can have it; OSError where it cannot be.

        `key` keeps apart what has the same name; with the same key the file that is there is given again.
        """
        with self._guard:
            place = self._own_folder() / _safe(key)
            place.mkdir(mode=0o700, exist_ok=True)
            path = place / _safe(name)
            if not path.is_file() or path.stat().st_size != len(content):
                unfinished = place / ".unfinished"
                unfinished.write_bytes(content)
                unfinished.replace(path)
            return path

    def end(self, still_needed: Collection[Path] = ()) -> None:
        """Remove them; where one is still needed, all stay until the next program looks for what was left behind."""
        with self._guard:
            folder, self._folder = self._folder, None
            if self._lock is not None:
                self._lock.release()
                self._lock = None
            if folder is not None and not any(path.is_relative_to(folder) for path in still_needed):
                shutil.rmtree(folder, ignore_errors=True)

    def _own_folder(self) -> Path:
        if self._folder is None or not self._folder.is_dir():  # some systems clear up while we run
            if self._lock is not None:
                self._lock.release()
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))  # nobody else may look into it
            self._lock = FileLock(self._folder / _LOCK)
        return self._folder


def clear_left_behind() -> None:
    """Remove what programs of this person have left that were killed, or that ended while a file was needed."""
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and _is_ours(entry):
                _clear(Path(entry.path))


def _is_ours(entry: os.DirEntry[str]) -> bool:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())


def _clear(folder: Path) -> None:
    lock = folder / _LOCK
    if lock.exists():
        try:
            FileLock(lock).release()
        except (AlreadyLockedError, OSError):
            return  # in use
    shutil.rmtree(folder, ignore_errors=True)


def _safe(name: str) -> str:
    """A name as every system takes it, that leads nowhere else and reads in the order it is written."""
    cleaned = _DEVICES.sub(r"_\1", _UNSAFE.sub("_", name).strip(" .")) or "_"
    stem, dot, suffix = cleaned.rpartition(".")
    if not dot or len(suffix.encode()) > _MOST_BYTES // 4:
        stem, suffix = cleaned, ""
    room = _MOST_BYTES - len(f"{dot if suffix else ''}{suffix}".encode())
    stem = stem.encode()[:room].decode(errors="ignore")
    return f"{stem}.{suffix}" if suffix else stem
