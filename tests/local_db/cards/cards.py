"""Sound cards of every vendor and kind, for tests that break one thing in them."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from local_db.cards.checks import problems
from local_db.cards.model import Action, ActionKind, Button, Card, Fallback, Field, Panel, Picture, PictureFacts
from local_db.cards.rules import CardVendor, ExportForm, Need
from local_db.cards.rules_files import built_in_card_vendors, card_vendor_of

ABROAD = ("rcs",)
PAGE = Action(ActionKind.OPEN_PAGE, "https://shop.example.com/")
WORDS = MappingProxyType(
    {
        Field.TITLE: "新到茶具",
        Field.BODY: "白瓷",
        Field.PRICE: "¥199",
        Field.PRICE_BEFORE: "¥249",
        Field.AMOUNT: "减30元",
        Field.CONDITION: "满199可用",
        Field.VALID: "月底前",
    }
)
EVERY = [(vendor.key, kind) for vendor in built_in_card_vendors() for kind in vendor.kinds]


def sound(vendor_key, kind, *, panels=None):
    """The smallest card of a kind that has nothing wrong with it, and its files."""
    vendor = card_vendor_of(vendor_key)
    rule = vendor.kinds[kind]
    made = []
    for number in range(panels or rule.least_panels):
        texts = {name: WORDS[name] for name in rule.fields if rule.field_rule(name, number)}
        most = rule.most_buttons(number)
        made.append(
            Panel(
                texts=MappingProxyType(texts),
                picture=Picture(1) if rule.picture else None,
                video_id=2 if rule.video is Need.REQUIRED else 0,
                buttons=(Button("看看", PAGE),)[: max(rule.buttons.least, min(most, 1))],
            )
        )
    opt_out = "Reply STOP to opt out" if vendor_key in ABROAD else "拒收请回复R"
    fallback = Fallback("", "新到一批白瓷茶具，老客先选，", opt_out)
    card = Card(kind, vendor_key, signature="茶事", panels=tuple(made), fallback=fallback)
    return card, files_of(vendor, card)


def files_of(vendor: CardVendor, card: Card):
    """Files that fit."""
    rule = vendor.kinds[card.kind]
    ratio = rule.picture.ratios[0] if rule.picture and rule.picture.ratios else (1, 1)
    return {
        1: PictureFacts(ratio[0] * 40, ratio[1] * 40, vendor.pictures.types[0], min(vendor.pictures.aim_bytes, 9000)),
        2: PictureFacts(0, 0, vendor.videos.types[0], vendor.videos.aim_bytes),
    }


def with_text(card, name, text, panel=0):
    """The card with another text."""
    panels = list(card.panels)
    panels[panel] = replace(panels[panel], texts=MappingProxyType({**panels[panel].texts, name: text}))
    return replace(card, panels=tuple(panels))


def with_panel(card, panel=0, **changes):
    """The card with a panel changed."""
    panels = list(card.panels)
    panels[panel] = replace(panels[panel], **changes)
    return replace(card, panels=tuple(panels))


def with_action(card, action):
    """The card with another action on its only button."""
    return with_panel(card, buttons=(Button("看看", action),))


# What is only said; everything else keeps the card from being exported. A refused character depends on the vendor.
ONLY_SAID = {
    "chips_not_shown", "field_not_shown", "full_width_brace", "makers_left_out", "picture_large", "picture_not_shown",
    "refused_words", "signature_length", "sms_rule", "tap_not_offered", "video_large", "video_not_shown",
}  # fmt: skip


def found(card, files=None):
    """The codes of a card's problems with where they are."""
    vendor = card_vendor_of(card.vendor)
    files = files_of(vendor, card) if files is None and card.kind in vendor.kinds else files or {}
    said = problems(card, vendor, files)
    for problem in said:
        lenient = problem.code in ONLY_SAID or (problem.code, vendor.form) in (
            ("refused_character", ExportForm.ALIYUN),
            ("unbounded", ExportForm.RCS),
        )
        assert problem.blocks is not lenient, problem.code
    return [(problem.code, problem.panel, problem.field) for problem in said]


def codes(card, files=None):
    """Only the codes."""
    return {code for code, _, _ in found(card, files)}
