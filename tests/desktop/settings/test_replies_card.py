"""The hotkey in the settings: pressed in its field, remembered, refused plainly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.settings.replies_card import RepliesCard
from desktop.shell.hotkey import switch, system
from desktop.shell.hotkey.base import TAKEN
from tests.desktop.shell.test_hotkey import OneTaken
from tests.desktop.stage import Stage

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def card(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> RepliesCard:
    monkeypatch.setattr(system, "make_hotkey", lambda _parent: OneTaken())
    stage.context.hotkey.begin()
    made = RepliesCard(stage.context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_default_is_shown(card: RepliesCard) -> None:
    assert card.field.text() == "Ctrl+Alt+R"
    assert not card.default_button.isVisible()
    assert card.row.error == ""


def test_what_is_pressed_is_taken_and_remembered(card: RepliesCard, stage: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(card.field, Qt.Key.Key_J, BOTH)
    assert card.field.text() == "Ctrl+Alt+J"
    assert stage.context.settings.get(switch.SETTING) == "Ctrl+Alt+J"
    card.default_button.click()
    assert stage.context.settings.get(switch.SETTING) == "Ctrl+Alt+R"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Control, BOTH),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_what_cannot_be_a_hotkey_changes_nothing(
    card: RepliesCard, stage: Stage, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(card.field, key, held)
    assert stage.context.hotkey.choice == "Ctrl+Alt+R"


def test_a_conflict_is_said_plainly_and_the_one_before_stays(card: RepliesCard, stage: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(card.field, Qt.Key.Key_K, BOTH)
    assert "Ctrl+Alt+K" in card.row.error
    assert "another program" in card.row.error
    assert stage.context.hotkey.choice == card.field.text() == "Ctrl+Alt+R"
    assert stage.context.settings.get(switch.SETTING) == ""


def test_backspace_takes_it_away(card: RepliesCard, stage: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(card.field, Qt.Key.Key_Backspace)
    assert (stage.context.hotkey.combination, card.field.text()) == (None, "")
    assert stage.context.settings.get(switch.SETTING) == switch.OFF


def test_one_that_was_taken_at_the_start_is_told(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "make_hotkey", lambda _parent: OneTaken())
    hotkey = switch.HotkeySwitch("Ctrl+Alt+K")
    card = RepliesCard(stage.context._replace(hotkey=hotkey))
    qtbot.addWidget(card)
    hotkey.begin()
    assert hotkey.trouble == TAKEN
    assert "Ctrl+Alt+K" in card.row.error
