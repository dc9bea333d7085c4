"""Typing, and composing with an input method: half-typed pinyin is asked for as it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.replies.panel.query_field import QueryField
from tests.desktop.replies.panel.conftest import Booth


def compose(field: QueryField, letters: str) -> None:
    QCoreApplication.sendEvent(field, QInputMethodEvent(letters, []))


def commit(field: QueryField, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def asked_by(qtbot: QtBot) -> tuple[QueryField, list[str]]:
    field = QueryField()
    qtbot.addWidget(field)
    asked: list[str] = []
    field.asked.connect(asked.append)
    return field, asked


def test_every_letter_of_a_composition_is_asked_for(qtbot: QtBot) -> None:
    field, asked = asked_by(qtbot)
    for letters in ("t", "tu", "tui", "tui'h"):
        compose(field, letters)
    commit(field, "退货")
    assert asked == ["t", "tu", "tui", "tui'h", "退货"]
    assert field.text() == "退货"


def test_a_composition_stands_where_the_cursor_is(qtbot: QtBot) -> None:
    field, asked = asked_by(qtbot)
    field.setText("退运费")
    field.setCursorPosition(1)
    compose(field, "huo")
    assert asked[-1] == "退huo运费"


def test_a_composition_given_up_is_asked_for_no_more(qtbot: QtBot) -> None:
    field, asked = asked_by(qtbot)
    field.setText("退")
    compose(field, "h")
    compose(field, "")
    assert asked == ["退", "退h", "退"]


def test_half_typed_pinyin_finds_and_the_characters_then_find_too(booth: Booth) -> None:
    compose(booth.panel.query, "tui'huo")
    assert "退货运费怎么算" in booth.titles()
    commit(booth.panel.query, "退货")
    assert "退货运费怎么算" in booth.titles()
    assert "什么时候发货" not in booth.titles()


def test_the_composition_keeps_the_keys_that_choose_characters(booth: Booth) -> None:
    """What an input method takes never reaches the field as a key; the field has no shortcuts of its own either."""
    compose(booth.panel.query, "tuihuo")
    commit(booth.panel.query, "退货")
    QTest.keyClick(booth.panel.query, Qt.Key.Key_3)
    assert booth.panel.query.text() == "退货3"
    assert booth.copied() == "before"
