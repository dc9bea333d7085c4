"""The rules of whole sentences: which words count, how many must be there, and what comes first."""

from __future__ import annotations

import pytest

from local_db.replies.model import Reply, Wording
from local_db.replies.search.hit import Field
from local_db.replies.search.index import ReplyIndex
from local_db.replies.search.questions import MOST_ANSWERS, is_long, is_question
from tests.local_db.replies.evaluation import TODAY

REPLIES = (
    Reply("fh", "什么时候发货", (Wording("1", "拍下后两天内寄出"),)),
    Reply("yf", "已经发货", (Wording("2", "请留意物流"),)),
    Reply("th", "退货运费谁出", (Wording("3", "质量问题我们承担"),)),
    Reply("fp", "发票", (Wording("4", "开好以后会寄给您"),), tags=("开票",)),
    Reply("sl", "礼盒", (Wording("5", "送长辈也很体面"),)),
    Reply("en", "Shipping time", (Wording("6", "We send it within two days."),)),
    Reply("re", "Refund not there yet", (Wording("7", "Banks take a week."),)),
)


def ask(typed: str, *more: Reply) -> list[str]:
    return [hit.uid for hit in ReplyIndex([*REPLIES, *more], {}).search(typed, usage={}, today=TODAY)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("亲，请问这件衣服什么时候发货呀，急用", "fh"),
        ("我买的那个退货的话运费是谁来出的呢", "th"),
        ("你好我想问一下你们这里能不能给我开票", "fp"),
        ("想买来送长辈可以吗", "sl"),  # only the wording says so
        ("請問這件衣服什麼時候發貨", "fh"),
        ("你们到底什么时候fahuo呀", "fh"),
        ("🙏🙏请问什么时候发货？？！！谢谢", "fh"),
        ("请问退贷运费谁来出呀", "th"),  # one wrong character
        ("when will you be shipping my order?", "en"),
        ("Hello, has it been shipped or not", "en"),
        ("why have I not got my refund yet???", "re"),
    ],
)
def test_a_sentence_finds_what_it_is_about(typed: str, first: str) -> None:
    assert ask(typed)[:1] == [first]


@pytest.mark.parametrize(
    "typed",
    [
        "请问你们这里可以怎么样吗", "什么时候可以有这个呢", "明天我们一起去爬山吧", "退货火箭", "发票恐龙",
        "我的手机坏了怎么修", "is this what you want from me", "the weather is nice today", "？？？！！！",
    ],
)  # fmt: skip
def test_what_it_is_not_about_is_not_found(typed: str) -> None:
    assert ask(typed) == []


def test_only_a_few_are_found_and_the_clearest_first() -> None:
    many = [Reply(f"r{number}", f"第{number}种快递单号") for number in range(20)]
    found = ask("请问我的快递单号是多少呀麻烦看看", *many, Reply("best", "快递单号"))
    assert found[0] == "best"
    assert len(found) == MOST_ANSWERS


def test_what_may_not_be_used_answers_no_sentence() -> None:
    old = Reply("old", "生日礼物怎么领", valid_until="2020-01-01")
    assert ask("请问生日的时候礼物要怎么领取呀", old) == []


def test_the_words_it_says_are_marked() -> None:
    (hit, *_) = ReplyIndex(REPLIES, {}).search("请问你们什么时候可以发货呀", usage={}, today=TODAY)
    assert [(mark.field, mark.start, mark.end) for mark in hit.marks] == [(Field.TITLE, 0, 6)]


def test_sentences_are_found_in_replies_that_came_later() -> None:
    index = ReplyIndex(REPLIES, {})
    index.update([Reply("new", "保质期多久")], ["fh"])
    assert [hit.uid for hit in index.search("请问这个的保质期大概是多久", usage={}, today=TODAY)] == ["new"]
    assert "fh" not in [hit.uid for hit in index.search("请问什么时候发货呢", usage={}, today=TODAY)]


@pytest.mark.parametrize(
    ("typed", "question", "long"),
    [
        ("退货", False, False),
        ("tuihuoyunfei", False, False),
        ("运费谁出", True, False),
        ("refund policy", False, False),
        ("where is it", True, False),
        ("where is my parcel please", True, True),
        ("tui huo yun fei shei chu", True, False),
        ("亲请问这件衣服什么时候发货", True, True),
        ("", False, False),
    ],
)
def test_what_is_long_enough_to_be_a_sentence(typed: str, *, question: bool, long: bool) -> None:
    assert (is_question(typed), is_long(typed)) == (question, long)
