from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.shell.change_bus import ChangeBus
from local_db.changes import Changes, Topic


class Page(QWidget):
    """Notes what it was told to reload."""

    def __init__(self) -> None:
        super().__init__()
        self.reloads: list[frozenset[Topic]] = []

    def reload(self, changes: Changes) -> None:
        self.reloads.append(changes.topics)


BOTH = frozenset({Topic.MEMBERS, Topic.ORDERS})


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    return made


def test_a_page_loads_at_its_first_showing(page: Page) -> None:
    bus = ChangeBus()
    bus.subscribe(page, BOTH)
    assert page.reloads == []
    page.show()
    page.hide()
    page.show()
    assert page.reloads == [BOTH]


def test_a_visible_page_hears_only_its_topics(page: Page) -> None:
    bus = ChangeBus()
    bus.subscribe(page, BOTH)
    page.show()
    bus.announce(Changes.of(Topic.MEMBERS, Topic.TEMPLATES))
    bus.announce(Changes.of(Topic.TEMPLATES))
    bus.announce(Changes())
    assert page.reloads == [BOTH, frozenset({Topic.MEMBERS})]


def test_a_hidden_page_reloads_once_with_all_it_missed(page: Page) -> None:
    bus = ChangeBus()
    bus.subscribe(page, BOTH)
    page.show()
    page.hide()
    bus.announce(Changes.of(Topic.MEMBERS))
    bus.announce(Changes.of(Topic.ORDERS))
    assert bus.is_stale(page)
    assert len(page.reloads) == 1
    page.show()
    assert page.reloads == [BOTH, BOTH]
    assert not bus.is_stale(page)


def test_a_destroyed_page_is_forgotten(qapp: QApplication) -> None:
    bus = ChangeBus()
    gone = Page()
    bus.subscribe(gone, BOTH)
    delete(gone)
    bus.announce(Changes.of(Topic.MEMBERS))
    assert not bus.is_stale(gone)


def test_changes_of_another_thread_arrive_on_the_windows_thread(page: Page, qapp: QApplication) -> None:
    bus = ChangeBus()
    bus.subscribe(page, BOTH)
    page.show()
    worker = threading.Thread(target=bus.announce, args=[Changes.of(Topic.ORDERS)])
    worker.start()
    worker.join()
    assert len(page.reloads) == 1
    qapp.processEvents()
    assert page.reloads[-1] == frozenset({Topic.ORDERS})


def test_a_page_without_reload_may_subscribe(qtbot: QtBot) -> None:
    plain = QWidget()
    qtbot.addWidget(plain)
    bus = ChangeBus()
    bus.subscribe(plain, BOTH)
    plain.show()
    bus.announce(Changes.of(Topic.MEMBERS))


def test_a_page_that_fails_to_load_is_told_like_every_error(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: told.append(error))
    monkeypatch.setattr(page, "reload", lambda changes: 1 / 0)
    bus = ChangeBus()
    bus.subscribe(page, BOTH)
    page.show()
    assert [type(error) for error in told] == [ZeroDivisionError]
