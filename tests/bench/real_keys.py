"""The reply panel on a real screen of X11: real key events, another program in front, the program as it is started.

Keys go through XTEST, so they take the way that a keyboard's take: the server, the grab of the hotkey, Qt's queue.
What is painted is read from the screen as any other program could. A moment counts as painted when the screen shows
what it still shows when all has come to rest, and a reply as copied when the clipboard has another owner.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.desktop.shell import xscreen
from tests.desktop.shell.selections import Owner

if TYPE_CHECKING:
    from tests.desktop.shell.xscreen import Screen

CHAT = xscreen.ROOT / "tests/desktop/shell/programs/chat.py"
HOTKEY = ("Control_L", "Alt_L", "r")
TYPED = ("fahuo", "tuihuo", "youhuiquan")
TURNS = 15
PASSPHRASE = "replies of a benchmark"
STILL = 0.4  # seconds without a change: all has come to rest
PATIENCE = 30.0
AWAY = 1.0  # a panel that has done its work is out of sight
HUMAN = 0.2  # seconds from key to key of a person who types without haste


class Measured(NamedTuple):
    """Seconds; `called` is from the hotkey to the painted panel, `copied` to the clipboard without the typing."""

    called: list[float]
    first_called: float
    copied: list[float]
    first_copied: float
    by_hand: list[float]


def from_keys(make_shop: Callable[[Path, str], None]) -> Measured:
    """What a clerk waits for; `make_shop` fills a shop file that opens with a passphrase."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        make_shop(folder / "shop.regulars", PASSPHRASE)
        with xscreen.screen(folder) as screen, screen.program(CHAT) as chat:
            xscreen.until(lambda: chat.do("state")["active"], "the program in front")
            keyboard = _Keyboard(screen.display, screen.active())
            try:
                return _measure(screen, keyboard, folder / "shop.regulars")
            finally:
                keyboard.close()


def _measure(screen: Screen, keyboard: _Keyboard, shop: Path) -> Measured:
    with _program(screen, keyboard, shop):
        first_called = keyboard.painted()
        keyboard.put_away()
        called = [_called(keyboard) for _ in range(TURNS)]
        copied = [_copied(screen, keyboard, letters) for letters in TYPED * 3]
        by_hand = [_copied(screen, keyboard, letters, HUMAN) for letters in TYPED]
    with _program(screen, keyboard, shop):
        first_copied = _copied(screen, keyboard, TYPED[0])
    return Measured(called, first_called, copied, first_copied, by_hand)


@contextmanager
def _program(screen: Screen, keyboard: _Keyboard, shop: Path) -> Iterator[None]:
    """The program from its start until its end; it goes on when the hotkey is in force, the other program in front."""
    with screen.program("-P", "-m", "desktop", "--shop", shop, REGULARS_PASSPHRASE=PASSPHRASE):
        screen.window("Regulars")
        screen.activate(keyboard.chat)
        xscreen.until(keyboard.is_grabbed, "the hotkey in force")
        yield


def _called(keyboard: _Keyboard) -> float:
    taken = keyboard.painted()
    keyboard.put_away()
    return taken


def _copied(screen: Screen, keyboard: _Keyboard, letters: str, pause: float = 0.0) -> float:
    """From the hotkey to the clipboard; with a `pause` before every key all of it, else what the machine takes."""
    with Owner(screen.display, {"UTF8_STRING": b"copied before"}):
        before, begin = keyboard.owner(), time.perf_counter()
        keyboard.strike(*HOTKEY)
        keyboard.wait(lambda: not keyboard.is_chat_in_front())
        for key in (*letters, "Return"):
            time.sleep(pause)
            keyboard.strike(key)
        keyboard.wait(lambda: keyboard.owner() != before)
        taken = time.perf_counter() - begin
        keyboard.wait(keyboard.is_chat_in_front)
        time.sleep(AWAY)
    return taken


class _Keyboard:
    """Presses keys as a keyboard does, and watches the screen and the clipboard."""

    def __init__(self, name: str, chat: int) -> None:
        from Xlib.display import Display

        self.chat = chat
        self._display: Display = Display(name)
        self._root = self._display.screen().root

    def close(self) -> None:
        """Leave the screen."""
        self._display.close()

    def strike(self, *names: str) -> None:
        """Press these keys together."""
        from Xlib import XK, X
        from Xlib.ext import xtest

        codes = [self._display.keysym_to_keycode(XK.string_to_keysym(name)) for name in names]
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.flush()

    def is_grabbed(self) -> bool:
        """Whether some program has the hotkey, which is known by not getting it; asked seldom, not to be in its way."""
        from Xlib import XK, X
        from Xlib.error import BadAccess, CatchError

        time.sleep(STILL / 4)
        refused = CatchError(BadAccess)
        code, held = self._display.keysym_to_keycode(XK.string_to_keysym("r")), X.ControlMask | X.Mod1Mask
        self._root.grab_key(code, held, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        self._root.ungrab_key(code, held)
        self._display.sync()
        return refused.get_error() is not None

    def painted(self) -> float:
        """Strike the hotkey; the seconds until the screen shows what it still shows when all has come to rest."""
        seen, begin = self._look(), time.perf_counter()
        changed = begin
        self.strike(*HOTKEY)
        while changed == begin or time.perf_counter() - changed < STILL:
            shown = self._look()
            if shown != seen:
                seen, changed = shown, time.perf_counter()
            if time.perf_counter() - begin > PATIENCE:
                raise TimeoutError("nothing was painted")
        if self.is_chat_in_front():
            raise ValueError("the panel was painted without the keyboard")
        return changed - begin

    def put_away(self) -> None:
        """Esc, and until the other program has the keyboard, and a while more."""
        self.strike("Escape")
        self.wait(self.is_chat_in_front)
        time.sleep(STILL)

    def is_chat_in_front(self) -> bool:
        """Whether the other program has the keyboard."""
        return _number(self._display.get_input_focus().focus) == self.chat

    def owner(self) -> int:
        """Whose the clipboard is."""
        return _number(self._display.get_selection_owner(self._display.get_atom("CLIPBOARD")))

    def wait(self, holds: Callable[[], bool]) -> None:
        """Ask again and again, for this is what is measured."""
        end = time.perf_counter() + PATIENCE
        while not holds():
            if time.perf_counter() > end:
                raise TimeoutError("waited in vain")

    def _look(self) -> bytes:
        """A column of pixels through the hits of a panel at the right edge, beside every cursor that blinks."""
        from Xlib import X

        size = self._root.get_geometry()
        image = self._root.get_image(size.width - 60, size.height // 2 - 200, 1, 400, X.ZPixmap, 0xFFFFFFFF)
        return bytes(image.data)


def _number(window: Any) -> int:
    """Of a window; where there is none, it is a number already."""
    return int(getattr(window, "id", window))
