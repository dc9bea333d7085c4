"""Between two real programs on a real screen: the hotkey, the paste, the focus, and the clipboard that comes back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.shell.clipboard.keeper import MANAGERS_MS, SETTLED_MS
from tests.desktop.shell import xscreen
from tests.desktop.shell.programs import answers
from tests.desktop.shell.selections import HungOwner, Owner, everything
from tests.desktop.shell.xscreen import Program, Screen, until

pytestmark = pytest.mark.skipif(bool(xscreen.missing()), reason=xscreen.missing() or "a screen can be had")

PROGRAMS = Path(__file__).parent / "programs"
# As different programs leave it: line ends, zero bytes, percent signs and comments exactly so.
EARLIER = {
    "UTF8_STRING": "单号 SF1234567890\n第二行\ttab".encode(),
    "text/html": "<b>单号</b>\r\n<!-- as it was -->".encode(),
    "text/uri-list": b"# a comment\nfile:///tmp/%E5%B0%BA%E7%A0%81.png\nfile:///tmp/b%20c.txt\n",
    "x-special/gnome-copied-files": b"copy\nfile:///tmp/%E5%B0%BA%E7%A0%81.png",
    "application/x-of-another-program": bytes(range(256)) * 3,
    "image/png": b"\x89PNG\r\n\x1a\n not read by anybody, kept all the same \x00\x01",
}

# The same text and files under names that some programs ask for.
ADDED_BY_QT = {"STRING", "TEXT", "text/plain", "text/plain;charset=utf-8", "text/x-moz-url"}


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with xscreen.screen(tmp_path) as made:
        yield made


@pytest.fixture
def chat_program(screen: Screen) -> Iterator[Program]:
    with screen.program(PROGRAMS / "chat.py") as program:
        until(lambda: program.do("state")["active"], "the chat in front")
        yield program


@pytest.mark.parametrize("how", ["--paste", "--copy"])
@pytest.mark.parametrize(
    ("name", "arrives"),
    [
        ("text", [{"text": answers.TEXT}]),
        ("picture", [{"size": [60, 40], "pixel": "#ff0000"}]),
        ("both", [{"text": answers.TEXT}, {"size": [60, 40], "pixel": "#ff0000"}]),
        ("file", [{"files": ["/tmp/尺码表.pdf"]}]),  # noqa: S108 - a name, not a file
    ],
)
def test_what_was_chosen_arrives_and_what_was_copied_comes_back(
    screen: Screen, chat_program: Program, how: str, name: str, arrives: list[object]
) -> None:
    chat_window = screen.active()
    with screen.program(PROGRAMS / "answers.py", how) as panel, Owner(screen.display, EARLIER):
        assert panel.said() == ""
        screen.key("ctrl+alt+r")
        until(lambda: screen.active() == screen.window(answers.TITLE), "the panel in front")
        screen.write(name)
        screen.key("Return")
        until(lambda: screen.active() == chat_window, "the chat in front again")
        for number in range(1, len(arrives) + 1):
            if how == "--copy":
                paste_by_hand(screen, chat_program, number)
            if number < len(arrives):
                assert panel.said() == "advanced"
        if how == "--paste":
            assert panel.said() == ""
        assert panel.said() == "restored"
        state = chat_program.do("state")
        assert (state["arrived"], state["active"], state["focus"]) == (arrives, True, True)
        assert everything(screen.display) | EARLIER == everything(screen.display)
        assert everything(screen.display).keys() - EARLIER.keys() <= ADDED_BY_QT


def test_several_pastes_in_a_row_bring_back_what_was_there_before_all_of_them(
    screen: Screen, chat_program: Program
) -> None:
    chat_window = screen.active()
    with screen.program(PROGRAMS / "answers.py", "--paste") as panel, Owner(screen.display, EARLIER):
        assert panel.said() == ""
        for name in ("text", "picture", "text"):
            screen.key("ctrl+alt+r")
            until(lambda: screen.active() == screen.window(answers.TITLE), "the panel in front")
            screen.write(name)
            screen.key("Return")
            until(lambda: panel.said() == "", "the end of the paste")  # or first “restored” of the one before
            assert screen.active() == chat_window
        assert len(chat_program.do("state")["arrived"]) == 3
        until(lambda: panel.said() == "restored", "what was there")
        assert everything(screen.display) | EARLIER == everything(screen.display)


def test_what_is_copied_meanwhile_stays(screen: Screen, chat_program: Program) -> None:
    with screen.program(PROGRAMS / "answers.py", "--copy") as panel, Owner(screen.display, EARLIER):
        assert panel.said() == ""
        screen.key("ctrl+alt+r")
        until(lambda: screen.active() == screen.window(answers.TITLE), "the panel in front")
        screen.write("text")
        screen.key("Return")
        until(lambda: chat_program.do("state")["active"], "the chat in front again")
        with Owner(screen.display, {"UTF8_STRING": b"newer"}):
            assert panel.said() == "replaced"
            screen.key("ctrl+v")
            until(lambda: chat_program.do("state")["text"] == "newer", "the newer text")
            time.sleep(0.5 + SETTLED_MS / 1000)
            assert everything(screen.display) == {"UTF8_STRING": b"newer"}


def test_a_screenshot_comes_back(screen: Screen, chat_program: Program) -> None:
    with screen.program(PROGRAMS / "chat.py") as camera:
        until(lambda: camera.do("state")["active"], "the program with the screenshot")
        camera.do("copy_picture", width=400, height=300)
        before = everything(screen.display)
        assert len(before["image/png"]) > 100_000
        with screen.program(PROGRAMS / "answers.py", "--paste") as panel:
            assert panel.said() == ""
            screen.key("ctrl+alt+r")
            until(lambda: screen.active() == screen.window(answers.TITLE), "the panel in front")
            screen.write("text")
            screen.key("Return")
            assert panel.said() == ""
            assert panel.said() == "restored"
            after = everything(screen.display)
            assert after["image/png"] == before["image/png"]
            assert after == {name: before[name] for name in after}


def test_a_program_that_hangs_with_the_clipboard_does_not_hold_the_reply(screen: Screen, chat_program: Program) -> None:
    with screen.program(PROGRAMS / "answers.py", "--copy") as panel:
        assert panel.said() == ""
        with HungOwner(screen.display, EARLIER):
            screen.key("ctrl+alt+r")
            until(lambda: screen.active() == screen.window(answers.TITLE), "the panel in front")
            screen.write("text")
            begin = time.monotonic()
            screen.key("Return")
            until(lambda: chat_program.do("state")["active"], "the chat in front again")
            assert time.monotonic() - begin < 2  # Qt alone waits five seconds for each answer
            paste_by_hand(screen, chat_program, 1)
        time.sleep(0.3 + SETTLED_MS / 1000)
        assert answers.TEXT.encode() in everything(screen.display).values()  # better than nothing


def test_escape_gives_the_keyboard_back_and_touches_nothing(screen: Screen, chat_program: Program) -> None:
    chat_window = screen.active()
    with screen.program(PROGRAMS / "answers.py") as panel, Owner(screen.display, EARLIER) as owner:
        assert panel.said() == ""
        screen.key("ctrl+alt+r")
        until(lambda: screen.active() == screen.window(answers.TITLE), "the panel in front")
        screen.key("Escape")
        until(lambda: screen.active() == chat_window, "the chat in front again")
        screen.write("on")
        until(lambda: chat_program.do("state")["text"] == "on", "what was typed after that")
        assert not owner.lost.is_set()


def test_a_second_program_hears_that_the_keys_are_taken(screen: Screen) -> None:
    with screen.program(PROGRAMS / "answers.py") as first:
        assert first.said() == ""
        with screen.program(PROGRAMS / "answers.py") as second:
            assert second.said() == "hotkey_taken"


def test_the_keys_work_with_num_lock_and_caps_lock(screen: Screen, chat_program: Program) -> None:
    with screen.program(PROGRAMS / "answers.py") as panel:
        assert panel.said() == ""
        for lock in ("Num_Lock", "Caps_Lock"):
            screen.key(lock)
            screen.xdotool("key", "ctrl+alt+r")
            until(lambda: screen.active() == screen.window(answers.TITLE), f"the panel with {lock}")
            screen.key("Escape")
            until(lambda: chat_program.do("state")["active"], "the chat in front again")


def paste_by_hand(screen: Screen, chat_program: Program, number: int) -> None:
    """Press Ctrl+V as late as a person does, and wait until that many things have arrived."""
    time.sleep(0.5 + MANAGERS_MS / 1000)
    screen.key("ctrl+v")
    until(lambda: len(chat_program.do("state")["arrived"]) == number, "a paste by hand")
