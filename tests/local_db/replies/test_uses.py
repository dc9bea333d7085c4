"""What was taken for whom follows the person, and goes with her."""

from __future__ import annotations

from datetime import timedelta

import pytest

from local_db.changes import Changes
from local_db.importing.undo_store import delete_unused_identities
from local_db.members import merging, person_store
from local_db.members.erasure import erase_member, extent
from local_db.members.model import ReplyEvent
from local_db.replies import actions, uses
from local_db.replies.learning import dismiss_gap, find_gaps
from local_db.replies.model import Reply, Usage, Wording
from local_db.replies.uses import SEARCHES_KEPT
from local_db.shop_file import Shop
from local_db.values import epoch
from tests.local_db.members.conftest import people
from tests.local_db.members.people import NOW, member

__all__ = ["people"]


def lin(shop: Shop) -> tuple[int, int]:
    """Lin, and her other self on JD."""
    with shop.read() as connection:
        return member(connection, "nick", "小鱼干"), member(connection, "nick", "jd_lin")


def test_uses_are_counted_per_reply_wording_and_buyer(people: Shop) -> None:
    who, _ = lin(people)
    for moment, (wording, for_whom) in enumerate([("a", who), ("b", None), ("a", None), ("b", who), ("c", 999)]):
        changes = uses.record_use(
            people, "r", wording, member_id=for_whom, platform="jd", now=NOW + timedelta(seconds=moment)
        )
        assert changes == Changes()
    assert uses.usage(people) == {"r": Usage(5, epoch(NOW) + 4)}
    assert uses.wording_counts(people, "r") == {"a": 2, "b": 2, "c": 1}
    assert uses.wordings_for(people, "r", who) == ("a", "b")


def test_they_follow_her_when_she_turns_out_to_be_two_and_back(people: Shop) -> None:
    first, second = lin(people)
    uses.record_use(people, "r", "a", member_id=first, now=NOW)
    uses.record_use(people, "r", "b", member_id=second, now=NOW + timedelta(seconds=1))
    done, _ = merging.join_members(people, first, second, "same", now=NOW)
    assert done is not None
    assert uses.wordings_for(people, "r", done.member_id) == ("a", "b")
    merging.undo_decisions(people, done.decisions)
    first, second = lin(people)
    assert uses.wordings_for(people, "r", first) == ("a",)
    assert uses.wordings_for(people, "r", second) == ("b",)


def test_they_stand_in_her_timeline(people: Shop) -> None:
    who, _ = lin(people)
    reply, _ = actions.save_reply(people, Reply("", "发货", (Wording("", "今天"),)), now=NOW)
    uses.record_use(people, reply.uid, "a", member_id=who, platform="taobao", now=NOW)
    uses.record_use(people, "gone", "a", member_id=who, now=NOW)
    with people.read() as connection:
        person = person_store.person(connection, who)
    assert person is not None
    told = [event for event in person.events if isinstance(event, ReplyEvent)]
    assert {(event.title, event.platform) for event in told} == {("发货", "taobao"), ("", "")}


def test_they_go_with_her_and_the_others_stay(people: Shop) -> None:
    first, second = lin(people)
    for who in (first, first, second):
        uses.record_use(people, "r", "a", member_id=who, now=NOW)
    with people.read() as connection:
        said = extent(connection, first)
    assert said is not None
    assert said.replies == 2
    erase_member(people, first, now=NOW)
    assert uses.usage(people)["r"].times == 1


def test_a_key_that_no_file_names_any_more_stays_while_a_use_hangs_on_it(people: Shop) -> None:
    with people.write() as connection:
        alone, used = (
            connection.execute(
                "insert into identities(member_id, kind, scope, value, import_id) values (1, 'nick', 'x', ?, 1)"
                " returning id",
                [nick],
            ).fetchone()[0]
            for nick in ("a", "b")
        )
        connection.execute("insert into reply_uses(uid, used_at, identity_id, member_id) values ('r', 0, ?, 1)", [used])
        delete_unused_identities(connection, [alone, used])
        left = connection.execute("select id from identities where id in (?, ?)", [alone, used]).fetchall()
    assert left == [(used,)]


def test_a_search_is_kept_for_ninety_days(people: Shop) -> None:
    uses.record_search(people, " 开  发票 ", now=NOW - SEARCHES_KEPT - timedelta(seconds=1))
    assert [gap.typed for gap in find_gaps(people)] == ["开 发票"]
    assert uses.record_search(people, "  ", now=NOW) == Changes()
    assert find_gaps(people) == ()


@pytest.mark.parametrize(
    ("typed", "noted"), [("13812345678", False), ("订单 2200001", False), ("618", True), ("2026 年货节", True)]
)
def test_numbers_of_people_are_not_noted(people: Shop, typed: str, noted: bool) -> None:
    uses.record_search(people, typed, now=NOW)
    assert [gap.typed for gap in find_gaps(people)] == [typed] * noted


def test_a_gap_that_is_dismissed_is_gone(people: Shop) -> None:
    for typed in ("发票", "fapiao", "换货"):
        uses.record_search(people, typed, now=NOW)
    first = next(gap for gap in find_gaps(people) if gap.times == 2)
    assert set(first.spellings) == {"发票", "fapiao"}
    dismiss_gap(people, first)
    assert [gap.typed for gap in find_gaps(people)] == ["换货"]
