"""Combinations as values, what each system is asked for, and the choice that stays in force."""

from __future__ import annotations

import ctypes
import queue
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.shell.hotkey import base, macos, system, windows, words
from desktop.shell.hotkey import switch as hotkey_switch
from desktop.shell.hotkey.base import NO_SCREEN, TAKEN, GlobalHotkey
from desktop.shell.hotkey.combination import DEFAULT, KEYS, Combination, Modifier
from desktop.shell.hotkey.none import NoHotkey
from desktop.shell.hotkey.switch import OFF, HotkeySwitch
from desktop.shell.hotkey.system import make_hotkey

CTRL, ALT, SHIFT, META = Modifier.CTRL, Modifier.ALT, Modifier.SHIFT, Modifier.META


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ctrl+Alt+R", Combination(CTRL | ALT, "R")),
        ("alt + CTRL + r", Combination(CTRL | ALT, "R")),
        ("Win+Space", Combination(META, "Space")),
        ("cmd+shift+f12", Combination(META | SHIFT, "F12")),
        ("F9", Combination(Modifier.NONE, "F9")),
        ("Shift+F9", Combination(SHIFT, "F9")),
        pytest.param("R", None, id="a letter alone is typed all day"),
        pytest.param("Shift+R", None, id="a capital letter too"),
        pytest.param("Ctrl+Alt", None, id="no key"),
        pytest.param("Ctrl+R+K", None, id="two keys"),
        pytest.param("Ctrl+Ä", None, id="not on every keyboard"),
        pytest.param("", None, id="nothing"),
        pytest.param("off", None, id="a word"),
    ],
)
def test_what_a_hotkey_may_be(text: str, expected: Combination | None) -> None:
    assert Combination.parse(text) == expected


@given(st.sets(st.sampled_from(list(Modifier))), st.sampled_from(sorted(KEYS)))
def test_whatever_can_be_chosen_is_read_back_and_known_to_every_system(held: set[Modifier], key: str) -> None:
    modifiers = Modifier.NONE
    for modifier in held:
        modifiers |= modifier
    combination = Combination(modifiers, key)
    assert Combination.parse(str(combination)) in {combination, None}
    assert windows.registered(combination)[1] > 0
    assert macos.registered(combination)[0] >= 0


def test_each_system_is_asked_in_its_own_numbers() -> None:
    no_repeat = 0x4000
    assert windows.registered(DEFAULT) == (0x1 | 0x2 | no_repeat, ord("R"))
    assert windows.registered(Combination(META, "F12"))[1] == 0x7B
    assert macos.registered(DEFAULT) == (15, 0x0800 | 0x1000)
    assert len({macos.registered(Combination(CTRL, key)) for key in KEYS}) == len(KEYS)


def test_without_a_screen_it_says_so(qtbot: QtBot) -> None:
    hotkey = make_hotkey()
    assert isinstance(hotkey, NoHotkey)
    assert hotkey.bind(DEFAULT) == NO_SCREEN
    assert hotkey.combination is None


def test_every_trouble_has_a_sentence_with_the_keys() -> None:
    codes = {value for name, value in vars(base).items() if name.isupper() and isinstance(value, str)}
    assert words.TROUBLES.keys() == codes
    assert "Ctrl+Alt+R" in words.trouble(TAKEN, "Ctrl+Alt+R")
    assert words.trouble("") == ""


