"""Lists for platforms that dial: who is on them, and what is written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.call_scripts.caller.hand_off_dialog import HandOffDialog
from local_db.members.actions import record_consent
from local_db.members.export_log import exports
from local_db.settings import mark_roster_changed
from tests.desktop.call_scripts.caller.scripts import saved
from tests.desktop.stage import Stage


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot, tmp_path: Path) -> HandOffDialog:
    stage.add_members("小鱼", "豆浆", "阿福", "无名")
    with stage.shop.write() as connection:
        for member, scope in ((1, "taobao"), (2, "taobao"), (3, "jd")):
            connection.execute(
                "insert into identities(member_id, scope, kind, value) values (?, ?, 'buyer_id', ?)",
                [member, scope, f"BUYER{member}"],
            )
        connection.execute("update members set platform = 'jd' where id = 3")
        mark_roster_changed(connection)
    made = HandOffDialog(stage.context, saved(stage.shop))
    qtbot.addWidget(made)
    made.file.set_path(tmp_path / "calls.csv")
    made.show()
    stage.settle()
    return made


def rows(dialog: HandOffDialog) -> dict[str, str]:
    return {row.label: row.amount for row in dialog.waterfall.rows}


def test_platforms_are_counted_and_who_has_no_account_is_left_out(dialog: HandOffDialog) -> None:
    assert rows(dialog)["Can be called"] == "3"
    assert rows(dialog)["No account on a platform"] == "−1"
    assert sorted(row.amount for row in dialog.platforms.rows) == ["1", "2"]
    assert dialog.write.isEnabled()


def test_a_file_is_written_per_platform_and_logged(stage: Stage, dialog: HandOffDialog, tmp_path: Path) -> None:
    dialog.write.click()
    stage.settle()
    taobao = (tmp_path / "calls-taobao.csv").read_text("utf-8-sig")
    assert "BUYER1" in taobao
    assert "BUYER2" in taobao
    assert "BUYER3" not in taobao
    assert "138" not in taobao  # no phones
    assert "BUYER3" in (tmp_path / "calls-jd.csv").read_text("utf-8-sig")
    with stage.shop.read() as connection:
        (logged,) = exports(connection, 10)
    assert (logged.kind, logged.subject, logged.people) == ("calls", "回购提醒", 3)
    assert not dialog.isVisible()
    assert "3 people" in stage.notices.all[-1].text


def test_who_refuses_calls_is_never_on_a_list(stage: Stage, dialog: HandOffDialog, tmp_path: Path) -> None:
    record_consent(stage.shop, 1, "call", "opted_out", now=datetime.now(UTC))
    dialog.write.click()
    stage.settle()
    assert "BUYER1" not in (tmp_path / "calls-taobao.csv").read_text("utf-8-sig")


def test_files_that_are_there_are_named_before_they_are_replaced(dialog: HandOffDialog, tmp_path: Path) -> None:
    (tmp_path / "calls-jd.csv").write_text("old")
    dialog._refresh()
    assert "calls-jd.csv" in dialog.notice.text


def test_a_list_of_before_for_a_platform_without_people_is_named_and_goes(
    stage: Stage, dialog: HandOffDialog, tmp_path: Path
) -> None:
    dialog.write.click()
    stage.settle()
    (tmp_path / "calls-taobao.csv").unlink()  # taken to the platform
    record_consent(stage.shop, 3, "call", "opted_out", now=datetime.now(UTC))
    again = HandOffDialog(stage.context, saved(stage.shop, name="再来"), dialog)
    again.file.set_path(tmp_path / "calls.csv")
    again.show()
    stage.settle()
    assert "removed when you write: calls-jd.csv" in again.notice.text
    again.write.click()
    stage.settle()
    assert [path.name for path in tmp_path.glob("calls*")] == ["calls-taobao.csv"]


def test_nobody_to_call_cannot_be_written(stage: Stage, qtbot: QtBot) -> None:
    made = HandOffDialog(stage.context, saved(stage.shop))
    qtbot.addWidget(made)
    made.show()
    stage.settle()
    assert not made.write.isEnabled()
    assert made.nobody.isVisible()


def test_a_disk_that_refuses_is_said(stage: Stage, dialog: HandOffDialog, tmp_path: Path) -> None:
    (tmp_path / "calls-jd.csv").mkdir()
    dialog.write.click()
    stage.settle()
    assert dialog.isVisible()
    assert dialog.notice.isVisible()
    assert dialog.write.isEnabled()
    assert not (tmp_path / "calls-taobao.csv").exists()
