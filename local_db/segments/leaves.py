"""Who a single condition matches: one small function per kind of leaf."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from local_db.roster.roster import NO_TIME, Consent
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.facts import Moment, OrderFacts
from local_db.segments.tree import Field, Leaf, Ordered, Tag
from local_db.values import end_of_day, minor_units, start_of_day

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints, Roster, TextColumn

COMPARE: dict[str, Callable[[Ints, Ints | int], Bools]] = {
    "=": np.equal,
    "!=": np.not_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "<": np.less,
    "<=": np.less_equal,
}


def fold(text: str) -> str:
    """A text as texts are compared: full-width and half-width, upper and lower case are the same."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


@dataclass(frozen=True, slots=True)
class Scene:
    """What a leaf is asked about."""

    roster: Roster
    facts: OrderFacts
    moment: Moment
    titles: tuple[str, ...] = field(repr=False)  # the roster's product titles, folded

    def start_of_last(self, days: int) -> int:
        """The first instant (UTC seconds) of the last `days` calendar days; the moment's own day is the last."""
        return start_of_day(self.moment.day - timedelta(days=days - 1), self.roster.zone)


def leaf_mask(leaf: Leaf, scene: Scene) -> Bools:
    """Who the leaf matches, per member number, whether or not the member exists at the moment."""
    match leaf:
        case Tag(name):
            tagged = scene.roster.members.tags.get(name)
            return np.zeros(scene.roster.size, np.bool_) if tagged is None else tagged
        case Ordered():
            counted = scene.facts.count(ordered_orders(leaf, scene))
            return COMPARE[leaf.op](counted, leaf.times)
        case Field():
            return _BY_KIND[FIELD_BY_KEY[leaf.field].kind](leaf, scene)


def ordered_orders(leaf: Ordered, scene: Scene) -> Bools:
    """The purchases (per order) that an `ordered` leaf counts. An undated one is in no window."""
    time, zone = scene.roster.orders.time, scene.roster.zone
    chosen = scene.facts.purchases
    if leaf.has_window:
        chosen = chosen & (time != NO_TIME)
    if leaf.within_days is not None:
        chosen = chosen & (time >= scene.start_of_last(leaf.within_days))
    if leaf.from_day is not None:
        chosen = chosen & (time >= start_of_day(leaf.from_day, zone))
    if leaf.to_day is not None:
        chosen = chosen & (time < end_of_day(leaf.to_day, zone))
    return chosen & _with_title(leaf.titles, scene) if leaf.titles else chosen


def _with_title(wanted: tuple[str, ...], scene: Scene) -> Bools:
    """The orders of which at least one line's title has at least one of the texts."""
    needles = tuple(fold(text) for text in wanted)
    # One place more than there are titles: -1, a line without a product, reads the last and finds no.
    has = np.zeros(len(scene.titles) + 1, np.bool_)
    has[:-1] = [any(needle in title for needle in needles) for title in scene.titles]
    lines = scene.roster.lines
    orders = np.zeros(len(scene.roster.orders.time), np.bool_)
    orders[lines.order[has[lines.product]]] = True
    return orders


def _text(leaf: Field, scene: Scene) -> Bools:
    column: TextColumn = getattr(scene.roster.members, leaf.field)
    texts = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    wanted = {fold(str(text)) for text in texts}
    is_wanted = np.array([fold(text) in wanted for text in column.values], dtype=np.bool_)
    mask: Bools = is_wanted[column.codes]
    return ~mask if leaf.op == "is_not" else mask


def _flag(leaf: Field, scene: Scene) -> Bools:
    usable = scene.roster.members.phone_usable
    return usable if leaf.value else ~usable


def _consent(leaf: Field, scene: Scene) -> Bools:
    return np.equal(scene.roster.members.consent[leaf.channel], Consent[str(leaf.value).upper()])


def _time(leaf: Field, scene: Scene) -> Bools:
    if leaf.op == "never":
        return np.equal(scene.facts.orders, 0)
    times = scene.facts.first if leaf.field == "first_order" else scene.facts.last
    if isinstance(leaf.value, date):
        border = start_of_day(leaf.value, scene.roster.zone)
    else:
        border = scene.start_of_last(int(str(leaf.value)))
    if leaf.op in {"within_days", "on_or_after"}:
        return np.greater_equal(times, border)
    return np.less(times, border) & np.not_equal(times, NO_TIME)


def _count(leaf: Field, scene: Scene) -> Bools:
    column: Ints = getattr(scene.facts, leaf.field)
    return _compare(leaf, column, int)


def _money(leaf: Field, scene: Scene) -> Bools:
    currency = scene.roster.currency
    facts = scene.facts
    if leaf.field == "spent":
        return _compare(leaf, facts.spent, lambda value: minor_units(value, currency))
    # spent / orders against a value is spent against value × orders: exact, and nothing is divided by nought.
    over = _compare(leaf, facts.spent, lambda value: minor_units(value, currency) * facts.orders)
    return over & (facts.orders > 0)


def _compare(leaf: Field, column: Ints, threshold: Callable[[Decimal], Ints | int]) -> Bools:
    ends = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    borders = [threshold(Decimal(str(end))) for end in ends]
    if leaf.op == "between":
        return (column >= borders[0]) & (column <= borders[1])
    return COMPARE[leaf.op](column, borders[0])


_BY_KIND: dict[Kind, Callable[[Field, Scene], Bools]] = {
    Kind.TEXT: _text,
    Kind.FLAG: _flag,
    Kind.CONSENT: _consent,
    Kind.TIME: _time,
    Kind.COUNT: _count,
    Kind.MONEY: _money,
}