class OneTaken(GlobalHotkey):
    """A system on which Ctrl+Alt+K belongs to somebody else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.held: list[Combination] = []

    def _grab(self, combination: Combination) -> str:
        if combination.key == "K":
            return TAKEN
        self.held.append(combination)
        return ""

    def _ungrab(self) -> None:
        self.held.pop()


class TestSwitch:
    @pytest.fixture
    def system(self, monkeypatch: pytest.MonkeyPatch) -> OneTaken:
        made = OneTaken()
        monkeypatch.setattr(system, "make_hotkey", lambda _parent: made)
        return made

    def test_takes_the_remembered_choice_when_it_begins(self, system: OneTaken) -> None:
        switch = HotkeySwitch("Ctrl+Shift+F9")
        assert system.held == []
        switch.begin()
        assert system.held == [Combination(CTRL | SHIFT, "F9")]
        assert switch.choice == "Ctrl+Shift+F9"

    def test_what_is_refused_leaves_the_one_before_in_force(self, system: OneTaken) -> None:
        switch = HotkeySwitch()
        switch.begin()
        assert switch.choose(Combination(CTRL | ALT, "K")) == TAKEN
        assert (system.held, switch.combination, switch.trouble) == ([DEFAULT], DEFAULT, "")
        assert switch.choose(Combination(CTRL | ALT, "J")) == ""
        assert system.held == [Combination(CTRL | ALT, "J")]

    def test_a_remembered_choice_that_is_taken_is_told(self, system: OneTaken, qtbot: QtBot) -> None:
        switch = HotkeySwitch("Ctrl+Alt+K")
        with qtbot.waitSignal(switch.changed):
            switch.begin()
        assert (switch.trouble, system.held) == (TAKEN, [])

    def test_may_be_off(self, system: OneTaken) -> None:
        switch = HotkeySwitch(OFF)
        switch.begin()
        assert (system.held, switch.trouble, switch.choice) == ([], "", OFF)
        switch.choose(DEFAULT)
        switch.choose(None)
        assert (system.held, switch.choice) == ([], OFF)

    def test_passes_the_press_on(self, system: OneTaken, qtbot: QtBot) -> None:
        switch = HotkeySwitch()
        switch.begin()
        with qtbot.waitSignal(switch.pressed):
            system.pressed.emit()

    @pytest.mark.parametrize("text", ["", "nonsense", "R"])
    def test_what_cannot_be_read_is_the_default(self, text: str) -> None:
        assert HotkeySwitch(text).combination == DEFAULT
        assert hotkey_switch.SETTING == "replies/hotkey"


class FakeWindows:
    """user32 and kernel32 as far as the listener calls them: a queue of messages per thread."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.messages: queue.Queue[int] = queue.Queue()
        self.refuses = refuses
        self.registered: list[tuple[Any, ...]] = []

    def GetCurrentThreadId(self) -> int:  # noqa: N802 - Windows' names
        return threading.get_ident()

    def PeekMessageW(self, *_: object) -> int:  # noqa: N802
        return 0

    def RegisterHotKey(self, *arguments: Any) -> int:  # noqa: N802
        if not self.refuses:
            self.registered.append(arguments)
        return not self.refuses

    def UnregisterHotKey(self, *_: object) -> int:  # noqa: N802
        self.registered.pop()
        return 1

    def GetMessageW(self, place: Any, *_: object) -> int:  # noqa: N802
        number = self.messages.get()
        place._obj.message = number
        return number != 0x0012

    def PostThreadMessageW(self, _thread: int, number: int, *_: object) -> int:  # noqa: N802
        self.messages.put(number)
        return 1


def test_windows_hotkey_lives_on_its_own_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    system = FakeWindows()
    monkeypatch.setattr(windows.win32, "user32", lambda: system)
    monkeypatch.setattr(windows.win32, "kernel32", lambda: system)
    hotkey = windows.WindowsHotkey()
    assert hotkey.bind(DEFAULT) == ""
    assert system.registered == [(None, 1, 0x4003, ord("R"))]
    with qtbot.waitSignal(hotkey.pressed):
        system.messages.put(0x0312)
    hotkey.bind(Combination(CTRL, "F2"))
    assert [call[3] for call in system.registered] == [0x71]
    hotkey.release()
    assert system.registered == []
    system.refuses = True
    monkeypatch.setattr(ctypes, "get_last_error", lambda: 1409, raising=False)
    assert hotkey.bind(DEFAULT) == TAKEN
