"""What each maker's phones show: the card, else the digital message, else the text, and what is cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from local_db.cards.handsets import Form, Shown, Why, shown_on
from local_db.cards.model import Action, ActionKind, Button, CardKind, Field
from local_db.cards.rules_files import MAKERS, built_in_card_vendors, card_vendor_of
from tests.local_db.cards.cards import EVERY, sound, with_action, with_panel, with_text
from tests.local_db.cards.random_cards import CARDS, SLOW

COPY = Action(ActionKind.COPY, "TEA30")


def with_digital(card, title="新茶具"):
    return replace(card, fallback=replace(card.fallback, title=title))


@pytest.mark.parametrize(("vendor", "kind"), EVERY)
@pytest.mark.parametrize("maker", MAKERS)
def test_a_plain_card_is_shown_exactly_where_the_matrix_says(vendor, kind, maker):
    profile = card_vendor_of(vendor)
    card, _ = sound(vendor, kind)
    handset = profile.handsets.get(maker)
    if handset is not None and kind in handset.kinds:
        assert shown_on(card, profile, maker) == Shown(Form.CARD)
        return
    why = Why.KIND if handset is not None and handset.kinds else Why.MAKER
    assert shown_on(card, profile, maker) == Shown(Form.TEXT, why)
    takes_digital = handset is not None and handset.digital and profile.digital_title > 0
    shown = shown_on(with_digital(card), profile, maker)
    assert shown == Shown(Form.DIGITAL if takes_digital else Form.TEXT, why)


@pytest.mark.parametrize(
    ("maker", "form"),
    [("huawei", Form.CARD), ("xiaomi", Form.CARD), ("oppo", Form.DIGITAL), ("vivo", Form.DIGITAL)],
)
def test_an_action_that_a_maker_does_not_know_costs_the_card(maker, form):
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    for acting in (with_action(card, COPY), with_panel(card, tap=COPY)):
        shown = shown_on(with_digital(acting), card_vendor_of("aliyun"), maker)
        assert (shown.form, shown.action) == (form, "" if form is Form.CARD else "copy")
    assert shown_on(with_digital(card), card_vendor_of("aliyun"), maker).form is Form.CARD


def test_buttons_that_are_not_shown_do_not_count():
    card, _ = sound("aliyun", CardKind.CAROUSEL_WIDE)
    card = with_panel(card, 1, buttons=(Button("x", COPY),))
    assert shown_on(card, card_vendor_of("aliyun"), "oppo").form is Form.CARD


@pytest.mark.parametrize(("units", "kept"), [(69, {}), (70, {(0, Field.BODY): 69})])
def test_what_is_not_in_sight(units, kept):
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    card = with_text(card, Field.BODY, "瓷" * units)
    assert shown_on(card, card_vendor_of("aliyun"), "vivo").truncated == kept
    assert shown_on(card, card_vendor_of("aliyun"), "samsung").truncated == {}  # nothing is published


def test_a_vendor_without_digital_messages_sends_the_text():
    card, _ = sound("aliyun", CardKind.SCROLL)
    vendor = replace(card_vendor_of("aliyun"), digital_title=0)
    assert shown_on(with_digital(card), vendor, "vivo") == Shown(Form.TEXT, Why.KIND)


def test_a_maker_nobody_knows_gets_the_text():
    card, _ = sound("aliyun", CardKind.IMAGE_TEXT)
    assert shown_on(with_digital(card), card_vendor_of("aliyun"), "nokia") == Shown(Form.TEXT, Why.MAKER)


@SLOW
@given(CARDS)
def test_the_chain_never_ends_without_anything(card):
    for vendor in built_in_card_vendors():
        for maker in MAKERS:
            shown = shown_on(card, vendor, maker)
            assert (shown.form is Form.CARD) == (shown.why is Why.SHOWN)
            assert bool(shown.action) == (shown.why is Why.ACTION)
            assert shown.form is Form.CARD or not shown.truncated
            if shown.form is Form.DIGITAL:
                assert card.fallback.title.strip()
            for (number, name), kept in shown.truncated.items():
                assert 0 < kept < len(card.panels[number].text(name))
