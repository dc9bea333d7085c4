"""Chips in a row are one stop of the Tab key; the arrow keys go round among them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.chip import Chip
from desktop.widgets.chip_row import ChipRow


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[ChipRow]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = ChipRow()
    made.set_chips([Chip(text) for text in ("a", "b", "c")])
    for part in (QLineEdit(), made, QLineEdit()):
        column.addWidget(part)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield made  # the window has to outlive the test
    window.hide()


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], 2),
        ([Qt.Key.Key_Left], 2),
        ([Qt.Key.Key_Right, Qt.Key.Key_Up], 0),
    ],
)
def test_arrows_go_round(row: ChipRow, qtbot: QtBot, keys, reached) -> None:
    row.chips[0].setFocus()
    for key in keys:
        qtbot.keyClick(row.window().focusWidget(), key)
    assert row.window().focusWidget() is row.chips[reached]


def test_tab_stops_at_the_first_and_goes_on(row: ChipRow, qtbot: QtBot) -> None:
    first, last = row.window().findChildren(QLineEdit)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert row.window().focusWidget() is row.chips[0]
    qtbot.keyClick(row.chips[0], Qt.Key.Key_Tab)
    assert row.window().focusWidget() is last


def test_a_row_without_chips_takes_no_room(row: ChipRow) -> None:
    row.set_chips([])
    assert not row.isVisible()
