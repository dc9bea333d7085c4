"""A segment in words: complete in both languages, natural where it is read most."""

from __future__ import annotations

import string
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.segments import sentence as words
from desktop.segments.sentence import leaf_chips, sentence
from local_db.segments import tree
from local_db.segments.catalogue import COMPARISONS, CONSENT_CHANNELS, CONSENT_STATES, FIELDS, Kind

CAT_FOOD = {"title_has": "猫粮"}

SAID = [
    (
        {
            "all": [
                {"ordered": {"times": [">=", 2], "within_days": 180, "product": CAT_FOOD}},
                {"not": {"ordered": {"within_days": 60}}},
                {"any": [{"field": "province", "op": "is", "value": name} for name in ("浙江", "上海")]},
            ]
        },
        "近 180 天买过标题含“猫粮”的商品至少 2 次，近 60 天没有下单，并且省份是浙江或上海",
        (
            "bought a product titled “猫粮” at least 2 times in the last 180 days, has not ordered in the last 60 days,"
            " and lives in 浙江 or 上海"
        ),
    ),
    ({"all": []}, "全部会员", "every member"),
    ({"any": []}, "没有任何会员", "no member at all"),
    ({"not": {"all": []}}, "没有任何会员", "no member at all"),
    ({"not": {"not": {"tag": "VIP"}}}, "有标签“VIP”", "is tagged “VIP”"),
    ({"not": {"tag": "价格敏感"}}, "没有标签“价格敏感”", "is not tagged “价格敏感”"),
    ({"ordered": {}}, "下过单", "has ordered"),
    ({"not": {"ordered": {}}}, "从未下过单", "has never ordered"),
    ({"ordered": {"within_days": 1}}, "今天下过单", "ordered today"),
    ({"ordered": {"times": ["<", 3], "to": "2026-06-30"}}, "截至 2026-06-30 下单少于 3 次",
     "ordered fewer than 3 times until 2026-06-30"),
    ({"not": {"ordered": {"times": [">", 1]}}}, "下单最多 1 次", "ordered at most once"),
    ({"ordered": {"from": "2026-01-01", "to": "2026-06-30", "product": {"title_has": ["猫粮", "猫砂"]}}},
     "2026-01-01 至 2026-06-30 买过标题含“猫粮”或“猫砂”的商品",
     "bought a product titled “猫粮” or “猫砂” from 2026-01-01 to 2026-06-30"),
    ({"field": "spent", "op": ">=", "value": 1200.5}, "累计实付不少于 ¥1,200.50", "has spent at least ¥1,200.50"),
    ({"not": {"field": "spent", "op": ">=", "value": 200}}, "累计实付少于 ¥200", "has spent less than ¥200"),
    ({"not": {"field": "average", "op": ">=", "value": 200}}, "客单价并非不少于 ¥200",
     "does not spend at least ¥200 per order on average"),
    ({"field": "orders", "op": "<", "value": 3}, "累计下单少于 3 笔", "has placed fewer than 3 orders"),
    ({"field": "orders", "op": "!=", "value": 1}, "累计下单并非正好 1 笔", "has not placed exactly 1 order"),
    ({"field": "items", "op": "between", "value": [1, 3]}, "购买件数 1 到 3 件",
     "has bought between 1 and 3 pieces"),
    ({"field": "last_order", "op": "before_days", "value": 90}, "上次下单在 90 天以前",
     "placed the last order more than 90 days ago"),
    ({"not": {"field": "first_order", "op": "within_days", "value": 30}}, "首次下单不在近 30 天内",
     "did not place the first order in the last 30 days"),
    ({"field": "last_order", "op": "never"}, "从未下过单", "has never ordered"),
    ({"field": "platform", "op": "is", "value": "taobao"}, "来自淘宝", "buys on Taobao"),
    ({"field": "province", "op": "is_not", "value": ""}, "省份已知", "has a known province"),
    ({"field": "has_phone", "op": "is", "value": False}, "没有可用手机号", "has no usable phone number"),
    ({"not": {"field": "consent", "channel": "sms", "op": "is", "value": "opted_out"}}, "未退订短信",
     "has not opted out of SMS"),
    ({"field": "consent", "channel": "sms", "op": "is", "value": "not_granted"}, "未同意接收短信",
     "did not subscribe to SMS"),
    ({"field": "consent", "channel": "sms", "op": "is", "value": "unknown"}, "未记录是否同意接收短信",
     "has no recorded consent for SMS"),
    ({"field": "refunds", "op": ">=", "value": 2}, "有过退款的订单不少于 2 笔", "has had refunds on at least 2 orders"),
    ({"any": [{"tag": "a"}, {"all": [{"tag": "b"}, {"tag": "c"}]}]}, "有标签“a”，或者（有标签“b”，并且有标签“c”）",
     "is tagged “a” or (is tagged “b” and is tagged “c”)"),
    ({"not": {"any": [{"tag": "a"}, {"tag": "b"}]}}, "不符合（有标签“a”，或者有标签“b”）",
     "does not meet (is tagged “a” or is tagged “b”)"),
    ({"tag": "{name}"}, "有标签“{name}”", "is tagged “{name}”"),
    ({"field": "province", "op": "is", "value": "is.yes"}, "省份是is.yes", "lives in is.yes"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "chinese", "english"), SAID)
def test_what_is_said(value, chinese, english):
    node = tree.parse(value)
    assert (sentence(node, "zh"), sentence(node, "en")) == (chinese, english)


def test_amounts_are_said_in_the_currency_of_the_shop():
    node = tree.parse({"field": "spent", "op": ">", "value": 20})
    said = [sentence(node, "en", currency) for currency in ("USD", "SEK")]
    assert said == ["has spent more than $20", "has spent more than 20 SEK"]


