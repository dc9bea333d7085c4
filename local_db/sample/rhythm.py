"""When each sample buyer orders: first days, repurchase gaps, promotions, and the day they stay away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from local_db.sample.buyers import Buyer, Habit
from local_db.sample.dice import Dice
from local_db.sample.shop_calendar import DAYS, RUSH_DAYS, busy_day

LOYAL_JOIN_BY = DAYS * 7 // 10  # who joins later has had no time to become loyal
REGULAR_BEFORE, LOYAL_BEFORE = 150, 350  # per mille who already bought before the list begins
WAIT_FOR_PROMOTION = 9  # days a buyer waits when a sale is near
HURRY = 6  # days a buyer comes early


def order_days(buyer: Buyer) -> tuple[int, ...]:
    """The days this buyer orders on, counted from the shop's first day, in order."""
    return tuple(_HABITS[buyer.habit](Dice(f"rhythm {buyer.number}")))


def _once(dice: Dice) -> Iterator[int]:
    yield busy_day(dice, 0, DAYS - 1)


def _now_and_then(dice: Dice) -> Iterator[int]:
    gap = dice.between(35, 110)
    first = dice.below(gap) if dice.chance(REGULAR_BEFORE) else busy_day(dice, 0, DAYS - 1)
    yield from _returning(dice, first, gap=gap, leave=175)


def _loyal(dice: Dice) -> Iterator[int]:
    gap = dice.between(28, 56)
    first = dice.below(gap) if dice.chance(LOYAL_BEFORE) else busy_day(dice, 0, LOYAL_JOIN_BY)
    yield from _returning(dice, first, gap=gap, leave=25)


def _gifts(dice: Dice) -> Iterator[int]:
    yield from _returning(dice, busy_day(dice, 0, DAYS - 1), gap=dice.between(150, 300), leave=250)


def _returning(dice: Dice, first: int, *, gap: int, leave: int) -> Iterator[int]:
    """Days about `gap` apart, drawn to nearby busy days, until the buyer leaves (per mille per order)."""
    day = first
    while True:
        yield day
        due = day + gap * dice.between(70, 130) // 100
        day = busy_day(dice, max(day + 1, due - HURRY), due + WAIT_FOR_PROMOTION) if due < DAYS else DAYS
        if day >= DAYS or dice.chance(leave):
            return


def _promotions_only(dice: Dice) -> Iterator[int]:
    """A day around some of the promotions after the first; at least one."""
    first = dice.below(len(RUSH_DAYS) * 2 // 3)
    for nth, rush in enumerate(RUSH_DAYS[first:]):
        if nth == 0 or dice.chance(330):
            yield busy_day(dice, rush - 10, rush + 1)


_HABITS: dict[Habit, Callable[[Dice], Iterator[int]]] = {
    Habit.ONCE: _once,
    Habit.NOW_AND_THEN: _now_and_then,
    Habit.LOYAL: _loyal,
    Habit.PROMOTIONS_ONLY: _promotions_only,
    Habit.GIFTS: _gifts,
}
