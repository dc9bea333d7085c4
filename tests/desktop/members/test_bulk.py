"""Many members at once in the window: selecting them, what is done to them, and undoing it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from desktop.members.bulk_bar import TextPopover
from desktop.members.columns import Column
from desktop.members.export_dialog import ExportChoice, ExportDialog
from desktop.members.page import MembersPage
from desktop.shell.notices import NoticeLayer
from desktop.widgets.menu import Menu
from desktop.widgets.tag_cells import TAGS_ROLE
from local_db.changes import Topic
from local_db.members import bulk, export_log

PEOPLE = 450


@pytest.fixture
def page(shop, shop_context, qtbot):
    with shop.write() as connection:
        connection.execute(
            """with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
               insert into members(id, platform, nick, phone, phone_kind)
               select i, 'taobao', 'm' || i, 13800000000 + i, 'real' from n""",
            [PEOPLE],
        )
        connection.execute("insert into tags(id, name) values (1, 'VIP')")
        connection.execute("insert into tags(id, name, rule) values (2, '活跃', '{}')")
        connection.execute(
            "insert into consents(member_id, channel, state, source, noted_at)"
            " values (3, 'sms', 'opted_out', 'hand', 1)"
        )
    page = MembersPage(shop_context)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    shop_context.changes.subscribe(page, {Topic.MEMBERS})
    page.notices = []
    shop_context.notices.shown.connect(page.notices.append)
    settle(page)
    return page


def settle(page):
    for _ in range(3):
        page.table.grab()
        QApplication.processEvents()
        assert page._context.background.wait_idle()
    QApplication.processEvents()


def select(page, *rows):
    model, flags = page.table.selectionModel(), QItemSelectionModel.SelectionFlag
    page.table.clearSelection()
    for row in rows:
        model.select(page.model.index(row, 0), flags.Select | flags.Rows)


def count(page, query):
    with page._context.shop.read() as connection:
        return connection.execute(query).fetchone()[0]


def test_the_bar_is_there_while_several_are_selected(page):
    assert not page.bulk.isVisible()
    select(page, 0)
    assert not page.bulk.isVisible()
    select(page, 0, 1, 5)
    assert page.bulk.isVisible()
    assert page.selected_ids().tolist() == [1, 2, 6]
    page.bulk.clear_button.click()
    assert not page.bulk.isVisible()


def test_keys_select_all_a_range_and_nobody(page, qtbot):
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.selected_ids().tolist() == [1, 2, 3]
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.selected_count() == PEOPLE
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.selected_count() == 0


def test_a_press_with_ctrl_adds_and_with_shift_extends(page, qtbot):
    def press(row, modifier=Qt.KeyboardModifier.NoModifier):
        where = page.table.visualRect(page.model.index(row, Column.NICK)).center()
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, modifier, where)

    press(1)
    press(4, Qt.KeyboardModifier.ControlModifier)
    assert page.selected_ids().tolist() == [2, 5]
    press(6, Qt.KeyboardModifier.ShiftModifier)
    assert page.selected_ids().tolist() == [2, 5, 6, 7]


def test_all_found_are_tagged_and_that_is_undone(page, qtbot):
    page.search.setText("m1")
    settle(page)
    found = page.model.rowCount()
    page.table.selectAll()
    page.bulk.tag_button.click()
    card = page.findChild(TextPopover)
    card.field.setText("双12")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    settle(page)
    assert page.notices[-1].text == f"Tagged {found} people “双12”."
    assert count(page, "select count(distinct member_id) from member_tags") == found
    assert page.model.index(0, Column.TAGS).data(TAGS_ROLE) == (("双12", "accent"),)
    assert page.selected_count() == found  # still selected, for the next deed
    page.notices[-1].action()
    settle(page)
    assert count(page, "select count(*) from member_tags") == 0
    assert count(page, "select count(*) from tags") == 2
    assert page.model.index(0, Column.TAGS).data(TAGS_ROLE) == ()


def test_undo_by_key_while_the_notice_is_in_sight(page, shop_context):
    shop_context.notices.attach(NoticeLayer(page))
    select(page, 0, 1)
    page.work.note(page.selected_ids(), "回访")
    settle(page)
    assert count(page, "select count(*) from notes") == 2
    page.table.clearSelection()
    page._undo_last()
    settle(page)
    assert count(page, "select count(*) from notes") == 0
    assert not page.bulk.isVisible()


def test_a_tag_is_taken(page):
    select(page, 0, 1)
    page.work.tag(page.selected_ids(), "VIP")
    settle(page)
    page.bulk.untag_button.click()
    menu = page.bulk.findChild(Menu)
    assert [action.text() for action in menu.actions()] == ["VIP"]  # a rule's tag is not taken by hand
    menu.actions()[0].trigger()
    menu.close()
    settle(page)
    assert page.notices[-1].text == "Took the tag “VIP” from 2 people."
    assert count(page, "select count(*) from member_tags") == 0


def test_consent_leaves_those_who_opted_out(page):
    select(page, 1, 2, 3)
    page.bulk.consent_button.click()
    menu = page.bulk.findChild(Menu)
    agreed = next(action for action in menu.actions() if action.text() == "SMS: agreed, noted by hand")
    agreed.trigger()
    menu.close()
    settle(page)
    assert page.notices[-1].text == "Noted that 2 people agreed to SMS. 1 who opted out were left as they are."
    assert page.model.index(1, Column.CONSENT).data(TAGS_ROLE) == (("consented", "good"),)


def test_the_tag_of_a_rule_is_not_given_by_hand(page):
    select(page, 1, 2)
    page.work.tag(page.selected_ids(), "活跃")
    settle(page)
    assert page.notices[-1].text == "A rule gives this tag; choose another name."
    assert not page.bulk.busy


def test_what_is_under_way_can_be_stopped(page, monkeypatch):
    reported = []

    def wait(shop, ids, name, progress):
        while True:
            progress(1, 2)
            reported.append(True)

    monkeypatch.setattr(bulk, "tag_members", wait)
    select(page, 1, 2)
    page.work.tag(page.selected_ids(), "x")
    assert page.bulk.busy
    page.bulk.stop_button.click()
    settle(page)
    assert page.notices[-1].text == "Stopped; nothing was changed."
    assert not page.bulk.busy


def test_people_are_written_into_a_file_with_the_columns_of_the_list(page, tmp_path, monkeypatch, shop):
    out = tmp_path / "a.csv"
    choice = ExportChoice(out, (Column.NICK, Column.PHONE, Column.SPENT, Column.CONSENT), reason="回访")
    monkeypatch.setattr(ExportDialog, "ask", lambda people, columns, parent: choice)
    select(page, 2, 4)
    page.bulk.export_button.click()
    settle(page)
    assert page.notices[-1].text == "Wrote 2 people into a.csv."
    assert out.read_text(encoding="utf-8-sig").splitlines() == [
        "Nick,Phone,Spent,SMS consent",
        "m3,13800000003,0.0,opted out",
        "m5,13800000005,0.0,not recorded",
    ]
    with shop.read() as connection:
        (line,) = export_log.exports(connection, 5)
    assert (line.kind, line.people, line.reason, line.file_name) == ("members", 2, "回访", "a.csv")


def test_the_dialog_for_a_file(qtbot, tmp_path):
    dialog = ExportDialog(12, (Column.NICK, Column.PHONE), tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.choice().path == tmp_path / "Members.csv"
    dialog.format.set_current("xlsx")
    dialog.format.chosen.emit("xlsx")
    assert dialog.choice().path.suffix == ".xlsx"
    dialog.reason.setText("  双12 ")
    assert (dialog.choice().reason, dialog.choice().overwrite) == ("双12", False)
    (tmp_path / "Members.xlsx").touch()
    dialog._refresh()
    assert dialog.choice().overwrite
    dialog.file.field.setText(str(tmp_path / "no folder" / "a.xlsx"))
    assert not dialog.write.isEnabled()


def test_arrow_down_leads_from_the_search_into_the_list(page, qtbot):
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    assert page.table.selected_row() == 0
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    settle(page)
    assert page.panel.member_id == 1
