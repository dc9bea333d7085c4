"""Nothing that is not filled, and nothing that looks like a variable, ever leaves."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.replies.fill import fill
from local_db.replies.fragments import MOST_CHARACTERS, names_in, using, with_new_title

FACTS = {"nick": "小鱼干", "courier": "中通", "tracking_number": "7712"}
FRAGMENTS = {
    "地址": "{>城市}西湖区 1 号",
    "城市": "杭州",
    "甲": "{>乙}",
    "乙": "a{>甲}",
    "自己": "{>自己}",
    "问": "{尺码}",
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{nick|亲}，在的", "小鱼干，在的"),
        ("{name|亲}，在的", "亲，在的"),
        ("{nick|亲|2}", "小鱼"),
        ("寄到{>地址}", "寄到杭州西湖区 1 号"),
        ("寄到{> 地址 }", "寄到杭州西湖区 1 号"),
        ("{courier} {tracking_number}\n请查收", "中通 7712\n请查收"),
        ("一行\r\n两行", "一行\n两行"),
        ("{{ 只有一边", "{ 只有一边"),
        ("", ""),
    ],
)
def test_what_is_known_is_put_in(text: str, said: str) -> None:
    filled = fill(text, FACTS, FRAGMENTS)
    assert (filled.text, filled.ready, filled.unfilled, filled.faults) == (said, True, (), ())
    assert filled.marked == said


def test_what_is_not_known_is_asked_for_whatever_it_is_called() -> None:
    text = "{nick}，建议拍 {尺码} 码，{>问}，{name}"
    filled = fill(text, FACTS, FRAGMENTS)
    assert filled.unfilled == ("尺码", "name")
    assert not filled.ready
    assert filled.text == "小鱼干，建议拍  码，，"
    assert filled.marked == "小鱼干，建议拍 {尺码} 码，{尺码}，{name}"
    answered = fill(text, FACTS | {"尺码": "M", "name": "林"}, FRAGMENTS)
    assert (answered.text, answered.ready) == ("小鱼干，建议拍 M 码，M，林", True)


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ("好{nick", "unclosed_brace", "{"),
        ("好}", "stray_brace", "}"),
        ("好{}", "empty_name", "{}"),
        ("好{nick|亲|x}", "bad_limit", "{nick|亲|x}"),
        ("好{>没有}", "fragment_missing", "{>没有}"),
        ("好{>}", "fragment_missing", "{>}"),
        ("好{>甲}", "fragment_cycle", "{>甲}"),
        ("好{>自己}", "fragment_cycle", "{>自己}"),
        ("好{>地址|杭州}", "fragment_fallback", "{>地址|杭州}"),
        ("好{{nick}}", "left_over", "{{nick}}"),
        ("好｛nick｝", "left_over", "｛nick｝"),
    ],
)
def test_what_cannot_be_understood_keeps_the_text_back_and_says_where(text: str, code: str, written: str) -> None:
    filled = fill(text, FACTS, FRAGMENTS)
    assert not filled.ready
    (fault,) = filled.faults
    assert fault.fault == code
    assert text[fault.position : fault.position + fault.length] == written
    assert written not in filled.text


def test_a_fault_inside_a_shared_part_stands_where_the_part_is_named() -> None:
    text = "您好，{>外}"
    (fault,) = fill(text, {}, {"外": "a{>内}", "内": "b{"}).faults
    assert (fault.fault, text[fault.position :]) == ("unclosed_brace", "{>外}")


def test_parts_may_be_deeper_than_functions_can_call_each_other() -> None:
    deep = {f"p{one}": f"{{>p{one + 1}}}" for one in range(1500)} | {"p1500": "到底了"}
    assert fill("好{>p0}", {}, deep).text == "好到底了"
    (fault,) = fill("好{>p0}", {}, deep | {"p1500": "{>p0}"}).faults
    assert (fault.fault, fault.position) == ("fragment_cycle", 1)


def test_a_variable_put_together_of_pieces_is_seen_too() -> None:
    filled = fill("{{{>城市}}}", {}, FRAGMENTS)
    assert [fault.fault for fault in filled.faults] == ["left_over"]


def test_parts_that_name_each_other_without_end_stop() -> None:
    wide = {f"p{level}": f"{{>p{level + 1}}}" * 10 for level in range(12)}
    filled = fill("{>p0}", {}, wide | {"p12": "x"})
    assert "text_too_long" in {fault.fault for fault in filled.faults}
    assert len(filled.text) <= MOST_CHARACTERS


def test_values_are_never_read_as_texts() -> None:
    assert fill("{nick}", {"nick": "{name}"}, {}).text == "{name}"
    assert fill("{nick}", {"nick": "{>地址}"}, FRAGMENTS).text == "{>地址}"


def test_a_masked_value_is_none() -> None:
    assert fill("{nick}", {"nick": "小**干"}, {}).unfilled == ("nick",)


bits = st.sampled_from(
    [
        "{",
        "}",
        "{{",
        "}}",
        "{nick}",
        "{nick|亲}",
        "{name}",
        "{没有}",
        "{>地址}",
        "{>甲}",
        "{>无}",
        "｛",
        "｝",
        "|",
        ">",
        "a",
        "\n",
    ]
)
texts = st.lists(bits, max_size=14).map("".join)


@given(
    texts,
    st.dictionaries(st.sampled_from(["地址", "甲", "无"]), texts),
    st.dictionaries(st.sampled_from(["nick", "name", "没有"]), st.sampled_from(["林", "", "小**干"])),
)
def test_no_raw_placeholder_leaves(text: str, fragments: dict[str, str], facts: dict[str, str]) -> None:
    filled = fill(text, facts, fragments)
    if filled.ready:
        assert not re.search(r"[{｛][^{}｛｝\n]{1,60}[}｝]", filled.text)
        assert filled.marked == filled.text
    else:
        assert filled.faults or filled.unfilled
    for piece in filled.faults:
        assert 0 <= piece.position < piece.position + piece.length <= len(text)


def test_the_title_of_a_shared_part_may_hold_a_colon() -> None:
    assert fill("{>退货：地址:1}", {}, {"退货：地址:1": "杭州"}).text == "杭州"


def test_another_title_is_put_wherever_the_part_is_named() -> None:
    text = "{>地址}，{> 地址 }，{>地址簿}，{{>地址}}，{nick}"
    assert with_new_title(text, "地址", "退货地址") == "{>退货地址}，{>退货地址}，{>地址簿}，{{>地址}}，{nick}"
    assert names_in(text) == {"地址", "地址簿"}


def test_who_says_a_shared_part_through_others_too() -> None:
    parts = {"地址": "文三路", "说明": "寄到{>地址}", "圈": "{>圆}", "圆": "{>圈}{>地址}", "别的": "好"}
    texts = {"a": ["{>说明}"], "b": ["好", "{>地址}"], "c": ["{>别的}"], "d": ["{>圈}"], "e": ["{地址}"], "f": []}
    assert using(texts, ["地址"], parts) == {"a", "b", "d"}
    assert using(texts, ["说明"], parts) == {"a"}
    assert using(texts, ["没有"], parts) == set()
