"""A segment in words: complete in both languages, natural where it is read most."""

from __future__ import annotations

import string
import subprocess
import sys

import pytest
from hypothesis import given, settings

from desktop.segments.sentence import Names, field_label, leaf_chips, op_label, sentence
from desktop.segments.sentence.voice import WORDS
from local_db.segments import tree
from local_db.segments.catalogue import FIELDS
from tests.local_db.segments.random_trees import leaves, trees

CAT_FOOD = {"title_has": "猫粮"}

NAMES = Names(segments={3: "老客"}, audiences={4: "双12"})

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
    # orders, filtered
    ({"ordered": {"within_days": 180, "platform": ["taobao"], "weekdays": [6, 7], "hours": [20, 23]}},
     "近 180 天在淘宝、在周六或周日、在 20 点到 23 点下过单",
     "ordered on Taobao on Saturdays or Sundays between 20:00 and 23:00 in the last 180 days"),
    ({"ordered": {"before_days": 90, "weekdays": [1, 2, 3, 4, 5], "hours": [22, 6]}},
     "90 天以前在周一到周五、在 22 点到次日 6 点下过单",
     "ordered on Mondays to Fridays between 22:00 and 6:00 of the next day more than 90 days ago"),
    ({"ordered": {"product": {"title_has": "猫粮", "category": "主粮", "price": [50, None]}}},
     "买过标题含“猫粮”、类目是“主粮”、单价 ¥50 及以上的商品",
     "bought a product titled “猫粮”, in the category “主粮” and at ¥50 or more each"),
    ({"ordered": {"promotion": True}}, "在大促期间下过单", "ordered during a promotion"),
    ({"ordered": {"promotion": ["双11", "618"], "times": ["=", 0]}}, "没有在双11或618期间下单",
     "has not ordered during 双11 or 618"),
    ({"not": {"ordered": {"within_days": 60, "shop": "喵屋"}}}, "近 60 天没有在店铺“喵屋”下单",
     "has not ordered in the shop “喵屋” in the last 60 days"),
    ({"ordered": {"status": "unpaid", "within_days": 3, "amount": [50, 100]}},
     "近 3 天有过实付 ¥50 到 ¥100、状态为待付款的订单",
     "placed an order worth ¥50 to ¥100 and with the status unpaid in the last 3 days"),
    ({"ordered": {"sum": [">=", 500], "within_days": 365}}, "近 365 天下单合计实付不少于 ¥500",
     "ordered for at least ¥500 in total in the last 365 days"),
    ({"ordered": {"items": ["<", 5], "product": {"sku": "红色 S"}}}, "买规格是“红色 S”的商品少于 5 件",
     "bought fewer than 5 pieces of a product with the SKU “红色 S”"),
    ({"ordered": {"which": "first", "promotion": "双11"}}, "首单在双11期间", "placed the first order during 双11"),
    ({"not": {"ordered": {"which": "last", "product": {"title_has": "猫粮"}}}},
     "最近一单不是（买了标题含“猫粮”的商品）", "did not place the latest order with a product titled “猫粮”"),
    ({"ordered": {"after_gap_days": 90, "within_days": 30}}, "近 30 天隔至少 90 天又下过单",
     "ordered after a pause of at least 90 days in the last 30 days"),
    # one order after another
    ({"sequence": {"first": {"product": CAT_FOOD}, "then": {"product": {"title_has": "猫砂"}}, "within_days": 30}},
     "买标题含“猫粮”的商品后 30 天内又买过标题含“猫砂”的商品",
     "bought a product titled “猫粮” and within 30 days bought a product titled “猫砂”"),
    ({"sequence": {"first": {}, "then": {}, "within_days": 60, "absent": True}}, "最近一次下单后 60 天内没有下单",
     "did not order within 60 days of last ordering"),
    ({"all": [{"tag": "a"}, {"not": {"sequence": {"first": {}, "then": {}}}}]},
     "有标签“a”，并且不符合（下单后又下过单）", "is tagged “a” and does not meet (ordered and later ordered)"),
    # what else is asked of a member
    ({"all": [{"random": [0, 10]}, {"rfm": {"r": [1, 2], "f": [5, 5]}}, {"not": {"list": "地推"}}, {"segment": 3}]},
     "在随机分组的第 0–10%里，得分为 R 1–2、F 5，不在名单“地推”里，并且属于人群“老客”",
     ("is in the random share 0–10%, has the RFM scores R 1–2 and F 5, is not on the list “地推”,"
      " and is in the segment “老客”")),
    ({"segment": 9}, "属于人群“#9”", "is in the segment “#9”"),
    ({"rfm": {}}, "有 RFM 得分", "has RFM scores"),
    ({"sent": {"within_days": 7, "channel": "sms", "campaign": 4}}, "近 7 天交接发送过人群包“双12”的短信",
     "was handed off for sending by SMS with “双12” in the last 7 days"),
    ({"not": {"sent": {}}}, "没有交接发送过消息", "was not handed off for sending"),
    ({"refund": {"reason_has": ["质量", "破损"], "within_days": 90}}, "近 90 天有过原因含“质量”或“破损”的退款",
     "had a refund for “质量” or “破损” in the last 90 days"),
    ({"field": "overdue", "op": ">=", "value": 150}, "已过自身下单间隔的不少于 150%",
     "is at least 150% of the usual pause after the last order"),
    ({"not": {"field": "refund_share", "op": ">", "value": 30}}, "退款订单占比并非超过 30%",
     "did not have refunds on more than 30% of the orders"),
    ({"field": "birthday", "op": "in_days", "value": 7}, "7 天内过生日", "has a birthday within 7 days"),
    ({"field": "birthday", "op": "in_days", "value": 0}, "今天过生日", "has a birthday today"),
    ({"not": {"field": "birthday", "op": "month", "value": 3}}, "不在3 月过生日", "has no birthday in March"),
    ({"field": "city_tier", "op": "in", "value": ["1", "new1"]}, "所在城市是一线城市或新一线城市",
     "lives in a first-tier or new first-tier city"),
    ({"field": "joined", "op": "within_days", "value": 30}, "入会在近 30 天内", "joined in the last 30 days"),
    ({"field": "note", "op": "has", "value": "尺码"}, "备注含“尺码”", "has a note with “尺码”"),
    ({"field": "shop", "op": "is", "value": "喵屋"}, "在店铺喵屋下过单", "ordered in the shop 喵屋"),
    # muted
    ({"all": [{"tag": "a"}, {"muted": {"tag": "b"}}]}, "有标签“a”", "is tagged “a”"),
    ({"all": [{"not": {"any": [{"muted": {"tag": "b"}}]}}]}, "全部会员", "every member"),
    ({"tag": "{name}"}, "有标签“{name}”", "is tagged “{name}”"),
    ({"field": "province", "op": "is", "value": "is.yes"}, "省份是is.yes", "lives in is.yes"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "chinese", "english"), SAID)
