"""What the phones of each maker show of a card: the card, a digital message in its place, or a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from local_db.cards.layout import Place, shown_texts
from local_db.cards.model import Action, Card
from local_db.cards.rules import CardVendor, Handset
from local_db.cards.rules_files import MAKERS

__all__ = ["MAKERS", "Form", "Shown", "Why", "actions_of", "shown_on"]


class Form(StrEnum):
    """What a phone shows, from best to worst."""

    CARD = "card"
    DIGITAL = "digital"
    TEXT = "text"


class Why(StrEnum):
    """Why it shows no card."""

    SHOWN = ""
    MAKER = "maker"  # the vendor hands no card to this maker
    KIND = "kind"  # not this kind of card
    ACTION = "action"  # a button does what these phones cannot; the vendor leaves the maker out without a word


@dataclass(frozen=True, slots=True)
class Shown:
    """What the phones of a maker show. `truncated`: how many characters of a text are in sight, where not all."""

    form: Form
    why: Why = Why.SHOWN
    action: str = ""  # which one, with Why.ACTION
    truncated: Mapping[Place, int] = field(default_factory=lambda: MappingProxyType({}))


def shown_on(card: Card, vendor: CardVendor, maker: str) -> Shown:
    """What a maker's phones show of a card whose texts are filled (`render(...).card`)."""
    handset = vendor.handsets.get(maker)
    why, action = _why_not(card, vendor, handset)
    if why is Why.SHOWN and handset is not None:
        return Shown(Form.CARD, truncated=_truncated(card, vendor, handset))
    takes_digital = handset is not None and handset.digital and vendor.digital_title > 0
    form = Form.DIGITAL if takes_digital and card.fallback.title.strip() else Form.TEXT
    return Shown(form, why, action)


def actions_of(card: Card, vendor: CardVendor) -> Iterator[Action]:
    """What the taps and buttons that are shown do."""
    rule = vendor.kinds.get(card.kind)
    if rule is None:
        return
    for number, panel in enumerate(card.panels):
        if panel.tap is not None and rule.taps:
            yield panel.tap
        yield from (button.action for button in panel.buttons[: rule.most_buttons(number)])
    yield from (chip.action for chip in card.chips[: rule.chips])


def _why_not(card: Card, vendor: CardVendor, handset: Handset | None) -> tuple[Why, str]:
    if handset is None or not handset.kinds:
        return Why.MAKER, ""
    if card.kind not in handset.kinds:
        return Why.KIND, ""
    for action in actions_of(card, vendor):
        if action.kind not in handset.actions:
            return Why.ACTION, action.kind.value
    return Why.SHOWN, ""


def _truncated(card: Card, vendor: CardVendor, handset: Handset) -> Mapping[Place, int]:
    rule = vendor.kinds[card.kind]
    cuts = {}
    for place, text in shown_texts(card, rule):
        most = handset.cuts.get((card.kind, place[1]))
        if most is not None and len(text) > most:
            cuts[place] = most
    return MappingProxyType(cuts)
