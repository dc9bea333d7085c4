"""A member as a list row, and as the page about one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from local_db.phones import PhoneKind


class SortKey(StrEnum):
    """What the list of members can be sorted by."""

    NICK = "nick"
    NAME = "name"
    PLATFORM = "platform"
    PLACE = "place"
    PROVINCE = "province"
    CITY = "city"
    PHONE = "phone"
    EMAIL = "email"
    TAGS = "tags"
    CONSENT = "consent"
    ORDERS = "orders"
    SPENT = "spent"
    AVERAGE = "average"
    FIRST = "first"
    LAST = "last"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a member's purchases come to, and what is known of writing to them.

    Money in minor units, times in UTC seconds, None where there are none.
    """

    orders: int = 0
    spent: int = 0
    first: int | None = None
    last: int | None = None
    consent: Consent = Consent.UNKNOWN  # to SMS

    @property
    def average(self) -> int | None:
        """Spent per purchase, in minor units."""
        return round(self.spent / self.orders) if self.orders else None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member as one row of a list."""

    id: int
    nick: str
    name: str
    platform: str
    province: str
    city: str
    phone: str  # empty unless `phone_kind` is real or landline
    phone_kind: PhoneKind
    tags: tuple[str, ...] = ()
    email: str = ""
    joined_at: int | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """A value by which the member is recognised; `kind` as in the identities table."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class ConsentState:
    """What holds on one channel, and the entry that decided it."""

    channel: str
    state: Consent
    source: str = ""
    noted_at: int | None = None


@dataclass(frozen=True, slots=True)
class MemberOrder:
    """One order of the member; money in minor units of `currency`."""

    number: str
    shop_name: str
    status: str
    time: int | None  # UTC seconds: when paid, else when ordered
    is_purchase: bool
    paid: int
    refunded: int
    currency: str
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberDetail:
    """Everything the page about one member shows; `orders` are the latest, newest first."""

    row: MemberRow
    email: str
    joined_at: int | None
    identities: tuple[Identity, ...] = ()
    consents: tuple[ConsentState, ...] = ()
    orders: tuple[MemberOrder, ...] = ()
    order_count: int = 0  # all of them
    tag_sources: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TagChange:
    """A tag given to a member or taken away; enough to undo it."""

    member_id: int
    tag: str
    source: str
    given: bool
    new_tag: bool = False  # the tag itself was made for this
