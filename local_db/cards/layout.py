"""A card as it is handed in: who sends it and how to refuse stand on it where its vendor wants them to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from local_db.cards.model import Card, Field, Panel
from local_db.cards.problem import BUTTON, CHIP
from local_db.cards.rules import CardVendor, KindRule, SenderRule
from local_db.templates.body_words import words_only
from local_db.templates.sms_rules import find_opt_out
from local_db.templates.text import variable_names
from local_db.templates.vendor import OptOutRule
from local_db.templates.verdicts import holds_wording, same_wording

Place = tuple[int, Field]  # panel, from 0, and text

_STOPS = tuple("，。！？、；：~…,.!?;: \n")
_FOR_SENDER = (Field.BODY, Field.TITLE)
_FOR_OPT_OUT = (Field.BODY, Field.CONDITION, Field.TITLE)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The card with what was put in, and how many characters that moved what somebody wrote."""

    card: Card
    moved: Mapping[Place, int]


def laid_out(card: Card, vendor: CardVendor) -> LaidOut:
    """The card as its vendor wants it.

    Where nothing on it names the sender, 【signature】 stands before the first text; where the vendor wants the
    wording that lets a receiver refuse and no text has it, it stands behind the last one.
    """
    rule = vendor.kinds.get(card.kind)
    if rule is None:
        return LaidOut(card, MappingProxyType({}))
    moved: dict[Place, int] = {}
    if vendor.sender is SenderRule.IN_TEXT and card.signature.strip() and not names_sender(card, rule):
        place = next(_places(card, rule, _FOR_SENDER), None)
        if place is not None:
            head = f"【{_literal(card.signature)}】"
            card = _with_text(card, place, head + card.panels[place[0]].text(place[1]))
            moved[place] = len(head)
    wording = missing_opt_out(card, vendor, rule)
    place = _last_place(card, rule)
    if wording and place is not None:
        before = card.panels[place[0]].text(place[1])
        gap = "" if not before or before.endswith(_STOPS) else "，"
        card = _with_text(card, place, before + gap + _literal(wording))
    return LaidOut(card, MappingProxyType(moved))


def names_sender(card: Card, rule: KindRule) -> bool:
    """Whether a text that is shown says whose card it is."""
    name = card.signature.strip().casefold()
    return any(
        "shop_name" in variable_names(text) or (bool(name) and name in words_only(text).casefold())
        for _, text in shown_texts(card, rule)
    )


def missing_opt_out(card: Card, vendor: CardVendor, rule: KindRule) -> str:
    """The wording that the vendor misses on the card; empty where it needs none, or one is there."""
    wanted = vendor.opt_out
    if wanted.rules[card.purpose] is not OptOutRule.REQUIRED:
        return ""
    own, accepted = card.fallback.opt_out.strip(), wanted.accepted
    if any(_has_wording(text, accepted) for _, text in shown_texts(card, rule)):
        return ""
    return own if not accepted or any(same_wording(own, wording) for wording in accepted) else accepted[0]


def shown_texts(card: Card, rule: KindRule) -> Iterator[tuple[Place, str]]:
    """The texts that are shown and not empty, in their order."""
    for number, panel in enumerate(card.panels):
        for name in Field:
            if (text := panel.text(name)).strip() and rule.field_rule(name, number) is not None:
                yield (number, name), text


def written(card: Card, rule: KindRule) -> Iterator[tuple[int | None, str, str]]:
    """Everything that is shown: panel, place (as `CardProblem.field` says it) and text, of buttons and chips too."""
    for (number, name), text in shown_texts(card, rule):
        yield number, name.value, text
    for number, panel in enumerate(card.panels):
        for count, button in enumerate(panel.buttons[: rule.most_buttons(number)], 1):
            yield number, f"{BUTTON}:{count}", button.text
    for count, chip in enumerate(card.chips[: rule.chips], 1):
        yield None, f"{CHIP}:{count}", chip.text


def _has_wording(text: str, accepted: tuple[str, ...]) -> bool:
    return any(holds_wording(text, one) for one in accepted) if accepted else find_opt_out(text) is not None


def _places(card: Card, rule: KindRule, names: tuple[Field, ...]) -> Iterator[Place]:
    """Where a text could stand, the first name of the first panel first."""
    for number in range(len(card.panels)):
        for name in names:
            if rule.field_rule(name, number) is not None:
                yield number, name


def _last_place(card: Card, rule: KindRule) -> Place | None:
    """The first of the names in the last panel that has any."""
    places = list(_places(card, rule, _FOR_OPT_OUT))
    return next((place for place in places if place[0] == places[-1][0]), None)


def _with_text(card: Card, place: Place, text: str) -> Card:
    number, name = place
    panels: list[Panel] = list(card.panels)
    texts = MappingProxyType({**panels[number].texts, name: text})
    panels[number] = replace(panels[number], texts=texts)
    return replace(card, panels=tuple(panels))


def _literal(words: str) -> str:
    """Words as they are written in a text with variables."""
    return words.replace("{", "{{").replace("}", "}}")
