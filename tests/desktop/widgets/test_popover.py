"""A popover stays inside its host, and closes when the person turns to something else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.popover import Popover
from desktop.widgets.select import Select


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def opened(host: QWidget, x: int, y: int) -> tuple[Popover, QPushButton, QLineEdit]:
    anchor = QPushButton("anchor", host)
    anchor.move(x, y)
    anchor.show()
    popover, field = Popover("Title"), QLineEdit()
    popover.add(field)
    popover.open_below(anchor, host)
    field.setFocus()
    return popover, anchor, field


@pytest.mark.parametrize(("x", "y"), [(20, 20), (560, 20), (20, 370), (560, 370)])
def test_it_is_inside_its_host_wherever_the_control_is(host: QWidget, x: int, y: int) -> None:
    popover, *_ = opened(host, x, y)
    assert host.rect().contains(popover.geometry())


def test_it_stands_below_its_control_where_there_is_room(host: QWidget) -> None:
    popover, anchor, _ = opened(host, 20, 20)
    assert popover.geometry().top() > anchor.geometry().bottom()
    below, anchor, _ = opened(host, 20, 370)
    assert below.geometry().bottom() < anchor.geometry().top()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_esc_close_it_and_give_the_focus_back(host: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    popover, anchor, field = opened(host, 20, 20)
    said: list[str] = []
    popover.cancelled.connect(lambda: said.append("cancelled"))
    popover.closed.connect(lambda: said.append("closed"))
    qtbot.keyClick(field, key)
    assert said == (["cancelled", "closed"] if key == Qt.Key.Key_Escape else ["closed"])
    assert not popover.is_open
    assert anchor.hasFocus()


def test_a_press_outside_closes_it_and_one_inside_does_not(host: QWidget, qtbot: QtBot) -> None:
    popover, _, field = opened(host, 20, 20)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert popover.is_open
    qtbot.mouseClick(host, Qt.MouseButton.LeftButton, pos=QPoint(590, 390))
    assert not popover.is_open


def test_the_list_of_a_field_inside_belongs_to_it(host: QWidget, qtbot: QtBot) -> None:
    popover, *_ = opened(host, 20, 20)
    choice = Select([("a", 1), ("b", 2)], name="choice")
    popover.add(choice)
    choice.showPopup()
    qtbot.mouseClick(choice.view().viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert popover.is_open


def test_it_does_not_survive_its_control_being_replaced(host: QWidget, qtbot: QtBot) -> None:
    popover, anchor, field = opened(host, 20, 20)
    orphaned: list[bool] = []
    popover.focus_orphaned.connect(lambda: orphaned.append(True))
    anchor.hide()
    anchor.setParent(None)  # type: ignore[call-overload]
    popover.add(QLineEdit())
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert orphaned == [True]
