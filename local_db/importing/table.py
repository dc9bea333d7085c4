"""The recognised columns of a file in memory: each distinct text once, rows as arrays of codes.

A million rows stay small this way, and every cleaning rule runs once per distinct cell instead of
once per row. Only times and order numbers, which hardly ever repeat, are kept row by row.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from local_db.coded import Coded, recoded
from local_db.collector import collector_paused
from local_db.errors import ImportRefused
from local_db.importing.blocks import Block, decoded, portions
from local_db.importing.cells import (
    BAD,
    EDGE,
    MISSING,
    address_key,
    clean_id,
    clean_ids,
    clean_text,
    lost_digits,
    start_of_address,
    time_of_number,
    times,
    times_in_full,
)
from local_db.importing.fields import Cells
from local_db.importing.parcels import newest_rows
from local_db.importing.problems import Problems, row_in_sheet
from local_db.importing.profile import plain
from local_db.importing.readers import CHUNK_ROWS
from local_db.importing.rules import is_refusal
from local_db.importing.second_half import ColumnRead, HalfRead, Packed, SecondHalf, second_half
from local_db.importing.swallowed import MOST_LINES, Swallowed, has_break

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from numpy.typing import NDArray

    from local_db.importing.readers import Chunk, Row
    from local_db.importing.recognise import Recognition

    Ints = NDArray[np.int64]
    Codes = NDArray[np.int32]
    Bools = NDArray[np.bool_]

ADDRESS_KEY = "address_key"  # a column of its own beside that of addresses, which are not kept whole
TOTAL_WORDS = frozenset({"总计", "合计", "总合计", "小计", "total", "totals", "grand total"})
_NO_NUMBER = 8  # digits; a longer number is that of an order
_PORTION = 16_384  # cells at a time: longer, and the interpreter would not give the window its turn
# What eBay writes below its table: how many records, and whose.
_NOTE_BELOW = re.compile(r"(?:\d+ )?record\(s\) downloaded.*|seller id ?:.*")
Watch = Callable[[int], None]


class TextPool(defaultdict[str | bytes, int]):
    """Gives every distinct cell a number, text or bytes as it comes; cleaned are they when all are known."""

    def __init__(self) -> None:
        super().__init__(itertools.count().__next__)
        self._parts: list[Codes] = []

    def add(self, cells: Sequence[str | bytes]) -> None:
        """Take the next cells of a column."""
        if cells and cells.count(cells[0]) == len(cells):  # five times as fast as to look all up
            self._parts.append(np.full(len(cells), self[cells[0]], np.int32))
        else:
            self._parts.append(np.fromiter(map(self.__getitem__, cells), np.int32, len(cells)))

    def so_far(self) -> tuple[list[str | bytes], Codes]:
        """The distinct cells, and the number of each cell."""
        return list(self), np.concatenate(self._parts) if self._parts else np.empty(0, np.int32)

    def add_numbered(self, distinct: Iterator[Sequence[str | bytes]], codes: Codes) -> None:
        """Take cells that another pool has numbered; its distinct cells come in portions."""
        own = [np.fromiter(map(self.__getitem__, cells), np.int32, len(cells)) for cells in distinct]
        if own:
            self._parts.append(np.concatenate(own)[codes])

    def column(self, clean: Callable[[str], str], encoding: str) -> Coded:
        """All cells taken so far, cleaned; the pool is empty then."""
        raw, numbers = self.so_far()
        self.clear()
        self._parts = []
        code_of: dict[str, int] = {"": 0}
        codes = np.empty(len(raw), np.int32)
        for start in range(0, len(raw), _PORTION):
            texts = map(clean, _decoded(raw[start : start + _PORTION], encoding))
            raw[start : start + _PORTION] = [""] * len(raw[start : start + _PORTION])  # to free all at once takes long
            codes[start : start + _PORTION] = [code_of.setdefault(text, len(code_of)) for text in texts]
        return Coded(codes[numbers], list(code_of))


def _decoded(cells: list[str | bytes], encoding: str) -> list[str]:
    """Cells as texts, those that are bytes together."""
    texts = iter(decoded([cell for cell in cells if isinstance(cell, bytes)], encoding))
    return [next(texts) if isinstance(cell, bytes) else cell for cell in cells]


@dataclass(slots=True, eq=False)
class Table:
    """The recognised cells of a file. `rows` are row numbers made by `row_in_sheet`."""

    found: Recognition
    rows: Ints
    texts: dict[str, Coded]
    moments: dict[str, Ints]
    numbers: list[str] | None
    problems: Problems
    dropped: int = 0  # rows that were neither blank nor a total, and could not be used
    whole: bool = True  # whether the file ended with these rows

    def __len__(self) -> int:
        return len(self.rows)

    def has(self, name: str) -> bool:
        """Whether the file has a column for this field, or its order numbers tell it."""
        return name in self.found.fields or name in self.moments

    def text(self, name: str) -> Coded:
        """A text column; all empty where the file has none."""
        return self.texts.get(name) or Coded.empty(len(self))

    def times(self, name: str) -> Ints:
        """UTC seconds, MISSING where there are none."""
        moments = self.moments.get(name)
        return moments if moments is not None else np.full(len(self), MISSING)

    def whole_numbers(self, name: str, clean: Callable[[str], int], code: str) -> Ints:
        """A column cleaned to integers, MISSING where empty; unreadable cells become problems and MISSING."""
        column = self.texts.get(name)
        if column is None:
            return np.full(len(self), MISSING)
        cleaned = np.fromiter((clean(value) for value in column.values), np.int64, len(column.values))
        result: Ints = cleaned[column.codes]
        self.note(result == BAD, name, code)
        result[result == BAD] = MISSING
        return result

    def note(self, where: Bools, name: str, code: str) -> None:
        """Note a problem in the column of a field for some rows."""
        if where.any():
            self.problems.add_rows(self.rows[where].tolist(), self.found.header(name), code)

    def forget_cells(self) -> None:
        """Free the cells once orders are made of them; rows and problems stay."""
        self.texts, self.moments, self.numbers = {}, {}, None

    def keep(self, where: Bools, *, lost: bool = True) -> None:
        """Leave out all other rows; they count as dropped unless nothing is lost with them."""
        if where.all():
            return
        self.dropped += int((~where).sum()) if lost else 0
        self.rows = self.rows[where]
        self.texts = {name: column.at(where) for name, column in self.texts.items()}
        self.moments = {name: column[where] for name, column in self.moments.items()}
        if self.numbers is not None:
            self.numbers = list(itertools.compress(self.numbers, where.tolist()))


def read_table(
    found: Recognition, zone: ZoneInfo, *, watch: Watch | None = None, most_rows: int | None = None
) -> Table:
    """Read the columns of every sheet. `watch` is told the rows read so far; `most_rows` is for a preview."""
    if most_rows is not None:
        return _beginning(found, zone, most_rows)
    reading = _Reading(found, zone)
    with collector_paused(), second_half(found, zone) as half:

        def tell() -> None:
            if watch is not None:
                watch(reading.passed if half is None else min(2 * reading.passed, found.estimated_rows))

        for portion in reading.portions(half, tell):
            reading.take(portion)
            tell()
    return reading.table()


def _beginning(found: Recognition, zone: ZoneInfo, most_rows: int) -> Table:
    """So many rows, and a few more."""
    reading = _Reading(found, zone)
    whole = True
    for chunk in reading.chunks():
        reading.take(chunk)
        if reading.passed >= most_rows:
            whole = reading.at_last_sheet and len(chunk.rows) < CHUNK_ROWS  # only the last chunk is shorter
            break
    table = reading.table()
    table.whole = whole
    return table


def read_half(found: Recognition, zone: ZoneInfo, start: int) -> HalfRead | None:
    """The rows from the byte `start` on; None where there is anything to say about them."""
    reading = _Reading(found, zone)
    with collector_paused():
        return reading.half(start)


@dataclass(slots=True)
class _Column:
    """What one field's cells become, chunk by chunk."""

    name: str
    kind: Cells
    pool: TextPool = field(default_factory=TextPool)
    moments: list[NDArray[np.int64]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    parcels: list[str | bytes] = field(default_factory=list)  # as they stand: of most rows they are not looked at
    blank: list[NDArray[np.bool_]] = field(default_factory=list)  # of times: where the cell is empty


def _given_away(column: _Column) -> ColumnRead:
    cells, codes = column.pool.so_far()
    column.pool.clear()
    return ColumnRead(Packed(cells), codes, column.moments, column.blank, Packed(column.ids), Packed(column.parcels))


class _Reading:
    def __init__(self, found: Recognition, zone: ZoneInfo) -> None:
        self._found = self._sheet = found
        self._zone = zone
        self._columns = [_Column(name, found.profile.cells(name)) for name in found.fields]
        self._rows: list[NDArray[np.int64]] = []
        self._short: list[tuple[int, int]] = []
        self._dropped = 0
        self._problems = Problems(tuple(sheet.source.name for sheet in found.sheets))
        self._before = 0  # rows of the sheets before this one
        self._in_sheet = 0
        self._taken = 0  # rows of this sheet that are used
        self._header = found.header_row  # -1 where it is not among the rows that are read
        self._place = -1

    @property
    def passed(self) -> int:
        """Rows read so far."""
        return self._before + self._in_sheet

    @property
    def at_last_sheet(self) -> bool:
        """Whether no sheet follows this one."""
        return self._place == len(self._found.others)

    def chunks(self) -> Iterator[Chunk]:
        """The rows of every sheet."""
        for sheet in self._found.sheets:
            self._begin(sheet)
            yield from sheet.source.chunks()

    def portions(self, half: SecondHalf | None, wait: Callable[[], object]) -> Iterator[Chunk | Block]:
        """The rows of every sheet, but for those that another process has read, which are taken here."""
        for sheet in self._found.sheets:
            self._begin(sheet)
            width, end = len(sheet.headers), half.start if half is not None else 0
            met = yield from portions(sheet.source, width, end=end)
            if half is not None and met:
                read = half.read(wait)
                if read is not None:
                    self._take_half(read)
                else:
                    yield from portions(sheet.source, width, start=end)

    def half(self, start: int) -> HalfRead | None:
        """The rows from the byte `start` of the only sheet on; None where there is anything to say about them."""
        self._begin(self._found)
        self._header = -1
        for portion in portions(self._found.source, len(self._found.headers), start=start):
            self.take(portion)
            if self._short or self._dropped or self._problems.all():
                return None
        return HalfRead(self._in_sheet, self._rows, map(_given_away, self._columns))

    def _take_half(self, half: HalfRead) -> None:
        """Add what another process has read below the rows taken so far."""
        self._rows += [row_in_sheet(self._place, rows + self._in_sheet) for rows in half.rows]
        self._taken += sum(map(len, half.rows))
        self._in_sheet += half.passed
        for column, read in zip(self._columns, half.columns, strict=True):
            column.pool.add_numbered(read.cells.portions(), read.codes)
            column.moments += read.moments
            column.blank += read.blank
            for numbers in read.ids.portions():
                column.ids += numbers
            for cells in read.parcels.portions():
                column.parcels += cells

    def _begin(self, sheet: Recognition) -> None:
        self._note_short()
        self._sheet, self._header = sheet, sheet.header_row
        self._place += 1
        self._before, self._in_sheet, self._taken = self.passed, 0, 0
        self._width = max(sheet.columns.values()) + 1
        self._essential = max(
            (sheet.columns[name] for name in sheet.profile.required if name in sheet.columns), default=0
        )
        self._swallowed = Swallowed(sheet.columns, len(sheet.headers), sheet.source.separator)

    def take(self, portion: Chunk | Block) -> None:
        """Add the rows of one portion."""
        if isinstance(portion, Block):
            self._take_block(portion)
        else:
            self._take_chunk(portion)

    def _take_block(self, block: Block) -> None:
        """Add rows of which nothing can be wrong but that one is blank or a total."""
        first = self._in_sheet + 1
        self._in_sheet += len(block)
        numbers = row_in_sheet(self._place, np.arange(first, self._in_sheet + 1))
        nothing = _blank_rows(block)
        kept = np.ones(len(block), np.bool_)
        kept[nothing] = False
        numbers = numbers[kept]
        self._rows.append(numbers)
        self._taken += len(numbers)
        places = self._sheet.columns
        for column in self._columns:
            cells = block.column(places[column.name]) if column.name in places else (b"",) * len(block)
            self._add_bytes(column, list(itertools.compress(cells, kept.tolist())) if nothing else cells, numbers)

    def _take_chunk(self, chunk: Chunk) -> None:
        first = self._in_sheet + 1
        self._in_sheet += len(chunk.rows)
        skipped = max(0, self._header + 2 - first)
        self._note_above(chunk.rows[:skipped], first)
        rows = chunk.rows[skipped:]
        numbers = row_in_sheet(self._place, np.arange(first + skipped, self._in_sheet + 1))
        rows, kept = self._filled(rows, numbers)
        if chunk.lines != len(chunk.rows):
            rows, kept = self._whole(rows, kept)
        rows, kept = self._usable(rows, kept)
        if not rows:
            return
        self._rows.append(kept)
        self._taken += len(rows)
        read = [column for column in self._columns if column.name in self._sheet.columns]
        places = [self._sheet.columns[column.name] for column in read]
        # A getter of one place gives no tuple, so the first is asked for twice.
        cells = zip(*map(itemgetter(*places, places[0]), rows), strict=True)
        of_column = dict(zip((column.name for column in read), cells, strict=False))
        for column in self._columns:
            self._add(column, of_column.get(column.name) or ("",) * len(rows), kept)

    def table(self) -> Table:
        """Everything taken so far."""
        rows = np.concatenate(self._rows) if self._rows else np.empty(0, np.int64)
        self._note_short()
        texts, moments, numbers = {}, {}, None
        for column in self._columns:
            if column.kind is Cells.TIME:
                moments[column.name] = np.concatenate(column.moments) if column.moments else np.empty(0, np.int64)
            elif column.name == "number":
                numbers = column.ids
            elif column.kind is not Cells.PARCEL:
                clean = _CLEANED.get(column.kind, _stripped)
                texts[column.name] = column.pool.column(clean, self._found.source.encoding)
        if (whole := texts.get("address")) is not None:
            texts["address"] = recoded(whole, start_of_address)
            texts[ADDRESS_KEY] = recoded(whole, address_key)
        self._note_missing()
        table = Table(self._found, rows, texts, moments, numbers, self._problems, self._dropped)
        self._time_of_numbers(table)
        self._read_parcels(table)
        self._drop_not_opted_out(table)
        _note_unreadable(table)
        return table

    def _time_of_numbers(self, table: Table) -> None:
        """Where an order has no time at all, the one its number begins with; where a file names none, of all."""
        pattern = self._found.profile.rows.number_time
        if not pattern or table.numbers is None:
            return
        own = {"ordered_at", "paid_at"} & table.moments.keys()
        timeless = (
            np.all([table.moments[name] == MISSING for name in own], axis=0) if own else np.ones(len(table), bool)
        )
        if not timeless.any():
            return
        ordered_at = table.times("ordered_at").copy()
        for place in np.flatnonzero(timeless).tolist():
            ordered_at[place] = time_of_number(table.numbers[place], pattern, self._zone)
        table.moments["ordered_at"] = ordered_at

    def _read_parcels(self, table: Table) -> None:
        """What the newest rows say of parcels; of all others it is left out."""
        columns = [column for column in self._columns if column.kind is Cells.PARCEL]
        if not columns:
            return
        newest = np.flatnonzero(newest_rows(table.moments.values(), len(table)))
        places = newest.tolist()
        for column in columns:
            pool = TextPool()
            pool.add([column.parcels[place] for place in places])
            column.parcels = []
            read = pool.column(clean_text, self._found.source.encoding)
            codes = np.zeros(len(table), np.int32)
            codes[newest] = read.codes
            table.texts[column.name] = Coded(codes, read.values)

    def _drop_not_opted_out(self, table: Table) -> None:
        """Where a list says of some when they opted out, the others have not; nor have those who answered otherwise."""
        if "opted_out" not in self._found.profile.consent.values():
            return
        reply = table.text("reply")
        if (reply.codes > 0).any():
            refuses = np.array([not text or is_refusal(text) for text in reply.values])[reply.codes]
            if not refuses.all():
                row, header = table.rows[~refuses][0], self._found.header("reply")
                table.problems.add(row, header, "no_opt_out_reply", count=int((~refuses).sum()))
                table.keep(refuses)
                return
        column = next((column for column in self._columns if column.name == "opted_out_at"), None)
        if column is None or not column.blank:
            return
        blank = np.concatenate(column.blank)
        if blank.any() and not blank.all():
            header = self._found.header(column.name)
            table.problems.add(table.rows[blank][0], header, "no_opt_out_time", count=int(blank.sum()))
            table.keep(~blank)

    def _add_bytes(self, column: _Column, cells: Sequence[bytes], rows: NDArray[np.int64]) -> None:
        if column.kind is Cells.TIME and (moments := times_in_full(cells, self._zone)) is not None:
            column.blank.append(moments == MISSING)
            column.moments.append(moments)
        elif column.kind is Cells.TIME or column.name == "number":
            self._add(column, decoded(cells, self._sheet.source.encoding), rows)
        elif column.kind is Cells.PARCEL:
            column.parcels += cells
        else:
            column.pool.add(cells)

    def _add(self, column: _Column, cells: Sequence[str], rows: NDArray[np.int64]) -> None:
        if column.kind is Cells.TIME:
            moments = times(cells, self._zone, self._found.profile.dates)
            bad = moments == BAD
            column.blank.append(moments == MISSING)
            if bad.any():
                self._problems.add_rows(rows[bad].tolist(), self._sheet.header(column.name), "bad_time")
                moments[bad] = MISSING
            column.moments.append(moments)
        elif column.name == "number":
            column.ids += clean_ids(cells)
        elif column.kind is Cells.PARCEL:
            column.parcels += cells
        else:
            column.pool.add(cells)

    def _filled(self, rows: list[Row], numbers: NDArray[np.int64]) -> tuple[list[Row], NDArray[np.int64]]:
        """The rows that hold something and are no totals."""
        # `_is_numbered` is written out to save a million calls.
        kept = [
            place for place, row in enumerate(rows)
            if (row and len(row[0]) > _NO_NUMBER and (row[0].isdigit() or row[0][:2] == '="')) or not _is_nothing(row)
        ]  # fmt: skip
        return _picked(rows, numbers, kept)

    def _whole(self, rows: list[Row], numbers: NDArray[np.int64]) -> tuple[list[Row], NDArray[np.int64]]:
        """The rows in which no quotation mark has swallowed the end of a line. Raises ImportRefused."""
        torn = {}
        for place, row in enumerate(rows):
            if has_break("".join(row)) and (lines := self._swallowed.lines(row)):
                torn[place] = lines
        for place, lines in torn.items():
            number = int(numbers[place])
            if lines >= MOST_LINES and self._sheet.source.separator:
                raise ImportRefused("unclosed_quote", file=self._sheet.source.path.name, row=number)
            self._problems.add(number, "", "line_break", lines=lines)
        self._dropped += len(torn)
        return _picked(rows, numbers, [place for place in range(len(rows)) if place not in torn])

    def _usable(self, rows: list[Row], numbers: NDArray[np.int64]) -> tuple[list[Row], NDArray[np.int64]]:
        """The rows whose cells stand under their headers, padded to the width that is read."""
        header_width = len(self._sheet.headers)
        shifted = set()
        for place, length in enumerate(map(len, rows)):
            if length < self._width:
                self._short.append((int(numbers[place]), length))
                rows[place] = rows[place] + [""] * (self._width - length)
            elif length > header_width and any(cell.strip(EDGE) for cell in rows[place][header_width:]):
                self._problems.add(numbers[place], "", "extra_cells", cells=length, expected=header_width)
                shifted.add(place)
        self._dropped += len(shifted)
        return _picked(rows, numbers, [place for place in range(len(rows)) if place not in shifted])

    def _note_above(self, rows: list[Row], first: int) -> None:
        """Rows above the header that are as full as data: in a file put in another order they would be lost."""
        header = sum(bool(cell.strip(EDGE)) for cell in self._sheet.headers)
        for number, row in enumerate(rows, first):
            full = sum(bool(cell.strip(EDGE)) for cell in row)
            if number <= self._sheet.header_row and full > 1 and full * 2 >= header:
                self._problems.add(row_in_sheet(self._place, number), "", "row_above_header")
                self._dropped += 1

    def _note_missing(self) -> None:
        """Columns that files of this kind usually have."""
        profile = self._found.profile
        for name in profile.expected:
            if name not in self._found.fields:
                self._problems.add(0, profile.headers[name][0], "missing_column")
        for sheet in self._found.left_out:
            self._problems.add(0, "", "sheet_left_out", sheet=sheet)

    def _note_short(self) -> None:
        """Rows with too few cells; where most are short the platform leaves out empty last cells."""
        usual = len(self._short) * 2 > self._taken > 1
        for row, length in self._short:
            if length <= self._essential or not usual:
                self._problems.add(row, "", "short_row", cells=length, expected=len(self._sheet.headers))
        self._short = []


def _picked(rows: list[Row], numbers: NDArray[np.int64], kept: list[int]) -> tuple[list[Row], NDArray[np.int64]]:
    """Some of the rows with their numbers."""
    if len(kept) == len(rows):
        return rows, numbers
    return [rows[place] for place in kept], numbers[kept]


def _blank_rows(block: Block) -> list[int]:
    """The rows of a block that hold nothing, and the totals."""
    suspects = [
        place for place, cell in enumerate(block.column(0)) if len(cell) <= _NO_NUMBER or not cell.isdigit()
    ]  # fmt: skip
    return [place for place in suspects if not _is_numbered(row := block.row(place)) and _is_nothing(row)]


def _is_numbered(row: Row) -> bool:
    """Whether a row begins with an order number, as the usual one does: it is no total then."""
    return bool(row) and len(row[0]) > _NO_NUMBER and (row[0].isdigit() or row[0][:2] == '="')


def _is_nothing(row: Row) -> bool:
    """Whether a row is blank, or a total below the table."""
    filled = [cell for cell in row if cell.strip(EDGE)]
    if not filled:
        return True
    words = plain(filled[0])
    return words.rstrip(":") in TOTAL_WORDS or any(_NOTE_BELOW.fullmatch(plain(cell)) for cell in filled[:2])


def _stripped(cell: str) -> str:
    return cell.strip(EDGE)


_WORDS = (
    Cells.TEXT,
    Cells.PROVINCE,
    Cells.CITY,
    Cells.STATUS,
    Cells.CLOSING,
    Cells.AFTER_SALE,
    Cells.REFUND_STATE,
)
_CLEANED = {**dict.fromkeys(_WORDS, clean_text), Cells.NUMBER_TEXT: clean_id}


def _note_unreadable(table: Table) -> None:
    """Cells in which the file's bytes made no characters, and ids a spreadsheet has rounded."""
    for name in filter(table.texts.__contains__, table.found.fields):
        column = table.texts[name]
        torn = np.array(["\ufffd" in value for value in column.values])
        table.note(torn[column.codes], name, "unreadable_text")
        if table.found.profile.cells(name) is Cells.NUMBER_TEXT:
            rounded = np.array([lost_digits(value) for value in column.values])
            table.note(rounded[column.codes], name, "precision_lost")


def refuse_empty(table: Table, file_name: str) -> None:
    """Raises ImportRefused (`no_rows`) for a header with nothing below it; left out rows are for the report."""
    if not len(table) and not table.dropped:
        raise ImportRefused("no_rows", file=file_name)
