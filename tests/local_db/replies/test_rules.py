"""What platforms mind is found with its place, and never keeps a reply in the shop; what cannot be filled does."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from local_db.replies.codec import reply_json
from local_db.replies.library import Library, library_of
from local_db.replies.model import Item, ItemKind, Reply, ReplyProblem, Wording
from local_db.replies.platforms import PLATFORMS, RULES_FOLDER, platforms
from local_db.replies.rules import BLOCKING, problems
from local_db.templates.sms_rules import sms_rules

NOTHING = Library()


def found(text: str, *keys: str, library: Library = NOTHING) -> tuple[ReplyProblem, ...]:
    return problems(Reply("u", "答复", (Wording("w", text),), platforms=keys), library)


@pytest.mark.parametrize(
    ("text", "platform", "group", "place"),
    [
        ("可以加我微信聊", "taobao", "off_platform", "微信"),
        ("可以加我微信聊", "wechat", "off_platform", "微信"),
        ("在微信小店下单，用微信支付", "wechat", None, ""),
        ("支持微信支付", "jd", None, ""),
        ("支持微信支付，微信聊", "jd", "off_platform", "微信"),
        ("加V聊", "pdd", "off_platform", "加V"),
        ("加VIP会员", "pdd", None, ""),
        ("QQ弹弹的口感", "douyin", None, ""),
        ("进QQ群", "douyin", "off_platform", "QQ群"),
        ("好评返现5元", "taobao", "paid_reviews", "好评返现"),
        ("可以直接转账", "xiaohongshu", "private_payment", "直接转账"),
        ("去拼多多买", "taobao", "other_platforms", "拼多多"),
        ("去拼多多买", "pdd", None, ""),
        ("天猫同款", "taobao", None, ""),
        ("发京东快递", "taobao", None, ""),
        ("打 13812345678 给我", "jd", "phone", "13812345678"),
        ("单号 138123456789012", "jd", None, ""),
        ("看 www.example.com/a", "jd", "link", "www.example.com/a"),
        ("看 https://item.jd.com/1.html", "jd", None, ""),
        ("看 https://jd.com.evil.cn/1", "jd", "link", "https://jd.com.evil.cn/1"),
        ("看 https://shopee.vn/a-i.1.2", "shopee", None, ""),
        ("Siehe https://www.ebay.de/itm/1", "ebay", None, ""),
        ("See https://www.amazon.co.uk/dp/1", "amazon", None, ""),
        ("写到 a@b.com", "taobao", "email", "a@b.com"),
        ("全网最低价", "taobao", "absolutes", "全网最低"),
        ("全网最低价", "shopify", None, ""),
        ("Find us on WhatsApp", "ebay", "off_platform", "WhatsApp"),
        ("今天发出，请放心", "taobao", None, ""),
    ],
)
def test_each_platform_minds_its_own(text: str, platform: str, group: str | None, place: str) -> None:
    got = found(text, platform)
    assert [one.data["group"] for one in got] == ([] if group is None else [group])
    for one in got:
        assert text[one.position : one.position + one.length] == place
        assert not one.blocks
        assert one.data["platforms"] == (platform,)
        assert one.data["read_on"]
        assert one.data["source"]


def test_every_place_is_said_not_only_the_first() -> None:
    assert [one.position for one in found("微信，微信", "taobao")] == [0, 3]


def test_a_reply_for_all_is_held_against_all_and_each_thing_is_said_once() -> None:
    (one,) = found("加微信")
    minding = one.data["platforms"]
    assert isinstance(minding, tuple)
    assert {"taobao", "jd", "ebay"} <= set(minding)
    assert not {"shopify", "woocommerce", "youzan"} & set(minding)


def test_the_length_counts_what_a_buyer_sees() -> None:
    most = platforms()[0].most_characters
    text = "好" * most
    assert found(text, "taobao") == ()
    (one,) = found(f"{text}{{nick|亲}}", "taobao")
    assert (one.code, one.data["characters"], one.data["most"]) == ("too_long", most + 1, most)
    assert one.position == most
    assert found(f"{text}{{nick}}", "taobao") == ()  # nobody knows how long a value is


def test_words_of_shared_parts_count_where_the_part_is_named() -> None:
    part = Reply("p", "联系", (Wording("w", "加微信"),), fragment=True)
    library = library_of([Item("p", ItemKind.REPLY, reply_json(part))])
    text = "您好，{>联系}"
    (one,) = found(text, "taobao", library=library)
    assert text[one.position : one.position + one.length] == "{>联系}"


def test_a_fallback_is_said_and_a_name_of_a_variable_is_not() -> None:
    assert [one.data["group"] for one in found("{nick|加V}", "taobao")] == ["off_platform"]
    assert found("{微信号}", "taobao") == ()


@pytest.mark.parametrize(
    ("text", "code"), [("{", "unclosed_brace"), ("{>无}", "fragment_missing"), ("{{a}}", "left_over")]
)
def test_what_cannot_be_filled_blocks_and_comes_first(text: str, code: str) -> None:
    first, second = problems(
        Reply("u", "a", (Wording("v", "微信"), Wording("w", text)), platforms=("taobao",)), NOTHING
    )
    assert (first.code, first.blocks, first.wording) == (code, True, 1)
    assert first.code in BLOCKING
    assert (second.code, second.wording) == ("refused_words", 0)


def test_a_shared_part_is_checked_as_it_says_now() -> None:
    old = Reply("p", "甲", (Wording("w", "a"),), fragment=True)
    library = library_of([Item("p", ItemKind.REPLY, reply_json(old))])
    changed = dataclasses.replace(old, wordings=(Wording("w", "{>甲}"),))
    assert [one.code for one in problems(changed, library)] == ["fragment_cycle"]


def test_every_file_of_rules_is_read_and_says_where_it_is_from() -> None:
    files = {path.stem for path in RULES_FOLDER.glob("*.toml")}
    assert files == {*PLATFORMS, "common"}
    assert {platform.key for platform in platforms()} == set(PLATFORMS)
    for platform in platforms():
        assert platform.read_on >= date(2026, 11, 1)
        assert platform.length_source.zh
        assert platform.length_source.en
        for rule in (*(one.rule for one in platform.words), *platform.contacts):
            assert rule.source.zh
            assert rule.source.en


def test_the_law_is_the_one_that_texts_by_sms_keep() -> None:
    taobao = next(platform for platform in platforms() if platform.key == "taobao")
    assert set(sms_rules().words) <= {one.rule for one in taobao.words}
