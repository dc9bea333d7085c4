"""What must be known of a workbook before a library reads it: how far its sheets reach, and where formulas failed.

One cell in the last row of the last column makes a small file ask for 17 thousand million cells, and a
library that cannot have the memory ends the whole program. Cells that hold an error come back from it empty, as if
nothing had been there.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO
from xml.parsers import expat

from local_db.errors import ImportRefused

MOST_CELLS = 50_000_000  # of a sheet with cells far away from all others; about 1.5 GB
MOST_BYTES = 8 << 30  # of the unpacked workbook
_BLOCK = 1 << 20
_LONGEST_TAG = 1 << 10
_NO_SHEET = re.compile(r"sharedStrings|styles|theme|docProps", re.IGNORECASE)
# A cell that is more than a style: a tag that is not closed at once.
_FAR = rb""" r="(?:([A-Z]{3}|[D-Z][A-Z])(\d{1,7})|([A-Z]{1,2})(\d{%d,7}))"[^>]*(?<!/)>"""


_ERROR = re.compile(rb""" t="e"[ />]""")
_CELL = re.compile(rb""" r="([A-Z]{1,3})(\d{1,7})\"""")
WORKBOOK_PARTS = frozenset({"[Content_Types].xml", "xl/workbook.xml", "content.xml"})  # one of these every workbook has
_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
Places = Mapping[int, Sequence[int]]  # row → columns, both from 0


def check_extents(content: Path | IO[bytes], name: str) -> dict[str, Places]:
    """Where the cells of each sheet stand whose formulas failed, by the sheet's name.

    Raises ImportRefused (`sheet_too_large`, `file_damaged`) for an XLSX workbook that would not fit in memory, and
    `packed_archive` for an archive that is no workbook. `name` is the file's.
    """
    try:
        with zipfile.ZipFile(content) as book:
            if WORKBOOK_PARTS.isdisjoint(book.namelist()):
                raise ImportRefused("packed_archive", file=name)
            if sum(member.file_size for member in book.infolist()) > MOST_BYTES:
                raise ImportRefused("sheet_too_large", file=name)
            errors = {}
            for member in book.infolist():
                if member.filename.lower().endswith(".xml") and not _NO_SHEET.search(member.filename):
                    errors[member.filename] = _check_sheet(name, book, member)
            return {sheet: errors[part] for sheet, part in _parts(book).items() if errors.get(part)}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, expat.ExpatError):
        raise ImportRefused("file_damaged", file=name) from None


def _check_sheet(file: str, book: zipfile.ZipFile, member: zipfile.ZipInfo) -> Places:
    rows = sum(block.count(b"<row ") + block.count(b":row ") for block, _ in _blocks(book, member))
    far = re.compile(_FAR % len(str(2 * rows + 1000)))
    last_row, last_column = rows, 0
    errors: dict[int, list[int]] = {}
    for block, seen in _blocks(book, member):
        for match in _ERROR.finditer(block):
            if match.end() > seen and (cell := _CELL.search(block, block.rfind(b"<", 0, match.start()), match.end())):
                errors.setdefault(int(cell[2]) - 1, []).append(_column(cell[1]) - 1)
        for match in far.finditer(block):
            if match.end() <= seen:
                continue
            last_column = max(last_column, _column(match[1] or match[3]))
            last_row = max(last_row, int(match[2] or match[4]))
    if last_column and last_row * max(last_column, 26) > MOST_CELLS:
        raise ImportRefused("sheet_too_large", file=file)
    return errors


def _parts(book: zipfile.ZipFile) -> dict[str, str]:
    """The member of the archive that holds each sheet, by the sheet's name."""
    names = set(book.namelist())
    if not {_BOOK, _LINKS} <= names:
        return {}
    links = dict(_attributes(book.read(_LINKS), "Relationship", "Id", "Target"))
    sheets = _attributes(book.read(_BOOK), "sheet", "name", "id")
    targets = {name: links.get(link, "") for name, link in sheets}
    return {name: target.lstrip("/") if target.startswith("/") else f"xl/{target}" for name, target in targets.items()}


def _attributes(xml: bytes, tag: str, key: str, value: str) -> Iterator[tuple[str, str]]:
    """Two attributes of every such tag, by their names without a prefix."""
    found: list[tuple[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == tag:
            plain = {attribute.rpartition(":")[2]: text for attribute, text in attributes.items()}
            found.append((plain.get(key, ""), plain.get(value, "")))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EntityDeclHandler = _no_entities
    parser.Parse(xml, True)  # noqa: FBT003 - takes no names
    yield from found


def _no_entities(*_: object) -> None:
    raise ValueError  # no workbook declares any; one that does is made to swell


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
