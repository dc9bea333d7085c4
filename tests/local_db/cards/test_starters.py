"""The ready-made cards: every one keeps every rule of every vendor that it claims, in both languages."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from local_db.cards.checks import problems
from local_db.cards.forms import vendor_json
from local_db.cards.handsets import Form, shown_on
from local_db.cards.model import CardKind, Picture, PictureFacts
from local_db.cards.parameters import card_texts
from local_db.cards.parts import ExportChoices
from local_db.cards.render import render
from local_db.cards.rules import Need
from local_db.cards.rules_files import card_vendor_of
from local_db.cards.starters import starters
from local_db.templates.body_words import variables
from local_db.templates.model import Purpose
from tests.local_db.cards.test_export import VALIDATORS

SIGNATURES = {"zh": ("茶事", "猫爪生活馆官方旗舰店"), "en": ("Fern", "Fern Home Co")}
FILES = {1: PictureFacts(0, 0, "", 0), 2: PictureFacts(0, 0, "", 0)}
ALL = [(language, starter.key) for language in SIGNATURES for starter in starters(language)]
ILLUSTRATION = re.compile(r"[a-z_]+")


def finished(language, key, vendor, signature):
    """A starter as the seller has it once her pictures and video are in."""
    starter = next(one for one in starters(language, signature=signature) if one.key == key)
    card, rule = starter.for_vendor(vendor), card_vendor_of(vendor).kinds[starter.card.kind]
    panels = tuple(
        replace(panel, picture=Picture(1) if name else None, video_id=2 if rule.video is Need.REQUIRED else 0)
        for panel, name in zip(card.panels, starter.pictures, strict=True)
    )
    return replace(card, panels=panels)


def claims(language, key):
    return next(starter for starter in starters(language) if starter.key == key).vendors


@pytest.mark.parametrize(("language", "key"), ALL)
def test_a_starter_passes_every_check_of_the_vendors_it_claims(language, key):
    for vendor in claims(language, key):
        for signature in SIGNATURES[language]:
            card = finished(language, key, vendor, signature)
            found = problems(card, card_vendor_of(vendor), FILES)
            assert [(p.code, p.field, p.panel, p.data) for p in found] == [], (vendor, signature)
            content = vendor_json(card, card_vendor_of(vendor), {}, ExportChoices(key))
            VALIDATORS[card_vendor_of(vendor).form].validate(content)


@pytest.mark.parametrize(("language", "key"), ALL)
def test_nothing_of_a_starter_is_cut_off_where_it_is_shown(language, key):
    for vendor in claims(language, key):
        profile = card_vendor_of(vendor)
        card = render(finished(language, key, vendor, SIGNATURES[language][0]), profile, {}).card
        shown = [shown_on(card, profile, maker) for maker in profile.handsets]
        assert Form.CARD in {one.form for one in shown}
        assert not any(one.truncated for one in shown)


@pytest.mark.parametrize(("language", "key"), ALL)
def test_a_starter_can_be_sent_to_somebody_of_whom_nothing_is_known(language, key):
    for vendor in claims(language, key):
        card = finished(language, key, vendor, SIGNATURES[language][0])
        rendered = render(card, card_vendor_of(vendor), {})
        assert (rendered.unfilled, rendered.malformed) == ((), False)
        assert rendered.fallback.parts <= (1 if language == "zh" else 3)
        for text in card_texts(card, card_vendor_of(vendor)):
            assert all(one.fallback and one.limit for one in variables(text))


def test_there_are_enough_of_them_over_every_kind():
    chinese, english = starters("zh"), starters("en")
    assert [starter.key for starter in chinese] == [starter.key for starter in english]
    assert len(chinese) >= 14
    assert {starter.card.kind for starter in chinese} == set(CardKind)
    scenes = {
        "promotion", "new_arrivals", "notice", "coupon", "repurchase", "live", "shipping", "birthday", "points",
        "long_time_no_see", "holiday", "review", "presale", "member_day",
    }  # fmt: skip
    assert scenes <= {starter.key for starter in chinese}
    assert {vendor for starter in (*chinese, *english) for vendor in starter.vendors} == {
        "aliyun", "koomessage", "rcs", "5g",
    }  # fmt: skip


@pytest.mark.parametrize("language", SIGNATURES)
def test_names_and_pictures(language):
    found = starters(language)
    assert len({starter.name for starter in found}) == len({starter.key for starter in found}) == len(found)
    for starter in found:
        rule = card_vendor_of(starter.vendors[0]).kinds[starter.card.kind]
        assert len(starter.pictures) == len(starter.card.panels) >= rule.least_panels
        assert all(ILLUSTRATION.fullmatch(name) for name in starter.pictures)
        assert starter.card.vendor == starter.vendors[0]


@pytest.mark.parametrize("language", SIGNATURES)
def test_no_chinese_on_english_cards_nor_the_other_way_round(language):
    for starter in starters(language):
        card = starter.card
        texts = [*card_texts(card, card_vendor_of(card.vendor)), card.fallback.body, card.fallback.title, starter.name]
        chinese = [bool(re.search("[\u4e00-\u9fff]", text)) for text in texts if text and text != card.fallback.opt_out]
        assert any(chinese) is (language == "zh")


def test_the_opt_out_is_the_one_that_the_vendor_takes():
    by_key = {starter.key: starter for starter in starters("en", opt_out="Text STOP to opt out")}
    assert by_key["promotion"].card.fallback.opt_out == "拒收请回复R"  # Aliyun takes no other
    assert by_key["lookbook"].card.fallback.opt_out == "Text STOP to opt out"
    chinese = {starter.key: starter for starter in starters("zh", opt_out="退订回T")}
    assert chinese["lookbook"].card.fallback.opt_out == "退订回T"
    assert chinese["promotion"].for_vendor("koomessage").fallback.opt_out == "拒收请回复R"
    for starter in (*by_key.values(), *chinese.values()):
        assert bool(starter.card.fallback.opt_out) is (starter.card.purpose is Purpose.MARKETING)


def test_no_review_is_bought_and_nobody_is_called_back():
    for starter in starters("zh"):
        texts = (*card_texts(starter.card, card_vendor_of(starter.card.vendor)), starter.card.fallback.body)
        assert not re.search("返现|好评|召回|抽奖|加微信", "".join(texts))
