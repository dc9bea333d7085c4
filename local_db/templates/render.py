"""A template and one member's values become the text that is sent, with its billed size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from local_db.templates.clean import clean_value, cut
from local_db.templates.layout import Slot, layout
from local_db.templates.model import Template
from local_db.templates.sms_parts import Route, count_parts
from local_db.templates.vendor import Vendor
from local_db.templates.vendors import vendor_of


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text for one member; with a name in `unfilled` it must never leave the shop."""

    text: str
    units: int
    parts: int
    unfilled: tuple[str, ...]


def render(
    template: Template, facts: Mapping[str, str], route: Route = Route.CHINA, vendor: Vendor | None = None
) -> Rendered:
    """The whole text for a member whose variables are `facts` (a missing or empty one is unfilled).

    An unfilled variable stands in the text as `{name}`. Values are inserted once and never read as
    template text. Without a vendor the built-in one that the template names counts the parts.
    """
    vendor = vendor_of(template.vendor) if vendor is None else vendor
    text, unfilled = fill(layout(template, route, vendor.signature).pieces, facts)
    size = count_parts(text, route, vendor.parts)
    return Rendered(text, size.units, size.parts, unfilled)


def fill(pieces: Iterable[str | Slot], facts: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Words and slots as one text for a member, and the names of what is missing, each once."""
    words: list[str] = []
    unfilled: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            words.append(piece)
            continue
        value = filled(piece, facts.get(piece.name, ""))
        if value is None:
            unfilled.append(piece.name)
            value = placeholder(piece)
        words.append(value)
    return "".join(words), tuple(dict.fromkeys(unfilled))


def filled(slot: Slot, value: str) -> str | None:
    """What stands in a slot for a member with this value; None where one is needed and not known."""
    cleaned = clean_value(value)
    return cut(cleaned, slot.limit) if cleaned else slot.fallback


def placeholder(slot: Slot) -> str:
    """What shows that a value is missing."""
    return f"{{{slot.name}}}"
