"""The page Products over a real shop: suggestions, categories and keywords, products placed by hand, all undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from desktop.pages import PAGES
from desktop.products.category_table import BUYERS, KEYWORDS, MONEY, NAME, PRODUCTS
from desktop.products.page import ProductsPage
from desktop.products.product_table import CATEGORY
from desktop.widgets.menu import Menu
from local_db.settings import mark_roster_changed

TOPICS = next(page.topics for page in PAGES if page.key == "products")
TITLES = ("猫粮 成猫", "猫粮 幼猫", "猫粮 老猫", "猫砂 豆腐", "猫砂 木薯", "逗猫棒")


@pytest.fixture
def page(stage, qtbot):
    """Six products; each of six members has bought the one of the same number for 10.00."""
    stage.add_members(*"甲乙丙丁戊己")
    with stage.shop.write() as connection:
        for number, title in enumerate(TITLES, 1):
            connection.execute("insert into products(id, shop_id, title) values (?, 1, ?)", [number, title])
            connection.execute(
                "insert into order_lines(order_id, position, product_id, quantity) values (?, 0, ?, 1)", [number] * 2
            )
        connection.execute("update orders set net = 1000")
        mark_roster_changed(connection)
    made = ProductsPage(stage.context)
    qtbot.addWidget(made)
    made.resize(1080, 760)
    stage.context.changes.subscribe(made, TOPICS)
    made.show()
    settle(stage)
    return made


def settle(stage):
    for _ in range(3):
        stage.settle()


def undo(stage):
    stage.notices.all[-1].action()
    settle(stage)


def table(page):
    columns = (NAME, KEYWORDS, PRODUCTS, BUYERS, MONEY)
    return [tuple(page.categories.text(row, column) for column in columns) for row in page.categories.rows]


def add_all(stage, page):
    page.suggestions.all.click()
    settle(stage)


def choose(stage, page, place):
    page.category_list.selectRow(place)
    settle(stage)


def type_keyword(page, word, qtbot):
    page.card.keyword.setText(word)
    qtbot.keyClick(page.card.keyword, Qt.Key.Key_Return)


def test_suggestions_are_added_only_when_asked_for(stage, page):
    assert [chip.text() for chip in page.suggestions.chips] == ["+ 猫粮  3", "+ 猫砂  2"]
    assert page.categories_card.isHidden()
    page.suggestions.chips[1].click()
    settle(stage)
    assert table(page) == [
        ("猫砂", "猫砂", "2", "2", "¥20.00"),
        ("No category", "", "4", "4", "¥40.00"),
    ]
    undo(stage)
    assert page.categories_card.isHidden()


def test_an_empty_shop_says_what_to_do(stage, qtbot):
    made = ProductsPage(stage.context)
    qtbot.addWidget(made)
    stage.context.changes.subscribe(made, TOPICS)
    made.show()
    settle(stage)
    assert made.empty.isVisible()
    assert made.panel.isHidden()
    assert made.new.isHidden()


def test_a_keyword_is_previewed_then_added_then_undone(stage, page, qtbot):
    add_all(stage, page)
    choose(stage, page, 1)
    page.card.keyword.setText("猫")
    assert page.card.preview.text() == "“猫” takes 1 products, 1 of them without a category so far."
    assert page.card.kept.text() == "3 more have the word and stay where they are."
    type_keyword(page, "猫", qtbot)
    settle(stage)
    assert table(page)[1][:3] == ("猫砂", "猫砂, 猫", "3")
    undo(stage)
    assert table(page)[1][:3] == ("猫砂", "猫砂", "2")


def test_a_keyword_is_taken_away_by_its_chip(stage, page):
    add_all(stage, page)
    choose(stage, page, 1)
    page.card._flow.itemAt(0).widget().click()
    settle(stage)
    assert table(page)[1][:3] == ("猫砂", "", "0")
    undo(stage)
    assert table(page)[1][:3] == ("猫砂", "猫砂", "2")


def test_choosing_a_category_shows_its_products(stage, page):
    add_all(stage, page)
    choose(stage, page, 0)
    assert {product.title for product in page.products.rows} == set(TITLES[:3])
    choose(stage, page, 2)
    assert [product.title for product in page.products.rows] == ["逗猫棒"]
    page.card.closed.emit()
    assert len(page.products.rows) == 6


def test_the_order_is_changed_by_dragging_and_undone(stage, page):
    add_all(stage, page)
    drag = page.categories.mimeData([page.categories.index(1, 0)])
    assert not page.categories.dropMimeData(drag, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    settle(stage)
    assert [row[0] for row in table(page)] == ["猫砂", "猫粮", "No category"]
    undo(stage)
    assert [row[0] for row in table(page)] == ["猫粮", "猫砂", "No category"]


def test_what_is_no_category_is_not_dragged(stage, page):
    add_all(stage, page)
    last = page.categories.index(2, 0)
    assert not page.categories.flags(last) & Qt.ItemFlag.ItemIsDragEnabled
    assert not page.categories.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_the_order_is_changed_by_keyboard(stage, page, qtbot):
    add_all(stage, page)
    choose(stage, page, 1)
    qtbot.keyClick(page.category_list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(stage)
    assert [row[0] for row in table(page)] == ["猫砂", "猫粮", "No category"]
    qtbot.keyClick(page.category_list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(stage)
    assert [row[0] for row in table(page)] == ["猫粮", "猫砂", "No category"]


def test_products_are_placed_by_hand_and_undone(stage, page):
    add_all(stage, page)
    places = [place for place, product in enumerate(page.products.rows) if product.title in {"逗猫棒", "猫砂 豆腐"}]
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for place in places:
        page.product_list.selectionModel().select(page.products.index(place, 0), flags)
    assert page.place_button.text() == "Put 2 into…"
    page.place_button.click()
    menu = page.place_button.findChild(Menu)
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["猫粮", "猫砂", "No category", "Where the keywords say"]
    menu.actions()[0].trigger()
    menu.close()
    settle(stage)
    said = {product.title: page.products.text(product, CATEGORY) for product in page.products.rows}
    assert said["逗猫棒"] == said["猫砂 豆腐"] == "猫粮 · by hand"
    undo(stage)
    said = {product.title: page.products.text(product, CATEGORY) for product in page.products.rows}
    assert (said["逗猫棒"], said["猫砂 豆腐"]) == ("—", "猫砂")


def test_a_new_category_is_named_at_once(stage, page):
    page.new.click()
    settle(stage)
    assert page.card.name.text() == "New category"
    page.card.name.setText("玩具")
    page.card.name.editingFinished.emit()
    settle(stage)
    assert table(page)[0][0] == "玩具"
    page.new.click()
    settle(stage)
    page.card.name.setText("玩具")
    page.card.name.editingFinished.emit()
    settle(stage)
    assert stage.notices.all[-1].text == "There is already a category named 玩具."


def test_a_category_is_deleted_and_brought_back(stage, page, qtbot):
    add_all(stage, page)
    choose(stage, page, 0)
    page.category_list.setFocus()
    qtbot.keyClick(page.category_list, Qt.Key.Key_Delete)
    settle(stage)
    assert [row[0] for row in table(page)] == ["猫砂", "No category"]
    assert page.card.isHidden()
    undo(stage)
    assert [row[0] for row in table(page)] == ["猫粮", "猫砂", "No category"]


def test_products_are_found_by_typing(stage, page):
    page.search.setText("猫砂")
    page.search.flush()
    assert {product.title for product in page.products.rows} == set(TITLES[3:5])
    page.search.setText("狗")
    page.search.flush()
    assert page.empty.button.text() == "Clear the search"


def test_every_control_has_a_name(stage, page):
    add_all(stage, page)
    choose(stage, page, 0)
    for button in page.findChildren(QAbstractButton):
        if button.isVisible():
            assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
