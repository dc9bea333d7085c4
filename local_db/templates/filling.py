"""Any text with variables, filled with one member's values: piece by piece, so that a window can show what was filled.

`render.fill` gives the text as a whole, for what is sent; here a missing value leaves nothing, for what is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from local_db.templates.layout import body_pieces, plain_lines
from local_db.templates.render import filled


@dataclass(frozen=True, slots=True)
class FilledPiece:
    """A stretch of a filled text; `variable` is the name of what stood there, empty for words.

    Of a variable that is `missing` nothing is said: its text is empty.
    """

    text: str
    variable: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A text for one member. It never holds a brace of a variable; what is missing is named instead."""

    pieces: tuple[FilledPiece, ...]

    @property
    def text(self) -> str:
        """The whole text, with nothing where a value is missing."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def unfilled(self) -> tuple[str, ...]:
        """The variables without a value and without a fallback, each once."""
        return tuple(dict.fromkeys(piece.variable for piece in self.pieces if piece.missing))


def fill(body: str, facts: Mapping[str, str]) -> Filled:
    """A text for the member whose variables are `facts`; a missing or empty one falls back, or is named as unfilled.

    Values are put in once and never read as a text with variables. Faults of the text stand in it as they were written.
    """
    pieces: list[FilledPiece] = []
    for piece in body_pieces(body, plain_lines):
        if isinstance(piece, str):
            pieces.append(FilledPiece(piece))
            continue
        value = filled(piece, facts.get(piece.name, ""))
        pieces.append(FilledPiece(value or "", piece.name, missing=value is None))
    return Filled(tuple(pieces))