CHIPS = [
    ({"ordered": {"times": [">=", 2], "within_days": 180, "product": CAT_FOOD}},
     ["label 下单", "quiet 近 180 天", "quiet 商品标题 猫粮", "value 至少 2 次"]),
    ({"ordered": {"within_days": 60}}, ["label 下单", "quiet 近 60 天"]),
    ({"field": "province", "op": "is", "value": "浙江"}, ["label 省份", "quiet 是", "value 浙江"]),
    ({"field": "spent", "op": ">=", "value": 200}, ["label 累计实付", "quiet 不少于", "value ¥200"]),
    ({"tag": "价格敏感"}, ["label 标签", "quiet 包含", "value 价格敏感"]),
    ({"field": "last_order", "op": "within_days", "value": 30}, ["label 上次下单", "value 近 30 天内"]),
    ({"field": "last_order", "op": "never"}, ["label 上次下单", "value 从未"]),
    ({"field": "has_phone", "op": "is", "value": True}, ["label 可用手机号", "value 有"]),
    ({"field": "consent", "channel": "sms", "op": "is", "value": "granted"},
     ["label 接收意愿", "quiet 短信", "value 已同意"]),
    ({"field": "orders", "op": "between", "value": [2, 5]}, ["label 累计下单", "quiet 介于", "value 2 到 5 笔"]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "chips"), CHIPS)
def test_chips_of_a_row(value, chips):
    assert [f"{chip.kind} {chip.text}" for chip in leaf_chips(tree.parse(value), "zh")] == chips


# --- completeness ---

texts = st.text("浙江省猫粮VIPabc-0", min_size=1, max_size=6).filter(str.strip)
numbers = st.integers(0, 3) | st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 2))
days = st.integers(1, 400)
dates = st.dates(min_value=tree.FIRST_DAY, max_value=tree.LAST_DAY).map(str)


def leaf(key: str, op: str) -> st.SearchStrategy[dict]:
    """Every leaf of one field and operator."""
    kind = next(entry.kind for entry in FIELDS if entry.key == key)
    made = {"field": key, "op": op}
    if op == "never":
        return st.just(made)
    if kind is Kind.CONSENT:
        pairs = st.tuples(st.sampled_from(CONSENT_CHANNELS), st.sampled_from(CONSENT_STATES))
        return pairs.map(lambda pair: {**made, "channel": pair[0], "value": pair[1]})
    return VALUES[kind](op).map(lambda value: {**made, "value": value})


VALUES = {
    Kind.TEXT: lambda op: st.lists(texts | st.just(""), min_size=1, max_size=4) if op == "in" else texts | st.just(""),
    Kind.FLAG: lambda op: st.booleans(),
    Kind.TIME: lambda op: days if op.endswith("days") else dates,
    Kind.COUNT: lambda op: ends(st.integers(0, 9)) if op == "between" else st.integers(0, 9),
    Kind.MONEY: lambda op: ends(numbers) if op == "between" else numbers,
}


def ends(values: st.SearchStrategy) -> st.SearchStrategy[list]:
    return st.tuples(values, values).map(sorted)


WINDOWS = [{"within_days": 30}, {"within_days": 1}, {"from": "2026-01-01"}, {"to": "2026-01-01"}]
WINDOWS += [{}, {"from": "2026-01-01", "to": "2026-02-01"}]

ordered = st.fixed_dictionaries(
    {},
    optional={
        "times": st.tuples(st.sampled_from(COMPARISONS), st.integers(0, 3)).map(list),
        "product": st.fixed_dictionaries({"title_has": texts | st.lists(texts, min_size=1, max_size=3)}),
    },
).flatmap(lambda rest: st.sampled_from(WINDOWS).map(lambda window: {"ordered": {**rest, **window}}))
leaves = st.one_of(
    *[leaf(entry.key, op) for entry in FIELDS for op in entry.ops], ordered, texts.map(lambda name: {"tag": name})
)
trees = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda nodes: {"all": nodes})
        | st.lists(inner, max_size=4).map(lambda nodes: {"any": nodes})
        | inner.map(lambda node: {"not": node})
    ),
    max_leaves=8,
)


@settings(max_examples=500, deadline=None)
@given(trees)
def test_every_tree_can_be_said_in_both_languages(value):
    node = tree.parse(value)
    for language in ("zh", "en"):
        said = sentence(node, language)
        assert said.strip()
        assert not any(wrong in said for wrong in ("{", "}", "None", "Decimal", "  ", "？"))
        assert sentence(tree.Not(tree.Not(node)), language) == said


@settings(max_examples=300, deadline=None)
@given(leaves)
def test_every_leaf_has_chips_in_both_languages(value):
    for language in ("zh", "en"):
        label, *parts = leaf_chips(tree.parse(value), language)
        assert label.kind == "label"
        assert all(part.kind != "label" and part.text for part in parts)
        assert not any(wrong in part.text for part in parts for wrong in ("{", "}", "None"))


def test_both_languages_have_the_same_words_with_the_same_places():
    chinese, english = words._WORDS["zh"], words._WORDS["en"]
    assert set(chinese) == set(english)
    counts = {"times", "n"}  # the one says the number with its unit, the other without
    for key in chinese:
        assert places(chinese[key]) - counts == places(english[key]) - counts, key


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_field_and_operator_has_a_name(language):
    for entry in FIELDS:
        assert words.field_label(entry.key, language)
        assert all(words.op_label(op, language) for op in entry.ops)


def test_words_need_no_qt():
    check = "import sys, desktop.segments.sentence; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
