"""What kinds of cards, their fields, their actions and the makers of phones are called."""

from __future__ import annotations

from desktop import wording
from desktop.cards.calendar_text import EXAMPLE
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.cards.model import ActionKind, CardKind, Field
from local_db.templates.in_languages import InLanguages

_CONTEXT = "Cards"

KINDS = {
    CardKind.IMAGE_TEXT: QT_TRANSLATE_NOOP("Cards", "Picture and text"),
    CardKind.MULTI_IMAGE_TEXT: QT_TRANSLATE_NOOP("Cards", "Several pictures"),
    CardKind.CAROUSEL_SQUARE: QT_TRANSLATE_NOOP("Cards", "Carousel 1:1"),
    CardKind.CAROUSEL_WIDE: QT_TRANSLATE_NOOP("Cards", "Carousel 16:9"),
    CardKind.CAROUSEL_TALL: QT_TRANSLATE_NOOP("Cards", "Carousel 48:65"),
    CardKind.SCROLL: QT_TRANSLATE_NOOP("Cards", "Horizontal scroll"),
    CardKind.LONG_TEXT: QT_TRANSLATE_NOOP("Cards", "Long text"),
    CardKind.VIDEO_TEXT: QT_TRANSLATE_NOOP("Cards", "Video and text"),
    CardKind.GOODS: QT_TRANSLATE_NOOP("Cards", "Product"),
    CardKind.COUPON: QT_TRANSLATE_NOOP("Cards", "Coupon"),
    CardKind.RCS_CARD: QT_TRANSLATE_NOOP("Cards", "Rich card"),
    CardKind.RCS_CAROUSEL: QT_TRANSLATE_NOOP("Cards", "Rich card carousel"),
}
# What each is good for, for the choice between them.
USES = {
    CardKind.IMAGE_TEXT: QT_TRANSLATE_NOOP("Cards", "One offer; every maker shows it"),
    CardKind.MULTI_IMAGE_TEXT: QT_TRANSLATE_NOOP("Cards", "A large picture and a few rows"),
    CardKind.CAROUSEL_SQUARE: QT_TRANSLATE_NOOP("Cards", "Square pictures to swipe through"),
    CardKind.CAROUSEL_WIDE: QT_TRANSLATE_NOOP("Cards", "Wide pictures to swipe through"),
    CardKind.CAROUSEL_TALL: QT_TRANSLATE_NOOP("Cards", "Posters to swipe through"),
    CardKind.SCROLL: QT_TRANSLATE_NOOP("Cards", "Small products side by side"),
    CardKind.LONG_TEXT: QT_TRANSLATE_NOOP("Cards", "News that needs words"),
    CardKind.VIDEO_TEXT: QT_TRANSLATE_NOOP("Cards", "A short video with its text"),
    CardKind.GOODS: QT_TRANSLATE_NOOP("Cards", "A product with its price"),
    CardKind.COUPON: QT_TRANSLATE_NOOP("Cards", "An amount to save, and until when"),
    CardKind.RCS_CARD: QT_TRANSLATE_NOOP("Cards", "One card with answers to tap"),
    CardKind.RCS_CAROUSEL: QT_TRANSLATE_NOOP("Cards", "Cards to swipe through, each with answers"),
}
FIELDS = {
    Field.TITLE: QT_TRANSLATE_NOOP("Cards", "Title"),
    Field.BODY: QT_TRANSLATE_NOOP("Cards", "Text"),
    Field.PRICE: QT_TRANSLATE_NOOP("Cards", "Price"),
    Field.PRICE_BEFORE: QT_TRANSLATE_NOOP("Cards", "Price before"),
    Field.AMOUNT: QT_TRANSLATE_NOOP("Cards", "Amount"),
    Field.CONDITION: QT_TRANSLATE_NOOP("Cards", "Condition"),
    Field.VALID: QT_TRANSLATE_NOOP("Cards", "Valid until"),
}
ACTIONS = {
    ActionKind.OPEN_PAGE: QT_TRANSLATE_NOOP("Cards", "Open a web page"),
    ActionKind.OPEN_APP: QT_TRANSLATE_NOOP("Cards", "Open an app"),
    ActionKind.DIAL: QT_TRANSLATE_NOOP("Cards", "Call a number"),
    ActionKind.SEND_TEXT: QT_TRANSLATE_NOOP("Cards", "Write a message"),
    ActionKind.COPY: QT_TRANSLATE_NOOP("Cards", "Copy a code"),
    ActionKind.REPLY: QT_TRANSLATE_NOOP("Cards", "Answer"),
    ActionKind.CALENDAR: QT_TRANSLATE_NOOP("Cards", "Note in the calendar"),
    ActionKind.SHOW_MAP: QT_TRANSLATE_NOOP("Cards", "Show on the map"),
}
TARGETS = {
    ActionKind.OPEN_PAGE: QT_TRANSLATE_NOOP("Cards", "Address"),
    ActionKind.OPEN_APP: QT_TRANSLATE_NOOP("Cards", "Link of the app"),
    ActionKind.DIAL: QT_TRANSLATE_NOOP("Cards", "Number"),
    ActionKind.SEND_TEXT: QT_TRANSLATE_NOOP("Cards", "Number"),
    ActionKind.COPY: QT_TRANSLATE_NOOP("Cards", "Code"),
    ActionKind.REPLY: QT_TRANSLATE_NOOP("Cards", "What comes back"),
    ActionKind.CALENDAR: QT_TRANSLATE_NOOP("Cards", "From – to"),
    ActionKind.SHOW_MAP: QT_TRANSLATE_NOOP("Cards", "Latitude, longitude"),
}
# How a target is written; not translated.
EXAMPLES = {
    ActionKind.OPEN_PAGE: "https://shop.example.com/12",
    ActionKind.OPEN_APP: "tbopen://m.taobao.com/…",
    ActionKind.DIAL: "400 820 8820",
    ActionKind.SEND_TEXT: "138 0013 8000",
    ActionKind.COPY: "MIAO1212",
    ActionKind.REPLY: "yes",
    ActionKind.CALENDAR: EXAMPLE,
    ActionKind.SHOW_MAP: "31.2304,121.4737",
}
MAKERS = {
    "huawei": QT_TRANSLATE_NOOP("Cards", "Huawei"),
    "xiaomi": QT_TRANSLATE_NOOP("Cards", "Xiaomi"),
    "oppo": QT_TRANSLATE_NOOP("Cards", "OPPO"),
    "vivo": QT_TRANSLATE_NOOP("Cards", "vivo"),
    "samsung": QT_TRANSLATE_NOOP("Cards", "Samsung"),
    "honor": QT_TRANSLATE_NOOP("Cards", "Honor"),
    "google": QT_TRANSLATE_NOOP("Cards", "Google"),
}


