"""Opening a segment in a shop of a million members with 200 saved segments: from the press to the painted editor.

A real window without a screen, on a shop written straight into its tables. Counts come after the first paint; how long
they take is given too. There is no peer: the targets are the project's own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from local_db.segments.actions import save_segment
from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse
from tests.bench import big_shop
from tests.bench.figure import Figure

if TYPE_CHECKING:
    from desktop.segments.page import SegmentsPage
    from desktop.shell.context import PageContext
    from local_db.shop_file import Shop

PEOPLE = int(os.environ.get("REGULARS_BENCH_PEOPLE", "1000000"))
ORDERS = 3 * PEOPLE // 2
SEGMENTS = 200
OPENED = 5
PAINT_MS = 300.0
COUNTS_MS = 1_000.0


def measure() -> list[Figure]:
    """The list's first paint, and the slowest of several openings."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name, big_shop.make(Path(name), PEOPLE, ORDERS) as shop:
        _save_segments(shop)
        return _measure(shop, Path(name))


def _save_segments(shop: Shop) -> None:
    for number in range(SEGMENTS):
        rows = [
            {"field": "spent", "op": ">=", "value": number},
            {"ordered": {"within_days": 30 + number, "times": [">=", 1 + number % 4]}},
            {"any": [{"field": "province", "op": "is", "value": "浙江"}, {"tag": "VIP"}]},
        ]
        save_segment(shop, SavedSegment(f"人群 {number}", parse({"all": rows})), now=datetime.now(UTC))


def _measure(shop: Shop, folder: Path) -> list[Figure]:
    from desktop import app as wiring
    from desktop.segments.page import SegmentsPage
    from desktop.start import wired

    services = wiring.build_services(wiring.build_application(sys.argv), folder / "window.ini")
    context, window = wired(shop, services, "")
    window.resize(1280, 800)
    window.show()
    context.rosters.current()
    began = time.perf_counter()
    window.navigate("segments")
    window.grab()
    listed = _since(began)
    _settle(context)
    page = window.findChild(SegmentsPage)
    assert isinstance(page, SegmentsPage)
    painted, counted = [], []
    for row in list(page.list.model.rows)[:OPENED]:
        began = time.perf_counter()
        page._open_key(row.key)  # as a press on the row does
        window.grab()
        painted.append(_since(began))
        _until_counted(page)
        counted.append(_since(began))
        _settle(context)
        page._leave()
        _settle(context)
    context.background.close()
    window.close()
    return [
        Figure(f"list of {SEGMENTS} segments, painted", "ms", listed, None, PAINT_MS, absolute=True),
        Figure("a segment opened, painted", "ms", max(painted), None, PAINT_MS, absolute=True),
        Figure("a segment opened, counted", "ms", max(counted), None, COUNTS_MS, absolute=True),
    ]


def _until_counted(page: SegmentsPage) -> None:
    from PySide6.QtWidgets import QApplication

    draft = page.builder.draft
    assert draft is not None
    while page.builder.answer is None or page.builder.answer.question.node != draft.node:
        QApplication.processEvents()


def _settle(context: PageContext) -> None:
    from PySide6.QtWidgets import QApplication

    for _ in range(SEGMENTS // 4):  # the list is counted a few at a time
        context.background.wait_idle()
        QApplication.processEvents()


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000
