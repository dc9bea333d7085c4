import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.templates.clean import clean_value
from local_db.templates.model import Purpose, Template
from local_db.templates.render import render
from local_db.templates.sms_parts import Route, count_parts


def marketing(body, signature="猫粮店", opt_out="拒收请回复R"):
    return Template("t", Purpose.MARKETING, signature, body, opt_out)


@pytest.mark.parametrize(
    ("body", "facts", "text", "unfilled"),
    [
        ("你好，", {}, "你好，", ()),
        ("{nick|亲}，", {"nick": "小猫"}, "小猫，", ()),
        ("{nick|亲}，", {"nick": ""}, "亲，", ()),
        ("{nick|亲}，", {"nick": "t**8"}, "亲，", ()),
        ("{nick|}好，", {}, "好，", ()),
        ("{nick}，", {"nick": "小猫"}, "小猫，", ()),
        ("{nick}，", {}, "{nick}，", ("nick",)),
        ("{nick}，{nick}{city}", {"nick": " \t"}, "{nick}，{nick}{city}", ("nick", "city")),
        ("{nick|亲爱的|2}，", {"nick": "小猫的主人"}, "小猫，", ()),
        ("{nick|亲爱的|2}，", {}, "亲爱的，", ()),
        ("{nick:2}，", {"nick": "小猫的主人"}, "小猫，", ()),
        ("{nick:2}，", {}, "{nick}，", ("nick",)),
        ("{nick:2}，", {"nick": "\u3164\u3164小猫"}, "{nick}，", ("nick",)),  # what is left is blank to the eye
        ("{nick|亲|2}，", {"nick": "\u3164\u3164小猫"}, "亲，", ()),
        ("{nick}，", {"nick": "{city}"}, "{city}，", ()),
        ("第一行\r\n第二行", {}, "第一行 第二行", ()),
        ("{{nick}}", {"nick": "x"}, "{nick}", ()),
    ],
)
def test_values_fill_variables_or_are_missed(body, facts, text, unfilled):
    rendered = render(marketing(body), facts)
    assert rendered.text == f"【猫粮店】{text}拒收请回复R"
    assert rendered.unfilled == unfilled


def test_the_whole_text_is_counted():
    rendered = render(marketing("x" * (70 - 5 - 6)), {})
    assert (rendered.units, rendered.parts) == (70, 1)
    rendered = render(marketing("x" * (71 - 5 - 6)), {})
    assert (rendered.units, rendered.parts) == (71, 2)


def test_abroad_the_signature_needs_no_brackets():
    template = marketing("20% off today.", "Whiskers", "Reply STOP to opt out")
    rendered = render(template, {}, Route.INTERNATIONAL)
    assert rendered.text == "Whiskers: 20% off today. Reply STOP to opt out"
    assert (rendered.units, rendered.parts) == (46, 1)


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("a\r\nb", "a b"),
        ("a\tb\x00c", "a b c"),
        ("\u3000小猫\u3000", "小猫"),
        ("【假签名】小猫", "假签名小猫"),
        ("a\u200bb\u202ec", "abc"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("\u200d\ufe0f", ""),
        ("\u3164", ""),
        ("张*", ""),
        ("●●", ""),
    ],
)
def test_a_value_is_one_clean_line(value, cleaned):
    assert clean_value(value) == cleaned


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_no_value_breaks_the_line_or_forges_a_signature(value):
    text = render(marketing("{nick|亲}，"), {"nick": value}).text
    assert len(text.splitlines()) == 1
    assert text.count("【") == text.count("】") == 1
    assert all(char.isprintable() or char == "\u200d" for char in text)


@given(nick=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200), route=st.sampled_from(Route))
def test_the_size_is_that_of_the_text(nick, route):
    rendered = render(marketing("{nick|亲}你好"), {"nick": nick}, route)
    counted = count_parts(rendered.text, route)
    assert (rendered.units, rendered.parts) == (counted.units, counted.parts)


@given(signature=st.text(), words=st.text(), opt_out=st.text(), route=st.sampled_from(Route))
def test_nothing_a_terminal_acts_on_leaves_the_shop(signature, words, opt_out, route):
    text = render(marketing(words, signature, opt_out), {}, route).text
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in text)