def kind(code: CardKind) -> str:
    """The name of a kind of card."""
    return translate(_CONTEXT, KINDS[code])


def use(code: CardKind) -> str:
    """What a kind of card is good for."""
    return translate(_CONTEXT, USES[code])


def field(code: Field) -> str:
    """The name of a text of a panel."""
    return translate(_CONTEXT, FIELDS[code])


def action(code: ActionKind) -> str:
    """What a button does."""
    return translate(_CONTEXT, ACTIONS[code])


def target(code: ActionKind) -> str:
    """What an action needs to know."""
    return translate(_CONTEXT, TARGETS[code])


def maker(code: str) -> str:
    """Who makes a phone."""
    return translate(_CONTEXT, MAKERS[code])


def panel(code: CardKind, number: int) -> str:
    """What a panel of a card is called; the first one is 1."""
    if code in {CardKind.CAROUSEL_SQUARE, CardKind.CAROUSEL_WIDE, CardKind.CAROUSEL_TALL, CardKind.RCS_CAROUSEL}:
        words = translate(_CONTEXT, QT_TRANSLATE_NOOP("Cards", "Slide {number}"))
    elif code is CardKind.MULTI_IMAGE_TEXT:
        words = translate(_CONTEXT, QT_TRANSLATE_NOOP("Cards", "Row {number}"))
    elif code is CardKind.SCROLL:
        words = translate(_CONTEXT, QT_TRANSLATE_NOOP("Cards", "Item {number}"))
    else:
        words = translate(_CONTEXT, QT_TRANSLATE_NOOP("Cards", "Part {number}"))
    return words.format(number=number)


def said_here(words: InLanguages) -> str:
    """Words of a data file in the language in force."""
    return words.said(wording.language())
