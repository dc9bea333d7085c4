import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.campaigns import actions
from local_db.campaigns.model import PrepareOptions
from local_db.errors import PrepareError
from local_db.segments.tree import parse
from local_db.settings import save_settings
from local_db.templates.actions import preview_facts
from local_db.templates.model import Purpose, Template
from local_db.templates.render import render
from local_db.templates.sms_parts import PartsRule, Room, route_of
from local_db.templates.vendors import built_in_vendors, vendor_of

EVERYBODY = parse({"field": "orders", "op": ">=", "value": 0})
TEXT = Template("双11", Purpose.MARKETING, "猫粮店", "{nick|亲}，全店八折，", "拒收请回复R")


def removed(plan):
    return {step.code.value: step.removed for step in plan.waterfall.steps if step.removed}


def test_every_text_is_written_out(stocked):
    plan = stocked.plan()
    assert [(message.member_id, message.phone, message.text) for message in plan.texts] == [
        (1, "13800138001", "【猫粮店】小猫，全店八折，拒收请回复R"),
        (2, "13800138002", "【猫粮店】亲，全店八折，拒收请回复R"),
        (3, "13800138003", "【猫粮店】亲，全店八折，拒收请回复R"),
        (4, "13800138004", "【猫粮店】+狗，全店八折，拒收请回复R"),
    ]
    assert (plan.matched, plan.messages, plan.refusals) == (4, 4, ())
    assert (plan.longest.units, plan.shortest.units) == (19, 18)


def test_parts_and_price_are_those_of_the_texts(stocked):
    # 11 characters around the body: a nick of two characters takes it over 70, one of one does not.
    body = "{nick|亲}" + "猫" * (70 - 11 - 1)
    plan = stocked.plan(replace(TEXT, body=body), PrepareOptions(price=Decimal("0.0425")))
    assert plan.parts == {1: 2, 2: 2}
    assert plan.cost == Decimal("0.2550")


NICKS = (
    "小猫", "", "t**8", "+狗", "[x]", "a€b", "😀家", "【假】", "行\n行", "小鱼干不干的主人和猫", "é" * 30, "猫" * 60,
)  # fmt: skip


@pytest.fixture
def awkward(case):
    """People at home and abroad with nicks that are hard to count, to fill in and to cut."""
    for number, nick in enumerate(NICKS * 2, 1):
        abroad = number > len(NICKS)
        case.add_member(number, f"+1415555{number:04}" if abroad else f"1380013{number:04}", nick)
    return case


# What a seller writes: words (braces doubled), and variables with and without something that stands in for them.
PIECES = st.sampled_from(("猫", "猫" * 40, "x" * 100, "x" * 300, "[sale] ", "😀", "{{", "}}", "é’", "，"))
VARIABLES = st.sampled_from(("{nick|亲|12}", "{nick||3}", "{nick|}", "{nick:5}", "{nick}", "{orders}", "{city|x~}"))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(PIECES | VARIABLES, min_size=1, max_size=6),
    vendor=st.sampled_from(built_in_vendors()),
    price=st.decimals(0, 5, places=4),
)
def test_the_cost_is_the_sum_over_members_one_by_one(awkward, pieces, vendor, price):
    template = replace(TEXT, body="".join(pieces), vendor=vendor.key, opt_out="STOP to end")
    roster = awkward.roster()
    plan = actions.plan(awkward.shop, roster, EVERYBODY, template, PrepareOptions(price=price), now=awkward.now)
    facts = [preview_facts(awkward.shop, roster, message.member_id, now=awkward.now) for message in plan.texts]
    alone = [render(template, known, route_of(message.phone)) for known, message in zip(facts, plan.texts, strict=True)]
    assert [message.text for message in plan.texts] == [one.text for one in alone]
    assert plan.cost == sum(price * one.parts for one in alone)
    assert plan.parts == Counter(one.parts for one in alone)
    assert bool(plan.unfilled) == any(one.unfilled for one in alone)
    if not plan.refusals:  # then no text has a brace that nobody wrote
        written = [piece[0] for piece in pieces if piece in ("{{", "}}")]
        assert all(re.findall("[{}]", one.text) == written for one in alone)


def test_a_profile_of_ones_own_counts(case):
    case.add_member(1, "13800138001", "小猫")
    own = replace(vendor_of("custom"), key="own", parts=PartsRule(Room(12, 10)), most_units=18)
    plan = case.plan(replace(TEXT, vendor="own"), PrepareOptions(own_vendors=(own,)))
    assert plan.parts == {2: 1}
    assert refusals(plan) == [("texts_too_long", {"count": 1, "most": 18})]


def test_foreign_numbers_are_counted_by_their_own_rules(case):
    case.add_member(1, "+14155550123")
    case.add_member(2, "13800138000")
    template = Template("t", Purpose.MARKETING, "Whiskers", "x" * 100, "Reply STOP to opt out")
    assert [message.parts for message in case.plan(template).texts] == [1, 2]


