"""One member's page over a real shop: what it shows, what is done by hand there, and that each of it is undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.members.data_dialog import DataDialog
from desktop.members.erase_dialog import EraseDialog
from desktop.members.host import MembersHost
from desktop.members.member_page import MemberPage
from desktop.members.merge_dialog import MergeDialog
from desktop.members.timeline_card import AT_ONCE
from desktop.pages import PAGES
from desktop.shell.context import PageContext
from desktop.shell.notices import Notice
from desktop.widgets.chip import Chip
from local_db.members import merging
from local_db.shop_file import Shop
from tests.local_db.members.conftest import dump
from tests.local_db.members.people import NOW, add_cat_lovers, add_order, add_record, derive, member

Show = Callable[[str], MemberPage]


class Stage:
    """The page Members with what it told."""

    def __init__(self, context: PageContext, qtbot: QtBot) -> None:
        self.context = context
        self.shop = context.shop
        self.notices: list[Notice] = []
        context.notices.shown.connect(self.notices.append)
        self.host = MembersHost(context)
        qtbot.addWidget(self.host)
        self.host.resize(1080, 800)
        self.host.show()
        context.changes.subscribe(self.host, next(page.topics for page in PAGES if page.key == "members"))
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            assert self.context.background.wait_idle()
            QApplication.processEvents()

    def of(self, nick: str) -> int:
        with self.shop.read() as connection:
            return member(connection, "nick", nick)

    def show(self, nick: str) -> MemberPage:
        self.host.open(member_id=self.of(nick), whole=True)
        self.settle()
        return self.page

    @property
    def page(self) -> MemberPage:
        assert self.host.person is not None
        return self.host.person

    def undo(self) -> None:
        action = self.notices[-1].action
        assert action is not None
        action()
        self.settle()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.settle()
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        return found[-1]


@pytest.fixture
def stage(shop: Shop, shop_context: PageContext, qtbot: QtBot) -> Stage:
    with shop.write() as connection:
        add_cat_lovers(connection)
    return Stage(shop_context, qtbot)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def button(widget: QWidget, name: str) -> QAbstractButton:
    named = [found for found in widget.findChildren(QAbstractButton) if name in (found.text(), found.accessibleName())]
    return next(found for found in named if found.isVisible())


def test_the_page_shows_who_it_is_and_what_was_bought(stage: Stage) -> None:
    page = stage.show("小鱼干")
    assert "小鱼干" in texts(page.header)
    said = "林小鱼 · Taobao / Tmall · 浙江 · 杭州 · 13800001234 · member since 2023-11-15 · 金卡 · birthday 05-06"
    assert said in texts(page.header)
    values = {name: texts(tile)[1] for name, tile in page.tiles.items()}
    assert values == {
        "spent": "¥178.60",
        "orders": "2",
        "average": "¥89.30",
        "first": "2023-11-16",
        "last": "2023-12-25",
        "between": "39",
    }


def test_the_timeline_tells_everything_and_one_kind(stage: Stage) -> None:
    page = stage.show("小鱼干")
    said = texts(page.timeline)
    for text in ("Order 2200001, 喵屋", "猫粮  2kg  × 1  ¥128.60", "Refund of order 2200002", "-¥50.00", "members.csv"):
        assert text in said, text
    page.timeline.kinds._choose("messages")
    stage.settle()
    assert "Nothing of this kind is known." in texts(page.timeline)
    page.timeline.kinds._choose("orders")
    stage.settle()
    assert "members.csv" not in texts(page.timeline)
    assert "Order 2200001, 喵屋" in texts(page.timeline)


def test_a_long_timeline_comes_in_parts(stage: Stage) -> None:
    with stage.shop.write() as connection:
        record = connection.execute("select id from records where name = '吴四'").fetchone()[0]
        for number in range(60):
            add_order(connection, record, f"long{number}", day=number)
        derive(connection)
    page = stage.show("wu_4")

    def lines() -> int:
        return sum(text.startswith("Order ") for text in texts(page.timeline))

    first = lines()
    assert first < AT_ONCE + 1
    page.timeline.more_button.click()
    QApplication.processEvents()
    assert lines() == first + AT_ONCE
    page.notes.added.emit("stays where it is")
    stage.settle()
    assert lines() >= first + AT_ONCE - 1  # the note is one line more


def test_a_member_without_orders_has_a_page_too(stage: Stage) -> None:
    with stage.shop.write() as connection:
        record = add_record(connection, nick="new_one", import_id=3)
        connection.execute("insert into list_entries(import_id, record_id) values (3, ?)", [record])
        derive(connection)
    page = stage.show("new_one")
    assert [texts(tile)[1] for tile in page.tiles.values()] == ["¥0.00", "0", "—", "—", "—", "—"]
    assert "a list of people" in texts(page.timeline)


# --- by hand, and undone ---


def test_tags_are_added_removed_and_brought_back(stage: Stage) -> None:
    page = stage.show("小鱼干")
    before = dump(stage.shop)
    page.tags.field.setText("怕辣")
    page.tags.field.returnPressed.emit()
    stage.settle()
    tagged = dump(stage.shop)
    chip = next(chip for chip in page.tags.findChildren(Chip) if "怕辣" in chip.text())
    chip.click()
    stage.settle()
    stage.undo()
    assert dump(stage.shop) == tagged
    stage.notices[0].action()  # type: ignore[misc]
    stage.settle()
    assert dump(stage.shop) == before


def test_a_tag_of_a_rule_is_not_clicked_away(stage: Stage) -> None:
    with stage.shop.write() as connection:
        connection.execute("insert into tags(id, name, rule) values (7, '沉睡', '{}'), (8, 'both', '{}')")
        connection.execute(
            "insert into member_tags(member_id, tag_id, source, identity_id) values (1, 7, 'rule', 0),"
            " (1, 8, 'rule', 0), (1, 8, 'hand', 1)"
        )
    page = stage.show("小鱼干")
    assert [chip.text() for chip in page.tags.findChildren(Chip) if chip.isVisible()] == ["both ×"]
    assert "沉睡" in texts(page.tags)


def test_notes_are_written_changed_deleted_and_undone(stage: Stage, qtbot: QtBot) -> None:
    page = stage.show("小鱼干")
    before = dump(stage.shop)
    page.notes.field.setPlainText("两只猫")
    qtbot.keyClick(page.notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert "两只猫" in texts(page.notes)
    assert page.notes.field.toPlainText() == ""
    button(page.notes, "Change the note").click()
    stage.settle()
    assert page.notes.editor.hasFocus()
    page.notes.editor.setPlainText("三只猫")
    button(page.notes, "Save").click()
    stage.settle()
    assert "三只猫" in texts(page.notes)
    button(page.notes, "Delete the note").click()
    stage.settle()
    assert "三只猫" not in texts(page.notes)
    stage.undo()
    assert "三只猫" in texts(page.notes)
    for notice in (stage.notices[1], stage.notices[0]):
        assert notice.action is not None
        notice.action()
        stage.settle()
    assert dump(stage.shop) == before


def test_a_note_being_changed_is_not_taken_away_by_a_reload(stage: Stage) -> None:
    page = stage.show("小鱼干")
    page.notes.added.emit("两只猫")
    stage.settle()
    button(page.notes, "Change the note").click()
    stage.settle()
    assert page.notes.editor.hasFocus()
    page.notes.editor.setPlainText("三只")
    page.tags.added.emit("x")
    stage.settle()
    assert page.notes.editor.isVisible()
    assert page.notes.editor.toPlainText() == "三只"


@pytest.mark.parametrize("channel", ["sms", "email", "call"])
def test_consent_is_recorded_per_channel_and_taken_back(stage: Stage, channel: str) -> None:
    page = stage.show("小鱼干")
    before = dump(stage.shop)
    block = page.ledger.channels[channel]
    block.opt_out_button.click()
    stage.settle()
    assert "opted out" in texts(block)
    assert "by hand · 13800001234" in texts(block)
    assert all("not recorded" in texts(other) for name, other in page.ledger.channels.items() if name != channel)
    block.grant_button.click()
    assert block.confirmation.isVisible()  # who refused is asked for once more
    block.confirmation.keep_button.click()
    assert not block.confirmation.isVisible()
    block.grant_button.click()
    block.confirmation.confirm_button.click()
    stage.settle()
    assert "consented" in texts(block)
    stage.undo()
    assert "opted out" in texts(block)
    refused = dump(stage.shop)
    button(block, "Take back").click()
    stage.settle()
    assert dump(stage.shop) == before
    stage.undo()
    assert dump(stage.shop) == refused


def test_undo_by_keyboard_takes_back_the_last(stage: Stage) -> None:
    page = stage.show("小鱼干")
    before = dump(stage.shop)
    from desktop.shell.notices import NoticeLayer

    stage.context.notices.attach(NoticeLayer(stage.host))
    page.notes.added.emit("x")
    stage.settle()
    page.by_hand.undo_last()
    stage.settle()
    assert dump(stage.shop) == before
    stage.context.notices.attach(None)


# --- who is who ---


def test_merging_from_the_page_and_undoing_it(stage: Stage) -> None:
    page = stage.show("小鱼干")
    before = dump(stage.shop)
    page.belongings.merge_button.click()
    dialog = stage.dialog(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    dialog.search.setText("jd_lin")
    dialog.search.flush()
    stage.settle()
    assert [row.nick for row, _ in dialog.model.rows] == ["jd_lin"]
    assert not dialog.merge_button.isEnabled()
    dialog.table.selectRow(0)
    assert "jd_lin" in texts(dialog.other)
    dialog.merge_button.click()
    stage.settle()
    assert stage.of("jd_lin") == stage.of("小鱼干") == page.member_id
    assert "Order JD1, 喵屋京东店" in texts(page.timeline)
    assert "jd_lin" in texts(page.belongings)
    stage.undo()
    assert dump(stage.shop) == before
    assert "jd_lin" not in texts(page.belongings)


def test_a_merge_of_long_ago_is_undone_from_the_identity(stage: Stage) -> None:
    before = dump(stage.shop)
    merging.join_members(stage.shop, stage.of("小鱼干"), stage.of("jd_lin"), "", now=NOW)
    page = stage.show("小鱼干")
    button(page.belongings, "Undo merge").click()
    stage.settle()
    assert dump(stage.shop) == before
    stage.undo()
    assert stage.of("jd_lin") == stage.of("小鱼干")


def test_an_identity_is_split_off_and_comes_back(stage: Stage) -> None:
    page = stage.show("小鱼干")
    before = dump(stage.shop)
    button(page.belongings, "Split off: 13800001234").click()
    stage.settle()
    assert "Split off: 13800001234" not in [
        found.accessibleName() for found in page.belongings.findChildren(QAbstractButton)
    ]
    assert any(text.startswith(("split off by hand", "not the same person")) for text in texts(page.belongings))
    stage.undo()
    assert dump(stage.shop) == before


def test_a_split_of_long_ago_is_taken_back(stage: Stage) -> None:
    before = dump(stage.shop)
    with stage.shop.read() as connection:
        phone = connection.execute("select id from identities where kind = 'phone' and scope = 'taobao'").fetchone()[0]
    merging.split_identity(stage.shop, phone, "", now=NOW)
    page = stage.show("小鱼干")
    button(page.belongings, "Take back: 13800001234").click()
    stage.settle()
    assert dump(stage.shop) == before


def test_each_identity_says_where_it_comes_from(stage: Stage) -> None:
    said = texts(stage.show("小鱼干").belongings)
    assert "from orders.csv, order 2200001" in said
    assert "seen beside 20881" in said
    assert "Nick, Taobao / Tmall" in said


# --- erasing and exporting ---


def test_erasing_asks_first_and_leaves_the_page(stage: Stage) -> None:
    page = stage.show("小鱼干")
    page.erase_action.trigger()
    dialog = stage.dialog(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    assert "Others have the same phone: 1. They stay; if they are the same person, merge them first." in texts(dialog)
    assert not dialog.erase_button.isEnabled()
    assert dialog.focusWidget() is dialog.cancel_button
    dialog.sure.click()
    dialog.erase_button.click()
    stage.settle()
    assert stage.host._stack.currentWidget() is stage.host.list
    assert "20881" not in repr(dump(stage.shop))
    assert stage.notices[-1].text.startswith("The person is erased; 2 orders stay")
    assert stage.notices[-1].action is None


def test_cancelling_erases_nothing(stage: Stage) -> None:
    page = stage.show("小鱼干")
    before = dump(stage.shop)
    page.erase_action.trigger()
    dialog = stage.dialog(EraseDialog)
    dialog.reject()
    stage.settle()
    assert dump(stage.shop) == before


def test_all_data_is_written_with_words_and_logged(stage: Stage, tmp_path: Path) -> None:
    page = stage.show("小鱼干")
    page.data_button.click()
    dialog = stage.dialog(DataDialog)
    assert isinstance(dialog, DataDialog)
    dialog.file.field.setText(str(tmp_path / "nowhere" / "out.json"))
    assert not dialog.write_button.isEnabled()
    dialog.file.field.setText(str(tmp_path / "out.json"))
    assert dialog.format.current == ".json"  # the suffix decides, so the control says so
    dialog.write_button.click()
    stage.settle()
    said = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert set(said) == {"What is known", "Recognised by", "Orders", "Refunds", "Imports"}
    assert said["Orders"][0]["State"] == "finished"
    assert said["Orders"][0]["Order number"] == "2200001"
    with stage.shop.read() as connection:
        logged = connection.execute("select kind, people, file_name, reason from exports").fetchall()
    assert logged == [("member", 1, "out.json", "The member asked for it")]
    assert stage.notices[-1].text == "Written: out.json"


# --- the way there and back ---


def test_back_and_escape_lead_to_the_list(stage: Stage, qtbot: QtBot) -> None:
    page = stage.show("小鱼干")
    page.header.back.click()
    assert stage.host._stack.currentWidget() is stage.host.list
    page = stage.show("小鱼干")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert stage.host._stack.currentWidget() is stage.host.list


def test_the_list_has_what_changed_meanwhile(stage: Stage) -> None:
    page = stage.show("小鱼干")
    page.belongings.merge_wanted.disconnect()
    page.by_hand.join(stage.of("小鱼干"), stage.of("jd_lin"), "")
    stage.settle()
    page.header.back.click()
    stage.settle()
    assert stage.host.list.model.rowCount() == 2


def test_a_member_that_is_not_there_leads_back(stage: Stage) -> None:
    stage.host.open(member_id=999, whole=True)
    stage.settle()
    assert stage.host._stack.currentWidget() is stage.host.list


@pytest.mark.parametrize("width", [560, 800, 1080, 1700])
def test_nothing_is_cut_at_any_width(stage: Stage, width: int) -> None:
    page = stage.show("小鱼干")
    stage.host.resize(width, 800)
    stage.settle()
    content = page._scroll.widget()
    assert content is not None
    assert content.width() <= page._scroll.viewport().width()


def test_every_control_has_a_name(stage: Stage) -> None:
    page = stage.show("小鱼干")
    page.notes.added.emit("x")
    stage.settle()
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
