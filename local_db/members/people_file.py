"""A list of members as a file: complete or not there, safe to open in a spreadsheet, and logged."""

from __future__ import annotations

import csv
import io
import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from local_db import whole_files
from local_db.campaigns import leftovers
from local_db.campaigns.hand_off import HandOffFormat
from local_db.campaigns.model import HandOffHeaders
from local_db.errors import PrepareError
from local_db.members import export_log, store
from local_db.spreadsheet_cell import safe_cell
from local_db.values import epoch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from local_db.members.listing import Listing
    from local_db.members.model import Figures, MemberRow
    from local_db.roster.roster import Ints
    from local_db.shop_file import Shop

    Cell = str | int | float
    Cells = Callable[[MemberRow, Figures], Sequence[Cell]]

AT_ONCE = 5_000  # people between two reports of progress
XLSX_PEOPLE = 200_000  # a workbook of more takes gigabytes while it is made
KIND = "members"
_WIDTH = 16  # of a column of a workbook, in characters


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """What is written where: a title per column, and what stands in the row of a member."""

    out: Path  # its suffix decides CSV or XLSX
    titles: Sequence[str]
    cells: Cells
    subject: str = ""  # who they are, for the log
    reason: str = ""
    who: str = ""
    encoding: str = "utf-8-sig"  # of CSV
    overwrite: bool = False


def export_people(
    shop: Shop, listing: Listing, ids: Ints, what: PeopleFile, progress: Callable[[int, int], None], *, now: datetime
) -> int:
    """Write members into a file in this order, and log it; how many there were. Who is gone meanwhile is left out.

    `progress(done, total)` is called now and then, and may raise: then there is no file. The log says so before the
    file has its name, so no list leaves the shop without it. Raises PrepareError as `campaigns.actions.hand_off`.
    """
    how = HandOffFormat(what.out, HandOffHeaders(), what.encoding, overwrite=what.overwrite, shop=shop.path)
    how.check()
    if what.out.exists() and not what.overwrite:
        raise PrepareError("file_exists", path=str(what.out))
    xlsx = what.out.suffix.lower() == ".xlsx"
    if xlsx and len(ids) > XLSX_PEOPLE:
        raise PrepareError("too_many_rows", rows=len(ids), most=XLSX_PEOPLE)
    with leftovers.hand_off_under_way(shop, what.out):
        rows = _rows(shop, listing, ids, what.cells, progress)
        content, people = _xlsx(what.titles, rows, now) if xlsx else _csv(what, rows)
        _log_and_publish(shop, what, content, people, now)
    return people


def _log_and_publish(shop: Shop, what: PeopleFile, content: bytes, people: int, now: datetime) -> None:
    unfinished = whole_files.unfinished_file(what.out, people)
    try:
        whole_files.write_through(unfinished, content)
        with shop.write() as connection:
            entry = export_log.note_export(
                connection,
                kind=KIND,
                subject=what.subject,
                people=people,
                file_name=what.out.name,
                reason=what.reason,
                who=what.who,
                now=epoch(now),
            )
    except BaseException:
        whole_files.discard((unfinished,))
        raise
    with export_log.forgotten_on_failure(shop, entry):
        whole_files.publish((unfinished,))


def _rows(
    shop: Shop, listing: Listing, ids: Ints, cells: Cells, progress: Callable[[int, int], None]
) -> Iterator[Sequence[Cell]]:
    for first in range(0, len(ids), AT_ONCE):
        progress(first, len(ids))
        with shop.read() as connection:
            some = store.rows(connection, ids[first : first + AT_ONCE].tolist())
        for row, figures in zip(some, listing.figures([row.id for row in some]), strict=True):
            yield cells(row, figures)
    progress(len(ids), len(ids))


def _safe(cell: Cell) -> Cell:
    return safe_cell(cell) if isinstance(cell, str) else cell


def _csv(what: PeopleFile, rows: Iterator[Sequence[Cell]]) -> tuple[bytes, int]:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([safe_cell(title) for title in what.titles])
    people = 0
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
        people += 1
    return text.getvalue().encode(what.encoding, "replace"), people


def _xlsx(titles: Sequence[str], rows: Iterator[Sequence[Cell]], now: datetime) -> tuple[bytes, int]:
    import xlsxwriter

    content = io.BytesIO()
    # In memory: the row-by-row mode of XlsxWriter keeps what it writes plain in the system's temporary folder.
    workbook: Any = xlsxwriter.Workbook(content, {"in_memory": True})
    workbook.set_properties({"created": now.replace(tzinfo=None)})
    sheet = workbook.add_worksheet()
    sheet.set_column(0, max(0, len(titles) - 1), _WIDTH)
    sheet.freeze_panes(1, 0)
    number = 0
    for number, row in enumerate(itertools.chain([titles], rows)):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, safe_cell(cell))
            else:
                sheet.write_number(number, column, cell)
    workbook.close()
    return content.getvalue(), number
