"""A million texts at once are the same as one by one: words, sizes, what is missing, and what it costs."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from local_db.templates.clean import INVISIBLE, ZERO_WIDTH_JOINER, clean_value
from local_db.templates.column import Column
from local_db.templates.lint import blocking
from local_db.templates.model import Purpose, Template
from local_db.templates.render import render
from local_db.templates.sms_parts import Route
from local_db.templates.text import Literal, scan, token, variable_names
from local_db.templates.texts import Texts
from local_db.templates.values import clean_values, lengths_of
from local_db.templates.vendors import built_in_vendors

NAMES = ("nick", "city", "orders")
AWKWARD_VALUES = (
    "", "小猫", "t**8", " 两边 ", "【假】", "\u3164", "👨‍👩‍👧家", "a€b", "[x]", "行\n行",
    "{nick}", "50%s", "é", "e\u0301", "\u3164\u3164\u3164\u3164小", "\u200d\u200d\u200d猫", "猫\u200d",
)  # fmt: skip
AWKWARD_PIECES = (
    "全店八折，", "Sale [now] 20% ", "{nick}", "{nick|亲}", "{nick||4}", "{city|x y |3}", "{city:4}", "{nick:3}",
    "{orders|}", "😀", "€", "’",
)  # fmt: skip
ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
VALUE = st.one_of(st.sampled_from(AWKWARD_VALUES), ANYTHING)
PIECE = st.one_of(st.sampled_from(AWKWARD_PIECES), st.text(alphabet="猫ab{}|:[]^% \n", max_size=6))
BODY = st.lists(PIECE, max_size=14).map("".join)
MEMBER = st.fixed_dictionaries(dict.fromkeys(NAMES, VALUE))


def texts_of(template, vendor, members, routes):
    columns = {}
    for place, name in enumerate(NAMES):
        values = [member[name] for member in members]
        if place % 2:  # one of them by distinct texts, as the roster has it
            distinct = list(dict.fromkeys(values))
            columns[name] = Column(distinct, np.array([distinct.index(value) for value in values], np.int16))
        else:
            columns[name] = Column(values)
    numbers = np.array([list(Route).index(route) for route in routes], np.int8)
    return Texts(template, vendor, {name: columns[name] for name in variable_names(template.body)}, numbers)


@given(
    body=BODY,
    repeat=st.integers(1, 6),
    vendor=st.sampled_from(built_in_vendors()),
    signature=st.sampled_from(["猫粮店", "Whiskers", ""]),
    opt_out=st.sampled_from(["拒收请回复R", "Reply STOP to opt out", ""]),
    people=st.lists(st.tuples(MEMBER, st.sampled_from(Route)), max_size=12),
)
def test_columns_say_what_each_member_would_get(body, repeat, vendor, signature, opt_out, people):
    template = Template("t", Purpose.MARKETING, signature, body * repeat, opt_out, vendor=vendor.key)
    texts = texts_of(template, vendor, [member for member, _ in people], [route for _, route in people])
    alone = [render(template, member, route, vendor) for member, route in people]
    assert list(texts) == [one.text for one in alone] == [texts[place] for place in range(len(texts))]
    assert texts.units.tolist() == [one.units for one in alone]
    assert texts.parts.tolist() == [one.parts for one in alone]
    assert texts.histogram() == Counter(one.parts for one in alone)
    assert texts.unfilled() == dict(sorted(Counter(name for one in alone for name in one.unfilled).items()))
    assert sum(parts * count for parts, count in texts.histogram().items()) == sum(one.parts for one in alone)


WORDS = st.text(alphabet=st.characters(exclude_categories=["C", "Z"]), max_size=8)
FALLBACK = st.none() | st.sampled_from(["", "亲", "x y"])
VARIABLE = st.tuples(st.sampled_from(NAMES), FALLBACK, st.none() | st.integers(1, 9))


@given(
    pieces=st.lists(WORDS | VARIABLE, max_size=8),
    member=MEMBER,
    route=st.sampled_from(Route),
    vendor=st.sampled_from(built_in_vendors()),
)
def test_a_text_is_its_words_and_values_or_says_what_is_unfilled(pieces, member, route, vendor):
    """Worked out from the pieces alone, whatever braces words and values hold: nothing else can stand in a text."""
    body, expected, unfilled = "", "", []
    for piece in pieces:
        if isinstance(piece, str):
            body += piece.replace("{", "{{").replace("}", "}}")
            expected += piece
            continue
        name, fallback, limit = piece
        body += token(name, fallback, limit)
        value = clean_value(member[name])
        kept = value if limit is None or len(value) <= limit else value[:limit].rstrip(f" {ZERO_WIDTH_JOINER}")
        if not kept.strip(INVISIBLE):
            kept = fallback
        if kept is None:
            unfilled.append(name)
            kept = f"{{{name}}}"
        expected += kept
    rendered = render(Template("t", Purpose.MARKETING, "", body, ""), member, route, vendor)
    assert rendered.unfilled == tuple(dict.fromkeys(unfilled))
    assert rendered.text == expected


@given(body=BODY, member=MEMBER, route=st.sampled_from(Route))
def test_no_text_has_an_unfilled_or_malformed_variable_unsaid(body, member, route):
    """Of any body at all: with no problem and nothing unfilled, every brace was written as one by the seller."""
    template = Template("t", Purpose.NOTIFICATION, "猫粮店", body, "")
    plain = {name: re.sub(r"[{}]", "", value) for name, value in member.items()}
    rendered = render(template, plain, route)
    if rendered.unfilled or blocking(template):
        return
    written = "".join(piece.text for piece in scan(body).pieces if isinstance(piece, Literal))
    assert re.findall("[{}]", rendered.text) == re.findall("[{}]", written)


def test_links_in_values_are_counted():
    nicks = ("看a.com", "小鱼.干", "", "www.x", "3.5折", "看a.com")
    people = [{"nick": nick, "city": "杭州", "orders": ""} for nick in nicks]
    template = Template("t", Purpose.MARKETING, "店", "{nick|亲}在{city}，见b.cn", "", vendor="aliyun")
    texts = texts_of(template, built_in_vendors()[0], people, [Route.CHINA] * len(people))
    assert texts.linked() == {"nick": 3}


@given(st.lists(VALUE, max_size=30))
def test_values_are_cleaned_together_as_one_by_one(values):
    cleaned, lengths = clean_values(values)
    assert cleaned == [clean_value(value) for value in values]
    assert lengths.tolist() == [len(value.encode("utf-16-le")) // 2 for value in cleaned]
    assert lengths_of(cleaned).tolist() == lengths.tolist()
