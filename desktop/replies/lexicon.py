"""How a reply's text is read by a field: variables of the buyer, questions of one's own, shared parts `{>title}`."""

from __future__ import annotations

from functools import lru_cache

from desktop.templates.variable_words import LABELS, variable_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.replies.fragments import SIGN
from local_db.templates.text import Fault, Literal, Piece, Scan, Variable, tokens

PART = SIGN

_MORE = {
    "order_number": QT_TRANSLATE_NOOP("Variables", "Order number"),
    "order_date": QT_TRANSLATE_NOOP("Variables", "Day of this order"),
    "order_product": QT_TRANSLATE_NOOP("Variables", "Product of this order"),
    "order_status": QT_TRANSLATE_NOOP("Variables", "Status of the order"),
    "courier": QT_TRANSLATE_NOOP("Variables", "Courier"),
    "tracking_number": QT_TRANSLATE_NOOP("Variables", "Tracking number"),
    "phone_tail": QT_TRANSLATE_NOOP("Variables", "Last four digits of the phone"),
    "tier": QT_TRANSLATE_NOOP("Variables", "Membership tier"),
    "points": QT_TRANSLATE_NOOP("Variables", "Points"),
}


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
    for found, start, end in tokens(body, None):
        if isinstance(found, Fault):
            faults.append(found)
        pieces.append(Literal(body[start:end]) if isinstance(found, Fault) else found)
    return Scan(tuple(pieces), tuple(faults))


def readable(text: str) -> str:
    """A text with the names of its variables in braces."""
    return "".join(
        f"{{{label(piece.name)}}}" if isinstance(piece, Variable) else piece.text for piece in scan_reply(text).pieces
    )
