"""How far the sheets of a workbook reach, before a library makes room for everything up to the last cell.

One cell in the last row of the last column makes a small file ask for 17 thousand million cells, and a
library that cannot have the memory ends the whole program.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from local_db.errors import ImportRefused

MOST_CELLS = 50_000_000  # of a sheet with cells far away from all others; about 1.5 GB
MOST_BYTES = 8 << 30  # of the unpacked workbook
_USUAL_COLUMNS = 104  # up to CZ
_BLOCK = 1 << 20
_LONGEST_TAG = 1 << 10
_NO_SHEET = re.compile(r"sharedStrings|styles|theme|docProps", re.IGNORECASE)
# A cell that is more than a style: a tag that is not closed at once.
_FAR = rb""" r="(?:([A-Z]{3}|[D-Z][A-Z])(\d{1,7})|([A-Z]{1,2})(\d{%d,7}))"[^>]*(?<!/)>"""


def check_extents(path: Path) -> None:
    """Raises ImportRefused (`sheet_too_large`, `file_damaged`) for an XLSX workbook that would not fit in memory."""
    try:
        with zipfile.ZipFile(path) as book:
            if sum(member.file_size for member in book.infolist()) > MOST_BYTES:
                raise ImportRefused("sheet_too_large", file=path.name)
            for member in book.infolist():
                if member.filename.lower().endswith(".xml") and not _NO_SHEET.search(member.filename):
                    _check_sheet(path, book, member)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError):
        raise ImportRefused("file_damaged", file=path.name) from None


def _check_sheet(path: Path, book: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    rows = sum(block.count(b"<row ") + block.count(b":row ") for block, _ in _blocks(book, member))
    far = re.compile(_FAR % len(str(2 * rows + 1000)))
    last_row, last_column = rows, 0
    for block, seen in _blocks(book, member):
        for match in far.finditer(block):
            if match.end() <= seen:
                continue
            last_column = max(last_column, _column(match[1] or match[3]))
            last_row = max(last_row, int(match[2] or match[4]))
    if last_column and last_row * max(last_column, 26) > MOST_CELLS:
        raise ImportRefused("sheet_too_large", file=path.name)


def _blocks(book: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """The unpacked bytes in blocks, each with the end of the one before it, and how long that end is."""
    with book.open(member) as file:
        end = b""
        while block := file.read(_BLOCK):
            yield end + block, len(end)
            end = block[-_LONGEST_TAG:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
