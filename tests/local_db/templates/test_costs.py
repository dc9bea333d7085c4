"""Which characters cost: worked out from the alphabets by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.templates.costs import CostKind, costs
from local_db.templates.model import Purpose, Template
from local_db.templates.render import render
from local_db.templates.sms_parts import Encoding, Route, count_parts
from local_db.templates.vendors import vendor_of

TURNS, TWICE = CostKind


def found(body, route, vendor="twilio", signature="Whiskers"):
    draft = Template("t", Purpose.MARKETING, signature, body, "Reply STOP to opt out")
    return [(one.kind, one.position, one.twin) for one in costs(draft, vendor_of(vendor), route)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("20% off", []),
        ("Don’t miss it – today", [(TURNS, 3, "'")]),
        ("{nick|there}, it’s on", [(TURNS, 16, "'")]),
        ("{nick|café}, ok", []),
        ("{nick|façade}, ok", [(TURNS, 8, "c")]),
        ("猫 today", [(TURNS, 0, "")]),
        ("e\u0301t\u0301e", [(TURNS, 1, "")]),
        ("[20€]", [(TWICE, 0, ""), (TWICE, 3, ""), (TWICE, 4, "")]),
        ("{nick||6}", []),  # the braces and bars of variables are not sent
        ("sale 😀 [x]", [(TURNS, 5, "")]),
    ],
)
def test_abroad(body, expected):
    assert found(body, Route.INTERNATIONAL) == expected


def test_abroad_a_text_that_is_turned_anyway_has_only_pairs():
    assert found("[x] 😀", Route.INTERNATIONAL, signature="猫粮店") == [(TWICE, 4, "")]


@pytest.mark.parametrize(("body", "expected"), [("猫’[€", []), ("猫😀狗😀", [(TWICE, 1, ""), (TWICE, 3, "")])])
def test_in_china_only_pairs_cost(body, expected):
    assert found(body, Route.CHINA, "aliyun") == expected


@given(st.text(alphabet="ab’猫€[é–😀", max_size=30))
def test_without_the_turning_characters_the_text_is_packed(body):
    template = Template("t", Purpose.MARKETING, "Whiskers", body, "Reply STOP to opt out")
    vendor = vendor_of("twilio")
    while (one := next(iter(costs(template, vendor, Route.INTERNATIONAL)), None)) and one.kind is TURNS:
        body = body[: one.position] + one.twin + body[one.position + 1 :]
        template = Template("t", Purpose.MARKETING, "Whiskers", body, "Reply STOP to opt out")
    text = render(template, {}, Route.INTERNATIONAL, vendor).text
    assert count_parts(text, Route.INTERNATIONAL).encoding is Encoding.GSM7
