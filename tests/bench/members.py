"""The list of a million members: a keystroke in the search, a press on a header; beside plain SQLite.

The window's figures are those of a real page without a screen: from the key to the painted first rows. The engine's
are those of the same questions without a window. The peer is asked the same in SQL, with an index on every column
of the members that it is sorted by, in a plain file whose search column has the pinyin and the initials; purchases,
amounts and days are columns there, which flatters it. It is asked for the first rows and for how many there are, as
the page shows both. A 95th percentile of everything asked is given.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from local_db.members.search import search_key
from tests.bench import big_shop
from tests.bench.figure import Figure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.members.page import MembersPage
    from desktop.shell.context import PageContext
    from local_db.members.finder import MemberFinder
    from local_db.shop_file import Shop

PEOPLE = int(os.environ.get("REGULARS_BENCH_PEOPLE", "1000000"))
ORDERS = 3 * PEOPLE
# Typed letter by letter: names in pinyin, initials, a mixture, characters, digits, a tag, nicks, an order's number.
TYPED = (
    "xiaoyugan", "zhangwei", "lxm", "klxy", "xiaoyg", "小鱼干", "快乐x", "momo_12", "tb9384", "VIP", "13800", "8812",
    "2204", "shuiguo", "yueliang", "wanghong", "chenjing", "a", "薄荷", "zs",
)  # fmt: skip
KEYSTROKE_MS = 50.0
SORT_MS = 100.0
MOST_MEGABYTES = 400.0
ROWS = 100
PEER_ASKED_EVERY = 5  # of the keystrokes: it takes its time
_PATIENCE_S = 600.0
_SEARCH = (
    "select * from people where instr(search, :typed) > 0 order by last desc limit 100",
    "select count(*) from people where instr(search, :typed) > 0",
)
_COLUMNS = ("nick", "name", "platform", "province", "city", "phone", "email", "orders", "spent", "first", "last")


def measure() -> list[Figure]:
    """Milliseconds at the 95th percentile, of ours and of plain SQLite; and what the index takes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _say(f"making a shop of {PEOPLE:,} members and {ORDERS:,} orders")
        with big_shop.make(folder, PEOPLE, ORDERS) as shop:
            peer_keys, peer_sorts = _plain_sqlite(folder / "peer.sqlite", shop)
            engine = _engine(shop)
            window = _window(folder, shop)
    return [
        Figure("keystroke to first rows in the window, p95", "ms", window.keys, peer_keys, KEYSTROKE_MS, absolute=True),
        Figure("sort to first rows in the window, p95", "ms", window.sorts, peer_sorts, SORT_MS, absolute=True),
        Figure("jump to other rows in the window, p95", "ms", window.jumps, None, SORT_MS, absolute=True),
        Figure("keystroke, without a window, p95", "ms", engine.keys, peer_keys, KEYSTROKE_MS, absolute=True),
        Figure("sort, without a window, p95", "ms", engine.sorts, peer_sorts, SORT_MS, absolute=True),
        Figure("index in memory", "MB", engine.megabytes, None, MOST_MEGABYTES, absolute=True),
        Figure("making the index in the background", "s", engine.made, None, 60, absolute=True),
    ]


class _Engine:
    """The questions of the page, asked by hand."""

    def __init__(self, finder: MemberFinder) -> None:
        from local_db.members.model import SortKey

        begin = time.perf_counter()
        finder.prepare()
        self.made = time.perf_counter() - begin
        index = finder.index
        self.megabytes = index.memory / 1e6 if index is not None else 0.0

        def ask(query: str, key: SortKey, *, descending: bool) -> None:
            found = finder.find(query, key, descending=descending)
            finder.rows(found.listing, found.ids[:ROWS].tolist())

        self.keys = _p95([_ms(partial(ask, typed, SortKey.LAST, descending=True)) for typed in _keystrokes()])
        turns = [(key, backwards) for key in SortKey for backwards in (True, False)] * 2
        self.sorts = _p95([_ms(partial(ask, "", key, descending=backwards)) for key, backwards in turns])


def _engine(shop: Shop) -> _Engine:
    from local_db.members.finder import MemberFinder
    from local_db.roster.source import RosterSource

    rosters = RosterSource(shop)
    begin = time.perf_counter()
    rosters.current()
    _say(f"the roster was read in {time.perf_counter() - begin:.1f} s; asking")
    return _Engine(MemberFinder(shop, rosters))


