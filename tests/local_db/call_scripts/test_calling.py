"""Nobody who refuses is on a list of calls: not by another record, not by a shared phone, nor at the last moment."""

from __future__ import annotations

import csv
import random
from dataclasses import replace
from pathlib import Path

import pytest

from local_db import whole_files
from local_db.call_scripts import calling
from local_db.call_scripts.calling import CallingOptions, CallOrder, PlatformHeaders
from local_db.call_scripts.model import Call, Outcome
from local_db.call_scripts.records import record_call, undo_call
from local_db.campaigns import hand_off as files
from local_db.campaigns.model import PrepareOptions
from local_db.documents.actions import save_document
from local_db.documents.model import Document, DocumentKind
from local_db.errors import PrepareError
from local_db.members import actions, export_log
from local_db.settings import mark_roster_changed
from tests.local_db.campaigns.conftest import EVERYBODY, Case, case

__all__ = ["case"]
HEADERS = PlatformHeaders("买家账号", "昵称")


@pytest.fixture
def options(case: Case) -> CallingOptions:
    script, _ = save_document(case.shop, Document(DocumentKind.CALL_SCRIPT, "回购", "{}"), now=case.now)
    return CallingOptions(script.id)


def known_as(case: Case, member_id: int, nick: str, platform: str = "taobao", kind: str = "nick") -> None:
    with case.shop.write() as connection:
        connection.execute(
            "insert into identities(member_id, kind, scope, value, import_id) values (?, ?, ?, ?, 1)",
            [member_id, kind, platform, nick],
        )
        mark_roster_changed(connection)


def refuse(case: Case, member_id: int, channel: str = "call") -> None:
    actions.record_consent(case.shop, member_id, channel, "opted_out", now=case.now)


def to_call(case: Case, options: CallingOptions) -> tuple[int, ...]:
    return calling.calling_list(case.shop, case.roster(), EVERYBODY, options, now=case.now).member_ids


def by_platforms(case: Case, options: CallingOptions) -> calling.PlatformList:
    return calling.platform_list(case.shop, case.roster(), EVERYBODY, options, now=case.now)


def written(case: Case, options: CallingOptions, out: Path, **named: object) -> calling.PlatformFiles:
    arguments = {"headers": HEADERS, "now": case.now, **named}
    return calling.hand_off_to_platforms(case.shop, case.roster(), EVERYBODY, options, out, **arguments)[0]


def add(case: Case, member_id: int, phone: str = "", nick: str = "", days: int = 1) -> None:
    case.add_member(member_id, phone, nick, ordered_days_ago=days)
    if nick:
        known_as(case, member_id, nick)


def test_whoever_refuses_calls_is_on_neither_list_nor_are_her_other_records(
    case: Case, options: CallingOptions
) -> None:
    add(case, 1, "13800138001", "甲")
    add(case, 2, "13800138002", "乙")
    add(case, 3, "13800138002", "丙")  # another record of 2, by the phone
    add(case, 4, "", "丁")
    known_as(case, 4, "13800138002", kind="phone")  # had that phone once
    add(case, 5, "13800138005", "戊")
    refuse(case, 2)
    refuse(case, 5, "sms")  # of messages, not of calls
    assert to_call(case, options) == (1, 5)
    assert [row.member_id for row in by_platforms(case, options).rows] == [1, 5]


def test_a_platform_calls_whom_the_shop_cannot(case: Case, options: CallingOptions) -> None:
    add(case, 1, "13800138001", "甲")
    add(case, 2, "", "乙")
    case.add_member(3, "13800138003", ordered_days_ago=3)  # known by a phone only
    case.add_member(4, "", ordered_days_ago=4)
    known_as(case, 4, "somebody", "own")  # of a file that names no platform
    case.add_member(5, "", ordered_days_ago=5)
    known_as(case, 5, "jd_5", "jd")
    known_as(case, 5, "20885", "jd", "buyer_id")
    listed = by_platforms(case, options)
    assert to_call(case, options) == (1, 3)
    assert [row[:4] for row in listed.rows] == [
        (1, "taobao", "甲", "甲"),
        (2, "taobao", "乙", "乙"),
        (5, "jd", "20885", "jd_5"),
    ]
    assert listed.platforms == {"taobao": 2, "jd": 1}
    assert [(step.code, step.removed) for step in listed.waterfall.steps if step.removed] == [("no_account", 2)]


