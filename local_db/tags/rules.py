"""The built-in rules: each says, over the roster and with the shop's numbers, who gets which of its tags.

Days are the shop's calendar days and are counted as in segments: "within the last 30 days" is today and the
29 days before it. docs/tags.md says in words what stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from local_db.tags.given import Given
from local_db.tags.model import Period
from local_db.tags.periods import in_periods

if TYPE_CHECKING:
    from local_db.roster.roster import Bools
    from local_db.tags.scene import Scene

Numbers = Mapping[str, int]


def lifecycle(scene: Scene, numbers: Numbers, _periods: Sequence[Period]) -> Given:
    """Where each buyer with a dated purchase stands in the rhythm of the shop's repurchases."""
    rhythm = _rhythm(scene, numbers)
    first = np.zeros(scene.roster.size, np.int64)
    last = np.zeros(scene.roster.size, np.int64)
    first[scene.member[::-1]] = scene.day[::-1]  # the earliest of a member is written last
    last[scene.member] = scene.day
    age = scene.today - last
    left = scene.per_member(scene.member) > 0
    masks = {"new": left & (first == last) & (age < numbers["new_days"])}
    left &= ~masks["new"]
    for key in ("active", "cooling", "asleep"):
        masks[key] = left & (age < rhythm[f"{key}_days"])
        left &= ~masks[key]
    return Given(masks | {"lost": left}, rhythm)


def _rhythm(scene: Scene, numbers: Numbers) -> dict[str, int]:
    """The days after which a buyer is later than most who came back: from the shop's gaps, or the usual ones."""
    same = scene.member[1:] == scene.member[:-1]
    gaps = np.diff(scene.day)
    recent = scene.day[1:] > scene.today - numbers["looking_back_days"]
    gaps = gaps[same & recent & (gaps > 0)]  # several orders of one day are one purchase
    own = len(gaps) >= numbers["enough_gaps"]
    reached = np.cumsum(np.bincount(gaps))

    def days_of(share: int) -> int:
        return int(np.searchsorted(reached * 100, share * len(gaps)))

    figures = {"gaps": len(gaps), "own_rhythm": int(own), "half_days": days_of(50) if len(gaps) else 0}
    before = 0
    for key in ("active", "cooling", "asleep"):
        days = days_of(numbers[f"{key}_share"]) if own else numbers[f"usual_{key}_days"]
        before = figures[f"{key}_days"] = max(days, before + 1)
    return figures


def spending(scene: Scene, numbers: Numbers, _periods: Sequence[Period]) -> Given:
    """Buyers by the share of the shop's money that they and all who spent more bring together."""
    buyers = scene.facts.orders > 0
    spent = np.maximum(scene.facts.spent, 0)
    ranked = np.sort(spent[buyers])[::-1]
    running = np.cumsum(ranked)
    total = int(running[-1]) if len(running) else 0

    def least(share: int) -> int:
        """What the last of those spent who together bring the share; nobody brings a share of nothing."""
        return int(ranked[np.searchsorted(running * 100, share * total)]) if total else 1

    big, middle = least(numbers["big_share"]), least(numbers["middle_share"])
    masks = {
        "big": buyers & (spent >= big),
        "middle": buyers & (spent >= middle) & (spent < big),
        "small": buyers & (spent < middle),
    }
    return Given(masks, {"big_from": big, "middle_from": middle})


def price(scene: Scene, numbers: Numbers, _periods: Sequence[Period]) -> Given:
    """Who buys with large discounts, and who with next to none; of unknown discounts nothing follows."""
    known = scene.facts.known_discounts
    off, full = scene.facts.discount_share
    enough = (scene.facts.count(known) >= numbers["least_orders"]) & (full > 0)
    return Given(
        {
            "sensitive": enough & (off * 100 >= numbers["sensitive_share"] * full),
            "full_price": enough & (off * 100 <= numbers["full_price_share"] * full),
        },
        {"known": int(np.count_nonzero(known)), "some_known": int(known.any())},
    )


def taste(scene: Scene, numbers: Numbers, _periods: Sequence[Period]) -> Given:
    """Who mainly buys one category, by its id; and who buys many of them alike."""
    roster = scene.roster
    lines = np.flatnonzero((roster.lines.category >= 0) & scene.facts.purchases[roster.lines.order])
    member, category = roster.orders.member[roster.lines.order[lines]], roster.lines.category[lines]
    total = scene.per_member(member)
    enough = total >= numbers["least_lines"]
    masks: dict[str, Bools] = {}
    kinds = np.zeros(roster.size, np.int64)
    undecided = np.ones(roster.size, np.bool_)
    for place, entry in enumerate(roster.categories):
        bought = scene.per_member(member[category == place])
        mainly = enough & (bought * 100 >= numbers["share"] * total)
        masks[str(entry.id)] = mainly
        undecided &= ~mainly
        kinds += bought > 0
    masks["mixed"] = enough & undecided & (kinds >= numbers["mixed_categories"])
    count = len(roster.categories)
    return Given(masks, {"categories": count, "some_categories": int(count > 0)})


def refunds(scene: Scene, numbers: Numbers, _periods: Sequence[Period]) -> Given:
    """Who got money back for many of the orders they paid."""
    back, paid = scene.facts.refund_share
    return Given({"prone": (back >= numbers["least_refunds"]) & (back * 100 >= numbers["share"] * paid)})


def hours(scene: Scene, numbers: Numbers, _periods: Sequence[Period]) -> Given:
    """Who mostly buys in one part of the day."""
    # A time of exactly midnight is what a date without a time becomes.
    timed = scene.second > 0
    member, hour = scene.member[timed], scene.second[timed] // 3600
    starts = {part: numbers[f"{part}_from"] for part in ("morning", "noon", "evening", "night")}
    total = scene.per_member(member)
    enough = total >= numbers["least_orders"]
    masks = {}
    for part, until in zip(starts, (*list(starts.values())[1:], starts["morning"]), strict=True):
        begin = starts[part]
        inside = (hour >= begin) & (hour < until) if begin < until else (hour >= begin) | (hour < until)
        masks[part] = enough & (scene.per_member(member[inside]) * 100 >= numbers["share"] * total)
    return Given(masks)


def promotions(scene: Scene, numbers: Numbers, periods: Sequence[Period]) -> Given:
    """Who bought often enough, and never outside the periods; a purchase without a date is outside."""
    inside = scene.per_member(scene.member[in_periods(scene.day, periods)])
    every = scene.facts.orders
    return Given({"only": (every >= numbers["least_orders"]) & (inside == every)})


RULES: dict[str, Callable[[Scene, Numbers, Sequence[Period]], Given]] = {
    "lifecycle": lifecycle,
    "spending": spending,
    "price": price,
    "taste": taste,
    "refunds": refunds,
    "hours": hours,
    "promotions": promotions,
}

# Numbers of which each must be larger than the one before.
RISING = {
    "lifecycle": (
        ("active_share", "cooling_share", "asleep_share"),
        ("usual_active_days", "usual_cooling_days", "usual_asleep_days"),
    ),
    "spending": (("big_share", "middle_share"),),
    "price": (("full_price_share", "sensitive_share"),),
    "hours": (("morning_from", "noon_from", "evening_from", "night_from"),),
}
