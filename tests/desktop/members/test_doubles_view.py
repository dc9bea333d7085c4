"""The view of likely doubles: side by side, decided by keys, many at once, and everything undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.members.doubles_view import DoublesView
from desktop.shell.context import PageContext
from local_db.shop_file import Shop
from tests.desktop.members.test_member_page import Stage, button, texts
from tests.local_db.members.conftest import dump
from tests.local_db.members.people import add_cat_lovers, add_order, add_record, derive


@pytest.fixture
def stage(shop: Shop, shop_context: PageContext, qtbot: QtBot) -> Stage:
    with shop.write() as connection:
        add_cat_lovers(connection)
        for number, nick in enumerate(("zhou", "zhou_2")):
            zhou = add_record(connection, nick=nick, phone="13900005678", name="周周", city="宁波")
            add_order(connection, zhou, f"z{number}", day=number)
        mother = add_record(connection, nick="mother", phone="13700001111", name="吴妈")
        child = add_record(connection, platform="jd", nick="child", phone="13700001111", name="小吴")
        add_order(connection, mother, "m1")
        add_order(connection, child, "c1")
        derive(connection)
    return Stage(shop_context, qtbot)


def shown(stage: Stage) -> DoublesView:
    stage.host.open(doubles=True)
    stage.settle()
    assert stage.host.doubles is not None
    return stage.host.doubles


def test_two_members_stand_side_by_side_with_the_reasons(stage: Stage) -> None:
    view = shown(stage)
    assert len(view.pairs) == 3
    said = texts(view.pairs[0])
    for text in ("小鱼干", "jd_lin", "same phone", "same name", "same city", "2, ¥178.60", "1, ¥77.00"):
        assert text in said, text
    assert "other name" in texts(view.pairs[2])


def test_keys_decide_and_go_on(stage: Stage, qtbot: QtBot) -> None:
    view = shown(stage)
    view.pairs[0].setFocus()
    qtbot.keyClick(view.pairs[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is view.pairs[1] or view.pairs[1].hasFocus()
    qtbot.keyClick(view.pairs[1], Qt.Key.Key_Up)
    qtbot.keyClick(view.pairs[0], Qt.Key.Key_M)
    stage.settle()
    assert stage.of("小鱼干") == stage.of("jd_lin")
    assert len(view.pairs) == 2
    assert view.pairs[0].hasFocus()
    qtbot.keyClick(view.pairs[0], Qt.Key.Key_N)
    stage.settle()
    assert stage.of("zhou") != stage.of("zhou_2")
    assert len(view.pairs) == 1


@pytest.mark.parametrize("name", ["Merge: 小鱼干, jd_lin", "Not the same: 小鱼干, jd_lin"])
def test_each_decision_is_undone(stage: Stage, name: str) -> None:
    before = dump(stage.shop)
    view = shown(stage)
    button(view, name).click()
    stage.settle()
    assert len(view.pairs) == 2
    stage.undo()
    assert dump(stage.shop) == before
    assert len(view.pairs) == 3


def test_the_certain_ones_are_merged_together_and_taken_back_together(stage: Stage) -> None:
    before = dump(stage.shop)
    view = shown(stage)
    assert view.certain.text == "2 pairs have the same phone and the same name."
    assert view.certain.button.text() == "Merge all 2"
    view.certain.button.click()
    stage.settle()
    assert stage.of("小鱼干") == stage.of("jd_lin")
    assert stage.of("zhou") == stage.of("zhou_2")
    assert stage.of("mother") != stage.of("child")  # a phone alone may be a family's
    assert not view.certain.isVisible()
    stage.undo()
    assert dump(stage.shop) == before


def test_nobody_twice_is_said(stage: Stage) -> None:
    view = shown(stage)
    view.certain.button.click()
    stage.settle()
    view.pairs[0].apart_button.click()
    stage.settle()
    assert "Nobody seems to be here twice" in texts(view)


def test_a_page_opened_from_here_leads_back_here(stage: Stage) -> None:
    view = shown(stage)
    button(view.pairs[0], "Page about jd_lin").click()
    stage.settle()
    assert stage.page.member_id == stage.of("jd_lin")
    stage.page.header.back.click()
    stage.settle()
    assert stage.host._stack.currentWidget() is view
    view.header.back.click()
    assert stage.host._stack.currentWidget() is stage.host.list


def test_the_list_offers_this_view(stage: Stage) -> None:
    stage.host.list.doubles_button.click()
    stage.settle()
    assert stage.host._stack.currentWidget() is stage.host.doubles
