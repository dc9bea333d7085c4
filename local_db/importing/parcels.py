"""The parcels that cells of courier and tracking number speak of, as platforms and people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.importing.cells import MISSING, clean_text, lost_digits
from local_db.phones import is_masked
from local_db.values import DAY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from local_db.coded import Coded

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

NEWEST = 60 * DAY_SECONDS  # of a file so much is kept: nobody asks where an older parcel is
_FEWEST_DIGITS = 6
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{8,32}(?![A-Za-z0-9])", re.ASCII)
_PLAIN = re.compile(r"[A-Z]{0,4}[0-9]{8,20}", re.ASCII)
_LABEL = re.compile(r"(?:\bno\b|(?:快递|物流|运)?单号)\s*[.:：]\s*", re.IGNORECASE)
_APART = re.compile(r"[,，;；、|\s]+")
_BESIDE = re.compile(r"^[\W_]+|[\W_]+$")  # between a courier and its number
_PART = re.compile(r"-\d+-\d+-?")  # which of several boxes under one number, as JD writes it


class Parcel(NamedTuple):
    """A parcel by its tracking number; the courier is as the file calls it, empty where it does not say."""

    number: str
    courier: str = ""


class OrderParcel(NamedTuple):
    """A parcel of an order, given by its place in a file."""

    order: int
    parcel: Parcel


def tracking_number(text: str) -> str:
    """A tracking number in the spelling in which it is kept; empty where the text is none."""
    bare = "".join(_LABEL.sub("", text).split()).upper()
    found = _NUMBER.fullmatch(_PART.sub("", bare))
    return found[0] if found and _has_digits(found[0]) else ""


def parcels_of(tracking: str, courier: str) -> tuple[Parcel, ...]:
    """The parcels of one row, each once.

    A cell may hold several numbers, also such as `No:123`, `中通快递-123` or `123-中通快递,猫粮`; where any of them
    names its courier, what names none is no number. Couriers beside as many numbers belong to them in turn.
    """
    if _PLAIN.fullmatch(tracking):
        return (Parcel(tracking, clean_text(courier)),)
    found = dict(_written(tracking))
    if any(found.values()):
        return tuple(Parcel(number, own) for number, own in found.items() if own)
    names = [name for name in map(clean_text, _APART.split(courier)) if name]
    if len(names) == len(found):
        return tuple(map(Parcel, found, names))
    return tuple(map(Parcel, found, repeat(clean_text(courier) if len(names) == 1 else "")))


def _written(cell: str) -> Iterator[tuple[str, str]]:
    """Every number in a cell with the courier that stands beside it."""
    for piece in _APART.split(_LABEL.sub(" ", clean_text(cell))):
        if is_masked(piece) or lost_digits(piece):
            continue
        match = next((match for match in _NUMBER.finditer(piece) if _has_digits(match[0])), None)
        if match is not None:
            beside = _PART.sub("", piece[: match.start()] + " " + piece[match.end() :])
            words = _BESIDE.sub("", beside)
            yield match[0].upper(), "" if words.isdigit() else words


def _has_digits(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= _FEWEST_DIGITS


def newest_rows(moments: Iterable[Ints], rows: int) -> Bools:
    """The rows with which something happened in the last days of the file; none where no time is known."""
    latest = np.full(rows, MISSING)
    for column in moments:
        latest = np.maximum(latest, column)
    if not (latest != MISSING).any():
        return np.zeros(rows, np.bool_)
    recent: Bools = (latest != MISSING) & (latest >= latest.max() - NEWEST)
    return recent


def order_parcels(tracking: Coded, courier: Coded, places: Ints) -> tuple[OrderParcel, ...]:
    """The parcels of the orders of a file, each once; `places` has the order of each row."""
    rows = np.flatnonzero(tracking.codes > 0)
    read: dict[tuple[int, int], tuple[Parcel, ...]] = {}
    found: dict[tuple[int, str], str] = {}
    for place, *codes in zip(
        places[rows].tolist(), tracking.codes[rows].tolist(), courier.codes[rows].tolist(), strict=True
    ):
        key = (codes[0], codes[1])
        if key not in read:
            read[key] = parcels_of(tracking.values[key[0]], courier.values[key[1]])
        for parcel in read[key]:
            known = found.get((place, parcel.number), "")
            found[place, parcel.number] = max(known, parcel.courier)
    return tuple(OrderParcel(place, Parcel(number, name)) for (place, number), name in found.items())
