"""Widgets that nobody holds any more die on the window's thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.shell.collector import Collector
from local_db.collector import collector_paused


class Circle:
    """Garbage that only the collector finds; says which thread found it."""

    def __init__(self, found_by: list[str]) -> None:
        self.itself = self
        self.found_by = found_by

    def __del__(self) -> None:
        self.found_by.append(threading.current_thread().name)


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    parent = QObject()
    gc.collect()
    yield Collector(parent)
    parent.deleteLater()


def make_garbage(found_by: list[str]) -> None:
    Circle(found_by)
    kept = [[] for _ in range(50_000)]  # more than enough for the interpreter to collect, were it allowed
    del kept


def test_what_a_worker_makes_is_collected_here(collector: Collector) -> None:
    found_by: list[str] = []
    worker = threading.Thread(target=make_garbage, args=(found_by,), name="worker")
    worker.start()
    worker.join()
    assert found_by == []
    kept = [[] for _ in range(2000)]
    collector.collect()
    assert found_by == ["MainThread"]
    assert kept


def test_nothing_is_collected_while_somebody_asks_for_peace(collector: Collector) -> None:
    found_by: list[str] = []
    with collector_paused():
        Circle(found_by)
        kept = [[] for _ in range(2000)]
        collector.collect()
        assert found_by == []
    collector.collect()
    assert found_by == ["MainThread"]
    assert kept
