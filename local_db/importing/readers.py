"""Files as rows of text cells: what a file is by its first bytes, its encoding, its separator, its sheets."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import itertools
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn, Protocol, TypeVar

from local_db.errors import ImportRefused
from local_db.importing.archive import UNREADABLE, ExportFile, container_of, in_memory, open_bytes, size_of
from local_db.importing.cells import as_text
from local_db.importing.extents import Places, check_extents

if TYPE_CHECKING:
    from _csv import Reader as CsvReader

    from python_calamine import CalamineSheet, CalamineWorkbook

Row = list[str]
Result = TypeVar("Result")

CHUNK_ROWS = 2048  # few enough to stay in the processor's cache
HEAD_ROWS = 40
_BLOCK = 1 << 20
_SAMPLE = 1 << 16
_ZIP, _OLE2 = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OTHER_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08")
_FAILED = "#N/A"  # a formula without a result, whatever its reason
_CELL_LINES = 3  # of a cell over the limit
_CELL_LIMIT = 1 << 20  # characters; a longer one is an unclosed quote, not a cell
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1a")


class Chunk(NamedTuple):
    """Rows, and how many lines of the file they took (0 where that means nothing)."""

    rows: list[Row]
    lines: int


class RowSource(Protocol):
    """One table of a file. Every reading starts at its very first row, so that row numbers are the sheet's."""

    @property
    def path(self) -> ExportFile:
        """The file."""

    @property
    def separator(self) -> str:
        """The sign between the cells of a text file; empty for a sheet."""

    @property
    def name(self) -> str:
        """The sheet's name; empty for a text file."""

    @property
    def hidden(self) -> bool:
        """Whether a spreadsheet program does not show it."""

    @property
    def encoding(self) -> str:
        """The encoding of a text file; empty for a sheet."""

    @property
    def estimated_rows(self) -> int:
        """About how many rows there are."""

    def head(self) -> list[Row]:
        """The first rows, enough to find the header."""

    def chunks(self) -> Iterator[Chunk]:
        """Every row from the first one on, in lists of at most CHUNK_ROWS."""


def file_hash(path: ExportFile) -> str:
    """SHA-256 of the file's bytes as hex. Raises ImportRefused where it cannot be read."""
    with reading(path):
        _check_kind(path)
        with open_bytes(path) as file:
            digest = hashlib.sha256()
            while block := file.read(_BLOCK):
                digest.update(block)
            return digest.hexdigest()


def _check_kind(path: ExportFile) -> None:
    """Raises ImportRefused for a device or a pipe, which would never end, or never begin."""
    if not stat.S_ISREG(container_of(path).stat().st_mode):
        raise ImportRefused("file_unreadable", file=path.name)


def open_sources(path: ExportFile, *, separator: str = "", encoding: str = "auto") -> list[RowSource]:
    """The tables of a file: the sheets of a workbook, or one for a text file.

    Decided by the first bytes, never by the name. Raises ImportRefused (`file_missing`,
    `file_unreadable`, `file_empty`, `file_damaged`, `sheet_too_large`, `password_protected`, `packed_archive`,
    `not_a_table`).
    """
    with reading(path):
        _check_kind(path)
        with open_bytes(path) as file:
            head = file.read(_SAMPLE)
        if not head.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
            raise ImportRefused("file_empty", file=path.name)
        if head.startswith(_OTHER_ARCHIVES):
            raise ImportRefused("packed_archive", file=path.name)
        if head.startswith((_ZIP, _OLE2)):
            return _workbook(path, zipped=head.startswith(_ZIP))
        chosen, errors = detect_encoding(path, head) if encoding == "auto" else (encoding, "replace")
        return [TextTable.sniffed(path, chosen, errors, separator)]


class reading:  # noqa: N801 - used like a function
    """Turns what the operating system says about the file into refusals, and what unpacking says about an archive."""

    def __init__(self, path: ExportFile) -> None:
        self._name = path.name
        self._damaged = () if isinstance(path, Path) else UNREADABLE

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, FileNotFoundError):
            raise ImportRefused("file_missing", file=self._name) from None
        if isinstance(error, OSError):
            raise ImportRefused("file_unreadable", file=self._name) from None
        if isinstance(error, self._damaged):
            raise ImportRefused("file_damaged", file=self._name) from None


# --- text ---


