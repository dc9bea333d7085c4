"""Who the conditions about orders match: having ordered so often, so much, and one order after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from local_db.roster.roster import NO_TIME
from local_db.segments.comparing import COMPARE
from local_db.segments.order_choice import chosen_lines, chosen_orders
from local_db.segments.run_sums import run_sums
from local_db.values import DAY_SECONDS, minor_units

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints
    from local_db.segments.nodes import Ordered, Sequence
    from local_db.segments.scene import Scene

_AT_ALL = ((">=", 1), (">", 0), ("!=", 0))


def ordered(leaf: Ordered, scene: Scene) -> Bools:
    """By how often, for how much or how many pieces they ordered."""
    if leaf.measure == "times" and (leaf.op, leaf.number) in _AT_ALL:
        return scene.everyone_in(scene.roster.orders.member[chosen_orders(leaf.orders, scene)])
    number = minor_units(leaf.number, scene.roster.currency) if leaf.measure == "sum" else int(leaf.number)
    return COMPARE[leaf.op](measured(leaf, scene), number)


def measured(leaf: Ordered, scene: Scene) -> Ints:
    """What the leaf compares, per member: orders, minor units or pieces."""
    orders, lines, size = scene.roster.orders, scene.roster.lines, scene.roster.size
    if leaf.measure == "items" and not leaf.orders.product.is_any:
        places = chosen_lines(leaf.orders, scene)
        return run_sums(orders.member[lines.order[places]], lines.quantity[places], size)
    places = chosen_orders(leaf.orders, scene)
    member = orders.member[places]
    if leaf.measure == "times":
        return np.bincount(member, minlength=size)
    return run_sums(member, (orders.net if leaf.measure == "sum" else orders.items)[places], size)


def sequence(leaf: Sequence, scene: Scene) -> Bools:
    """Who has one order and a later one, or no later one after the last of the first."""
    first, then = pairs(leaf, scene)
    member = scene.roster.orders.member
    if not leaf.absent:
        return scene.everyone_in(member[first[then >= 0]])
    is_last = np.append(member[first[1:]] != member[first[:-1]], [True] * (len(first) > 0)).astype(np.bool_)
    return scene.everyone_in(member[first[is_last & (then < 0)]])


def pairs(leaf: Sequence, scene: Scene) -> tuple[Ints, Ints]:
    """The dated orders that may come first, and to each the next that may follow in time, or -1."""
    orders = scene.roster.orders
    first, then = (_dated(chosen_orders(wanted, scene), scene) for wanted in (leaf.first, leaf.then))
    if not len(then) or not len(first):
        return first, np.full(len(first), -1, np.int64)
    # Member and time as one number: orders are sorted by both, and a million members over ten thousand years fit.
    start = int(min(orders.time[first].min(), orders.time[then].min()))
    span = int(max(orders.time[first].max(), orders.time[then].max())) - start + 1
    key_first, key_then = (orders.member[p].astype(np.int64) * span + (orders.time[p] - start) for p in (first, then))
    found = np.searchsorted(key_then, key_first, side="right")
    follower = np.append(then, -1)[found]
    follows = (follower >= 0) & (orders.member[follower] == orders.member[first])
    if leaf.within_days is not None:
        follows &= orders.time[follower] - orders.time[first] <= leaf.within_days * DAY_SECONDS
    return first, np.where(follows, follower, -1)


def _dated(places: Ints, scene: Scene) -> Ints:
    dated: Ints = places[scene.roster.orders.time[places] != NO_TIME]
    return dated
