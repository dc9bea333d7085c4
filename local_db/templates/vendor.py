"""What an SMS vendor asks of a text and how it bills it: a profile, as its dated data file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from local_db.templates.in_languages import InLanguages
from local_db.templates.model import Purpose
from local_db.templates.sms_parts import PartsRule

GENERAL = "custom"  # the profile of whoever has chosen none


class Verdict(StrEnum):
    """What a vendor does with a text, from best to worst."""

    OK = "ok"
    REVIEW = "review"  # may be refused: somebody looks at it, or an agreement is needed
    REFUSED = "refused"


class OptOutRule(StrEnum):
    """What a vendor wants of the wording that lets a receiver refuse."""

    REQUIRED = "required"
    ADDED = "added"  # the vendor writes it itself: it counts, but must not be in the text
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class SignatureRule:
    """How long a signature may be, and how and where it is written."""

    shortest: int
    longest: int
    brackets: str  # both of them, or none
    position: str  # start, end
    source: InLanguages


@dataclass(frozen=True, slots=True)
class OptOuts:
    """The rule per purpose, and the wordings taken; none named: any known one is."""

    rules: Mapping[Purpose, OptOutRule] = field(hash=False)
    accepted: tuple[str, ...]
    source: InLanguages


@dataclass(frozen=True, slots=True)
class VariableRule:
    """How variables are written in the vendor's console, and where there may be some."""

    written: str  # with `name` or `number` in it
    marketing: Verdict  # any variable in a marketing text
    adjacent: Verdict  # two side by side
    alone: Verdict  # no words beside them
    link: Verdict  # a link that a variable is part of
    unbounded: Verdict  # no longest length
    longest: int | None
    most: int | None  # in one text
    source: InLanguages


@dataclass(frozen=True, slots=True)
class WordRule:
    """Words or symbols that a vendor (or the law) does not take, and what to write instead."""

    key: str
    title: InLanguages | None  # what the group is called; None for symbols
    words: tuple[str, ...]
    verdict: Verdict
    purpose: Purpose | None  # None: both
    instead: InLanguages | None
    source: InLanguages
    read_on: date


@dataclass(frozen=True, slots=True)
class Price:
    """A usual price of one part, in major units."""

    each: Decimal
    currency: str
    source: InLanguages


@dataclass(frozen=True, slots=True)
class Vendor:
    """A profile."""

    key: str
    title: InLanguages
    read_on: date
    parts: PartsRule
    parts_source: InLanguages
    most_units: int
    length_source: InLanguages
    signature: SignatureRule
    opt_out: OptOuts
    variables: VariableRule
    symbols: tuple[WordRule, ...] = ()
    words: tuple[WordRule, ...] = field(default=())
    price: Price | None = None
