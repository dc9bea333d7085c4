"""Collects what could not be taken as it stands, without end in a file where nothing can."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from local_db.importing.model import Problem

MOST = 1000
_SHEET = 32  # bits for the row within a sheet
Number = TypeVar("Number", int, NDArray[np.int64])


def row_in_sheet(place: int, row: Number) -> Number:
    """One number for a row (as a person sees it in a spreadsheet) and the place of its sheet among those read."""
    return row + (place << _SHEET)


def row_number(row: Number) -> Number:
    """The row within its sheet."""
    return row & ((1 << _SHEET) - 1)


class Problems:
    """Problems in the order of rows, the first MOST of them, and how many more there were."""

    def __init__(self, sheets: Sequence[str] = ("",)) -> None:
        self._sheets = sheets
        self._kept: list[tuple[int, Problem]] = []
        self._left_out = 0

    def add(self, row: int, column: str, code: str, **data: object) -> None:
        """Note one problem; `row` as made by `row_in_sheet`. The sheet is named where several were read."""
        if len(self._kept) < MOST:
            sheet = self._sheets[int(row) >> _SHEET] if row and len(self._sheets) > 1 else ""
            self._kept.append((int(row), Problem(row_number(int(row)), column, code, data, sheet)))
        else:
            self._left_out += 1

    def add_rows(self, rows: Iterable[int], column: str, code: str) -> None:
        """Note the same problem in several rows."""
        for row in rows:
            self.add(row, column, code)

    def all(self) -> tuple[Problem, ...]:
        """Everything noted, by row; the last entry says how many were left out."""
        kept = sorted(self._kept, key=lambda one: (one[0], one[1].column, one[1].code))
        found = [problem for _, problem in kept]
        if self._left_out:
            found.append(Problem(0, "", "more_problems", {"count": self._left_out}))
        return tuple(found)
