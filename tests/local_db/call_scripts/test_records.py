"""A call is recorded whole or not at all, follows the person, and is taken back whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from local_db.call_scripts import records
from local_db.call_scripts.coverage import coverage
from local_db.call_scripts.model import Answer, AnswerKind, Call, Outcome, RecordedCall, Step
from local_db.call_scripts.records import calls_of, record_call, undo_call
from local_db.changes import Changes, Topic
from local_db.documents.actions import delete_document, purge_documents, save_document
from local_db.documents.model import Document, DocumentKind
from local_db.importing.undo_store import delete_unused_identities
from local_db.members import actions, merging, person_store
from local_db.members.erasure import erase_member
from local_db.members.model import CallEvent
from local_db.roster.consent import CHANNELS
from local_db.roster.refusals import refusals
from local_db.shop_file import Shop
from tests.local_db.members.conftest import dump, people
from tests.local_db.members.people import NOW, member

__all__ = ["people"]
MEMBERS = Changes.of(Topic.MEMBERS)
PATH = '[["hello","yes",""],["offer","custom","下周"],["end"]]'


def add_script(shop: Shop) -> int:
    return save_document(shop, Document(DocumentKind.CALL_SCRIPT, "回购", "{}"), now=NOW)[0].id


def lin(shop: Shop) -> tuple[int, int]:
    """Lin, and her other self on JD."""
    with shop.read() as connection:
        return member(connection, "nick", "小鱼干"), member(connection, "nick", "jd_lin")


def call_to(member_id: int, outcome: Outcome = Outcome.AGREED, document_id: int | None = None) -> Call:
    return Call(member_id, outcome, PATH, 60, 150, " 要两包 ", document_id)


def recorded(shop: Shop, call: Call, *tags: str) -> RecordedCall:
    done, changes = record_call(shop, call, tags, now=NOW)
    assert done is not None
    assert changes == MEMBERS
    return done


def refusing(shop: Shop, channel: str = "call") -> set[int]:
    with shop.read() as connection:
        return set(refusals(connection, channel).opted_out)


@pytest.mark.parametrize("outcome", Outcome)
def test_taking_a_call_back_leaves_the_shop_as_it_was(people: Shop, outcome: Outcome) -> None:
    who, script = lin(people)[0], add_script(people)
    before = dump(people)
    done = recorded(people, call_to(who, outcome, script), "要回访", "要回访", " ", "爱喝汤")
    assert calls_of(people, who) == (replace(call_to(who, outcome, script), note="要两包", id=done.call_id),)
    with people.read() as connection:
        person = person_store.person(connection, who)
    assert person is not None
    assert set(person.row.tags) >= {"要回访", "爱喝汤"}
    assert person.tag_sources["要回访"] == f"call:{script}"
    told = [event for event in person.events if isinstance(event, CallEvent)]
    assert told == [CallEvent(60, "回购", outcome.value, 90, "要两包", (("yes", ""), ("custom", "下周")))]
    assert undo_call(people, done) == (True, MEMBERS)
    assert dump(people) == before
    assert undo_call(people, done) == (False, Changes())


def test_only_who_refuses_is_opted_out_and_of_calls_only(people: Shop) -> None:
    who = lin(people)[0]
    for outcome in set(Outcome) - {Outcome.REFUSED}:
        recorded(people, call_to(who, outcome))
    assert not any(refusing(people, channel) for channel in CHANNELS)
    done = recorded(people, call_to(who, Outcome.REFUSED))
    assert who in refusing(people)
    assert not refusing(people, "sms")
    undo_call(people, done)
    assert not refusing(people)


def test_a_tag_that_she_has_already_stays_when_the_call_is_taken_back(people: Shop) -> None:
    who = lin(people)[0]
    actions.tag_member(people, who, "VIP")
    before = dump(people)
    done = recorded(people, call_to(who), "VIP")
    assert done.tags == ()
    undo_call(people, done)
    assert dump(people) == before


def test_a_tag_of_a_rule_is_left_to_its_rule(people: Shop) -> None:
    with people.write() as connection:
        connection.execute("insert into tags(name, rule) values ('老客', '{}')")
    done = recorded(people, call_to(lin(people)[0]), "老客", "要回访")
    assert (done.not_given, [change.tag for change in done.tags]) == (("老客",), ["要回访"])


def test_taking_a_call_back_leaves_the_refusal_of_somebody_else(people: Shop) -> None:
    first, second = lin(people)
    done = recorded(people, call_to(first, Outcome.REFUSED))
    assert done.consent is not None
    actions.remove_consent(people, done.consent.id)
    actions.record_consent(people, second, "call", "opted_out", now=NOW)
    undo_call(people, done)
    assert second in refusing(people)


def test_a_failure_on_the_way_leaves_nothing_half(people: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    who = lin(people)[0]
    before = dump(people)

    def failing(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(records, "note_consent", failing)
    with pytest.raises(OSError):  # noqa: PT011 - any failure
        record_call(people, call_to(who, Outcome.REFUSED), ["要回访"], now=NOW)
    assert dump(people) == before


def test_calls_follow_whoever_the_people_are(people: Shop) -> None:
    first, second = lin(people)
    done = recorded(people, call_to(second, Outcome.REFUSED), "要回访")
    apart = dump(people)
    decided, _ = merging.join_members(people, first, second, "same", now=NOW)
    assert decided is not None
    assert [call.id for call in calls_of(people, decided.member_id)] == [done.call_id]
    assert decided.member_id in refusing(people)
    merging.undo_decisions(people, decided.decisions)
    assert dump(people) == apart
    again, _ = merging.join_members(people, *lin(people), "same", now=NOW)
    assert again is not None
    assert undo_call(people, done) == (True, MEMBERS)
    assert calls_of(people, again.member_id) == ()


def test_nobody_is_called_who_is_not_there(people: Shop) -> None:
    before = dump(people)
    assert record_call(people, call_to(999), ["x"], now=NOW) == (None, Changes())
    assert dump(people) == before
    who = lin(people)[0]
    done = recorded(people, call_to(who), "要回访")
    erase_member(people, who, now=NOW)
    assert undo_call(people, done) == (False, Changes())


def test_a_call_outlives_its_script(people: Shop) -> None:
    who, script = lin(people)[0], add_script(people)
    recorded(people, call_to(who, document_id=script))
    delete_document(people, script, now=NOW.replace(year=2000))
    purge_documents(people, now=NOW)
    assert [call.document_id for call in calls_of(people, who)] == [None]
    recorded(people, call_to(who, document_id=script))  # by a window that does not know yet
    assert len(calls_of(people, who)) == 2


def test_a_key_that_no_file_names_any_more_stays_while_a_call_hangs_on_it(people: Shop) -> None:
    with people.write() as connection:
        alone, called = (
            connection.execute(
                "insert into identities(member_id, kind, scope, value, import_id) values (1, 'nick', 'x', ?, 1)"
                " returning id",
                [nick],
            ).fetchone()[0]
            for nick in ("a", "b")
        )
        connection.execute(
            "insert into call_records(identity_id, member_id, started_at, ended_at, outcome, path)"
            " values (?, 1, 0, 0, 'agreed', '[]')",
            [called],
        )
        delete_unused_identities(connection, [alone, called])
        left = connection.execute("select id from identities where id in (?, ?)", [alone, called]).fetchall()
    assert left == [(called,)]


def test_the_heat_map_counts_what_was_said_and_answered(people: Shop) -> None:
    who, script = lin(people)[0], add_script(people)
    hello, offer = Step("hello", ""), Step("offer", "")
    yes, week = Answer(AnswerKind.YES, "offer"), Answer(AnswerKind.CUSTOM, "end", " 下周 ")
    recorded(people, call_to(who, document_id=script))
    recorded(people, replace(call_to(who, Outcome.NO_ANSWER, script), path='[["hello"]]'))
    twice = '[["hello","yes",""],["offer","no",""],["offer","custom","下周"],["end"]]'
    recorded(people, replace(call_to(who, document_id=script), path=twice, started_at=900))
    recorded(people, call_to(who))  # with no script
    found = coverage(people, script)
    assert (found.calls, found.outcomes) == (3, {Outcome.AGREED: 2, Outcome.NO_ANSWER: 1})
    assert (found.said, found.ended) == ({"hello": 3, "offer": 3, "end": 2}, {"hello": 1, "end": 2})
    assert (found.of_answer(hello, yes), found.share(hello, yes)) == (2, 1.0)
    assert (found.of_answer(offer, week), found.share(offer, week)) == (2, 2 / 3)
    assert found.of_answer(offer, yes) == 0
    assert coverage(people, script, since=900).calls == 1
