"""Calling one person after another, over a real shop file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.call_scripts.caller.session_view import SessionView
from local_db.call_scripts.model import Call, CallScript, Outcome
from local_db.call_scripts.records import calls_of, record_call
from local_db.changes import Changes, Topic
from local_db.documents.model import Document
from local_db.members.actions import record_consent
from local_db.members.notes import add_note
from local_db.members.store import detail
from local_db.roster.refusals import refusals
from tests.desktop.call_scripts.caller.scripts import SCRIPT, saved
from tests.desktop.stage import Stage


@dataclass
class Desk:
    """The view, and what is in the shop."""

    stage: Stage
    view: SessionView
    document: Document
    qtbot: QtBot

    def start(self) -> None:
        assert self.view.choose.start.isEnabled()
        self.view.choose.start.click()
        self.stage.settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.view.calling.pane, key)
        self.stage.settle()

    def save(self) -> None:
        assert self.view.calling.save.isEnabled()
        self.view.calling.save.click()
        self.stage.settle()

    @property
    def who(self) -> int:
        member_id = self.view.session.member_id
        assert member_id is not None
        return member_id

    @property
    def said(self) -> str:
        return self.view.calling.pane.says.text

    def outcomes(self, member_id: int) -> list[Outcome]:
        return [call.outcome for call in calls_of(self.stage.shop, member_id)]

    def tags(self, member_id: int) -> tuple[str, ...]:
        with self.stage.shop.read() as connection:
            found = detail(connection, member_id)
        assert found is not None
        return found.row.tags

    def refuses(self, member_id: int) -> bool:
        with self.stage.shop.read() as connection:
            return refusals(connection, "call").holds_for(member_id, "")

    def opt_out(self, member_id: int) -> Changes:
        return record_consent(self.stage.shop, member_id, "call", "opted_out", now=datetime.now(UTC))[1]


@pytest.fixture
def desk(stage: Stage, qtbot: QtBot) -> Desk:
    stage.add_members("小鱼", "豆浆", "阿福")
    with stage.shop.write() as connection:
        connection.execute("update members set city = '杭州' where id = 1")
        connection.execute("update settings set value = '0' where key = 'sms_quiet_days'")
    document = saved(stage.shop)
    view = SessionView(stage.context)
    qtbot.addWidget(view)
    stage.context.changes.subscribe(view, frozenset(Topic))
    view.resize(1100, 760)
    view.show()
    view.begin(document)
    stage.settle()
    return Desk(stage, view, document, qtbot)


YES, NO, BUSY, REFUSE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4


def test_who_is_left_out_is_shown_before_anybody_is_called(desk: Desk) -> None:
    desk.stage.announce(desk.opt_out(2))
    rows = {row.label: row.amount for row in desk.view.choose.waterfall.rows}
    assert rows["In the segment"] == "3"
    assert rows["Opted out"] == "−1"
    assert rows["Can be called"] == "2"
    assert "2" in desk.view.choose.start.text()
    desk.start()
    assert desk.view.session.member_ids == (1, 3)


def test_what_is_said_holds_the_values_of_the_person(desk: Desk) -> None:
    desk.start()
    assert desk.said == "您好，小鱼，看到您买过宝贝。"
    desk.press(YES)
    assert desk.said == "给杭州的老客减20元。"
    assert not desk.view.calling.pane.missing.isVisible()


def test_a_missing_value_is_named_in_red_and_never_a_brace(desk: Desk) -> None:
    desk.start()
    desk.press(YES, YES)
    desk.save()
    desk.press(YES)
    assert desk.who == 2
    assert "{" not in desk.said
    assert "City?" in desk.said
    assert "City" in desk.view.calling.pane.missing.text
    assert desk.view.calling.pane.missing.isVisible()


def test_answers_become_tags_and_a_record(desk: Desk) -> None:
    desk.start()
    desk.press(YES, YES)
    desk.view.calling.note.setPlainText("12月初再来一袋")
    desk.save()
    (call,) = calls_of(desk.stage.shop, 1)
    assert (call.outcome, call.note, call.document_id) == (Outcome.AGREED, "12月初再来一袋", desk.document.id)
    assert call.started_at <= call.ended_at
    assert set(desk.tags(1)) == {"接了电话", "要券"}
    assert desk.who == 2
    assert desk.view.calling.note.toPlainText() == ""
    assert "2 of 3" in desk.view.calling.header._sentence.text()


def test_a_call_is_saved_by_its_keys(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    with qtbot.waitActive(desk.view):
        desk.view.activateWindow()
    desk.press(NO)
    qtbot.keyClick(desk.view.calling.pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.outcomes(1) == [Outcome.NOT_INTERESTED])
    desk.stage.settle()
    desk.press(NO)
    qtbot.keyClick(desk.view.calling.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.outcomes(2) == [Outcome.NOT_INTERESTED])


def test_digits_in_the_note_are_written_and_no_answers(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    qtbot.keyClicks(desk.view.calling.note, "12 ?")
    assert desk.view.calling.note.toPlainText() == "12 ?"
    run = desk.view.calling.pane.run
    assert run is not None
    assert run.taken == ()


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Left])
def test_one_step_back(desk: Desk, key: Qt.Key) -> None:
    desk.start()
    desk.press(YES, key)
    assert desk.said.startswith("您好")
    desk.press(key)  # at the beginning there is nothing before
    assert desk.said.startswith("您好")


def test_the_same_step_again_is_said_in_other_words(desk: Desk) -> None:
    desk.start()
    desk.press(BUSY)
    assert desk.said == "打扰一下，小鱼。"


def test_escape_ends_a_call_with_a_choice_of_outcomes(desk: Desk) -> None:
    desk.start()
    desk.press(Qt.Key.Key_Escape)
    words = [button.text() for button in desk.view.calling.pane.grid.buttons]
    assert words == [
        "Agreed", "Interested", "Call back later", "Not interested", "No more calls", "No answer", "Wrong number",
    ]  # fmt: skip
    desk.press(Qt.Key.Key_Escape)
    assert len(desk.view.calling.pane.grid.buttons) == 5
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_7)
    desk.save()
    assert desk.outcomes(1) == [Outcome.WRONG_NUMBER]


def test_a_refusal_is_noted_at_once_and_taken_back_by_going_back(desk: Desk) -> None:
    desk.start()
    desk.press(REFUSE)
    assert desk.refuses(1)
    assert desk.outcomes(1) == []  # the call itself is not saved yet
    assert desk.view.calling.warning.isVisible()
    desk.press(Qt.Key.Key_Backspace)
    assert not desk.refuses(1)
    assert not desk.view.calling.warning.isVisible()
    desk.press(REFUSE)
    desk.save()
    assert desk.refuses(1)
    assert desk.outcomes(1) == [Outcome.REFUSED]
    with desk.stage.shop.read() as connection:
        entries = connection.execute("select count(*) from consents where member_id = 1 and channel = 'call'")
        assert entries.fetchone()[0] == 1


@pytest.mark.parametrize("leave", ["skip", "pause"])
def test_who_refuses_is_never_left_for_another_time(desk: Desk, leave: str) -> None:
    desk.start()
    desk.press(REFUSE)
    (desk.view.calling.skip if leave == "skip" else desk.view.calling.pause).click()
    desk.stage.settle()
    assert desk.refuses(1)
    assert desk.outcomes(1) == [Outcome.REFUSED]


def test_a_refusal_stays_where_the_call_before_is_taken_back(desk: Desk) -> None:
    desk.start()
    desk.press(NO)
    desk.save()
    desk.press(REFUSE)
    desk.view.calling.undo.click()
    desk.stage.settle()
    assert desk.who == 1
    assert desk.refuses(2)


def test_who_opts_out_meanwhile_is_passed_over(desk: Desk) -> None:
    desk.start()
    desk.opt_out(2)
    desk.press(NO)
    desk.save()
    assert desk.who == 3
    assert desk.view.session.left_out == 1


def test_a_refusal_that_arrives_during_the_call_is_said(desk: Desk) -> None:
    desk.start()
    desk.stage.announce(desk.opt_out(1))
    assert "Do not call" in desk.view.calling.warning.text
    desk.view.calling.skip.click()
    desk.stage.settle()
    assert desk.who == 2
    assert not desk.view.calling.warning.isVisible()


def test_the_last_call_can_be_undone_with_all_that_came_of_it(desk: Desk) -> None:
    desk.start()
    assert not desk.view.calling.undo.isEnabled()
    desk.press(YES, YES)
    desk.view.calling.note.setPlainText("有两只猫")
    desk.save()
    desk.view.calling.undo.click()
    desk.stage.settle()
    assert desk.outcomes(1) == []
    assert desk.tags(1) == ()
    assert desk.who == 1
    assert desk.view.calling.note.toPlainText() == "有两只猫"
    run = desk.view.calling.pane.run
    assert run is not None
    assert run.outcome is Outcome.AGREED
    assert not desk.view.calling.undo.isEnabled()
    desk.save()
    assert desk.outcomes(1) == [Outcome.AGREED]
    assert desk.view.session.called == 1


def test_an_undone_refusal_is_asked_about_once_more(desk: Desk) -> None:
    desk.start()
    desk.press(REFUSE)
    desk.save()
    desk.view.calling.undo.click()
    desk.stage.settle()
    assert not desk.refuses(1)
    assert desk.said.startswith("您好，小鱼")


def test_an_undone_call_makes_nobody_count_twice(desk: Desk) -> None:
    desk.start()
    desk.press(NO)
    desk.save()
    desk.stage.announce(desk.opt_out(3))
    desk.view.calling.skip.click()
    desk.stage.settle()
    assert desk.view.end.isVisible()
    desk.view.end.undo.click()
    desk.stage.settle()
    desk.save()
    desk.view.calling.skip.click()
    desk.stage.settle()
    told = "1 calls recorded · 1 skipped, they are on the next list · 1 not called: refused meanwhile"
    assert desk.view.end.told.text() == told


def test_a_call_that_is_gone_cannot_be_undone_and_the_next_one_goes_on(desk: Desk) -> None:
    desk.start()
    desk.press(NO)
    desk.save()
    with desk.stage.shop.write() as connection:
        connection.execute("delete from call_records")
    desk.view.calling.undo.click()
    desk.stage.settle()
    assert any("not in the shop any more" in notice.text for notice in desk.stage.notices.all)
    assert not desk.view.calling.undo.isEnabled()
    assert desk.who == 2
    desk.press(REFUSE)
    assert desk.refuses(2)
    desk.save()
    assert desk.outcomes(2) == [Outcome.REFUSED]


def test_skipping_records_nothing_and_goes_on(desk: Desk) -> None:
    desk.start()
    desk.view.calling.skip.click()
    desk.stage.settle()
    assert desk.who == 2
    assert desk.outcomes(1) == []


def test_pausing_and_going_on_where_it_was(desk: Desk) -> None:
    desk.start()
    desk.press(NO)
    desk.save()
    desk.press(YES)
    desk.view.calling.note.setPlainText("晚点")
    desk.view.calling.pause.click()
    desk.stage.settle()
    assert "2 of 3" in desk.view.choose.paused.text
    rows = {row.label: row.amount for row in desk.view.choose.waterfall.rows}
    assert rows["Reached with this script in the last 30 days"] == "−1"
    assert rows["Can be called"] == "2"
    desk.view.choose.paused.action_triggered.emit()
    desk.stage.settle()
    assert desk.who == 2
    assert "City?" in desk.said
    assert desk.view.calling.note.toPlainText() == "晚点"


def test_a_new_list_is_without_those_called(desk: Desk) -> None:
    desk.start()
    desk.press(NO)
    desk.save()
    desk.view.calling.pause.click()
    desk.stage.settle()
    desk.start()
    assert desk.view.session.member_ids == (2, 3)


def test_the_end_says_what_came_of_it(desk: Desk) -> None:
    desk.start()
    desk.press(NO)
    desk.save()
    desk.press(YES, YES)
    desk.save()
    desk.view.calling.skip.click()
    desk.stage.settle()
    assert desk.view.end.isVisible()
    assert desk.view.end.told.text() == "2 calls recorded · 1 skipped, they are on the next list"
    assert {row.label: row.amount for row in desk.view.end.bars.rows} == {"Not interested": "1", "Agreed": "1"}
    desk.view.end.undo.click()
    desk.stage.settle()
    assert desk.who == 2


def test_one_person_is_found_and_called(desk: Desk) -> None:
    choices = desk.view.choose.choices
    choices.who.parts[1].click()
    desk.stage.settle()
    assert not desk.view.choose.start.isEnabled()
    choices.field.setText("阿福")
    choices.field.flush()
    desk.qtbot.waitUntil(desk.view.choose.start.isEnabled)
    desk.start()
    assert desk.view.session.member_ids == (3,)


def test_one_person_who_refuses_cannot_be_called(desk: Desk) -> None:
    desk.opt_out(3)
    choices = desk.view.choose.choices
    choices.who.parts[1].click()
    choices.field.setText("阿福")
    choices.field.flush()
    desk.qtbot.waitUntil(desk.view.choose.one.isVisible)
    desk.stage.settle()
    assert "does not want calls" in desk.view.choose.one.text
    assert not desk.view.choose.start.isEnabled()


def test_objections_are_found_by_pinyin_and_filled_for_the_person(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    card = desk.view.calling.objections
    card.field.setText("mei shi jian")
    card.field.flush()
    assert [button.text() for button in card.buttons] == ["没时间"]
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert card.says.text == "小鱼，只要一分钟。"
    assert card.says.isVisible()
    assert card.field.text() == ""


def test_a_question_mark_asks_for_the_objections(desk: Desk, qtbot: QtBot) -> None:
    desk.start()
    desk.view.activateWindow()
    qtbot.keyClicks(desk.view.calling.pane, "?")
    assert desk.view.calling.focusWidget() is desk.view.calling.objections.field


def test_the_phone_is_copied(desk: Desk) -> None:
    desk.start()
    assert desk.view.calling.person.phone.text() == "138 0000 0001"
    desk.view.calling.person.phone.click()
    assert QGuiApplication.clipboard().text() == "13800000001"


def test_what_is_known_of_the_person_stands_beside(desk: Desk) -> None:
    call = Call(1, Outcome.CALL_BACK, "[]", 1_790_000_000, 1_790_000_060, "周末再打", desk.document.id)
    record_call(desk.stage.shop, call, ("猫粮",), now=datetime.now(UTC))
    add_note(desk.stage.shop, 1, "两只猫", now=datetime.now(UTC))
    desk.view.reload(Changes.of(Topic.MEMBERS))
    desk.stage.settle()
    desk.start()
    texts = [label.text() for label in desk.view.calling.person.findChildren(QLabel)]
    assert {"小鱼", "猫粮", "周末再打", "两只猫", "Called 2026-09-21: Call back later"} <= set(texts)


def faulty(script: CallScript) -> CallScript:
    return replace(script, opening="nowhere")


def test_a_script_with_faults_cannot_be_called_with(desk: Desk) -> None:
    document = saved(desk.stage.shop, faulty(SCRIPT), "坏的")
    desk.view.begin(document)
    desk.stage.settle()
    assert desk.view.choose.notice.isVisible()
    assert not desk.view.choose.start.isEnabled()


def test_an_empty_shop_has_nobody_to_call(stage: Stage, qtbot: QtBot) -> None:
    view = SessionView(stage.context)
    qtbot.addWidget(view)
    view.show()
    view.begin(saved(stage.shop))
    stage.settle()
    assert not view.choose.start.isEnabled()
    assert {row.label: row.amount for row in view.choose.waterfall.rows}["Can be called"] == "0"
    assert view.choose.one.isVisible()


def test_a_member_who_is_erased_meanwhile_stops_nothing(desk: Desk) -> None:
    desk.start()
    desk.press(NO)
    with desk.stage.shop.write() as connection:
        connection.execute("delete from orders where member_id = 1")
        connection.execute("delete from members where id = 1")
        connection.execute("update settings set value = value + 1 where key = 'roster_version'")
    desk.save()
    assert desk.who == 2
    assert desk.view.session.left_out == 1
    assert any("not in the shop any more" in notice.text for notice in desk.stage.notices.all)


def test_changes_elsewhere_are_counted_again(desk: Desk) -> None:
    desk.stage.announce(desk.opt_out(1))
    assert {row.label: row.amount for row in desk.view.choose.waterfall.rows}["Can be called"] == "2"


def test_everything_has_a_name(desk: Desk) -> None:
    desk.start()
    nameless = [
        type(part).__name__
        for part in desk.view.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and not part.accessibleName()
        and not getattr(part, "text", str)()
    ]
    assert nameless == []