def test_who_is_known_on_two_platforms_or_has_one_phone_twice_is_called_once(
    case: Case, options: CallingOptions
) -> None:
    add(case, 1, "", "甲")
    known_as(case, 1, "jd_1", "jd")
    add(case, 2, "13800138002", "乙", days=2)
    add(case, 3, "13800138002", "丙", days=3)
    assert [(row.member_id, row.platform) for row in by_platforms(case, options).rows] == [(1, "taobao"), (2, "taobao")]


def test_whom_the_script_has_reached_is_not_called_again_for_a_while(case: Case, options: CallingOptions) -> None:
    for number in range(1, 6):
        add(case, number, f"1380013800{number}", f"m{number}", days=number)
    now = int(case.now.timestamp())
    for member_id, outcome, days, script in (
        (1, Outcome.AGREED, 29, options.document_id),
        (2, Outcome.AGREED, 31, options.document_id),
        (3, Outcome.NO_ANSWER, 1, options.document_id),
        (4, Outcome.CALL_BACK, 1, options.document_id),
        (5, Outcome.AGREED, 1, None),
    ):
        moment = now - days * 86_400
        record_call(case.shop, Call(member_id, outcome, "[]", moment, moment, document_id=script), now=case.now)
    found = calling.calling_list(case.shop, case.roster(), EVERYBODY, options, now=case.now)
    assert (found.member_ids, found.called) == ((2, 3, 4, 5), 1)
    assert to_call(case, replace(options, again_after=0)) == (1, 2, 3, 4, 5)
    assert by_platforms(case, options).called == 1


def test_the_order_of_calls(case: Case, options: CallingOptions) -> None:
    for number, days in ((1, 9), (2, 3), (3, 5)):
        add(case, number, f"1380013800{number}", days=days)
    case.add_member(4, "13800138004")  # never bought
    with case.shop.write() as connection:
        connection.execute("update orders set net = 9000 where member_id = 3")
        mark_roster_changed(connection)
    assert to_call(case, options) == (2, 3, 1, 4)
    assert to_call(case, replace(options, order=CallOrder.LONGEST_AGO)) == (1, 3, 2, 4)
    assert to_call(case, replace(options, order=CallOrder.MOST_SPENT)) == (3, 1, 2, 4)


def test_the_options_of_campaigns_hold_for_calls(case: Case, options: CallingOptions) -> None:
    add(case, 1, "13800138001")
    add(case, 2, "13800138002")
    actions.record_consent(case.shop, 2, "call", "granted", now=case.now)
    assert to_call(case, replace(options, prepare=PrepareOptions(consent_required=True))) == (2,)


def test_a_refusal_after_the_list_was_made_holds(case: Case, options: CallingOptions) -> None:
    add(case, 1, "13800138001", "甲")
    add(case, 2, "13800138001", "乙")
    add(case, 3, "", "丙")
    found = calling.callee(case.shop, 1)
    assert found is not None
    assert (found.member_id, found.nick, found.phone) == (1, "甲", "13800138001")
    assert calling.callee(case.shop, 3) is None  # nothing to dial
    assert calling.callee(case.shop, 9) is None
    refuse(case, 2)  # the same phone
    assert calling.callee(case.shop, 1) is None


