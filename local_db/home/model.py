"""The figures of the first page. Tuples, because dataclasses take longer to make than the page to read."""

from __future__ import annotations

from typing import Any, NamedTuple

PERIOD_DAYS = 30
ASLEEP_DAYS = 180
MONTHS = 24

# The trees behind the figures, so that a tile can open exactly the people it counts.
ASLEEP_TREE = {"all": [{"field": "last_order", "op": "before_days", "value": ASLEEP_DAYS}]}
BUYERS_TREE = {"all": [{"field": "orders", "op": ">=", "value": 1}]}
REPEAT_TREE = {"all": [{"field": "orders", "op": ">=", "value": 2}]}


class Sales(NamedTuple):
    """Purchases of some days, with and without a known buyer; money in minor units."""

    purchases: int
    net_paid: int


class Figures(NamedTuple):
    """The shop on one day; days are ISO dates of the shop's zone, "" where there is none."""

    day: str
    currency: str
    orders: int
    members: int
    buyers: int  # members with a purchase
    repeat_buyers: int  # with two purchases or more
    reachable: int  # who a marketing SMS to everybody would reach
    asleep: int  # buyers without a purchase in the last ASLEEP_DAYS days
    sales: Sales  # of the last PERIOD_DAYS days
    sales_before: Sales  # of the PERIOD_DAYS days before those
    newest_order: str
    months: tuple[tuple[str, int], ...]  # the last MONTHS months as 2026-11, oldest first, and their net paid money

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return {**self._asdict(), "sales": self.sales._asdict(), "sales_before": self.sales_before._asdict()}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Figures:
        """Back from plain values. Raises TypeError or KeyError for those of another version."""
        sales, before = Sales(**value["sales"]), Sales(**value["sales_before"])
        months = tuple((str(month), int(net)) for month, net in value["months"])
        return cls(**{**value, "sales": sales, "sales_before": before, "months": months})


class WaitingAudience(NamedTuple):
    """Prepared, and its file not yet written."""

    id: int
    name: str
    messages: int


class SegmentLine(NamedTuple):
    """A saved segment with its tree as JSON text."""

    id: int
    name: str
    tree: str


class Named(NamedTuple):
    """A segment or an audience that a tree may ask for by its id."""

    id: int
    name: str


class ImportLine(NamedTuple):
    """One import: when in UTC seconds, and what came of it."""

    file_name: str
    imported_at: int
    of_orders: bool  # else a list of members
    new: int
    updated: int
    grants: int  # members who agreed
    opt_outs: int  # members who refused


class Overview(NamedTuple):
    """What the first page shows besides the figures; cheap to read."""

    shop_name: str
    zone: str
    figures: Figures | None  # None: to be worked out
    waiting: tuple[WaitingAudience, ...]
    segments: tuple[SegmentLine, ...]
    segment_names: tuple[Named, ...]
    audience_names: tuple[Named, ...]
    imports: tuple[ImportLine, ...]
    has_orders: bool
    has_members: bool
    has_templates: bool
