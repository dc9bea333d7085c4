"""Which product each member bought last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints, Roster


def last_products(roster: Roster, purchases: Bools) -> Ints:
    """Per member an index into `Roster.product_titles`: of the last of these orders that names a product; else -1."""
    product = np.full(roster.size, -1, dtype=np.int64)
    lines = roster.lines
    named = np.flatnonzero((lines.product >= 0) & purchases[lines.order])
    # The first line that names a product speaks for its order; orders are sorted by member, then time,
    # so the last assignment to a member is the member's latest order.
    orders, first = np.unique(lines.order[named], return_index=True)
    product[roster.orders.member[orders]] = lines.product[named[first]]
    return product
