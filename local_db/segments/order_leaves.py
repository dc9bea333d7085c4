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
        return scene.everyone_in(scene.roster.orders.member.take(chosen_orders(leaf.orders, scene)))
    number = minor_units(leaf.number, scene.roster.currency) if leaf.measure == "sum" else int(leaf.number)
    return COMPARE[leaf.op](measured(leaf, scene), number)


def measured(leaf: Ordered, scene: Scene) -> Ints:
    """What the leaf compares, per member: orders, minor units or pieces."""
    orders, lines, size = scene.roster.orders, scene.roster.lines, scene.roster.size
    if leaf.measure == "items" and not leaf.orders.product.is_any:
        places = chosen_lines(leaf.orders, scene)
        return run_sums(orders.member.take(lines.order.take(places)), lines.quantity.take(places), size)
    places = chosen_orders(leaf.orders, scene)
    member = orders.member.take(places)
    if leaf.measure == "times":
        return np.bincount(member, minlength=size)
    return run_sums(member, (orders.net if leaf.measure == "sum" else orders.items).take(places), size)


def sequence(leaf: Sequence, scene: Scene) -> Bools:
    """Who has one order and a later one, or no later one after the last of the first."""
    first, then = pairs(leaf, scene)
    member = scene.roster.orders.member.take(first)
    if not leaf.absent:
        return scene.everyone_in(member.compress(then >= 0))
    is_last = np.append(member[1:] != member[:-1], [True] * (len(first) > 0)).astype(np.bool_)
    return scene.everyone_in(member.compress(is_last & (then < 0)))


def pairs(leaf: Sequence, scene: Scene) -> tuple[Ints, Ints]:
    """The dated orders that may come first, and to each the next that may follow in time, or -1."""
    orders = scene.roster.orders
    first, then = (_dated(chosen_orders(wanted, scene), scene) for wanted in (leaf.first, leaf.then))
    start = orders.time.take(first)
    rank = _ranks(then, len(orders.time)).take(first)
    followers = np.append(then, -1)
    follower = followers.take(rank)
    while True:  # orders are sorted by time: of those at the same second a later place is not a later time
        follows = (follower >= 0) & (orders.member.take(follower) == orders.member.take(first))
        level = np.flatnonzero(follows & (orders.time.take(follower) == start))
        if not len(level):
            break
        rank[level] += 1
        follower[level] = followers.take(rank.take(level))
    if leaf.within_days is not None:
        follows &= orders.time.take(follower) - start <= leaf.within_days * DAY_SECONDS
    return first, np.where(follows, follower, -1)


def _ranks(places: Ints, size: int) -> Ints:
    """Per order, how many of the places are not behind it."""
    is_one = np.zeros(size, np.bool_)
    is_one[places] = True
    return np.cumsum(is_one)


def _dated(places: Ints, scene: Scene) -> Ints:
    return places.compress(scene.roster.orders.time.take(places) != NO_TIME)