def test_a_stale_roster_is_refused(case: Case, options: CallingOptions) -> None:
    add(case, 1, "13800138001", "甲")
    roster = case.roster()
    refuse(case, 1)
    for ask in (calling.calling_list, calling.platform_list):
        with pytest.raises(PrepareError, match="stale_roster"):
            ask(case.shop, roster, EVERYBODY, options, now=case.now)


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_a_file_per_platform_is_written_and_logged(case: Case, options: CallingOptions, tmp_path: Path) -> None:
    add(case, 1, "13800138001", "=cmd|' /C calc'!A0")
    add(case, 2, "", "乙", days=2)
    case.add_member(3, "")
    known_as(case, 3, "jd/3", "jd")
    done = written(case, options, tmp_path / "回购.csv", who="王店长")
    assert done.files == {"taobao": tmp_path / "回购-taobao.csv", "jd": tmp_path / "回购-jd.csv"}
    assert (done.rows, done.withdrawn) == ({"taobao": 2, "jd": 1}, 0)
    assert rows_of(done.files["taobao"]) == [
        ["买家账号", "昵称"],
        ["'=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
        ["乙", "乙"],
    ]
    assert "13800138001" not in done.files["taobao"].read_text(encoding="utf-8-sig")
    with case.shop.read() as connection:
        logged = export_log.exports(connection, 5)
    assert [(entry.kind, entry.subject, entry.people, entry.who) for entry in logged] == [
        ("calls", "回购", 3, "王店长")
    ]


def test_a_platform_that_calls_nobody_any_more_keeps_no_file(
    case: Case, options: CallingOptions, tmp_path: Path
) -> None:
    add(case, 1, "", "甲")
    case.add_member(2, "")
    known_as(case, 2, "jd_2", "jd")
    first = written(case, options, tmp_path / "calls.csv")
    refuse(case, 2)
    with pytest.raises(PrepareError, match="file_exists"):
        written(case, options, tmp_path / "calls.csv")
    assert set(written(case, options, tmp_path / "calls.csv", overwrite=True).files) == {"taobao"}
    assert not first.files["jd"].exists()
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {"calls-taobao.csv"}


def test_what_fails_leaves_no_file_and_no_line_in_the_log(
    case: Case, options: CallingOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PrepareError, match="nobody_left"):
        written(case, options, tmp_path / "calls.csv")
    add(case, 1, "", "甲")
    with pytest.raises(PrepareError, match="bad_suffix"):
        written(case, options, tmp_path / "calls.xlsx")

    def failing(*_: object, **__: object) -> None:
        raise PrepareError("disk_full")

    for broken in ("write_through", "_rename"):
        with monkeypatch.context() as patch:
            patch.setattr(whole_files, broken, failing)
            with pytest.raises(PrepareError, match="disk_full"):
                written(case, options, tmp_path / "calls.csv")
        assert not [path for path in tmp_path.iterdir() if path.is_file()]
        with case.shop.read() as connection:
            assert export_log.exports(connection, 5) == ()


def test_what_a_killed_hand_off_leaves_is_cleared_away(tmp_path: Path) -> None:
    left, other = tmp_path / ".calls-taobao.csv.unfinished", tmp_path / ".sale-taobao.csv.unfinished"
    for path in (left, other):
        path.write_text("甲", encoding="utf-8")
    files.remove_leftovers(tmp_path / "calls.csv")
    assert (left.exists(), other.exists()) == (False, True)


@pytest.mark.parametrize("seed", range(12))
def test_nobody_refused_is_ever_listed(case: Case, options: CallingOptions, seed: int, tmp_path: Path) -> None:
    """Of random people who share phones, had others' phones, and refuse this or that."""
    dice = random.Random(seed)
    phones = [f"1380013810{number}" for number in range(5)]
    now_with: dict[int, set[str]] = {}
    for number in range(1, 15):
        phone = dice.choice(["", *phones])
        add(case, number, phone, f"m{number}", days=number)
        now_with[number] = {phone} - {""}
        if dice.random() < 0.3:
            earlier = f"139001390{number:02}" if dice.random() < 0.5 else ""
            if earlier:
                known_as(case, number, earlier, kind="phone")
                now_with[number].add(earlier)
    refusing = {number for number in now_with if dice.random() < 0.25}
    for number in refusing:
        refuse(case, number)
    gone = set().union(*(now_with[number] for number in refusing)) if refusing else set()
    allowed = {number for number, theirs in now_with.items() if number not in refusing and not theirs & gone}
    called = to_call(case, options)
    dialled = {row.member_id for row in by_platforms(case, options).rows}
    assert set(called) <= allowed
    assert dialled <= allowed
    assert {frozenset(now_with[n]) for n in allowed if now_with[n]} >= {frozenset(now_with[n]) for n in called}
    without_a_phone = {number for number in allowed if not now_with[number]}
    assert without_a_phone <= dialled  # no phone is needed


def test_who_refused_in_a_call_is_on_no_list_until_that_is_taken_back(case: Case, options: CallingOptions) -> None:
    add(case, 1, "13800138001", "甲")
    add(case, 2, "13800138001", "乙", days=2)  # of the same phone
    add(case, 3, "13800138003", "丙", days=3)
    call = Call(1, Outcome.REFUSED, "[]", 0, 9, document_id=options.document_id)
    recorded, _ = record_call(case.shop, call, now=case.now)
    assert recorded is not None
    assert to_call(case, options) == (3,)
    assert [row.member_id for row in by_platforms(case, options).rows] == [3]
    undo_call(case.shop, recorded)
    assert to_call(case, options) == (1, 3)
