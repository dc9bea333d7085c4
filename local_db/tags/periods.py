"""Promotion periods as days: which days belong to one, and which period a name means.

Rule tags and segments both ask here, of the shop's own periods.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from local_db.folding import fold
from local_db.tags.builtin import definitions
from local_db.tags.model import PROMOTIONS, Period

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints

EPOCH = date(1970, 1, 1).toordinal()
YEARLY = len("MM-DD")
_YEAR = re.compile(r"\s*(19|20)\d\d$")


def in_periods(day: Ints, periods: Sequence[Period]) -> Bools:
    """Whether each day is in one of the periods."""
    if not len(day):
        return np.zeros(0, np.bool_)
    first, last = int(day.min()), int(day.max())
    table = np.zeros(last - first + 1, np.bool_)
    for start, end in days_of(periods, first, last):
        table[max(start - first, 0) : max(end - first + 1, 0)] = True
    found: Bools = table[day - first]
    return found


def days_of(periods: Sequence[Period], first: int, last: int) -> list[tuple[int, int]]:
    """The periods as first and last day since 1970, those that come back in every year from `first` to `last`."""
    years = range(_date(first).year - 1, _date(last).year + 1)
    found = []
    for period in periods:
        if len(period.start) > YEARLY:
            found.append((_day(period.start), _day(period.end)))
            continue
        over = period.end < period.start  # into the next year
        found += [(_day(f"{year}-{period.start}"), _day(f"{year + over}-{period.end}")) for year in years]
    return found


def _date(day: int) -> date:
    return date.fromordinal(EPOCH + day)


def _day(text: str) -> int:
    """The day since 1970; 29 February of a year without one is its last day of February."""
    year, month, number = map(int, text.split("-"))
    if (month, number) == (2, 29) and year % 4:
        number = 28
    return date(year, month, number).toordinal() - EPOCH


def is_period(period: Period) -> bool:
    """Whether both ends are days of the same form and the first is not after the last."""
    if len(period.start) != len(period.end) or not period.name.strip():
        return False
    whole = len(period.start) > YEARLY
    try:
        first, last = (date.fromisoformat(end if whole else f"2024-{end}") for end in (period.start, period.end))
    except ValueError:
        return False
    return first <= last or not whole


def named(periods: Sequence[Period], names: Sequence[str]) -> tuple[Period, ...]:
    """The periods that the names mean: without a name all of them.

    A year at the end belongs to the period of that year, so a name without one means every year's; a built-in period
    answers to its name in either language.
    """
    if not names:
        return tuple(periods)
    wanted = {_meaning(name) for name in names}
    return tuple(p for p in periods if not wanted.isdisjoint((_meaning(p.name), name_without_year(_meaning(p.name)))))


def spoken_names(period: Period) -> tuple[str, ...]:
    """The names, folded, by which a text may speak of a period: its own, and those of a built-in one in each language.

    With and without its year, the longest first.
    """
    own = fold(period.name)
    meant = {_meaning(name) for name in (own, name_without_year(own))}
    also = {alias for alias, chinese in _aliases().items() if chinese in meant}
    names = {own, *meant, *also}
    return tuple(sorted(names | set(map(name_without_year, names)), key=len, reverse=True))


def _meaning(name: str) -> str:
    return _aliases().get(fold(name), fold(name))


def name_without_year(name: str) -> str:
    """“年货节 2026” as “年货节”: what means the period of every year."""
    return _YEAR.sub("", name)


@functools.cache
def _aliases() -> dict[str, str]:
    """The Chinese name of each built-in period by its English one, with and without the year."""
    pairs = [(fold(words.en), fold(words.zh)) for words, _, _ in definitions()[PROMOTIONS].periods]
    return dict(pairs) | {name_without_year(english): name_without_year(chinese) for english, chinese in pairs}
