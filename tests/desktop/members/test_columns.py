"""Which columns are shown, in which order and how wide, and that it is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from desktop.members.columns import IN_ORDER_OF_USE, USUAL, WIDTHS, Column, ColumnChoice
from desktop.members.columns_popover import ColumnsPopover
from desktop.members.page import MembersPage
from desktop.shell.ui_settings import UiSettings
from desktop.widgets.tag_cells import TAGS_ROLE


@pytest.fixture
def settings(tmp_path):
    return UiSettings(tmp_path / "window.ini")


@pytest.fixture
def page(shop, shop_context, qtbot):
    with shop.write() as connection:
        connection.execute(
            "insert into members(id, platform, nick, email, joined_at, birthday, tier)"
            " values (1, 'taobao', 'momo', 'm@x', 1700000000, '05-06', '金卡')"
        )
    page = MembersPage(shop_context)
    qtbot.addWidget(page)
    page.resize(1400, 700)
    page.show()
    page._ask()
    assert shop_context.background.wait_idle()
    return page


def in_sight(page):
    header = page.table.horizontalHeader()
    columns = [Column(header.logicalIndex(place)) for place in range(header.count())]
    return tuple(column for column in columns if not page.table.isColumnHidden(column))


@pytest.mark.parametrize(
    "stored",
    ["", "{", "[]", '{"shown": 1}', '{"shown": ["no such"]}', '{"widths": {"nick": "x"}}', '{"widths": []}', "null"],
)
def test_what_cannot_be_read_gives_the_usual_columns(settings, stored):
    settings.set("members/columns", stored)
    choice = ColumnChoice.remembered(settings)
    assert (choice.shown, choice.by_person) == (USUAL, False)


def test_a_choice_is_remembered(settings):
    choice = ColumnChoice()
    choice.choose([Column.SPENT, Column.NICK, Column.EMAIL])
    choice.widths[Column.EMAIL] = 222
    choice.remember(settings)
    again = ColumnChoice.remembered(settings)
    assert again.shown == (Column.NICK, Column.SPENT, Column.EMAIL)
    assert (again.width(Column.EMAIL), again.width(Column.SPENT)) == (222, WIDTHS[Column.SPENT])


def test_the_least_used_columns_give_way_until_a_person_chooses():
    choice = ColumnChoice()
    assert choice.fitting(WIDTHS[Column.NICK] + WIDTHS[Column.SPENT]) == (Column.NICK, Column.SPENT)
    assert choice.fitting(5000) == USUAL
    assert set(IN_ORDER_OF_USE) | {Column.NICK} == set(USUAL)
    choice.choose(tuple(Column))
    assert choice.fitting(100) == tuple(Column)


def test_every_column_says_something(page, shop_context):
    page.table.choose(tuple(Column))
    assert in_sight(page) == tuple(Column)
    shown = {column: page.model.index(0, column).data() for column in Column}
    assert (shown[Column.PLATFORM], shown[Column.EMAIL], shown[Column.JOINED]) == (
        "Taobao / Tmall", "m@x", "2023-11-15",
    )  # fmt: skip
    assert (shown[Column.BIRTHDAY], shown[Column.TIER]) == ("05-06", "金卡")
    assert all(page.model.headerData(column, Qt.Orientation.Horizontal) for column in Column)
    assert page.model.index(0, Column.CONSENT).data(TAGS_ROLE) == (("not recorded", "neutral"),)


def test_moving_and_resizing_a_header_is_remembered(page, shop_context):
    header = page.table.horizontalHeader()
    header.moveSection(header.visualIndex(Column.TAGS), 1)
    header.resizeSection(Column.TAGS, 200)
    page.table._save()
    assert in_sight(page)[:2] == (Column.NICK, Column.TAGS)
    again = ColumnChoice.remembered(shop_context.settings)
    assert again.shown == in_sight(page)
    assert again.width(Column.TAGS) == 200


def test_columns_are_chosen_and_moved_in_the_card(qtbot):
    card = ColumnsPopover((Column.NICK, Column.NAME, Column.SPENT))
    qtbot.addWidget(card)
    chosen = []
    card.chosen.connect(chosen.append)
    assert not card.boxes[Column.NICK].isEnabled()
    card.boxes[Column.EMAIL].setChecked(True)
    assert chosen[-1] == (Column.NICK, Column.NAME, Column.SPENT, Column.EMAIL)
    card.boxes[Column.NAME].setChecked(False)
    assert chosen[-1] == (Column.NICK, Column.SPENT, Column.EMAIL)
    arrow = button(card, "Move E-mail to the left")
    arrow.click()
    assert chosen[-1] == (Column.NICK, Column.EMAIL, Column.SPENT)
    assert not button(card, "Move E-mail to the left").isEnabled()  # the nick stays first


def button(widget, name):
    buttons = widget.findChildren(QAbstractButton)
    return next(
        b for b in buttons if QAccessible.queryAccessibleInterface(b).text(QAccessible.Text.Name) == name and b.parent()
    )


def test_the_button_opens_the_card_and_the_usual_columns_come_back(page, qtbot):
    page.table.choose((Column.NICK, Column.EMAIL))
    page.columns_button.click()
    card = page.findChild(ColumnsPopover)
    assert card.boxes[Column.EMAIL].isChecked()
    assert not card.boxes[Column.SPENT].isChecked()
    button(card, "Usual columns").click()
    assert in_sight(page) == USUAL
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not card.is_open
