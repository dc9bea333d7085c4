"""Beginning with the ready-made set, bringing files in, writing them, sharing with another PC."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.replies.exchange.exchange_words import sync_lines
from desktop.replies.exchange.export_dialog import ExportDialog
from desktop.replies.exchange.sharing_dialog import SharingDialog
from desktop.replies.exchange.starters_dialog import StartersDialog
from desktop.replies.library.drawers import Kind
from desktop.replies.library.group_dialog import GroupDialog
from local_db.replies import actions
from local_db.replies.exchange.actions import OnRepeat
from local_db.replies.exchange.model import WAYS, Format
from local_db.replies.fragments import names_in
from local_db.replies.model import Group, Reply, Scope, Wording
from local_db.replies.sharing import Counts, SyncResult, sync
from local_db.replies.starters import starters
from local_db.shop_file import ShopKey, create_shop
from tests.desktop.replies.library import GROUPS, add_library, opened, settle, stored, undo
from tests.desktop.stage import NOW
from tests.replies import add_starters

PHRASES = """分组,快捷编码,快捷短语,是否加入团队
售后,th,支持七天无理由退换,是
售后,yf,{客户名}您好、运费险已赠送,是
售后,,,是
"""


def test_an_empty_library_offers_the_ready_made_set(stage, qtbot):
    page = opened(stage, qtbot)
    page.empty.button.click()
    (dialog,) = page.findChildren(StartersDialog)
    dialog.language.chosen.emit("en")
    dialog.take.click()
    settle(stage)
    library = actions.library(stage.shop)
    assert len(library.replies) == len(starters("en").replies)
    undo(stage)
    library = actions.library(stage.shop)
    assert (library.replies, library.groups) == ((), ())


def test_what_is_there_already_is_not_offered_again(stage, qtbot):
    add_starters(stage.shop, "en", now=NOW)
    page = opened(stage, qtbot)
    dialog = StartersDialog(page.shelf.library, "en", page)
    assert not dialog.take.isEnabled()
    assert not any(box.isEnabled() for box in dialog.boxes.values())


def test_shared_parts_come_along_with_what_names_them(stage, qtbot):
    page = opened(stage, qtbot)
    dialog = StartersDialog(page.shelf.library, "zh", page)
    found = starters("zh").replies
    (parts,) = {reply.group for reply in found if reply.fragment}
    dialog.boxes[parts].setChecked(False)
    replies = dialog.chosen_replies()[1]
    named = {title for reply in replies for one in reply.wordings for title in names_in(one.text)}
    assert named
    assert {reply.title for reply in replies if reply.fragment} == named
    dialog.chosen.connect(page.library.deeds.add_ready_made)
    dialog.take.click()
    settle(stage)
    assert len(actions.library(stage.shop).replies) == len(replies)


def test_a_group_alone_is_added(stage, qtbot):
    page = opened(stage, qtbot)
    dialog = StartersDialog(page.shelf.library, "en", page)
    dialog.all_button.click()
    assert not dialog.take.isEnabled()
    uid, box = next(iter(dialog.boxes.items()))
    box.setChecked(True)
    groups, replies = dialog.chosen_replies()
    assert uid in {group.uid for group in groups}
    assert {reply.group for reply in replies if not reply.fragment} == {uid}


@pytest.fixture
def page(stage, qtbot):
    add_library(stage)
    return opened(stage, qtbot)


def phrases(tmp_path):
    path = tmp_path / "千牛.csv"
    path.write_text(PHRASES, encoding="gb18030")
    return path


def test_quick_phrases_come_in_and_go_again(stage, page, tmp_path):
    dialog = page.ask_import()
    dialog.read(phrases(tmp_path))
    settle(stage)
    assert dialog.notice.text == "Qianniu quick phrases: 2 found, 2 new"
    assert "there is no text here" in dialog._problems.text()
    dialog.take.click()
    settle(stage)
    new = [one for one in actions.library(stage.shop).replies if one.shortcut == "yf"]
    assert [one.wordings[0].text for one in new] == ["{nick}您好、运费险已赠送"]
    undo(stage)
    assert not [one for one in actions.library(stage.shop).replies if one.shortcut == "yf"]
    assert "售后" not in actions.library(stage.shop).group_names.values()


def test_what_is_there_already_is_left_out_unless_wanted(stage, page, tmp_path):
    for _ in range(2):
        dialog = page.ask_import()
        dialog.read(phrases(tmp_path))
        settle(stage)
        if dialog.take.isEnabled():
            dialog.take.click()
            settle(stage)
    assert not dialog.take.isEnabled()
    dialog.on_repeat.set_value(OnRepeat.ADD)
    assert dialog.take.isEnabled()


def test_columns_of_an_unknown_table_are_named_by_hand(stage, page, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("foo,bar,baz\n发货,四十八小时内发出,物流\n退货,七天无理由,售后\n", encoding="utf-8")
    dialog = page.ask_import()
    dialog.read(path)
    settle(stage)
    assert dialog._columns.isVisible()
    dialog.selects["text"].set_value(-1)
    settle(stage)
    assert not dialog.take.isEnabled()
    assert dialog.sample.rowCount() > 0
    dialog.selects["text"].set_value(1)
    settle(stage)
    dialog.selects["title"].set_value(0)
    settle(stage)
    dialog.selects["group"].set_value(2)
    settle(stage)
    assert dialog.take.isEnabled()
    dialog.take.click()
    settle(stage)
    library = actions.library(stage.shop)
    found = next(one for one in library.replies if one.title == "退货")
    assert (found.wordings[0].text, library.group_names[found.group]) == ("七天无理由", "售后")


def test_a_file_that_cannot_be_read_is_said(stage, page, tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes(b"")
    dialog = page.ask_import()
    dialog.read(path)
    settle(stage)
    assert dialog.notice.isVisible()
    assert not dialog.take.isEnabled()


def test_what_comes_in_may_be_for_oneself(stage, page, tmp_path):
    dialog = page.ask_import()
    dialog.read(phrases(tmp_path))
    settle(stage)
    dialog.scope.set_current(Scope.PERSONAL.value)
    dialog.take.click()
    settle(stage)
    groups = {group.name: group.scope for group in actions.library(stage.shop).groups}
    assert groups["售后"] is Scope.PERSONAL


@pytest.mark.parametrize("of", Format)
def test_every_format_is_written(stage, page, tmp_path, of):
    dialog = ExportDialog(stage.context, page.shelf.library, tmp_path, page)
    dialog.format.set_value(of)
    assert dialog.kind.count() == len(WAYS[of].kinds)
    done = []
    dialog.written.connect(lambda path, written: done.append((path, written)))
    dialog.write.click()
    settle(stage)
    path, written = done[0]
    assert path.stat().st_size > 0
    assert written.count >= 4


def test_sharing_makes_a_pack_and_another_pc_gets_all_but_the_personal(stage, page, tmp_path):
    pack = tmp_path / "店.replypack"
    dialog = SharingDialog(stage.context, page)
    dialog.file.set_path(pack)
    dialog.share.click()
    settle(stage)
    assert dialog.notice.text == "Shared: this PC and the file are the same now."
    assert "choose this same file" in dialog.lines.text()
    with create_shop(tmp_path / "other.regulars", ShopKey.random()) as other:
        sync(other, pack, now=NOW)
        assert {one.title for one in actions.library(other).replies} == {
            "在的亲",
            "什么时候发货",
            "改地址",
            "结束语",
        }


def test_whoever_is_given_a_pack_begins_with_it(stage, qtbot, tmp_path):
    pack = tmp_path / "店.replypack"
    with create_shop(tmp_path / "other.regulars", ShopKey.random()) as other:
        add_starters(other, "zh", now=NOW)
        sync(other, pack, now=NOW)
    page = opened(stage, qtbot)
    page.empty.join.click()
    (dialog,) = page.findChildren(SharingDialog)
    dialog.reject()
    page.open(pack=pack)
    dialog = page.findChildren(SharingDialog)[-1]
    assert dialog.file.path() == pack
    dialog.share.click()
    settle(stage)
    assert len(actions.library(stage.shop).replies) == len(starters("zh").replies)


def test_a_difference_leads_to_what_is_to_be_settled(stage, page, tmp_path):
    pack = tmp_path / "店.replypack"
    sync(stage.shop, pack, now=NOW)
    with create_shop(tmp_path / "other.regulars", ShopKey.random()) as other:
        sync(other, pack, now=NOW)
        theirs = next(one for one in actions.library(other).replies if one.uid == "r-hello")
        actions.save_reply(other, Reply(theirs.uid, "在呢", theirs.wordings, theirs.group), now=NOW)
        sync(other, pack, now=NOW)
    ours = stored(stage, "r-hello")
    actions.save_reply(stage.shop, Reply(ours.uid, "在的在的", ours.wordings, ours.group), now=NOW)
    page._ask_sharing()
    (dialog,) = page.findChildren(SharingDialog)
    dialog.file.set_path(pack)
    dialog.share.click()
    settle(stage)
    assert dialog.settle.isVisible()
    dialog.settle.click()
    settle(stage)
    assert page.library.groups.drawer.kind is Kind.DIFFERING
    page.library.list.choose("r-hello")
    settle(stage)
    assert len(page.library.editor.conflicts.choices["title"]) == 2
    before = stored(stage, "r-hello").title
    page.library.editor.conflicts.choices["title"][1].click()
    settle(stage)
    assert stored(stage, "r-hello").title != before
    assert stage.notices.all[-1].text == "The words you chose stay."
    undo(stage)
    settle(stage)
    assert stored(stage, "r-hello").title == before
    assert page.library.shelf.library.conflicts.keys() == {"r-hello"}


def test_a_stick_that_is_not_there_is_said(stage, page, tmp_path):
    (tmp_path / "stick").mkdir()
    dialog = SharingDialog(stage.context, page)
    dialog.file.set_path(tmp_path / "stick" / "a.replypack")
    (tmp_path / "stick").rmdir()
    dialog.share.click()
    settle(stage)
    assert "Is the stick in" in dialog.notice.text
    (tmp_path / "stick").mkdir()
    dialog.share.click()
    settle(stage)
    assert (tmp_path / "stick" / "a.replypack").exists()


def test_a_pack_that_is_not_where_it_was_is_made_anew_only_where_somebody_says_so(stage, page, tmp_path):
    usual = tmp_path / "ours.replypack"
    sync(stage.shop, usual, now=NOW)
    usual.unlink()
    dialog = SharingDialog(stage.context, page)
    dialog.file.set_path(usual)
    dialog.share.click()
    settle(stage)
    assert "is not there" in dialog.notice.text
    assert not usual.exists()
    dialog.notice.button.click()
    settle(stage)
    assert usual.exists()


def test_a_pack_of_another_library_is_shared_through_only_where_somebody_says_so(stage, page, tmp_path):
    sync(stage.shop, tmp_path / "ours.replypack", now=NOW)
    other = tmp_path / "other.replypack"
    with create_shop(tmp_path / "other.regulars", ShopKey.random()) as shop:
        actions.save_reply(shop, Reply("", "别人的", (Wording("", "别人说的"),)), now=NOW)
        sync(shop, other, now=NOW)
    dialog = SharingDialog(stage.context, page)
    dialog.file.set_path(other)
    dialog.share.click()
    settle(stage)
    assert "another pack" in dialog.notice.text
    assert "别人的" not in [one.title for one in actions.library(stage.shop).replies]
    dialog.notice.button.click()
    settle(stage)
    assert "别人的" in [one.title for one in actions.library(stage.shop).replies]
    assert not dialog.notice.button.isVisible()


def test_what_came_of_sharing_is_said_in_numbers():
    lines = sync_lines(
        SyncResult(
            Counts(1, 2, 0),
            Counts(),
            kept=("a",),
            received_names=("问候", "退货", "换货"),
            media_missing=3,
            beside=("副本.replypack",),
        )
    )
    assert list(lines) == [
        "Came in, replies and groups: 1 new, 2 changed (问候, 退货, 换货)",
        "Went out, replies and groups: nothing",
        "1 were taken away on one PC while another one changed or used them; they stay.",
        "3 pictures or files are on no PC that has shared so far.",
        "Beside it lies “副本.replypack” with changes of its own: share through it once, then delete it.",
    ]


def test_a_group_needs_a_name_that_is_free(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    dialog = GroupDialog(Group("", ""), [group.name for group in GROUPS], host)
    assert not dialog._accept.isEnabled()
    dialog.field.setText("发货")
    assert not dialog._accept.isEnabled()
    dialog.field.setText(" 活动 ")
    dialog.scope.set_current(Scope.PERSONAL.value)
    assert dialog._accept.isEnabled()
    assert dialog.group() == Group("", "活动", Scope.PERSONAL)


def test_an_import_whose_dialog_is_closed_meanwhile_is_told_with_the_way_back(stage, page, tmp_path):
    dialog = page.ask_import()
    dialog.read(phrases(tmp_path))
    settle(stage)
    dialog.take.click()
    dialog.reject()
    settle(stage)
    assert not isValid(dialog)
    assert stage.notices.all[-1].text == "Brought in: 2; replaced: 0."
    assert "yf" in {one.shortcut for one in page.library.list.replies.rows}
    undo(stage)
    assert "yf" not in {one.shortcut for one in page.library.list.replies.rows}


def test_an_import_that_fails_after_its_dialog_was_closed_is_told(stage, page, tmp_path):
    dialog = page.ask_import()
    dialog.read(phrases(tmp_path))
    settle(stage)
    stage.shop.path.rename(tmp_path / "away.regulars")
    dialog.take.click()
    dialog.reject()
    settle(stage)
    assert stage.notices.all[-1].tone == "bad"


def test_what_is_shared_after_its_dialog_was_closed_is_shown_and_told(stage, page, tmp_path):
    pack = tmp_path / "店.replypack"
    with create_shop(tmp_path / "other.regulars", ShopKey.random()) as other:
        actions.save_reply(other, Reply("", "别人的", (Wording("", "别人说的"),)), now=NOW)
        sync(other, pack, now=NOW)
    dialog = page.ask_sharing(pack)
    dialog.share.click()
    dialog.reject()
    settle(stage)
    assert not isValid(dialog)
    assert stage.notices.all[-1].text == "Shared: this PC and the file are the same now."
    assert "别人的" in {one.title for one in page.library.list.replies.rows}


def test_a_sharing_that_fails_after_its_dialog_was_closed_is_told(stage, page, tmp_path):
    pack = tmp_path / "店.replypack"
    pack.write_bytes(b"no pack at all" * 500)
    dialog = page.ask_sharing(pack)
    dialog.share.click()
    dialog.reject()
    settle(stage)
    assert stage.notices.all[-1].tone == "bad"
