"""Writing hand-off files: complete ones or none, safe to open in a spreadsheet.

Files are written in full under unfinished names in the folder they belong to (`write`), then get
their names (`whole_files.publish`). The caller commits "handed off" between the two, so a file that
somebody could send from never exists without the shop knowing about it.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from local_db.backup import is_shop_file
from local_db.campaigns.model import HandOffHeaders
from local_db.campaigns.store import AudienceRow
from local_db.errors import PrepareError
from local_db.spreadsheet_cell import safe_cell
from local_db.whole_files import Unfinished, speaking_of, unfinished_file, write_all

ENCODINGS = ("utf-8-sig", "gb18030")
SUFFIXES = (".csv", ".xlsx")
SHEET_ROWS = 1_048_576  # of an XLSX sheet, its header included


@dataclass(frozen=True, slots=True)
class HandOffFormat:
    """Where a hand-off goes and how it is written; the suffix of `out` decides CSV or XLSX."""

    out: Path
    headers: HandOffHeaders
    encoding: str = "utf-8-sig"  # of CSV
    split: int | None = None  # at most so many rows to a file
    overwrite: bool = False
    shop: Path | None = None  # the shop file, which is never written over, whatever `overwrite` says

    def check(self) -> None:
        """Refuse what cannot work before anything is written."""
        if self.out.suffix.lower() not in SUFFIXES:
            raise PrepareError("bad_suffix", suffix=self.out.suffix)
        if self.encoding not in ENCODINGS:
            raise PrepareError("bad_encoding", encoding=self.encoding)
        if self.split is not None and self.split < 1:
            raise PrepareError("bad_split", split=self.split)
        if not os.path.isdir(self.out.parent):  # noqa: PTH112 - False for impossible names
            raise PrepareError("folder_missing", path=str(self.out.parent))
        self.check_name(self.out)

    def check_name(self, final: Path) -> None:
        """Refuse a name that a file of the shop has. Raises PrepareError `is_shop_file`."""
        if self.shop is not None and is_shop_file(final, self.shop):
            raise PrepareError("is_shop_file", path=str(final))


def write(rows: Sequence[AudienceRow], how: HandOffFormat, *, now: datetime) -> tuple[Unfinished, ...]:
    """Write every file under an unfinished name, flushed to the disk; on a failure none is left.

    Raises PrepareError: `is_shop_file`, `file_exists`, `too_many_rows`, `read_only`, `disk_full`, `write_failed`.
    """
    xlsx = how.out.suffix.lower() == ".xlsx"
    size = how.split or max(len(rows), 1)
    if xlsx and min(size, len(rows)) >= SHEET_ROWS:
        raise PrepareError("too_many_rows", rows=len(rows), most=SHEET_ROWS - 1)
    pieces = [rows[start : start + size] for start in range(0, len(rows), size)]
    names = file_names(how.out, len(pieces))
    _check_places((*names, *older_files(how, len(pieces))), how)
    files = tuple(unfinished_file(name, len(piece)) for name, piece in zip(names, pieces, strict=True))
    contents = (_xlsx(piece, how.headers, now) if xlsx else _csv(piece, how.headers, how.encoding) for piece in pieces)
    return write_all(files, contents)


def write_files(
    contents: Mapping[Path, bytes], how: HandOffFormat, older: Sequence[Path] = ()
) -> tuple[Unfinished, ...]:
    """`write` of what is made already, a file per name; `older` ones are those that `publish` is to remove."""
    _check_places((*contents, *older), how)
    return write_all(tuple(unfinished_file(name, 0) for name in contents), contents.values())


def older_files(how: HandOffFormat, count: int) -> tuple[Path, ...]:
    """What an earlier splitting of the same name left and `count` files would not replace.

    Somebody sending every file of the name would write to those people too. Without `split` there
    are none: files with numbers may then be anybody's.
    """
    if how.split is None:
        return ()
    found = [how.out] if count > 1 and how.out.is_file() else []
    number = count + 1 if count > 1 else 1
    while (part := _part(how.out, number)).is_file():
        found.append(part)
        number += 1
    return tuple(found)


def remove_leftovers(out: Path) -> None:
    """Clear away what a hand-off to `out` that was killed left behind, and put back what it had moved aside."""
    hidden = re.compile(rf"\.{re.escape(out.stem)}(-\w+)?{re.escape(out.suffix)}\.(unfinished|replaced)")
    with contextlib.suppress(OSError):
        for path in list(out.parent.iterdir()):
            if (found := hidden.fullmatch(path.name)) is None:
                continue
            final = out.with_name(f"{out.stem}{found[1] or ''}{out.suffix}")
            if found[2] == "replaced" and not final.exists():
                path.replace(final)
            else:
                path.unlink()


def file_names(out: Path, count: int) -> list[Path]:
    """`out` itself for one file; name-1.csv, name-2.csv … for several."""
    if count <= 1:
        return [out] * count
    return [_part(out, number) for number in range(1, count + 1)]


def dialled(number: str) -> str:
    """A number as gateways take it: E.164 without its `+`."""
    return number.removeprefix("+")


def _csv(rows: Sequence[AudienceRow], headers: HandOffHeaders, encoding: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([safe_cell(headers.phone), safe_cell(headers.text), safe_cell(headers.parts)])
    writer.writerows([safe_cell(dialled(row.phone)), safe_cell(row.text), row.parts] for row in rows)
    return text.getvalue().encode(encoding)


def _xlsx(rows: Sequence[AudienceRow], headers: HandOffHeaders, now: datetime) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    # In memory: the row-by-row mode of XlsxWriter keeps plain phone numbers in the system's temporary folder.
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    workbook.set_properties({"created": now.replace(tzinfo=None)})
    sheet = workbook.add_worksheet()
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100)
    sheet.freeze_panes(1, 0)
    for column, title in enumerate((headers.phone, headers.text, headers.parts)):
        sheet.write_string(0, column, safe_cell(title))
    for number, row in enumerate(rows, 1):
        sheet.write_string(number, 0, safe_cell(dialled(row.phone)))
        sheet.write_string(number, 1, safe_cell(row.text))
        sheet.write_string(number, 2, str(row.parts))
    workbook.close()
    return content.getvalue()


def _check_places(places: Sequence[Path], how: HandOffFormat) -> None:
    for place in places:
        with speaking_of(place):
            how.check_name(place)
            if place.exists() and not how.overwrite:
                raise PrepareError("file_exists", path=str(place))
            if place.is_dir():
                raise PrepareError("write_failed", path=str(place))


def _part(out: Path, number: int) -> Path:
    return out.with_name(f"{out.stem}-{number}{out.suffix}")