def test_what_is_said(value, chinese, english):
    node = tree.parse(value)
    said = [sentence(node, language, names=NAMES) for language in ("zh", "en")]
    assert said == [chinese, english]


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
    ({"ordered": {"which": "first", "platform": "jd", "status": "finished", "hours": [22, 6], "sum": [">", 99]}},
     ["label 下单", "quiet 首单", "quiet 京东", "quiet 交易成功", "quiet 22 点–次日 6 点", "value 合计实付超过 ¥99"]),
    ({"sequence": {"first": {}, "then": {"product": CAT_FOOD}, "within_days": 30}},
     ["label 先后下单", "quiet 下单", "value 30 天内又", "quiet 买标题含“猫粮”的商品"]),
    ({"rfm": {"r": [4, 5], "m": [5, 5]}}, ["label RFM 得分", "value R 4–5", "value M 5"]),
    ({"segment": 3}, ["label 人群", "quiet 属于", "value 老客"]),
    ({"random": [0, 10]}, ["label 随机分组", "value 第 0–10%"]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "chips"), CHIPS)
def test_chips_of_a_row(value, chips):
    assert [f"{chip.kind} {chip.text}" for chip in leaf_chips(tree.parse(value), "zh", names=NAMES)] == chips


# --- completeness ---


@settings(max_examples=500, deadline=None)
@given(trees())
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
    chinese, english = WORDS["zh"], WORDS["en"]
    assert set(chinese) == set(english)
    counts = {"times", "n"}  # the one says the number with its unit, the other without
    for key in chinese:
        assert places(chinese[key]) - counts == places(english[key]) - counts, key


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_field_and_operator_has_a_name(language):
    for entry in FIELDS:
        assert field_label(entry.key, language)
        assert all(op_label(op, language) for op in entry.ops)


def test_words_need_no_qt():
    check = "import sys, desktop.segments.sentence; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
