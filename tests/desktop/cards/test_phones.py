"""What phones show, and that every kind of card can be painted in every maker's way."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.cards import edits
from desktop.cards.phones import phone_words
from desktop.cards.phones.pen import wrapped
from desktop.cards.phones.phone_drawing import HEIGHT, WIDTH, PhoneWords, Position, draw_phone, most_scroll
from desktop.cards.phones.styles import STYLES
from desktop.cards.phones.views import PhoneView, makers_of, phone_views
from local_db.cards.handsets import MAKERS, Form, Why
from local_db.cards.model import Action, ActionKind, Button, Card, CardKind, Fallback, Field, Panel, Picture
from local_db.cards.rules import Ratio
from local_db.cards.rules_files import built_in_card_vendors, card_vendor_of

ALIYUN = card_vendor_of("aliyun")
SAID = PhoneWords("喵屋", "Today 10:24", "Message", "Digital message")
RED = QColor("#ff0000")


def filled(vendor: str, kind: CardKind, text: str = "{nick|亲}，全场八折") -> Card:
    """A card of a kind with something in each of its places."""
    profile = card_vendor_of(vendor)
    rule = profile.kinds[kind]
    card = edits.new_card(profile, "喵屋", kind)
    for place in range(len(card.panels)):
        texts = MappingProxyType({name: text for name in Field if rule.field_rule(name, place)})
        button = Button("Go", Action(ActionKind.OPEN_PAGE, "https://a.cn"))
        panel = Panel(texts, Picture(place + 1), 9 if rule.video else 0, (button,) * min(1, rule.most_buttons(place)))
        card = edits.with_panel(card, place, panel)
    return edits.with_fallback(card, Fallback("标题", "{nick|亲}，打八折", "拒收请回复R"))


def red(_picture: Picture, size: QSize, _ratio: Ratio | None) -> QPixmap:
    made = QPixmap(size)
    made.fill(RED)
    return made


def painted(view: PhoneView, slide: int = 0) -> QImage:
    image = QImage(round(WIDTH), round(HEIGHT), QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    draw_phone(painter, view, SAID, red, Position(slide))
    painter.end()
    return image


def view_of(card: Card, maker: str, facts: dict[str, str] | None = None) -> PhoneView:
    views = phone_views(card, card_vendor_of(card.vendor), facts or {"nick": "小鱼"})
    return next(view for view in views if view.maker == maker)


def red_pixels(image: QImage) -> int:
    code = RED.rgb()
    return sum(image.pixel(x, y) == code for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))


KINDS = [(vendor.key, kind) for vendor in built_in_card_vendors() for kind in vendor.kinds]


@pytest.mark.parametrize(("vendor", "kind"), KINDS, ids=str)
def test_every_kind_is_painted_with_its_pictures_by_every_maker(
    qapp: QApplication, vendor: str, kind: CardKind
) -> None:
    card = filled(vendor, kind)
    for view in phone_views(card, card_vendor_of(vendor), {"nick": "小鱼"}):
        pictures = red_pixels(painted(view))
        assert (pictures > 0) == (view.form is not Form.TEXT), view.maker


def test_every_maker_has_a_look() -> None:
    assert set(STYLES) == set(MAKERS)


def test_at_home_all_six_makers_are_shown_and_abroad_those_that_are_reached() -> None:
    assert makers_of(ALIYUN) == ("huawei", "xiaomi", "oppo", "vivo", "samsung", "honor")
    assert makers_of(card_vendor_of("rcs"))[0] == "google"


def test_a_maker_that_does_not_show_the_kind_gets_the_digital_message_and_says_so(qapp: QApplication) -> None:
    card = filled("aliyun", CardKind.CAROUSEL_WIDE)
    view = view_of(card, "xiaomi")
    assert (view.form, view.why) == (Form.DIGITAL, Why.KIND)
    assert phone_words.reason(view) == "Does not show this kind of card."
    text = view_of(edits.with_fallback(card, Fallback("", "{nick|亲}，打八折")), "xiaomi")
    assert text.form is Form.TEXT
    assert text.card.fallback.body == "【喵屋】小鱼，打八折"


def test_what_a_maker_cuts_ends_in_dots_and_is_named(qapp: QApplication) -> None:
    card = filled("aliyun", CardKind.IMAGE_TEXT, "二十个字以上的标题在华为手机上会被截断请看")
    view = view_of(card, "huawei")
    title = view.card.panels[0].text(Field.TITLE)
    assert title.endswith("…")
    assert len(title) == 20
    assert "Title" in phone_words.reason(view)
    assert not view_of(card, "samsung").cut


def test_an_action_that_a_maker_cannot_do_is_the_reason(qapp: QApplication) -> None:
    card = filled("aliyun", CardKind.IMAGE_TEXT)
    button = Button("Call", Action(ActionKind.DIAL, "400 820 8820"))
    view = view_of(edits.with_buttons(card, 0, (button,)), "oppo")
    assert view.why is Why.ACTION
    assert "Call a number" in phone_words.reason(view)


def test_an_unfilled_variable_is_known_to_the_view(qapp: QApplication) -> None:
    card = filled("aliyun", CardKind.IMAGE_TEXT, "{city}的朋友")
    assert view_of(card, "huawei", {}).unfilled == ("city",)
    assert view_of(card, "huawei", {"city": "杭州"}).unfilled == ()


def test_swiping_shows_another_part_of_a_carousel(qapp: QApplication) -> None:
    view = view_of(filled("aliyun", CardKind.CAROUSEL_WIDE), "huawei")
    assert view.slides == 2
    assert painted(view) != painted(view, slide=1)


def test_a_long_message_scrolls_and_a_short_one_does_not(qapp: QApplication) -> None:
    short = view_of(filled("aliyun", CardKind.IMAGE_TEXT), "huawei")
    long = view_of(filled("aliyun", CardKind.LONG_TEXT, "很长的一段话。" * 45), "huawei")
    assert most_scroll(short, SAID) == 0
    assert most_scroll(long, SAID) > 0


@pytest.mark.parametrize("text", ["", "a", "一二三四五六七八九十" * 8, "a\nb\nc\nd", "👍🏽" * 30, "word " * 40])
def test_lines_are_never_more_than_there_is_room_for(qapp: QApplication, text: str) -> None:
    lines = wrapped(text, 13, 100, 2)
    assert len(lines) <= 2
    if len(wrapped(text, 13, 100, 99)) > 2:
        assert lines[-1].endswith("…")
    assert "".join(wrapped(text, 13, 100, 99)).replace(" ", "") == text.replace("\n", "").replace(" ", "")
