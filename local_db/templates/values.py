"""The values of many members made safe to stand in texts, all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from local_db.templates.clean import INVISIBLE, clean_value

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Ints

    Units = NDArray[np.uint16]

_MASKS = "*＊●"
_END = "\n"  # between values that are looked at together
_UNITS = 1 << 16


def clean_values(values: Sequence[str]) -> tuple[list[str], Ints]:
    """`clean_value` of each, and how many UTF-16 units each then has.

    What needs care is found in all of them together; the others stay the objects they were.
    """
    if not values:
        return [], np.zeros(0, np.int64)
    units, ends = _together(values)
    if units is None:  # a value with a line break would look like two
        cleaned = [clean_value(value) for value in values]
        return cleaned, lengths_of(cleaned)
    lengths = np.diff(ends, prepend=-1) - 1
    cleaned = list(values)
    for place in _careful(units, ends).tolist():
        cleaned[place] = clean_value(values[place])
        lengths[place] = _utf16(cleaned[place])
    return cleaned, lengths


def lengths_of(values: Sequence[str]) -> Ints:
    """How many UTF-16 units each text has; none of them holds a line break."""
    units, ends = _together(values)
    if units is None:
        return np.fromiter(map(_utf16, values), np.int64, len(values))
    return np.diff(ends, prepend=-1) - 1


def _together(values: Sequence[str]) -> tuple[Units | None, Ints]:
    """All texts as one row of units, and where each of them ends; None where that cannot be told."""
    joined = _END.join([*values, ""])
    units = np.frombuffer(joined.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    ends = np.flatnonzero(units == ord(_END))
    return (units if len(ends) == len(values) else None), ends


def _careful(units: Units, ends: Ints) -> Ints:
    """The places of values that are not clean as they are, and of others that only look like it."""
    flags: Bools = np.take(_needs_care(), units)
    flags[ends] = False
    blank = units == ord(" ")
    edge = np.zeros(len(units), np.bool_)
    edge[np.maximum(ends - 1, 0)] = True
    edge[np.append(0, ends[:-1] + 1)] = True
    return np.unique(np.searchsorted(ends, np.flatnonzero(flags | (blank & edge))))


@cache
def _needs_care() -> Bools:
    """Per 16-bit unit: whether a value with it must be looked at by itself."""
    care = set("【】" + _MASKS + INVISIBLE) - {" "}
    return np.fromiter((not chr(u).isprintable() or chr(u) in care for u in range(_UNITS)), np.bool_, _UNITS)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
