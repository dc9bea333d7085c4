"""Collects what could not be taken as it stands, without end in a file where nothing can."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from local_db.importing.model import Problem

MOST = 1000  # told; every one of them is kept, as a few bytes
_SHEET = 32  # bits for the row within a sheet
Number = TypeVar("Number", int, NDArray[np.int64])


def row_in_sheet(place: int, row: Number) -> Number:
    """One number for a row (as a person sees it in a spreadsheet) and the place of its sheet among those read."""
    return row + (place << _SHEET)


def row_number(row: Number) -> Number:
    """The row within its sheet."""
    return row & ((1 << _SHEET) - 1)


def sheet_place(row: int) -> int:
    """The place of the row's sheet among those read."""
    return row >> _SHEET


class _Kind(NamedTuple):
    """What problems of many rows have in common."""

    column: str
    code: str
    data: Mapping[str, object]


class Problems:
    """Problems in the order of rows, the first MOST of them, and how many more there were."""

    def __init__(self, sheets: Sequence[str] = ("",)) -> None:
        self._sheets = sheets
        self._places: dict[tuple[str, str, str], int] = {}
        self._kinds: list[_Kind] = []
        self._rows = array("q")
        self._kind_of = array("l")

    def add(self, row: int, column: str, code: str, **data: object) -> None:
        """Note one problem; `row` as made by `row_in_sheet`. The sheet is named where several were read."""
        self._rows.append(int(row))
        self._kind_of.append(self._kind(column, code, data))

    def add_rows(self, rows: Iterable[int], column: str, code: str) -> None:
        """Note the same problem in several rows."""
        before = len(self._rows)
        self._rows.extend(rows)
        self._kind_of.extend([self._kind(column, code, {})] * (len(self._rows) - before))

    def all(self) -> tuple[Problem, ...]:
        """The first ones noted, by row; the last entry says how many were left out."""
        kept = sorted(self._noted(MOST), key=lambda one: (one[0], one[1].column, one[1].code))
        found = [problem for _, problem in kept]
        if len(self._rows) > MOST:
            found.append(Problem(0, "", "more_problems", {"count": len(self._rows) - MOST}))
        return tuple(found)

    def by_row(self) -> dict[int, list[Problem]]:
        """Every problem of a row, by rows as made by `row_in_sheet`; those of a whole file are not in it."""
        found: dict[int, list[Problem]] = {}
        for row, problem in self._noted(len(self._rows)):
            if row:
                found.setdefault(row, []).append(problem)
        return found

    def _kind(self, column: str, code: str, data: Mapping[str, object]) -> int:
        key = column, code, json.dumps(data, default=str) if data else ""
        place = self._places.setdefault(key, len(self._kinds))
        if place == len(self._kinds):
            self._kinds.append(_Kind(column, code, data))
        return place

    def _noted(self, count: int) -> Iterator[tuple[int, Problem]]:
        for row, place in zip(self._rows[:count], self._kind_of[:count], strict=True):
            kind = self._kinds[place]
            sheet = self._sheets[sheet_place(row)] if row and len(self._sheets) > 1 else ""
            yield row, Problem(row_number(row), kind.column, kind.code, kind.data, sheet)
