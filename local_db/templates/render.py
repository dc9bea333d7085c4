"""A template and one member's values become the text that is sent, with its billed size."""

from __future__ import annotations

from collections.abc import Mapping
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
    words: list[str] = []
    unfilled: list[str] = []
    for piece in layout(template, route, vendor.signature).pieces:
        if isinstance(piece, str):
            words.append(piece)
            continue
        value = filled(piece, facts.get(piece.name, ""))
        if value is None:
            unfilled.append(piece.name)
            value = instead_of(piece)
        words.append(value)
    text = "".join(words)
    size = count_parts(text, route, vendor.parts)
    return Rendered(text, size.units, size.parts, tuple(dict.fromkeys(unfilled)))


def filled(slot: Slot, value: str) -> str | None:
    """What stands in a slot for a member with this value; None where one is needed and not known."""
    return cut(clean_value(value), slot.limit) or slot.fallback


def instead_of(slot: Slot) -> str:
    """What stands where there is no value: the fallback, or what shows that one was needed."""
    return f"{{{slot.name}}}" if slot.fallback is None else slot.fallback
