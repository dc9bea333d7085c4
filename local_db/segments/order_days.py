"""On how many different days members bought: two orders of one evening are one visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from local_db.roster.local_time import local_seconds
from local_db.roster.roster import NO_TIME
from local_db.values import DAY_SECONDS

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.roster.roster import Bools, Ints, Orders


def order_days(orders: Orders, chosen: Bools, size: int, zone: ZoneInfo) -> Ints:
    """Per member, the different days in the shop's zone of the chosen orders (per order) that have a date."""
    dated = chosen & (orders.time != NO_TIME)
    member = orders.member[dated]
    day = local_seconds(orders.time[dated], zone) // DAY_SECONDS
    # Orders are sorted by member, then time: a new day begins where either of the two changes.
    new = np.ones(len(member), np.bool_)
    new[1:] = (member[1:] != member[:-1]) | (day[1:] != day[:-1])
    return np.bincount(member[new], minlength=size)
