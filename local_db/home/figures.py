"""Works out the first page's figures, people with the same engine as every other count."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from local_db.campaigns.model import PrepareOptions
from local_db.campaigns.reach import reachable
from local_db.home import store
from local_db.home.model import ASLEEP_TREE, BUYERS_TREE, MONTHS, PERIOD_DAYS, REPEAT_TREE, Figures, Sales
from local_db.segments.evaluate import Evaluator
from local_db.segments.tree import parse
from local_db.settings import read_settings
from local_db.values import end_of_day, local_moment, start_of_day

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.roster.roster import Roster
    from local_db.shop_file import Connection


def work_out(connection: Connection, roster: Roster, now: datetime) -> Figures:
    """The figures on the day of `now`, over one view of the shop."""
    day = now.astimezone(roster.zone).date()
    evaluator = Evaluator(roster)

    def people(tree: object) -> int:
        return evaluator.evaluate(parse(tree), now=now).count

    return Figures(
        day=day.isoformat(),
        currency=roster.currency,
        orders=store.order_count(connection),
        members=roster.size,
        buyers=people(BUYERS_TREE),
        repeat_buyers=people(REPEAT_TREE),
        reachable=reachable(roster, PrepareOptions.from_settings(read_settings(connection))),
        asleep=people(ASLEEP_TREE),
        sales=_sales(connection, roster.zone, day),
        sales_before=_sales(connection, roster.zone, day - timedelta(days=PERIOD_DAYS)),
        newest_order=_day_of(store.newest_order(connection), roster.zone),
        months=_by_month(connection, roster.zone, day),
    )


def _sales(connection: Connection, zone: ZoneInfo, last: date) -> Sales:
    """The PERIOD_DAYS days that end with `last`."""
    first = last - timedelta(days=PERIOD_DAYS - 1)
    return Sales(*store.sold(connection, start_of_day(first, zone), end_of_day(last, zone)))


def _by_month(connection: Connection, zone: ZoneInfo, day: date) -> tuple[tuple[str, int], ...]:
    """Net paid money of the month of `day` and those before it, oldest first."""
    firsts = [_month_start(day, months) for months in range(MONTHS - 1, -1, -1)]
    starts = [start_of_day(first, zone) for first in firsts]
    net = [0] * len(starts)
    for moment, amount in store.net_by_order(connection, starts[0]):
        net[bisect_right(starts, moment) - 1] += amount
    return tuple((first.strftime("%Y-%m"), total) for first, total in zip(firsts, net, strict=True))


def _month_start(day: date, months_before: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months_before, 12)
    return date(year, month + 1, 1)


def _day_of(moment: int | None, zone: ZoneInfo) -> str:
    return "" if moment is None else local_moment(moment, zone).date().isoformat()
