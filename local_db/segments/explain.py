"""Why one member is matched or not: every leaf's verdict with the member's own value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np

from local_db.roster.roster import NO_TIME, Consent
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.leaves import ordered_orders
from local_db.segments.tree import Field, Leaf, Node, Ordered, Tag, walk

if TYPE_CHECKING:
    from local_db.segments.evaluate import Evaluator
    from local_db.segments.facts import Moment

# What a member has where a leaf asks: a text, a flag, a number of orders or pieces, minor units, UTC
# seconds (the field's Kind tells which), the times counted by `ordered`; None where there is nothing.
OwnValue = str | bool | int | None


@dataclass(frozen=True, slots=True)
class LeafVerdict:
    """One leaf for one member."""

    path: str  # JSON pointer
    leaf: Leaf
    matches: bool
    value: OwnValue


def explain(
    evaluator: Evaluator, node: Node, number: int, *, now: datetime, as_of: date | None = None
) -> tuple[LeafVerdict, ...]:
    """Every leaf of the tree, in the order it is written, for the member with this roster number."""
    moment = evaluator.moment(now, as_of)
    return tuple(
        LeafVerdict(path, leaf, bool(evaluator.leaf(leaf, moment)[number]), _own_value(evaluator, leaf, number, moment))
        for path, leaf in walk(node)
        if isinstance(leaf, Field | Tag | Ordered)
    )


def _own_value(evaluator: Evaluator, leaf: Leaf, number: int, moment: Moment) -> OwnValue:
    match leaf:
        case Tag(name):
            tagged = evaluator.roster.members.tags.get(name)
            return tagged is not None and bool(tagged[number])
        case Ordered():
            chosen = ordered_orders(leaf, evaluator.scene(moment))
            return int(np.count_nonzero(evaluator.roster.orders.member[chosen] == number))
        case Field():
            return _field_value(evaluator, leaf, number, moment)


def _field_value(evaluator: Evaluator, leaf: Field, number: int, moment: Moment) -> OwnValue:
    members, facts = evaluator.roster.members, evaluator.facts(moment)
    match FIELD_BY_KEY[leaf.field].kind:
        case Kind.TEXT:
            column = getattr(members, leaf.field)
            return str(column.values[column.codes[number]])
        case Kind.FLAG:
            return bool(members.phone_usable[number])
        case Kind.CONSENT:
            return Consent(int(members.consent[leaf.channel][number])).name.lower()
        case Kind.TIME:
            seconds = int((facts.first if leaf.field == "first_order" else facts.last)[number])
            return None if seconds == NO_TIME else seconds
        case _:
            return _number(evaluator, leaf, number, moment)


def _number(evaluator: Evaluator, leaf: Field, number: int, moment: Moment) -> int | None:
    facts = evaluator.facts(moment)
    if leaf.field != "average":
        return int(getattr(facts, leaf.field)[number])
    orders = int(facts.orders[number])
    return round(int(facts.spent[number]) / orders) if orders else None
