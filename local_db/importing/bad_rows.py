"""The rows of a file that could not be taken as they stand, written to a file of their own with the reasons.

A person mends them there and imports that file; the column of reasons is no field. The rows are read again from the
file they came in, cell by cell as they stand. Of an order with several rows all go along where one of them is wrong:
the mended file would else say that the order has no others.
"""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import numpy as np

from local_db.errors import ImportRefused
from local_db.importing.cells import EDGE, clean_id
from local_db.importing.model import FileKind, Problem
from local_db.importing.orders import main_currency, orders_of
from local_db.importing.people import people_of
from local_db.importing.problems import row_in_sheet
from local_db.importing.readers import Row
from local_db.importing.reasons import REASON_HEADERS
from local_db.importing.refunds import refunds_of
from local_db.importing.table import Table, Watch, read_table

if TYPE_CHECKING:
    from local_db.importing.recognise import Recognition

MOST_IN_WORKBOOK = 100_000
_FORMULA = ("=", "+", "-", "@", "\t=", "\r", "＝", "＋", "－", "＠")
Reason = Callable[[Sequence[Problem]], str]


class BadRow(NamedTuple):
    """A row with its cells as they stand, and what is wrong with it: nothing where it only belongs to one that is."""

    sheet: int
    number: int
    cells: Row
    problems: Sequence[Problem]


def bad_rows(found: Recognition, zone: ZoneInfo, currency: str, *, watch: Watch | None = None) -> Iterator[BadRow]:
    """Every row with a problem, in the order of the file; read and cleaned once more to find them all."""
    problems = _problems(read_table(found, zone, watch=watch), currency)
    numbers = _numbers_of(found, problems)
    for place, row, cells, number in _rows(found):
        wrong = problems.get(row_in_sheet(place, row), [])
        if wrong or (number and number in numbers):
            yield BadRow(place, row, cells, wrong)


def write_bad_rows(found: Recognition, rows: Iterator[BadRow], out: Path, *, reason_header: str, reason: Reason) -> int:
    """Write rows as CSV, or as XLSX where the name ends so, and return how many they are; a file there is replaced.

    `reason` puts the problems of a row into words. Raises ImportRefused (`not_written`, `too_many_rows`).
    """
    first = found.headers if found.header_row >= 0 else _named(found)
    places = _places(found)
    lines = _lines(rows, places, reason)
    unfinished = out.with_name(f"{out.name}.new")
    try:
        head = [reason_header, *_without_reasons(first)]
        count = _write(unfinished, head, lines, workbook=out.suffix.lower() == ".xlsx", name=out.name)
        unfinished.replace(out)
    except OSError:
        raise ImportRefused("not_written", file=out.name) from None
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return count


def _problems(table: Table, currency: str) -> Mapping[int, list[Problem]]:
    """Everything that an import would complain about."""
    if table.found.profile.kind is FileKind.ORDERS:
        orders_of(table, main_currency(table, currency))
        return table.problems.by_row()
    if table.found.profile.kind is FileKind.REFUNDS:
        refunds_of(table, main_currency(table, currency))
        return table.problems.by_row()
    people = people_of(table)
    keys = (people.buyer_id, people.open_id, people.nick, people.email, people.real_phone())
    named = np.any([key.codes > 0 for key in keys], axis=0) if len(table) else np.empty(0, np.bool_)
    table.note(~named, "", "missing_identity")
    return table.problems.by_row()


def _rows(found: Recognition) -> Iterator[tuple[int, int, Row, str]]:
    """Every row: the place of its sheet, its number, its cells, and the order it belongs to where rows make orders."""
    for place, sheet in enumerate(found.sheets):
        column = sheet.columns.get("number") if sheet.profile.rows.per_line else None
        row, number = 0, ""
        for chunk in sheet.source.chunks():
            for cells in chunk.rows:
                row += 1
                if column is not None and row > sheet.header_row + 1:
                    number = (clean_id(cells[column]) if column < len(cells) else "") or number
                yield place, row, cells, number


def _numbers_of(found: Recognition, problems: Mapping[int, object]) -> set[str]:
    """The orders that have a bad row, where several rows make an order."""
    if not found.profile.rows.per_line:
        return set()
    return {number for place, row, _, number in _rows(found) if number and row_in_sheet(place, row) in problems}


def _places(found: Recognition) -> list[Sequence[int | None]]:
    """Per sheet the column for each header of the first one, so that all go into one table."""
    first = list(found.headers)
    kept = [index for index, header in enumerate(first) if header.strip(EDGE) not in REASON_HEADERS]
    places: list[Sequence[int | None]] = [kept]
    for sheet in found.others:
        theirs = {header: index for index, header in reversed(list(enumerate(sheet.headers)))}
        places.append([theirs.get(first[index]) if index < len(first) else None for index in kept])
    return places


def _named(found: Recognition) -> tuple[str, ...]:
    """Headers for a table without any: the fields that are read."""
    field_of = {index: field for field, index in reversed(list(found.columns.items()))}
    return tuple(field_of.get(index, header) for index, header in enumerate(found.headers))


def _without_reasons(headers: Sequence[str]) -> list[str]:
    return [header for header in headers if header.strip(EDGE) not in REASON_HEADERS]


def _lines(rows: Iterator[BadRow], places: Sequence[Sequence[int | None]], reason: Reason) -> Iterator[list[str]]:
    for row in rows:
        known = places[row.sheet]
        cells = [row.cells[index] if index is not None and index < len(row.cells) else "" for index in known]
        beyond = row.cells[max((index for index in known if index is not None), default=-1) + 1 :]
        yield [reason(row.problems) if row.problems else "", *cells, *beyond]


def _write(path: Path, head: Sequence[str], lines: Iterator[list[str]], *, workbook: bool, name: str) -> int:
    if workbook:
        return _workbook(path, head, lines, name)
    count = 0
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(map(_safe, head))
        for line in lines:
            writer.writerow(map(_safe, line))
            count += 1
    return count


def _workbook(path: Path, head: Sequence[str], lines: Iterator[list[str]], name: str) -> int:
    import xlsxwriter

    kept = [line for line, _ in zip(lines, range(MOST_IN_WORKBOOK + 1), strict=False)]
    if len(kept) > MOST_IN_WORKBOOK:
        raise ImportRefused("too_many_rows", file=name, limit=MOST_IN_WORKBOOK)
    # In memory: the row-by-row mode of XlsxWriter keeps cells in the system's temporary folder.
    with xlsxwriter.Workbook(str(path), {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        sheet.set_column(0, 0, 48)
        sheet.freeze_panes(1, 1)
        for number, line in enumerate([head, *kept]):
            for column, cell in enumerate(line):
                if cell:
                    sheet.write_string(number, column, cell)
    return len(kept)


def _safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; `="123"`, which keeps the digits of a number, stays."""
    if not cell.lstrip(" ").startswith(_FORMULA) or cell.strip() == "-":
        return cell
    if cell.startswith('="') and cell.endswith('"') and cell.count('"') == 2:
        return cell
    return f"'{cell}"
