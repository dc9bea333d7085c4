"""Window tests run without a screen; what that platform cannot do is no fault of ours."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from local_db.shop_file import Shop
from tests.new_shop import new_shop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.shell.context import PageContext

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.desktop.off_thread import nothing_asked_off_thread
from tests.desktop.stage import stage

__all__ = ["shop", "shop_context", "stage"]

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _collected_by_this_thread() -> Iterator[None]:
    """As in the program: a worker that collected a closed dialog would bring Qt down."""
    gc.disable()
    yield
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [place for place in range(3) if counts[place] > limits[place]]
    if due:
        gc.collect(due[-1])


@pytest.fixture(autouse=True)
def _windows_asked_by_this_thread() -> Iterator[None]:
    with nothing_asked_off_thread():
        yield


@pytest.fixture(autouse=True)
def _pointer_away(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that moves the pointer must not hover over the windows of the next."""
    yield
    if "qapp" in request.fixturenames or "qtbot" in request.fixturenames:
        from PySide6.QtGui import QCursor

        QCursor.setPos(-5000, -5000)


@pytest.fixture(scope="session", autouse=True)
def _clipboard_empty_at_the_end() -> Iterator[None]:
    """Without a screen Qt keeps the clipboard longer than Python lives; what Python has put there brings it down."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """As the program starts Qt."""
    from desktop.app import STYLE

    return ["regulars", "-style", STYLE]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """An empty shop file."""
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened


@pytest.fixture
def shop_context(qapp: QApplication, shop: Shop, tmp_path: Path) -> Iterator[PageContext]:
    """What a page is given, over a real shop file; in English and light."""
    from desktop import app as wiring
    from local_db.roster.source import RosterSource

    services = wiring.build_services(qapp, tmp_path / "window" / "window.ini")
    services.theme.choose("light")
    services.language.choose("en")
    yield wiring.build_context(shop, RosterSource(shop), services)
    services.background.close()
