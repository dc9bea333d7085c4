"""The panel is called, sent away, and made anew; made only when it is needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.replies.panel.caller import PanelCaller
from desktop.shell.clipboard.keeper import ClipboardKeeper
from desktop.shell.context import PageContext
from desktop.shell.paste.paster import Paster
from tests.desktop.stage import Stage


class SmallPanel(QWidget):
    def __init__(self, keeper: ClipboardKeeper, paster: Paster) -> None:
        super().__init__()
        self.keeper, self.paster = keeper, paster
        self.calls: list[str] = []
        self.collapsed = False

    def call(self) -> None:
        self.calls.append("call")
        self.show()
        self.activateWindow()

    def put_away(self) -> None:
        self.calls.append("put_away")
        self.hide()


class Maker:
    def __init__(self) -> None:
        self.made: list[SmallPanel] = []

    def __call__(self, _context: PageContext, keeper: ClipboardKeeper, paster: Paster) -> SmallPanel:
        self.made.append(SmallPanel(keeper, paster))
        return self.made[-1]


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def caller(stage: Stage, maker: Maker, qtbot: QtBot) -> Iterator[PanelCaller]:
    parent = QObject()
    made = PanelCaller(stage.context, maker, parent)
    yield made
    made.close()


def test_nothing_is_made_before_the_first_call(caller: PanelCaller, maker: Maker) -> None:
    assert maker.made == []
    assert caller.panel is None


def test_the_hotkey_calls_and_sends_away(caller: PanelCaller, maker: Maker, stage: Stage, qtbot: QtBot) -> None:
    stage.context.hotkey.pressed.emit()
    panel = maker.made[0]
    qtbot.waitUntil(panel.isActiveWindow)
    stage.context.hotkey.pressed.emit()
    stage.context.hotkey.pressed.emit()
    qtbot.waitUntil(lambda: panel.calls == ["call", "put_away", "call"])
    assert len(maker.made) == 1


def test_the_hotkey_brings_a_strip_back_instead_of_sending_it_away(
    caller: PanelCaller, maker: Maker, stage: Stage, qtbot: QtBot
) -> None:
    stage.context.hotkey.pressed.emit()
    panel = maker.made[0]
    qtbot.waitUntil(panel.isActiveWindow)
    panel.collapsed = True
    stage.context.hotkey.pressed.emit()
    assert panel.calls == ["call", "call"]


def test_in_another_language_it_is_made_anew_with_the_same_clipboard(
    caller: PanelCaller, maker: Maker, stage: Stage
) -> None:
    caller.call()
    stage.context.language.choose("zh_CN")
    assert caller.panel is None
    caller.call()
    assert len(maker.made) == 2
    assert maker.made[0].keeper is maker.made[1].keeper
    stage.context.language.choose("en")  # the application outlives this test


def test_at_the_end_the_clipboard_is_as_it_was(caller: PanelCaller, maker: Maker) -> None:
    QGuiApplication.clipboard().setText("before")
    caller.call()
    maker.made[0].keeper.put(text="ours")
    caller.close()
    assert QGuiApplication.clipboard().text() == "before"
