"""The reply panel with 20,000 replies: from the call to its painted window, and from a key to the painted hits.

Where a real screen can be had (X11), all of it is measured there too, from keys to pixels and to the clipboard.

The window is kept hidden and called again, as a hotkey does; the first call, which makes it, is told too. Keys are sent
as Qt sends them, and what follows from one is painted before the time is taken. Beside the panel stands what a person
waits for at least: the same window with nothing in it, shown in the same way.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt

from desktop.gateways.shop_keys import SystemKeyring, create_new
from tests.bench import real_keys
from tests.bench.big_library import big_library
from tests.bench.figure import Figure
from tests.desktop.shell import xscreen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.replies.panel.panel import ReplyPanel
    from desktop.shell.context import PageContext
    from local_db.shop_file import Shop

REPLIES = 20_000
CALLED_MS, FIRST_MS, KEY_MS, COPIED_MS = 150.0, 400.0, 1000 / 60, 2000.0
READ_MS = 1000.0  # as long as an index of 20,000 may take
CALLS = 15
TYPED = ("thyf", "fahuo", "退货运费", "shenmeshihou fa huo", "youhuiquan", "chima 38")


class _Paintings(QObject):
    """Notices that a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a painting; what paints it comes after this."""
        self._seen = self._seen or event.type() == QEvent.Type.Paint
        return False

    def wait(self, application: QApplication) -> None:
        """Let events run until it is painted, and what was painted is on the screen."""
        while not self._seen:
            application.processEvents()


def measure() -> list[Figure]:
    """What a clerk waits for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        figures = _measure(Path(name))
    return [*figures, *_on_a_screen()]


def _on_a_screen() -> list[Figure]:
    """The same on X11, beside another program; nothing where there can be no such screen."""
    if reason := xscreen.missing():
        _say(f"not measured on a screen: {reason}")
        return []
    found = real_keys.from_keys(_make_shop)
    _say(f"hotkey to painted: median {median(found.called) * 1000:.0f} ms")
    _say(f"hotkey to clipboard, 200 ms a key: {', '.join(f'{one:.1f}' for one in found.by_hand)} s")
    return [
        Figure("X11: hotkey to painted panel, worst", "ms", max(found.called) * 1000, None, CALLED_MS, absolute=True),
        Figure("X11: just after the start, with hits", "ms", found.first_called * 1000, None, READ_MS, absolute=True),
        Figure("X11: hotkey to clipboard, worst", "ms", max(found.copied) * 1000, None, COPIED_MS, absolute=True),
        Figure("X11: the same just after the start", "ms", found.first_copied * 1000, None, COPIED_MS, absolute=True),
    ]


def _make_shop(path: Path, passphrase: str) -> None:
    os.environ["REGULARS_PASSPHRASE"] = passphrase
    with create_new(path, SystemKeyring()) as shop:
        _fill(shop)


def _measure(folder: Path) -> list[Figure]:
    from PySide6.QtWidgets import QWidget

    from desktop import app as wiring
    from local_db.roster.source import RosterSource
    from local_db.shop_file import ShopKey, create_shop

    application = wiring.build_application(sys.argv)
    services = wiring.build_services(application, folder / "window.ini")
    with create_shop(folder / "shop.regulars", ShopKey.random()) as shop:
        _fill(shop)
        context = wiring.build_context(shop, RosterSource(shop), services)
        panel, made = _made(context)
        first = made + _shown(application, panel, panel.call)
        called = [_called(application, panel) for _ in range(CALLS)]
        keys = sorted(key for text in TYPED for key in _typed(application, panel, text))
        empty = QWidget()
        empty.resize(panel.size())
        bare = [_shown_again(application, empty) for _ in range(CALLS)]
        panel.close()
        services.background.close()
    _say(f"{len(keys)} keys: median {median(keys):.1f} ms, longest {keys[-1]:.1f} ms; making the panel {made:.0f} ms")
    slow_key = keys[len(keys) * 95 // 100]
    return [
        Figure("called: hotkey to painted panel", "ms", max(called), max(bare), CALLED_MS, absolute=True),
        Figure("called for the first time, panel made", "ms", first, None, FIRST_MS, absolute=True),
        Figure("a key to painted hits, 95th percentile", "ms", slow_key, None, KEY_MS, absolute=True),
    ]


def _fill(shop: Shop) -> None:
    from local_db.replies.model import Group
    from local_db.replies.ready_made import add_ready_made

    replies, groups, _ = big_library(REPLIES)
    add_ready_made(shop, [Group(uid, name) for uid, name in groups.items()], replies, now=datetime.now(UTC))


def _made(context: PageContext) -> tuple[ReplyPanel, float]:
    """A panel over the library that was read, and the milliseconds that making it took."""
    from desktop.replies.panel.panel import ReplyPanel
    from desktop.replies.service import ReplyService
    from desktop.shell.clipboard.keeper import ClipboardKeeper
    from desktop.shell.paste.paster import Paster

    service = ReplyService(context)
    service.begin()
    context.background.wait_idle(60_000)
    keeper = ClipboardKeeper()
    begin = time.perf_counter()
    panel = ReplyPanel(context, service, keeper, Paster(keeper))
    return panel, (time.perf_counter() - begin) * 1000


def _called(application: QApplication, panel: ReplyPanel) -> float:
    panel.put_away()
    application.processEvents()
    return _shown(application, panel, panel.call)


def _shown_again(application: QApplication, window: QWidget) -> float:
    window.hide()
    application.processEvents()
    return _shown(application, window, window.show)


def _shown(application: QApplication, window: QWidget, show: Callable[[], None]) -> float:
    """Milliseconds until the window is painted."""
    paintings = _Paintings(window)
    begin = time.perf_counter()
    show()
    paintings.wait(application)
    return (time.perf_counter() - begin) * 1000


def _typed(application: QApplication, panel: ReplyPanel, text: str) -> list[float]:
    """Milliseconds of each key."""
    from PySide6.QtGui import QKeyEvent

    panel.query.clear()
    application.processEvents()
    taken = []
    for letter in text:
        paintings = _Paintings(panel.hits.viewport())
        begin = time.perf_counter()
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        application.sendEvent(panel.query, event)
        paintings.wait(application)
        taken.append((time.perf_counter() - begin) * 1000)
    if panel.query.text() != text or not panel.hits.count:
        raise ValueError("what was typed found nothing")
    return taken


def _say(text: str) -> None:
    print(text, file=sys.stderr)
