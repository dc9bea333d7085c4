"""Edits of a card change what they say and keep everything else."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cards import edits
from local_db.cards.model import Action, ActionKind, Button, Card, CardKind, Fallback, Field, Panel, Picture
from local_db.cards.rules_files import built_in_card_vendors, card_vendor_of
from local_db.templates.model import Purpose

ALIYUN = card_vendor_of("aliyun")
RCS = card_vendor_of("rcs")
BUTTON = Button("Go", Action(ActionKind.OPEN_PAGE, "https://a.cn"))
CAROUSEL = Card(
    CardKind.CAROUSEL_SQUARE,
    "aliyun",
    signature="喵屋",
    panels=(
        Panel(MappingProxyType({Field.TITLE: "T", Field.BODY: "B"}), Picture(1), buttons=(BUTTON,)),
        Panel(picture=Picture(2)),
        Panel(picture=Picture(3)),
    ),
)


def pictures(card: Card) -> list[int]:
    return [panel.picture.media_id if panel.picture else 0 for panel in card.panels]


@pytest.mark.parametrize("vendor", built_in_card_vendors(), ids=lambda vendor: vendor.key)
def test_a_new_card_has_the_panels_its_kind_needs(vendor) -> None:  # type: ignore[no-untyped-def]
    for kind, rule in vendor.kinds.items():
        card = edits.new_card(vendor, "喵屋", kind)
        assert (card.kind, card.vendor, len(card.panels)) == (kind, vendor.key, rule.least_panels)
        assert not edits.has_content(card)


def test_an_emptied_text_is_none() -> None:
    card = edits.with_text(CAROUSEL, 0, Field.TITLE, "")
    assert dict(card.panels[0].texts) == {Field.BODY: "B"}
    assert edits.with_text(card, 0, Field.TITLE, "T") == CAROUSEL


def test_moving_slides_moves_pictures_and_leaves_the_words_of_the_card_in_front() -> None:
    card = edits.moved(CAROUSEL, 0, 2, ALIYUN.kinds[CardKind.CAROUSEL_SQUARE])
    assert pictures(card) == [2, 3, 1]
    assert dict(card.panels[0].texts) == {Field.TITLE: "T", Field.BODY: "B"}
    assert [len(panel.buttons) for panel in card.panels] == [1, 0, 0]


def test_removing_the_first_slide_leaves_its_words() -> None:
    card = edits.without(CAROUSEL, 0, ALIYUN.kinds[CardKind.CAROUSEL_SQUARE])
    assert pictures(card) == [2, 3]
    assert card.panels[0].text(Field.TITLE) == "T"


def test_where_every_panel_has_its_own_words_they_move_along() -> None:
    rule = ALIYUN.kinds[CardKind.SCROLL]
    panels = tuple(Panel(MappingProxyType({Field.TITLE: str(n)}), Picture(n), buttons=(BUTTON,)) for n in (1, 2, 3))
    card = edits.moved(replace(CAROUSEL, kind=CardKind.SCROLL, panels=panels), 2, -1, rule)
    assert [panel.text(Field.TITLE) for panel in card.panels] == ["1", "3", "2"]


def test_a_card_keeps_between_the_fewest_and_the_most_panels() -> None:
    rule = ALIYUN.kinds[CardKind.CAROUSEL_SQUARE]
    card = CAROUSEL
    for _ in range(20):
        card = edits.with_added(card, rule)
    assert len(card.panels) == rule.most_panels
    for _ in range(20):
        card = edits.without(card, 0, rule)
    assert len(card.panels) == rule.least_panels


@pytest.mark.parametrize(
    ("kind", "there"), [(CardKind.CAROUSEL_SQUARE, CardKind.RCS_CAROUSEL), (CardKind.IMAGE_TEXT, CardKind.RCS_CARD)]
)
def test_another_vendor_gets_the_kind_that_says_the_same(kind: CardKind, there: CardKind) -> None:
    panels = CAROUSEL.panels if kind is CardKind.CAROUSEL_SQUARE else CAROUSEL.panels[:1]
    card = edits.with_vendor(replace(CAROUSEL, kind=kind, panels=panels), RCS)
    assert (card.kind, card.vendor) == (there, "rcs")
    assert card.panels[0].text(Field.TITLE) == "T"


def test_a_notification_has_no_opt_out() -> None:
    card = replace(CAROUSEL, fallback=Fallback("t", "b", "拒收请回复R"))
    plain = edits.with_purpose(card, Purpose.NOTIFICATION, "拒收请回复R")
    assert plain.fallback == Fallback("t", "b", "")
    assert edits.with_purpose(plain, Purpose.MARKETING, "拒收请回复R") == card


@given(st.data())
def test_no_order_of_moves_loses_a_picture(data: st.DataObject) -> None:
    rule = ALIYUN.kinds[CardKind.CAROUSEL_SQUARE]
    card = CAROUSEL
    for _ in range(data.draw(st.integers(1, 6))):
        card = edits.moved(card, data.draw(st.integers(0, 2)), data.draw(st.integers(-3, 3)), rule)
    assert sorted(pictures(card)) == [1, 2, 3]
    assert card.panels[0].text(Field.TITLE) == "T"
    assert all(not panel.texts and not panel.buttons for panel in card.panels[1:])
