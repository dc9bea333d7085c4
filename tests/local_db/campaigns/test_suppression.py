import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.campaigns.model import CALL, EMAIL, SMS, PrepareOptions, StepCode
from local_db.campaigns.suppression import latest_orders, opted_out, suppress
from local_db.roster.roster import NO_TIME, Consent, TextColumn
from local_db.templates.model import Purpose
from tests.local_db.roster import columns

CHANNELS = (SMS, CALL, EMAIL)
BY_PHONE = (
    StepCode.OPTED_OUT,
    StepCode.NO_CONSENT,
    StepCode.NO_USABLE_PHONE,
    StepCode.DUPLICATE_PHONE,
    StepCode.RECENTLY_MESSAGED,
)
BY_EMAIL = (
    StepCode.OPTED_OUT,
    StepCode.NO_CONSENT,
    StepCode.NO_EMAIL,
    StepCode.DUPLICATE_EMAIL,
    StepCode.RECENTLY_MESSAGED,
)
NOBODY = {code.value: [] for code in BY_PHONE}


def members(phones, consent=None, *, channel=SMS, refused=None):
    """Members with these phone groups (-1: none) and consents on a channel."""
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
        consent={} if consent is None else {channel: np.array(consent, dtype=np.uint8)},
        tags={},
        refused={} if refused is None else {channel: np.array(refused, dtype=np.bool_)},
    )


def mailboxes(people, emails):
    return np.array([-1] * len(people.ids) if emails is None else emails, dtype=np.int32)


def fall(
    people, *, matched=None, options=None, purpose=Purpose.MARKETING, latest=None, messaged=(), channel=SMS, emails=None
):
    size = len(people.ids)
    return suppress(
        people,
        np.ones(size, np.bool_) if matched is None else np.array(matched, np.bool_),
        options or PrepareOptions(),
        purpose=purpose,
        latest_order=np.array([0] * size if latest is None else latest, dtype=np.int64),
        messaged=np.isin(np.arange(size), messaged),
        channel=channel,
        mailbox=mailboxes(people, emails),
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


@pytest.mark.parametrize(("channel", "steps"), [(SMS, BY_PHONE), (CALL, BY_PHONE), (EMAIL, BY_EMAIL)])
def test_the_steps_come_in_their_order(channel, steps):
    assert tuple(step.code for step in fall(members([0]), channel=channel).steps) == steps


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_refusal_of_one_channel_holds_for_that_channel_only(channel):
    people = members([0, 1], [Consent.OPTED_OUT, Consent.GRANTED], channel=channel)
    for other in CHANNELS:
        assert fall(people, channel=other, emails=[0, 1]).numbers.tolist() == ([1] if other == channel else [0, 1])


@pytest.mark.parametrize(
    ("phones", "emails", "consent", "arguments", "expected", "left"),
    [
        ([-1, -1], [0, 1], None, {}, {}, [0, 1]),
        ([0, 1], [-1, 0], None, {}, {"no_email": [0]}, [1]),
        ([0, 1, 2], [0, 0, 1], None, {"latest": [1, 9, 5]}, {"duplicate_email": [0]}, [1, 2]),
        # A refusal belongs to the address, and to the person behind a phone.
        ([-1, -1], [0, 0], [Consent.OPTED_OUT, Consent.GRANTED], {}, {"opted_out": [0, 1]}, []),
        ([0, 0], [0, 1], [Consent.OPTED_OUT, Consent.GRANTED], {}, {"opted_out": [0, 1]}, []),
        ([-1, -1], [0, 0], [Consent.NOT_GRANTED, 0], {}, {"no_consent": [0, 1]}, []),
        (
            [-1, -1],
            [0, 0],
            None,
            {"messaged": [1], "latest": [9, 1]},
            {"duplicate_email": [1], "recently_messaged": [0]},
            [],
        ),
    ],
)
def test_e_mail_has_an_address_of_its_own(phones, emails, consent, arguments, expected, left):
    waterfall = fall(members(phones, consent, channel=EMAIL), channel=EMAIL, emails=emails, **arguments)
    assert removed(waterfall) == {**{code.value: [] for code in BY_EMAIL}, **expected}
    assert waterfall.numbers.tolist() == left


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

    channel = draw(st.sampled_from(CHANNELS))
    return {
        "people": members(
            each(st.integers(-1, 4)),
            each(st.sampled_from(list(Consent))),
            channel=channel,
            refused=each(st.booleans()),
        ),
        "emails": each(st.integers(-1, 4)),
        "channel": channel,
        "matched": each(st.booleans()),
        "latest": each(st.integers(-3, 3)),
        "messaged": draw(st.lists(st.integers(0, 12), max_size=4)),
        "purpose": draw(st.sampled_from(Purpose)),
        "options": PrepareOptions(consent_required=draw(st.booleans()), quiet_days=draw(st.integers(0, 30))),
    }


@given(shops())
def test_whatever_the_options_nobody_suppressed_is_reached(case):
    people, channel = case["people"], case["channel"]
    address = mailboxes(people, case["emails"]) if channel == EMAIL else people.phone_group
    left = fall(**case).numbers
    consent = people.consent[channel]
    refusing = (consent == Consent.OPTED_OUT) | people.refused[channel]
    assert not opted_out(people, channel, address)[left].any()
    assert not refusing[left].any()
    assert not np.isin(consent[left], [Consent.OPTED_OUT, Consent.NOT_GRANTED]).any()
    for group in (people.phone_group, address):
        assert (set(group[refusing].tolist()) - {-1}).isdisjoint(group[left].tolist())
    assert (address[left] >= 0).all()
    assert len(set(address[left].tolist())) == len(left)
    assert np.array(case["matched"], np.bool_)[left].all()


@given(shops())
def test_everybody_matched_is_left_or_taken_out_at_exactly_one_step(case):
    waterfall = fall(**case)
    out = [number for step in waterfall.steps for number in step.numbers.tolist()]
    assert sorted([*out, *waterfall.numbers.tolist()]) == np.flatnonzero(case["matched"]).tolist()
    assert waterfall.matched - sum(step.removed for step in waterfall.steps) == len(waterfall.numbers)
