"""Tags and consents by hand: what they leave behind, and that undoing leaves nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.changes import Changes, Topic
from local_db.members import actions, store
from local_db.roster.roster import Consent
from local_db.roster.store import load
from local_db.settings import read_setting
from tests.new_shop import new_shop

NOW = datetime(2026, 1, 1, tzinfo=UTC)
MEMBERS = Changes.of(Topic.MEMBERS)


@pytest.fixture
def shop(tmp_path):
    with new_shop(tmp_path / "shop.regulars") as opened:
        with opened.write() as connection:
            connection.execute("insert into members(id, platform, nick) values (1, 'taobao', 'a'), (2, 'taobao', 'b')")
            connection.execute("insert into tags(id, name) values (5, '老客')")
        yield opened


def state(shop):
    """Everything the actions may touch, except the counter of versions."""
    with shop.read() as connection:
        return [
            connection.execute(query).fetchall()
            for query in (
                "select * from tags order by id",
                "select * from member_tags order by member_id, tag_id",
                "select * from consents order by id",
            )
        ]


def version(shop):
    with shop.read() as connection:
        return read_setting(connection, "roster_version")


def sms(shop, member_id=1):
    with shop.read() as connection:
        return next(known for known in store.consents(connection, member_id) if known.channel == "sms")


def test_a_tag_is_given_once(shop):
    change, changes = actions.tag_member(shop, 1, "  VIP   2026 ")
    assert (change.tag, change.given, change.new_tag, changes) == ("VIP 2026", True, True, MEMBERS)
    assert actions.tag_member(shop, 1, "VIP 2026") == (None, Changes())
    with shop.read() as connection:
        assert store.detail(connection, 1).row.tags == ("VIP 2026",)
        assert load(connection).members.tags["VIP 2026"].tolist() == [True, False]


@pytest.mark.parametrize("name", ["", "  \n ", "\u3000"])
def test_an_empty_tag_is_none(shop, name):
    before = state(shop), version(shop)
    assert actions.tag_member(shop, 1, name) == (None, Changes())
    assert (state(shop), version(shop)) == before


@given(st.text())
def test_a_cleaned_tag_stays_as_it_is(name):
    cleaned = actions.clean_tag(name)
    assert len(cleaned) <= actions.TAG_LENGTH
    assert actions.clean_tag(cleaned) == cleaned


@pytest.mark.parametrize("name", ["老客", "新"])
def test_undoing_a_tag_leaves_no_trace(shop, name):
    before = state(shop)
    change, _ = actions.tag_member(shop, 1, name)
    assert state(shop) != before
    actions.undo_tag(shop, change)
    assert state(shop) == before


def test_undoing_keeps_a_new_tag_that_somebody_else_got(shop):
    change, _ = actions.tag_member(shop, 1, "新")
    actions.tag_member(shop, 2, "新")
    actions.undo_tag(shop, change)
    with shop.read() as connection:
        assert store.tag_names(connection) == ["新", "老客"]


def test_undoing_a_removal_brings_the_source_back(shop):
    actions.tag_member(shop, 1, "老客", source="import")
    before = state(shop)
    change, changes = actions.untag_member(shop, 1, "老客")
    assert changes == MEMBERS
    assert actions.untag_member(shop, 1, "老客") == (None, Changes())
    assert actions.untag_member(shop, 1, "unheard of") == (None, Changes())
    actions.undo_tag(shop, change)
    assert state(shop) == before


def test_a_refusal_by_hand_holds_until_consent_by_hand(shop):
    refusal, changes = actions.record_consent(shop, 1, "sms", "opted_out", now=NOW)
    assert changes == MEMBERS
    assert (sms(shop).state, sms(shop).source, sms(shop).noted_at) == (Consent.OPTED_OUT, "hand", NOW.timestamp())
    consent, _ = actions.record_consent(shop, 1, "sms", "granted", now=NOW)
    assert sms(shop).state is Consent.GRANTED
    assert actions.take_back_consent(shop, consent) == (True, MEMBERS)
    assert sms(shop).state is Consent.OPTED_OUT
    assert actions.take_back_consent(shop, refusal) == (True, MEMBERS)
    assert sms(shop).state is Consent.UNKNOWN
    assert actions.take_back_consent(shop, refusal) == (False, Changes())
    assert sms(shop, 2).state is Consent.UNKNOWN


def test_an_entry_by_hand_holds_against_an_import_from_the_future(shop):
    with shop.write() as connection:
        later = int(NOW.timestamp()) + 1000
        entry = store.add_consent(connection, 1, "sms", "granted", "import", later)
    actions.record_consent(shop, 1, "sms", "opted_out", now=NOW)
    assert sms(shop).state is Consent.OPTED_OUT
    assert actions.take_back_consent(shop, entry) == (False, Changes())  # only entries by hand are taken back


@pytest.mark.parametrize(("channel", "word"), [("fax", "granted"), ("sms", "maybe")])
def test_unknown_channels_and_states_are_mistakes_of_the_program(shop, channel, word):
    with pytest.raises(ValueError, match=word):
        actions.record_consent(shop, 1, channel, word, now=NOW)


def test_every_change_is_seen_by_the_roster(shop):
    seen = [version(shop)]
    change, _ = actions.tag_member(shop, 1, "x")
    seen.append(version(shop))
    actions.undo_tag(shop, change)
    seen.append(version(shop))
    entry, _ = actions.record_consent(shop, 1, "sms", "granted", now=NOW)
    seen.append(version(shop))
    actions.take_back_consent(shop, entry)
    seen.append(version(shop))
    assert seen == sorted(set(seen))


def test_an_entry_that_was_removed_is_put_back_as_it_was(shop):
    entry, _ = actions.record_consent(shop, 1, "sms", "opted_out", now=NOW)
    before = state(shop)
    removed, changes = actions.remove_consent(shop, entry)
    assert changes == MEMBERS
    assert sms(shop).state is Consent.UNKNOWN
    assert actions.remove_consent(shop, entry) == (None, Changes())
    assert actions.put_back_consent(shop, removed) == (True, MEMBERS)
    assert state(shop) == before


def test_an_entry_is_put_back_beside_one_that_came_meanwhile_and_only_once(shop):
    removed, _ = actions.remove_consent(shop, actions.record_consent(shop, 1, "sms", "opted_out", now=NOW)[0])
    actions.record_consent(shop, 2, "sms", "opted_out", now=NOW)
    for _ in range(2):
        actions.put_back_consent(shop, removed)
        assert sms(shop).state is Consent.OPTED_OUT
        with shop.read() as connection:
            assert connection.execute("select member_id from consents order by 1").fetchall() == [(1,), (2,)]


def test_taking_back_an_entry_that_is_gone_leaves_the_one_that_came_meanwhile(shop):
    first, _ = actions.record_consent(shop, 1, "sms", "opted_out", now=NOW)
    actions.remove_consent(shop, first)
    actions.record_consent(shop, 2, "sms", "opted_out", now=NOW)
    assert actions.take_back_consent(shop, first) == (False, Changes())
    assert sms(shop, 2).state is Consent.OPTED_OUT


def test_a_tag_and_a_consent_hang_on_the_oldest_identity(shop):
    with shop.write() as connection:
        connection.execute(
            "insert into identities(id, member_id, kind, scope, value) values (8, 1, 'nick', 'taobao', 'a'),"
            " (5, 1, 'phone', 'taobao', '1')"
        )
    actions.tag_member(shop, 1, "x")
    actions.tag_member(shop, 2, "x")
    actions.record_consent(shop, 1, "sms", "granted", now=NOW)
    with shop.read() as connection:
        tags = connection.execute("select member_id, identity_id from member_tags order by 1").fetchall()
        assert tags == [(1, 5), (2, 0)]
        assert connection.execute("select identity_id from consents").fetchall() == [(5,)]
