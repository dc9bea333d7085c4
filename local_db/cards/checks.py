"""What is wrong with a card before anybody gets it: what blocks, and what is only worth knowing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from local_db.cards.forms import payload_bytes
from local_db.cards.handsets import Why, shown_on
from local_db.cards.layout import laid_out, missing_opt_out, shown_texts, written
from local_db.cards.measure import fits, longest_units
from local_db.cards.media_checks import media_problems
from local_db.cards.model import Button, Card, Field, Panel, PictureFacts
from local_db.cards.parameters import parameters
from local_db.cards.problem import (
    BUTTON,
    CHIP,
    FALLBACK,
    FALLBACK_TITLE,
    OPT_OUT,
    SIGNATURE,
    TAP,
    CardProblem,
)
from local_db.cards.render import fallback_template, route
from local_db.cards.rules import CardVendor, KindRule
from local_db.cards.target_checks import action_problems
from local_db.cards.text_checks import Room, text_problems, word_problems
from local_db.templates import lint, verdicts
from local_db.templates.sms_rules import find_opt_out, sms_rules
from local_db.templates.vendor import OptOutRule, WordRule
from local_db.templates.vendors import vendor_of

_SAID_BY_LINT = (
    "signature.missing",
    "signature.length",
    "brackets",
    "opt_out.missing",
    "opt_out.in_notification",
    "length",
)
_OF_OPT_OUT = ("missing_opt_out", "unusual_opt_out", "opt_out.missing", "opt_out.wording")


def problems(card: Card, vendor: CardVendor, files: Mapping[int, PictureFacts]) -> tuple[CardProblem, ...]:
    """Every problem of a card, blocking ones first, each in the order of the card; `files` are its media by id."""
    rule = vendor.kinds.get(card.kind)
    if rule is None:
        return (CardProblem("kind_not_offered", data={"kind": card.kind.value}),)
    found = [
        *_of_panels(card, rule, vendor, files),
        *_of_additions(card, rule, vendor),
        *_of_chips(card, rule, vendor),
        *_of_whole(card, rule, vendor),
        *_of_handsets(card, vendor),
        *_of_fallback(card, vendor),
    ]
    return tuple(sorted(found, key=lambda problem: not problem.blocks))


def blocking(card: Card, vendor: CardVendor, files: Mapping[int, PictureFacts]) -> tuple[CardProblem, ...]:
    """The problems that keep a card from being exported."""
    return tuple(problem for problem in problems(card, vendor, files) if problem.blocks)


def _of_panels(
    card: Card, rule: KindRule, vendor: CardVendor, files: Mapping[int, PictureFacts]
) -> Iterator[CardProblem]:
    count = len(card.panels)
    if count < rule.least_panels:
        yield CardProblem("too_few_panels", data={"least": rule.least_panels, "count": count})
    if count > rule.most_panels:
        yield CardProblem("too_many_panels", data={"most": rule.most_panels, "count": count})
    for number, panel in enumerate(card.panels):
        found = [
            *_of_texts(panel, number, rule, vendor),
            *_of_buttons(panel.buttons, rule.most_buttons(number), BUTTON, rule, vendor),
            *_of_tap(panel, rule, vendor),
            *media_problems(panel, rule, vendor, files),
        ]
        yield from (replace(problem, panel=number) for problem in found)


def _of_additions(card: Card, rule: KindRule, vendor: CardVendor) -> Iterator[CardProblem]:
    """Texts that only get too long by what the vendor wants on the card."""
    whole = laid_out(card, vendor)
    for place, text in shown_texts(whole.card, rule):
        number, name = place
        field_rule, own = rule.field_rule(name, number), card.panels[number].text(name)
        most = 0 if field_rule is None else field_rule.longest
        if longest_units(own) > most or (units := longest_units(text)) <= most:
            continue
        fitting = min(max(fits(text, most) - whole.moved.get(place, 0), 0), len(own))
        data: dict[str, object] = {"units": units, "most": most}
        yield CardProblem("too_long_with_additions", name.value, number, fitting, len(own) - fitting, data)


def _word_groups(vendor: CardVendor) -> tuple[WordRule, ...]:
    own = (vendor.refused,) if vendor.refused else ()
    return (*own, *vendor.words, *vendor_of(vendor.sms).words, *sms_rules().words)


def _of_texts(panel: Panel, number: int, rule: KindRule, vendor: CardVendor) -> Iterator[CardProblem]:
    wordless = not any(panel.text(name).strip() for name in rule.fields)
    if rule.anything and wordless and panel.picture is None and not panel.video_id:
        yield CardProblem("nothing_shown")
    for name in Field:
        text, field_rule = panel.text(name), rule.field_rule(name, number)
        if field_rule is None:
            if text.strip():
                yield CardProblem("field_not_shown", name.value, blocks=False)
        elif not text.strip():
            if field_rule.required:
                yield CardProblem("field_missing", name.value)
        else:
            room = Room(field_rule.longest, field_rule.lines)
            yield from _named(text_problems(text, room, vendor), name.value)


def _of_buttons(
    buttons: tuple[Button, ...], most: int, place: str, rule: KindRule, vendor: CardVendor
) -> Iterator[CardProblem]:
    if len(buttons) > most:
        yield CardProblem("too_many_buttons", f"{place}:{most + 1}", data={"most": most, "count": len(buttons)})
    if place == BUTTON and most and len(buttons) < rule.buttons.least:
        yield CardProblem("too_few_buttons", f"{place}:{len(buttons) + 1}", data={"least": rule.buttons.least})
    for count, button in enumerate(buttons[:most], 1):
        where = f"{place}:{count}"
        if not button.text.strip():
            yield CardProblem("button_empty", where)
        yield from _named(text_problems(button.text, Room(rule.buttons.longest), vendor), where)
        yield from _named(action_problems(button.action, vendor), where)


def _of_tap(panel: Panel, rule: KindRule, vendor: CardVendor) -> Iterator[CardProblem]:
    if panel.tap is None:
        return
    if not rule.taps:
        yield CardProblem("tap_not_offered", TAP, blocks=False)
    else:
        yield from _named(action_problems(panel.tap, vendor), TAP)


def _of_chips(card: Card, rule: KindRule, vendor: CardVendor) -> Iterator[CardProblem]:
    if card.chips and not rule.chips:
        yield CardProblem("chips_not_shown", f"{CHIP}:1", blocks=False)
    else:
        yield from _of_buttons(card.chips, rule.chips, CHIP, rule, vendor)


def _of_whole(card: Card, rule: KindRule, vendor: CardVendor) -> Iterator[CardProblem]:
    """What several texts together do, and the words on all of them."""
    whole = laid_out(card, vendor).card
    most = vendor.variables.most_in_card
    count = len(parameters(whole, vendor))
    if most is not None and count > most:
        yield CardProblem("too_many_variables_in_card", data={"most": most, "count": count})
    yield from _of_opt_out(card, whole, rule, vendor)
    yield from _of_words(card, rule, vendor)
    if vendor.payload is not None and (size := payload_bytes(card, vendor)) > vendor.payload:
        yield CardProblem("payload_too_big", data={"bytes": size, "most": vendor.payload})


def _of_opt_out(card: Card, whole: Card, rule: KindRule, vendor: CardVendor) -> Iterator[CardProblem]:
    if missing_opt_out(whole, vendor, rule):
        yield CardProblem("opt_out_not_on_card", OPT_OUT, data={"accepted": vendor.opt_out.accepted})
    if vendor.opt_out.rules[card.purpose] is not OptOutRule.FORBIDDEN:
        return
    for (number, name), text in shown_texts(card, rule):
        if found := find_opt_out(text):
            yield CardProblem("opt_out_in_notification", name.value, number, *found)


def _of_words(card: Card, rule: KindRule, vendor: CardVendor) -> Iterator[CardProblem]:
    groups = _word_groups(vendor)
    titled = [(None, FALLBACK_TITLE, card.fallback.title)] if vendor.digital_title else []
    for number, place, text in (*written(card, rule), *titled):
        for problem in word_problems(text, card.purpose, groups):
            yield replace(problem, panel=number, field=place)


def _of_handsets(card: Card, vendor: CardVendor) -> Iterator[CardProblem]:
    """Makers that would show this kind but are left out because of what a button does."""
    left_out: dict[str, list[str]] = {}
    for maker in vendor.handsets:
        shown = shown_on(card, vendor, maker)
        if shown.why is Why.ACTION:
            left_out.setdefault(shown.action, []).append(maker)
    for action, makers in left_out.items():
        data: dict[str, object] = {"action": action, "makers": tuple(makers)}
        yield CardProblem("makers_left_out", data=data, blocks=False)


def _of_fallback(card: Card, vendor: CardVendor) -> Iterator[CardProblem]:
    """The text that stands in, by the rules of SMS, and the title of the digital message."""
    title = card.fallback.title
    if title.strip() and vendor.digital_title:
        yield from _named(text_problems(title, Room(vendor.digital_title), vendor), FALLBACK_TITLE)
    elif title.strip():
        yield CardProblem("field_not_shown", FALLBACK_TITLE, blocks=False)
    template, sms = fallback_template(card, vendor), vendor_of(vendor.sms)
    for problem in lint.problems(template, route(vendor), sms):
        place = SIGNATURE if "signature" in problem.code else OPT_OUT if problem.code in _OF_OPT_OUT else FALLBACK
        yield CardProblem(
            problem.code, place, None, problem.position, problem.length, dict(problem.data), problem.blocks
        )
    if not template.body.strip():
        return  # everything else would be said of nothing
    for finding in verdicts.findings(template, sms):
        if finding.rule in _SAID_BY_LINT:
            continue
        place = OPT_OUT if finding.rule in _OF_OPT_OUT else FALLBACK
        yield CardProblem(
            "sms_rule",
            place,
            None,
            finding.position,
            finding.length,
            {"rule": finding.rule, **finding.data},
            blocks=False,
            finding=finding,
        )


def _named(found: Iterable[CardProblem], place: str) -> Iterator[CardProblem]:
    return (replace(problem, field=place) for problem in found)
