"""Who the conditions about orders match: having ordered so often, so much, and one order after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from local_db.roster.roster import NO_TIME
from local_db.segments.comparing import COMPARE
from local_db.segments.member_sums import member_sums
from local_db.segments.nodes import ANY_PURCHASE
from local_db.segments.order_choice import chosen_lines, chosen_orders
from local_db.values import DAY_SECONDS, minor_units

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints
    from local_db.segments.nodes import Ordered, OrderFilter, Sequence
    from local_db.segments.scene import Scene

_ALL_PURCHASES = {"times": "orders", "sum": "spent", "items": "items"}  # the facts that are worked out anyway
_EVER = 2**62
_AT_ALL = ((">=", 1), (">", 0), ("!=", 0))


def ordered(leaf: Ordered, scene: Scene) -> Bools:
    """By how often, for how much or how many pieces they ordered."""
    if leaf.measure == "times" and (leaf.op, leaf.number) in _AT_ALL:
        return scene.everyone_in(scene.roster.orders.member.take(chosen_orders(leaf.orders, scene)))
    number = minor_units(leaf.number, scene.roster.currency) if leaf.measure == "sum" else int(leaf.number)
    return COMPARE[leaf.op](measured(leaf, scene), number)


def measured(leaf: Ordered, scene: Scene) -> Ints:
    """What the leaf compares, per member: orders, minor units or pieces."""
    if leaf.orders == ANY_PURCHASE:
        column: Ints = getattr(scene.facts, _ALL_PURCHASES[leaf.measure])
        return column
    orders, lines, size = scene.roster.orders, scene.roster.lines, scene.roster.size
    if leaf.measure == "items" and not leaf.orders.product.is_any:
        places = chosen_lines(leaf.orders, scene)
        return member_sums(orders.member.take(lines.order.take(places)), lines.quantity.take(places), size)
    places = chosen_orders(leaf.orders, scene)
    member = orders.member.take(places)
    if leaf.measure == "times":
        return np.bincount(member, minlength=size)
    return member_sums(member, (orders.net if leaf.measure == "sum" else orders.items).take(places), size)


def sequence(leaf: Sequence, scene: Scene) -> Bools:
    """Who has one order and a later one, or no later one after the last of the first."""
    first, then = pairs(leaf, scene)
    member = scene.roster.orders.member
    if not leaf.absent:
        return scene.everyone_in(member.take(first.compress(then >= 0)))
    member = member.take(first)
    is_last = np.append(member[1:] != member[:-1], [True] * (len(first) > 0)).astype(np.bool_)
    return scene.everyone_in(member.compress(is_last & (then < 0)))


def pairs(leaf: Sequence, scene: Scene) -> tuple[Ints, Ints]:
    """The dated orders that may come first, and to each the next that may follow in time, or -1."""
    orders = scene.roster.orders
    first, then = _dated_orders(leaf.first, scene), _dated_orders(leaf.then, scene)
    is_then = np.zeros(len(orders.time), np.bool_)
    is_then[then] = True
    followers = np.append(then, -1).astype(np.int32)
    rank = np.cumsum(is_then, dtype=np.int32).take(first)  # of the first order behind it among those that may follow
    found = np.full(len(first), -1, np.int64)
    longest = _EVER if leaf.within_days is None else leaf.within_days * DAY_SECONDS
    left, origin = np.arange(len(first)), first
    while len(left):
        follower = followers.take(rank)
        same = (orders.member.take(follower) == orders.member.take(origin)) & (follower >= 0)
        left, origin, follower, rank = (column.compress(same) for column in (left, origin, follower, rank))
        passed = orders.time.take(follower) - orders.time.take(origin)
        follows = (passed > 0) & (passed <= longest)
        found[left.compress(follows)] = follower.compress(follows)
        # Orders are sorted by time: of those at the same second a later place is not a later time, so look further.
        level = passed == 0
        left, origin, rank = (column.compress(level) for column in (left, origin, rank + np.int32(1)))
    return first, found


def _dated_orders(wanted: OrderFilter, scene: Scene) -> Ints:
    if wanted == ANY_PURCHASE:
        return scene.facts.dated
    places = chosen_orders(wanted, scene)
    return places if wanted.needs_time else places.compress(scene.roster.orders.time.take(places) != NO_TIME)
