"""The engine against a plain reading of each member, one by one, over random shops and random trees."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.roster.roster import NO_AMOUNT, NO_TIME, Consent, Roster, TextColumn
from local_db.segments import tree
from local_db.segments.evaluate import Evaluator, LeafCache, evaluate
from tests.local_db.roster import columns

ZONES = [ZoneInfo(name) for name in ("Asia/Shanghai", "America/New_York", "UTC", "Pacific/Auckland")]
NOW = datetime(2026, 6, 30, 15, 59, 59, tzinfo=UTC)  # 23:59:59 in Shanghai, the next day in Auckland
TITLES = ("皇家猫粮 2kg", "Ｃａｔ food", "猫砂", "CAT FOOD 冻干", "狗粮")
PROVINCES = ("", "浙江", "上海")
CHANNELS = ("sms", "email", "call")
WORST = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


# --- a shop as plain objects ---


@dataclass
class PlainOrder:
    time: datetime | None
    is_purchase: bool
    net: int
    refunded: int
    items: int
    titles: list[str | None] = field(default_factory=list)


@dataclass
class PlainMember:
    platform: str
    province: str
    city: str
    has_phone: bool
    joined: datetime | None
    consent: dict[str, str]
    tags: set[str]
    orders: list[PlainOrder]

    @property
    def known_since(self) -> datetime | None:
        times = [order.time for order in self.orders if order.time] + ([self.joined] if self.joined else [])
        return min(times, default=None)


def moments() -> st.SearchStrategy[datetime]:
    """Times near midnights of the zones, and anywhere in two years."""
    hours = st.integers(-24 * 500, 24 * 5).map(lambda count: NOW.replace(minute=0, second=0) + timedelta(hours=count))
    return st.builds(lambda hour, second: hour + timedelta(seconds=second), hours, st.sampled_from([-1, 0, 1]))


orders = st.builds(
    PlainOrder,
    time=st.none() | moments(),
    is_purchase=st.booleans(),
    net=st.integers(0, 30).map(lambda yuan: yuan * 1000) | st.integers(0, 30_000),
    refunded=st.sampled_from([0, 0, 1, 5000]),
    items=st.integers(0, 3),
    titles=st.lists(st.none() | st.sampled_from(TITLES), max_size=2),
)
members = st.builds(
    PlainMember,
    platform=st.sampled_from(["taobao", "shopify"]),
    province=st.sampled_from(PROVINCES),
    city=st.sampled_from(["", "杭州"]),
    has_phone=st.booleans(),
    joined=st.none() | moments(),
    consent=st.fixed_dictionaries(
        {channel: st.sampled_from(["unknown", "granted", "not_granted", "opted_out"]) for channel in CHANNELS}
    ),
    tags=st.sets(st.sampled_from(["VIP", "价格敏感"])),
    orders=st.lists(orders, max_size=4),
)
shops = st.lists(members, max_size=6)


def roster_of(shop: list[PlainMember], zone: ZoneInfo) -> Roster:
    """The same shop as columns."""
    rows = []
    for number, member in enumerate(shop):
        rows += [(number, seconds(order.time), order) for order in member.orders]
    rows.sort(key=lambda row: row[:2])
    lines = [(place, title) for place, row in enumerate(rows) for title in row[2].titles]
    return columns.roster(
        version=1,
        zone=zone,
        currency="CNY",
        members=columns.members(
            ids=np.arange(len(shop)) * 2 + 5,
            platform=texts([member.platform for member in shop]),
            province=texts([member.province for member in shop]),
            city=texts([member.city for member in shop]),
            phone_usable=np.array([member.has_phone for member in shop], dtype=bool),
            phone_group=np.arange(len(shop), dtype=np.int32),
            known_since=ints([seconds(member.known_since) for member in shop]),
            consent={
                channel: np.array([Consent[member.consent[channel].upper()] for member in shop], dtype=np.uint8)
                for channel in CHANNELS
            },
            tags={tag: np.array([tag in member.tags for member in shop], dtype=bool) for tag in ("VIP", "价格敏感")},
        ),
        orders=columns.orders(
            member=np.array([row[0] for row in rows], dtype=np.int32),
            time=ints([row[1] for row in rows]),
            is_purchase=np.array([row[2].is_purchase for row in rows], dtype=bool),
            net=ints([row[2].net for row in rows]),
            refunded=ints([row[2].refunded for row in rows]),
            items=ints([row[2].items for row in rows]),
            discount=ints([NO_AMOUNT for _ in rows]),
        ),
        lines=columns.lines(
            order=np.array([place for place, _ in lines], dtype=np.int32),
            product=np.array([TITLES.index(title) if title else -1 for _, title in lines], dtype=np.int32),
            quantity=ints([1 for _ in lines]),
            price=ints([NO_AMOUNT for _ in lines]),
            category=np.full(len(lines), -1, dtype=np.int32),
        ),
        product_titles=TITLES,
    )


def seconds(moment: datetime | None) -> int:
    return NO_TIME if moment is None else int(moment.timestamp())


def ints(values: list[int]) -> np.ndarray:
    return np.array(values, dtype=np.int64)


def texts(values: list[str]) -> TextColumn:
    names = ["", *sorted(set(values) - {""})]
    return TextColumn(np.array([names.index(value) for value in values], dtype=np.int32), tuple(names))


# --- random trees, as JSON ---

days = st.sampled_from([1, 2, 30, 180, 365, 36500])
dates = st.dates(date(2025, 1, 1), date(2026, 7, 3))
comparisons = st.sampled_from(["=", "!=", ">", ">=", "<", "<="])


def number_leaf(name: str, values: st.SearchStrategy[float]) -> st.SearchStrategy[dict]:
    simple = st.builds(lambda op, value: {"field": name, "op": op, "value": value}, comparisons, values)
    ends = st.tuples(values, values).map(sorted)
    return simple | ends.map(lambda pair: {"field": name, "op": "between", "value": list(pair)})


def text_leaf(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[dict]:
    return st.builds(
        lambda op, value: {"field": name, "op": op, "value": value}, st.sampled_from(["is", "is_not"]), values
    ) | st.lists(values, min_size=1, max_size=3).map(lambda many: {"field": name, "op": "in", "value": many})


def time_leaf(name: str) -> st.SearchStrategy[dict]:
    by_days = st.builds(
        lambda op, value: {"field": name, "op": op, "value": value},
        st.sampled_from(["within_days", "before_days"]),
        days,
    )
    by_date = st.builds(
        lambda op, value: {"field": name, "op": op, "value": value.isoformat()},
        st.sampled_from(["on_or_after", "before"]),
        dates,
    )
    return by_days | by_date | st.just({"field": name, "op": "never"})


def ordered_window(choice: tuple) -> dict:
    within, ends = choice
    if within is not None:
        return {"within_days": within}
    low, high = sorted(ends)
    return {"from": low.isoformat(), "to": high.isoformat()}


ordered = st.builds(
    lambda times, window, product: {"ordered": {**times, **window, **product}},
    st.just({}) | st.tuples(comparisons, st.integers(0, 3)).map(lambda pair: {"times": list(pair)}),
    st.just({})
    | st.tuples(st.none() | days, st.tuples(dates, dates)).map(ordered_window)
    | dates.map(lambda day: {"to": day.isoformat()})
    | dates.map(lambda day: {"from": day.isoformat()}),
    st.just({})
    | st.sampled_from(["猫", "cat FOOD", "没有", ["猫砂", "狗粮"]]).map(lambda text: {"product": {"title_has": text}}),
)
leaves = st.one_of(
    text_leaf("platform", st.sampled_from(["taobao", "SHOPIFY", "jd"])),
    text_leaf("province", st.sampled_from([*PROVINCES, "火星"])),
    text_leaf("city", st.sampled_from(["", "杭州"])),
    st.booleans().map(lambda yes: {"field": "has_phone", "op": "is", "value": yes}),
    st.builds(
        lambda channel, state: {"field": "consent", "channel": channel, "op": "is", "value": state},
        st.sampled_from(CHANNELS),
        st.sampled_from(["granted", "not_granted", "opted_out", "unknown"]),
    ),
    st.sampled_from(["VIP", "价格敏感", "没有的"]).map(lambda name: {"tag": name}),
    time_leaf("first_order"),
    time_leaf("last_order"),
    number_leaf("orders", st.integers(0, 4)),
    number_leaf("refunds", st.integers(0, 2)),
    number_leaf("items", st.integers(0, 6)),
    number_leaf("spent", st.integers(0, 60) | st.sampled_from([0.1, 33.33, 49.99])),
    number_leaf("average", st.integers(0, 30) | st.sampled_from([3.33, 10.5])),
    ordered,
)
trees = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda nodes: {"all": nodes})
        | st.lists(inner, max_size=3).map(lambda nodes: {"any": nodes})
        | inner.map(lambda node: {"not": node})
    ),
    max_leaves=6,
)


# --- the plain reading, which knows nothing of the engine ---

PLAIN_COMPARE = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "between": lambda a, b: b[0] <= a <= b[1],
}


class PlainReading:
    """Whether one member matches, from the definitions in docs/segments.md."""

    def __init__(self, zone: ZoneInfo, as_of: date | None) -> None:
        self.zone = zone
        self.as_of = as_of
        self.today = as_of or NOW.astimezone(zone).date()

    def day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()

    def exists(self, moment: datetime | None) -> bool:
        return self.as_of is None or moment is None or self.day(moment) <= self.as_of

    def matches(self, member: PlainMember, node: dict) -> bool:
        if "all" in node:
            return all(self.matches(member, child) for child in node["all"])
        if "any" in node:
            return any(self.matches(member, child) for child in node["any"])
        if "not" in node:
            return not self.matches(member, node["not"])
        if "tag" in node:
            return node["tag"] in member.tags
        existing = [order for order in member.orders if self.exists(order.time)]
        if "ordered" in node:
            return self.ordered(existing, node["ordered"])
        return self.field(member, existing, node)

    def ordered(self, existing: list[PlainOrder], wanted: dict) -> bool:
        op, times = wanted.get("times", [">=", 1])
        counted = 0
        for order in existing:
            if order.is_purchase and self.in_window(order, wanted) and self.has_title(order, wanted):
                counted += 1
        return PLAIN_COMPARE[op](counted, times)

    def in_window(self, order: PlainOrder, wanted: dict) -> bool:
        if not {"within_days", "from", "to"} & set(wanted):
            return True
        if order.time is None:
            return False
        day = self.day(order.time)
        if "within_days" in wanted:
            return (self.today - day).days < wanted["within_days"]
        return wanted.get("from", "") <= day.isoformat() <= wanted.get("to", "9999")

    def has_title(self, order: PlainOrder, wanted: dict) -> bool:
        if "product" not in wanted:
            return True
        texts = wanted["product"]["title_has"]
        texts = [texts] if isinstance(texts, str) else texts
        plain = [title.replace("Ｃａｔ", "cat").lower() for title in order.titles if title]
        return any(text.lower() in title for text in texts for title in plain)

    def field(self, member: PlainMember, existing: list[PlainOrder], node: dict) -> bool:
        name, op, value = node["field"], node["op"], node.get("value")
        bought = [order for order in existing if order.is_purchase]
        if name in {"platform", "province", "city"}:
            own = getattr(member, name).lower()
            if op == "in":
                return own in [text.lower() for text in value]
            return (own == value.lower()) == (op == "is")
        if name == "has_phone":
            return member.has_phone == value
        if name == "consent":
            return member.consent[node["channel"]] == value
        if name in {"first_order", "last_order"}:
            return self.time(name, op, value, bought)
        number = self.number(name, bought, existing)
        if number is None:
            return False
        exact = [Fraction(Decimal(str(part))) for part in (value if isinstance(value, list) else [value])]
        return PLAIN_COMPARE[op](number, exact if op == "between" else exact[0])

    def time(self, name: str, op: str, value: object, bought: list[PlainOrder]) -> bool:
        if op == "never":
            return not bought
        days = sorted(self.day(order.time) for order in bought if order.time)
        if not days:
            return False
        day = days[0] if name == "first_order" else days[-1]
        ago = (self.today - day).days
        return {
            "within_days": lambda: ago < value,
            "before_days": lambda: ago >= value,
            "on_or_after": lambda: day.isoformat() >= value,
            "before": lambda: day.isoformat() < value,
        }[op]()

    def number(self, name: str, bought: list[PlainOrder], existing: list[PlainOrder]) -> Fraction | None:
        spent = Fraction(sum(order.net for order in bought), 100)
        if name == "average":
            return spent / len(bought) if bought else None
        return {
            "orders": lambda: Fraction(len(bought)),
            "spent": lambda: spent,
            "items": lambda: Fraction(sum(order.items for order in bought)),
            "refunds": lambda: Fraction(sum(order.refunded > 0 for order in existing)),
        }[name]()


# --- the rules ---

as_ofs = st.none() | dates


@WORST
@given(shop=shops, node=trees, zone=st.sampled_from(ZONES), as_of=as_ofs)
def test_engine_agrees_with_a_plain_reading_of_each_member(shop, node, zone, as_of):
    found = evaluate(roster_of(shop, zone), tree.parse(node), now=NOW, as_of=as_of)
    plain = PlainReading(zone, as_of)
    here = [plain.exists(member.known_since) for member in shop]
    expected = [there and plain.matches(member, node) for member, there in zip(shop, here, strict=True)]
    assert found.matched.tolist() == expected
    assert (found.count, found.everybody) == (sum(expected), sum(here))


@settings(WORST, max_examples=60)
@given(shop=shops, node=trees, other=trees, as_of=as_ofs)
def test_boolean_identities(shop, node, other, as_of):
    evaluator = Evaluator(roster_of(shop, ZONES[0]))

    def who(value: dict) -> list[bool]:
        return evaluator.evaluate(tree.parse(value), now=NOW, as_of=as_of).matched.tolist()

    assert who({"not": {"not": node}}) == who(node)
    assert who({"not": {"all": [node, other]}}) == who({"any": [{"not": node}, {"not": other}]})
    assert who({"not": {"any": [node, other]}}) == who({"all": [{"not": node}, {"not": other}]})
    assert who({"all": [node, other]}) == who({"all": [other, node]})
    assert sum(who(node)) + sum(who({"not": node})) == sum(who({"all": []}))
    assert not any(who({"any": []}))


@settings(WORST, max_examples=60)
@given(shop=shops, nodes=st.lists(trees, max_size=4), as_of=as_ofs)
def test_each_row_of_all_says_what_it_removes(shop, nodes, as_of):
    evaluator = Evaluator(roster_of(shop, ZONES[0]))
    whole = evaluator.evaluate(tree.parse({"all": nodes}), now=NOW, as_of=as_of)
    by_path = {node.path: node for node in whole.nodes}
    assert by_path[""].removes == whole.everybody - whole.count
    assert sum(by_path[f"/all/{place}"].removes for place in range(len(nodes))) == whole.everybody - whole.count
    for place in range(len(nodes)):
        above = evaluator.evaluate(tree.parse({"all": nodes[:place]}), now=NOW, as_of=as_of).count
        below = evaluator.evaluate(tree.parse({"all": nodes[: place + 1]}), now=NOW, as_of=as_of).count
        assert by_path[f"/all/{place}"].removes == above - below


@settings(WORST, max_examples=60)
@given(shop=shops, node=trees, as_of=as_ofs)
def test_each_node_counts_what_it_matches_alone(shop, node, as_of):
    evaluator = Evaluator(roster_of(shop, ZONES[0]))
    whole = evaluator.evaluate(tree.parse(node), now=NOW, as_of=as_of)
    parts = list(tree.walk(tree.parse(node)))
    assert [count.path for count in whole.nodes] == [path for path, _ in parts]
    for counted, (_, part) in zip(whole.nodes, parts, strict=True):
        assert counted.count == evaluator.evaluate(part, now=NOW, as_of=as_of).count


def test_children_of_any_and_not_remove_nothing():
    roster = roster_of([], ZONES[0])
    found = evaluate(roster, tree.parse({"any": [{"not": {"tag": "VIP"}}, {"tag": "VIP"}]}), now=NOW)
    assert [node.removes for node in found.nodes] == [0, 0, 0, 0]


def bought_at(*times: datetime | None) -> PlainMember:
    orders = [PlainOrder(time, True, 1000, 0, 1) for time in times]
    return PlainMember("taobao", "", "", True, None, dict.fromkeys(CHANNELS, "unknown"), set(), orders)


@pytest.mark.parametrize(
    ("zone", "local", "days", "expected"),
    [
        ("Asia/Shanghai", "2026-06-30T00:00:00", 1, True),  # the first instant of today is in "the last day"
        ("Asia/Shanghai", "2026-06-29T23:59:59", 1, False),
        ("Asia/Shanghai", "2026-06-29T00:00:00", 2, True),
        ("Pacific/Auckland", "2026-06-30T23:59:59", 1, False),  # there it is 1 July already
        ("Pacific/Auckland", "2026-07-01T00:00:00", 1, True),
    ],
)
def test_a_day_begins_at_midnight_of_the_shop(zone, local, days, expected):
    bought = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
    roster = roster_of([bought_at(bought)], ZoneInfo(zone))
    for node in ({"ordered": {"within_days": days}}, {"field": "last_order", "op": "within_days", "value": days}):
        assert evaluate(roster, tree.parse(node), now=NOW).count == expected
    for node in ({"ordered": {"before_days": days}}, {"field": "last_order", "op": "before_days", "value": days}):
        assert evaluate(roster, tree.parse(node), now=NOW).count == (not expected)


def test_a_day_of_23_hours_is_one_day():
    zone = ZoneInfo("America/New_York")  # the clocks went forward on 2026-03-08
    roster = roster_of([bought_at(datetime(2026, 3, 8, 0, 30, tzinfo=zone))], zone)
    node = tree.parse({"ordered": {"within_days": 1}})
    assert evaluate(roster, node, now=NOW, as_of=date(2026, 3, 8)).count == 1
    assert evaluate(roster, node, now=NOW, as_of=date(2026, 3, 9)).count == 0
    assert evaluate(roster, node, now=NOW, as_of=date(2026, 3, 7)).everybody == 0


MIDNIGHT = datetime(2026, 6, 1, tzinfo=ZONES[0])


@pytest.mark.parametrize(("bought", "expected"), [(MIDNIGHT - timedelta(seconds=1), 1), (MIDNIGHT, 0)])
def test_the_next_midnight_belongs_to_the_next_day(bought, expected):
    roster, last_of_may = roster_of([bought_at(bought)], ZONES[0]), date(2026, 5, 31)
    until_may = tree.parse({"ordered": {"to": last_of_may.isoformat()}})
    assert evaluate(roster, until_may, now=NOW).count == expected
    assert evaluate(roster, tree.All(), now=NOW, as_of=last_of_may).count == expected
    before_june = tree.parse({"field": "last_order", "op": "before", "value": "2026-06-01"})
    assert evaluate(roster, before_june, now=NOW).count == expected


@pytest.mark.parametrize(
    ("titles", "wanted", "expected"),
    [
        (["Ｃａｔ food"], "cat", 1),
        (["CAT FOOD 冻干"], "ｃａｔ　ｆｏｏｄ", 1),
        (["猫砂"], ["狗粮", "猫砂"], 1),
        ([None], TITLES[-1], 0),  # a line without a product has no title, not the last one
        (["猫砂", "狗粮"], "猫砂狗粮", 0),
        (["猫砂", "猫砂"], "猫砂", 1),  # an order with two such lines counts once
    ],
)
def test_titles_are_compared_without_case_and_width(titles, wanted, expected):
    member = bought_at(NOW)
    member.orders[0].titles = titles
    node = tree.parse({"ordered": {"times": ["=", 1], "product": {"title_has": wanted}}})
    assert evaluate(roster_of([member], ZONES[0]), node, now=NOW).count == expected


def test_one_evaluator_keeps_the_days_apart():
    evaluator = Evaluator(roster_of([bought_at(MIDNIGHT)], ZONES[0]))
    node = tree.parse({"field": "last_order", "op": "within_days", "value": 2})
    asked = [date(2026, 6, 1), date(2026, 6, 3), date(2026, 6, 2), None, date(2026, 6, 1)]
    assert [evaluator.evaluate(node, now=NOW, as_of=day).count for day in asked] == [1, 0, 1, 0, 1]


def test_average_is_compared_exactly():
    member = bought_at(NOW, NOW, NOW)  # 100.00 over three orders: a third cannot be written in decimals
    member.orders[0].net, member.orders[1].net, member.orders[2].net = 10000, 0, 0
    roster = roster_of([member], ZONES[0])
    for op, value, expected in ((">", 33.33, True), ("<", 33.34, True), ("=", 33.33, False)):
        node = tree.parse({"field": "average", "op": op, "value": value})
        assert evaluate(roster, node, now=NOW).count == expected


def test_the_largest_amounts_do_not_overflow():
    roster = roster_of([bought_at(NOW)], ZONES[0])
    node = tree.parse({"field": "average", "op": "<", "value": 1_000_000_000})
    assert evaluate(roster, node, now=NOW).count == 1


def test_a_cache_serves_one_roster_at_a_time():
    cache, node = LeafCache(), tree.parse({"field": "orders", "op": ">=", "value": 1})
    before, after = roster_of([bought_at()], ZONES[0]), roster_of([bought_at(NOW)], ZONES[0])
    assert [evaluate(roster, node, now=NOW, cache=cache).count for roster in (before, after, before)] == [0, 1, 0]
    assert cache.evaluator(before) is cache.evaluator(before)


def test_answers_cannot_be_written_to_by_accident():
    roster = roster_of([bought_at(NOW)], ZONES[0])
    for node in ({"all": []}, {"tag": "VIP"}):
        with pytest.raises(ValueError, match="read-only"):
            evaluate(roster, tree.parse(node), now=NOW).matched[0] = True
