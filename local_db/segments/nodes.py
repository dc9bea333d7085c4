"""The segment tree as values: groups, conditions, and ways to walk through them.

Every node is frozen and hashable, since answers are kept by it; what means the same is the same value
(no text twice, days of the week and states in one order), except that texts stay in the order they were chosen in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Number = int | Decimal
# A pair is the two ends of `between`, or the texts of `in`.
Value = str | bool | Number | date | tuple[str, ...] | tuple[Number, Number] | None
Band = tuple[Decimal | None, Decimal | None]  # both ends belong to it; None: open
Scores = tuple[int, int]
Measure = Literal["times", "sum", "items"]
Which = Literal["", "first", "last"]

ALL_SCORES: Scores = (1, 5)


@dataclass(frozen=True, slots=True)
class All:
    """Members that every child matches; without children, everybody."""

    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """Members that at least one child matches; without children, nobody."""

    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """Members that the child does not match."""

    child: Node


@dataclass(frozen=True, slots=True)
class Muted:
    """As if the child were not there, though it is still counted."""

    child: Node


@dataclass(frozen=True, slots=True)
class Field:
    """A question about one field of the catalogue; `channel` only where the field is `consent`."""

    field: str
    op: str
    value: Value = None
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """Members that carry a tag."""

    name: str


@dataclass(frozen=True, slots=True)
class InList:
    """Members on a saved list."""

    name: str


@dataclass(frozen=True, slots=True)
class InSegment:
    """Members that a saved segment matches."""

    id: int


@dataclass(frozen=True, slots=True)
class Random:
    """Members of the buckets from `low` up to, not including, `high` of a hundred; who is in which never changes."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Rfm:
    """Members by their scores of recency, frequency and money, both ends included."""

    r: Scores = ALL_SCORES
    f: Scores = ALL_SCORES
    m: Scores = ALL_SCORES


@dataclass(frozen=True, slots=True)
class Product:
    """A line of an order: one line must have all of it."""

    titles: tuple[str, ...] = ()  # its product's title has any of these
    categories: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()
    price: Band | None = None  # of one piece, in major units

    @property
    def is_any(self) -> bool:
        """Whether every line will do, and an order without a line too."""
        return not (self.titles or self.categories or self.skus or self.price)


ANY_PRODUCT = Product()


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders are meant; everything that is given must hold."""

    within_days: int | None = None
    before_days: int | None = None  # on earlier days than the last so many
    from_day: date | None = None  # both ends belong to the window
    to_day: date | None = None
    product: Product = ANY_PRODUCT
    platforms: tuple[str, ...] = ()
    shops: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()  # none: purchases
    amount: Band | None = None  # paid, in major units
    hours: tuple[int, int] | None = None  # from, to (not included); from after to goes over midnight
    weekdays: tuple[int, ...] = ()  # Monday is 1
    promotions: tuple[str, ...] | None = None  # names of periods; empty: any; None: no matter
    which: Which = ""  # the first or latest dated purchase of the member
    after_gap_days: int | None = None  # so many days or more after the purchase before it

    @property
    def has_window(self) -> bool:
        """Whether only some days count."""
        return bool(self.within_days or self.before_days or self.from_day or self.to_day)

    @property
    def needs_time(self) -> bool:
        """Whether an order without a date cannot be meant."""
        return self.has_window or bool(
            self.hours or self.weekdays or self.promotions is not None or self.which or self.after_gap_days
        )


ANY_PURCHASE = OrderFilter()


@dataclass(frozen=True, slots=True)
class Ordered:
    """Members by how often they ordered, or by the money or pieces of these orders."""

    orders: OrderFilter = ANY_PURCHASE
    measure: Measure = "times"
    op: str = ">="
    number: Number = 1  # money in major units


@dataclass(frozen=True, slots=True)
class Sequence:
    """Members with one order and a later one; or, if `absent`, without such a later one after the last of the first."""

    first: OrderFilter = ANY_PURCHASE
    then: OrderFilter = ANY_PURCHASE
    within_days: int | None = None  # of 24 hours
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """Members to whom a message of a prepared audience was handed off."""

    within_days: int | None = None
    from_day: date | None = None
    to_day: date | None = None
    channel: str = ""
    campaign: int | None = None  # the id of the audience


@dataclass(frozen=True, slots=True)
class Refunded:
    """Members with a refund of one of their orders."""

    reasons: tuple[str, ...] = ()  # the reason has any of these
    within_days: int | None = None


Leaf = Field | Tag | InList | InSegment | Random | Rfm | Ordered | Sequence | Sent | Refunded
Node = All | Any | Not | Muted | Leaf


def children_of(node: Node) -> tuple[tuple[str, Node], ...]:
    """The nodes directly below, each with the part it adds to the path."""
    match node:
        case All(children):
            return tuple((f"/all/{place}", child) for place, child in enumerate(children))
        case Any(children):
            return tuple((f"/any/{place}", child) for place, child in enumerate(children))
        case Not(child):
            return (("/not", child),)
        case Muted(child):
            return (("/muted", child),)
        case _:
            return ()


def walk(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every node with its path (a JSON pointer), parents first, in the order they are written."""
    yield path, node
    for step, child in children_of(node):
        yield from walk(child, path + step)


def segments_named(node: Node) -> tuple[int, ...]:
    """The ids of the saved segments that the tree asks for, muted ones too, each once."""
    return tuple(dict.fromkeys(leaf.id for _, leaf in walk(node) if isinstance(leaf, InSegment)))


def pruned(node: Node) -> Node | None:
    """The tree without what is muted; None where nothing is left, and everybody is meant at the root.

    A group goes with the last of its children; one that never had any stays.
    """
    match node:
        case Muted():
            return None
        case Not(child):
            kept = pruned(child)
            return None if kept is None else Not(kept)
        case All(children) | Any(children):
            left = tuple(kept for child in children if (kept := pruned(child)) is not None)
            return None if children and not left else type(node)(left)
        case _:
            return node
