import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.campaigns.model import PrepareOptions, StepCode
from local_db.campaigns.suppression import latest_orders, opted_out, suppress
from local_db.roster.roster import NO_TIME, Consent, TextColumn
from local_db.templates.model import Purpose
from tests.local_db.roster import columns

NOBODY = {code.value: [] for code in StepCode}


def members(phones, consent=None):
    """Members with these phone groups (-1: none) and consents."""
    size = len(phones)
    empty = TextColumn(np.zeros(size, np.int32), ("",))
    groups = np.array(phones, dtype=np.int32)
    return columns.members(
        ids=np.arange(10, 10 + size, dtype=np.int64),
        platform=empty,
        province=empty,
        city=empty,
        phone_usable=groups >= 0,
        phone_group=groups,
        known_since=np.full(size, NO_TIME, dtype=np.int64),
        consent={} if consent is None else {"sms": np.array(consent, dtype=np.uint8)},
        tags={},
    )


def fall(people, *, matched=None, options=None, purpose=Purpose.MARKETING, latest=None, messaged=()):
    size = len(people.ids)
    return suppress(
        people,
        np.ones(size, np.bool_) if matched is None else np.array(matched, np.bool_),
        options or PrepareOptions(),
        purpose=purpose,
        latest_order=np.array([0] * size if latest is None else latest, dtype=np.int64),
        messaged=np.isin(np.arange(size), messaged),
    )


def removed(waterfall):
    return {step.code.value: step.numbers.tolist() for step in waterfall.steps}


@pytest.mark.parametrize(
    ("phones", "consent", "arguments", "expected", "left"),
    [
        ([0, 1, 2], None, {}, {}, [0, 1, 2]),
        ([0, 1], [Consent.OPTED_OUT, Consent.GRANTED], {}, {"opted_out": [0]}, [1]),
        # A refusal belongs to the phone, even where the one who refused is not matched.
        ([0, 0, 1], [Consent.OPTED_OUT, Consent.GRANTED, 0], {}, {"opted_out": [0, 1]}, [2]),
        ([0, 0, 1], [Consent.OPTED_OUT, 0, 0], {"matched": [0, 1, 1]}, {"opted_out": [1]}, [2]),
        # Without a phone nobody shares one.
        ([-1, -1, 0], [Consent.OPTED_OUT, 0, 0], {}, {"opted_out": [0], "no_usable_phone": [1]}, [2]),
        ([0, 1], [Consent.NOT_GRANTED, 0], {}, {"no_consent": [0]}, [1]),
        # So does "not subscribed", unless the other record says otherwise.
        ([0, 0], [Consent.NOT_GRANTED, 0], {}, {"no_consent": [0, 1]}, []),
        ([0, 0], [Consent.NOT_GRANTED, Consent.GRANTED], {}, {"no_consent": [0]}, [1]),
        ([-1, 0], None, {}, {"no_usable_phone": [0]}, [1]),
        ([0, 0, 0], None, {"latest": [5, 9, 7]}, {"duplicate_phone": [0, 2]}, [1]),
        ([0, 0, 0], None, {"latest": [5, 5, NO_TIME]}, {"duplicate_phone": [1, 2]}, [0]),
        ([0, 0], None, {"latest": [1, 9], "matched": [1, 0]}, {}, [0]),
        ([0, 1], None, {"messaged": [1]}, {"recently_messaged": [1]}, [0]),
        # By the same phone: the other member of that phone was the one written to.
        (
            [0, 0, 1],
            None,
            {"messaged": [1], "latest": [9, 1, 1]},
            {"duplicate_phone": [1], "recently_messaged": [0]},
            [2],
        ),
        ([0, 1], None, {"matched": [0, 0]}, {}, []),
        ([], None, {}, {}, []),
    ],
)
def test_each_step_takes_its_own(phones, consent, arguments, expected, left):
    waterfall = fall(members(phones, consent), **arguments)
    assert removed(waterfall) == {**NOBODY, **expected}
    assert waterfall.numbers.tolist() == left


@pytest.mark.parametrize(
    ("required", "purpose", "left"),
    [
        (False, Purpose.MARKETING, [0, 1]),
        (True, Purpose.MARKETING, [1]),
        (True, Purpose.NOTIFICATION, [0, 1]),
    ],
)
def test_unknown_consent_matters_for_marketing_where_it_is_required(required, purpose, left):
    people = members([0, 1, 2, 3], [Consent.UNKNOWN, Consent.GRANTED, Consent.NOT_GRANTED, Consent.OPTED_OUT])
    options = PrepareOptions(consent_required=required)
    assert fall(people, options=options, purpose=purpose).numbers.tolist() == left


def test_the_steps_come_in_their_order():
    assert [step.code for step in fall(members([0])).steps] == list(StepCode)


def test_the_latest_order_of_each_member():
    orders = columns.orders(
        member=np.array([0, 0, 2], dtype=np.int32),
        time=np.array([5, 9, NO_TIME]),
        is_purchase=np.array([True, False, True]),
        net=np.zeros(3, np.int64),
        refunded=np.zeros(3, np.int64),
        items=np.zeros(3, np.int64),
        discount=np.zeros(3, np.int64),
    )
    assert latest_orders(orders, 3).tolist() == [9, NO_TIME, NO_TIME]


@st.composite
def shops(draw):
    size = draw(st.integers(0, 12))

    def each(one):
        return draw(st.lists(one, min_size=size, max_size=size))

    return {
        "people": members(each(st.integers(-1, 4)), each(st.sampled_from(list(Consent)))),
        "matched": each(st.booleans()),
        "latest": each(st.integers(-3, 3)),
        "messaged": draw(st.lists(st.integers(0, 12), max_size=4)),
        "purpose": draw(st.sampled_from(Purpose)),
        "options": PrepareOptions(consent_required=draw(st.booleans()), quiet_days=draw(st.integers(0, 30))),
    }


@given(shops())
def test_whatever_the_options_nobody_suppressed_is_written_to(case):
    people = case["people"]
    waterfall = fall(**case)
    left = waterfall.numbers
    consent = people.consent["sms"]
    refused_phones = set(people.phone_group[consent == Consent.OPTED_OUT].tolist()) - {-1}
    assert not opted_out(people)[left].any()
    assert not np.isin(consent[left], [Consent.OPTED_OUT, Consent.NOT_GRANTED]).any()
    assert refused_phones.isdisjoint(people.phone_group[left].tolist())
    assert people.phone_usable[left].all()
    assert len(set(people.phone_group[left].tolist())) == len(left)
    assert np.array(case["matched"], np.bool_)[left].all()


@given(shops())
def test_everybody_matched_is_left_or_taken_out_at_exactly_one_step(case):
    waterfall = fall(**case)
    out = [number for step in waterfall.steps for number in step.numbers.tolist()]
    assert sorted([*out, *waterfall.numbers.tolist()]) == np.flatnonzero(case["matched"]).tolist()
    assert waterfall.matched - sum(step.removed for step in waterfall.steps) == len(waterfall.numbers)
