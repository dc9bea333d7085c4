"""Random trees as JSON: every leaf and every key of the language, with values that the random shops have and lack."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import strategies as st

from local_db.importing.model import STATUSES
from local_db.segments.catalogue import (
    CITY_TIERS,
    COMPARISONS,
    CONSENT_CHANNELS,
    CONSENT_STATES,
    FIELDS,
    PHONE_KINDS,
    Kind,
    LeafField,
)

Json = dict[str, object]
Trees = st.SearchStrategy[Json]

PLATFORMS = ("taobao", "shopify", "jd")
SHOPS = ("猫粮铺", "Ｃａｔ Shop", "没有的店")
PROVINCES = ("", "浙江", "上海", "火星")
CITIES = ("", "杭州", "上海", "Springfield")
TIERS = ("", "金卡", "VIP 2")
TITLES = ("皇家猫粮 2kg", "Ｃａｔ food", "猫砂", "CAT FOOD 冻干", "狗粮")
TITLE_TEXTS = ("猫", "cat FOOD", "没有", "狗粮", " 2KG")
CATEGORIES = ("猫粮", "猫砂", "没有的类目")
SKUS = ("红色 S", "红色 s", "RED", "没有的")
TAGS = ("VIP", "价格敏感", "没有的")
LISTS = ("直播间", "地推", "没有的")
NOTE_TEXTS = ("送小样", "VIP", "没有")
REASONS = ("质量", "七天无理由", "No reason", "没有")
PROMOTIONS = ("双11", "618", "Double 12", "店庆", "年货节", "没有的")

comparisons = st.sampled_from(COMPARISONS)
days = st.sampled_from([1, 2, 7, 30, 180, 365, 36500])
dates = st.dates(date(2025, 1, 1), date(2026, 7, 3))
amounts = st.integers(0, 60) | st.sampled_from([0.1, 3.33, 33.33, 49.99, 10.5])


def some(texts: tuple[str, ...]) -> st.SearchStrategy[object]:
    """A text or several different ones."""
    return st.sampled_from(texts) | st.lists(st.sampled_from(texts), min_size=1, max_size=3, unique=True)


def ends(values: st.SearchStrategy) -> st.SearchStrategy[list]:
    return st.tuples(values, values).map(sorted)


def bands(values: st.SearchStrategy) -> st.SearchStrategy[list]:
    open_ended = st.booleans().flatmap(lambda low: values.map(lambda end: [end, None] if low else [None, end]))
    return ends(values) | open_ended


windows = st.one_of(
    days.map(lambda count: {"within_days": count}),
    ends(dates).map(lambda pair: {"from": pair[0].isoformat(), "to": pair[1].isoformat()}),
    dates.map(lambda day: {"from": day.isoformat()}),
    dates.map(lambda day: {"to": day.isoformat()}),
)


def few(parts: dict[str, st.SearchStrategy], least: int = 0) -> Trees:
    """An object with one or two of these keys: with many at a time next to nobody would match."""
    sets = [keys for size in range(least, 3) for keys in combinations(parts, size)]
    return st.sampled_from(sets).flatmap(lambda keys: st.fixed_dictionaries({key: parts[key] for key in keys}))


def sometimes(values: Trees) -> Trees:
    """These, or just as often nothing."""
    return st.booleans().flatmap(lambda given: values if given else st.just({}))


_LINES = {"title_has": some(TITLE_TEXTS), "category": some(CATEGORIES), "sku": some(SKUS), "price": bands(amounts)}
products = few(_LINES, 1)
hours = st.tuples(st.integers(0, 23), st.integers(1, 24)).filter(lambda pair: pair[0] != pair[1]).map(list)
_FILTERS = {
    "product": products,
    "platform": some(PLATFORMS),
    "shop": some(SHOPS),
    "status": some(STATUSES),
    "amount": bands(amounts),
    "hours": hours,
    "weekdays": st.sets(st.integers(1, 7), min_size=1).map(sorted),
    "promotion": st.just(True) | some(PROMOTIONS),
    "which": st.sampled_from(["first", "last"]),
    "after_gap_days": days,
}
order_filters = st.builds(
    lambda window, rest: {**window, **rest},
    sometimes(windows | days.map(lambda count: {"before_days": count})),
    few(_FILTERS),
)
measures = st.one_of(
    st.just({}),
    st.builds(lambda op, number: {"times": [op, number]}, comparisons, st.integers(0, 3)),
    st.builds(lambda op, number: {"sum": [op, number]}, comparisons, amounts),
    st.builds(lambda op, number: {"items": [op, number]}, comparisons, st.integers(0, 5)),
)
ordered = st.builds(lambda measure, orders: {"ordered": {**measure, **orders}}, measures, order_filters)
sequences = st.builds(
    lambda first, then, rest: {"sequence": {"first": first, "then": then, **rest}},
    order_filters,
    order_filters,
    st.fixed_dictionaries({}, optional={"within_days": days, "absent": st.just(True)}),
)
scores = ends(st.integers(1, 5))
sent = st.builds(
    lambda window, rest: {"sent": {**window, **rest}},
    sometimes(windows),
    st.fixed_dictionaries({}, optional={"channel": st.sampled_from(CONSENT_CHANNELS), "campaign": st.integers(1, 4)}),
)
refunds = st.fixed_dictionaries({}, optional={"reason_has": some(REASONS), "within_days": days})

_TEXTS = {
    "platform": PLATFORMS,
    "province": PROVINCES,
    "city": CITIES,
    "city_tier": CITY_TIERS,
    "phone_kind": PHONE_KINDS,
    "tier": TIERS,
    "shop": (*SHOPS, ""),
}
_COUNTS = {"days_since": st.integers(0, 400), "days_between": st.integers(0, 200)}


def field_leaf(entry: LeafField, op: str) -> Trees:
    """Every leaf of a field with an operator."""
    made: Json = {"field": entry.key, "op": op}
    if entry.kind is Kind.CONSENT:
        pairs = st.tuples(st.sampled_from(CONSENT_CHANNELS), st.sampled_from(CONSENT_STATES))
        return pairs.map(lambda pair: {**made, "channel": pair[0], "value": pair[1]})
    values = _VALUES[entry.kind](entry, op)
    return st.just(made) if values is None else values.map(lambda value: {**made, "value": value})


def _number(values: st.SearchStrategy, op: str) -> st.SearchStrategy:
    return ends(values) if op == "between" else values


_VALUES = {
    Kind.TEXT: lambda entry, op: (
        st.lists(st.sampled_from(_TEXTS[entry.key]), min_size=1, max_size=3, unique=True)
        if op == "in"
        else st.sampled_from(_TEXTS[entry.key])
    ),
    Kind.FLAG: lambda entry, op: st.booleans(),
    Kind.TIME: lambda entry, op: (
        None if op == "never" else days if op.endswith("_days") else dates.map(lambda day: day.isoformat())
    ),
    Kind.BIRTHDAY: lambda entry, op: {
        "known": None,
        "month": st.integers(1, 12),
        "in_days": st.integers(0, 365),
    }[op],
    Kind.NOTE: lambda entry, op: None if op == "any" else st.sampled_from(NOTE_TEXTS),
    Kind.COUNT: lambda entry, op: _number(_COUNTS.get(entry.key, st.integers(0, 5)), op),
    Kind.MONEY: lambda entry, op: _number(amounts, op),
    Kind.PERCENT: lambda entry, op: _number(st.integers(0, 120) | st.sampled_from([33.33, 33.34, 66.67, 12.5]), op),
}

fields = st.one_of(*[st.one_of(*[field_leaf(entry, op) for op in entry.ops]) for entry in FIELDS])
leaves: Trees = st.one_of(
    fields,
    fields,
    st.sampled_from(TAGS).map(lambda name: {"tag": name}),
    st.sampled_from(LISTS).map(lambda name: {"list": name}),
    ends(st.integers(0, 100)).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: {"random": pair}),
    st.fixed_dictionaries({}, optional={"r": scores, "f": scores, "m": scores}).map(lambda inner: {"rfm": inner}),
    ordered,
    ordered,
    sequences,
    sent,
    refunds.map(lambda inner: {"refund": inner}),
)


def trees(leaf: Trees = leaves, levels: int = 3) -> Trees:
    """Trees of at most so many levels of groups over these leaves."""
    found = leaf
    for _ in range(levels):
        inner = found
        found = st.one_of(
            leaf,
            st.lists(inner, max_size=3).map(lambda nodes: {"all": nodes}),
            st.lists(inner, max_size=3).map(lambda nodes: {"any": nodes}),
            inner.map(lambda node: {"not": node}),
            inner.map(lambda node: {"muted": node}),
        )
    return found
