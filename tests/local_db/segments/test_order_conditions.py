"""Conditions about orders at their borders, each with the smallest shop that tells it from its neighbours."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from local_db.roster.roster import NO_AMOUNT, NO_TIME
from local_db.segments import tree
from local_db.segments.evaluate import evaluate
from local_db.tags.model import Period
from tests.local_db.roster import columns

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 6, 30, 12, tzinfo=ZONE)
DAY = 86_400
TITLES = ("盆", "砂")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp())


def matches(condition: dict, orders: list[tuple], lines: list[tuple] = (), **given) -> bool:
    """Whether one member with these orders (time, status, net) and lines (order, title, price) matches."""
    times = [order[0] for order in orders]
    roster = columns.roster(
        1,
        ZONE,
        "CNY",
        columns.members(ids=np.array([1])),
        columns.orders(
            member=np.zeros(len(orders), np.int32),
            time=np.array(times, np.int64),
            is_purchase=np.ones(len(orders), np.bool_),
            **given,
        ),
        columns.lines(
            order=np.array([line[0] for line in lines], np.int32),
            product=np.array([line[1] for line in lines], np.int32),
            price=np.array([line[2] for line in lines], np.int64),
        ),
        TITLES,
        promotions=(Period("年末", "12-20", "01-05"), Period("店庆", "2026-03-10", "2026-03-20")),
    )
    return bool(evaluate(roster, tree.parse(condition), now=NOW).count)


FIRST = at("2026-06-01T10:00:00")


@pytest.mark.parametrize(
    ("passed", "within_days", "expected"),
    [
        ([0], None, False),  # two orders at the same second: neither is later
        ([1], None, True),
        ([DAY], 1, True),
        ([DAY + 1], 1, False),
        ([0, 0, DAY], 1, True),  # one that follows all three
        ([2 * DAY, 2 * DAY + 5], 1, True),  # the first is not followed in time, the second is
        ([400 * DAY], None, True),
    ],
)
def test_one_order_after_another(passed, within_days, expected):
    orders = [(FIRST - 500 * DAY + seconds,) for seconds in sorted([0, *passed])]
    leaf = {"first": {}, "then": {}} | ({"within_days": within_days} if within_days else {})
    assert matches({"sequence": leaf}, orders) == expected


@pytest.mark.parametrize(
    ("products", "hours", "expected"),
    [
        ([0], [0], True),  # a tray and no sand
        ([0, 1], [0, 24], False),
        ([0, 1], [0, 25], True),  # sand, but too late
        ([1, 0], [0, 1], True),  # sand before the tray only
        ([0, 0, 1], [0, 48, 49], False),  # no sand after the first tray, but after the last
        ([0, 1, 0], [0, 1, 2], True),
        ([1], [0], False),  # no tray at all
    ],
)
def test_no_order_after_the_last_of_the_first(products, hours, expected):
    orders = [(FIRST + hour * 3600,) for hour in hours]
    lines = [(order, product, NO_AMOUNT) for order, product in enumerate(products)]
    kinds = {key: {"product": {"title_has": title}} for key, title in zip(("first", "then"), TITLES, strict=True)}
    leaf = {"sequence": {**kinds, "within_days": 1, "absent": True}}
    assert matches(leaf, orders, lines) == expected


@pytest.mark.parametrize(
    ("times", "days", "expected"),
    [
        (["2026-01-01T23:00:00"], 1, False),
        (["2026-01-01T23:00:00", "2026-01-02T01:00:00"], 1, True),  # calendar days, not 24 hours
        (["2026-01-01T01:00:00", "2026-01-01T23:00:00"], 1, False),
        (["2026-01-01T00:00:00", "2026-04-01T00:00:00"], 90, True),
        (["2026-01-01T00:00:00", "2026-04-01T00:00:00"], 91, False),
        (["2026-01-01T00:00:00", "2026-02-01T00:00:00", "2026-04-01T00:00:00"], 60, False),
    ],
)
def test_bought_again_after_days_asleep(times, days, expected):
    assert matches({"ordered": {"after_gap_days": days}}, [(at(time),) for time in times]) == expected


@pytest.mark.parametrize(
    ("filter_of", "time", "expected"),
    [
        ({"hours": [20, 24]}, "2026-06-01T19:59:59", False),
        ({"hours": [20, 24]}, "2026-06-01T20:00:00", True),
        ({"hours": [20, 24]}, "2026-06-01T23:59:59", True),
        ({"hours": [22, 6]}, "2026-06-01T05:59:59", True),
        ({"hours": [22, 6]}, "2026-06-01T06:00:00", False),
        ({"hours": [22, 6]}, "2026-06-01T22:00:00", True),
        ({"hours": [0, 6]}, "2026-06-01T00:00:00", False),  # a date without an hour
        ({"hours": [0, 6]}, "2026-06-01T00:00:01", True),
        ({"weekdays": [1]}, "2026-06-01T00:00:00", True),  # a Monday
        ({"weekdays": [7]}, "2026-05-31T23:59:59", True),
        ({"weekdays": [2, 3, 4, 5, 6, 7]}, "2026-06-01T00:00:00", False),
        ({"promotion": True}, "2025-12-20T00:00:00", True),
        ({"promotion": True}, "2026-01-05T23:59:59", True),
        ({"promotion": True}, "2026-01-06T00:00:00", False),
        ({"promotion": "店庆"}, "2026-03-20T12:00:00", True),
        ({"promotion": "店庆"}, "2026-01-05T12:00:00", False),
    ],
)
def test_hours_weekdays_and_promotions(filter_of, time, expected):
    assert matches({"ordered": filter_of}, [(at(time),)]) == expected
    assert not matches({"ordered": filter_of}, [(NO_TIME,)])


@pytest.mark.parametrize(
    ("band", "price", "expected"),
    [
        ([None, 9.9], 990, True),
        ([None, 9.9], 991, False),
        ([9.9, None], 990, True),
        ([9.9, None], 989, False),
        ([9.9, 10], 1000, True),
        ([None, 9.9], NO_AMOUNT, False),
        ([0, None], NO_AMOUNT, False),
    ],
)
def test_a_price_is_known_and_between_its_ends(band, price, expected):
    assert matches({"ordered": {"product": {"price": band}}}, [(FIRST,)], [(0, 0, price)]) == expected


def test_one_line_must_have_all_that_is_asked():
    wanted = {"ordered": {"product": {"title_has": "盆", "price": [10, None]}}}
    assert not matches(wanted, [(FIRST,)], [(0, 0, 500), (0, 1, 5000)])
    assert matches(wanted, [(FIRST,)], [(0, 0, 1000), (0, 1, 500)])


@pytest.mark.parametrize(("number", "expected"), [(10**13, True), (10**13 + 1, True), (0, False)])
def test_shares_of_large_amounts_are_exact(number, expected):
    times = [(FIRST + place,) for place in range(300)]
    given = {
        "net": np.full(300, 10**13),
        "discount": np.full(300, number),
        "items": np.ones(300, np.int64),
    }
    assert matches({"field": "discount_share", "op": ">=", "value": 50}, times, **given) == expected
    third = {"net": np.full(300, 2), "discount": np.full(300, 1)}
    assert matches({"field": "discount_share", "op": ">", "value": 33.33}, times, **third)
    assert not matches({"field": "discount_share", "op": "=", "value": 33.33}, times, **third)


def test_a_later_order_is_looked_for_behind_those_of_the_same_second():
    orders = [(FIRST,), (FIRST,), (FIRST + DAY,)]
    leaf = {"first": {"which": "first"}, "then": {}}
    assert matches({"sequence": {**leaf, "within_days": 1}}, orders)
    assert not matches({"sequence": leaf}, orders[:2])


@pytest.mark.parametrize("which", ["first", "last"])
def test_of_several_orders_of_a_day_one_is_the_first_and_one_the_last(which):
    orders = [(FIRST,), (FIRST + 60,), (FIRST + 60,)]
    assert matches({"ordered": {"times": ["=", 1], "which": which}}, orders)
