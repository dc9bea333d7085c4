"""A member as a list row, and as the page about one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from local_db.roster.roster import Consent
from local_db.values import DAY_SECONDS

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
    BIRTHDAY = "birthday"
    TIER = "tier"


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

    @property
    def days_between(self) -> int | None:
        """How many days lie between two purchases as a rule; None before the second."""
        if self.orders < 2 or self.first is None or self.last is None:
            return None
        return round((self.last - self.first) / DAY_SECONDS / (self.orders - 1))


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
    birthday: str = ""  # 1990-05-06, or 05-06 where the year is not known
    tier: str = ""  # as a list of members calls it


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


class TagRow(NamedTuple):
    """What a tag of a member hangs on (an identity's id, 0 for none), and where it came from."""

    identity_id: int
    source: str


@dataclass(frozen=True, slots=True)
class TagChange:
    """A tag given to a member or taken away; enough to undo it, also after merges."""

    member_id: int
    tag: str
    rows: tuple[TagRow, ...]
    given: bool
    new_tag: bool = False  # the tag itself was made for this


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote down about a member, and when (UTC seconds)."""

    id: int
    text: str
    noted_at: int


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A note as it stands in the shop file."""

    id: int
    member_id: int
    identity_id: int | None
    text: str
    noted_at: int


class NoteChange(NamedTuple):
    """A note before and after something was done to it, None where there was or is none; enough to undo it."""

    before: StoredNote | None
    after: StoredNote | None


class StoredConsent(NamedTuple):
    """A consent entry that a person made, as it stands in the shop file; enough to put it back."""

    id: int
    member_id: int
    identity_id: int | None
    channel: str
    state: str
    source: str
    noted_at: int
    phone: str


@dataclass(frozen=True, slots=True)
class Known:
    """A value that files have said of a member, and between which moments (UTC seconds, None where undated).

    `kind` is one of identities' kinds, `name`, `landline`, `birthday`, `tier`, `points` or `place` (province and city
    joined by a tab).
    """

    kind: str
    value: str
    scope: str = ""
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where an identity was first read: a file, and the first order that names it; empty where there is none."""

    file_name: str = ""
    order_number: str = ""


@dataclass(frozen=True, slots=True)
class Belonging:
    """An identity of a member, where it comes from and why it is the member's.

    `why`: `itself`, `same_record` (seen beside `beside`) or `decision`, which `decision_id` takes back.
    """

    id: int
    kind: str
    scope: str
    value: str
    source: Source
    why: str
    beside: str = ""
    decision_id: int | None = None
    decided_at: int | None = None


@dataclass(frozen=True, slots=True)
class KeptApart:
    """A key that was split off, or another member whom somebody has said not to be this one."""

    decisions: tuple[int, ...]  # taken back together
    value: str
    other: str  # how the other person is called; empty where the key was split off
    decided_at: int


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """One line of the consent ledger; `phone` is the one it was said about, `file_name` that of its import."""

    id: int
    channel: str
    state: Consent
    source: str
    noted_at: int
    phone: str = ""
    file_name: str = ""
    decides: bool = False  # what holds on the channel now comes from this entry


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order."""

    title: str
    sku: str
    quantity: int | None
    price: int | None  # minor units


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """An order, paid or placed."""

    time: int | None
    order: MemberOrder
    lines: tuple[OrderLine, ...] = ()
    parcels: tuple[str, ...] = ()  # tracking numbers, with the courier before each where it is known


@dataclass(frozen=True, slots=True)
class RefundEvent:
    """A refund that was asked for; `time` is when it ended, else when it was asked for."""

    time: int | None
    order_number: str
    state: str
    amount: int
    currency: str
    title: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MessageEvent:
    """A message of an audience that was handed off."""

    time: int | None
    audience: str
    channel: str
    phone: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteEvent:
    """A note."""

    time: int | None
    note: Note


@dataclass(frozen=True, slots=True)
class CallEvent:
    """A call; `outcome` and `answers` as call scripts name them, `answers` with the words of custom ones."""

    time: int | None
    script: str  # name; empty where the script is gone
    outcome: str
    seconds: int
    note: str = ""
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyEvent:
    """A ready reply that was taken for the member."""

    time: int | None
    title: str  # as it is called now; empty where it is gone
    platform: str


@dataclass(frozen=True, slots=True)
class ConsentEvent:
    """A change of consent."""

    time: int | None
    entry: ConsentEntry


@dataclass(frozen=True, slots=True)
class ImportEvent:
    """An import that said something about the member: of so many orders, or in a list."""

    time: int | None
    file_name: str
    orders: int


@dataclass(frozen=True, slots=True)
class DecisionEvent:
    """Two people were joined, or a key was kept apart."""

    time: int | None
    kind: str  # `join` or `apart`
    value: str


Event = (
    OrderEvent
    | RefundEvent
    | MessageEvent
    | CallEvent
    | ReplyEvent
    | NoteEvent
    | ConsentEvent
    | ImportEvent
    | DecisionEvent
)


@dataclass(frozen=True, slots=True)
class Person:
    """Everything the page about one member shows. `events` are the latest of each kind, newest first."""

    row: MemberRow
    email: str
    joined_at: int | None
    known: tuple[Known, ...] = ()
    belongings: tuple[Belonging, ...] = ()
    apart: tuple[KeptApart, ...] = ()
    consents: tuple[ConsentState, ...] = ()
    ledger: tuple[ConsentEntry, ...] = ()
    notes: tuple[Note, ...] = ()
    lists: tuple[str, ...] = ()  # names of the saved lists she is on
    events: tuple[Event, ...] = ()
    order_count: int = 0
    tag_sources: dict[str, str] = field(default_factory=dict)
