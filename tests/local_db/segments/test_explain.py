"""Why a member is matched: each leaf's verdict is the engine's, beside the member's own value."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from local_db.roster.roster import (
    NO_AMOUNT,
    NO_TIME,
    AudienceInfo,
    Consent,
    Notes,
    RefundRows,
    Sendings,
    ShopInfo,
    TextColumn,
)
from local_db.segments import tree
from local_db.segments.evaluate import Evaluator
from local_db.segments.explain import explain
from local_db.segments.listing import SortKey, members_sorted
from tests.local_db.roster import columns
from tests.local_db.segments.reference import bucket

NOW = datetime(2026, 6, 30, tzinfo=UTC)
DAY = 86_400
TODAY = int(NOW.timestamp())
BUCKET = {member: bucket(member) for member in (10, 20, 30)}


@pytest.fixture
def evaluator():
    """Three members: two purchases of 30.00 and 10.01, one of 40.01, none."""
    codes = np.array([1, 1, 0], dtype=np.int32)
    place = TextColumn(codes, ("", "浙江"))
    members = columns.members(
        ids=np.array([10, 20, 30]),
        platform=place,
        province=place,
        city=place,
        phone_usable=np.array([True, False, False]),
        phone_group=np.array([0, -1, -1], dtype=np.int32),
        known_since=np.array([TODAY - 90 * DAY, TODAY - DAY, NO_TIME]),
        consent={"sms": np.array([Consent.GRANTED, Consent.OPTED_OUT, Consent.UNKNOWN], dtype=np.uint8)},
        tags={"VIP": np.array([False, True, False])},
        lists={"直播间": np.array([True, False, False])},
        joined=np.array([TODAY - 90 * DAY, NO_TIME, NO_TIME]),
        birthday=np.array([1231, 0, 229], dtype=np.int32),
        has_nick=np.array([True, True, False]),
        notes=Notes(np.array([0, 2, 0], dtype=np.int32), ("爱猫", "送小样", "电话少打")),
    )
    orders = columns.orders(
        member=np.array([0, 0, 1], dtype=np.int32),
        time=np.array([TODAY - 90 * DAY, TODAY - 2 * DAY, TODAY - DAY]),
        is_purchase=np.ones(3, dtype=bool),
        net=np.array([3000, 1001, 4001]),
        refunded=np.zeros(3, dtype=np.int64),
        items=np.array([1, 2, 1]),
        discount=np.array([1000, NO_AMOUNT, NO_AMOUNT]),
        shop=np.array([1, 0, 0], dtype=np.int32),
    )
    first = np.array([0], dtype=np.int32)
    lines = columns.lines(order=first, product=first)
    told = {
        "shops": (ShopInfo(1, "taobao", "喵屋"), ShopInfo(2, "jd", "汪屋")),
        "audiences": (AudienceInfo(4, "a", "sms"), AudienceInfo(5, "b", "email")),
        "sendings": Sendings(np.array([0, 0, 1]), np.array([0, 1, 0]), np.array([TODAY - 9, TODAY - 5, TODAY - 7])),
        "reasons": ("", "质量问题"),
        "refund_rows": RefundRows(np.array([0, 0]), np.array([TODAY - 9, NO_TIME]), np.array([1, 0])),
    }
    roster = columns.roster(1, ZoneInfo("UTC"), "CNY", members, orders, lines, ("猫粮",), **told)
    return Evaluator(roster, {7: tree.parse({"tag": "VIP"})})


OWN_VALUES = [
    ({"tag": "VIP"}, [False, True, False]),
    ({"tag": "nobody's"}, [False, False, False]),
    ({"field": "province", "op": "is", "value": "浙江"}, ["浙江", "浙江", ""]),
    ({"field": "has_phone", "op": "is", "value": True}, [True, False, False]),
    ({"field": "consent", "channel": "sms", "op": "is", "value": "granted"}, ["granted", "opted_out", "unknown"]),
    ({"field": "first_order", "op": "within_days", "value": 30}, [TODAY - 90 * DAY, TODAY - DAY, None]),
    ({"field": "last_order", "op": "never"}, [TODAY - 2 * DAY, TODAY - DAY, None]),
    ({"field": "orders", "op": ">", "value": 1}, [2, 1, 0]),
    ({"field": "spent", "op": ">", "value": 40.01}, [4001, 4001, 0]),
    ({"field": "average", "op": ">", "value": 30}, [2000, 4001, None]),
    ({"ordered": {"within_days": 30}}, [1, 1, 0]),
    ({"ordered": {"product": {"title_has": "猫粮"}}}, [1, 0, 0]),
    ({"ordered": {"sum": [">=", 40], "within_days": 30}}, [1001, 4001, 0]),
    ({"ordered": {"items": [">", 2]}}, [3, 1, 0]),
    ({"ordered": {"items": [">", 0], "product": {"title_has": "猫粮"}}}, [1, 0, 0]),
    ({"list": "直播间"}, [True, False, False]),
    ({"segment": 7}, [False, True, False]),
    ({"random": [0, 50]}, [BUCKET[10], BUCKET[20], BUCKET[30]]),
    ({"rfm": {"r": [5, 5]}}, [(5, 2, 1), (5, 1, 1), None]),
    ({"sequence": {"first": {}, "then": {}}}, [(TODAY - 90 * DAY, TODAY - 2 * DAY), (TODAY - DAY, None), None]),
    ({"sequence": {"first": {}, "then": {}, "absent": True}}, [(TODAY - 2 * DAY, None), (TODAY - DAY, None), None]),
    ({"sent": {}}, [TODAY - 5, TODAY - 7, None]),
    ({"sent": {"channel": "sms"}}, [TODAY - 9, TODAY - 7, None]),
    ({"refund": {}}, [(TODAY - 9, "质量问题"), None, None]),
    ({"field": "shop", "op": "is", "value": "汪屋"}, [("喵屋", "汪屋"), ("喵屋",), ()]),
    ({"field": "city_tier", "op": "is", "value": ""}, ["", "", ""]),
    ({"field": "has_nick", "op": "is", "value": True}, [True, True, False]),
    ({"field": "joined", "op": "never"}, [TODAY - 90 * DAY, None, None]),
    ({"field": "birthday", "op": "month", "value": 2}, [(12, 31), None, (2, 29)]),
    ({"field": "note", "op": "has", "value": "少打"}, [("爱猫", "电话少打"), (), ("送小样",)]),
    ({"field": "discount_share", "op": ">", "value": 20}, [25, None, None]),
    ({"field": "promo_share", "op": "=", "value": 0}, [0, 0, None]),
    ({"field": "order_days", "op": ">", "value": 1}, [2, 1, 0]),
    ({"field": "days_since", "op": ">", "value": 1}, [2, 1, None]),
    ({"field": "days_between", "op": ">", "value": 80}, [88, None, None]),
    ({"field": "overdue", "op": "<", "value": 3}, [Fraction(200, 88), None, None]),
]


@pytest.mark.parametrize(("value", "own"), OWN_VALUES)
def test_the_members_own_value_stands_beside_the_verdict(evaluator, value, own):
    node = tree.parse({"any": [{"not": value}]})
    matched = evaluator.evaluate(tree.parse(value), now=NOW).matched
    for number in range(3):
        (verdict,) = explain(evaluator, node, number, now=NOW)
        assert (verdict.path, tree.to_json(verdict.leaf)) == ("/any/0/not", value)
        assert (verdict.matches, verdict.value) == (bool(matched[number]), own[number])


def test_a_verdict_can_be_asked_as_of_a_day(evaluator):
    node = tree.parse({"field": "orders", "op": "=", "value": 1})
    (verdict,) = explain(evaluator, node, 0, now=NOW, as_of=date(2026, 5, 1))
    assert (verdict.matches, verdict.value) == (True, 1)


@pytest.mark.parametrize(
    ("by", "ascending", "expected"),
    [
        (SortKey.SPENT, False, [10, 20, 30]),  # equals stand in the order of their numbers
        (SortKey.ORDERS, False, [10, 20, 30]),
        (SortKey.ORDERS, True, [30, 20, 10]),
        (SortKey.AVERAGE, False, [20, 10, 30]),
        (SortKey.LAST_ORDER, False, [20, 10, 30]),
        (SortKey.FIRST_ORDER, True, [30, 10, 20]),
    ],
)
def test_members_are_sorted_and_paged(evaluator, by, ascending, expected):
    facts = evaluator.facts(evaluator.moment(NOW))
    everybody = np.ones(3, dtype=bool)
    pages = [
        members_sorted(evaluator.roster, facts, everybody, by=by, ascending=ascending, offset=start, limit=2)
        for start in (0, 2)
    ]
    assert [member_id for page in pages for member_id in page.ids.tolist()] == expected
    assert [page.total for page in pages] == [3, 3]
    spent = dict(zip(pages[0].ids.tolist(), pages[0].spent.tolist(), strict=True))
    assert spent.items() <= {10: 4001, 20: 4001, 30: 0}.items()


def test_only_the_matching_members_are_listed(evaluator):
    facts = evaluator.facts(evaluator.moment(NOW))
    page = members_sorted(evaluator.roster, facts, np.array([False, True, False]))
    assert (page.total, page.numbers.tolist(), page.ids.tolist()) == (1, [1], [20])
    assert (page.orders.tolist(), page.last_order.tolist()) == ([1], [TODAY - DAY])
