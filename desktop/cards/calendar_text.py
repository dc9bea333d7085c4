"""Start and end of a calendar entry, as people write them and as a card keeps them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from local_db.cards.target_checks import calendar_times

EXAMPLE = "2026-12-12 20:00 – 22:00"
_TYPED = re.compile(
    r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s+(\d{1,2})[:：](\d{2})"
    r"\s*(?:-|–|—|~|～|至|到|to)\s*"
    r"(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s+)?(\d{1,2})[:：](\d{2})\s*"
)


def kept(typed: str, zone: ZoneInfo) -> str:
    """Two ISO times of the zone with a slash between; whatever else was typed stays as it is."""
    match = _TYPED.fullmatch(typed)
    if match is None:
        return typed.strip()
    day, until = match.group(1, 2, 3), match.group(6, 7, 8)
    try:
        start = _moment((*day, *match.group(4, 5)), zone)
        end = _moment((*(until if until[0] else day), *match.group(9, 10)), zone)
    except ValueError:  # the 31st of February
        return typed.strip()
    return "/".join(time.isoformat(timespec="minutes") for time in (start, end))


def shown(target: str, zone: ZoneInfo) -> str:
    """The times in the zone, the day of the end only where it is another one; what is no time as it is."""
    times = calendar_times(target)
    if times is None:
        return target
    start, end = (time.astimezone(zone) for time in times)
    same = start.date() == end.date()
    return f"{start:%Y-%m-%d %H:%M} – {end:{'%H:%M' if same else '%Y-%m-%d %H:%M'}}"


def _moment(parts: Sequence[str], zone: ZoneInfo) -> datetime:
    year, month, day, hour, minute = map(int, parts)
    return datetime(year, month, day, hour, minute, tzinfo=zone)
