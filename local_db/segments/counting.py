"""How many people a tree finds in a shop: the call for scripts and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_db.roster.source import RosterSource
from local_db.segments import store
from local_db.segments.evaluate import Evaluation, evaluate
from local_db.segments.tree import parse

if TYPE_CHECKING:
    from datetime import date, datetime

    from local_db.roster.roster import Roster
    from local_db.shop_file import Shop


def count(
    shop: Shop, tree: object, *, now: datetime, as_of: date | None = None, roster: Roster | None = None
) -> Evaluation:
    """Who a decoded JSON tree matches today, or at the end of the day `as_of`, with the numbers on every node.

    Without a `roster` the shop's current one is read. Raises TreeError, as `parse` and asking for saved segments do.
    """
    node = parse(tree)
    with shop.read() as connection:
        segments = store.trees_for(connection, node)
    return evaluate(roster or RosterSource(shop).current(), node, now=now, as_of=as_of, segments=segments)
