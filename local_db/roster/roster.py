"""The columns themselves.

A member's number is its place in these arrays, 0 … n-1, in the order of member ids; the same for
orders and lines. Everything here can be rebuilt from the shop file, which stays the truth.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Codes = NDArray[np.int32]
    Bools = NDArray[np.bool_]

NO_TIME = -(2**62)  # a missing time, before every real one
NO_AMOUNT = -1  # an amount that no export has said


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


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """One entry per order line (k), sorted by order."""

    order: Codes
    product: Codes  # index into Roster.product_titles; -1 where the export names none
    quantity: Ints  # 0 where unknown
    price: Ints  # minor units per piece; NO_AMOUNT where unknown
    category: Codes  # index into Roster.categories; -1 where the product belongs to none


@dataclass(frozen=True, slots=True)
class Category:
    """A category of products as the shop file has it."""

    id: int
    name: str


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

    @property
    def size(self) -> int:
        """How many members there are."""
        return len(self.members.ids)
