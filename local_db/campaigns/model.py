"""What a prepared campaign is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from local_db.errors import PrepareError
from local_db.settings import JsonValue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from local_db.templates.vendor import Vendor

SMS = "sms"  # the channel that is prepared here
CALL = "call"
EMAIL = "email"


@dataclass(frozen=True, slots=True)
class PrepareOptions:
    """What a person may choose. There is no option for opted-out people: they never get anything."""

    consent_required: bool = False  # marketing only for people whose consent is recorded
    quiet_days: int = 7  # days after a hand-off without another message; 0 = off
    price: Decimal = Decimal("0.05")  # of one part, in major units of the shop's currency
    own_vendors: tuple[Vendor, ...] = ()  # profiles that a person has added to the built-in ones

    @classmethod
    def from_settings(cls, settings: Mapping[str, JsonValue]) -> Self:
        """The shop's own options. Raises PrepareError `bad_price`."""
        try:
            price = Decimal(str(settings["sms_price"]))
        except InvalidOperation:
            raise PrepareError("bad_price") from None
        if not price.is_finite() or price < 0:
            raise PrepareError("bad_price")
        return cls(bool(settings["sms_consent_required"]), max(0, int(settings["sms_quiet_days"] or 0)), price)


class StepCode(StrEnum):
    """Why the members of a step get nothing, in the order in which the steps are taken."""

    OPTED_OUT = "opted_out"
    NO_CONSENT = "no_consent"
    NO_USABLE_PHONE = "no_usable_phone"
    NO_EMAIL = "no_email"
    NO_ACCOUNT = "no_account"
    DUPLICATE_PHONE = "duplicate_phone"
    DUPLICATE_EMAIL = "duplicate_email"
    RECENTLY_MESSAGED = "recently_messaged"


@dataclass(frozen=True, slots=True)
class Message:
    """One text for one member."""

    member_id: int
    phone: str
    text: str
    units: int
    parts: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a prepared audience, as they were when it was prepared."""

    matched: int
    waterfall: tuple[tuple[str, int], ...]  # step code, removed
    messages: int
    parts: dict[int, int]  # parts of a text: how many texts
    cost: Decimal  # major units of the currency, exact
    currency: str
    quiet_days: int
    as_of: str = ""  # the day the segment was asked for, where not the day of preparing
    withdrawn: int = 0  # left out at the hand-off: had opted out since
    repeated: int = 0  # left out at the hand-off: got another message since


@dataclass(frozen=True, slots=True)
class Audience:
    """A frozen list of messages. `tree` and `template` are the JSON of what it was made from."""

    id: int
    name: str
    segment_id: int | None
    template_id: int | None
    tree: str
    template: str
    channel: str
    summary: Summary
    prepared_at: int
    handed_off_at: int | None


@dataclass(frozen=True, slots=True)
class HandOffHeaders:
    """The column titles of a hand-off file, in the person's language."""

    phone: str = "phone"
    text: str = "text"
    parts: str = "parts"


@dataclass(frozen=True, slots=True)
class HandOff:
    """What was written. `withdrawn` and `repeated` count messages left out since preparing."""

    files: tuple[Path, ...] = field(default=())
    rows: int = 0
    withdrawn: int = 0
    repeated: int = 0
    again: bool = False  # the audience had been handed off before
    rows_per_file: tuple[int, ...] = field(default=())  # as long as `files`
