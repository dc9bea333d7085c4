"""Going back to the other program and pasting there, against a desktop that does what it is told."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.shell.clipboard import keeper as keeping
from desktop.shell.clipboard.content import Content
from desktop.shell.clipboard.keeper import ClipboardKeeper
from desktop.shell.clipboard.kept import Kept
from desktop.shell.paste import base, words
from desktop.shell.paste import paster as pasting
from desktop.shell.paste import windows as windows_paste
from desktop.shell.paste.base import Desktop, OtherWindow
from desktop.shell.paste.paster import KEYS_HELD, NO_WINDOW, NOT_IN_FRONT, NOT_SENT, NOT_TAKEN, REPLACED, Paster
from desktop.shell.paste.system import make_desktop

CHAT = OtherWindow(7)


class ChatDesktop(Desktop):
    """A chat that takes what is pasted; each of its weaknesses can be switched on."""

    def __init__(self) -> None:
        self.front: OtherWindow | None = None
        self.arrived: list[str] = []
        self.there = self.comes_forward = self.sends = self.takes = True
        self.held = 0  # looks for which a key is still down
        self.reason = ""

    @property
    def unavailable(self) -> str:
        return self.reason

    def window_in_front(self) -> OtherWindow | None:
        return self.front

    def bring_forward(self, window: OtherWindow) -> bool:
        if self.there and self.comes_forward:
            self.front = window
        return self.there

    def keys_held(self) -> bool:
        self.held -= 1
        return self.held >= 0

    def send_paste(self) -> bool:
        if self.sends and self.takes:
            self.arrived.append(QGuiApplication.clipboard().text())
        return self.sends


class NoMemory:
    """A clipboard with nothing on it before."""

    def save(self) -> Kept:
        return Kept()

    def restore(self, kept: Kept) -> bool:
        data = QMimeData()
        data.setText("earlier")
        QGuiApplication.clipboard().setMimeData(data)
        return True


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication) -> Iterator[None]:
    for name in ("MANAGERS_MS", "MANAGERS_NEXT_MS", "ADVANCE_MS", "SETTLED_MS"):
        monkeypatch.setattr(keeping, name, 20)
    monkeypatch.setattr(pasting, "_ANSWER_MS", 200)
    monkeypatch.setattr(pasting, "_PATIENCE_MS", 200)
    yield
    QGuiApplication.clipboard().setMimeData(QMimeData())


@pytest.fixture
def chat() -> ChatDesktop:
    return ChatDesktop()


@pytest.fixture
def keeper() -> ClipboardKeeper:
    return ClipboardKeeper(memory=NoMemory())


@pytest.fixture
def paster(keeper: ClipboardKeeper, chat: ChatDesktop) -> Paster:
    return Paster(keeper, desktop=chat)


def pasted(qtbot: QtBot, paster: Paster, *texts: str, window: OtherWindow | None = CHAT) -> str:
    """Paste, and return what `finished` said."""
    with qtbot.waitSignal(paster.finished, timeout=3000) as end:
        paster.paste_into(window, [Content(text) for text in texts])
    return str(end.args[0]) if end.args else ""


def test_goes_back_to_the_window_one_came_from(paster: Paster, chat: ChatDesktop) -> None:
    assert not paster.go_back()
    chat.front = CHAT
    assert paster.remember() == CHAT
    chat.front = None  # our own window is in front now
    assert paster.remember() == CHAT
    assert paster.go_back()
    assert chat.front == CHAT


def test_pastes_one_after_the_other_and_brings_the_clipboard_back(
    qtbot: QtBot, paster: Paster, chat: ChatDesktop, keeper: ClipboardKeeper
) -> None:
    with qtbot.waitSignal(keeper.restored, timeout=3000):
        assert pasted(qtbot, paster, "one", "two", "three") == ""
    assert chat.arrived == ["one", "two", "three"]
    assert QGuiApplication.clipboard().text() == "earlier"


def test_waits_until_the_fingers_are_off_the_keys(qtbot: QtBot, paster: Paster, chat: ChatDesktop) -> None:
    chat.held = 5
    assert pasted(qtbot, paster, "one") == ""
    assert chat.held < 0
    assert chat.arrived == ["one"]


@pytest.mark.parametrize(
    ("weakness", "value", "code"),
    [
        ("reason", base.WAYLAND, base.WAYLAND),
        ("there", False, NO_WINDOW),
        ("comes_forward", False, NOT_IN_FRONT),
        ("held", 1_000_000, KEYS_HELD),
        ("sends", False, NOT_SENT),
        ("takes", False, NOT_TAKEN),
    ],
)
def test_what_is_in_the_way_is_said_and_the_reply_is_on_the_clipboard(
    qtbot: QtBot, paster: Paster, chat: ChatDesktop, weakness: str, value: object, code: str
) -> None:
    setattr(chat, weakness, value)
    assert pasted(qtbot, paster, "one", "two") == code
    assert chat.arrived == []
    assert QGuiApplication.clipboard().mimeData().hasText()
    assert QGuiApplication.clipboard().text() == "one"


def test_without_a_window_to_go_to_it_is_copied(qtbot: QtBot, paster: Paster) -> None:
    assert pasted(qtbot, paster, "one", window=None) == NO_WINDOW
    assert QGuiApplication.clipboard().text() == "one"


def test_stops_where_something_else_is_copied(
    qtbot: QtBot, paster: Paster, chat: ChatDesktop, keeper: ClipboardKeeper
) -> None:
    chat.held = 1_000_000
    newer = QMimeData()
    newer.setText("newer")
    with qtbot.waitSignal(paster.finished) as end:
        paster.paste_into(CHAT, [Content("one")])
        QGuiApplication.clipboard().setMimeData(newer)
    assert end.args == [REPLACED]
    assert chat.arrived == []


def test_without_a_screen_it_says_so(qapp: QGuiApplication) -> None:
    assert make_desktop().unavailable == base.NO_SCREEN
    assert not make_desktop().send_paste()


def test_every_trouble_has_a_sentence() -> None:
    said = [*vars(base).values(), *vars(pasting).values()]
    assert words.TROUBLES.keys() == {value for value in said if str(value).startswith("paste_")}
    assert "Ctrl+V" in words.trouble(NOT_IN_FRONT)
    assert words.trouble("") == ""


def test_windows_types_ctrl_v_and_lets_go() -> None:
    keys = windows_paste.paste_keys()
    assert [(key.either.ki.wVk, key.either.ki.dwFlags) for key in keys] == [(17, 0), (86, 0), (86, 2), (17, 2)]
    assert {key.type for key in keys} == {1}
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(windows_paste.Input) == 40
