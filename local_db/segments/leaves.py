"""Who a single condition matches; the kinds of conditions have their own modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from local_db.errors import TreeError
from local_db.segments import contact_leaves, member_leaves, order_leaves
from local_db.segments.nodes import (
    Field,
    InList,
    InSegment,
    Leaf,
    Ordered,
    Random,
    Refunded,
    Rfm,
    Sent,
    Sequence,
    Tag,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from local_db.roster.roster import Bools
    from local_db.segments.scene import Scene


def leaf_mask(leaf: Leaf, scene: Scene) -> Bools:
    """Who the leaf matches, per member number, whether or not the member exists at the moment.

    What a saved segment matches is the evaluator's to say: here it is a TreeError `unknown_segment`.
    """
    match leaf:
        case Field():
            return member_leaves.field(leaf, scene)
        case Tag(name):
            return _named(scene.roster.members.tags, name, scene)
        case InList(name):
            return _named(scene.roster.members.lists, name, scene)
        case Random(low, high):
            return (scene.index.bucket >= low) & (scene.index.bucket < high)
        case Rfm():
            return _rfm(leaf, scene)
        case InSegment(segment):
            raise TreeError("unknown_segment", path="", segment=segment)
        case _:
            return _about_orders(leaf, scene)


def _about_orders(leaf: Ordered | Sequence | Sent | Refunded, scene: Scene) -> Bools:
    match leaf:
        case Ordered():
            return order_leaves.ordered(leaf, scene)
        case Sequence():
            return order_leaves.sequence(leaf, scene)
        case Sent():
            return contact_leaves.sent(leaf, scene)
        case Refunded():
            return contact_leaves.refunded(leaf, scene)


def _named(masks: Mapping[str, Bools], name: str, scene: Scene) -> Bools:
    found = masks.get(name)
    return np.zeros(scene.roster.size, np.bool_) if found is None else found


def _rfm(leaf: Rfm, scene: Scene) -> Bools:
    scores = scene.scores
    mask = scores.scored
    for column, (low, high) in ((scores.r, leaf.r), (scores.f, leaf.f), (scores.m, leaf.m)):
        mask = mask & (column >= low) & (column <= high)
    return mask
