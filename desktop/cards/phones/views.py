"""What every maker's phone shows of a card to one member: plain data for whoever paints or names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from local_db.cards.handsets import MAKERS, Form, Shown, Why, shown_on
from local_db.cards.layout import Place
from local_db.cards.model import Card, CardKind, Field, Panel
from local_db.cards.render import RenderedCard, render
from local_db.cards.rules import CardVendor, KindRule

SWIPED = frozenset(
    {
        CardKind.CAROUSEL_SQUARE,
        CardKind.CAROUSEL_WIDE,
        CardKind.CAROUSEL_TALL,
        CardKind.SCROLL,
        CardKind.RCS_CAROUSEL,
    }
)
CUT = "…"
_ABROAD = frozenset({"google"})


@dataclass(frozen=True, slots=True)
class PhoneView:
    """One phone. The texts of `card` are filled and shortened as this maker shortens them."""

    maker: str
    form: Form
    why: Why
    action: str  # which one keeps the card away, with Why.ACTION
    card: Card
    rule: KindRule | None
    cut: tuple[Place, ...]  # which texts are shortened
    unfilled: tuple[str, ...]

    @property
    def slides(self) -> int:
        """How many panels there are to swipe through; 1 where nothing moves."""
        return len(self.card.panels) if self.form is Form.CARD and self.card.kind in SWIPED else 1


def makers_of(vendor: CardVendor) -> tuple[str, ...]:
    """Whose phones are shown for a vendor: every maker at home; abroad those that it names, the usual one first."""
    at_home = tuple(maker for maker in MAKERS if maker not in _ABROAD)
    known = tuple(maker for maker in MAKERS if maker in vendor.handsets)
    if _ABROAD & set(known):  # there it is what most phones have
        return tuple(sorted(known, key=lambda maker: maker not in _ABROAD))
    return tuple(dict.fromkeys((*at_home, *known)))


def phone_views(card: Card, vendor: CardVendor, facts: Mapping[str, str]) -> tuple[PhoneView, ...]:
    """What each maker shows to the member with these facts."""
    rendered = render(card, vendor, facts)
    return tuple(_view(rendered, vendor, maker) for maker in makers_of(vendor))


def _view(rendered: RenderedCard, vendor: CardVendor, maker: str) -> PhoneView:
    shown = shown_on(rendered.card, vendor, maker)
    return PhoneView(
        maker=maker,
        form=shown.form,
        why=shown.why,
        action=shown.action,
        card=_shortened(rendered.card, shown),
        rule=vendor.kinds.get(rendered.card.kind),
        cut=tuple(shown.truncated),
        unfilled=rendered.unfilled,
    )


def _shortened(card: Card, shown: Shown) -> Card:
    if not shown.truncated:
        return card
    panels = tuple(_panel(panel, number, shown) for number, panel in enumerate(card.panels))
    return replace(card, panels=panels)


def _panel(panel: Panel, number: int, shown: Shown) -> Panel:
    texts: dict[Field, str] = {}
    for name, text in panel.texts.items():
        kept = shown.truncated.get((number, name))
        texts[name] = text if kept is None else text[:kept].rstrip() + CUT
    return replace(panel, texts=MappingProxyType(texts))
