"""When an export was made, as the file itself says: by the time in its name, else by the newest time in it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from local_db.importing.cells import MISSING
from local_db.values import epoch

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.importing.table import Table

# ExportOrderList202611161000.csv, orders_2026-11-16.xlsx: a year, and nothing that goes on as a number.
_STAMP = re.compile(r"(?<!\d)(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?:[-_ T]?(\d{2})[-:]?(\d{2})(?:[-:]?(\d{2}))?)?(?!\d)")


def stated_at(file_name: str, table: Table, zone: ZoneInfo) -> int:
    """UTC seconds of the export; 0 where neither the name nor any cell says a time."""
    return in_name(file_name, zone) or max(
        (int(moments.max()) for moments in table.moments.values() if len(moments) and moments.max() != MISSING),
        default=0,
    )


def in_name(file_name: str, zone: ZoneInfo) -> int:
    """The time in a file's name, on the shop's clock; 0 where there is none."""
    for match in _STAMP.finditer(file_name):
        try:
            return epoch(dt.datetime(*(int(part or 0) for part in match.groups()), tzinfo=zone))  # type: ignore[arg-type,misc]
        except ValueError:
            continue
    return 0
