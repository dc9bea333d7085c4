"""Files that are there whole or not at all: written in full under unfinished names, then given their own.

Whoever has to know that such a file exists commits between the two (`publish`).
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from local_db.errors import PrepareError


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A complete file that does not have its name yet."""

    temporary: Path
    final: Path
    rows: int


def unfinished_file(final: Path, rows: int) -> Unfinished:
    """A file that is to get the name `final`; nothing is written yet."""
    return Unfinished(final.with_name(f".{final.name}.unfinished"), final, rows)


def write_all(files: tuple[Unfinished, ...], contents: Iterable[bytes]) -> tuple[Unfinished, ...]:
    """Write files under their unfinished names; on a failure none is left. Raises as `write_through`."""
    try:
        for file, content in zip(files, contents, strict=True):
            write_through(file, content)
    except BaseException:
        discard(files)
        raise
    return files


def write_through(file: Unfinished, content: bytes) -> None:
    """Write a file under its unfinished name and see it flushed to the disk.

    Raises PrepareError: `read_only`, `disk_full`, `folder_missing`, `write_failed`.
    """
    with speaking_of(file.final), file.temporary.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def publish(files: Sequence[Unfinished], older: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Give the files their names and remove `older` ones.

    On a failure no file keeps either name and what was there before is there again; raises as
    `write_through`, and `file_in_use`.
    """
    aside: list[tuple[Path, Path]] = []
    done: list[Path] = []
    try:
        for path in (*older, *(file.final for file in files[:-1])):  # nothing can fail after the last one
            if path.exists():
                _rename(path, _replaced(path), said=path)
                aside.append((_replaced(path), path))
        for file in files:
            _rename(file.temporary, file.final, said=file.final)
            done.append(file.final)
    except BaseException:
        discard(files)
        _put_back(done, aside)
        raise
    for kept, _ in aside:
        with contextlib.suppress(OSError):
            kept.unlink()
    return tuple(done)


def discard(files: Sequence[Unfinished]) -> None:
    """Remove what has not got its name."""
    for file in files:
        with contextlib.suppress(OSError):
            file.temporary.unlink(missing_ok=True)


def _replaced(final: Path) -> Path:
    return final.with_name(f".{final.name}.replaced")


def _rename(path: Path, name: Path, *, said: Path) -> None:
    with speaking_of(said, denied="file_in_use"):  # the folder took the file; its name did not
        path.replace(name)


def _put_back(done: Sequence[Path], aside: Sequence[tuple[Path, Path]]) -> None:
    """Take the names from files that had got them, and give those moved aside theirs again."""
    for path in done:
        with contextlib.suppress(OSError):
            path.unlink()
    for kept, path in aside:
        with contextlib.suppress(OSError):
            kept.replace(path)


@contextlib.contextmanager
def speaking_of(path: Path, *, denied: str = "read_only") -> Iterator[None]:
    """Failures of the disk as PrepareErrors that name the file; `denied` is the code of a refused access."""
    try:
        yield
    except OSError as error:
        code = denied if error.errno in _DENIED else _OS_CODES.get(error.errno or 0, "write_failed")
        raise PrepareError(code, path=str(path)) from None


_DENIED = (errno.EACCES, errno.EPERM)

_OS_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "disk_full",
    errno.EROFS: "read_only",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
}
