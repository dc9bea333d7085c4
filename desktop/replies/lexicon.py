"""How a reply's text is read by a field: variables of the buyer, questions of one's own, shared parts `{>title}`."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.templates.variable_words import LABELS, variable_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.templates.text import Fault, Literal, Piece, Scan, Variable, scan

PART = ">"

_MORE = {
    "order_number": QT_TRANSLATE_NOOP("Variables", "Order number"),
    "order_status": QT_TRANSLATE_NOOP("Variables", "Status of the order"),
    "courier": QT_TRANSLATE_NOOP("Variables", "Courier"),
    "tracking_number": QT_TRANSLATE_NOOP("Variables", "Tracking number"),
    "phone_tail": QT_TRANSLATE_NOOP("Variables", "Last four digits of the phone"),
}
_TOKEN = re.compile(r"\{\{|\}\}|\{[^{}\n]*\}|\{|\}")
_NAME = re.compile(r"[^{}|｜:：\n]*")


def names() -> tuple[str, ...]:
    """The variables of a buyer."""
    return (*LABELS, *_MORE)


def label(name: str) -> str:
    """What a variable is called; a shared part and a question are called what they are."""
    if name in LABELS:
        return variable_label(name)
    if name in _MORE:
        return translate("Variables", _MORE[name])
    return f"› {name[1:]}" if name.startswith(PART) else name


@lru_cache(maxsize=256)
def scan_reply(body: str) -> Scan:
    """The pieces of a text; every name is a variable, because what is no fact of the buyer is asked for."""
    pieces: list[Piece] = []
    faults: list[Fault] = []
    at = 0
    for token in _TOKEN.finditer(body):
        pieces.append(Literal(body[at : token.start()]))
        pieces.append(_read(token[0], token.start(), faults))
        at = token.end()
    pieces.append(Literal(body[at:]))
    return Scan(tuple(piece for piece in pieces if isinstance(piece, Variable) or piece.text), tuple(faults))


def readable(text: str) -> str:
    """A text with the names of its variables in braces."""
    return "".join(
        f"{{{label(piece.name)}}}" if isinstance(piece, Variable) else piece.text for piece in scan_reply(text).pieces
    )


def parts_of(text: str) -> frozenset[str]:
    """The titles of the shared parts that a text names."""
    found = (piece.name for piece in scan_reply(text).pieces if isinstance(piece, Variable))
    return frozenset(name[1:].strip() for name in found if name.startswith(PART))


def _read(token: str, position: int, faults: list[Fault]) -> Piece:
    if token.startswith("{" + PART) and token[2:-1].strip():
        return Variable(token[1:-1], None, None, position, len(token))
    name = (_NAME.match(token, 1) or [""])[0].strip() if token.endswith("}") and len(token) > 2 else ""
    known = token.replace(name, "nick", 1) if name else token  # what stands behind a name is read as in a message
    found = scan(known)
    if found.faults:
        fault = found.faults[0]
        faults.append(Fault(fault.code, position, len(token), name))
        return Literal(token)
    piece = found.pieces[0]
    if isinstance(piece, Literal):
        return piece
    return Variable(name, piece.fallback, piece.limit, position, len(token))
