"""A template and one member's values become the text that is sent, with its billed size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from local_db.templates.filling import fill_pieces
from local_db.templates.layout import layout
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
    filled = fill_pieces(layout(template, route, vendor.signature).pieces, facts)
    text = filled.marked
    size = count_parts(text, route, vendor.parts)
    return Rendered(text, size.units, size.parts, filled.unfilled)
