"""The library over a real shop: drawers, finding, the editor, what is kept and what can be taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.replies.dragging import packed
from desktop.replies.editing.versions_dialog import VersionsDialog
from desktop.replies.library.drawers import Drawer, Kind
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from local_db.changes import Changes, Topic
from local_db.replies import actions, attachments, bulk, uses
from local_db.replies.codec import group_json, reply_json
from local_db.replies.model import Conflict, Group, Item, ItemKind, Reply, Scope, Wording
from tests.desktop.replies.library import REPLIES, add_library, drop, opened, settle, stored, titles, undo
from tests.desktop.stage import NOW
from tests.replies import put_items


@pytest.fixture
def page(stage, qtbot):
    add_library(stage)
    return opened(stage, qtbot)


def look_into(page, kind, uid=""):
    page.library.groups.set_drawer(Drawer(kind, uid))


def drawer_counts(page):
    model = page.library.groups.groups
    return {model.name(row): row.number for row in model.rows if row.kind is not Kind.HEADING}


def edit(page, text, place=0):
    page.library.editor.wordings.fields[place].body.setPlainText(text)


def texts(page):
    return [one.text for one in page.library.editor.reply().wordings]


def test_drawers_say_how_many_replies_they_hold(page):
    assert drawer_counts(page) == {
        "All replies": 5,
        "Pinned": 1,
        "Shared parts": 1,
        "In no group": 1,
        "问候": 1,
        "发货": 2,
        "我的": 1,
    }


def test_a_drawer_shows_what_lies_in_it_in_its_order(page):
    look_into(page, Kind.GROUP, "g-ship")
    assert titles(page) == ["什么时候发货", "改地址"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("shenmeshihou", "什么时候发货"),
        ("gdz", "改地址"),
        ("新地址", "改地址"),
        ("jsy", "结束语"),
        ("双11", "双11还有货吗"),
    ],
)
def test_all_that_was_written_is_found_even_what_may_not_be_sent(stage, page, typed, first):
    look_into(page, Kind.GROUP, "g-hello")
    page.library.search.setText(typed)
    page.library.search.flush()
    settle(stage)
    assert titles(page)[0] == first


def test_an_empty_answer_offers_to_write_what_was_typed(stage, page):
    page.library.search.setText("xyzzy")
    page.library.search.flush()
    settle(stage)
    assert titles(page) == []
    page.library.list_card.empty.button.click()
    assert page.library.editor.title.text() == "xyzzy"


def test_what_is_written_is_kept_when_another_reply_is_chosen_and_can_be_taken_back(stage, page):
    page.open(reply="r-hello")
    edit(page, "您好，在的")
    page.library.list.choose("r-when")
    settle(stage)
    assert stored(stage, "r-hello").wordings[0].text == "您好，在的"
    undo(stage)
    assert stored(stage, "r-hello").wordings[0].text == "{nick|亲}，在的呢"


def test_leaving_the_page_keeps_what_is_written(stage, page):
    page.open(reply="r-address")
    edit(page, "把新地址发来", 1)
    page.hide()
    settle(stage)
    assert [one.text for one in stored(stage, "r-address").wordings] == ["请把新地址发我", "把新地址发来"]


def test_a_change_from_elsewhere_is_shown_unless_something_is_being_written(stage, page):
    page.open(reply="r-hello")
    changed = Reply("r-hello", "在的", (Wording("w1", "在"),), "g-hello")
    stage.announce(actions.save_reply(stage.shop, changed, now=NOW)[1])
    settle(stage)
    assert page.library.editor.title.text() == "在的"
    edit(page, "我在写")
    stage.announce(actions.save_reply(stage.shop, REPLIES[0], now=NOW)[1])
    settle(stage)
    assert texts(page) == ["我在写"]


def test_what_came_from_elsewhere_while_one_was_writing_is_not_written_over(stage, page):
    page.open(reply="r-hello")
    settle(stage)
    edit(page, "我在写")
    seen = stored(stage, "r-hello")
    theirs = replace(seen, title="在不在", wordings=(replace(seen.wordings[0], text="在的"), *seen.wordings[1:]))
    stage.announce(actions.save_reply(stage.shop, theirs, now=NOW)[1])
    settle(stage)
    page.library.editor.save.click()
    settle(stage)
    assert (stored(stage, "r-hello").title, stored(stage, "r-hello").wordings[0].text) == ("在不在", "我在写")
    assert page.library.editor.title.text() == "在不在"
    assert [one.value for one in actions.library(stage.shop).conflicts["r-hello"]] == ["在的"]
    assert page.library.editor.conflicts.isVisible()


def test_two_saves_that_wait_in_a_line_are_no_difference(stage, page):
    page.open(new=True)
    page.library.editor.title.setText("催单")
    edit(page, "马上")
    page.library.editor.save.click()
    edit(page, "马上帮您催")
    page.library.editor.saving.save()
    settle(stage)
    (made,) = [one for one in actions.library(stage.shop).replies if one.title == "催单"]
    assert [one.text for one in made.wordings] == ["马上帮您催"]
    assert not actions.library(stage.shop).conflicts


def test_undoing_what_was_kept_leaves_what_came_from_elsewhere_since(stage, page):
    page.open(reply="r-hello")
    edit(page, "您好，在的")
    page.library.list.choose("r-when")
    settle(stage)
    stage.announce(actions.save_reply(stage.shop, replace(stored(stage, "r-hello"), title="在不在"), now=NOW)[1])
    settle(stage)
    undo(stage)
    assert stored(stage, "r-hello").title == "在不在"
    assert stored(stage, "r-hello").wordings[0].text == "{nick|亲}，在的呢"


def test_a_new_reply_lies_in_the_group_that_is_looked_into_and_is_the_chosen_one_then(stage, page):
    look_into(page, Kind.GROUP, "g-ship")
    page.new.click()
    page.library.editor.title.setText("催单")
    edit(page, "马上帮您催")
    page.library.editor.save.click()
    settle(stage)
    assert titles(page) == ["什么时候发货", "改地址", "催单"]
    chosen = stored(stage, page.library.list.current())
    assert (chosen.title, chosen.group) == ("催单", "g-ship")


def test_what_cannot_be_saved_yet_is_not_lost_by_leaving_it(stage, page):
    page.open(reply="r-hello")
    edit(page, "在的，{nick")
    page.library.list.choose("r-when")
    settle(stage)
    assert stored(stage, "r-hello").wordings[0].text == "{nick|亲}，在的呢"
    assert "not saved yet" in stage.notices.all[-1].text
    undo(stage)  # its action: back to it
    assert texts(page) == ["在的，{nick"]
    assert page.library.editor.save.isEnabled()


def test_a_new_reply_that_cannot_be_saved_yet_is_not_lost_either(stage, page):
    page.new.click()
    edit(page, "好的，{")
    page.library.list.choose("r-when")
    settle(stage)
    undo(stage)
    assert texts(page) == ["好的，{"]


def test_a_shared_part_in_use_cannot_be_deleted(stage, page):
    page.open(reply="r-end")
    page.library.list.delete_wanted.emit()
    settle(stage)
    assert stage.notices.all[-1].tone == "bad"
    assert "结束语" in titles(page)


def test_an_untouched_new_reply_is_nothing(stage, page):
    page.new.click()
    page.library.list.choose("r-hello")
    settle(stage)
    assert len(actions.library(stage.shop).replies) == len(REPLIES)
    assert not stage.notices.all


def test_a_new_reply_without_a_title_is_kept_under_its_first_words(stage, page):
    page.new.click()
    edit(page, "亲，尺码表在详情页\n请看一下")
    page.library.list.choose("r-hello")
    settle(stage)
    assert "亲，尺码表在详情页 请看一下" in [one.title for one in actions.library(stage.shop).replies]


def test_wordings_are_added_and_removed(stage, page):
    page.open(reply="r-hello")
    wordings = page.library.editor.wordings
    wordings.another.click()
    edit(page, "在呢在呢", 1)
    wordings.fields[0].remove.click()
    page.library.editor.save.click()
    settle(stage)
    kept = stored(stage, "r-hello").wordings
    assert [one.text for one in kept] == ["在呢在呢"]
    assert kept[0].uid not in {"", "w1"}


def test_how_often_each_wording_was_taken_is_said(stage, page):
    for _ in range(3):
        uses.record_use(stage.shop, "r-address", "w4", now=NOW)
    stage.announce(Changes.of(Topic.REPLIES))
    settle(stage)
    page.open(reply="r-address")
    settle(stage)
    fields = page.library.editor.wordings.fields
    assert [field.used.text() for field in fields] == ["", "taken 3 times"]
    assert "taken 3 times, last on" in page.library.editor.sentence.text()


def test_what_a_platform_minds_is_underlined_and_said_with_its_reason(stage, page):
    page.open(reply="r-hello")
    edit(page, "亲，加微信聊")
    page.library.editor._pause.timeout.emit()
    settle(stage)
    findings = page.library.editor.wordings.fields[0].problems.findings
    assert findings
    assert any("微" in "亲，加微信聊"[one.position : one.position + one.length] for one in findings)
    assert all(one.source.startswith("Rule of Taobao") and "read 20" in one.source for one in findings)
    assert page.library.editor.checks.tags["taobao"].property("tone") == "warn"


def test_a_shared_part_that_is_missing_blocks(stage, page):
    page.open(reply="r-when")
    edit(page, "好的。{>没有这段}")
    page.library.editor._pause.timeout.emit()
    settle(stage)
    (finding,) = [one for one in page.library.editor.wordings.fields[0].problems.findings if one.blocks]
    assert (finding.position, finding.length) == (3, 7)


def test_a_shared_part_says_where_it_is_used_and_leads_there(stage, page):
    page.open(reply="r-end")
    settle(stage)
    used_in = page.library.editor.used_in
    assert [link.text() for link in used_in.links] == ["什么时候发货"]
    used_in.links[0].click()
    settle(stage)
    assert page.library.editor.title.text() == "什么时候发货"


def test_pressing_a_shared_part_in_a_text_opens_it(stage, page):
    page.open(reply="r-when")
    page.library.editor.wordings.fields[0].part_wanted.emit("结束语")
    settle(stage)
    assert page.library.editor.title.text() == "结束语"


def test_replies_are_dragged_within_a_group(stage, page):
    look_into(page, Kind.GROUP, "g-ship")
    model = page.library.list.replies
    assert not model.dropMimeData(packed(["r-address"]), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    settle(stage)
    assert titles(page) == ["改地址", "什么时候发货"]
    undo(stage)
    assert titles(page) == ["什么时候发货", "改地址"]


def test_a_mouse_drops_a_reply_between_two_others_and_on_a_group(stage, page):
    look_into(page, Kind.GROUP, "g-ship")
    view = page.library.list
    drop(view, packed(["r-address"]), view.visualRect(view.replies.index(0)).topLeft() + QPoint(60, 2))
    settle(stage)
    assert titles(page) == ["改地址", "什么时候发货"]
    groups = page.library.groups
    hello = groups.groups.index(groups.groups.row_of(Drawer(Kind.GROUP, "g-hello")))
    drop(groups, packed(["r-address"]), groups.visualRect(hello).center())
    settle(stage)
    assert stored(stage, "r-address").group == "g-hello"


def test_a_mouse_drops_a_group_between_two_others(stage, page):
    groups = page.library.groups
    hello, ship = (groups.groups.index(groups.groups.row_of(Drawer(Kind.GROUP, uid))) for uid in ("g-hello", "g-ship"))
    drop(groups, groups.groups.mimeData([ship]), groups.visualRect(hello).topLeft() + QPoint(60, 1))
    settle(stage)
    assert [group.name for group in actions.library(stage.shop).groups][:2] == ["发货", "问候"]


def test_where_there_is_no_room_for_three_columns_the_groups_are_in_a_menu(stage, page, qtbot):
    page.open(reply="r-hello")
    page.resize(824, 520)  # of the smallest window
    qtbot.waitUntil(lambda: not page.library.groups.isVisible())
    save = page.library.editor.save
    qtbot.waitUntil(lambda: page.rect().contains(save.mapTo(page, save.rect().bottomRight())))
    page.library.list_card.where.click()
    menu = next(one for one in page.library.findChildren(Menu) if one.isVisible())
    next(action for action in menu.actions() if action.text().startswith("发货")).trigger()
    menu.close()
    assert titles(page) == ["什么时候发货", "改地址"]
    assert page.library.list_card.where.text() == "发货"
    page.resize(1080, 520)
    qtbot.waitUntil(page.library.groups.isVisible)


def test_tab_goes_through_the_editor_from_top_to_bottom(stage, page, qtbot):
    page.open(reply="r-address")
    settle(stage)
    editor = page.library.editor
    first, second = (field.body for field in editor.wordings.fields)
    details = editor.details
    editor.title.setFocus()
    met = []
    for _ in range(24):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    expected = [editor.pin, first, second, editor.wordings.another, details.shortcut, details.new_tag]
    expected += [details.platforms, details.first, details.last, details.fragment]
    assert [one for one in met if one in expected] == expected


def test_arrow_down_leads_from_the_search_to_what_was_found(stage, page, qtbot):
    page.library.search.setFocus()
    qtbot.keyClicks(page.library.search, "gdz")
    qtbot.waitUntil(lambda: titles(page)[:1] == ["改地址"])
    qtbot.keyClick(page.library.search, Qt.Key.Key_Down)
    assert page.library.list.hasFocus()
    assert page.library.editor.title.text() == "改地址"
    assert page.library.list.selected() == ["r-address"]
    qtbot.keyClick(page.library.list, Qt.Key.Key_Return)
    assert page.library.editor.wordings.fields[0].body.hasFocus()


def test_an_order_that_is_only_found_cannot_be_changed(stage, page):
    page.library.list.replies.dropMimeData(packed(["r-address"]), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    settle(stage)
    assert not stage.notices.all


def test_replies_are_dragged_into_another_group(stage, page):
    groups = page.library.groups.groups
    row = groups.row_of(Drawer(Kind.GROUP, "g-hello"))
    groups.dropMimeData(packed(["r-when", "r-end"]), Qt.DropAction.MoveAction, -1, -1, groups.index(row))
    settle(stage)
    assert {stored(stage, uid).group for uid in ("r-when", "r-end")} == {"g-hello"}
    undo(stage)
    assert (stored(stage, "r-when").group, stored(stage, "r-end").group) == ("g-ship", "")


def test_alt_and_an_arrow_move_the_current_reply(stage, page, qtbot):
    look_into(page, Kind.GROUP, "g-ship")
    page.library.list.choose("r-address")
    qtbot.keyClick(page.library.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(stage)
    assert titles(page) == ["改地址", "什么时候发货"]


def test_groups_change_their_places_and_their_owner(stage, page):
    groups = page.library.groups.groups
    hello, ship, mine = (groups.row_of(Drawer(Kind.GROUP, uid)) for uid in ("g-hello", "g-ship", "g-mine"))
    groups.dropMimeData(groups.mimeData([groups.index(ship)]), Qt.DropAction.MoveAction, hello, 0, QModelIndex())
    settle(stage)
    assert [group.name for group in actions.library(stage.shop).groups][:2] == ["发货", "问候"]
    row = groups.row_of(Drawer(Kind.GROUP, "g-mine"))
    assert row == mine
    groups.dropMimeData(groups.mimeData([groups.index(1)]), Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    settle(stage)  # a drawer that is no group goes nowhere
    groups.dropMimeData(groups.mimeData([groups.index(hello)]), Qt.DropAction.MoveAction, row, 0, QModelIndex())
    settle(stage)
    scopes = {group.uid: group.scope for group in actions.library(stage.shop).groups}
    assert scopes["g-ship"] is Scope.PERSONAL


def test_a_group_is_added_and_renamed(stage, page):
    page.library.deeds.save_group(Group("", "活动"))
    settle(stage)
    assert page.library.groups.drawer.name == "活动"
    group = next(one for one in actions.library(stage.shop).groups if one.name == "活动")
    page.library.deeds.save_group(Group(group.uid, "大促", group.scope, group.position), group)
    settle(stage)
    assert page.library.groups.drawer.name == "大促"
    undo(stage)
    assert page.library.groups.drawer.name == "活动"


def test_a_name_that_is_taken_is_said(stage, page):
    page.library.deeds.save_group(Group("", "发货"))
    settle(stage)
    assert stage.notices.all[-1].tone == "bad"


def test_a_deleted_group_leaves_its_replies_and_comes_back(stage, page, qtbot):
    look_into(page, Kind.GROUP, "g-ship")
    qtbot.keyClick(page.library.groups, Qt.Key.Key_Delete)
    settle(stage)
    assert drawer_counts(page)["In no group"] == 3
    undo(stage)
    assert drawer_counts(page)["发货"] == 2


@pytest.mark.parametrize("keeps", [True, False])
def test_a_reply_being_written_is_in_its_group_again_when_that_comes_back(stage, page, keeps):
    page.open(reply="r-address")
    settle(stage)
    edit(page, "新地址")
    page.library.deeds.delete_group(page.shelf.library.groups[1], 2)
    settle(stage)
    if keeps:
        page.library.keep()
        settle(stage)
    page.library.deeds._restore(["g-ship"])
    settle(stage)
    page.library.keep()
    settle(stage)
    found = stored(stage, "r-address")
    assert (found.group, found.wordings[0].text) == ("g-ship", "新地址")


def test_a_reply_that_is_only_looked_at_is_not_saved_because_its_group_goes(stage, page):
    page.open(reply="r-address")
    settle(stage)
    page.library.deeds.delete_group(page.shelf.library.groups[1], 2)
    settle(stage)
    assert not page.library.editor.save.isEnabled()


def test_deleting_by_key_can_be_taken_back(stage, page, qtbot):
    page.library.list.choose("r-address")
    qtbot.keyClick(page.library.list, Qt.Key.Key_Delete)
    settle(stage)
    assert "改地址" not in titles(page)
    undo(stage)
    assert "改地址" in titles(page)


def test_what_was_being_written_comes_back_with_a_deleted_reply(stage, page):
    page.open(reply="r-address")
    settle(stage)
    edit(page, "新地址")
    page.library.editor.delete_wanted.emit()
    settle(stage)
    assert "改地址" not in titles(page)
    undo(stage)
    assert stored(stage, "r-address").wordings[0].text == "新地址"


def test_what_is_being_written_when_another_deletes_the_reply_can_be_saved_as_a_new_one(stage, page):
    page.open(reply="r-address")
    settle(stage)
    edit(page, "新地址")
    stage.announce(actions.delete(stage.shop, ["r-address"], now=NOW))
    settle(stage)
    undo(stage)
    assert texts(page)[0] == "新地址"
    page.library.editor.save.click()
    settle(stage)
    assert "改地址" in titles(page)


def test_what_is_done_to_many_is_taken_back_for_all_of_them(stage, page):
    page.library.list.selectAll()
    bulk = page.library.bulk
    assert bulk.isVisible()
    assert bulk._count.text() == "5 selected"
    bulk.tag_wanted.emit("常用")
    settle(stage)
    assert all("常用" in one.tags for one in actions.library(stage.shop).replies)
    assert len(page.library.list.selected()) == 5
    undo(stage)
    assert not any("常用" in one.tags for one in actions.library(stage.shop).replies)
    bulk.fields_wanted.emit({"platforms": ["taobao", "jd"]})
    settle(stage)
    assert all(one.platforms == ("taobao", "jd") for one in actions.library(stage.shop).replies)
    bulk.delete_wanted.emit()
    settle(stage)
    assert not actions.library(stage.shop).replies
    undo(stage)
    assert len(actions.library(stage.shop).replies) == 5


def test_the_bar_shows_only_while_several_are_selected(page):
    page.library.list.choose("r-hello")
    assert not page.library.bulk.isVisible()


def test_a_picture_is_attached_and_kept(stage, page):
    page.open(reply="r-hello")
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    card = page.library.editor.attachments
    card.take([image])
    settle(stage)
    assert len(card.tiles) == 1
    page.library.editor.save.click()
    settle(stage)
    (attachment,) = stored(stage, "r-hello").attachments
    assert attachment.type.startswith("image/")
    assert attachments.attached(stage.shop, attachment).width == 40


def test_a_picture_whose_reply_is_left_before_it_is_read_is_said_to_be_missing(stage, page):
    page.open(reply="r-address")
    settle(stage)
    page.library.editor.attachments.take([QImage(40, 40, QImage.Format.Format_RGB32)])
    page.open(reply="r-hello")
    settle(stage)
    assert page.library.editor.attachments.attachments == ()
    assert stage.notices.all[-1].tone == "bad"
    assert "is not added" in stage.notices.all[-1].text


def test_a_file_is_attached_as_it_is(stage, page, tmp_path):
    page.open(reply="r-hello")
    path = tmp_path / "保修卡.pdf"
    path.write_bytes(b"%PDF-1.4 x")
    page.library.editor.attachments.take([path])
    settle(stage)
    (tile,) = page.library.editor.attachments.tiles
    assert tile.text() == "保修卡.pdf"
    assert attachments.attached(stage.shop, tile.attachment).data == b"%PDF-1.4 x"


def test_a_version_is_taken_up_again(stage, page):
    actions.save_reply(stage.shop, Reply("r-hello", "在吗", (Wording("w1", "在"),), "g-hello"), now=NOW)
    stage.announce(Changes.of(Topic.REPLIES))
    settle(stage)
    page.library.versions_wanted.emit("r-hello")
    settle(stage)
    (dialog,) = page.findChildren(VersionsDialog)
    assert dialog.model.rowCount() == 2
    dialog.table.selectRow(1)
    dialog.take_up.click()
    settle(stage)
    assert stored(stage, "r-hello").title == "在的亲"
    undo(stage)
    assert stored(stage, "r-hello").title == "在吗"


def test_versions_say_what_was_changed_and_moving_is_none(stage, page):
    seen = stored(stage, "r-hello")
    again = replace(seen, title="在吗", wordings=(replace(seen.wordings[0], text="在"), *seen.wordings[1:]))
    actions.save_reply(stage.shop, again, now=NOW)
    actions.save_reply(stage.shop, replace(again, tags=("常用",)), now=NOW)
    bulk.move(stage.shop, ["r-hello"], "g-hello", now=NOW)
    bulk.move(stage.shop, ["r-when"], "g-hello", before="r-hello", now=NOW)
    bulk.move(stage.shop, ["r-hello"], "g-hello", before="r-when", now=NOW)
    page.library.versions_wanted.emit("r-hello")
    settle(stage)
    (dialog,) = page.findChildren(VersionsDialog)
    assert [dialog.model.text(row, 2) for row in dialog.model.rows] == ["Tags", "Title, Wording", "—"]
    assert not dialog.take_up.isEnabled()


def conflicting(stage):
    content = reply_json(REPLIES[0], [Conflict("title", "在的呢亲", 1)])
    stage.announce(put_items(stage.shop, [Item("r-hello", ItemKind.REPLY, content, 1, 1)]))
    settle(stage)


def test_both_sides_of_a_difference_are_shown_and_one_is_chosen(stage, page):
    conflicting(stage)
    assert drawer_counts(page)["To be settled"] == 1
    page.open(reply="r-hello")
    settle(stage)
    here, there = page.library.editor.conflicts.choices["title"]
    assert here.accessibleDescription() == "Used now: 在的亲"
    there.click()
    settle(stage)
    assert stored(stage, "r-hello").title == "在的呢亲"
    assert not page.library.editor.conflicts.isVisible()
    assert "To be settled" not in drawer_counts(page)


def test_what_stands_here_may_stay(stage, page):
    conflicting(stage)
    page.open(reply="r-hello")
    settle(stage)
    page.library.editor.conflicts.choices["title"][0].click()
    settle(stage)
    assert stored(stage, "r-hello").title == "在的亲"
    assert not actions.library(stage.shop).conflicts


def test_a_group_that_two_pcs_named_differently_is_marked_and_settled(stage, page):
    group = next(one for one in actions.library(stage.shop).groups if one.uid == "g-ship")
    content = group_json(group, [Conflict("name", "物流", 1)])
    stage.announce(put_items(stage.shop, [Item("g-ship", ItemKind.GROUP, content, 1, 1)]))
    settle(stage)
    assert [row.name for row in page.library.groups.groups.rows if row.differs] == ["发货"]
    dialog = page.library.groups_card.settle_group(group)
    dialog.card.choices["name"][1].click()
    settle(stage)
    assert [one.name for one in actions.library(stage.shop).groups if one.uid == "g-ship"] == ["物流"]
    assert not [row for row in page.library.groups.groups.rows if row.differs]


def test_days_the_wrong_way_round_are_put_right_when_kept(stage, page):
    page.open(reply="r-hello")
    page.library.editor.details.first.set_value(dt.date(2026, 12, 12))
    page.library.editor.details.last.set_value(dt.date(2026, 12, 1))
    page.library.list.choose("r-when")
    settle(stage)
    assert (stored(stage, "r-hello").valid_from, stored(stage, "r-hello").valid_until) == ("2026-12-01", "2026-12-12")


@pytest.mark.parametrize("section", ["library", "board", "learning"])
def test_every_button_has_a_name(stage, page, section):
    page.open(reply="r-hello")
    page.show_section(section)
    settle(stage)
    nameless = [
        button
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and not (button.accessibleName() or button.text())
    ]
    assert nameless == []


def test_twenty_thousand_replies_are_shown_without_a_widget_each(stage, qtbot):
    replies = [Reply(f"r{n}", f"问题 {n}", (Wording(f"w{n}", "答案"),), "g-hello") for n in range(20_000)]
    add_library(stage, replies)
    page = opened(stage, qtbot)
    assert page.library.list.replies.rowCount() == 20_000
    page.library.list.selectAll()
    assert len(page.library.list.selected()) == 20_000
    page.library.list.choose("r0")
    QTest.keyClick(page.library.list, Qt.Key.Key_End)
    settle(stage)
    assert page.library.editor.title.text() == "问题 19999"


def test_a_deleted_reply_is_read_and_brought_back_from_its_drawer(stage, page):
    page.library.list.choose("r-address")
    page.library.list.delete_wanted.emit()
    settle(stage)
    page.library.look_into(Drawer(Kind.DELETED))
    assert titles(page) == ["改地址"]
    page.library.list.choose("r-address")
    settle(stage)
    card = page.library.side.deleted
    assert card.isVisible()
    assert not page.library.writes
    assert [label.text() for label in card.findChildren(Label) if "新地址" in label.text()] == [
        "请把新地址发我",
        "新地址给我就行",
    ]
    card.back.click()
    settle(stage)
    assert stage.notices.all[-1].text == "“改地址” is back."
    assert stored(stage, "r-address").group == "g-ship"
    assert page.library.editor.saving.stored.uid == "r-address"
    assert Kind.DELETED not in {drawer.kind for drawer in page.library.groups.groups.rows}
    undo(stage)
    assert "改地址" not in titles(page)


def test_words_that_are_being_written_are_kept_when_a_deleted_reply_is_looked_at(stage, page):
    page.library.list.choose("r-address")
    page.library.list.delete_wanted.emit()
    settle(stage)
    page.library.list.choose("r-hello")
    page.library.editor.title.setText("在的呢")
    page.library.look_into(Drawer(Kind.DELETED))
    page.library.list.choose("r-address")
    settle(stage)
    assert page.library.side.deleted.isVisible()
    assert stored(stage, "r-hello").title == "在的呢"


def test_whoever_deletes_everything_still_finds_it(stage, page):
    page.library.list.setFocus()
    page.library.list.selectAll()
    page.library.list.delete_wanted.emit()
    settle(stage)
    assert actions.library(stage.shop).replies == ()
    assert page.library.isVisible()
    page.library.look_into(Drawer(Kind.DELETED))
    assert len(titles(page)) == len(REPLIES)
