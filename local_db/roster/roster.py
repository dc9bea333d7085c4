"""The columns themselves.

A member's number is its place in these arrays, 0 … n-1, in the order of member ids; the same for
orders and lines. Everything here can be rebuilt from the shop file, which stays the truth.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from local_db.roster.rfm_cuts import DEFAULT_CUTS, RfmCuts

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    import numpy as np
    from numpy.typing import NDArray

    from local_db.tags.model import Period

    # Whole numbers of whatever width holds them: widen before you multiply columns or add two of them.
    Ints = NDArray[np.signedinteger[Any]]
    Codes = NDArray[np.signedinteger[Any]]
    Bools = NDArray[np.bool_]

NO_TIME = -(2**31)  # a missing time, before every real one, in 1901, and within 32 bits
NO_AMOUNT = -1  # an amount that no export has said

# Orders.status is an index into these: the words the shop file has.
ORDER_STATUSES = (
    "unpaid", "paid", "part_shipped", "shipped", "signed", "finished", "closed", "closed_unpaid", "unknown",
)  # fmt: skip


class Consent(IntEnum):
    """What is known about writing to a member on one channel."""

    UNKNOWN = 0
    GRANTED = 1
    NOT_GRANTED = 2  # the platform says: did not subscribe
    OPTED_OUT = 3


@dataclass(frozen=True, slots=True, eq=False)
class TextColumn:
    """A text per member as codes into `values`; code 0 is always the empty text."""

    codes: Codes
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Notes:
    """One entry per note about a member, the oldest first."""

    member: Codes
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """One entry per member (n)."""

    ids: Ints  # ids in the shop file, ascending
    platform: TextColumn
    province: TextColumn
    city: TextColumn
    phone_usable: Bools  # a real mobile number is known
    phone_group: Codes  # members with the same real phone share a number; -1 without one
    known_since: Ints  # UTC seconds: the earlier of joining and first order; NO_TIME where neither is known
    consent: dict[str, NDArray[np.uint8]]  # per channel ("sms", "email", "call"): a Consent
    tags: dict[str, Bools]
    joined: Ints  # UTC seconds; NO_TIME where unknown
    is_member: Bools  # on a list of members, or known to have joined
    birthday: Codes  # month × 100 + day; 0 where unknown
    tier: TextColumn  # of the platform's membership
    phone_kind: TextColumn  # "real", "landline", "masked", "virtual", "absent"
    has_nick: Bools
    has_email: Bools
    notes: Notes
    lists: dict[str, Bools]  # saved lists of people
    # Per channel: refused by themselves, or by somebody of the same phone or nick (refusals.py).
    refused: dict[str, Bools] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Orders:
    """One entry per order that belongs to a member (m), sorted by member, then time."""

    member: Codes
    time: Ints  # UTC seconds: when paid, else when ordered; NO_TIME where neither is known
    is_purchase: Bools  # paid, and not closed by a full refund
    net: Ints  # minor units: what the buyer paid and did not get back
    refunded: Ints  # minor units
    items: Ints  # pieces; 0 where unknown
    discount: Ints  # minor units the shop and the platform took off the price; NO_AMOUNT where unknown
    paid: Ints  # minor units the buyer paid, whatever went back
    shop: Codes  # index into Roster.shops
    status: NDArray[np.uint8]  # index into ORDER_STATUSES


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """One entry per order line (k), sorted by order."""

    order: Codes
    product: Codes  # index into Roster.product_titles; -1 where the export names none
    quantity: Ints  # 0 where unknown
    price: Ints  # minor units per piece; NO_AMOUNT where unknown
    category: Codes  # index into Roster.categories; -1 where the product belongs to none
    sku: Codes  # index into Roster.skus; 0 where the export names none


@dataclass(frozen=True, slots=True, eq=False)
class Sendings:
    """One entry per message that was handed off for sending, sorted by member."""

    member: Codes
    audience: Codes  # index into Roster.audiences
    time: Ints  # UTC seconds of the hand-off


@dataclass(frozen=True, slots=True, eq=False)
class RefundRows:
    """One entry per refund that a report names and that was not closed, of a member's order, sorted by member."""

    member: Codes
    time: Ints  # UTC seconds: when asked for, else when finished; NO_TIME where neither is known
    reason: Codes  # index into Roster.reasons; 0 where the report says none


@dataclass(frozen=True, slots=True)
class Category:
    """A category of products as the shop file has it."""

    id: int
    name: str


class ShopInfo(NamedTuple):
    """One of the seller's shops on a platform."""

    id: int
    platform: str
    name: str


class AudienceInfo(NamedTuple):
    """A prepared audience that was handed off."""

    id: int
    name: str
    channel: str


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """What a roster read from a shop file is brought up to date by, instead of reading it all again (extend.py)."""

    newest: dict[str, int]  # per table the greatest id when it was read
    order_ids: Ints  # per order
    product_ids: Ints  # ascending
    line_product: Ints  # per line, a place in `product_ids`; -1 without a product
    refund_orders: Ints  # per refund row, the id of its order


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """The shop at one version of its data."""

    version: int
    zone: ZoneInfo
    currency: str
    members: Members
    orders: Orders
    lines: Lines
    product_titles: tuple[str, ...]
    categories: tuple[Category, ...] = ()
    shops: tuple[ShopInfo, ...] = ()
    skus: tuple[str, ...] = ("",)
    audiences: tuple[AudienceInfo, ...] = ()
    sendings: Sendings = field(kw_only=True)
    reasons: tuple[str, ...] = ("",)
    refund_rows: RefundRows = field(kw_only=True)
    promotions: tuple[Period, ...] = ()  # the shop's own
    rfm_cuts: RfmCuts = DEFAULT_CUTS
    origin: Origin | None = None

    @property
    def size(self) -> int:
        """How many members there are."""
        return len(self.members.ids)
