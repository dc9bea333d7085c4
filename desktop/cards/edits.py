"""Edits of a card: each gives the card as it is afterwards, and changes nothing else."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from local_db.cards.model import Button, Card, CardKind, Fallback, Field, Panel
from local_db.cards.rules import CardVendor, KindRule
from local_db.templates.model import Purpose

# Where a vendor does not know a kind: what says the same there, the nearest first.
_MANY = (CardKind.CAROUSEL_WIDE, CardKind.CAROUSEL_SQUARE, CardKind.RCS_CAROUSEL, CardKind.MULTI_IMAGE_TEXT)
_ONE = (CardKind.IMAGE_TEXT, CardKind.RCS_CARD)


def new_card(vendor: CardVendor, signature: str, kind: CardKind | None = None) -> Card:
    """An empty card of the vendor's first kind, or of another one."""
    chosen = kind if kind is not None and kind in vendor.kinds else next(iter(vendor.kinds))
    return with_kind(Card(kind=chosen, vendor=vendor.key, signature=signature), chosen, vendor)


def has_content(card: Card) -> bool:
    """Whether anything was written or shown; kind, vendor and signature alone are nothing."""
    panels = any(panel.texts or panel.picture or panel.video_id or panel.buttons for panel in card.panels)
    return panels or bool(card.chips or card.fallback.body.strip() or card.fallback.title.strip())


def with_panel(card: Card, place: int, panel: Panel) -> Card:
    """Another panel in a place."""
    return replace(card, panels=(*card.panels[:place], panel, *card.panels[place + 1 :]))


def with_text(card: Card, place: int, name: Field, text: str) -> Card:
    """Another text in a panel; an empty one is none."""
    panel = card.panels[place]
    texts = {own: text if own is name else panel.text(own) for own in Field if own is name or panel.text(own)}
    kept = MappingProxyType({own: words for own, words in texts.items() if words})
    return with_panel(card, place, replace(panel, texts=kept))


def with_buttons(card: Card, place: int, buttons: tuple[Button, ...]) -> Card:
    """Other buttons in a panel."""
    return with_panel(card, place, replace(card.panels[place], buttons=buttons))


def with_added(card: Card, rule: KindRule) -> Card:
    """One more panel at the end, where the kind has room for it."""
    return replace(card, panels=(*card.panels, Panel())) if len(card.panels) < rule.most_panels else card


def without(card: Card, place: int, rule: KindRule) -> Card:
    """A panel fewer, where the kind can do without it. What only the first panel holds stays in the first."""
    if len(card.panels) <= rule.least_panels:
        return card
    panels = (*card.panels[:place], *card.panels[place + 1 :])
    return replace(card, panels=_with_first(card, panels, rule))


def moved(card: Card, place: int, by: int, rule: KindRule) -> Card:
    """A panel moved by so many places, within the card. What only the first panel holds stays in the first."""
    to = max(0, min(len(card.panels) - 1, place + by))
    panels = list(card.panels)
    panels.insert(to, panels.pop(place))
    return replace(card, panels=_with_first(card, tuple(panels), rule))


def with_kind(card: Card, kind: CardKind, vendor: CardVendor) -> Card:
    """The card in another kind, with as many panels as that kind needs; what it cannot show is kept and not shown."""
    rule = vendor.kinds[kind]
    panels = card.panels[: rule.most_panels]
    panels += (Panel(),) * (rule.least_panels - len(panels))
    return replace(card, kind=kind, panels=panels)


def with_vendor(card: Card, vendor: CardVendor) -> Card:
    """The card for another vendor, in the kind that says the same there."""
    card = replace(card, vendor=vendor.key)
    if card.kind in vendor.kinds:
        return with_kind(card, card.kind, vendor)
    nearest = (*_MANY, *_ONE) if len(card.panels) > 1 else (*_ONE, *_MANY)
    kind = next((one for one in nearest if one in vendor.kinds), next(iter(vendor.kinds)))
    return with_kind(card, kind, vendor)


def with_purpose(card: Card, purpose: Purpose, opt_out: str) -> Card:
    """The card for another purpose; the text that stands in for it gets or loses its opt-out wording."""
    wording = opt_out if purpose is Purpose.MARKETING else ""
    return replace(card, purpose=purpose, fallback=replace(card.fallback, opt_out=wording))


def with_fallback(card: Card, fallback: Fallback) -> Card:
    """Another message for phones that show no card."""
    return replace(card, fallback=fallback)


def _with_first(card: Card, panels: tuple[Panel, ...], rule: KindRule) -> tuple[Panel, ...]:
    """Panels in a new order, with the texts and buttons that belong to the whole card still in the first."""
    first, before = panels[0], card.panels[0]
    shared = {name for name, field in rule.fields.items() if field.only_first}
    texts = {name: text for name, text in first.texts.items() if name not in shared}
    texts |= {name: before.text(name) for name in shared if before.text(name)}
    buttons = before.buttons if rule.buttons.only_first else first.buttons
    ordered = MappingProxyType({name: texts[name] for name in Field if name in texts})
    first = replace(first, texts=ordered, buttons=buttons)
    rest = [_bare(panel, shared, rule) for panel in panels[1:]]
    return (first, *rest)


def _bare(panel: Panel, shared: set[Field], rule: KindRule) -> Panel:
    texts = MappingProxyType({name: text for name, text in panel.texts.items() if name not in shared})
    return replace(panel, texts=texts, buttons=() if rule.buttons.only_first else panel.buttons)
