"""Saved lists: pasted or dropped, told who is unknown before anything is kept, and every deletion can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop.segments.lists_dialog import ListsDialog
from local_db.segments import list_actions
from local_db.segments.list_actions import Matches
from local_db.segments.tree import parse

PASTED = "会员1\n会员2\n会员3\n没有这个人"


@pytest.fixture
def dialog(desk, qtbot):
    with desk.context.shop.write() as connection:
        connection.execute(
            "insert into identities(member_id, kind, scope, value) select id, 'nick', 'taobao', nick from members"
        )
    made = ListsDialog(desk.context, desk.page)
    qtbot.addWidget(made)
    made.show()
    desk.settle()
    return made


def paste(desk, dialog, text: str, name: str = "地推") -> None:
    dialog.name.setText(name)
    dialog.text.setPlainText(text)
    dialog._pause.stop()
    dialog._read_pasted()
    desk.settle()


def names(desk) -> list[str]:
    return [saved.name for saved in list_actions.all_lists(desk.context.shop)]


def test_who_is_known_is_told_before_anything_is_kept(desk, dialog) -> None:
    assert not dialog.save.isEnabled()
    paste(desk, dialog, PASTED)
    assert dialog.found.text() == "4 entries: 3 people of the shop. Not in the shop: 1 (没有这个人)"
    assert dialog.save.isEnabled()
    assert names(desk) == []


@pytest.mark.parametrize(("text", "name"), [("没有这个人", "地推"), (PASTED, " "), ("", "地推")])
def test_a_list_of_nobody_or_without_a_name_cannot_be_kept(desk, dialog, text, name) -> None:
    paste(desk, dialog, text, name)
    assert not dialog.save.isEnabled()


def test_a_kept_list_is_a_condition_of_segments_at_once(desk, dialog) -> None:
    paste(desk, dialog, PASTED)
    dialog.save.click()
    desk.settle()
    assert [dialog.model.text(dialog.model.rows[0], column) for column in range(3)] == ["地推", "3", "pasted"]
    assert desk.page._counting.counts([parse({"list": "地推"})]).people == {parse({"list": "地推"}): 3}
    assert dialog.text.toPlainText() == ""


def test_what_is_typed_is_kept_only_once_it_is_read(desk, dialog) -> None:
    paste(desk, dialog, PASTED)
    dialog.text.setPlainText("会员1")
    assert not dialog.save.isEnabled()
    dialog._show_matches(Matches(4, 3, ()))  # of the text before
    assert not dialog.save.isEnabled()
    dialog._pause.stop()
    dialog._read_pasted()
    desk.settle()
    dialog.save.click()
    desk.settle()
    assert dialog.model.text(dialog.model.rows[0], 1) == "1"


def test_a_file_that_is_refused_is_not_where_a_list_comes_from(desk, dialog, tmp_path) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    dialog.text.setPlainText("会员1\n会员2")
    dialog.take_file(broken)
    desk.settle()
    dialog.name.setText("地推")
    dialog._pause.stop()
    dialog._read_pasted()
    desk.settle()
    dialog.save.click()
    desk.settle()
    assert dialog.model.text(dialog.model.rows[0], 2) == "pasted"


def test_a_dropped_file_is_read_and_names_the_list(desk, dialog, tmp_path) -> None:
    file = tmp_path / "直播间.txt"
    file.write_text("昵称\n会员1\n会员3\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    no = Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no))
    desk.settle()
    dialog.save.click()
    desk.settle()
    (saved,) = list_actions.all_lists(desk.context.shop)
    assert (saved.name, saved.source, saved.people) == ("直播间", "直播间.txt", 2)


def test_deleting_can_be_undone(desk, dialog) -> None:
    paste(desk, dialog, PASTED)
    dialog.save.click()
    desk.settle()
    shown = []
    desk.context.notices.shown.connect(shown.append)
    dialog.table.selectRow(0)
    dialog._delete()
    desk.settle()
    assert names(desk) == []
    shown[-1].action()
    desk.settle()
    assert names(desk) == ["地推"]


def test_a_name_that_is_taken_is_told(desk, dialog) -> None:
    for _ in range(2):
        paste(desk, dialog, PASTED)
        dialog.save.click()
        desk.settle()
    assert dialog.found.text() == "There is already a list named 地推."
