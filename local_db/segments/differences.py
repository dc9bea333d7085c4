"""What makes the members of a segment different from the rest of the shop, as conditions one can go on with.

Every feature is a condition, and who has it is what the engine answers to it; so a share shown here is
the count of that row. Features are ranked by the log-likelihood ratio of the two-by-two table (G², which
grows with the number of people and not only with the ratio), and left out where few people have them,
where the shares are nearly equal, or where chance explains the difference.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from local_db.segments.tree import Field, walk

if TYPE_CHECKING:
    from datetime import date, datetime

    from local_db.segments.bits import Bits
    from local_db.segments.evaluate import Evaluator
    from local_db.segments.tree import Node

FEW = 5  # a feature that fewer members would have by chance says nothing, whatever its share
LEAST_LIFT = 1.2  # and at most its inverse
LEAST_SCORE = 10.83  # chi-squared with one degree of freedom: once in a thousand by chance
SHOWN = 12


class FeatureKind(StrEnum):
    """What a feature is about."""

    PLATFORM = "platform"
    PROVINCE = "province"
    CITY_TIER = "city_tier"
    TAG = "tag"
    CATEGORY = "category"
    WORD = "word"  # of a product's title
    HOURS = "hours"
    WEEKDAY = "weekday"
    SPENT = "spent"


@dataclass(frozen=True, slots=True)
class Feature:
    """A kind of member: the condition that finds them. `values` are what the words for it need."""

    kind: FeatureKind
    values: tuple[str | int, ...]
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class KnownFeature:
    """A feature with who has it, as bits: a hundred of them fit into the memory of a few columns."""

    feature: Feature
    bits: Bits
    count: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A feature in a segment and in the rest of the shop."""

    feature: Feature
    inside: int  # how many of the segment have it
    outside: int  # how many of the rest
    segment: int  # how many are in the segment
    rest: int  # how many are not
    score: float  # G², never negative

    @property
    def share(self) -> float:
        """Of the segment."""
        return self.inside / self.segment

    @property
    def share_of_rest(self) -> float:
        """Of everybody else."""
        return self.outside / self.rest

    @property
    def lift(self) -> float:
        """How many times as frequent as in the rest; infinite where nobody of the rest has it."""
        return self.inside * self.rest / (self.outside * self.segment) if self.outside else math.inf

    @property
    def over(self) -> bool:
        """Whether it is more frequent in the segment."""
        return self.inside * self.rest > self.outside * self.segment


@dataclass(frozen=True, slots=True)
class Differences:
    """The strongest differences, in both directions, the clearest first."""

    segment: int
    rest: int
    over: tuple[Difference, ...]
    under: tuple[Difference, ...]


def known_features(
    evaluator: Evaluator,
    features: Iterable[Feature],
    *,
    now: datetime,
    as_of: date | None = None,
    check: Callable[[], None] | None = None,
) -> tuple[KnownFeature, ...]:
    """Who has each feature; `check` is called before each and may raise to stop. The same for every segment."""
    found = []
    for feature in features:
        if check is not None:
            check()
        answer = evaluator.evaluate(feature.node, now=now, as_of=as_of)
        if answer.count:
            found.append(KnownFeature(feature, answer.bits, answer.count))
    return tuple(found)


def differences(
    known: Sequence[KnownFeature],
    matched: Bits,
    everybody: int,
    *,
    own: Node | None = None,
    shown: int = SHOWN,
) -> Differences:
    """What sets `matched` apart. Features that are a condition of the tree `own` are left out: they say nothing new."""
    segment = matched.count()
    rest = everybody - segment
    if not segment or not rest:
        return Differences(segment, rest, (), ())
    asked = set() if own is None else _asked(own)
    found = []
    for one in known:
        if one.feature.node in asked:
            continue
        inside = (one.bits & matched).count()
        difference = compared(one.feature, inside, one.count - inside, segment, rest)
        if _tells(difference):
            found.append(difference)
    found.sort(key=lambda one: -one.score)
    over = tuple(one for one in found if one.over)[:shown]
    return Differences(segment, rest, over, tuple(one for one in found if not one.over)[:shown])


def compared(feature: Feature, inside: int, outside: int, segment: int, rest: int) -> Difference:
    """A feature of `inside` members of the segment and `outside` of the rest."""
    table = ((inside, segment), (segment - inside, segment), (outside, rest), (rest - outside, rest))
    whole = segment + rest
    having = inside + outside
    rows = (having, whole - having, having, whole - having)
    score = 2 * sum(
        observed * math.log(observed * whole / (column * row))
        for (observed, column), row in zip(table, rows, strict=True)
        if observed
    )
    return Difference(feature, inside, outside, segment, rest, max(0.0, score))


def _tells(one: Difference) -> bool:
    """Whether enough people have it, it differs enough, and not by chance."""
    expected = (one.inside + one.outside) * one.segment / (one.segment + one.rest)
    lift = one.lift
    if max(one.inside, expected) < FEW or one.score < LEAST_SCORE:
        return False
    return lift >= LEAST_LIFT if one.over else lift <= 1 / LEAST_LIFT


def _asked(own: Node) -> set[Node]:
    """What a tree asks for, each text of a list by itself."""
    found: set[Node] = set()
    for _, node in walk(own):
        found.add(node)
        if isinstance(node, Field) and isinstance(node.value, tuple) and node.op == "in":
            found |= {Field(node.field, "is", str(text)) for text in node.value}
    return found
