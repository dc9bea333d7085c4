"""The program as it is started, on a real screen, with real keys and another program in front."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from local_db.replies.ready_made import add_ready_made
from local_db.shop_file import ShopKey, create_shop
from tests.desktop.replies.panel.conftest import AFTER, PARCELS, REPLIES
from tests.desktop.shell import xscreen
from tests.desktop.shell.selections import everything
from tests.desktop.shell.xscreen import Program, Screen, until

pytestmark = pytest.mark.skipif(bool(xscreen.missing()), reason=xscreen.missing() or "a screen can be had")

CHAT = Path(xscreen.__file__).parent / "programs/chat.py"
PASSPHRASE = "replies of the tests"


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with xscreen.screen(tmp_path) as made:
        yield made


@pytest.fixture
def chat(screen: Screen) -> Iterator[Program]:
    with screen.program(CHAT) as program:
        until(lambda: program.do("state")["active"], "the chat in front")
        yield program


@pytest.fixture
def panel(screen: Screen, chat: Program, tmp_path: Path) -> Iterator[int]:
    """The panel's window, in front; the hotkey is in force and the replies are read."""
    path = tmp_path / "shop.regulars"
    with create_shop(path, ShopKey.from_passphrase(PASSPHRASE)) as shop:
        add_ready_made(shop, (AFTER, PARCELS), REPLIES, now=datetime.now(UTC))
    words = ("-m", "desktop", "--shop", path, "--language", "en", "--replies")
    with screen.program(*words, REGULARS_PASSPHRASE=PASSPHRASE):
        window = screen.window("Replies")
        until(lambda: screen.active() == window, "the panel in front")
        put_away(screen, chat)
        until(lambda: hotkey_brings(screen, window), "the hotkey in force", 30)
        yield window


def hotkey_brings(screen: Screen, window: int) -> bool:
    screen.key("ctrl+alt+r")
    with suppress(AssertionError):
        until(lambda: screen.active() == window, "the panel in front", 2)
    return screen.active() == window


def in_front_again(screen: Screen, chat: Program) -> None:
    window = chat.do("state")["window"]
    until(lambda: screen.active() == window, "the chat in front again")


def put_away(screen: Screen, chat: Program) -> None:
    screen.key("Escape")
    in_front_again(screen, chat)


def write_anew(screen: Screen, text: str) -> None:
    screen.key("ctrl+a")
    screen.write(text)


def copied(screen: Screen) -> str:
    return everything(screen.display).get("UTF8_STRING", b"").decode()


def test_called_again_right_after_it_was_put_away_it_can_be_used_as_before(
    screen: Screen, chat: Program, panel: int
) -> None:
    put_away(screen, chat)
    screen.key("ctrl+alt+r")
    until(lambda: screen.active() == panel, "the panel in front")
    write_anew(screen, "thdz")
    screen.key("Tab")
    screen.write("Wang")
    screen.key("Tab")
    screen.write("138")
    screen.key("Return")
    until(lambda: copied(screen) == "收件人：Wang 电话：138", "the filled reply")


def test_the_hotkey_brings_out_a_strip_which_takes_no_keys_itself(screen: Screen, chat: Program, panel: int) -> None:
    screen.key("ctrl+m")
    in_front_again(screen, chat)
    screen.write("hello")
    until(lambda: chat.do("state")["text"] == "hello", "what was typed for the chat")
    screen.key("ctrl+alt+r")
    until(lambda: screen.active() == panel, "the panel in front")
    write_anew(screen, "thyf")
    screen.key("Return")
    until(lambda: copied(screen).endswith("质量问题退货的运费由我们承担。"), "the reply")
