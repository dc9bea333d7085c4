"""A member's card: values where variables were, nothing unfilled or malformed ever, and the text that stands in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from local_db.cards.checks import blocking
from local_db.cards.layout import laid_out
from local_db.cards.model import Button, CardKind, Fallback, Field, PictureFacts
from local_db.cards.parameters import card_texts, parameters, vendor_text
from local_db.cards.render import render
from local_db.cards.rules_files import card_vendor_of
from local_db.templates.clean import clean_value
from local_db.templates.layout import plain_lines
from local_db.templates.text import Literal, scan
from tests.local_db.cards.cards import PAGE, sound, with_panel, with_text
from tests.local_db.cards.random_cards import CARDS, MEMBERS, SLOW, SOUND_CARDS

IMAGE = ("aliyun", CardKind.IMAGE_TEXT)
NOTHING_KNOWN = PictureFacts(0, 0, "", 0)
FILES = dict.fromkeys(range(10), NOTHING_KNOWN)


def expected(text, facts):
    """The reference: pieces one by one, as the rules for SMS say."""
    words = []
    for piece in scan(text).pieces:
        if isinstance(piece, Literal):
            words.append(plain_lines(piece.text))
            continue
        value = clean_value(facts.get(piece.name, ""))
        cut = value[: piece.limit].rstrip(" \u200d") if piece.limit else value
        words.append(cut if value else plain_lines(piece.fallback or "").replace("\n", " "))
    return "".join(words)


@settings(SLOW, max_examples=300)
@given(CARDS, MEMBERS)
def test_no_text_of_a_card_has_an_unfilled_or_malformed_variable(card, facts):
    vendor = card_vendor_of(card.vendor)
    rendered = render(card, vendor, facts)
    whole = laid_out(card, vendor).card
    texts = [text for panel in card.panels for text in panel.texts.values()]
    texts += [button.text for panel in card.panels for button in (*panel.buttons, *card.chips)]
    texts += [chip.text for chip in card.chips]
    faulty = any(scan(text).faults for text in (*texts, card.fallback.title, card.fallback.body))
    assert rendered.malformed is faulty
    if faulty or rendered.unfilled:
        return  # it never leaves the shop
    for written, shown in zip(whole.panels, rendered.card.panels, strict=True):
        assert shown.texts == {name: expected(text, facts) for name, text in written.texts.items()}
        assert [button.text for button in shown.buttons] == [expected(b.text, facts) for b in written.buttons]
    assert [chip.text for chip in rendered.card.chips] == [expected(chip.text, facts) for chip in card.chips]
    assert rendered.card.fallback.body == rendered.fallback.text


@settings(SLOW, max_examples=300)
@given(SOUND_CARDS, MEMBERS)
def test_filling_the_parameters_gives_what_the_member_sees(card, facts):
    """What the vendor does with `${p1}` and the values is what the preview shows."""
    vendor = card_vendor_of(card.vendor)
    assume(not blocking(card, vendor, FILES))
    rendered = render(card, vendor, facts)
    assert not rendered.malformed
    assume(not rendered.unfilled)
    whole = laid_out(card, vendor).card
    known = parameters(whole, vendor)
    filled = [
        re.sub(r"\$\{(p[0-9]+)\}", lambda match: rendered.parameters[match[1]], vendor_text(text, known))
        for text in card_texts(whole, vendor)
    ]
    assert filled == list(card_texts(rendered.card, vendor))


@SLOW
@given(CARDS)
def test_parameters_are_named_as_vendors_want(card):
    vendor = card_vendor_of(card.vendor)
    known = parameters(laid_out(card, vendor).card, vendor)
    for number, parameter in enumerate(known, 1):
        assert parameter.name == f"p{number}"
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", parameter.name)
        assert len(parameter.name) <= 10
    assert len({parameter.slot for parameter in known}) == len(known)


@pytest.mark.parametrize(
    ("text", "facts", "shown", "unfilled"),
    [
        ("茶", {}, "茶", ()),
        ("{nick|亲|4}好", {"nick": "小猫"}, "小猫好", ()),
        ("{nick|亲|4}好", {}, "亲好", ()),
        ("{nick}好", {}, "{nick}好", ("nick",)),
        ("{nick}好", {"nick": "t**8"}, "{nick}好", ("nick",)),
        ("{nick|亲|4}好", {"nick": "{city}"}, "{cit好", ()),
        ("{nick|亲|4}好", {"nick": "【假】"}, "假好", ()),
        ("{{nick}}", {"nick": "x"}, "{nick}", ()),
    ],
)
def test_texts_are_filled_as_those_of_sms(text, facts, shown, unfilled):
    card, _ = sound(*IMAGE)
    rendered = render(with_text(card, Field.TITLE, text), card_vendor_of("aliyun"), facts)
    assert rendered.card.panels[0].text(Field.TITLE) == shown
    assert rendered.unfilled == unfilled


def test_lines_are_kept_and_control_characters_are_not():
    card, _ = sound("aliyun", CardKind.CAROUSEL_WIDE)
    card = with_text(card, Field.BODY, "茶事\r\n一\t二\x07\u2028{nick|亲|4}\n")
    body = render(card, card_vendor_of("aliyun"), {"nick": "a\nb"}).card.panels[0].text(Field.BODY)
    assert body == "茶事\n一 二\na b\n"


def test_the_sender_stands_before_the_first_text_unless_the_card_names_it():
    vendor = card_vendor_of("aliyun")
    card, _ = sound(*IMAGE)
    assert laid_out(card, vendor).card.panels[0].text(Field.BODY) == "【茶事】白瓷"
    assert laid_out(card, vendor).moved == {(0, Field.BODY): 4}
    for named in (
        with_text(card, Field.TITLE, "茶事上新"),
        with_text(card, Field.TITLE, "{shop_name|小店|8}上新"),
        with_text(card, Field.BODY, "白瓷，茶事"),
    ):
        assert laid_out(named, vendor).card == named
    rows, _ = sound("aliyun", CardKind.MULTI_IMAGE_TEXT)  # has no bodies
    assert laid_out(rows, vendor).card.panels[0].text(Field.TITLE) == "【茶事】新到茶具"
    for key in ("rcs", "5g"):
        card, _ = sound(key, CardKind.RCS_CARD)
        assert laid_out(card, card_vendor_of(key)).card == card


def test_a_name_that_only_a_hidden_text_has_does_not_count():
    card, _ = sound(*IMAGE)
    hidden = with_text(card, Field.PRICE, "茶事")
    assert laid_out(hidden, card_vendor_of("aliyun")).card.panels[0].text(Field.BODY).startswith("【茶事】")


@pytest.mark.parametrize(
    ("body", "handed_in"),
    [
        ("白瓷", "【茶事】白瓷，拒收请回复R"),
        ("白瓷。", "【茶事】白瓷。拒收请回复R"),
        ("白瓷，拒收请回复R", "【茶事】白瓷，拒收请回复R"),
        ("白瓷，拒收请回复 r", "【茶事】白瓷，拒收请回复 r"),
        ("白瓷，退订回T", "【茶事】白瓷，退订回T，拒收请回复R"),
    ],
)
def test_huawei_wants_the_way_to_refuse_on_the_card(body, handed_in):
    card, _ = sound("koomessage", CardKind.IMAGE_TEXT)
    whole = laid_out(with_text(card, Field.BODY, body), card_vendor_of("koomessage")).card
    assert whole.panels[0].text(Field.BODY) == handed_in
    assert laid_out(whole, card_vendor_of("koomessage")).card == whole


def test_it_stands_on_the_last_panel_that_has_texts():
    vendor = card_vendor_of("koomessage")
    slides, _ = sound("koomessage", CardKind.CAROUSEL_WIDE)
    assert laid_out(slides, vendor).card.panels[0].text(Field.BODY).endswith("，拒收请回复R")
    pages, _ = sound("koomessage", CardKind.SCROLL)
    whole = laid_out(pages, vendor).card
    assert [panel.text(Field.BODY) for panel in whole.panels] == ["【茶事】白瓷", "白瓷，拒收请回复R"]


def test_the_text_that_stands_in_is_the_whole_sms():
    card, _ = sound(*IMAGE)
    card = replace(card, fallback=Fallback("到货", "{nick|亲|4}，到货了，", "拒收请回复R"))
    rendered = render(card, card_vendor_of("aliyun"), {"nick": "小猫"})
    assert rendered.fallback.text == "【茶事】小猫，到货了，拒收请回复R"
    assert (rendered.fallback.units, rendered.fallback.parts) == (17, 1)
    abroad, _ = sound("rcs", CardKind.RCS_CARD)
    abroad = replace(abroad, signature="Fern", fallback=Fallback("", "New tea.", "Reply STOP to opt out"))
    assert render(abroad, card_vendor_of("rcs"), {}).fallback.text == "Fern: New tea. Reply STOP to opt out"


def test_the_same_variable_with_another_fallback_is_another_parameter():
    card, _ = sound(*IMAGE)
    card = with_text(with_text(card, Field.TITLE, "{nick|亲|4}"), Field.BODY, "{nick|您|4}，{nick|亲|4}")
    card = with_panel(card, buttons=(Button("{city|本地|4}", PAGE),))
    rendered = render(card, card_vendor_of("aliyun"), {"city": "杭州"})
    assert rendered.parameters == {"p1": "亲", "p2": "您", "p3": "杭州"}
