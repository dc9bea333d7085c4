"""Any text with variables, filled with one member's values: piece by piece, so that a window can show what was filled.

Texts that are sent, cards and what callers say all come through here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from local_db.templates.clean import clean_value, cut
from local_db.templates.layout import Slot, body_pieces, plain_lines


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
    """A text for one member; with a name in `unfilled` it must never leave the shop."""

    pieces: tuple[FilledPiece, ...]

    @property
    def text(self) -> str:
        """The whole text, with nothing where a value is missing: it never holds a brace of a variable."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> str:
        """The whole text, with `{name}` where a value is missing."""
        return "".join(placeholder(piece.variable) if piece.missing else piece.text for piece in self.pieces)

    @property
    def unfilled(self) -> tuple[str, ...]:
        """The variables without a value and without a fallback, each once."""
        return tuple(dict.fromkeys(piece.variable for piece in self.pieces if piece.missing))


def fill(body: str, facts: Mapping[str, str], tidy: Callable[[str], str] = plain_lines) -> Filled:
    """A text for the member whose variables are `facts`; `tidy` is what becomes of its words.

    Faults of the text stand in it as they were written.
    """
    return fill_pieces(body_pieces(body, tidy), facts)


def fill_pieces(pieces: Iterable[str | Slot], facts: Mapping[str, str]) -> Filled:
    """Words and slots as one text; a missing or empty value falls back, or is named as unfilled.

    Values are put in once and never read as a text with variables.
    """
    return Filled(tuple(_filled(piece, facts) for piece in pieces))


def _filled(piece: str | Slot, facts: Mapping[str, str]) -> FilledPiece:
    if isinstance(piece, str):
        return FilledPiece(piece)
    value = value_of(piece, facts.get(piece.name, ""))
    return FilledPiece(value or "", piece.name, missing=value is None)


def value_of(slot: Slot, value: str) -> str | None:
    """What stands in a slot for a member with this value; None where one is needed and not known."""
    return cut(clean_value(value), slot.limit) or slot.fallback


def instead_of(slot: Slot) -> str:
    """What stands where there is no value: the fallback, or what shows that one was needed."""
    return placeholder(slot.name) if slot.fallback is None else slot.fallback


def placeholder(name: str) -> str:
    """What shows that a value is missing."""
    return f"{{{name}}}"