class _Window:
    """The page itself: every key and every press, until the answer is painted."""

    def __init__(self, application: QApplication, context: PageContext) -> None:
        from PySide6.QtCore import Qt

        from desktop.members.columns import Column
        from desktop.members.page import MembersPage

        self._application = application
        self._context = context
        self._page: MembersPage = MembersPage(context)
        self._page.resize(1280, 800)
        self._page.show()
        self._page._ask()  # as the window does it at the first showing
        self._settle()
        page = self._page
        self.keys = _p95([self._answered(partial(page.search.setText, typed)) for typed in _keystrokes()])
        page.search.setText("")
        self._settle()
        header = page.table.horizontalHeader()
        orders = (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder)
        turns = [(column, order) for column in Column for order in orders] * 2
        self.sorts = _p95([self._answered(partial(header.setSortIndicator, *turn)) for turn in turns])
        self.jumps = _p95([self._jumped(place / 40) for place in range(40)])

    def _answered(self, press: Callable[[], object]) -> float:
        page = self._page
        before = page._found  # a new answer is a new object

        def ask() -> None:
            press()
            self._until(lambda: page._found is not before)
            page.table.viewport().repaint()

        took = _ms(ask)
        self._settle()
        return took

    def _jumped(self, fraction: float) -> float:
        table, model = self._page.table, self._page.model
        bar = table.verticalScrollBar()

        def jump() -> None:
            bar.setValue(int(bar.maximum() * fraction))
            table.viewport().repaint()
            row = table.rowAt(0)
            self._until(lambda: model.row(row) is not None)
            table.viewport().repaint()

        took = _ms(jump)
        self._settle()
        return took

    def _until(self, ready: Callable[[], bool]) -> None:
        from PySide6.QtCore import QEventLoop

        end = time.monotonic() + _PATIENCE_S
        while not ready():  # asleep until something happens, as the window is
            self._application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > end:
                raise TimeoutError("the page did not answer")

    def _settle(self) -> None:
        self._context.background.wait_idle(int(_PATIENCE_S * 1000))
        self._application.processEvents()
        self._context.background.wait_idle(int(_PATIENCE_S * 1000))


def _window(folder: Path, shop: Shop) -> _Window:
    from desktop import app as wiring
    from local_db.roster.source import RosterSource

    _say("asking the page")
    application = wiring.build_application(sys.argv[:1])
    services = wiring.build_services(application, folder / "window.ini")
    context = wiring.build_context(shop, RosterSource(shop), services)
    try:
        return _Window(application, context)
    finally:
        context.background.close()


def _plain_sqlite(path: Path, shop: Shop) -> tuple[float, float]:
    """A plain table of the same people, and the same questions in SQL."""
    _say("filling plain SQLite, and asking it")
    peer = sqlite3.connect(path)
    peer.execute(
        "create table people(id integer primary key, nick, name, platform, province, city, phone, email, orders, spent,"
        " first, last, search)"
    )
    with shop.read() as connection:
        rows = connection.execute(
            """select m.id, nick, name, platform, m.province, m.city, phone, email, count(o.id), sum(o.net),
                 min(o.paid_at), max(o.paid_at)
               from members m left join orders o on o.member_id = m.id and o.is_purchase group by m.id"""
        )
        searchable = ((*row, f"{search_key(row[1], row[2])} {row[6]}") for row in rows)
        peer.executemany(f"insert into people values ({','.join('?' * 13)})", searchable)
    for column in _COLUMNS:
        peer.execute(f"create index people_{column} on people({column}, id)")
    peer.execute("analyze")
    peer.commit()

    def search(typed: str) -> None:
        for query in _SEARCH:
            peer.execute(query, {"typed": typed}).fetchall()

    def sort(column: str, order: str) -> None:
        peer.execute(f"select * from people order by {column} {order}, id limit {ROWS}").fetchall()

    keys = _p95([_ms(partial(search, typed.casefold())) for typed in _keystrokes()[::PEER_ASKED_EVERY]])
    sorts = _p95([_ms(partial(sort, column, order)) for column in _COLUMNS for order in ("asc", "desc")])
    peer.close()
    return keys, sorts


def _keystrokes() -> list[str]:
    """Every word letter by letter, and emptied again as one does with a key held down."""
    return [word[:end] for word in TYPED for end in (*range(1, len(word) + 1), len(word) // 2, 0) if end]


def _ms(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
