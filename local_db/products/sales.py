"""What each product and each category sold: buyers, and the share of each purchase's money."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from local_db.products.model import Sales
from local_db.roster.distinct import distinct
from local_db.roster.roster import NO_AMOUNT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.roster.roster import Codes, Ints, Roster


def sales_by_title(roster: Roster) -> dict[str, Sales]:
    """Per product title."""
    found = _sales(roster, roster.lines.product, len(roster.product_titles))
    return dict(zip(roster.product_titles, found, strict=True))


def sales_by_category(roster: Roster) -> dict[int | None, Sales]:
    """Per category id, and under None what products without a category sold."""
    named = np.where(roster.lines.product < 0, -1, np.where(roster.lines.category < 0, len(roster.categories),
                     roster.lines.category))  # fmt: skip
    found = _sales(roster, named.astype(np.int32), len(roster.categories) + 1)
    keys: list[int | None] = [category.id for category in roster.categories]
    return dict(zip([*keys, None], found, strict=True))


def _sales(roster: Roster, group: Codes, groups: int) -> list[Sales]:
    """Sales per group of lines; a line of group -1 names no product and takes its share all the same."""
    lines, orders = roster.lines, roster.orders
    counted = np.flatnonzero((group >= 0) & orders.is_purchase[lines.order])
    pairs = group[counted].astype(np.int64) * max(1, roster.size) + orders.member[lines.order[counted]]
    buyers = np.bincount(distinct(pairs) // max(1, roster.size), minlength=groups)
    money = np.bincount(group[counted], weights=_shares(roster)[counted], minlength=groups)
    return [Sales(int(people), round(float(amount))) for people, amount in zip(buyers, money, strict=True)]


def _shares(roster: Roster) -> NDArray[np.float64]:
    """Of each line's order, the part of the net money that is the line's.

    Shared by price × pieces where every line of the order says a price, else by pieces: an order list names
    no prices, and half of a sharing by price would give the unpriced lines nothing.
    """
    lines, orders = roster.lines, roster.orders
    pieces: Ints = np.maximum(lines.quantity, 1).astype(np.int64)
    count = len(orders.time)
    unpriced = np.bincount(lines.order[lines.price == NO_AMOUNT], minlength=count) > 0
    worth = np.bincount(lines.order, weights=lines.price * pieces, minlength=count)
    by_pieces = unpriced | (worth <= 0)
    weight = np.where(by_pieces[lines.order], pieces, lines.price * pieces)
    whole = np.bincount(lines.order, weights=weight, minlength=count)
    share: NDArray[np.float64] = orders.net[lines.order] * weight / whole[lines.order]
    return share
