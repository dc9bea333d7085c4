"""Cleaning of birthdays, as member lists write them: with a year or without one, or as Excel's own dates."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import NamedTuple

from local_db.importing.cells import clean_text
from local_db.phones import is_masked

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LEAP_YEAR = 2000  # a 29 February is a birthday, too, where no year is said
# What programs write where they know no birthday; nobody is meant by it.
_NO_DAYS = frozenset({(1, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1)})
_EXCEL_EPOCH = dt.date(1899, 12, 30)

_CLOCK = re.compile(r"[T ]+(?:0?0[:时]00?(?:[:分]00?(?:\.0+)?秒?)?|12:00(?::00)? ?AM)(?:Z|[+-]00:?00)?$", re.IGNORECASE)
_CLOCK_HERE = re.compile(r"[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_THREE = re.compile(r"(\d{1,4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,4})[日号]?")
_TWO = re.compile(r"(?:--)?(\d{1,2})[-/.月] ?(\d{1,2})[日号]?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:0{6})?")
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?:([A-Za-z]{3})[a-z]*\.?[- ](\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?[- ]([A-Za-z]{3})[a-z]*\.?)"
    r"(?:(?:-|,? )(\d{4}))?"
)


class _Day(NamedTuple):
    year: int  # 0 where it is not said
    month: int
    day: int


def birthday(cell: str, order: str = "ymd") -> str | None:
    """`1990-05-06`, or `05-06` without a year; empty where nothing is said, None where it cannot be read.

    `order` says how `5/6` is meant; a year of two figures is left out, for it may be of either century. A day of the
    Chinese calendar and an identity number are no birthday that can be read.
    """
    text = unicodedata.normalize("NFKC", clean_text(cell)).strip()
    if not text or set(text) <= set("0-:/ .") or is_masked(text):
        return ""
    try:
        found = _day(_CLOCK_HERE.sub("", _CLOCK.sub("", text)), order)
    except ValueError:
        return None
    if found is None or (found.year and not _FIRST_YEAR <= found.year < _LAST_YEAR and found not in _NO_DAYS):
        return None
    if found in _NO_DAYS:
        return ""
    written = f"{found.month:02}-{found.day:02}"
    return f"{found.year:04}-{written}" if found.year else written


def _day(text: str, order: str) -> _Day | None:
    """The day a text says; ValueError where there is no such day."""
    if (match := _DIGITS.fullmatch(text.removesuffix(".0"))) or (match := _THREE.fullmatch(text)):
        return _checked(*_with_year(match[1], match[2], match[3], order))
    if (match := _TWO.fullmatch(text)) or (match := _FOUR_DIGITS.fullmatch(text)):
        first, second = int(match[1]), int(match[2])
        month, day = (second, first) if order == "dmy" and "月" not in text else (first, second)
        return _checked(0, month, day)
    if match := _NAMED.fullmatch(text):
        month = _MONTHS.index((match[1] or match[4]).casefold()) + 1  # ValueError for a word that is no month
        return _checked(int(match[5] or 0), month, int(match[2] or match[3]))
    if match := _SERIAL.fullmatch(text):
        serial = _EXCEL_EPOCH + dt.timedelta(days=int(match[1]))
        return _Day(serial.year, serial.month, serial.day)
    return None


def _with_year(first: str, second: str, third: str, order: str) -> tuple[int, int, int]:
    if len(first) == 4 and len(third) <= 2:
        return int(first), int(second), int(third)
    if len(first) > 2 or len(third) == 3:
        raise ValueError
    if order == "ymd":
        if int(first) <= 31 or len(third) > 2:
            raise ValueError  # which of them is the year is not sure enough
        return 0, int(second), int(third)
    month, day = (second, first) if order == "dmy" else (first, second)
    return int(third) if len(third) == 4 else 0, int(month), int(day)


def _checked(year: int, month: int, day: int) -> _Day:
    dt.date(year or _LEAP_YEAR, month, day)
    return _Day(year, month, day)
