"""A small window at its place: docked where it is let go, collapsed, remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.dock import Dock
from desktop.shell.placement import STRIP, Edge
from desktop.shell.ui_settings import UiSettings

SIZE = QSize(300, 400)


@pytest.fixture
def settings(tmp_path: Path) -> UiSettings:
    return UiSettings(tmp_path / "window.ini")


def made(qtbot: QtBot, settings: UiSettings) -> tuple[QWidget, Dock]:
    # As the panel is: a frame would stand outside of the screen.
    window = QWidget(None, Qt.WindowType.FramelessWindowHint)
    qtbot.addWidget(window)
    dock = Dock(window, settings, "replies/place", SIZE)
    window.show()
    return window, dock


def test_is_docked_where_it_is_let_go_and_stands_there_the_next_time(qtbot: QtBot, settings: UiSettings) -> None:
    window, dock = made(qtbot, settings)
    assert dock.edge is Edge.RIGHT
    window.move(10, 50)
    qtbot.waitUntil(lambda: dock.edge is Edge.LEFT)
    assert window.geometry().left() == 0
    again, other = made(qtbot, settings)
    assert (other.edge, again.geometry()) == (Edge.LEFT, window.geometry())


def test_collapses_to_a_strip_and_comes_out_again(qtbot: QtBot, settings: UiSettings) -> None:
    window, dock = made(qtbot, settings)
    whole = window.geometry()
    with qtbot.waitSignal(dock.changed):
        dock.set_collapsed(collapsed=True)
    assert window.geometry().width() == STRIP
    assert window.geometry().right() == QGuiApplication.primaryScreen().availableGeometry().right()
    dock.set_collapsed(collapsed=False)
    assert window.geometry() == whole


def test_a_window_that_stands_freely_stays_whole(qtbot: QtBot, settings: UiSettings) -> None:
    window, dock = made(qtbot, settings)
    dock.dock(Edge.NONE)
    dock.set_collapsed(collapsed=True)
    assert not dock.collapsed
    assert window.geometry().size() == SIZE


def test_what_another_screen_does_to_it_is_not_what_the_person_wants(qtbot: QtBot, settings: UiSettings) -> None:
    window, dock = made(qtbot, settings)
    whole = window.geometry()
    dock.dock(Edge.RIGHT)
    screen = QGuiApplication.primaryScreen()
    screen.availableGeometryChanged.emit(screen.availableGeometry())
    window.setGeometry(10, 0, SIZE.width(), SIZE.height() - 80)  # as window managers do then
    qtbot.waitUntil(lambda: window.geometry() == whole)
    assert dock.edge is Edge.RIGHT
