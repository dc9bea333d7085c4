"""A text as a cell that no spreadsheet takes for a formula."""

from __future__ import annotations

from local_db.templates.layout import flat

# What a spreadsheet reads as a formula at the start of a cell (OWASP, CSV injection), full-width forms included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """The text as a cell, on one line."""
    line = flat(text)
    begins = (text, line.lstrip(" "), line.lstrip())
    return f"'{line}" if any(begin.startswith(FORMULA) for begin in begins) else line
