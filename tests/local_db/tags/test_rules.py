"""Each built-in rule on shops small enough to see who must have its tags."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.roster.local_time import local_seconds
from local_db.roster.roster import NO_TIME
from local_db.tags.evaluate import give
from local_db.tags.model import Period
from local_db.tags.periods import days_of, is_period
from local_db.tags.scene import Scene
from tests.local_db.tags.shops import NOW, Bought, Shop


def asked(rule, members, numbers=None, periods=()):
    """Per outcome, the names of who gets it; and the figures."""
    names = list(members)
    found = give(Scene(Shop(members).roster(), NOW), rule, numbers or {}, periods)
    tagged = {key: "".join(np.array(names)[mask]) if names else "" for key, mask in found.masks.items()}
    return {key: who for key, who in tagged.items() if who}, found.figures


USUAL = {"new_days": 30, "usual_active_days": 45, "usual_cooling_days": 90, "usual_asleep_days": 180}


@pytest.mark.parametrize(
    ("ages", "tag"),
    [
        ([0], "new"),
        ([29], "new"),
        ([30], "active"),
        ([0, 0], "new"),  # two orders of one day are one purchase
        ([0, 1], "active"),
        ([44], "active"),
        ([45], "cooling"),
        ([89], "cooling"),
        ([90], "asleep"),
        ([179, 400], "asleep"),
        ([180], "lost"),
        ([5000], "lost"),
        ([-3], "new"),  # a clock that is ahead
        ([None, 50], "cooling"),  # of an undated order nothing follows
    ],
)
def test_lifecycle_by_the_usual_days(ages, tag):
    assert asked("lifecycle", {"a": [Bought(age) for age in ages]}, USUAL)[0] == {tag: "a"}


def test_who_bought_nothing_or_without_a_date_has_no_lifecycle():
    members = {"a": [], "b": [Bought(None)], "c": [Bought(3, purchase=False)]}
    assert asked("lifecycle", members)[0] == {}


def regulars(*gaps):
    """One member per gap, whose last purchase was today."""
    return {chr(0x4E00 + place): [Bought(0), Bought(gap)] for place, gap in enumerate(gaps)}


def test_the_rhythm_is_that_of_the_shops_own_repurchases():
    _, figures = asked("lifecycle", regulars(*range(1, 101)), {"enough_gaps": 100})
    assert figures == {
        "gaps": 100, "own_rhythm": 1, "half_days": 50, "active_days": 50, "cooling_days": 80, "asleep_days": 95,
    }  # fmt: skip


def test_too_few_repurchases_make_no_rhythm():
    _, figures = asked("lifecycle", regulars(*range(1, 100)), USUAL | {"enough_gaps": 100})
    assert (figures["own_rhythm"], figures["active_days"], figures["asleep_days"]) == (0, 45, 180)
    assert figures["gaps"] == 99


def test_old_repurchases_and_those_of_one_day_are_no_rhythm():
    members = regulars(10, 0) | {"z": [Bought(800), Bought(830)]}
    assert asked("lifecycle", members, {"enough_gaps": 1})[1]["gaps"] == 1


def test_the_borders_rise_however_regular_the_shop_is():
    _, figures = asked("lifecycle", regulars(*[7] * 50))
    assert [figures[f"{key}_days"] for key in ("active", "cooling", "asleep")] == [7, 8, 9]


@given(st.lists(st.lists(st.none() | st.integers(-5, 900), max_size=5), max_size=30), st.integers(1, 40))
def test_every_dated_buyer_is_in_exactly_one_stage(ages, enough):
    roster = Shop({str(place): [Bought(age) for age in each] for place, each in enumerate(ages)}).roster()
    masks = give(Scene(roster, NOW), "lifecycle", {"enough_gaps": enough}, ()).masks
    stages = np.sum([*masks.values()], axis=0) if len(ages) else np.zeros(0)
    assert stages.tolist() == [int(any(age is not None for age in each)) for each in ages]


@pytest.mark.parametrize(
    ("spent", "tags", "figures"),
    [
        ([60, 20, 15, 5], {"big": "a", "middle": "b", "small": "cd"}, {"big_from": 60, "middle_from": 20}),
        ([10, 10, 10, 10], {"big": "abcd"}, {"big_from": 10, "middle_from": 10}),  # equal spending is equal
        ([50, 30, 20], {"big": "a", "middle": "b", "small": "c"}, {"big_from": 50, "middle_from": 30}),
        ([0, 0], {"small": "ab"}, {"big_from": 1, "middle_from": 1}),
        ([], {}, {"big_from": 1, "middle_from": 1}),
    ],
)
def test_spending_is_by_the_share_of_the_money(spent, tags, figures):
    members = {chr(97 + place): [Bought(9, net=net)] for place, net in enumerate(spent)}
    assert asked("spending", members, {"big_share": 50, "middle_share": 80}) == (tags, figures)


@given(st.lists(st.lists(st.integers(0, 500), max_size=3), max_size=20))
def test_every_buyer_is_in_exactly_one_band(amounts):
    roster = Shop({str(place): [Bought(net=net) for net in each] for place, each in enumerate(amounts)}).roster()
    masks = give(Scene(roster, NOW), "spending", {}, ()).masks
    assert sum(masks.values(), np.zeros(len(amounts))).tolist() == [int(bool(each)) for each in amounts]


@pytest.mark.parametrize(
    ("orders", "tag"),
    [
        ([Bought(net=85, discount=15), Bought(net=85, discount=15)], "sensitive"),
        ([Bought(net=85, discount=15), Bought(net=86, discount=14)], None),
        ([Bought(net=85, discount=15)], None),  # too few
        ([Bought(net=85, discount=15), Bought(net=85)], None),  # the second discount is unknown
        ([Bought(net=40, refunded=45, discount=15), Bought(net=85, discount=15)], "sensitive"),  # of what was paid
        ([Bought(net=85, discount=0), Bought(net=85, discount=0)], "full_price"),
        ([Bought(net=97, discount=3), Bought(net=97, discount=3)], "full_price"),
        ([Bought(net=0, discount=0), Bought(net=0, discount=0)], None),  # a share of nothing
        ([Bought(net=85, discount=15), Bought(net=85, discount=15, purchase=False)], None),
        ([], None),
    ],
)
def test_price_sensitivity_is_the_discount_of_the_full_price(orders, tag):
    numbers = {"least_orders": 2, "sensitive_share": 15, "full_price_share": 3}
    assert asked("price", {"a": orders}, numbers)[0] == ({tag: "a"} if tag else {})


@pytest.mark.parametrize(
    ("lines", "tag"),
    [
        ([0, 0], "3"),
        ([0, 0, 1], "3"),
        ([0, 1], None),
        ([0], None),  # too few
        ([0, -1, -1], None),  # of products without a category nothing follows
        ([1, 1, 1, 0, 0], "5"),
        ([0, 1, 2], "mixed"),
        ([0, 0, 1, 1, 2, 2], "mixed"),
    ],
)
def test_taste_is_the_category_of_most_lines(lines, tag):
    members = {"a": [Bought(categories=lines)], "b": [Bought(categories=[2, 2, 2], purchase=False)]}
    assert asked("taste", members)[0] == ({tag: "a"} if tag else {})


@pytest.mark.parametrize(
    ("orders", "tagged"),
    [
        ([Bought(refunded=5), Bought(refunded=5)], True),
        ([Bought(refunded=5, net=0, purchase=False), Bought(refunded=5), *[Bought()] * 4], True),  # 2 of 6
        ([Bought(refunded=5), Bought(refunded=5), *[Bought()] * 5], False),  # 2 of 7
        ([Bought(refunded=5), Bought(purchase=False)], False),
        ([Bought(refunded=5)], False),
    ],
)
def test_refund_prone_by_number_and_share(orders, tagged):
    assert asked("refunds", {"a": orders})[0] == ({"prone": "a"} if tagged else {})


@pytest.mark.parametrize(
    ("hours", "tag"),
    [
        ([5, 6, 10], "morning"),
        ([11, 16, 12], "noon"),
        ([17, 22, 20], "evening"),
        ([23, 4, 1], "night"),
        ([23, 4, 12], "night"),
        ([23, 17, 12], None),
        ([23, 23], None),  # too few
    ],
)
def test_the_part_of_the_day(hours, tag):
    orders = [Bought(place, hour=hour) for place, hour in enumerate(hours)]
    assert asked("hours", {"a": orders})[0] == ({tag: "a"} if tag else {})


def test_a_date_without_an_hour_is_not_night():
    dates = [Bought(place, hour=0, minute=0) for place in range(5)]
    assert asked("hours", {"a": dates})[0] == {}
    assert asked("hours", {"a": [Bought(place, hour=0, minute=1) for place in range(5)]})[0] == {"night": "a"}


SALES = (
    Period("双11", "10-20", "11-13"),
    Period("年货节", "2026-01-20", "2026-02-11"),
    Period("年末", "12-28", "01-02"),
)


@pytest.mark.parametrize(
    ("days", "tagged"),
    [
        (["2026-11-11", "2025-11-11"], True),
        (["2026-10-20", "2026-11-13"], True),
        (["2026-10-19", "2026-11-13"], False),
        (["2026-11-14", "2026-11-13"], False),
        (["2026-01-20", "2026-02-11"], True),
        (["2025-01-20", "2026-02-11"], False),  # that period is of one year
        (["2025-12-31", "2026-01-02", "2024-01-01"], True),  # over the turn of the year
        (["2026-11-11"], False),
    ],
)
def test_only_during_promotions(days, tagged):
    orders = [Bought(on=day) for day in days]
    assert asked("promotions", {"a": orders}, periods=SALES)[0] == ({"only": "a"} if tagged else {})


def test_a_purchase_without_a_date_was_not_during_a_promotion():
    orders = [Bought(on="2026-11-11"), Bought(on="2025-11-11"), Bought(None)]
    assert asked("promotions", {"a": orders}, periods=SALES)[0] == {}
    assert asked("promotions", {"a": orders[:2]}, periods=())[0] == {}


def test_the_leap_day_of_other_years_is_the_last_of_february():
    [(start, end)] = [pair for pair in days_of([Period("x", "02-29", "03-01")], 20150, 20200) if pair[0] > 20120]
    assert end - start == 1  # 2025: 28 February and 1 March


@pytest.mark.parametrize(
    ("start", "end", "good"),
    [
        ("10-20", "11-13", True),
        ("12-28", "01-02", True),
        ("2026-01-20", "2026-02-11", True),
        ("2026-02-11", "2026-01-20", False),
        ("10-20", "2026-11-13", False),
        ("13-01", "13-02", False),
        ("10-32", "11-13", False),
        ("", "", False),
        ("1a-20", "11-13", False),
    ],
)
def test_what_a_period_may_be(start, end, good):
    assert is_period(Period("x", start, end)) is good
    assert not is_period(Period(" ", start, end))


@given(
    st.lists(st.integers(-86_400 * 400, 2_524_608_000), max_size=20),
    st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]),
)
def test_local_seconds_are_those_of_the_zone(times, name):
    zone = ZoneInfo(name)
    expected = [
        int((datetime.fromtimestamp(time, UTC).astimezone(zone).replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC))
            / timedelta(seconds=1))
        for time in times
    ]  # fmt: skip
    assert local_seconds(np.array(times, dtype=np.int64), zone).tolist() == expected


@pytest.mark.parametrize("second", [-1, 0, 1])
def test_local_seconds_at_the_change_of_the_clock(second):
    zone = ZoneInfo("Europe/Berlin")
    change = int(datetime(2026, 3, 29, 1, tzinfo=UTC).timestamp()) + second
    assert local_seconds(np.array([change]), zone)[0] - change == (3600 if second < 0 else 7200)


def test_rules_say_nothing_of_an_empty_shop():
    for rule in ("lifecycle", "spending", "price", "taste", "refunds", "hours", "promotions"):
        assert asked(rule, {}, periods=SALES)[0] == {}
    assert NO_TIME < 0
