"""Folders and zip archives as the export files in them. Nothing is unpacked to the disk: members are read in place."""

from __future__ import annotations

import io
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from local_db.errors import ImportRefused
from local_db.importing.extents import WORKBOOK_PARTS

MOST_FILES = 1000
MOST_BYTES = 4 << 30  # of everything in an archive, unpacked
MOST_IN_MEMORY = 512 << 20  # of one workbook in an archive, whose reader jumps about in it
_MOST_SWELLING = 200  # a million rows of an export shrink to a thirtieth; what swells more than this is made to do harm
_SWELLS_FROM = 64 << 20
_TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".zip", ""})
_ZIP_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")
_LOCKED = 0x1  # flag bits of a member
_IN_UTF8 = 0x800
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, RuntimeError, ValueError, OverflowError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """A file within a zip archive; `place` is its place in the archive's list, `inner` its path there."""

    archive: Path
    place: int
    inner: str
    size: int

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.inner).name


ExportFile = Path | Member


class Unusable(NamedTuple):
    """A dropped file or folder that holds nothing to import, and why."""

    path: Path
    refusal: ImportRefused


def expand(paths: Iterable[Path]) -> list[ExportFile | Unusable]:
    """The export files that are meant by files, folders and archives, in the order given.

    Of a folder or an archive only what may be a table is taken; a file that is named itself always is.
    """
    return [file for path in paths for file in (_folder(path) if _is_folder(path) else _file(path))]


def open_bytes(file: ExportFile) -> IO[bytes]:
    """The file's bytes from their beginning; those of a member of an archive as they are unpacked."""
    if isinstance(file, Path):
        return open(file, "rb")
    with zipfile.ZipFile(file.archive) as archive:  # what is opened from it keeps the file open
        return archive.open(archive.infolist()[file.place])


def in_memory(member: Member) -> io.BytesIO:
    """A member as a whole. Raises ImportRefused (`archive_too_large`)."""
    if member.size > MOST_IN_MEMORY:
        raise ImportRefused("archive_too_large", file=member.name)
    with open_bytes(member) as file:
        return io.BytesIO(file.read())


def size_of(file: ExportFile) -> int:
    """The number of bytes, unpacked."""
    return file.stat().st_size if isinstance(file, Path) else file.size


def container_of(file: ExportFile) -> Path:
    """The file on the disk."""
    return file if isinstance(file, Path) else file.archive


def file_name(file: ExportFile) -> str:
    """A file's name as text, behind its archive's; bytes of it that are no characters become U+FFFD."""
    name = _readable(container_of(file).name)
    return name if isinstance(file, Path) else f"{name}/{file.inner}"


def is_archive(path: Path) -> bool:
    """Whether a file is a zip archive of files and no workbook, which is one too by its first bytes."""
    try:
        if not os.path.isfile(path):  # noqa: PTH113 - False for impossible names; a pipe would never begin
            return False
        with open(path, "rb") as file:
            if not file.read(4).startswith(_ZIP_BEGINS):
                return False
        with zipfile.ZipFile(path) as archive:
            return WORKBOOK_PARTS.isdisjoint(archive.namelist())
    except (OSError, *UNREADABLE):
        return False  # the readers say what is wrong with it


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - False for impossible names


def _readable(name: str) -> str:
    return os.fsencode(name).decode(errors="replace")


def _file(path: Path) -> list[ExportFile | Unusable]:
    if not is_archive(path):
        return [path]
    try:
        return [*_members(path)] or [Unusable(path, ImportRefused("nothing_to_import", file=path.name))]
    except ImportRefused as refusal:
        return [Unusable(path, refusal)]
    except OSError:
        return [Unusable(path, ImportRefused("file_unreadable", file=path.name))]
    except UNREADABLE:
        return [Unusable(path, ImportRefused("file_damaged", file=path.name))]


def _folder(folder: Path) -> list[ExportFile | Unusable]:
    """Everything in a folder and below it that may be a table, by name."""
    found: list[ExportFile | Unusable] = []
    for place, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not _is_hidden(name))
        for name in sorted(files):
            if may_be_table(name):
                found += _file(Path(place) / name)
        if len(found) > MOST_FILES:
            return [Unusable(folder, ImportRefused("too_many_files", file=folder.name, limit=MOST_FILES))]
    return found or [Unusable(folder, ImportRefused("nothing_to_import", file=folder.name))]


def _members(path: Path) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        everything = archive.infolist()
    packed, unpacked = sum(one.compress_size for one in everything), sum(one.file_size for one in everything)
    swells = unpacked > _SWELLS_FROM and unpacked > _MOST_SWELLING * packed
    if swells or unpacked > MOST_BYTES:
        raise ImportRefused("archive_too_large", file=path.name)
    tables = [(place, inner) for place, one in enumerate(everything) if _taken(inner := _inner_name(one), one)]
    if len(tables) > MOST_FILES:
        raise ImportRefused("too_many_files", file=path.name, limit=MOST_FILES)
    if any(everything[place].flag_bits & _LOCKED for place, _ in tables):
        raise ImportRefused("archive_locked", file=path.name)
    for place, inner in tables:
        yield Member(path, place, inner, everything[place].file_size)


def _taken(inner: str, member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(inner).parts
    return not member.is_dir() and not any(map(_is_hidden, parts)) and bool(parts) and may_be_table(parts[-1])


def _inner_name(member: zipfile.ZipInfo) -> str:
    """The path of a member as its maker wrote it; Chinese Windows writes GBK and does not say so."""
    name = member.filename
    if not member.flag_bits & _IN_UTF8:
        raw = name.encode("cp437", "replace")  # as which zipfile has read it
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            break
    return "/".join(part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."})


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"  # ~$ is the lock of an open workbook


def may_be_table(name: str) -> bool:
    """Whether a file of this name may be a table or an archive of some."""
    return not _is_hidden(name) and PurePosixPath(name).suffix.lower() in _TABLES
