"""Joining and splitting: one person afterwards, her opt-out held, and everything as it was when taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.changes import Changes, Topic
from local_db.members import actions, erasure, merging, notes, person_store
from local_db.members.merging import OF_A_JOIN
from local_db.members.model import DecisionEvent
from local_db.roster.refusals import refusals
from local_db.roster.store import load
from local_db.shop_file import Shop
from tests.local_db.members.conftest import dump
from tests.local_db.members.people import NOW, add_order, add_record, derive, member

CHANGED = Changes.of(Topic.MEMBERS, Topic.ORDERS)


def of_nick(shop: Shop, nick: str) -> int:
    with shop.read() as connection:
        return member(connection, "nick", nick)


def join(shop: Shop) -> merging.Decided:
    done, changes = merging.join_members(shop, of_nick(shop, "小鱼干"), of_nick(shop, "jd_lin"), "same phone", now=NOW)
    assert done is not None
    assert changes == CHANGED
    return done


def test_two_members_become_one_with_the_orders_of_both(people: Shop) -> None:
    done = join(people)
    assert of_nick(people, "小鱼干") == of_nick(people, "jd_lin") == done.member_id
    with people.read() as connection:
        person = person_store.person(connection, done.member_id)
        assert load(connection).size == 2
    assert person is not None
    assert person.order_count == 3
    why = {belonging.value: belonging.why for belonging in person.belongings if belonging.kind == "nick"}
    assert "decision" in {belonging.why for belonging in person.belongings}
    assert why["小鱼干"] == "same_record"


def test_taking_a_join_back_leaves_the_shop_as_it_was(people: Shop) -> None:
    before = dump(people)
    done = join(people)
    assert dump(people) != before
    assert merging.undo_decisions(people, done.decisions)[1] == CHANGED
    assert dump(people) == before
    assert merging.undo_decisions(people, done.decisions) == ((), Changes())


def test_what_was_done_by_hand_follows_the_key_it_hangs_on(people: Shop) -> None:
    """A note, a tag and a consent of each are with the joined one, and with their own again after taking it back."""
    for nick, word in (("小鱼干", "a"), ("jd_lin", "b")):
        notes.add_note(people, of_nick(people, nick), word, now=NOW)
        actions.tag_member(people, of_nick(people, nick), "VIP")
        actions.record_consent(people, of_nick(people, nick), "sms", "granted", now=NOW)
    before = dump(people)
    done = join(people)
    with people.read() as connection:
        person = person_store.person(connection, done.member_id)
    assert person is not None
    assert {note.text for note in person.notes} == {"a", "b"}
    assert person.row.tags == ("VIP",)
    assert len(person.ledger) == 2
    merging.undo_decisions(people, done.decisions)
    assert dump(people) == before


@pytest.mark.parametrize("refusing", ["小鱼干", "jd_lin"])
@pytest.mark.parametrize("later", [True, False])
@pytest.mark.parametrize("channel", ["sms", "email", "call"])
def test_an_opt_out_of_either_holds_for_the_joined_person(
    people: Shop, refusing: str, later: bool, channel: str
) -> None:
    """Whoever said it and whenever, even where the other agreed by hand afterwards; taking it back leaves no trace."""
    agreeing = "jd_lin" if refusing == "小鱼干" else "小鱼干"
    first, second = NOW, NOW + timedelta(days=1)
    refused_at, agreed_at = (second, first) if later else (first, second)
    actions.record_consent(people, of_nick(people, refusing), channel, "opted_out", now=refused_at)
    actions.record_consent(people, of_nick(people, agreeing), channel, "granted", now=agreed_at)
    before = dump(people)
    done = join(people)
    with people.read() as connection:
        refused = refusals(connection, channel)
        person = person_store.person(connection, done.member_id)
    assert done.member_id in refused.opted_out
    assert refused.holds_for(done.member_id, "13800001234")
    assert person is not None
    assert (person.ledger[0].source == f"{OF_A_JOIN}{done.decisions[0]}") == (not later)
    assert (
        next(entry for entry in person.ledger if entry.decides and entry.channel == channel).state.name == "OPTED_OUT"
    )
    merging.undo_decisions(people, done.decisions)
    assert dump(people) == before


def test_the_joined_person_may_agree_again(people: Shop) -> None:
    actions.record_consent(people, of_nick(people, "jd_lin"), "sms", "opted_out", now=NOW)
    done = join(people)
    actions.record_consent(people, done.member_id, "sms", "granted", now=NOW)
    with people.read() as connection:
        assert done.member_id not in refusals(connection, "sms").opted_out


def test_members_that_cannot_be_joined_are_left_alone(people: Shop) -> None:
    lin = of_nick(people, "小鱼干")
    before = dump(people)
    for first, second in ((lin, lin), (lin, 999), (999, lin)):
        assert merging.join_members(people, first, second, "", now=NOW) == (None, Changes())
    assert dump(people) == before


def test_many_pairs_are_joined_and_taken_back_together(people: Shop) -> None:
    lin, jd, wu = of_nick(people, "小鱼干"), of_nick(people, "jd_lin"), of_nick(people, "wu_4")
    before = dump(people)
    decisions, _ = merging.join_pairs(people, [(lin, jd), (jd, wu), (lin, wu)], "all", now=NOW)
    assert len(decisions) == 2  # the third pair was one person by then
    assert of_nick(people, "小鱼干") == of_nick(people, "jd_lin") == of_nick(people, "wu_4")
    merging.undo_decisions(people, decisions)
    assert dump(people) == before


def phone_of_lin(shop: Shop) -> int:
    with shop.read() as connection:
        query = "select id from identities where kind = 'phone' and scope = 'taobao'"
        return int(connection.execute(query).fetchone()[0])


def test_a_key_is_split_and_comes_back(people: Shop) -> None:
    before = dump(people)
    done, changes = merging.split_identity(people, phone_of_lin(people), "her mother's phone", now=NOW)
    assert done is not None
    assert changes == CHANGED
    assert done.member_id == of_nick(people, "小鱼干")
    assert done.other_id != done.member_id
    with people.read() as connection:
        person = person_store.person(connection, done.member_id)
    assert person is not None
    assert "13800001234" not in {belonging.value for belonging in person.belongings}
    assert [(apart.value, apart.other) for apart in person.apart] == [("13800001234", "")]
    assert set(person.apart[0].decisions) == set(done.decisions)  # one button takes both back
    merging.undo_decisions(people, done.decisions)
    assert dump(people) == before


def test_the_only_key_is_not_split(people: Shop) -> None:
    before = dump(people)
    with people.read() as connection:
        wu = connection.execute("select id from identities where value = 'wu_4'").fetchone()[0]
        strongest = connection.execute("select id from identities where kind = 'buyer_id'").fetchone()[0]
    for identity_id in (wu, strongest, 999):
        assert merging.split_identity(people, identity_id, "", now=NOW)[0] is None
    assert dump(people) == before


def test_who_is_kept_apart_says_so_until_it_is_taken_back(people: Shop) -> None:
    lin, jd = of_nick(people, "小鱼干"), of_nick(people, "jd_lin")
    before = dump(people)
    done, _ = merging.keep_apart(people, lin, jd, "sisters", now=NOW)
    assert done is not None
    with people.read() as connection:
        person = person_store.person(connection, lin)
    assert person is not None
    assert [(apart.decisions, apart.other) for apart in person.apart] == [(done.decisions, "jd_lin")]
    merging.undo_decisions(people, done.decisions)
    assert dump(people) == before


STEPS = st.lists(st.sampled_from(["join", "wu", "split", "apart"]), max_size=5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_taking_back_any_series_of_decisions_leaves_the_shop_as_it_was(people: Shop, steps: list[str]) -> None:
    before = dump(people)
    taken: list[int] = []
    for step in steps:
        lin, jd, wu = (of_nick(people, nick) for nick in ("小鱼干", "jd_lin", "wu_4"))
        done, _ = {
            "join": lambda lin=lin, jd=jd: merging.join_members(people, lin, jd, "", now=NOW),
            "wu": lambda lin=lin, wu=wu: merging.join_members(people, wu, lin, "", now=NOW),
            "split": lambda: merging.split_identity(people, phone_of_lin(people), "", now=NOW),
            "apart": lambda lin=lin, jd=jd: merging.keep_apart(people, lin, jd, "", now=NOW),
        }[step]()
        taken += done.decisions if done else ()
    merging.undo_decisions(people, taken)
    assert dump(people) == before


@pytest.mark.parametrize("step", ["join", "split", "apart"])
def test_what_was_taken_back_is_decided_again(people: Shop, step: str) -> None:
    """As of the same time and with the same opt-out; only the number of the decision is another one."""
    lin, jd = of_nick(people, "小鱼干"), of_nick(people, "jd_lin")
    actions.record_consent(people, lin, "sms", "opted_out", now=NOW)
    actions.record_consent(people, jd, "sms", "granted", now=NOW + timedelta(days=1))
    before = dump(people)
    done, _ = {
        "join": lambda: merging.join_members(people, lin, jd, "why", now=NOW),
        "split": lambda: merging.split_identity(people, phone_of_lin(people), "why", now=NOW),
        "apart": lambda: merging.keep_apart(people, lin, jd, "why", now=NOW),
    }[step]()
    assert done is not None
    decided = dump(people)
    taken, _ = merging.undo_decisions(people, done.decisions)
    assert dump(people) == before
    again, changes = merging.decide_again(people, taken)
    assert changes == CHANGED
    after = dump(people)
    for table in ("identities", "orders", "members", "notes", "member_tags"):
        assert after[table] == decided[table], table
    assert [row[1:] for row in after["decisions"]] == [row[1:] for row in decided["decisions"]]
    assert [row[2:4] for row in after["consents"]] == [row[2:4] for row in decided["consents"]]
    merging.undo_decisions(people, again)
    assert dump(people) == before


def test_a_decision_about_somebody_erased_is_not_decided_again(people: Shop) -> None:
    done = join(people)
    taken, _ = merging.undo_decisions(people, done.decisions)
    erasure.erase_member(people, of_nick(people, "jd_lin"), now=NOW)
    before = dump(people)
    assert merging.decide_again(people, taken) == ((), Changes())
    assert dump(people) == before


def test_a_key_with_orders_of_its_own_becomes_a_member_and_says_from_whom_it_was_split(people: Shop) -> None:
    with people.write() as connection:
        by_nick = add_record(connection, nick="小鱼干", name="林小鱼")  # an order without the buyer's number
        add_order(connection, by_nick, "2200010", day=60)
        derive(connection)
        nick = connection.execute("select id from identities where value = '小鱼干'").fetchone()[0]
    before = dump(people)
    done, _ = merging.split_identity(people, nick, "", now=NOW)
    assert done is not None
    assert done.other_id
    with people.read() as connection:
        own = person_store.person(connection, done.other_id)
        rest = person_store.person(connection, done.member_id)
    assert own is not None
    assert rest is not None
    assert own.order_count == 1
    for person in (own, rest):
        assert [(apart.value, apart.other) for apart in person.apart] == [("小鱼干", "")]
        assert set(person.apart[0].decisions) == set(done.decisions)
        told = [event.value for event in person.events if isinstance(event, DecisionEvent)]
        assert told == ["小鱼干"]
    merging.undo_decisions(people, own.apart[0].decisions)
    assert dump(people) == before
