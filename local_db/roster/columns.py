"""Columns as narrow as their values allow, and rows that leave and enter them. Pure rules over arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from local_db.roster.roster import TextColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import DTypeLike, NDArray

    from local_db.roster.roster import Bools, Codes, Ints

    Column = NDArray[Any]


def narrowed(column: Ints, least: DTypeLike = np.int8) -> Ints:
    """The same numbers in the narrowest signed type that holds them all: of five million rows every byte counts."""
    low, high = int(column.min(initial=0)), int(column.max(initial=0))
    for width in (least, np.int8, np.int16, np.int32):
        bounds = np.iinfo(np.dtype(width))
        if bounds.min <= low and high <= bounds.max and bounds.bits >= np.iinfo(np.dtype(least)).bits:
            return column.astype(width, copy=False)
    return column.astype(np.int64, copy=False)


def amounts(column: Ints) -> Ints:
    """Money or times: never so narrow that a number in a formula would not fit."""
    return narrowed(column, np.int32)


def places_of(ids: Ints, wanted: Ints) -> tuple[Ints, Bools]:
    """Where each wanted id is in the ascending `ids`, and whether it is there at all."""
    places = np.searchsorted(ids, wanted)
    if not len(ids):
        return places, np.zeros(len(wanted), dtype=np.bool_)
    return places, ids[np.minimum(places, len(ids) - 1)] == wanted


def is_among(ids: Ints, wanted: Ints) -> Bools:
    """Per id whether it is one of the wanted; through a table, since ids of a shop file are dense."""
    largest = int(max(ids.max(initial=0), wanted.max(initial=0)))
    if min(ids.min(initial=0), wanted.min(initial=0)) < 0 or largest > 8 * (len(ids) + 1_000_000):
        return np.isin(ids, wanted)
    table = np.zeros(largest + 1, np.bool_)
    table[wanted] = True
    return np.take(table, ids)


def text_column(texts: Sequence[str], sorting: Ints) -> TextColumn:
    """Texts, put in order, as codes into their distinct values, the empty text first."""
    values = tuple(dict.fromkeys(["", *texts]))
    codes = {text: code for code, text in enumerate(values)}
    column = np.fromiter(map(codes.__getitem__, texts), dtype=np.int32, count=len(texts))
    return TextColumn(narrowed(column[sorting]), values)


@dataclass(frozen=True, slots=True, eq=False)
class Merge:
    """How the rows that stay and the rows that enter make up the new column."""

    kept: Ints | None  # places in the old column; None: all of them
    order: Ints  # of the rows that stay followed by those that enter

    def __call__(self, old: Column, new: Column) -> Column:
        """The new column."""
        staying = old if self.kept is None else np.take(old, self.kept)
        return np.take(np.concatenate((staying, new)), self.order)

    def numbers(self, old: Ints, new: Ints) -> Ints:
        """A column of whole numbers, as wide as both need."""
        return self(old, narrowed(new, old.dtype))

    def texts(self, old: TextColumn, new: Sequence[str]) -> TextColumn:
        """A column of texts; values that nobody has any more may stay."""
        codes, values = codes_in(old.values, new)
        return TextColumn(narrowed(self(old.codes, codes)), values)

    def new_places(self) -> Ints:
        """Where each of the rows that stay, then of those that enter, is now."""
        places = np.empty(len(self.order), np.int32)
        places[self.order] = np.arange(len(self.order), dtype=np.int32)
        return places


def merge_sorted(staying: Ints, entering: Ints, kept: Ints | None, ties: tuple[Ints, Ints] | None = None) -> Merge:
    """Both parts are ascending by these keys; among equal ones the `ties` (of both parts) decide."""
    keys = np.concatenate((staying, entering))
    order = np.argsort(keys, kind="stable")  # two runs are merged, not sorted
    if ties is not None:
        _settle(order, keys, np.concatenate(ties))
    return Merge(kept, order)


def _settle(order: Ints, keys: Ints, ties: Ints) -> None:
    """Order rows of the same key by the second key, in place."""
    ordered = keys[order]
    same = ordered[1:] == ordered[:-1]
    tied = np.zeros(len(order), np.bool_)
    tied[1:] = same
    tied[:-1] |= same
    rows = order[tied]
    order[tied] = rows[np.lexsort((ties[rows], keys[rows]))]


def codes_in(values: tuple[str, ...], texts: Sequence[str]) -> tuple[Codes, tuple[str, ...]]:
    """Texts as codes into the values, to which new ones are added."""
    known = {text: code for code, text in enumerate(values)}
    for text in dict.fromkeys(texts):
        known.setdefault(text, len(known))
    codes = np.fromiter(map(known.__getitem__, texts), dtype=np.int32, count=len(texts))
    return codes, tuple(known) if len(known) > len(values) else values
