"""How long a text of a card can get: its words, and each variable at its longest."""

from __future__ import annotations

from local_db.templates.sms_parts import utf16_units
from local_db.templates.text import Literal, Variable, scan
from local_db.templates.variables import CATALOGUE

ASSUMED = 20  # characters of a value without a limit; checks ask for one where the vendor does


def bound(variable: Variable) -> int | None:
    """How long the value of a variable can get; None: as people please. A fallback may be longer."""
    return variable.limit or CATALOGUE[variable.name].longest


def longest(variable: Variable) -> int:
    """How many units stand in the text at most."""
    return max(bound(variable) or ASSUMED, utf16_units(variable.fallback or ""))


def longest_units(text: str) -> int:
    """How many units a text has at most."""
    return sum(utf16_units(p.text) if isinstance(p, Literal) else longest(p) for p in scan(text).pieces)


def fits(text: str, most: int) -> int:
    """How many characters of a text as it is written fit, with every variable at its longest."""
    position = units = 0
    for piece in scan(text).pieces:
        if isinstance(piece, Variable):
            units += longest(piece)
            if units > most:
                return piece.position
            position = piece.position + piece.length
            continue
        for char in piece.text:
            units += utf16_units(char)
            if units > most:
                return position
            position += 2 if text[position : position + 2] in ("{{", "}}") else 1
    return len(text)
