"""Columns over time: the value shown follows pointer and keys, and the picture is told in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.column_chart import Column, ColumnChart

COLUMNS = [Column("2026-10", 5, "¥5"), Column("2026-11", 9, "¥9", unfinished=True)]


def chart_of(qtbot: QtBot, columns: list[Column]) -> ColumnChart:
    chart = ColumnChart(name="Sales")
    qtbot.addWidget(chart)
    chart.resize(400, 160)
    chart.set_columns(columns)
    chart.show()
    return chart


def test_the_last_column_is_shown_until_another_is_chosen_by_key(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, COLUMNS)
    assert chart.shown == 1
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.shown == 0
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.shown == 0
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.shown == 1


def test_the_column_under_the_pointer_is_shown(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, COLUMNS)
    # Sent as an event: moving the pointer itself would hover over the windows of later tests.
    here = QPointF(20, 80)
    nothing = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, here, here, nothing, nothing, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chart, moved)
    assert chart.shown == 0


def test_the_picture_is_told_in_words(qtbot: QtBot) -> None:
    assert chart_of(qtbot, COLUMNS).accessibleDescription() == "2026-10 ¥5; 2026-11 ¥9"


def test_nothing_and_nothing_but_zeros_can_be_shown(qtbot: QtBot) -> None:
    assert chart_of(qtbot, []).shown == -1
    chart = chart_of(qtbot, [Column("2026-11", 0, "¥0")])
    assert not chart.grab().isNull()
