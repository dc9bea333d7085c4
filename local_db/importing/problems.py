"""Collects what could not be taken as it stands, without end in a file where nothing can."""

from __future__ import annotations

from collections.abc import Iterable

from local_db.importing.model import Problem

MOST = 1000


class Problems:
    """Problems in the order of rows, the first MOST of them, and how many more there were."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._left_out = 0

    def add(self, row: int, column: str, code: str, **data: object) -> None:
        """Note one problem; `row` as a person sees it in a spreadsheet."""
        if len(self._kept) < MOST:
            self._kept.append(Problem(int(row), column, code, data))
        else:
            self._left_out += 1

    def add_rows(self, rows: Iterable[int], column: str, code: str) -> None:
        """Note the same problem in several rows."""
        for row in rows:
            self.add(row, column, code)

    def all(self) -> tuple[Problem, ...]:
        """Everything noted, by row; the last entry says how many were left out."""
        found = sorted(self._kept, key=lambda problem: (problem.row, problem.column, problem.code))
        if self._left_out:
            found.append(Problem(0, "", "more_problems", {"count": self._left_out}))
        return tuple(found)
