"""A card comes back from its text as it was, and nothing else is taken for one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from local_db.cards.codec import from_json, media_ids, searchable, to_json
from local_db.cards.model import Action, ActionKind, Button, Card, CardKind, Fallback, Field, Panel, Picture
from local_db.errors import DocumentError
from tests.local_db.cards.cards import EVERY, sound
from tests.local_db.cards.random_cards import CARDS, SLOW

CARD = Card(
    CardKind.IMAGE_TEXT,
    "aliyun",
    signature="茶事",
    panels=(
        Panel(
            {Field.TITLE: "新茶具"}, Picture(7, (0.25, 1.0), "杯子"), 9, (Button("看看", Action(ActionKind.COPY, "A")),)
        ),
        Panel(tap=Action(ActionKind.OPEN_APP, "a://b", "c.d", "https://e.cn/")),
    ),
    fallback=Fallback("标题", "正文", "拒收请回复R"),
)


@SLOW
@given(CARDS)
def test_a_card_survives(card):
    text = to_json(card)
    assert from_json(text) == card
    assert to_json(from_json(text)) == text


@pytest.mark.parametrize(("vendor", "kind"), EVERY)
def test_cards_of_every_kind_survive(vendor, kind):
    card, _ = sound(vendor, kind)
    assert from_json(to_json(card)) == card


def test_empty_texts_are_not_kept():
    card = Card(CardKind.GOODS, "aliyun", panels=(Panel({Field.TITLE: "", Field.BODY: "x"}),))
    assert from_json(to_json(card)).panels[0].texts == {Field.BODY: "x"}


def test_what_a_card_shows_and_says():
    assert media_ids(CARD) == {7, 9}
    assert searchable(CARD).splitlines() == ["新茶具", "看看", "标题", "正文", "茶事"]


def changed(*path, value=None, remove=False):
    data = json.loads(to_json(CARD))
    at = data
    for step in path[:-1]:
        at = at[step]
    if remove:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "json"),
        ("{", "json"),
        ("[" * 100_000, "json"),
        ("[]", "card"),
        ("null", "card"),
        (changed("format", value=2), "format"),
        (changed("format", value=True), "format"),
        (changed("kind", value="fax"), "kind"),
        (changed("kind", remove=True), "kind"),
        (changed("colour", value="red"), "colour"),
        (changed("purpose", value=1), "purpose"),
        (changed("panels", value=[]), "panels"),
        (changed("panels", value={}), "panels"),
        (changed("panels", value=[{}] * 101), "panels"),
        (changed("panels", 0, "texts", "headline", value="x"), "panels[1].texts.headline"),
        (changed("panels", 0, "texts", "title", value=3), "panels[1].texts.title"),
        (changed("panels", 0, "picture", "media", value=0), "panels[1].picture.media"),
        (changed("panels", 0, "picture", "media", value=-1), "panels[1].picture.media"),
        (changed("panels", 0, "picture", "focus", value=[0.5]), "panels[1].picture.focus"),
        (changed("panels", 0, "picture", "focus", value=[0.5, 1.1]), "panels[1].picture.focus"),
        (changed("panels", 0, "picture", "focus", value=[True, 0.5]), "panels[1].picture.focus"),
        (changed("panels", 0, "picture", "focus", value=[float("nan"), 0.5]), "panels[1].picture.focus"),
        (changed("panels", 0, "video", value=1.0), "panels[1].video"),
        (changed("panels", 0, "height", value="huge"), "panels[1].height"),
        (changed("panels", 0, "buttons", 0, "action", "kind", value="fly"), "panels[1].buttons[1].action.kind"),
        (changed("panels", 1, "tap", value="x"), "panels[2].tap"),
        (changed("panels", 1, "tap", remove=True), "panels[2].tap"),
        (changed("fallback", "body", value=None), "fallback.body"),
        (changed("chips", value=None), "chips"),
    ],
)
def test_anything_else_is_refused_by_name(text, key):
    with pytest.raises(DocumentError) as caught:
        from_json(text)
    assert (caught.value.code, caught.value.data) == ("content_invalid", {"key": key})
