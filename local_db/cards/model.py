"""What a card message is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from local_db.templates.model import Purpose


class CardKind(StrEnum):
    """How a card is built; which vendors and handsets know it is data (`resources/card_rules/`)."""

    IMAGE_TEXT = "image_text"
    MULTI_IMAGE_TEXT = "multi_image_text"
    CAROUSEL_SQUARE = "carousel_square"  # 1:1
    CAROUSEL_WIDE = "carousel_wide"  # 16:9
    CAROUSEL_TALL = "carousel_tall"  # 48:65
    SCROLL = "scroll"  # small pictures side by side
    LONG_TEXT = "long_text"
    VIDEO_TEXT = "video_text"
    GOODS = "goods"  # e-commerce: picture, price, price before
    COUPON = "coupon"  # red packet or coupon
    RCS_CARD = "rcs_card"
    RCS_CAROUSEL = "rcs_carousel"


class Field(StrEnum):
    """A text of a panel; the rules of the kind say which there are and how long they may be."""

    TITLE = "title"
    BODY = "body"
    PRICE = "price"
    PRICE_BEFORE = "price_before"
    AMOUNT = "amount"  # of a coupon, such as "20" or "8.5折"
    CONDITION = "condition"  # of a coupon, such as "满199可用"
    VALID = "valid"  # until when


class ActionKind(StrEnum):
    """What a button or a tap on a picture does; `Action.target` is what the comment says."""

    OPEN_PAGE = "open_page"  # https address
    OPEN_APP = "open_app"  # deep link; `package` is the program, `target_page` the web page where it is missing
    DIAL = "dial"  # phone number
    SEND_TEXT = "send_text"  # number of whom to write to; `text` is what to write
    COPY = "copy"  # text to copy, such as a code
    REPLY = "reply"  # data that comes back with the answer, RCS; the answer is the words of the button
    CALENDAR = "calendar"  # start and end as ISO times with their zone, a slash between; `text` is the title
    SHOW_MAP = "show_map"  # latitude,longitude; `text` is what is there


class MediaHeight(StrEnum):
    """How much room RCS gives a picture: 112, 168 or 264 points."""

    SHORT = "short"
    MEDIUM = "medium"
    TALL = "tall"  # not in a carousel


@dataclass(frozen=True, slots=True)
class Action:
    """What happens on a tap."""

    kind: ActionKind
    target: str
    package: str = ""  # of a program, where the action opens one
    web: str = ""  # the page to open where the program is missing
    text: str = ""  # of a new message, of an entry in the calendar, of a place on the map


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a panel."""

    text: str
    action: Action


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the shop file, and which part of it is shown.

    `focus` is the point that must stay in sight when the picture is cropped to a ratio, as shares of width and
    height from the upper left corner.
    """

    media_id: int
    focus: tuple[float, float] = (0.5, 0.5)
    describes: str = ""  # what is seen, for people who cannot see it


@dataclass(frozen=True, slots=True)
class Panel:
    """One page, slide or row of a card."""

    texts: Mapping[Field, str] = field(default_factory=lambda: MappingProxyType({}))
    picture: Picture | None = None  # of a video, its cover
    video_id: int = 0  # of the shop file; 0: none
    buttons: tuple[Button, ...] = ()
    tap: Action | None = None  # on the picture
    height: MediaHeight = MediaHeight.MEDIUM  # of the picture, RCS

    def text(self, name: Field) -> str:
        """What stands in a field; nothing where it is empty."""
        return self.texts.get(name, "")


@dataclass(frozen=True, slots=True)
class Fallback:
    """What phones get that cannot show the card: a digital message (title and pictures), else a text message.

    `body` is written like an SMS template's.
    """

    title: str = ""  # of the digital message; empty: there is none, the text comes at once
    body: str = ""
    opt_out: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A card for many receivers. Texts may hold variables as SMS templates do."""

    kind: CardKind
    vendor: str  # key of a profile in `resources/card_rules/`
    purpose: Purpose = Purpose.MARKETING
    signature: str = ""  # without 【】
    panels: tuple[Panel, ...] = (Panel(),)
    fallback: Fallback = Fallback()
    chips: tuple[Button, ...] = ()  # below the whole message, RCS


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What checks ask of a picture or video as it would be exported: size in pixels, MIME type, bytes.

    What is 0 or empty is not known yet, and not checked: a picture is cropped and compressed at the export.
    """

    width: int
    height: int
    type: str
    bytes: int
