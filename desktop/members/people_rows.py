"""What stands in the columns of a file of members: plain amounts and days, so that a spreadsheet can reckon."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop import amounts, wording
from desktop.members import words
from desktop.members.columns import Column, title
from desktop.system_user import user_name
from local_db.members.people_file import PeopleFile
from local_db.values import decimal_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from zoneinfo import ZoneInfo

    from desktop.members.export_dialog import ExportChoice
    from local_db.members.model import Figures, MemberRow

    Cell = str | int | float


def people_file(choice: ExportChoice, currency: str, zone: ZoneInfo) -> PeopleFile:
    """The file that a person has chosen."""
    return PeopleFile(
        out=choice.path,
        titles=[title(column) for column in choice.columns],
        cells=partial(_cells, choice.columns, currency, zone),
        reason=choice.reason,
        who=user_name(),
        encoding=choice.encoding,
        overwrite=choice.overwrite,
    )


def _cells(
    columns: Sequence[Column], currency: str, zone: ZoneInfo, row: MemberRow, figures: Figures
) -> Sequence[Cell]:
    return [_CELLS[column](row, figures, currency, zone) for column in columns]


def _money(minor: int | None, currency: str) -> Cell:
    return "" if minor is None else float(decimal_text(minor, currency))


def _day(seconds: int | None, zone: ZoneInfo) -> str:
    return "" if seconds is None else amounts.day(seconds, zone)


_CELLS: dict[Column, Callable[[MemberRow, Figures, str, ZoneInfo], Cell]] = {
    Column.NICK: lambda row, _figures, _currency, _zone: row.nick,
    Column.NAME: lambda row, _figures, _currency, _zone: row.name,
    Column.PLATFORM: lambda row, _figures, _currency, _zone: words.platform(row.platform),
    Column.PLACE: lambda row, _figures, _currency, _zone: words.place(row),
    Column.PROVINCE: lambda row, _figures, _currency, _zone: row.province,
    Column.CITY: lambda row, _figures, _currency, _zone: row.city,
    Column.PHONE: lambda row, _figures, _currency, _zone: row.phone,
    Column.EMAIL: lambda row, _figures, _currency, _zone: row.email,
    Column.TAGS: lambda row, _figures, _currency, _zone: wording.listed(row.tags),
    Column.CONSENT: lambda _row, figures, _currency, _zone: words.consent(figures.consent)[0],
    Column.ORDERS: lambda _row, figures, _currency, _zone: figures.orders,
    Column.SPENT: lambda _row, figures, currency, _zone: _money(figures.spent, currency),
    Column.AVERAGE: lambda _row, figures, currency, _zone: _money(figures.average, currency),
    Column.FIRST: lambda _row, figures, _currency, zone: _day(figures.first, zone),
    Column.LAST: lambda _row, figures, _currency, zone: _day(figures.last, zone),
    Column.JOINED: lambda row, _figures, _currency, zone: _day(row.joined_at, zone),
    Column.BIRTHDAY: lambda row, _figures, _currency, _zone: row.birthday,
    Column.TIER: lambda row, _figures, _currency, _zone: row.tier,
}
