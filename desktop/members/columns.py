"""The columns of the list of members: which there are, which are shown, in what order and how wide."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.members.model import SortKey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.shell.ui_settings import UiSettings


class Column(IntEnum):
    """The columns there are, by their numbers in the model."""

    NICK = 0
    NAME = 1
    PLATFORM = 2
    PLACE = 3
    PROVINCE = 4
    CITY = 5
    PHONE = 6
    EMAIL = 7
    TAGS = 8
    CONSENT = 9
    ORDERS = 10
    SPENT = 11
    AVERAGE = 12
    FIRST = 13
    LAST = 14
    JOINED = 15
    BIRTHDAY = 16
    TIER = 17


_CONTEXT = "Members"
_KEY = "members/columns"  # of the window's settings

_TITLES = {
    Column.NICK: QT_TRANSLATE_NOOP("Members", "Nick"),
    Column.NAME: QT_TRANSLATE_NOOP("Members", "Name"),
    Column.PLATFORM: QT_TRANSLATE_NOOP("Members", "Platform"),
    Column.PLACE: QT_TRANSLATE_NOOP("Members", "Place"),
    Column.PROVINCE: QT_TRANSLATE_NOOP("Members", "Province"),
    Column.CITY: QT_TRANSLATE_NOOP("Members", "City"),
    Column.PHONE: QT_TRANSLATE_NOOP("Members", "Phone"),
    Column.EMAIL: QT_TRANSLATE_NOOP("Members", "E-mail"),
    Column.TAGS: QT_TRANSLATE_NOOP("Members", "Tags"),
    Column.CONSENT: QT_TRANSLATE_NOOP("Members", "SMS consent"),
    Column.ORDERS: QT_TRANSLATE_NOOP("Members", "Purchases"),
    Column.SPENT: QT_TRANSLATE_NOOP("Members", "Spent"),
    Column.AVERAGE: QT_TRANSLATE_NOOP("Members", "Average"),
    Column.FIRST: QT_TRANSLATE_NOOP("Members", "First order"),
    Column.LAST: QT_TRANSLATE_NOOP("Members", "Last order"),
    Column.JOINED: QT_TRANSLATE_NOOP("Members", "Joined"),
    Column.BIRTHDAY: QT_TRANSLATE_NOOP("Members", "Birthday"),
    Column.TIER: QT_TRANSLATE_NOOP("Members", "Tier"),
}

SORT_KEYS = {column: SortKey(column.name.lower()) for column in Column}

NUMERIC = (Column.ORDERS, Column.SPENT, Column.AVERAGE, Column.FIRST, Column.LAST, Column.JOINED)

WIDTHS: dict[Column, int] = {
    Column.NICK: 140,
    Column.NAME: 88,
    Column.PLATFORM: 112,
    Column.PLACE: 136,
    Column.PROVINCE: 88,
    Column.CITY: 88,
    Column.PHONE: 124,
    Column.EMAIL: 168,
    Column.TAGS: 176,  # two of them, in either language
    Column.CONSENT: 112,
    Column.ORDERS: 88,
    Column.SPENT: 108,
    Column.AVERAGE: 100,
    Column.FIRST: 104,
    Column.LAST: 104,
    Column.JOINED: 104,
    Column.BIRTHDAY: 104,
    Column.TIER: 96,
}

USUAL = (
    Column.NICK,
    Column.NAME,
    Column.PLACE,
    Column.PHONE,
    Column.ORDERS,
    Column.SPENT,
    Column.AVERAGE,
    Column.LAST,
    Column.TAGS,
)
# Which of the usual columns stay where there is little room; the nick always does.
IN_ORDER_OF_USE = (
    Column.SPENT,
    Column.LAST,
    Column.PHONE,
    Column.ORDERS,
    Column.PLACE,
    Column.TAGS,
    Column.NAME,
    Column.AVERAGE,
)


def title(column: Column) -> str:
    """What stands over a column."""
    return translate(_CONTEXT, _TITLES[column])


@dataclass(slots=True)
class ColumnChoice:
    """What a person chose; until then, the usual columns, as many as there is room for."""

    shown: tuple[Column, ...] = USUAL  # from left to right, the nick first
    by_person: bool = False
    widths: dict[Column, int] = field(default_factory=dict)

    @classmethod
    def remembered(cls, settings: UiSettings) -> ColumnChoice:
        """As it was left; what cannot be read is left out."""
        try:
            stored = json.loads(settings.get(_KEY) or "{}")
            names = {column.name.lower(): column for column in Column}
            shown = [names[name] for name in stored.get("shown", ()) if name in names]
            widths = {names[name]: int(width) for name, width in stored.get("widths", {}).items() if name in names}
        except (ValueError, TypeError, AttributeError):
            return cls()
        if not shown:
            return cls(widths=widths)
        return cls(_nick_first(shown), by_person=True, widths=widths)

    def remember(self, settings: UiSettings) -> None:
        """Keep it for the next time."""
        shown = [column.name.lower() for column in self.shown] if self.by_person else []
        widths = {column.name.lower(): width for column, width in self.widths.items()}
        settings.set(_KEY, json.dumps({"shown": shown, "widths": widths}))

    def choose(self, shown: Sequence[Column]) -> None:
        """Show these."""
        self.shown, self.by_person = _nick_first(shown), True

    def reset(self) -> None:
        """Show the usual ones, as wide as usual."""
        self.shown, self.by_person = USUAL, False
        self.widths.clear()

    def width(self, column: Column) -> int:
        """How wide a column is."""
        return self.widths.get(column, WIDTHS[column])

    def fitting(self, room: int) -> tuple[Column, ...]:
        """The columns to show in so many points; all of those a person has chosen."""
        if self.by_person:
            return self.shown
        room -= self.width(Column.NICK)
        kept = {Column.NICK}
        for column in IN_ORDER_OF_USE:
            room -= self.width(column)
            if room >= 0:
                kept.add(column)
        return tuple(column for column in self.shown if column in kept)


def _nick_first(columns: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(dict.fromkeys((Column.NICK, *columns)))
