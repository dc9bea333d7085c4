"""What vendors say to a draft: every rule has a text that breaks it, and one that does not."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.templates.model import Purpose, Template
from local_db.templates.starters import starters
from local_db.templates.vendor import OptOutRule, Verdict
from local_db.templates.vendors import built_in_vendors, vendor_of
from local_db.templates.verdicts import ALWAYS_SHOWN, RULES, default_wording, findings, verdict, verdict_table

GOOD = Template("t", Purpose.MARKETING, "猫粮店", "老朋友们，全店八折，", "拒收请回复R")
NOTICE = replace(GOOD, purpose=Purpose.NOTIFICATION, body="您的订单已发货，请留意。", opt_out="")
ABROAD = replace(GOOD, signature="Whiskers", body="20% off today.", opt_out="Reply STOP to opt out")
ADDING = replace(
    vendor_of("aliyun"),
    opt_out=replace(vendor_of("aliyun").opt_out, rules=dict.fromkeys(Purpose, OptOutRule.ADDED)),
)
marketing = partial(replace, GOOD)
notice = partial(replace, NOTICE)
OK, REVIEW, REFUSED = Verdict

# vendor, draft: rule, verdict, place in the body
BROKEN = [
    ("aliyun", marketing(signature=" "), "signature.missing", REFUSED, (0, 0)),
    ("twilio", replace(ABROAD, signature=""), "signature.missing", REVIEW, (0, 0)),
    ("aliyun", marketing(signature="店"), "signature.length", REVIEW, (0, 0)),
    ("tencent", marketing(signature="一二三四五六七八九十一二三"), "signature.length", REVIEW, (0, 0)),
    ("aliyun", marketing(body="你好【猫】"), "brackets", REFUSED, (2, 1)),
    ("aliyun", marketing(opt_out=""), "opt_out.missing", REFUSED, (0, 0)),
    ("aliyun", marketing(opt_out="退订回T"), "opt_out.wording", REFUSED, (0, 0)),
    ("huawei", marketing(body="全店八折，回T退订", opt_out=""), "opt_out.wording", REFUSED, (5, 4)),
    ("qiniu", marketing(), "opt_out.wording", REFUSED, (0, 0)),
    (ADDING, marketing(body="八折，拒收请回复R", opt_out=""), "opt_out.added", REFUSED, (3, 6)),
    ("aliyun", notice(opt_out="拒收请回复R"), "opt_out.in_notification", REFUSED, (0, 0)),
    ("tencent", notice(body="已发货，退订回T"), "opt_out.in_notification", REFUSED, (4, 4)),
    ("aliyun", marketing(body="猫" * 490), "length", REFUSED, (0, 0)),
    ("huawei", marketing(body="{orders}单老客八折，"), "variables.in_marketing", REFUSED, (0, 8)),
    ("aliyun", marketing(body="{orders}单老客八折，"), "variables.in_marketing", REVIEW, (0, 8)),
    ("volcengine", notice(body="第{orders}单，" * 11), "variables.most", REFUSED, (111, 8)),
    ("tencent", notice(body="您好{orders}{spent}"), "adjacent", REFUSED, (10, 7)),
    ("tencent", notice(body="{orders}，{spent}。"), "alone", REFUSED, (0, 8)),
    ("aliyun", notice(body="{nick|亲}，已发货"), "unbounded", REVIEW, (0, 8)),
    ("huawei", notice(body="{nick|亲}，已发货"), "unbounded", REFUSED, (0, 8)),
    ("huawei", notice(body="{nick|亲|21}，已发货"), "long_value", REFUSED, (0, 11)),
    ("huawei", notice(body="{nick|" + "亲" * 21 + "|8}，已发货"), "long_value", REFUSED, (0, 30)),
    ("aliyun", notice(body="{nick|看taobao.com|20}，已发货"), "link", REFUSED, (0, 21)),
    ("tencent", notice(body="见https://a.cn/{orders}，已发货"), "link", REFUSED, (14, 8)),
    ("aliyun", marketing(body="只要¥20，"), "symbols", REFUSED, (2, 1)),
    ("volcengine", notice(body="{nick|a_b|6}，已发货"), "symbols", REFUSED, (7, 1)),
    ("custom", marketing(body="★好物，"), "symbols", REVIEW, (0, 1)),
    ("huawei", marketing(body="今晚直播间见，"), "words.live", REFUSED, (2, 2)),
    ("aliyun", marketing(body="今晚直播间见，"), "words.live", REVIEW, (2, 2)),
    ("tencent", marketing(body="好评返现5元，"), "words.rebates", REFUSED, (0, 4)),
    ("aliyun", notice(body="生日快乐！"), "words.care", REFUSED, (0, 4)),
    ("tencent", marketing(body="全网最低，"), "words.absolutes", REVIEW, (0, 4)),
    ("twilio", replace(ABROAD, body="See bit.ly/x now"), "words.public_short_links", REFUSED, (4, 6)),
    ("twilio", replace(ABROAD, body="Best vape deals"), "words.shaft", REFUSED, (5, 4)),
]


@pytest.mark.parametrize(("vendor", "draft", "rule", "said", "place"), BROKEN, ids=lambda value: str(value)[:24])
def test_what_a_vendor_finds(vendor, draft, rule, said, place):
    vendor = vendor_of(vendor) if isinstance(vendor, str) else vendor
    found = {finding.rule: finding for finding in findings(draft, vendor)}
    assert (found[rule].verdict, found[rule].position, found[rule].length) == (said, *place)
    assert found[rule].source
    assert verdict(draft, vendor) is not OK


def test_every_rule_is_shown_broken():
    assert {rule for _, _, rule, _, _ in BROKEN if not rule.startswith("words.")} == set(RULES)


@pytest.mark.parametrize("vendor", [*map(vendor_of, ("aliyun", "tencent", "volcengine", "huawei", "custom"))])
def test_a_plain_text_passes_everywhere(vendor):
    assert findings(GOOD, vendor) == findings(NOTICE, vendor) == ()
    assert verdict(GOOD, vendor) is OK


def test_each_vendor_has_its_own_wording():
    for vendor in built_in_vendors():
        draft = ABROAD if vendor.key == "twilio" else GOOD
        assert findings(replace(draft, opt_out=default_wording(vendor, draft.opt_out)), vendor) == ()
    assert default_wording(vendor_of("qiniu"), "拒收请回复R") == "回TD退订"
    assert default_wording(vendor_of("custom"), "退订回N") == "退订回N"


@pytest.mark.parametrize(
    "body",
    ["vapeur 20% off", "tobaccos", "见taobao.com，{orders}单", "{orders}单，{spent}元", "{city|杭州}的老客"],
)
def test_what_only_looks_like_it_is_not_found(body):
    draft = replace(NOTICE, body=body)
    assert {one.rule for one in findings(draft, vendor_of("twilio"))} <= {"signature.length"}
    assert not {"link", "alone", "adjacent"} & {one.rule for one in findings(draft, vendor_of("aliyun"))}


def test_what_is_refused_comes_first():
    draft = replace(NOTICE, body="{nick|亲}★，全网最低", signature="店")
    said = [one.verdict for one in findings(draft, vendor_of("aliyun"))]
    assert said == sorted(said, key=list(Verdict).index, reverse=True)
    assert said[0] is REFUSED
    assert said[-1] is REVIEW


def test_the_table_sets_vendors_side_by_side():
    draft = replace(GOOD, body="{nick|亲|6}，今晚直播，")
    vendors = [vendor_of(key) for key in ("aliyun", "tencent", "huawei")]
    rows = {row.row: row for row in verdict_table(draft, vendors)}
    assert list(rows)[:2] == list(ALWAYS_SHOWN)
    assert rows["opt_out"].worst is None
    assert rows["variables"].verdicts == {"aliyun": REVIEW, "tencent": REVIEW, "huawei": REFUSED}
    assert rows["words.live"].verdicts == {"aliyun": REVIEW, "tencent": REFUSED, "huawei": REFUSED}
    assert rows["words.live"].worst.verdict is REFUSED
    assert list(rows)[-1] == "words.live"


@given(
    body=st.text(alphabet="猫直播★¥{}|nick0亲www.a/: ", max_size=40),
    signature=st.text(max_size=14),
    opt_out=st.sampled_from(["", "拒收请回复R", "退订回T"]),
    purpose=st.sampled_from(Purpose),
)
def test_the_table_says_what_the_findings_say(body, signature, opt_out, purpose):
    draft = Template("t", purpose, signature, body, opt_out)
    rows = verdict_table(draft, built_in_vendors())
    for vendor in built_in_vendors():
        found = findings(draft, vendor)
        assert all(one.position >= 0 and one.position + one.length <= len(body) for one in found)
        worst = max((row.verdicts[vendor.key] for row in rows), key=list(Verdict).index)
        assert worst is verdict(draft, vendor)
        assert {one.row for one in found} == {row.row for row in rows if row.verdicts[vendor.key] is not OK}


def test_starters_are_refused_by_nobody_who_takes_variables():
    for language, keys in (("zh", ("aliyun", "tencent", "custom")), ("en", ("twilio",))):
        for text in starters(language, signature="猫粮店" if language == "zh" else "Whiskers"):
            for key in keys:
                refused = [one for one in findings(text, vendor_of(key)) if one.verdict is REFUSED]
                assert not refused, (text.name, key, refused)
