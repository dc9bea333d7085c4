"""Reads plain values of a segment tree's JSON strictly: each is what it should be, or a TreeError with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from local_db.errors import TreeError
from local_db.segments.catalogue import MAX_DAYS, MAX_NUMBER

Object = Mapping[str, object]
Read = TypeVar("Read", int, Decimal)

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2999, 12, 31)

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def below(path: str, key: object) -> str:
    """The JSON pointer of a key (RFC 6901 escapes)."""
    return f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}"


def an_object(value: object, path: str, allowed: Iterable[str] | None = None) -> Object:
    """An object, with no other keys than the allowed ones where these are given."""
    if not isinstance(value, dict):
        raise TreeError("wrong_type", path=path, expected="object")
    if allowed is not None:
        only(value, path, allowed)
    return value


def only(node: Object, path: str, allowed: Iterable[str]) -> None:
    """Refuse a key that is not one of the allowed ones."""
    allowed = tuple(allowed)
    for key in node:
        if key not in allowed:
            raise TreeError("unknown_key", path=below(path, key), expected=allowed)


def a_list(value: object, path: str) -> list[object]:
    """A list of anything."""
    if not isinstance(value, list):
        raise TreeError("wrong_type", path=path, expected="list")
    return value


def text(value: object, path: str) -> str:
    """A text that can be stored."""
    if not isinstance(value, str):
        raise TreeError("wrong_type", path=path, expected="text")
    if any("\ud800" <= character <= "\udfff" for character in value):  # half a pair: JSON can spell it, UTF-8 cannot
        raise TreeError("wrong_value", path=path, expected=("unicode",))
    return value


def filled_text(value: object, path: str) -> str:
    """A text that is not empty."""
    name = text(value, path)
    if not name.strip():
        raise TreeError("empty", path=path)
    return name


def texts(value: object, path: str, *, blank: bool) -> tuple[str, ...]:
    """A list of at least one text, each once, in their order; empty ones only where `blank` allows it."""
    found = tuple(text(item, f"{path}/{place}") for place, item in enumerate(a_list(value, path)))
    if not found or not (blank or all(part.strip() for part in found)):
        raise TreeError("empty", path=path)
    return tuple(dict.fromkeys(found))


def text_or_texts(value: object, path: str) -> tuple[str, ...]:
    """A text, or a list of texts; none of them empty."""
    return texts([value] if isinstance(value, str) else value, path, blank=False)


def chosen_texts(value: object, path: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """One or several of the allowed texts, in the order of these."""
    if isinstance(value, str):
        return (one_of(value, path, allowed, "wrong_value"),)
    found = {one_of(item, f"{path}/{place}", allowed, "wrong_value") for place, item in enumerate(a_list(value, path))}
    if not found:
        raise TreeError("empty", path=path)
    return tuple(entry for entry in allowed if entry in found)


def one_of(value: object, path: str, allowed: tuple[str, ...], code: str) -> str:
    """One of the allowed texts, or a TreeError of this code."""
    found = text(value, path)
    if found not in allowed:
        raise TreeError(code, path=path, expected=allowed)
    return found


def flag(value: object, path: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise TreeError("wrong_type", path=path, expected="true_or_false")
    return value


def whole(value: object, path: str, low: int, high: int) -> int:
    """A whole number from `low` to `high`."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TreeError("wrong_type", path=path, expected="whole_number")
    if not low <= value <= high:
        raise TreeError("out_of_range", path=path, low=low, high=high)
    return value


def days(value: object, path: str) -> int:
    """A number of days, at least one."""
    return whole(value, path, 1, MAX_DAYS)


def amount(value: object, path: str, high: int = MAX_NUMBER) -> Decimal:
    """An amount in major units."""
    if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
        raise TreeError("wrong_type", path=path, expected="number")
    if not 0 <= value <= high:  # false for NaN and infinities too
        raise TreeError("out_of_range", path=path, low=0, high=high)
    return Decimal(str(value))


def pair(value: object, path: str, expected: str = "two_numbers") -> tuple[object, object]:
    """A list of two."""
    ends = a_list(value, path)
    if len(ends) != 2:
        raise TreeError("wrong_type", path=path, expected=expected)
    return ends[0], ends[1]


def in_order(ends: tuple[Read, Read], path: str) -> tuple[Read, Read]:
    """Two numbers, the first not above the last."""
    if ends[0] > ends[1]:
        raise TreeError("bad_range", path=path, low=str(ends[0]), high=str(ends[1]))
    return ends


def band(value: object, path: str) -> tuple[Decimal | None, Decimal | None]:
    """Two amounts of which one may be null, which leaves that end open."""
    low, high = pair(value, path, "two_ends")
    if low is None and high is None:
        raise TreeError("wrong_type", path=path, expected="two_ends")
    first = None if low is None else amount(low, f"{path}/0")
    last = None if high is None else amount(high, f"{path}/1")
    return (first, last) if first is None or last is None else in_order((first, last), path)


def day(value: object, path: str) -> date:
    """A date as 2026-01-31."""
    found = text(value, path)
    try:
        read = date.fromisoformat(found) if _DATE.fullmatch(found) else None
    except ValueError:
        read = None
    if read is None:
        raise TreeError("bad_date", path=path)
    if not FIRST_DAY <= read <= LAST_DAY:
        raise TreeError("out_of_range", path=path, low=FIRST_DAY.isoformat(), high=LAST_DAY.isoformat())
    return read
