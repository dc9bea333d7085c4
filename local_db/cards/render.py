"""A card and one member's values become the card that she sees, and the text that stands in for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from local_db.cards.layout import laid_out
from local_db.cards.model import Button, Card, Panel
from local_db.cards.parameters import parameters, values
from local_db.cards.rules import CardVendor, ExportForm
from local_db.templates.filling import fill
from local_db.templates.model import Template
from local_db.templates.render import Rendered
from local_db.templates.render import render as render_text
from local_db.templates.sms_parts import Route
from local_db.templates.text import scan
from local_db.templates.vendors import vendor_of


@dataclass(frozen=True, slots=True)
class RenderedCard:
    """A card for one member; with a name in `unfilled`, or `malformed`, it must never leave the shop.

    The texts of `card` are plain: nothing in them is a variable. `parameters` are the values for the vendor.
    """

    card: Card
    fallback: Rendered
    parameters: Mapping[str, str]
    unfilled: tuple[str, ...]
    malformed: bool


def render(card: Card, vendor: CardVendor, facts: Mapping[str, str]) -> RenderedCard:
    """The card for a member whose variables are `facts`, with what the vendor wants on it."""
    whole = laid_out(card, vendor).card
    filling = _Filling(facts)
    shown = replace(
        whole,
        panels=tuple(_panel(panel, filling) for panel in whole.panels),
        chips=tuple(_button(chip, filling) for chip in whole.chips),
    )
    fallback = render_text(fallback_template(card, vendor), facts, route(vendor), vendor_of(vendor.sms))
    title = filling.text(card.fallback.title)
    shown = replace(shown, fallback=replace(card.fallback, title=title, body=fallback.text))
    known, _ = values(parameters(whole, vendor), facts)
    unfilled = tuple(dict.fromkeys((*filling.unfilled, *fallback.unfilled)))
    malformed = filling.malformed or bool(scan(card.fallback.body).faults)
    return RenderedCard(shown, fallback, MappingProxyType(known), unfilled, malformed)


def fallback_template(card: Card, vendor: CardVendor) -> Template:
    """The text that stands in, as the SMS template that it is."""
    fallback = card.fallback
    return Template("", card.purpose, card.signature, fallback.body, fallback.opt_out, vendor=vendor.sms)


def route(vendor: CardVendor) -> Route:
    """Where the receivers of a vendor's cards are: RCS of Google is for numbers abroad."""
    abroad = vendor.form is ExportForm.RCS and not vendor_of(vendor.sms).signature.brackets
    return Route.INTERNATIONAL if abroad else Route.CHINA


class _Filling:
    """Fills texts and remembers what was missing."""

    def __init__(self, facts: Mapping[str, str]) -> None:
        self._facts = facts
        self.unfilled: list[str] = []
        self.malformed = False

    def text(self, text: str) -> str:
        """The text with its values."""
        self.malformed = self.malformed or bool(scan(text).faults)
        filled = fill(text, self._facts)
        self.unfilled.extend(filled.unfilled)
        return filled.marked


def _panel(panel: Panel, filling: _Filling) -> Panel:
    texts = MappingProxyType({name: filling.text(text) for name, text in panel.texts.items()})
    return replace(panel, texts=texts, buttons=tuple(_button(button, filling) for button in panel.buttons))


def _button(button: Button, filling: _Filling) -> Button:
    return replace(button, text=filling.text(button.text))
