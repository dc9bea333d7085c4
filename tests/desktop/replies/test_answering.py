"""A clerk answers: the real program beside a real chat, by keyboard alone."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.shell.clipboard.content import png_of
from desktop.shell.clipboard.keeper import MANAGERS_MS
from local_db.media.model import Media, MediaKind
from local_db.replies import actions, attachments
from local_db.replies.model import Reply, Wording
from local_db.shop_file import ShopKey, create_shop
from tests.desktop.shell import xscreen
from tests.desktop.shell.selections import Owner, everything
from tests.desktop.shell.test_between_programs import EARLIER, PROGRAMS
from tests.desktop.shell.xscreen import Program, Screen, until

pytestmark = pytest.mark.skipif(bool(xscreen.missing()), reason=xscreen.missing() or "a screen can be had")

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PASSPHRASE = "for the tests"
TODAY = "亲，今天17点前付款的都是当天发出。"
RED = [{"size": [60, 40], "pixel": "#ff0000"}]
PANEL = "^Replies$"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with xscreen.screen(tmp_path) as made:
        yield made


@pytest.fixture
def chat_program(screen: Screen) -> Iterator[Program]:
    with screen.program(PROGRAMS / "chat.py") as program:
        until(lambda: program.do("state")["active"], "the chat in front")
        yield program


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A shop with a reply of text, one of a picture and one of both."""
    path = tmp_path / "shop.regulars"
    red = QImage(60, 40, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    with create_shop(path, ShopKey.from_passphrase(PASSPHRASE)) as made:
        picture = attachments.attach(made, Media(MediaKind.PICTURE, "image/png", png_of(red)), "尺码表.png", now=NOW)
        for reply in (
            Reply("", "什么时候发货", (Wording("", TODAY),)),
            Reply("", "尺码表", attachments=(picture,)),
            Reply("", "怎么量身高", (Wording("", "照图上量一下就好。"),), attachments=(picture,)),
        ):
            actions.save_reply(made, reply, now=NOW)
    return path


@contextmanager
def regulars(screen: Screen, shop: Path, *words: str, pastes: bool = False) -> Iterator[Program]:
    settings = Path(screen.environment["XDG_CONFIG_HOME"]) / "regulars" / "window.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[General]\nlanguage=en\n[replies]\npastes={int(pastes)}\n")
    with screen.program("-m", "desktop", "--shop", shop, *words, REGULARS_PASSPHRASE=PASSPHRASE) as program:
        yield program


def panel_in_front(screen: Screen) -> bool:
    found = screen.xdotool("search", "--onlyvisible", "--name", PANEL).split()
    return str(screen.active()) in found


def clipboard_is_as_it_was(screen: Screen) -> bool:
    time.sleep(1.0)  # looking is fetching, too
    found = everything(screen.display)
    return found | EARLIER == found


def call_panel(screen: Screen, call: Callable[[], object]) -> None:
    """Call until it comes: a program that has just been started takes its hotkey half a second later."""
    call()
    until(lambda: panel_in_front(screen), "the panel in front", patience=15)


def start_beside(screen: Screen, chat_program: Program) -> int:
    """Wait until the program's window is there and its hotkey is its own, and go to the chat."""
    chat_window = int(chat_program.do("state")["window"])
    screen.window("Regulars")
    time.sleep(2.5)
    screen.activate(chat_window)
    return chat_window


@pytest.mark.parametrize("pastes", [True, False])
@pytest.mark.parametrize(
    ("typed", "arrives"),
    [
        ("fahuo", [{"text": TODAY}]),
        ("cmb", RED),
        ("liang shengao", [{"text": "照图上量一下就好。"}, *RED]),
    ],
)
def test_an_answer_arrives_in_the_chat_and_the_clipboard_is_as_it_was(
    screen: Screen, chat_program: Program, shop: Path, typed: str, arrives: list[object], pastes: bool
) -> None:
    with regulars(screen, shop, pastes=pastes):
        chat_window = start_beside(screen, chat_program)
        with Owner(screen.display, EARLIER):
            call_panel(screen, lambda: screen.key("ctrl+alt+r"))
            screen.write(typed)
            screen.key("Return")
            until(lambda: screen.active() == chat_window, "the chat in front again")
            for number in range(1, len(arrives) + 1):
                if not pastes:
                    time.sleep(0.8 + MANAGERS_MS / 1000)  # a person, on a busy computer
                    screen.key("ctrl+v")
                until(lambda n=number: len(chat_program.do("state")["arrived"]) >= n, f"paste {number}")
            until(lambda: clipboard_is_as_it_was(screen), "the earlier clipboard")
            state = chat_program.do("state")
            assert (state["arrived"], state["active"], state["focus"]) == (arrives, True, True)


def test_escape_puts_the_panel_away_and_the_keyboard_is_back_in_the_chat(
    screen: Screen, chat_program: Program, shop: Path
) -> None:
    with regulars(screen, shop):
        chat_window = start_beside(screen, chat_program)
        for away in ("Escape", "ctrl+alt+r"):
            call_panel(screen, lambda: screen.key("ctrl+alt+r"))
            screen.key(away)
            until(lambda: screen.active() == chat_window, f"the chat in front after {away}")
            assert not panel_in_front(screen)


def test_a_second_start_calls_the_panel_of_the_first(screen: Screen, chat_program: Program, shop: Path) -> None:
    with regulars(screen, shop):
        chat_window = start_beside(screen, chat_program)
        begun = time.monotonic()
        second = subprocess.run(
            [sys.executable, "-m", "desktop", "--shop", str(shop), "--replies"],
            env=screen.environment, cwd=xscreen.ROOT, timeout=30, check=False,
        )  # fmt: skip
        assert second.returncode == 0
        assert time.monotonic() - begun < 5
        until(lambda: panel_in_front(screen), "the panel in front")
        screen.key("Escape")
        until(lambda: screen.active() == chat_window, "the chat in front again")


def test_where_none_runs_the_panel_comes_up_alone_and_stays_to_be_called(
    screen: Screen, chat_program: Program, shop: Path
) -> None:
    with regulars(screen, shop, "--replies"):
        until(lambda: panel_in_front(screen), "the panel in front")
        assert screen.xdotool("search", "--onlyvisible", "--name", "— Regulars$") == ""
        time.sleep(2)
        screen.key("Escape")
        until(lambda: chat_program.do("state")["active"], "the chat in front again")
        call_panel(screen, lambda: screen.key("ctrl+alt+r"))
