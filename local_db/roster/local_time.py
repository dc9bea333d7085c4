"""Columns of UTC seconds on the clock of the shop's zone: which day, which hour."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from local_db.values import DAY_SECONDS

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.roster.roster import Ints


def local_seconds(times: Ints, zone: ZoneInfo) -> Ints:
    """UTC seconds as seconds on the zone's clock since 1970, exact through every change of the clock.

    The zone is asked once per UTC day that occurs, and for the second of the change where its offset differs
    at the two ends of a day.
    """
    if not len(times):
        return times
    utc_day = times // DAY_SECONDS
    first = int(utc_day.min())
    place = utc_day - first
    occurs = np.zeros(int(place.max()) + 1, np.bool_)
    occurs[place] = True
    before = np.zeros(len(occurs), np.int64)
    after = np.zeros(len(occurs), np.int64)
    change = np.zeros(len(occurs), np.int64)
    for number in np.flatnonzero(occurs):
        start = (first + int(number)) * DAY_SECONDS
        before[number], after[number] = _offset(start, zone), _offset(start + DAY_SECONDS - 1, zone)
        change[number] = start if before[number] == after[number] else _change(start, zone)
    return times + np.where(times < change[place], before[place], after[place])


def _offset(seconds: int, zone: ZoneInfo) -> int:
    delta = datetime.fromtimestamp(seconds, UTC).astimezone(zone).utcoffset()
    return 0 if delta is None else int(delta.total_seconds())


def _change(start: int, zone: ZoneInfo) -> int:
    """The first second of the day's new offset."""
    old, low, high = _offset(start, zone), start, start + DAY_SECONDS - 1
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(middle, zone) == old:
            low = middle
        else:
            high = middle
    return high