def detect_encoding(path: ExportFile, head: bytes) -> tuple[str, str]:
    """The encoding of a text file and how to treat undecodable bytes (`strict` or `replace`).

    UTF-8 is tried first and strictly: a GBK decode of UTF-8 often succeeds with wrong characters.
    Raises ImportRefused (`not_a_table`) for what is no text.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", "replace"
    if wide := _utf16_by_zeros(head):
        return wide, "replace"
    if _looks_binary(head):
        raise ImportRefused("not_a_table", file=path.name)
    if _decodes(path, "utf-8-sig"):
        # Not strict: a file cut within its last character is still UTF-8.
        return "utf-8-sig", "replace"
    if _mostly_utf8(head):
        return "utf-8-sig", "replace"
    # Strictness would ask for a whole reading more, and a few damaged characters are for the report.
    if _share_of_unreadable(head.decode("gb18030", "replace")) > 0.02:
        raise ImportRefused("not_a_table", file=path.name)
    return "gb18030", "replace"


def _utf16_by_zeros(head: bytes) -> str:
    """UTF-16 without a mark: the digits and separators of a table leave every other byte zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 20 < len(head) or min(even, odd) * 10 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _looks_binary(head: bytes) -> bool:
    controls = sum(count for byte, count in Counter(head).items() if byte < 32 and byte not in _TEXT_CONTROLS)
    return head.count(0) > 0 or controls * 100 > len(head)


def _decodes(path: ExportFile, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        with open_bytes(path) as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(head: bytes) -> bool:
    text = head.decode("utf-8", "replace")
    unreadable = text.count("\ufffd")
    return len(text) - len(text.encode("ascii", "ignore")) - unreadable > 10 * unreadable


def _share_of_unreadable(text: str) -> float:
    return text.count("\ufffd") / max(1, len(text))


@dataclass(frozen=True, slots=True)
class TextTable:
    """A text file with one row per record."""

    path: ExportFile
    encoding: str
    errors: str
    separator: str
    estimated_rows: int
    name: str = ""
    hidden: bool = False

    @classmethod
    def sniffed(cls, path: ExportFile, encoding: str, errors: str, separator: str) -> TextTable:
        """The file with its separator found from its first lines, where none is given."""
        with _text(path, encoding, errors) as file:
            lines = list(itertools.islice(_limited(file), HEAD_ROWS))
        size = size_of(path)
        stored = "utf-16-le" if "16" in encoding else encoding
        width = max(1, sum(len(line.encode(stored, "replace")) for line in lines))
        return cls(path, encoding, errors, separator or find_separator(lines), max(1, size * len(lines) // width))

    def head(self) -> list[Row]:
        """The first rows, enough to find the header."""
        for chunk in self.chunks():
            return chunk.rows[:HEAD_ROWS]
        return []

    def chunks(self) -> Iterator[Chunk]:
        """Every row from the first one on."""
        with reading(self.path), _text(self.path, self.encoding, self.errors) as file:
            rows = _records(file, self.separator)
            before, passed = 0, 0
            while chunk := self._next(rows, before, passed):
                after = getattr(rows, "line_num", 0)
                yield Chunk(chunk, after - before)
                before, passed = after, passed + len(chunk)

    def _next(self, rows: Iterator[Row], line: int, passed: int) -> list[Row]:
        """The next portion. A cell longer than any is the work of an unclosed quote where it runs over lines."""
        chunk: list[Row] = []
        try:
            chunk.extend(itertools.islice(rows, CHUNK_ROWS))
        except csv.Error:
            refuse_torn(self.path, getattr(rows, "line_num", 0) - line - len(chunk), passed + len(chunk) + 1)
        return chunk


def refuse_torn(path: ExportFile, lines: int, row: int) -> NoReturn:
    """Raises ImportRefused (`unclosed_quote`, `file_damaged`) for a cell over the limit, by the lines it runs over."""
    if lines <= _CELL_LINES:
        raise ImportRefused("file_damaged", file=path.name) from None
    raise ImportRefused("unclosed_quote", file=path.name, row=row) from None


def _text(path: ExportFile, encoding: str, errors: str) -> io.TextIOWrapper:
    """The characters of a file with its line ends as they stand."""
    return io.TextIOWrapper(open_bytes(path), encoding=encoding, errors=errors, newline="")


def _limited(lines: Iterable[str]) -> Iterator[str]:
    return (line[:_SAMPLE] for line in lines)


def _records(lines: Iterable[str], separator: str) -> Iterator[Row]:
    if separator == " ":
        return (line.split() for line in lines)
    return csv_rows(lines, separator)


def csv_rows(lines: Iterable[str], separator: str) -> CsvReader:
    """The rows of CSV lines; csv.Error for a cell over the limit."""
    csv.field_size_limit(_CELL_LIMIT)
    return csv.reader(lines, delimiter=separator)


def find_separator(lines: list[str]) -> str:
    """The separator under which most lines have the same number of cells, and many; spaces come last."""
    cells = {separator: _cells_told_apart(lines, separator) for separator in (",", "\t", ";", "|")}
    best = max(cells, key=cells.__getitem__)
    if cells[best] > 1:
        return best
    words = Counter(len(line.split()) for line in lines if line.strip())
    width, count = words.most_common(1)[0] if words else (1, 0)
    return " " if width > 1 and count * 10 >= 9 * sum(words.values()) else ","


def _cells_told_apart(lines: list[str], separator: str) -> int:
    """The most cells with a word in them, among rows of the usual width; 0 where widths differ too much."""
    try:
        rows = [row for row in _records(lines, separator) if any(cell.strip() for cell in row)]
    except csv.Error:
        return 0
    widths = Counter(map(len, rows))
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]), default=(1, 0))
    if count * 2 < len(rows):
        return 0
    return max((sum(any(map(str.isalnum, cell)) for cell in row) for row in rows if len(row) == width), default=0)


