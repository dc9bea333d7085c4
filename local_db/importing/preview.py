"""A look at a file before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_db.importing import cells
from local_db.importing.birthdays import birthday
from local_db.importing.cells import MISSING
from local_db.importing.fields import Cells
from local_db.importing.guess import guess, is_data, numbered
from local_db.importing.memberships import memberships_of
from local_db.importing.model import FileKind
from local_db.importing.orders import orders_of
from local_db.importing.people import people_of
from local_db.importing.plain_list import plain_list
from local_db.importing.previewed import Preview, PreviewColumn
from local_db.importing.problems import row_number
from local_db.importing.readers import HEAD_ROWS, Row, RowSource
from local_db.importing.recognise import likely_header
from local_db.importing.refunds import refunds_of
from local_db.importing.table import Table
from local_db.values import currency_decimals, decimal_text, local_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from zoneinfo import ZoneInfo

ROWS = 200  # rows read for a preview
SHOWN = 20


def unknown_layout(source: RowSource) -> Preview:
    """The first rows as they stand, for a layout that no profile reads."""
    head = source.head()
    place, headers = _header(head)
    filled = [row for row in head[place + 1 :] if any(cell.strip() for cell in row)]
    rows = filled[:SHOWN]
    counted = len(head) < HEAD_ROWS
    width = len(headers)
    return Preview(
        profile=None,
        guessed=False,
        kind=guess(headers, filled).kind,
        platform="",
        shop_name="",
        sheet=source.name,
        encoding=source.encoding,
        header_row=place + 1,
        columns=tuple(PreviewColumn(index, header.strip(), "") for index, header in enumerate(headers)),
        row_numbers=tuple(range(place + 2, place + 2 + len(rows))),
        rows=tuple(tuple((row + [""] * width)[:width]) for row in rows),
        problems=(),
        estimated_rows=len(filled) if counted else max(0, source.estimated_rows - place - 1),
        counted=counted,
    )


def _header(head: Sequence[Row]) -> tuple[int, Sequence[str]]:
    """The header of an unknown table and its row; -1 and numbers where the first row is data already."""
    listed = plain_list(head)
    if listed is not None:
        return (0, head[0]) if listed.header else (-1, numbered(1))
    place = likely_header(head)
    if head and is_data(head[place]):
        return -1, numbered(max(map(len, head)))
    return place, head[place] if head else []


def of_table(table: Table, zone: ZoneInfo, currency: str, shop_name: str) -> Preview:
    """The first rows as they would be taken."""
    found = table.found
    field_of = {index: field for field, index in reversed(list(found.columns.items()))}
    columns = tuple(PreviewColumn(i, header.strip(), field_of.get(i, "")) for i, header in enumerate(found.headers))
    texts = [_cleaned(table, column.field, zone, currency) for column in columns if column.field]
    rows = tuple(zip(*(column[:SHOWN] for column in texts), strict=True)) if texts else ()
    numbers = tuple(row_number(table.rows[:SHOWN]).tolist())
    estimate = max(0, found.estimated_rows - sum(sheet.header_row + 1 for sheet in found.sheets))
    count = len(table) if table.whole else estimate
    _note_all(table, currency)
    return Preview(
        profile=found.profile,
        guessed=found.guessed,
        kind=found.profile.kind,
        platform=found.profile.platform,
        shop_name=shop_name,
        sheet=found.source.name,
        encoding=found.source.encoding,
        header_row=found.header_row + 1,
        columns=columns,
        row_numbers=numbers,
        rows=rows,
        problems=table.problems.all(),
        estimated_rows=count,
        counted=table.whole,
    )


def _note_all(table: Table, currency: str) -> None:
    """Clean everything once for the problems it brings up."""
    kind = table.found.profile.kind
    if kind is FileKind.ORDERS:
        orders_of(table, currency)
    elif kind is FileKind.REFUNDS:
        refunds_of(table, currency)
    else:
        people_of(table)
        memberships_of(table)


def _cleaned(table: Table, field: str, zone: ZoneInfo, currency: str) -> list[str]:
    if field == "number":
        return list(table.numbers or ())
    kind = table.found.profile.cells(field)
    if kind is Cells.TIME:
        return [_time_text(moment, zone) for moment in table.times(field).tolist()]
    column = table.text(field)
    change = _cell_text(kind, currency, table.found.profile.dates)
    values = [change(value) for value in column.values]
    return [values[code] for code in column.codes.tolist()]


def _time_text(moment: int, zone: ZoneInfo) -> str:
    return "" if moment == MISSING else f"{local_moment(moment, zone):%Y-%m-%d %H:%M:%S}"


def _cell_text(kind: Cells, currency: str, dates: str) -> Callable[[str], str]:
    def amount(cell: str) -> str:
        minor = cells.money(cell, currency_decimals(currency))
        return decimal_text(minor, currency) if minor > cells.BAD else ""

    def whole(cell: str) -> str:
        number = cells.integer(cell)
        return str(number) if number > cells.BAD else ""

    by_kind: dict[Cells, Callable[[str], str]] = {
        Cells.MONEY: amount,
        Cells.YES_NO: lambda cell: {1: "yes", 0: "no"}.get(cells.yes_no(cell), ""),
        Cells.INTEGER: whole,
        Cells.BIRTHDAY: lambda cell: birthday(cell, dates) or "",
        Cells.PHONE: lambda cell: cells.phone(cell).number,
        Cells.PROVINCE: cells.province,
        Cells.CITY: cells.city,
        Cells.ADDRESS: lambda cell: " ".join(filter(None, cells.place_of_address(cell))),
    }
    return by_kind.get(kind, str)
