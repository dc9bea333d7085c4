"""From an empty segment to the one sellers ask for most, by mouse alone and by keyboard alone: few presses do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.segments.builder.builder import Builder
from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.builder.row_editor import RowEditor
from desktop.widgets.popover import Popover
from local_db.segments.tree import parse

# Bought cat food twice in half a year, not in the last 60 days, Zhejiang or Shanghai, can be texted.
WANTED = {
    "all": [
        {"ordered": {"times": [">=", 2], "within_days": 180, "product": {"title_has": "猫粮"}}},
        {"not": {"ordered": {"within_days": 60}}},
        {"field": "province", "op": "in", "value": ["上海", "浙江"]},
        {"field": "has_phone", "op": "is", "value": True},
    ]
}
CLICKS, KEYS = 16, 34


@pytest.fixture
def builder(desk_over: Callable, stocked) -> Builder:
    desk = desk_over(stocked, "zh")
    made = desk.open(new=True)
    desk.settle()
    made.condition.setFocus()
    return made


@dataclass
class Mouse:
    """Presses what is in sight, and counts."""

    builder: Builder
    qtbot: QtBot
    clicks: int = 0

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        self.clicks += 1
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    @property
    def popover(self) -> Popover:
        return self.builder.editor._popover

    def press_words(self, words: str) -> None:
        buttons = self.popover.findChildren(QAbstractButton)
        self.press(next(b for b in buttons if b.isVisible() and (b.text(), b.accessibleName()).count(words)))

    def press_entry(self, words: str) -> None:
        choices = self.popover.findChild(ChoiceList)
        entry = next(
            choices.list.item(row) for row in range(choices.list.count()) if choices.list.item(row).text() == words
        )
        choices.list.scrollToItem(entry)  # the wheel
        self.clicks += 1
        place = choices.list.visualItemRect(entry).center()
        self.qtbot.mouseClick(choices.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()

    def press_beside(self) -> None:
        self.press(self.popover._ground)


def test_by_mouse_alone(builder: Builder, qtbot: QtBot) -> None:
    mouse = Mouse(builder, qtbot)
    mouse.press(next(chip for chip in builder.first.chips if chip.text() == "下单"))
    mouse.press_words("猫粮")
    mouse.press_words("Times: 2")
    mouse.press_beside()
    mouse.press(builder.condition)
    mouse.press_entry("下单")
    mouse.press_words("has not ordered")
    mouse.press_words("Days: 60")
    mouse.press_beside()
    mouse.press(builder.condition)
    mouse.press_entry("省份")
    mouse.press_entry("浙江")
    mouse.press_entry("上海")
    mouse.press_beside()
    mouse.press(builder.condition)
    mouse.press_entry("可用手机号")
    assert builder.draft.node == parse(WANTED)
    assert mouse.clicks == CLICKS


@dataclass
class Keyboard:
    """Types into whatever has the focus, and counts."""

    builder: Builder
    qtbot: QtBot
    keys: int = 0

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.keys += 1
            self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, modifier=Qt.KeyboardModifier.ControlModifier)

    def write(self, letters: str) -> None:
        self.keys += len(letters)
        self.qtbot.keyClicks(QApplication.focusWidget(), letters)

    def compose(self, letters: str, text: str) -> None:
        """As an input method does: letters, then the space bar takes the text."""
        self.keys += len(letters) + 1
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def test_by_keyboard_alone(builder: Builder, qtbot: QtBot) -> None:
    keyboard = Keyboard(builder, qtbot)
    enter = Qt.Key.Key_Return
    keyboard.control(Qt.Key.Key_N)
    keyboard.compose("maoliang", "猫粮")
    keyboard.press(enter)
    assert isinstance(builder.editor._popover.findChild(RowEditor), RowEditor)
    keyboard.write("2")
    keyboard.press(enter)
    keyboard.control(Qt.Key.Key_N)
    keyboard.press(enter)
    keyboard.write("60")
    keyboard.press(enter)
    keyboard.control(Qt.Key.Key_T)
    keyboard.control(Qt.Key.Key_N)
    keyboard.write("sf")
    keyboard.press(enter)
    keyboard.write("zj")
    keyboard.press(enter)
    keyboard.write("sh")
    keyboard.press(enter, enter)
    keyboard.control(Qt.Key.Key_N)
    keyboard.write("ky")
    keyboard.press(enter)
    assert builder.draft.node == parse(WANTED)
    assert keyboard.keys == KEYS