# --- workbooks ---


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet of a workbook."""

    path: ExportFile
    sheet: CalamineSheet
    name: str
    estimated_rows: int
    hidden: bool
    errors: Places
    encoding: str = ""
    separator: str = ""

    def head(self) -> list[Row]:
        """The first rows, enough to find the header."""
        return list(itertools.islice(self._rows(), HEAD_ROWS))

    def chunks(self) -> Iterator[Chunk]:
        """Every row from the first one on."""
        rows = self._rows()
        while chunk := list(itertools.islice(rows, CHUNK_ROWS)):
            yield Chunk(chunk, 0)

    def _rows(self) -> Iterator[Row]:
        top, left = self.sheet.start or (0, 0)
        yield from ([] for _ in range(top))
        edge = [""] * left
        cells = iter(self.sheet.iter_rows())
        for number in itertools.count(top):
            row = _calamine(self.path, lambda: next(cells, None))
            if row is None:
                return
            texts = edge + [cell if type(cell) is str else as_text(cell) for cell in row]
            for column in self.errors.get(number, ()) if self.errors else ():
                if column < len(texts):
                    texts[column] = _FAILED
            yield texts


def _workbook(path: ExportFile, *, zipped: bool) -> list[RowSource]:
    """The sheets of a workbook; one within an archive is held in memory."""
    content: Path | io.BytesIO = path if isinstance(path, Path) else in_memory(path)
    errors = check_extents(content, path.name) if zipped else {}
    if isinstance(content, io.BytesIO):
        content.seek(0)
    return _sheets(path, content, errors)


def _sheets(path: ExportFile, content: Path | io.BytesIO, errors: Mapping[str, Places]) -> list[RowSource]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book: CalamineWorkbook = _calamine(path, lambda: CalamineWorkbook.from_object(content))
    found: list[RowSource] = []
    for meta in book.sheets_metadata:
        if meta.typ is SheetTypeEnum.WorkSheet:
            sheet = _calamine(path, lambda name=meta.name: book.get_sheet_by_name(name))  # type: ignore[misc]
            if sheet.height:
                hidden = meta.visible is not SheetVisibleEnum.Visible
                found.append(
                    SheetTable(path, sheet, meta.name, sheet.total_height + 1, hidden, errors.get(meta.name, {}))
                )
    if not found:
        raise ImportRefused("file_empty", file=path.name)
    return sorted(found, key=lambda sheet: sheet.hidden)  # what a person sees comes first


def _calamine(path: ExportFile, work: Callable[[], Result]) -> Result:
    """Do some work of the workbook library; whatever it stumbles over means a damaged file.

    Its panics derive from BaseException, so that an `except Exception` would let them through.
    """
    try:
        return work()
    except (KeyboardInterrupt, SystemExit, MemoryError, FileNotFoundError, PermissionError):
        raise
    except BaseException as error:  # noqa: BLE001 - see above
        locked = type(error).__name__ == "PasswordError" or "assword" in str(error)
        raise ImportRefused("password_protected" if locked else "file_damaged", file=path.name) from None
