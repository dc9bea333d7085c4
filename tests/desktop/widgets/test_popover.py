"""A popover stays inside its host, and closes when the person turns to something else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.date_field import DateField
from desktop.widgets.fields import DecimalField, NumberField
from desktop.widgets.label import Label
from desktop.widgets.popover import Popover
from desktop.widgets.scroll_area import ScrollArea
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


def opened(host: QWidget, x: int, y: int, *more: QWidget) -> tuple[Popover, QPushButton, QLineEdit]:
    anchor = QPushButton("anchor", host)
    anchor.move(x, y)
    anchor.show()
    popover, field = Popover("Title"), QLineEdit()
    for part in (field, *more):
        popover.add(part)
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
    qtbot.mouseClick(host.childAt(QPoint(590, 390)), Qt.MouseButton.LeftButton)
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


def test_tab_goes_round_inside_it(host: QWidget, qtbot: QtBot) -> None:
    number = NumberField(7, name="number")
    popover, _, field = opened(host, 20, 20, number)
    seen = [qtbot_focus(qtbot, Qt.Key.Key_Tab) for _ in range(4)]
    assert seen == [number, field, number, field]
    assert qtbot_focus(qtbot, Qt.Key.Key_Backtab) is number
    assert popover.is_open


def qtbot_focus(qtbot: QtBot, key: Qt.Key) -> QWidget | None:
    """What has the focus after a key."""
    qtbot.keyClick(QApplication.focusWidget(), key)
    return QApplication.focusWidget()


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (NumberField, "300", 300),
        (partial(NumberField, suffix=" days"), "300", 300),
        (partial(DecimalField, prefix="¥"), "300", 300.0),
    ],
)
def test_typing_replaces_a_number(
    host: QWidget, qtbot: QtBot, field: Callable[..., NumberField | DecimalField], typed: str, value: float
) -> None:
    number = field(200)
    opened(host, 20, 20, number)
    number.setFocus(Qt.FocusReason.PopupFocusReason)
    qtbot.keyClicks(number, typed)
    assert number.value() == value


def test_typing_replaces_a_day(host: QWidget, qtbot: QtBot) -> None:
    day = DateField(date(2026, 11, 22), name="day")
    opened(host, 20, 20, day)
    day.setFocus(Qt.FocusReason.PopupFocusReason)
    qtbot.keyClicks(day, "20250109")
    assert day.value() == date(2025, 1, 9)


def tall(rows: int) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    for _ in range(rows):
        field = QLineEdit()
        field.setFixedHeight(30)
        column.addWidget(field)
    return content


@pytest.mark.parametrize(("rows", "scrolls"), [(3, False), (30, True)])
def test_what_is_higher_than_the_page_scrolls(host: QWidget, rows, scrolls) -> None:
    anchor = QPushButton("anchor", host)
    anchor.show()
    popover, content = Popover("Title"), tall(rows)
    popover.add_scrolling(content)
    popover.open_below(anchor, host)
    QApplication.processEvents()
    assert host.rect().contains(popover.geometry())
    area = popover.findChild(ScrollArea)
    assert (area.verticalScrollBar().maximum() > 0) is scrolls


def test_a_sentence_inside_never_scrolls(host: QWidget, qapp: QApplication) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(QPushButton("x"))
    column.addWidget(Label("Everybody stays in the same share for ever.", "small", wrap=True))
    popover = Popover("Share", width=372)
    popover.add_scrolling(content)
    anchor = QPushButton("here", host)
    anchor.show()
    popover.open_below(anchor, host)
    qapp.processEvents()
    bar = popover.findChild(ScrollArea).verticalScrollBar()
    assert bar.maximum() == 0


def test_tab_brings_what_it_reaches_into_sight(host: QWidget, qtbot: QtBot) -> None:
    anchor = QPushButton("anchor", host)
    anchor.show()
    popover, content = Popover("Title"), tall(30)
    popover.add_scrolling(content)
    popover.open_below(anchor, host)
    first, *_, last = content.findChildren(QLineEdit)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    assert QApplication.focusWidget() is last
    assert not last.visibleRegion().isEmpty()


def test_an_anchor_below_the_page_does_not_take_the_popover_along(host: QWidget) -> None:
    popover, *_ = opened(host, 20, 900)
    assert host.rect().contains(popover.geometry())
