"""How many people a marketing message to everybody would reach."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from local_db.campaigns.suppression import latest_orders, suppress
from local_db.templates.model import Purpose

if TYPE_CHECKING:
    from local_db.campaigns.model import PrepareOptions
    from local_db.roster.roster import Roster


def reachable(roster: Roster, options: PrepareOptions) -> int:
    """People left of everybody after every step but the quiet days, which pass by themselves."""
    waterfall = suppress(
        roster.members,
        np.ones(roster.size, np.bool_),
        replace(options, quiet_days=0),
        purpose=Purpose.MARKETING,
        latest_order=latest_orders(roster.orders, roster.size),
        messaged=np.zeros(roster.size, np.bool_),
    )
    return len(waterfall.numbers)
