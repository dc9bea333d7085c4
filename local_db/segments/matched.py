"""The people a tree matches as a short list: the best first, with their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_db.members import store
from local_db.roster.roster import NO_TIME
from local_db.segments.listing import SortKey, members_sorted

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Roster
    from local_db.segments.facts import OrderFacts
    from local_db.shop_file import Connection


@dataclass(frozen=True, slots=True)
class MatchedMember:
    """One of the matching people; their figures are those of the moment asked for."""

    id: int
    nick: str  # or else the name
    spent: int  # minor units
    orders: int
    last_order: int | None  # UTC seconds


def first_members(
    connection: Connection,
    roster: Roster,
    facts: OrderFacts,
    matched: Bools,
    *,
    by: SortKey,
    ascending: bool,
    limit: int,
) -> tuple[MatchedMember, ...]:
    """The first `limit` matching members in an order; somebody deleted since the roster was read is left out."""
    page = members_sorted(roster, facts, matched, by=by, ascending=ascending, limit=limit)
    figures = zip(page.ids.tolist(), page.spent.tolist(), page.orders.tolist(), page.last_order.tolist(), strict=True)
    names = {row.id: row.nick or row.name for row in store.rows(connection, page.ids.tolist())}
    return tuple(
        MatchedMember(member_id, names[member_id], spent, orders, None if last == NO_TIME else last)
        for member_id, spent, orders, last in figures
        if member_id in names
    )
