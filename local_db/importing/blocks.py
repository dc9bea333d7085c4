"""Large text files cut as bytes, without making a text of every cell: each distinct cell is decoded once, by the table.

A block of lines is cut at its separators where that gives just what a CSV reader would give: no quotation mark in it,
and as many cells in each line as the header has. Any other block goes to the CSV reader, and so does the beginning of
every file, so that small files are read as ever.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import IO

from local_db.importing.archive import ExportFile, open_bytes, size_of
from local_db.importing.readers import Chunk, Row, RowSource, TextTable, csv_rows, reading, refuse_torn

BLOCK = 1 << 19  # bytes; the cells of one stay in the processor's cache
LARGE = 1 << 22  # bytes; smaller files are read in no time
# In these encodings no byte of these separators, nor of a line end, is part of another character.
_CUT_AS_BYTES = frozenset(itertools.product(("utf-8", "utf-8-sig", "gb18030"), (",", "\t", ";")))
_END = b"\n"
# Whatever is torn at the end of a cell is told as torn by the separator behind it, as when all is decoded at once.
_BEHIND = b",,,"
_MARK = "\x00end"  # a line of its own unless a quotation mark is open


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Some rows that all have `width` plain cells, as bytes."""

    flat: Sequence[bytes]  # row after row, with the signs of the line's end as further cells
    stride: int
    width: int
    encoding: str

    def __len__(self) -> int:
        return len(self.flat) // self.stride

    def column(self, place: int) -> Sequence[bytes]:
        """The cells of one column."""
        return self.flat[place :: self.stride]

    def row(self, number: int) -> Row:
        """One row as texts."""
        start = number * self.stride
        return decoded(self.flat[start : start + self.width], self.encoding)


def decoded(cells: Sequence[bytes], encoding: str) -> list[str]:
    """Cells as texts, as they are where the whole file is decoded at once."""
    encoding = _within(encoding)
    try:
        return _END.join(cells).decode(encoding).split("\n") if cells else []
    except UnicodeDecodeError:
        return [(cell + _BEHIND).decode(encoding, "replace")[: -len(_BEHIND)] for cell in cells]


def is_cut(source: RowSource) -> bool:
    """Whether a table is read as blocks."""
    return (
        isinstance(source, TextTable)
        and (source.encoding, source.separator) in _CUT_AS_BYTES
        and size_of(source.path) >= LARGE
    )


def line_start(path: ExportFile, place: int) -> int:
    """The first byte of a line behind this place; 0 where there is none near."""
    with reading(path), open_bytes(path) as file:
        file.seek(place)
        line = file.readline(BLOCK)
        return file.tell() if line.endswith(_END) else 0


def portions(source: RowSource, width: int, start: int = 0, end: int = 0) -> Generator[Chunk | Block, None, bool]:
    """Every row of a table: as `chunks` gives them, or as blocks where rows are plain and have `width` cells.

    From the row on that begins at the byte `start`. With `end`, the first byte of a line, only up to there, unless a
    row goes on beyond it; returns whether that much was read and no more.
    """
    if isinstance(source, TextTable) and (start or is_cut(source)):
        return (yield from _cut(source, width, start, end))
    yield from source.chunks()
    return False


def _cut(source: TextTable, width: int, start: int, end: int) -> Generator[Chunk | Block, None, bool]:
    passed = 0
    separator = source.separator.encode()
    with reading(source.path), open_bytes(source.path) as file:
        lines = _Lines(file, start, end)
        while block := lines.next():
            # The header, and a mark before it, are for the CSV reader. So is the end, which may be torn.
            whole = lines.ended or lines.place == len(block)
            plain = None if whole else plain_block(block, separator, width, source.encoding)
            if plain is None:
                chunk = _chunk(source, block, lines, passed)
                passed += len(chunk.rows)
                yield chunk
            else:
                passed += len(plain)
                yield plain
            if end and lines.place == end:
                return True
    return False


class _Lines:
    """A file in portions of whole lines, from one place on; one portion ends at `end`, where a line does."""

    def __init__(self, file: IO[bytes], start: int, end: int) -> None:
        self._file = file
        self._end = end
        self._rest = b""
        self.place = start  # behind the portion given last
        if start:
            file.seek(start)
        self._ahead = self._read()

    def _read(self) -> bytes:
        left = self._end - self._file.tell()
        return self._file.read(min(BLOCK, left) if left > 0 else BLOCK)

    @property
    def ended(self) -> bool:
        """Whether the portion given last is the file's end."""
        return not self._ahead

    def next(self) -> bytes:
        """The next portion; empty where there is none."""
        parts, self._rest = [self._rest], b""
        while more := self._ahead:
            self._ahead = self._read()
            end = more.rfind(_END) + 1
            if end and self._ahead:
                self._rest = more[end:]
                parts.append(more[:end])
                break
            parts.append(more)
        portion = b"".join(parts)
        self.place += len(portion)
        return portion


def plain_block(block: bytes, separator: bytes, width: int, encoding: str) -> Block | None:
    """The block cut into cells; None where a CSV reader might see something else in it."""
    if b'"' in block or b"\0" in block or not block.endswith(_END):
        return None
    ends = (b"\r", _END) if b"\r" in block else (_END,)
    flat = block
    for end in ends:  # one sign at a time: pairs are found four times as slowly
        flat = flat.replace(end, separator + end)
    cells = flat.replace(_END, _END + separator).split(separator)
    cells.pop()  # behind the last end of a line
    stride, rows = width + len(ends), block.count(_END)
    if b"\r" in ends and block.count(b"\r") != rows:  # one of them stands within a line
        return None
    if len(cells) != rows * stride or any(cells[width + n :: stride] != [end] * rows for n, end in enumerate(ends)):
        return None
    if width == 1 and b"" in cells[::stride]:  # to a CSV reader a line of nothing has no cell
        return None
    return Block(cells, stride, width, encoding)


def _chunk(source: TextTable, block: bytes, lines: _Lines, passed: int) -> Chunk:
    """The rows of a block as a CSV reader gives them, with the blocks behind it while a quotation mark is open."""
    while True:
        end = [] if lines.ended else [_MARK]
        reader = csv_rows([*io.StringIO(_text(source, block, lines), newline=""), *end], source.separator)
        rows: list[Row] = []
        try:
            rows.extend(reader)
        except csv.Error:
            refuse_torn(source.path, reader.line_num - len(rows), passed + len(rows) + 1)
        if not end or rows[-1] == end:
            return Chunk(rows[: len(rows) - len(end)], reader.line_num - len(end))
        block += lines.next()


def _text(source: TextTable, block: bytes, lines: _Lines) -> str:
    encoding = source.encoding if lines.place == len(block) else _within(source.encoding)
    if lines.ended:
        return block.decode(encoding, source.errors)
    return (block + _BEHIND).decode(encoding, source.errors)[: -len(_BEHIND)]


def _within(encoding: str) -> str:
    """The encoding of what does not begin a file."""
    return "utf-8" if encoding == "utf-8-sig" else encoding
