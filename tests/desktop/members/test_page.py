"""The page Members over a real shop: finding, sorting, one member, what is done by hand and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop.members.columns import USUAL, Column
from desktop.members.page import MembersPage
from desktop.members.table_model import CHUNK
from desktop.shell.notices import NoticeLayer
from desktop.widgets.chip import Chip
from desktop.widgets.tag_cells import TAGS_ROLE
from local_db.changes import Topic
from local_db.members import actions

PEOPLE = [
    # id, nick, name, phone, kind, province, city
    (1, "小鱼干", "林一", "13800001234", "real", "浙江", "杭州"),
    (2, "momo_2016", "", "", "masked", "上海", "上海"),
    (3, "阿福家的猫", "周周", "13900005678", "real", "", ""),
    (4, "", "吴四", "", "absent", "安徽", "合肥"),
]
ORDERS = [
    # id, number, member, status, paid_at, paid, refunded, purchase
    (1, "2200001", 1, "finished", 1_700_000_000, 12_860, 0, 1),
    (2, "2200002", 1, "closed", 1_710_000_000, 5_000, 5_000, 0),
    (3, "2200003", 2, "shipped", 1_720_000_000, 99_900, 0, 1),
    (4, "2200004", 3, "finished", 1_690_000_000, 1_000, 250, 1),
]


def fill(shop, copies=1):
    with shop.write() as connection:
        connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '喵屋')")
        connection.execute("insert into imports(id, file_name, file_hash, profile, imported_at, report)"
                           " values (1, 'f', 'h', 'p', 0, '{}')")  # fmt: skip
        connection.execute("insert into products(id, shop_id, title) values (1, 1, '猫粮')")
        for copy in range(copies):
            for number, nick, name, phone, kind, province, city in PEOPLE:
                connection.execute(
                    "insert into members(id, platform, nick, name, phone, phone_kind, province, city)"
                    " values (?, 'taobao', ?, ?, ?, ?, ?, ?)",
                    [number + copy * len(PEOPLE), nick, name, phone, kind, province, city],
                )
        for number, order, member, status, paid_at, paid, refunded, bought in ORDERS:
            connection.execute(
                "insert into orders(id, shop_id, number, member_id, status, paid_at, paid, refunded, net, is_purchase,"
                " content_hash, import_id) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, '', 1)",
                [number, order, member, status, paid_at, paid, refunded, paid - refunded, bought],
            )
            connection.execute("insert into order_lines(order_id, position, product_id) values (?, 0, 1)", [number])
        connection.execute(
            "insert into identities(member_id, kind, scope, value) values (1, 'nick', 'taobao', '小鱼干')"
        )
        connection.execute("insert into tags(id, name) values (1, 'VIP')")
        connection.execute("insert into member_tags(member_id, tag_id) values (1, 1)")


@pytest.fixture
def make_page(shop_context, qtbot):
    def make():
        page = MembersPage(shop_context)
        qtbot.addWidget(page)
        page.resize(1032, 752)
        page.show()
        shop_context.changes.subscribe(page, {Topic.MEMBERS, Topic.ORDERS, Topic.SETTINGS})
        settle(page)
        return page

    return make


@pytest.fixture
def page(shop, make_page):
    fill(shop)
    return make_page()


def settle(page):
    """Until nothing is read any more; chunks are asked for by a timer of their own."""
    for _ in range(3):
        page.table.grab()
        QApplication.processEvents()
        page._context.background.wait_idle()
    QApplication.processEvents()


def ids(page):
    return [page.model.member_id(row) for row in range(page.model.rowCount())]


def shown(page, column):
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def type_(page, text):
    page.search.setText(text)
    page.search.flush()
    settle(page)


def open_member(page, member_id):
    page.open(member_id=member_id)
    settle(page)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_everybody_is_listed_by_last_order(page):
    assert ids(page) == [2, 1, 3, 4]
    assert shown(page, Column.NICK) == ["momo_2016", "小鱼干", "阿福家的猫", "吴四"]
    assert shown(page, Column.SPENT) == ["¥999.00", "¥128.60", "¥7.50", "—"]
    assert shown(page, Column.ORDERS) == ["1", "1", "1", "0"]
    assert shown(page, Column.PLACE) == ["上海", "浙江 · 杭州", "", "安徽 · 合肥"]
    assert page.model.index(0, Column.PHONE).data(TAGS_ROLE) == (("masked", "warn"),)
    assert page.model.index(1, Column.PHONE).data(TAGS_ROLE) == ()
    assert page.model.index(1, Column.TAGS).data(TAGS_ROLE) == (("VIP", "accent"),)


def test_the_header_counts_people_and_phones(page):
    assert "4 people, 2 with a usable phone" in texts(page.header)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("鱼", [1]), ("xyg", [1]), ("linyi", [1]), ("5678", [3]), ("2200003", [2]), ("nobody", [])],
)
def test_typing_finds(page, typed, found):
    type_(page, typed)
    assert ids(page) == found
    assert page.empty.isVisible() == (not found)


def test_clearing_the_search_brings_everybody_back(page):
    type_(page, "nobody")
    page.empty.button.click()
    settle(page)
    assert len(ids(page)) == 4
    assert page.search.query() == ""


def test_a_header_sorts_figures_from_the_largest(page):
    header = page.table.horizontalHeader()
    header.setSortIndicator(Column.SPENT, Qt.SortOrder.DescendingOrder)
    settle(page)
    assert ids(page) == [2, 1, 3, 4]
    header.setSortIndicator(Column.SPENT, Qt.SortOrder.AscendingOrder)
    settle(page)
    assert ids(page) == [3, 1, 2, 4]
    header.setSortIndicator(Column.NICK, Qt.SortOrder.AscendingOrder)
    settle(page)
    assert ids(page) == [2, 3, 4, 1]
    role = Qt.ItemDataRole.InitialSortOrderRole
    assert page.model.headerData(Column.SPENT, Qt.Orientation.Horizontal, role) == Qt.SortOrder.DescendingOrder
    assert page.model.headerData(Column.NICK, Qt.Orientation.Horizontal, role) == Qt.SortOrder.AscendingOrder


def test_enter_asks_for_the_whole_page(page, qtbot):
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, 0))
    with qtbot.waitSignal(page.member_wanted) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [1]
    assert not page.panel.isVisible()


def test_a_click_has_a_look_and_its_button_asks_for_the_whole_page(page, qtbot):
    where = page.table.visualRect(page.model.index(1, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle(page)
    assert page.panel.member_id == 1
    with qtbot.waitSignal(page.member_wanted) as asked:
        page.panel.facts.page_button.click()
    assert asked.args == [1]


def test_space_has_a_look_and_escape_closes(page, qtbot):
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, 0))
    assert not page.panel.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    settle(page)
    assert page.panel.isVisible()
    assert page.panel.member_id == 1
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    settle(page)
    assert page.panel.member_id == 3
    qtbot.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.table.hasFocus()


def test_open_selects_and_shows_one_member(page):
    type_(page, "momo")
    open_member(page, 1)
    said = texts(page.panel)
    assert page.model.member_id(page.table.selected_row()) == 1
    for text in ("小鱼干", "林一 · 浙江 · 杭州 · Taobao / Tmall", "13800001234", "¥128.60", "猫粮", "refunded ¥50.00"):
        assert text in said, text


def test_open_scrolls_to_a_member_far_below(shop, make_page):
    fill(shop, copies=CHUNK)
    page = make_page()
    type_(page, "nobody")
    open_member(page, CHUNK * len(PEOPLE))
    assert page.model.rowCount() == CHUNK * len(PEOPLE)
    row = page.table.selectionModel().selectedRows()[0]
    assert page.table.viewport().rect().contains(page.table.visualRect(row).center())


def test_a_change_keeps_the_place_in_the_list(shop, make_page, shop_context):
    fill(shop, copies=CHUNK)
    page = make_page()
    page.table.verticalScrollBar().setValue(3000)
    _, changes = actions.tag_member(shop, 3, "new")
    shop_context.changes.announce(changes)
    settle(page)
    assert page.table.verticalScrollBar().value() == 3000


def test_a_member_that_is_not_there_closes_the_panel(page):
    open_member(page, 999)
    assert not page.panel.isVisible()


def test_a_tag_is_added_removed_and_brought_back(page, shop_context):
    open_member(page, 2)
    notices = []
    shop_context.notices.shown.connect(notices.append)
    page.panel.tags.field.setText("怕辣")
    page.panel.tags.field.returnPressed.emit()
    settle(page)
    assert shown(page, Column.NICK)[0] == "momo_2016"
    assert page.model.index(0, Column.TAGS).data(TAGS_ROLE) == (("怕辣", "accent"),)
    chip = next(chip for chip in page.panel.tags.findChildren(Chip) if "怕辣" in chip.text())
    chip.click()
    settle(page)
    assert page.model.index(0, Column.TAGS).data(TAGS_ROLE) == ()
    notices[-1].action()
    settle(page)
    assert page.model.index(0, Column.TAGS).data(TAGS_ROLE) == (("怕辣", "accent"),)
    notices[0].action()
    settle(page)
    assert page.model.index(0, Column.TAGS).data(TAGS_ROLE) == ()


def test_opting_out_and_undoing_it(page, shop_context):
    open_member(page, 1)
    notices = []
    shop_context.notices.shown.connect(notices.append)
    consent = page.panel.consent
    assert "not recorded" in texts(consent)
    consent.opt_out_button.click()
    settle(page)
    assert "opted out" in texts(consent)
    assert not consent.opt_out_button.isVisible()
    assert any(text.startswith("by hand, 20") for text in texts(consent))
    consent.grant_button.click()
    assert consent.confirmation.isVisible()
    consent.confirmation.confirm_button.click()
    settle(page)
    assert "consented" in texts(consent)
    notices[-1].action()
    settle(page)
    assert "opted out" in texts(consent)
    notices[0].action()
    settle(page)
    assert "not recorded" in texts(consent)


def test_a_stray_key_after_opting_out_changes_nothing(page, qtbot):
    open_member(page, 1)
    consent = page.panel.consent
    consent.opt_out_button.setFocus()
    qtbot.keyClick(consent.opt_out_button, Qt.Key.Key_Space)
    settle(page)
    assert not isinstance(page.focusWidget(), QAbstractButton)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    settle(page)
    assert "opted out" in texts(consent)


def test_consent_after_an_opt_out_is_asked_for_once_more(page, qtbot):
    open_member(page, 1)
    consent = page.panel.consent
    consent.opt_out_button.click()
    settle(page)
    qtbot.keyClick(consent.grant_button, Qt.Key.Key_Space)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)  # the key once more keeps the opt-out
    settle(page)
    assert not consent.confirmation.isVisible()
    assert consent.grant_button.isVisible()
    assert "opted out" in texts(consent)


def test_undo_takes_back_what_was_done_last(page, shop_context, qtbot):
    layer = NoticeLayer(page)
    shop_context.notices.attach(layer)
    open_member(page, 1)
    page.panel.consent.opt_out_button.click()
    settle(page)
    page.panel.undo_last()
    settle(page)
    assert "not recorded" in texts(page.panel.consent)
    assert not layer.toasts()
    page.panel.undo_last()  # nothing is left to undo


def test_escape_in_the_field_for_tags_closes_the_panel(page, qtbot):
    open_member(page, 1)
    page.panel.tags.field.setFocus()
    qtbot.keyClick(page.panel.tags.field, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_an_empty_shop_says_what_to_do_next(make_page, monkeypatch):
    page = make_page()
    assert page.empty.isVisible()
    assert not page.search.isVisible()
    assert page.focusWidget() is page.empty.button
    asked = []
    monkeypatch.setattr(page, "_import", lambda: asked.append(True))
    page.empty.button.click()
    assert asked == [True]


def test_rows_are_read_as_they_come_into_sight(shop, make_page):
    fill(shop, copies=CHUNK)
    page = make_page()
    count = page.model.rowCount()
    assert count == CHUNK * len(PEOPLE)
    assert len(page.model._chunks) < count // CHUNK
    page.table.scrollToBottom()
    assert page.model.index(count - 1, 0).data() == "…"
    settle(page)
    assert page.model.index(count - 1, 0).data() in {"小鱼干", "momo_2016", "阿福家的猫", "吴四"}


def test_a_change_elsewhere_keeps_selection_and_panel(page, shop, shop_context):
    open_member(page, 3)
    _, changes = actions.tag_member(shop, 3, "new")
    shop_context.changes.announce(changes)
    settle(page)
    assert page.model.member_id(page.table.selected_row()) == 3
    assert page.panel.isVisible()
    assert any("new" in chip.text() for chip in page.panel.tags.findChildren(Chip))


def test_narrow_pages_keep_the_most_used_columns(page):
    page.resize(560, 600)
    hidden = {column for column in Column if page.table.isColumnHidden(column)}
    assert Column.NICK not in hidden
    assert Column.SPENT not in hidden
    assert Column.AVERAGE in hidden
    page.resize(1500, 600)
    assert not any(page.table.isColumnHidden(column) for column in USUAL)


def test_every_control_has_a_name(page):
    open_member(page, 1)
    for widget in page.findChildren(object):
        if hasattr(widget, "focusPolicy") and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name) or widget.text(), widget
