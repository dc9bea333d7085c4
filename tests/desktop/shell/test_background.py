from __future__ import annotations

import functools
import sys
import threading
import weakref
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop.shell.background import Background, Job, JobCancelled


class Page(QObject):
    """Collects what it is told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.progress: list[tuple[int, int]] = []
        self.stopped = 0
        self.threads: set[threading.Thread] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.current_thread())

    def failed(self, error: BaseException) -> None:
        self.errors.append(error)
        self.threads.add(threading.current_thread())

    def progressed(self, done: int, total: int) -> None:
        self.progress.append((done, total))

    def was_stopped(self) -> None:
        self.stopped += 1


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def square(number: int) -> int:
    return number * number


def refuse() -> int:
    raise ValueError("no")


def test_every_one_of_300_results_arrives_on_the_windows_thread(background: Background) -> None:
    page = Page()
    for number in range(300):
        background.run(functools.partial(square, number), page.done, writes=number % 3 == 0)
    assert background.wait_idle()
    assert sorted(page.results) == [number * number for number in range(300)]
    assert page.threads == {threading.main_thread()}


def test_writing_work_is_done_in_turn(background: Background) -> None:
    page = Page()
    for number in range(50):
        background.run(functools.partial(square, number), page.done, writes=True)
    assert background.wait_idle()
    assert page.results == [number * number for number in range(50)]


def test_a_failure_is_told_on_the_windows_thread(background: Background) -> None:
    page = Page()
    background.run(refuse, page.done, page.failed)
    assert background.wait_idle()
    assert [str(error) for error in page.errors] == ["no"]
    assert page.threads == {threading.main_thread()}
    assert page.results == []


def test_a_failure_nobody_waits_for_reaches_the_last_net(
    background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []

    def net(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        caught.append(kind)

    monkeypatch.setattr(sys, "excepthook", net)
    background.run(refuse, Page().done)
    assert background.wait_idle()
    assert caught == [ValueError]


def test_cancelled_work_ends_as_cancelled(background: Background) -> None:
    page = Page()
    begun = threading.Event()

    def work(job: Job) -> int:
        begun.set()
        while not job.cancelled():
            job.report(1, 100)
        raise JobCancelled

    job = background.run_job(work, page.done, page.failed, cancelled=page.was_stopped)
    assert begun.wait(5)
    job.cancel()
    assert background.wait_idle()
    assert (page.stopped, page.results, page.errors) == (1, [], [])


def test_work_that_was_cancelled_before_its_turn_never_starts(background: Background) -> None:
    page = Page()
    gate = threading.Event()
    started: list[str] = []
    background.run(gate.wait, page.done, writes=True)

    def work(job: Job) -> None:
        started.append("second")

    job = background.run_job(work, page.done, cancelled=page.was_stopped)
    job.cancel()
    gate.set()
    assert background.wait_idle()
    assert started == []
    assert page.stopped == 1


def test_progress_is_throttled_and_its_end_is_always_told(background: Background) -> None:
    page = Page()

    def work(job: Job) -> None:
        for step in range(1, 100_001):
            job.report(step, 100_000)

    background.run_job(work, page.done, progress=page.progressed)
    assert background.wait_idle()
    assert page.progress[-1] == (100_000, 100_000)
    assert len(page.progress) < 1000


def test_only_the_newest_question_is_answered(background: Background) -> None:
    page = Page()
    gate = threading.Event()
    latest = background.latest()

    def answer(number: int) -> int:
        gate.wait(5)
        return number

    for number in range(20):
        latest.run(functools.partial(answer, number), page.done)
    gate.set()
    assert background.wait_idle()
    assert page.results == [19]


def test_a_result_for_a_destroyed_page_is_dropped(background: Background) -> None:
    page = Page()
    results = page.results
    gate = threading.Event()
    background.run(gate.wait, page.done)
    background.run(gate.wait, functools.partial(page.done))
    delete(page)
    gate.set()
    assert background.wait_idle()
    assert results == []


def test_nothing_is_told_after_closing(qapp: QApplication) -> None:
    made = Background()
    page = Page()
    gate = threading.Event()
    made.run(gate.wait, page.done)
    gate.set()
    made.close()
    qapp.processEvents()
    made.run(refuse, page.done)
    assert page.results == []
    assert not made.busy


def test_closing_finishes_short_writing_and_cancels_the_rest(qapp: QApplication) -> None:
    made = Background()
    gate, written, looked_up = threading.Event(), threading.Event(), threading.Event()
    made.run(gate.wait, Page().done, writes=True)
    made.run(written.set, Page().done, writes=True)  # waits behind the first on the writer's lane
    made.run_job(lambda _job: looked_up.set(), Page().done)
    threading.Timer(0.05, gate.set).start()
    made.close()
    assert written.is_set()
    assert not looked_up.is_set()


def test_busy_begins_and_ends_once(background: Background) -> None:
    heard: list[bool] = []
    background.busy_changed.connect(heard.append)
    gate = threading.Event()
    for _ in range(3):
        background.run(gate.wait, Page().done)
    gate.set()
    assert background.wait_idle()
    assert heard == [True, False]


def test_waiting_goes_on_while_rest_begins_new_work(background: Background) -> None:
    page = Page()

    def again(busy: bool) -> None:
        if not busy and len(page.results) < 3:
            background.run(functools.partial(square, 2), page.done)

    background.busy_changed.connect(again)
    background.run(functools.partial(square, 1), page.done)
    assert background.wait_idle()
    assert page.results == [1, 4, 4]


def test_waiting_ends_when_the_time_is_up(background: Background) -> None:
    gate = threading.Event()
    background.run(gate.wait, Page().done)
    assert not background.wait_idle(20)
    gate.set()
    assert background.wait_idle()


class Lingering(Background):
    """Its workers come to nothing more once they have told their end, as on a busy computer."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()

    def _hand_over(self, number: int) -> None:
        super()._hand_over(number)
        self.gate.wait(10)


class Dialog(QObject):
    """Asks, works and listens by methods of its own."""

    def ask(self, background: Background, *, writes: bool, fails: bool) -> None:
        work = self.refuse if fails else self.work
        background.run_job(work, self.told, self.told, progress=self.progressed, writes=writes, owner=self)

    def work(self, job: Job) -> QObject:
        job.report(1, 1)
        return self

    def refuse(self, _job: Job) -> None:
        mine = self
        raise ValueError(mine)

    def told(self, _: object) -> None:
        pass

    def progressed(self, done: int, total: int) -> None:
        pass


@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.parametrize("writes", [False, True])
def test_a_worker_holds_nothing_any_more_when_its_end_is_told(qapp: QApplication, *, writes: bool, fails: bool) -> None:
    """Else a dialog that is closed at once would be destroyed on the worker's thread, while it is being painted."""
    background = Lingering()
    try:
        dialog = Dialog()
        gone = weakref.ref(dialog)
        dialog.ask(background, writes=writes, fails=fails)
        assert background.wait_idle()
        del dialog
        assert gone() is None
    finally:
        background.gate.set()
        background.close()