def test_the_waterfall_counts_each_person_once(case):
    case.add_member(1, "13800138001")
    case.add_member(2, "13800138001", ordered_days_ago=1)
    case.add_member(3, "13800138003")
    case.add_member(4, "13800138003")
    case.add_member(5)
    case.add_member(6, "13800138006")
    case.add_member(7, "13800138007")
    case.consent(4, "opted_out")
    case.consent(6, "not_granted")
    plan = case.plan()
    assert removed(plan) == {"opted_out": 2, "no_consent": 1, "no_usable_phone": 1, "duplicate_phone": 1}
    assert [message.member_id for message in plan.texts] == [2, 7]
    assert plan.matched - sum(removed(plan).values()) == plan.messages


def test_a_tree_that_asks_for_opted_out_people_reaches_none(stocked):
    stocked.consent(1, "opted_out")
    plan = stocked.plan(node=parse({"field": "consent", "channel": "sms", "op": "is", "value": "opted_out"}))
    assert (plan.matched, removed(plan), plan.messages) == (1, {"opted_out": 1}, 0)


@pytest.mark.parametrize(("days_ago", "quiet_days", "left"), [(6, 7, 0), (7, 7, 4), (8, 7, 4), (1, 0, 4), (29, 30, 0)])
def test_people_written_to_lately_are_left_alone(stocked, tmp_path, days_ago, quiet_days, left):
    then = stocked.now - timedelta(days=days_ago)
    audience = stocked.prepare(now=then)
    assert stocked.plan(options=PrepareOptions(quiet_days=quiet_days)).messages == 4  # prepared only
    stocked.hand_off(audience, tmp_path / "a.csv", now=then)
    plan = stocked.plan(options=PrepareOptions(quiet_days=quiet_days))
    assert plan.messages == left


def test_the_phone_that_got_a_message_is_left_alone_whoever_has_it_now(case, tmp_path):
    case.add_member(1, "13800138001")
    case.hand_off(case.prepare(), tmp_path / "a.csv")
    case.add_member(2, "13800138001", ordered_days_ago=0)
    plan = case.plan()
    assert removed(plan) == {"duplicate_phone": 1, "recently_messaged": 1}


def refusals(plan):
    return [(refusal.code, refusal.data) for refusal in plan.refusals]


def test_what_lacks_a_value_is_counted_by_variable(stocked):
    plan = stocked.plan(replace(TEXT, body="{nick}{city}，"))
    assert plan.unfilled == {"city": 4, "nick": 2}
    assert refusals(plan) == [
        ("unfilled_variable", {"variable": "city", "count": 4}),
        ("unfilled_variable", {"variable": "nick", "count": 2}),
    ]


def test_a_template_that_blocks_is_a_refusal(stocked):
    plan = stocked.plan(replace(TEXT, body="{nik}你好"))
    assert refusals(plan) == [("template_problem", {"problem": "unknown_variable", "position": 0, "name": "nik"})]
    assert plan.messages == 4


def test_values_that_make_a_text_too_long(case):
    case.add_member(1, "13800138001", "猫" * 400)
    plan = case.plan(replace(TEXT, body="{nick|亲}" + "猫" * 100))
    assert refusals(plan) == [("texts_too_long", {"count": 1, "most": 500})]


def test_nobody_left(case):
    case.add_member(1)
    assert refusals(case.plan()) == [("nobody_left", {"matched": 1})]


def test_a_roster_read_before_a_change_is_refused(stocked):
    roster = stocked.roster()
    stocked.consent(1, "opted_out")
    with pytest.raises(PrepareError) as caught:
        actions.plan(stocked.shop, roster, parse({"all": []}), TEXT, PrepareOptions(), now=stocked.now)
    assert caught.value.code == "stale_roster"


def test_as_of_a_day_the_segment_and_the_values_are_those_of_that_day(stocked):
    node = parse({"field": "orders", "op": ">=", "value": 1})
    template = replace(TEXT, body="{days_since_last_order}天没来了，")
    plan = stocked.plan(template, node=node, as_of=date(2026, 11, 20))
    assert [(message.member_id, message.text[5:7]) for message in plan.texts] == [(2, "0天"), (3, "1天"), (4, "2天")]


def test_the_options_of_the_shop(stocked):
    assert actions.shop_options(stocked.shop) == PrepareOptions()
    save_settings(stocked.shop, {"sms_price": "0.038", "sms_consent_required": True, "sms_quiet_days": 0})
    assert actions.shop_options(stocked.shop) == PrepareOptions(True, 0, Decimal("0.038"))


@pytest.mark.parametrize("price", ["", "five", "-1", "NaN", "Infinity"])
def test_a_price_that_is_none(stocked, price):
    save_settings(stocked.shop, {"sms_price": price})
    with pytest.raises(PrepareError) as caught:
        actions.shop_options(stocked.shop)
    assert caught.value.code == "bad_price"
