"""The sample shop's days: its three years, its promotions, its quiet weeks and its busy hours.

Times are the shop's local time, China Standard Time, which has no summer time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from local_db.sample.dice import Dice

ZONE = timezone(timedelta(hours=8))
FIRST_DAY = date(2023, 11, 16)
LAST_DAY = date(2026, 11, 15)
DAYS = (LAST_DAY - FIRST_DAY).days + 1
EXPORTED_AT = datetime(2026, 11, 16, 10, 0, tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class Promotion:
    """A sale that comes back every year.

    `rush` is how many times an ordinary day its main day sells, `eve` the same for the two days
    before. The discount takes `percent` off everything, then `off` fen for every full `per` fen.
    """

    name: str
    month: int
    day: int
    rush: int
    eve: int
    percent: int
    per: int
    off: int

    def in_year(self, year: int) -> date:
        """The main day in that year."""
        return date(year, self.month, self.day)


PROMOTIONS: tuple[Promotion, ...] = (
    Promotion("双11", 11, 11, 5, 2, 12, 20000, 3000),
    Promotion("618", 6, 18, 5, 2, 10, 20000, 2500),
    Promotion("3·8", 3, 8, 5, 1, 8, 19900, 2000),
    Promotion("双12", 12, 12, 2, 1, 6, 19900, 1500),
)
EVE_DAYS = 2
AFTER_DAYS = 1

# The first days of the lunar new year: couriers rest, and so do the buyers.
NEW_YEARS = (date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17))
REST_BEFORE, REST_AFTER = 4, 6
REST_PERCENT = 35

GROWTH_PERCENT = 30  # how much more an ordinary day sells at the end of the three years

# Orders per hour of the day, from midnight: an ordinary day, and the main day of a promotion.
ORDINARY_HOURS = (18, 8, 4, 2, 2, 3, 8, 18, 30, 44, 52, 50, 48, 46, 46, 46, 44, 42, 40, 50, 66, 74, 66, 40)
RUSH_HOURS = (150, 50, 15, 6, 4, 4, 10, 24, 40, 55, 60, 50, 45, 42, 40, 40, 40, 40, 45, 70, 120, 100, 90, 80)


def date_of(day: int) -> date:
    """The date of a day counted from the shop's first."""
    return FIRST_DAY + timedelta(days=day)


def promotion_on(on: date) -> Promotion | None:
    """The promotion whose prices hold on that date: its main day, the eves and the day after."""
    for promotion in PROMOTIONS:
        if -EVE_DAYS <= (on - promotion.in_year(on.year)).days <= AFTER_DAYS:
            return promotion
    return None


def is_rush(on: date) -> bool:
    """Whether the date is a promotion's main day."""
    return any(promotion.in_year(on.year) == on for promotion in PROMOTIONS)


# The promotions' main days within the three years, counted from the shop's first day.
RUSH_DAYS: tuple[int, ...] = tuple(day for day in range(DAYS) if is_rush(date_of(day)))


def _promotion_factor(on: date) -> int:
    promotion = promotion_on(on)
    if promotion is None:
        return 1
    return promotion.rush if is_rush(on) else promotion.eve


def _rests(on: date) -> bool:
    return any(-REST_BEFORE <= (on - new_year).days <= REST_AFTER for new_year in NEW_YEARS)


def _weight(day: int) -> int:
    """How busy a day is; an ordinary first day is 10,000."""
    on = date_of(day)
    grown = 100 + GROWTH_PERCENT * day // DAYS
    season = REST_PERCENT if _rests(on) else 100
    return grown * season * _promotion_factor(on)


WEIGHTS: tuple[int, ...] = tuple(_weight(day) for day in range(DAYS))


def busy_day(dice: Dice, low: int, high: int) -> int:
    """A day from `low` to `high` (cut to the three years), likelier the busier it is."""
    low, high = max(low, 0), min(high, DAYS - 1)
    return dice.pick_by_weight(range(low, high + 1), WEIGHTS[low : high + 1])


def moment_on(dice: Dice, day: int) -> datetime:
    """A moment of that day, at an hour people order in."""
    on = date_of(day)
    hour = dice.pick_by_weight(range(24), RUSH_HOURS if is_rush(on) else ORDINARY_HOURS)
    return datetime.combine(on, time(hour, dice.below(60), dice.below(60)), ZONE)
