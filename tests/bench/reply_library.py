"""Working on a library of 20,000 replies: how long the window is held at the longest, whatever is done.

A timer of the window ticks as often as it can; the longest time between two ticks is how long nothing moved. Of each
kind of work the best of some rounds counts: what else the machine does is no part of the figure. The limit is that of a
window in which nothing is felt to stick.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from local_db.replies import ready_made
from local_db.replies.model import Group
from tests.bench.big_library import big_library
from tests.bench.figure import Figure

if TYPE_CHECKING:
    from desktop.app import Services
    from desktop.shell.background import Background
    from local_db.shop_file import Shop

REPLIES = 20_000
LIMIT = 50.0
ROUNDS = 5
_REST = 0.05  # seconds in which what was asked for is painted


def measure() -> list[Figure]:
    """The longest stall of opening, finding, choosing, writing, saving, looking into groups, and changing all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import app as wiring
    from local_db.shop_file import ShopKey, create_shop

    best: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        application = wiring.build_application(sys.argv)
        with create_shop(folder / "shop.regulars", ShopKey.random()) as shop:
            replies, groups, _ = big_library(REPLIES)
            ready_made.add_ready_made(shop, [Group(uid, named) for uid, named in groups.items()], replies, now=_now())
            for number in range(ROUNDS):
                services = wiring.build_services(application, folder / f"window{number}.ini")
                for what, stall in _worked(shop, services, next(iter(groups))).items():
                    best[what] = min(stall, best.get(what, stall))
                services.background.close()
    return [
        Figure(f"{REPLIES:,} replies: {what}", "ms", stall, None, LIMIT, absolute=True)
        for what, stall in best.items()
    ]


def _worked(shop: Shop, services: Services, group: str) -> dict[str, float]:
    """The stall of every kind of work, in a window of its own."""
    import desktop.replies.page as module  # as the program has it a second after its start
    from desktop import start
    from desktop.replies.library.drawers import ALL, Drawer, Kind
    from desktop.replies.service import service_of
    from desktop.shell.collector import Collector

    context, window = start.wired(shop, services, "bench")
    window.show()
    Collector(window)  # as the program has it; the interpreter would collect whenever it likes
    service_of(context)
    context.background.wait_idle(60_000)
    start.spare_what_is_read()
    stalls: dict[str, float] = {}

    def longest(what: str, work: Callable[[], object]) -> None:
        stalls[what] = _longest(context.background, work)

    longest("page opened", lambda: window.navigate("replies"))
    page = window.page("replies")
    assert isinstance(page, module.RepliesPage)
    view = page.library

    def find(typed: str) -> None:
        view.search.setText(typed)
        view.search.flush()

    longest("found", lambda: find("tui"))
    longest("all again", lambda: find(""))
    longest("chosen", lambda: view.list.choose(view.list.replies.rows[11].uid))
    longest("written", lambda: view.editor.wordings.fields[0].body.insertPlainText("好"))
    longest("saved", view.editor.save.click)
    longest("group looked into", lambda: view.groups.set_drawer(Drawer(Kind.GROUP, group)))
    longest("all looked into", lambda: view.groups.set_drawer(ALL))
    longest("knowledge base opened", lambda: page.show_section("board"))
    longest("to write opened", lambda: page.show_section("learning"))
    longest("library again", lambda: page.show_section("library"))
    replies = page.shelf.library.replies
    pinned = {"pinned": not replies[0].pinned}  # other than in the round before
    longest("all of them changed", lambda: view.deeds.set_fields([reply.uid for reply in replies], pinned))
    window.close()
    window.deleteLater()
    return stalls


def _longest(background: Background, work: Callable[[], object]) -> float:
    """Milliseconds between the two ticks that were farthest apart."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    ticks = [time.perf_counter()]
    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    work()
    end = time.perf_counter() + _REST
    while time.perf_counter() < end:
        QApplication.processEvents()
        if background.busy:  # what it says may have to be painted, too
            end = time.perf_counter() + _REST
    timer.stop()
    ticks.append(time.perf_counter())
    return 1000 * max(after - before for before, after in pairwise(ticks))


def _now() -> datetime:
    return datetime.now(UTC)
