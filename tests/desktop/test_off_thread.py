"""What keeps the tests of windows from asking a window something on a worker's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QObject
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from tests.desktop.off_thread import nothing_asked_off_thread


def on_a_worker(work: Callable[[], object]) -> None:
    thread = threading.Thread(target=work, name="worker")
    thread.start()
    thread.join()


def a_buffer_of_its_own() -> None:
    QBuffer().size()


@pytest.mark.parametrize("make", [QLabel, QObject, QPixmap])
def test_a_worker_must_not_ask_what_belongs_to_the_window(qapp: QApplication, make: Callable[[], object]) -> None:
    asked = make()

    def work() -> None:
        asked.objectName() if isinstance(asked, QObject) else asked.isNull()  # type: ignore[attr-defined]

    with pytest.raises(AssertionError, match="in worker"), nothing_asked_off_thread():
        on_a_worker(work)


@pytest.mark.parametrize("work", [a_buffer_of_its_own, QImage().width])
def test_a_worker_may_ask_what_is_its_own_or_nobodys(qapp: QApplication, work: Callable[[], object]) -> None:
    with nothing_asked_off_thread():
        on_a_worker(work)


def test_this_thread_may_ask_everything(qapp: QApplication) -> None:
    with nothing_asked_off_thread():
        assert QLabel("a").text() == "a"
