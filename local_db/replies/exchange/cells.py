"""Cells that no spreadsheet takes for a formula, and back. Other than in lists of people, line breaks stay."""

from __future__ import annotations

import re

from local_db.spreadsheet_cell import FORMULA

_BEGINS = "".join(map(re.escape, FORMULA))
_RISKY = re.compile(rf"'*\s*[{_BEGINS}]")
_GUARDED = re.compile(rf"''*\s*[{_BEGINS}]")


def guarded(text: str) -> str:
    """A text as a cell."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded`, or a spreadsheet program, wrote."""
    return cell[1:] if _GUARDED.match(cell) else cell
