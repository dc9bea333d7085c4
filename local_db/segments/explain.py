"""Why one member is matched or not: every leaf's verdict with the member's own value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.roster.roster import NO_TIME, Consent
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.city_tiers import city_tier
from local_db.segments.contact_leaves import refunds_meant, sendings_meant
from local_db.segments.member_leaves import (
    MONTH,
    PERCENT,
    QUOTIENTS,
    flag_column,
    number_of,
    share_of,
    times_of,
)
from local_db.segments.order_leaves import measured, pairs
from local_db.segments.tree import (
    All,
    Any,
    Field,
    InList,
    Leaf,
    Muted,
    Node,
    Not,
    Ordered,
    Random,
    Refunded,
    Rfm,
    Sent,
    Sequence,
    Tag,
    walk,
)

if TYPE_CHECKING:
    from local_db.roster.roster import Ints
    from local_db.segments.evaluate import Evaluator
    from local_db.segments.scene import Scene


class OwnBirthday(NamedTuple):
    """A birthday, of which the year is not asked."""

    month: int
    day: int


class OwnScores(NamedTuple):
    """Scores of recency, frequency and money."""

    r: int
    f: int
    m: int


class OwnSteps(NamedTuple):
    """One order and the one that followed it, in UTC seconds."""

    first: int
    then: int | None


class OwnRefund(NamedTuple):
    """The latest refund that is meant."""

    time: int | None  # UTC seconds
    reason: str


# What a member has where a leaf asks; None where there is nothing.
# - Field: its Kind tells: a text (`shop`: the names of all), a flag, a consent state, UTC seconds, a birthday, the
#   texts of all notes; a number of orders, pieces or days or minor units as int; `days_between` and percentages (100 is
#   all of it) as Fraction.
# - Tag, InList, InSegment: a flag. Random: the bucket. Rfm: scores. Sent: when the latest was handed off.
# - Ordered: how often, minor units or pieces, by its measure. Sequence: the steps that count. Refunded: the latest.
OwnValue = str | bool | int | Fraction | tuple[str, ...] | OwnBirthday | OwnScores | OwnSteps | OwnRefund | None


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
    """Every leaf of the tree, muted ones too, in the order it is written, for the member with this roster number."""
    moment = evaluator.moment(now, as_of)
    scene = evaluator.scene(moment)
    verdicts = []
    for path, leaf in walk(node):
        if not isinstance(leaf, All | Any | Not | Muted):
            matches = bool(evaluator.leaf(leaf, moment)[number])
            verdicts.append(LeafVerdict(path, leaf, matches, _own_value(leaf, number, scene, matches=matches)))
    return tuple(verdicts)


def _own_value(leaf: Leaf, number: int, scene: Scene, *, matches: bool) -> OwnValue:
    match leaf:
        case Field():
            return _OF_KIND[FIELD_BY_KEY[leaf.field].kind](leaf, number, scene)
        case Tag(name):
            return name in scene.roster.members.tags and bool(scene.roster.members.tags[name][number])
        case InList(name):
            return name in scene.roster.members.lists and bool(scene.roster.members.lists[name][number])
        case Random():
            return int(scene.index.bucket[number])
        case Rfm():
            return _own_scores(number, scene)
        case Ordered() | Sequence() | Sent() | Refunded():
            return _own_orders(leaf, number, scene)
        case _:
            return matches


def _own_scores(number: int, scene: Scene) -> OwnScores | None:
    scores = scene.scores
    own = OwnScores(int(scores.r[number]), int(scores.f[number]), int(scores.m[number]))
    return own if own.r else None


def _own_orders(leaf: Ordered | Sequence | Sent | Refunded, number: int, scene: Scene) -> OwnValue:
    match leaf:
        case Ordered():
            return int(measured(leaf, scene)[number])
        case Sequence():
            return _own_steps(leaf, number, scene)
        case Sent():
            sendings = scene.roster.sendings
            meant = sendings_meant(leaf, scene) & (sendings.member == number)
            return _latest(sendings.time[meant])
        case Refunded():
            return _own_refund(leaf, number, scene)


def _own_steps(leaf: Sequence, number: int, scene: Scene) -> OwnSteps | None:
    """The latest first order that was followed; else, or where following must be absent, the latest first order."""
    first, then = pairs(leaf, scene)
    own = np.flatnonzero(scene.roster.orders.member[first] == number)
    followed = own[then[own] >= 0]
    if not len(own):
        return None
    place = followed[-1] if len(followed) and not leaf.absent else own[-1]
    time = scene.roster.orders.time
    return OwnSteps(int(time[first[place]]), int(time[then[place]]) if then[place] >= 0 else None)


def _own_refund(leaf: Refunded, number: int, scene: Scene) -> OwnRefund | None:
    rows = scene.roster.refund_rows
    own = np.flatnonzero(refunds_meant(leaf, scene) & (rows.member == number))
    if not len(own):
        return None
    latest = own[np.argmax(rows.time[own])]
    return OwnRefund(_time_or_none(int(rows.time[latest])), scene.roster.reasons[rows.reason[latest]])


def _latest(times: Ints) -> int | None:
    return int(times.max()) if len(times) else None


def _time_or_none(seconds: int) -> int | None:
    return None if seconds == NO_TIME else seconds


# --- fields ---


def _text(leaf: Field, number: int, scene: Scene) -> OwnValue:
    if leaf.field == "shop":
        return _own_shops(number, scene)
    column = getattr(scene.roster.members, "city" if leaf.field == "city_tier" else leaf.field)
    text = str(column.values[column.codes[number]])
    return city_tier(text) if leaf.field == "city_tier" else text


def _own_shops(number: int, scene: Scene) -> tuple[str, ...]:
    orders = scene.roster.orders
    shops = orders.shop[scene.facts.exists & (orders.member == number)].tolist()
    return tuple(dict.fromkeys(scene.roster.shops[shop].name for shop in sorted(shops)))


def _flag(leaf: Field, number: int, scene: Scene) -> OwnValue:
    return bool(flag_column(leaf.field, scene)[number])


def _consent(leaf: Field, number: int, scene: Scene) -> OwnValue:
    return Consent(int(scene.roster.members.consent[leaf.channel][number])).name.lower()


def _time(leaf: Field, number: int, scene: Scene) -> OwnValue:
    return _time_or_none(int(times_of(leaf.field, scene)[number]))


def _birthday(_leaf: Field, number: int, scene: Scene) -> OwnValue:
    code = int(scene.roster.members.birthday[number])
    return OwnBirthday(*divmod(code, MONTH)) if code else None


def _notes(_leaf: Field, number: int, scene: Scene) -> OwnValue:
    notes = scene.roster.members.notes
    return tuple(notes.texts[place] for place in np.flatnonzero(notes.member == number).tolist())


def _count(leaf: Field, number: int, scene: Scene) -> OwnValue:
    if leaf.field not in QUOTIENTS:
        return int(number_of(leaf.field, scene)[number])
    own = _share(leaf, number, scene)
    return own if own is None or leaf.field != "days_since" else int(own)


def _money(leaf: Field, number: int, scene: Scene) -> OwnValue:
    if leaf.field != "average":
        return int(number_of(leaf.field, scene)[number])
    orders = int(scene.facts.orders[number])
    return round(int(scene.facts.spent[number]) / orders) if orders else None


def _percent(leaf: Field, number: int, scene: Scene) -> OwnValue:
    own = _share(leaf, number, scene)
    return None if own is None else own * PERCENT


def _share(leaf: Field, number: int, scene: Scene) -> Fraction | None:
    part, whole = share_of(leaf.field, scene)
    return Fraction(int(part[number]), int(whole[number])) if whole[number] else None


_OF_KIND: dict[Kind, Callable[[Field, int, Scene], OwnValue]] = {
    Kind.TEXT: _text,
    Kind.FLAG: _flag,
    Kind.CONSENT: _consent,
    Kind.TIME: _time,
    Kind.BIRTHDAY: _birthday,
    Kind.NOTE: _notes,
    Kind.COUNT: _count,
    Kind.MONEY: _money,
    Kind.PERCENT: _percent,
}
