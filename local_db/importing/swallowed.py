"""Line breaks in cells that never have one: there a quotation mark has swallowed the end of a row, and rows with it."""

from __future__ import annotations

from collections.abc import Mapping

from local_db.importing.cells import EDGE
from local_db.importing.readers import Row

# Fields whose cells may hold line breaks of their own.
FREE_TEXT = frozenset({"title", "sku", "address", "reason", "reply"})
MOST_LINES = 3  # a quotation mark that took in so many lines has no end of its own
_NARROW = 4  # columns; below that a comma and a line break in a note look like a row


def has_break(cell: str) -> bool:
    """Whether a cell holds the end of a line."""
    return "\n" in cell or "\r" in cell


class Swallowed:
    """Tells a row that holds the ends of others. `separator` is empty for a workbook."""

    def __init__(self, columns: Mapping[str, int], width: int, separator: str) -> None:
        self._short = frozenset(index for name, index in columns.items() if name not in FREE_TEXT)
        self._width = width
        self._separator = separator

    def lines(self, row: Row) -> int:
        """How many line ends the worst cell of a row has taken in; 0 for a row as it should be."""
        return max((self._in_cell(place, cell) for place, cell in enumerate(row) if has_break(cell)), default=0)

    def _in_cell(self, place: int, cell: str) -> int:
        if place in self._short:
            apart = self._separator and cell.count(self._separator) > 1
            return max(cell.count("\n"), cell.count("\r")) if apart or has_break(cell.strip(EDGE)) else 0
        if not self._separator or self._width < _NARROW:
            return 0
        # A text of its own has line breaks, but not as many separators in each line as a row of this file.
        first, *between, last = [line.count(self._separator) for line in _lines(cell)]
        return sum(count * 2 >= self._width for count in (first + last, *between))


def _lines(cell: str) -> list[str]:
    return cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")
