"""What a card vendor asks of a card, and which phones show it: a profile, as its dated data file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from local_db.cards.model import ActionKind, CardKind, Field
from local_db.templates.in_languages import InLanguages
from local_db.templates.model import Purpose
from local_db.templates.vendor import OptOutRule, WordRule

Ratio = tuple[int, int]  # width to height


class ExportForm(StrEnum):
    """How a vendor wants a card written."""

    ALIYUN = "aliyun"
    KOOMESSAGE = "koomessage"
    RCS = "rcs"


class SenderRule(StrEnum):
    """Where the receiver reads who sends the card."""

    IN_TEXT = "in_text"  # named on the card, else 【signature】 stands before its text
    BY_PROFILE = "by_profile"  # the vendor shows the verified sender above every message


class Need(StrEnum):
    """Whether something may or must be there."""

    ALLOWED = "allowed"
    REQUIRED = "required"


class PhoneForm(StrEnum):
    """How the number that a button dials is written."""

    NATIONAL = "national"
    INTERNATIONAL = "international"  # with + and country code


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A text of a panel. Lengths are UTF-16 units, as phones count."""

    longest: int
    required: bool = False
    lines: int = 1  # with 1 it may hold no line break
    only_first: bool = False  # only the first panel has it


@dataclass(frozen=True, slots=True)
class ButtonRule:
    """The buttons of a panel."""

    most: int
    longest: int
    least: int = 0
    only_first: bool = False


@dataclass(frozen=True, slots=True)
class PictureRule:
    """The picture of a panel; of a video it is the cover. No ratio named: any is taken."""

    ratios: tuple[Ratio, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class KindRule:
    """What a vendor asks of one kind of card."""

    code: str  # the vendor's own name of it
    fields: Mapping[Field, FieldRule] = field(hash=False)
    least_panels: int
    most_panels: int
    buttons: ButtonRule
    picture: PictureRule | None  # None: it shows none
    video: Need | None  # None: it shows none
    taps: bool  # a tap on the picture may do something
    pages: bool  # every panel is a page of its own in the vendor's file
    anything: bool  # a panel needs a picture, a video, a title or a body, whichever
    chips: int  # at most, below the message
    tall: bool  # pictures may take the greatest height
    source: InLanguages

    def field_rule(self, name: Field, panel: int) -> FieldRule | None:
        """The rule of a text in a panel (the first is 0); None where that panel does not show it."""
        rule = self.fields.get(name)
        return None if rule is None or (rule.only_first and panel > 0) else rule

    def most_buttons(self, panel: int) -> int:
        """How many buttons a panel may have."""
        return 0 if self.buttons.only_first and panel > 0 else self.buttons.most


@dataclass(frozen=True, slots=True)
class FileRule:
    """Types and sizes of pictures or videos; `aim_bytes` is what the vendor recommends."""

    types: tuple[str, ...]  # MIME
    most_bytes: int
    aim_bytes: int
    cover_bytes: int | None  # of the picture shown until a video plays; None: as of every picture
    source: InLanguages


@dataclass(frozen=True, slots=True)
class CardVariables:
    """How many variables there may be, and how long their values."""

    most: int | None  # in one text
    most_in_card: int | None  # different ones
    shortest: int
    longest: int | None
    source: InLanguages


@dataclass(frozen=True, slots=True)
class Targets:
    """What a button may lead to."""

    address_longest: int
    downloads: tuple[str, ...]  # how an address ends that loads a file or a program
    phone: PhoneForm
    copy_longest: int
    reply_longest: int
    source: InLanguages


@dataclass(frozen=True, slots=True)
class OptOutInCard:
    """Whether the card itself must say how to refuse, and the wordings taken; none named: any known one is."""

    rules: Mapping[Purpose, OptOutRule] = field(hash=False)
    accepted: tuple[str, ...]
    source: InLanguages


@dataclass(frozen=True, slots=True)
class Handset:
    """What the phones of a maker show of this vendor's cards."""

    maker: str
    kinds: frozenset[CardKind]
    actions: frozenset[ActionKind]  # with any other one the vendor does not even hand the card in
    digital: bool  # they show a digital message
    cuts: Mapping[tuple[CardKind, Field], int] = field(hash=False)  # characters in sight
    source: InLanguages


@dataclass(frozen=True, slots=True)
class CardVendor:
    """A profile."""

    key: str
    title: InLanguages
    read_on: date
    form: ExportForm
    sms: str  # key of the SMS profile: words that are refused, and the rules of the text that stands in
    sender: SenderRule
    sender_source: InLanguages
    opt_out: OptOutInCard
    variables: CardVariables
    targets: Targets
    pictures: FileRule
    videos: FileRule
    kinds: Mapping[CardKind, KindRule] = field(hash=False)
    actions: Mapping[ActionKind, str] = field(hash=False)  # the vendor's own names of them
    handsets: Mapping[str, Handset] = field(hash=False)
    digital_title: int  # longest title of the digital message; 0: the vendor has none
    payload: int | None  # bytes of a whole message
    trial: str  # what texts of a card for testing must say; empty: nothing
    refused: WordRule | None  # characters that no text may hold
    words: tuple[WordRule, ...] = ()
