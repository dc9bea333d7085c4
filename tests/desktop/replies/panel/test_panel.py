"""Finding, filling, choosing and copying with the keyboard alone."""

from __future__ import annotations

import base64
import errno
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop.replies import service
from desktop.replies.panel.buyer import Buyer
from desktop.replies.panel.frame import HEIGHT
from desktop.replies.panel.panel import AWAY_MS
from desktop.shell.paste.base import OtherWindow
from desktop.shell.paste.paster import NO_WINDOW
from desktop.shell.paste.words import trouble
from local_db.changes import Changes, Topic
from local_db.errors import ShopFileError
from local_db.media.model import Media, MediaKind
from local_db.replies.actions import save_reply
from local_db.replies.attachments import attach
from local_db.replies.model import Attachment, Reply, Wording
from tests.desktop.replies.panel.conftest import FISH, Booth
from tests.desktop.stage import NOW

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=="
)


def press(booth: Booth, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, wherever the keyboard is."""
    QTest.keyClick(booth.panel.focusWidget() or booth.panel, key, held)


# --- finding ---


def test_the_keyboard_is_in_the_search(booth: Booth) -> None:
    assert booth.panel.query.hasFocus()


@pytest.mark.parametrize("typed", ["退货运费", "tuihuo yunfei", "thyf", "运费 退货"])
def test_every_key_shows_hits(booth: Booth, typed: str) -> None:
    for end in range(1, len(typed) + 1):
        booth.type(typed[:end])
    assert booth.titles()[0] == "退货运费怎么算"
    assert booth.panel.hits.row == 0


def test_pinned_and_used_replies_stand_there_before_anything_is_typed(booth: Booth) -> None:
    assert booth.titles() == ["什么时候发货"]
    booth.type("感谢")
    press(booth, Qt.Key.Key_Return)
    booth.type("")
    assert booth.titles() == ["什么时候发货", "感谢好评"]


def test_digits_are_searched(booth: Booth) -> None:
    press(booth, Qt.Key.Key_3)
    press(booth, Qt.Key.Key_8)
    assert booth.panel.query.text() == "38"
    assert booth.titles() == ["鞋码 38 偏大"]


def test_a_changed_reply_is_found_as_it_is_now(booth: Booth) -> None:
    reply, changes = save_reply(booth.stage.shop, Reply("", "能开发票吗", (Wording("", "可以的。"),)), now=NOW)
    booth.stage.announce(changes)
    booth.type("fapiao")
    assert booth.titles() == ["能开发票吗"]
    changed = Reply(reply.uid, "能便宜吗", reply.wordings)
    booth.stage.announce(save_reply(booth.stage.shop, changed, now=NOW)[1])
    assert booth.titles() == []
    booth.type("pianyi")
    assert booth.titles() == ["能便宜吗"]


def test_the_count_of_hits_is_told(booth: Booth) -> None:
    booth.type("退货")
    assert booth.panel.query._count == f"{booth.panel.hits.count} hits"


# --- choosing and copying ---


def test_enter_copies_and_the_keyboard_goes_back(booth: Booth, qtbot: QtBot) -> None:
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return)
    assert booth.copied() == "亲，质量问题退货的运费由我们承担。"
    assert booth.panel.foot.said == "Copied: 退货运费怎么算"
    assert booth.desktop.came_forward == [OtherWindow(7)]
    qtbot.waitUntil(lambda: not booth.panel.isVisible(), timeout=2000)


def test_a_panel_that_stays_stays(booth: Booth, qtbot: QtBot) -> None:
    booth.stage.context.settings.set("replies/stays", "1")
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return)
    qtbot.wait(900)
    assert booth.panel.isVisible()


def test_arrows_choose(booth: Booth) -> None:
    booth.type("退货")
    press(booth, Qt.Key.Key_Down)
    assert booth.panel.hits.row == 1
    press(booth, Qt.Key.Key_Up)
    press(booth, Qt.Key.Key_Up)
    assert booth.panel.hits.row == 0
    assert booth.panel.query.hasFocus()


@pytest.mark.parametrize("held", [CONTROL, ALT])
def test_a_number_takes_its_row(booth: Booth, held: Qt.KeyboardModifier) -> None:
    booth.type("fh")
    place = booth.titles().index("什么时候发货")
    press(booth, Qt.Key(Qt.Key.Key_1 + place), held)
    assert booth.copied() == "今天发。"


def test_after_an_arrow_with_nothing_typed_a_digit_takes(booth: Booth) -> None:
    press(booth, Qt.Key.Key_Down)
    press(booth, Qt.Key.Key_1)
    assert booth.copied() == "今天发。"
    assert booth.panel.query.text() == ""


def test_a_number_without_a_row_does_nothing(booth: Booth) -> None:
    booth.type("退货运费")
    press(booth, Qt.Key.Key_9, CONTROL)
    assert booth.copied() == "before"


def test_what_is_on_screen_is_what_is_copied(booth: Booth) -> None:
    booth.panel.buyers.set_buyer(FISH)
    booth.type("感谢")
    line = booth.panel.hits.line()
    press(booth, Qt.Key.Key_Return)
    assert line is not None
    assert booth.copied() == line.text == "谢谢小鱼！祝您愉快"


def test_a_double_press_takes(booth: Booth) -> None:
    booth.type("退货运费")
    index = booth.panel.hits.model().index(0, 0)
    booth.panel.hits.doubleClicked.emit(index)
    assert booth.copied().endswith("由我们承担。")


def test_wordings_go_in_turn_for_one_buyer(booth: Booth) -> None:
    booth.stage.add_members("小鱼")
    booth.panel.buyers.set_buyer(FISH)
    got = []
    for _ in range(4):
        booth.type("fahuo")
        press(booth, Qt.Key.Key_Return)
        got.append(booth.copied())
    assert got[0] != got[1]
    assert got[2:] == got[:2]


def test_another_wording_can_be_taken(booth: Booth) -> None:
    booth.type("什么时候发货")
    press(booth, Qt.Key.Key_Right, ALT)
    assert booth.panel.foot.said == "Wording 2 of 2"
    press(booth, Qt.Key.Key_Return)
    assert booth.copied() == "今天就发。"


def test_uses_are_noted_with_their_wording_and_count_at_once(booth: Booth) -> None:
    booth.type("什么时候发货")
    press(booth, Qt.Key.Key_Return)
    assert booth.rows("select uid, wording, member_id from reply_uses") == [("late", "late1", None)]
    assert booth.service.usage["late"].times == 1


# --- variables ---


def test_an_unfilled_variable_blocks_copying_with_a_sentence(booth: Booth) -> None:
    booth.type("退货地址")
    press(booth, Qt.Key.Key_Return)
    assert booth.copied() == "before"
    assert booth.panel.foot.said == "Fill in first: 收件人, 电话"
    assert booth.panel.blanks.fields[0].hasFocus()
    assert all(field.property("wrong") for field in booth.panel.blanks.fields)


def test_tab_steps_through_the_variables_and_enter_then_copies(booth: Booth) -> None:
    booth.type("退货地址")
    press(booth, Qt.Key.Key_Tab)
    QTest.keyClicks(booth.panel.focusWidget(), "Li")
    assert not booth.panel.blanks.fields[0].property("wrong")
    press(booth, Qt.Key.Key_Return)  # not all are filled: on to the next
    assert booth.copied() == "before"
    assert booth.panel.blanks.fields[1].hasFocus()
    QTest.keyClicks(booth.panel.focusWidget(), "555")
    press(booth, Qt.Key.Key_Return)
    assert booth.copied() == "收件人：Li 电话：555"


def test_a_number_leads_into_the_variables_of_its_reply_from_those_of_another(booth: Booth) -> None:
    other = Reply("", "退货地址（分仓）", (Wording("", "寄到{仓库}"),))
    booth.stage.announce(save_reply(booth.stage.shop, other, now=NOW)[1])
    booth.stage.settle()
    booth.type("退货地址")
    first, second = (booth.panel.hits.line(row) for row in range(2))
    assert first is not None
    assert second is not None
    press(booth, Qt.Key.Key_2, CONTROL)
    assert booth.panel.hits.row == 1
    assert booth.panel.blanks.names == second.filled.unfilled != first.filled.unfilled
    assert booth.panel.blanks.fields[0].hasFocus()


def test_tab_goes_round_and_back_to_the_search(booth: Booth) -> None:
    booth.type("退货地址")
    for _ in range(3):
        press(booth, Qt.Key.Key_Tab)
    assert booth.panel.query.hasFocus()
    press(booth, Qt.Key.Key_Tab)
    press(booth, Qt.Key.Key_Backtab, SHIFT)
    assert booth.panel.query.hasFocus()


def test_what_was_typed_in_for_one_buyer_never_reaches_another(booth: Booth) -> None:
    booth.panel.buyers.set_buyer(FISH)
    booth.type("退货地址")
    booth.panel.writer.type_in({"收件人": "李", "电话": "555"})
    booth.panel.buyers.free()
    booth.panel.query.setFocus()
    assert booth.panel.blanks.values() == {"收件人": "", "电话": ""}
    press(booth, Qt.Key.Key_Return)
    assert booth.copied() == "before"


def test_a_strip_that_is_pressed_can_be_typed_into(booth: Booth) -> None:
    press(booth, Qt.Key.Key_M, CONTROL)
    booth.panel.strip.click()
    assert (booth.panel.collapsed, booth.panel.query.hasFocus()) == (False, True)


def test_many_variables_are_scrolled_through_below_the_replies(booth: Booth) -> None:
    text = "，".join(f"{{问题{number}}}" for number in range(16))
    booth.stage.announce(save_reply(booth.stage.shop, Reply("", "十六个", (Wording("", text),)), now=NOW)[1])
    booth.type("十六个")
    booth.stage.settle()
    assert booth.panel.height() <= HEIGHT
    for _ in range(16):
        press(booth, Qt.Key.Key_Tab)
        field, form = booth.panel.focusWidget(), booth.panel.blanks
        assert form.rect().contains(QRect(field.mapTo(form, QPoint(0, 0)), field.size()))
    assert booth.panel.hits.height() > 150


def test_what_was_typed_in_for_nobody_ends_with_the_copy(booth: Booth) -> None:
    booth.type("退货地址")
    booth.panel.writer.type_in({"收件人": "李", "电话": "555"})
    booth.panel.hits.refresh()
    press(booth, Qt.Key.Key_Return)
    assert booth.copied() == "收件人：李 电话：555"
    assert booth.panel.hits.line() is not None
    assert booth.panel.hits.line().filled.unfilled == ("收件人", "电话")  # type: ignore[union-attr]
    assert booth.panel.blanks.values() == {"收件人": "", "电话": ""}


def test_a_text_that_cannot_be_understood_is_never_copied(booth: Booth) -> None:
    booth.type("坏了")
    press(booth, Qt.Key.Key_Return)
    assert booth.copied() == "before"
    assert booth.panel.foot.said


# --- changing first ---


def test_ctrl_enter_changes_first(booth: Booth) -> None:
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return, CONTROL)
    assert booth.panel.edit.field.hasFocus()
    booth.panel.edit.field.setPlainText("自己写的")
    press(booth, Qt.Key.Key_Return, CONTROL)
    assert booth.copied() == "自己写的"
    assert booth.panel.query.hasFocus()
    assert booth.rows("select uid from reply_uses") == [("fee",)]


def test_a_placeholder_in_the_changed_text_blocks_too(booth: Booth) -> None:
    booth.type("退货地址")
    press(booth, Qt.Key.Key_Return, CONTROL)
    assert booth.panel.edit.field.textCursor().selectedText() == "{收件人}"
    QTest.keyClicks(booth.panel.edit.field, "Li")
    press(booth, Qt.Key.Key_Return, CONTROL)
    assert booth.copied() == "before"
    assert booth.panel.foot.said == "Fill in first: 电话"
    QTest.keyClicks(booth.panel.edit.field, "555")
    press(booth, Qt.Key.Key_Return, CONTROL)
    assert booth.copied() == "收件人：Li 电话：555"


@pytest.mark.parametrize("left", ["收件人：{收件 人} 电话：1", "收件人：李 电话：｛电话｝", "{nick} 您好"])
def test_what_looks_like_a_variable_never_leaves_a_changed_text(booth: Booth, left: str) -> None:
    booth.type("退货地址")
    press(booth, Qt.Key.Key_Return, CONTROL)
    booth.panel.edit.field.setPlainText(left)
    press(booth, Qt.Key.Key_Return, CONTROL)
    assert booth.copied() == "before"
    assert "{" in booth.panel.edit.field.textCursor().selectedText().replace("｛", "{")


def test_braces_of_the_buyers_own_name_may_stay(booth: Booth) -> None:
    booth.panel.set_buyer(replace(FISH, variables={"nick": "{鱼}"}))
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return, CONTROL)
    press(booth, Qt.Key.Key_Return, CONTROL)
    assert booth.copied() == "{鱼}，质量问题退货的运费由我们承担。"


@pytest.mark.parametrize("other", [None, replace(FISH, member_id=2, name="别人", variables={"nick": "别人"})])
def test_a_text_changed_for_one_buyer_is_not_copied_for_another(booth: Booth, other: Buyer | None) -> None:
    booth.panel.set_buyer(FISH)
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return, CONTROL)
    booth.panel.set_buyer(other)
    assert booth.panel.parts.pages.currentWidget() is booth.panel.hits
    press(booth, Qt.Key.Key_Return)
    assert "小鱼" not in booth.copied()
    assert booth.copied().endswith("由我们承担。")


def test_a_text_that_is_changed_stays_when_the_same_buyer_is_read_again(booth: Booth) -> None:
    booth.panel.set_buyer(FISH)
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return, CONTROL)
    booth.panel.set_buyer(replace(FISH, summary="5 单"))
    assert booth.panel.parts.pages.currentWidget() is booth.panel.edit


def test_esc_in_the_changed_text_leads_back_to_the_hits(booth: Booth) -> None:
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return, CONTROL)
    press(booth, Qt.Key.Key_Escape)
    assert booth.panel.isVisible()
    assert booth.panel.parts.pages.currentWidget() is booth.panel.hits
    assert booth.panel.query.hasFocus()


# --- before the library is read ---


def test_an_enter_before_the_replies_are_read_takes_the_first_as_soon_as_they_are(unread_booth: Booth) -> None:
    unread_booth.type("退货运费")
    press(unread_booth, Qt.Key.Key_Return)
    assert unread_booth.panel.foot.said == "Copied as soon as the replies are read"
    assert unread_booth.copied() == "before"
    unread_booth.service.begin()
    unread_booth.stage.settle()
    assert unread_booth.copied() == "亲，质量问题退货的运费由我们承担。"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_A])
def test_another_key_takes_that_enter_back(unread_booth: Booth, key: Qt.Key) -> None:
    unread_booth.type("退货运费")
    press(unread_booth, Qt.Key.Key_Return)
    press(unread_booth, key)
    unread_booth.service.begin()
    unread_booth.stage.settle()
    assert unread_booth.copied() == "before"


def test_a_library_that_is_read_slowly_is_waited_for_in_words(unread_booth: Booth, qtbot: QtBot) -> None:
    panel = unread_booth.panel
    qtbot.waitUntil(lambda: panel.parts.pages.currentWidget() is panel.empty)
    assert "Reading the replies…" in [label.text() for label in panel.empty.findChildren(QLabel)]
    unread_booth.service.begin()
    unread_booth.stage.settle()
    assert panel.parts.pages.currentWidget() is panel.hits


# --- called and put away ---


def test_esc_puts_away_and_the_last_query_is_selected_the_next_time(booth: Booth) -> None:
    booth.type("退货")
    press(booth, Qt.Key.Key_Escape)
    assert not booth.panel.isVisible()
    assert booth.desktop.came_forward == [OtherWindow(7)]
    booth.panel.call()
    assert booth.panel.query.text() == booth.panel.query.selectedText() == "退货"
    assert booth.titles()


def test_searches_without_an_answer_are_kept_once(booth: Booth) -> None:
    for end in range(1, 5):
        booth.type("发票抬头"[:end])
    press(booth, Qt.Key.Key_Escape)
    booth.panel.call()
    press(booth, Qt.Key.Key_Escape)
    assert booth.rows("select typed, chosen from reply_searches") == [("发票抬头", "")]


def test_a_search_that_led_to_a_reply_names_it(booth: Booth) -> None:
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return)
    press(booth, Qt.Key.Key_Escape)
    assert booth.rows("select typed, chosen from reply_searches") == [("退货运费", "fee")]


def test_numbers_of_people_are_not_kept(booth: Booth) -> None:
    booth.type("13812345678")
    press(booth, Qt.Key.Key_Escape)
    assert booth.rows("select typed from reply_searches") == []


def test_a_reply_goes_to_the_chat_that_was_in_front_last(booth: Booth, qtbot: QtBot) -> None:
    other = QLineEdit()  # stands for the window of another program
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not booth.panel.isActiveWindow())
    booth.desktop.front = OtherWindow(8)
    qtbot.waitUntil(lambda: booth.paster.previous == OtherWindow(8))
    booth.panel.activateWindow()
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return)
    assert booth.desktop.came_forward == [OtherWindow(8)]


def test_a_strip_gives_the_keyboard_back(booth: Booth) -> None:
    press(booth, Qt.Key.Key_M, CONTROL)
    assert booth.desktop.came_forward == [OtherWindow(7)]


def test_what_was_typed_in_for_nobody_is_neither_kept_nor_shown(booth: Booth) -> None:
    booth.type("退货地址")
    press(booth, Qt.Key.Key_Tab)
    QTest.keyClicks(booth.panel.focusWidget(), "Wang")
    press(booth, Qt.Key.Key_Escape)
    assert (booth.panel.isVisible(), booth.panel.query.hasFocus()) == (True, True)
    assert booth.panel.blanks.values()["收件人"] == "Wang"
    press(booth, Qt.Key.Key_Escape)
    booth.panel.call()
    assert set(booth.panel.blanks.values().values()) == {""}


def test_a_reply_whose_last_day_has_passed_overnight_is_not_offered_in_the_morning(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = Reply("", "双12活动", (Wording("", "满减今天截止。"),), valid_until="2026-12-12")
    booth.stage.announce(save_reply(booth.stage.shop, last, now=NOW)[1])
    booth.stage.settle()
    today = mock.Mock(wraps=date)
    monkeypatch.setattr(service, "date", today)
    today.today.return_value = date(2026, 12, 12)
    booth.type("双12活动")
    assert booth.titles() == ["双12活动"]
    press(booth, Qt.Key.Key_Escape)
    today.today.return_value = date(2026, 12, 13)
    booth.panel.call()
    assert booth.titles() == []


def test_closing_by_the_window_manager_is_putting_away(booth: Booth) -> None:
    booth.type("退货地址")
    booth.panel.blanks.fields[0].setText("Wang")  # type: ignore[attr-defined]
    booth.panel.close()
    assert booth.panel.writer.typed == {}
    assert booth.rows("select typed from reply_searches") == [("退货地址",)]


def test_it_becomes_a_strip_and_comes_back(booth: Booth) -> None:
    press(booth, Qt.Key.Key_M, CONTROL)
    assert booth.panel.collapsed
    assert booth.panel.width() < 40
    assert not booth.panel.query.isVisible()
    booth.panel.strip.click()
    assert not booth.panel.collapsed
    assert booth.panel.width() == 400
    assert booth.panel.query.isVisible()


def test_a_call_brings_a_strip_back(booth: Booth) -> None:
    booth.panel.collapse()
    booth.panel.call()
    assert booth.panel.query.hasFocus()


def test_its_place_is_remembered(booth: Booth, qtbot: QtBot) -> None:
    from desktop.replies.panel.panel import ReplyPanel

    booth.panel.move(QPoint(40, 30))
    booth.panel.dock._let_go()
    again = ReplyPanel(booth.stage.context, booth.service, booth.keeper, booth.paster)
    qtbot.addWidget(again)
    assert again.geometry() == booth.panel.geometry()


# --- what it finds ---


def test_a_platform_that_was_chosen_is_remembered(booth: Booth) -> None:
    booth.panel.choices._choose("replies/platform", "taobao")
    booth.type("鞋码")
    assert booth.titles() == []
    booth.panel.choices._choose("replies/platform", "jd")
    assert booth.titles() == ["鞋码 38 偏大"]
    assert booth.stage.context.settings.get("replies/platform") == "jd"


def test_without_a_choice_the_platform_is_the_buyers(booth: Booth) -> None:
    from dataclasses import replace

    booth.type("鞋码")
    assert booth.titles() == ["鞋码 38 偏大"]
    booth.panel.buyers.set_buyer(replace(FISH, platform="taobao"))
    booth.type("鞋码 ")
    assert booth.titles() == []


# --- nothing there ---


def test_an_empty_library_begins_with_the_ready_made_replies(empty_booth: Booth, qtbot: QtBot) -> None:
    assert empty_booth.panel.parts.pages.currentWidget() is empty_booth.panel.empty
    with qtbot.waitSignal(empty_booth.panel.starters_wanted):
        empty_booth.panel.empty.button.click()


def test_what_finds_nothing_can_be_written(booth: Booth, qtbot: QtBot) -> None:
    booth.type("能到付吗")
    assert booth.panel.parts.pages.currentWidget() is booth.panel.empty
    with qtbot.waitSignal(booth.panel.library_wanted) as wanted:
        booth.panel.empty.button.click()
    assert wanted.args == [{"new": True, "title": "能到付吗"}]


def test_it_can_be_written_by_keyboard_and_enter_alone_does_not(booth: Booth, qtbot: QtBot) -> None:
    booth.type("能到付吗")
    with qtbot.assertNotEmitted(booth.panel.library_wanted):
        press(booth, Qt.Key.Key_Return)
    with qtbot.waitSignal(booth.panel.library_wanted):
        press(booth, Qt.Key.Key_Return, CONTROL)


def test_a_reply_is_pinned_by_keyboard(booth: Booth, qtbot: QtBot) -> None:
    booth.type("退货运费")
    press(booth, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Change in the library", "Pin to the top"]
    with qtbot.waitSignal(booth.panel.choices.pin_wanted) as pinned:
        menu.actions()[1].trigger()
    assert pinned.args == ["fee", True]
    menu.close()


def test_the_menu_key_is_for_the_chosen_reply(booth: Booth) -> None:
    booth.type("退货运费")
    place = QPoint(5, 5)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, booth.panel.query.mapToGlobal(place))
    QApplication.sendEvent(booth.panel.query, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Change in the library", "Pin to the top"]
    menu.close()


# --- pasting ---


def test_it_pastes_only_where_that_was_chosen_and_is_possible(booth: Booth) -> None:
    assert not booth.panel.choices.pastes
    booth.panel.choices._choose("replies/pastes", "1")
    assert booth.panel.choices.pastes
    booth.desktop.refusing = "paste_wayland"
    assert not booth.panel.choices.pastes


def test_a_paste_is_told_when_it_has_arrived(booth: Booth, qtbot: QtBot) -> None:
    booth.panel.choices._choose("replies/pastes", "1")
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return)
    assert booth.panel.foot.said == "Being pasted: 退货运费怎么算"
    qtbot.waitUntil(lambda: booth.desktop.sent == 1)
    assert booth.copied() == "亲，质量问题退货的运费由我们承担。"  # which is how the other program takes it
    qtbot.waitUntil(lambda: booth.panel.foot.said == "Pasted")
    qtbot.waitUntil(lambda: not booth.panel.isVisible(), timeout=2000)


def test_a_paste_that_cannot_be_leaves_the_panel_with_a_sentence(booth: Booth) -> None:
    booth.panel.choices._choose("replies/pastes", "1")
    booth.desktop.gone = True
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return)
    assert booth.panel.isVisible()
    assert booth.panel.foot.said == trouble(NO_WINDOW)
    assert booth.copied() == "亲，质量问题退货的运费由我们承担。"


def test_text_pictures_and_files_are_pasted_one_after_the_other(booth: Booth) -> None:
    shop = booth.stage.shop
    picture = attach(shop, Media(MediaKind.PICTURE, "image/png", PNG, 2, 2), "表.png", now=NOW)
    file = attach(shop, Media(MediaKind.FILE, "application/pdf", b"%PDF-1.4 x"), "说明.pdf", now=NOW)
    reply = Reply("", "尺码表图文", (Wording("", "见图"),), attachments=(picture, file))
    booth.stage.announce(save_reply(shop, reply, now=NOW)[1])
    booth.type("尺码表图文")
    press(booth, Qt.Key.Key_Return)
    booth.stage.settle()
    assert booth.panel.foot.said == "Copied: 尺码表图文. Paste 3 times."
    assert booth.copied() == "见图"
    booth.keeper._go_on()
    assert QGuiApplication.clipboard().image().size() == QSize(2, 2)
    assert bytes(QGuiApplication.clipboard().mimeData().data("image/png").data()) == PNG
    booth.keeper._go_on()
    path = Path(QGuiApplication.clipboard().mimeData().urls()[0].toLocalFile())
    assert (path.name, path.read_bytes()) == ("说明.pdf", b"%PDF-1.4 x")


@pytest.fixture
def with_file(booth: Booth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A reply with a file of a hostile name is searched for; where files for other programs lie."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    shop = booth.stage.shop
    file = attach(shop, Media(MediaKind.FILE, "application/pdf", b"%PDF-1.4 x"), "..", now=NOW)
    reply = Reply("", "说明书文件", attachments=(file,))
    booth.stage.announce(save_reply(shop, reply, now=NOW)[1])
    booth.type("说明书文件")
    return folder


def test_files_for_other_programs_lie_where_only_this_person_looks_and_go_at_the_end(
    booth: Booth, with_file: Path
) -> None:
    press(booth, Qt.Key.Key_Return)
    booth.stage.settle()
    path = Path(QGuiApplication.clipboard().mimeData().urls()[0].toLocalFile())
    assert path.read_bytes() == b"%PDF-1.4 x"
    (own,) = with_file.iterdir()
    assert sys.platform == "win32" or own.stat().st_mode & 0o077 == 0
    booth.keeper.end()
    assert list(with_file.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_file_that_cannot_be_laid_there_is_said(
    booth: Booth, with_file: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refused(*_: object, **_named: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(tempfile, "mkdtemp", refused)
    press(booth, Qt.Key.Key_Return)
    booth.stage.settle()
    assert booth.panel.foot.said.endswith(
        "a file of this name is as it was." if number == errno.ENOSPC else "cannot be written there."
    )
    assert booth.copied() == "before"
    assert list(with_file.iterdir()) == []


@pytest.mark.parametrize("away", [False, True])
def test_a_use_that_cannot_be_noted_is_said_where_the_clerk_looks(
    booth: Booth, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, away: bool
) -> None:
    def refused(*_: object, **_named: object) -> None:
        raise ShopFileError("disk_full", path="shop")

    monkeypatch.setattr("local_db.replies.uses.record_use", refused)
    booth.type("什么时候发货")
    press(booth, Qt.Key.Key_Return)
    if away:
        booth.panel.put_away()
    booth.stage.settle()
    assert booth.panel.foot.said.startswith("Copied, but not counted as used: The disk with shop is full.")
    qtbot.wait(AWAY_MS + 100)
    assert booth.panel.isVisible() is not away
    assert [one.text.startswith("Copied, but") for one in booth.stage.notices.all] == [True] * away


def test_a_picture_that_is_gone_is_said_and_nothing_is_copied(booth: Booth) -> None:
    lost = Reply("", "丢了的图", (Wording("", "见图"),), attachments=(Attachment("0" * 32, "a.png", "image/png"),))
    booth.stage.announce(save_reply(booth.stage.shop, lost, now=NOW)[1])
    booth.type("丢了的图")
    press(booth, Qt.Key.Key_Return)
    booth.stage.settle()
    assert booth.copied() == "before"
    assert booth.panel.foot.said


def test_a_pressed_button_is_no_reply(booth: Booth) -> None:
    booth.type("退货运费")
    booth.panel.buyers.bar.collapse.setFocus()
    press(booth, Qt.Key.Key_Return)
    assert booth.panel.collapsed
    assert booth.copied() == "before"


def test_who_reads_a_reply_goes_on_reading_it_while_the_library_changes(booth: Booth) -> None:
    booth.type("退货")
    press(booth, Qt.Key.Key_Down)
    chosen = booth.panel.hits.line()
    new = Reply("", "退货退货退货", (Wording("", "退货"),), shortcut="退货")
    booth.stage.announce(save_reply(booth.stage.shop, new, now=NOW)[1])
    assert booth.titles()[0] == "退货退货退货"
    assert chosen is not None
    assert booth.panel.hits.line().uid == chosen.uid  # type: ignore[union-attr]


def test_a_search_is_not_kept_again_because_the_library_changed(booth: Booth) -> None:
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Return)
    booth.stage.announce(Changes.of(Topic.REPLIES))
    press(booth, Qt.Key.Key_Escape)
    assert booth.rows("select typed, chosen from reply_searches") == [("退货运费", "fee")]


# --- for everybody ---


def test_everything_that_can_be_pressed_has_a_name(booth: Booth) -> None:
    booth.type("退货地址")
    controls = [*booth.panel.findChildren(QAbstractButton), *booth.panel.findChildren(QLineEdit)]
    assert len(controls) > 6
    for control in controls:
        if control.isHidden():
            continue
        interface = QAccessible.queryAccessibleInterface(control)
        assert interface.text(QAccessible.Text.Name), control
    names = QAccessible.queryAccessibleInterface(booth.panel.hits).text(QAccessible.Text.Name)
    assert names == "Replies found"


def test_a_row_is_read_out_with_its_text(booth: Booth) -> None:
    booth.type("退货运费")
    index = booth.panel.hits.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "1. 退货运费怎么算: 亲，质量问题退货的运费由我们承担。"


def test_colours_change_with_the_theme(booth: Booth) -> None:
    def ground() -> QImage:
        return booth.panel.grab().toImage()

    light = ground()
    booth.stage.context.theme.choose("dark")
    QApplication.sendPostedEvents(None, QEvent.Type.PaletteChange)
    assert ground().pixelColor(200, 500).lightness() < light.pixelColor(200, 500).lightness()
    booth.stage.context.theme.choose("light")


def test_clipboard_is_left_alone_until_something_is_taken(booth: Booth) -> None:
    booth.type("退货运费")
    press(booth, Qt.Key.Key_Down)
    press(booth, Qt.Key.Key_Escape)
    assert QGuiApplication.clipboard().text() == "before"


def test_the_chosen_reply_stays_in_sight_when_a_form_takes_its_room(booth: Booth, qtbot: QtBot) -> None:
    booth.panel.call()
    booth.panel.resize(booth.panel.width(), 360)
    asking = Reply("", "超过七天还能不能退货", (Wording("", "请告诉我{颜色}、{尺码}和{原因}。"),))
    booth.stage.announce(save_reply(booth.stage.shop, asking, now=NOW)[1])
    booth.type("退货")
    row = booth.titles().index(asking.title)
    assert row > 0
    QTest.qWait(50)
    booth.panel.hits.choose(row)
    press(booth, Qt.Key.Key_Return)  # asks for three things
    assert booth.panel.blanks.isVisible()
    hits = booth.panel.hits

    def in_sight() -> bool:
        place = hits.visualRect(hits.currentIndex())
        return place.top() >= 0 and place.bottom() < hits.viewport().height()

    QTest.qWait(50)
    qtbot.waitUntil(in_sight, timeout=1000)
