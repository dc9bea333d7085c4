"""Why a member is matched: each leaf's verdict is the engine's, beside the member's own value."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from local_db.roster.roster import NO_AMOUNT, NO_TIME, Consent, TextColumn
from local_db.segments import tree
from local_db.segments.evaluate import Evaluator
from local_db.segments.explain import explain
from local_db.segments.listing import SortKey, members_sorted
from tests.local_db.roster import columns

NOW = datetime(2026, 6, 30, tzinfo=UTC)
DAY = 86_400
TODAY = int(NOW.timestamp())


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
    )
    orders = columns.orders(
        member=np.array([0, 0, 1], dtype=np.int32),
        time=np.array([TODAY - 90 * DAY, TODAY - 2 * DAY, TODAY - DAY]),
        is_purchase=np.ones(3, dtype=bool),
        net=np.array([3000, 1001, 4001]),
        refunded=np.zeros(3, dtype=np.int64),
        items=np.array([1, 2, 1]),
        discount=np.full(3, NO_AMOUNT),
    )
    first = np.array([0], dtype=np.int32)
    lines = columns.lines(order=first, product=first)
    return Evaluator(columns.roster(1, ZoneInfo("UTC"), "CNY", members, orders, lines, ("猫粮",)))


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
