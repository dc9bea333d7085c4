"""Work off the window's thread: one writer's lane, a few readers, results brought back safely.

One long-living object owns the only signal between threads; a worker hands its outcome over with
it, and a method of that object calls back on the window's thread. Nothing else crosses threads.
"""

from __future__ import annotations

import functools
import sys
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")

READERS = 2
PROGRESS_EVERY_S = 0.05

Failed = Callable[[BaseException], None]
Progress = Callable[[int, int], None]


class JobCancelled(Exception):
    """The work ended because its person asked it to."""


class Job:
    """One piece of long work, as its worker sees it."""

    def __init__(self, background: Background, progress: Progress | None = None) -> None:
        self._background = background
        self._progress = progress
        self._stop = threading.Event()
        self._last = 0.0
        self.dropped = False

    def cancel(self) -> None:
        """Ask the worker to stop; safe from every thread."""
        self._stop.set()

    def drop(self) -> None:
        """Ask the worker to stop, and tell nobody how it ended."""
        self.dropped = True
        self.cancel()

    def cancelled(self) -> bool:
        """Whether the worker should stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise JobCancelled when the worker should stop."""
        if self.cancelled():
            raise JobCancelled

    def report(self, done: int, total: int) -> None:
        """Tell the window how far the work is; called as often as wanted, passed on at most 20 times a second."""
        now = time.monotonic()
        if self._progress is None or (now - self._last < PROGRESS_EVERY_S and done < total):
            return
        self._last = now
        self._background.hand_over(_Note(self._progress, done, total))


class _Note(NamedTuple):
    """Progress on its way to the window's thread."""

    progress: Progress
    done: int
    total: int


class _Request(NamedTuple):
    """What was asked for, and who is told."""

    job: Job
    done: Callable[[Any], None]
    failed: Failed | None
    cancelled: Callable[[], None] | None
    owner: QObject | None
    finishes: bool  # short writing, such as saving a draft: done even when the window closes meanwhile


class _Outcome(NamedTuple):
    """A result or an error on its way to the window's thread."""

    request: _Request
    result: object = None
    error: BaseException | None = None


class _Lane:
    """A few threads that take work in the order in which it was put. (An executor takes 9 ms to import.)"""

    def __init__(self, name: str, threads: int) -> None:
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._take, name=f"{name}-{number}", daemon=True) for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, work: Callable[[], None]) -> None:
        """Do this when a thread is free; the work tells its own failures."""
        self._waiting.put(work)

    def close(self) -> None:
        """Wait until everything that was put has ended."""
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _take(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()
            del work  # until the next one comes it would keep a closed dialog alive, and then end it on this thread


class Background(QObject):
    """Runs work on other threads and calls back on the window's thread.

    A callback is dropped when the QObject it belongs to (`owner`, or the object of a bound method)
    was destroyed meanwhile. An error without a `failed` callback reaches `sys.excepthook`.

    Signals:
        busy_changed(bool): work began after rest, or the last of it ended.
    """

    busy_changed = Signal(bool)
    _arrived = Signal(object)
    _idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[bool, _Lane] = {}
        self._pending: dict[int, _Request] = {}
        self._closed = False
        self._arrived.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        writes: bool = False,
        owner: QObject | None = None,
    ) -> Job:
        """Do short work on a reader's thread, or in turn on the writer's, and tell `done` its result."""
        alone = functools.partial(_without_job, work)
        return self._submit(alone, done, failed, writes=writes, owner=owner, finishes=writes)

    def run_job(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], None] | None = None,
        writes: bool = True,
        owner: QObject | None = None,
    ) -> Job:
        """Do long work that reports its progress and looks whether it was cancelled.

        `work` gets the Job: it calls `job.report(done, total)` and asks `job.cancelled()` (or calls
        `job.check()`). Once cancelled, whatever it raises is told as `cancelled`; a result that came
        all the same is told as `done`.
        """
        return self._submit(work, done, failed, progress=progress, cancelled=cancelled, writes=writes, owner=owner)

    def latest(self) -> LatestOnly:
        """A lane for as-you-type questions, of which only the newest is answered."""
        return LatestOnly(self)

    @property
    def busy(self) -> bool:
        """Whether any work is not answered yet."""
        return bool(self._pending)

    def wait_idle(self, timeout_ms: int = 10_000) -> bool:
        """Let events run until all work is answered; False when that took too long."""
        from PySide6.QtCore import QEventLoop, QTimer

        if not self._pending:
            return True
        loop = QEventLoop()
        self._idle.connect(loop.quit)
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(loop.quit)
        timer.start(timeout_ms)
        loop.exec()
        timer.stop()
        self._idle.disconnect(loop.quit)
        return not self._pending

    def close(self) -> None:
        """Cancel what runs but short writing, wait for the threads to end, and tell nobody any more."""
        self._closed = True
        for request in tuple(self._pending.values()):
            if not request.finishes:
                request.job.cancel()
        for lane in self._lanes.values():
            lane.close()
        self._lanes.clear()
        self._pending.clear()

    def hand_over(self, message: object) -> None:
        """Bring something to the window's thread; for Job only."""
        if not self._closed:
            self._arrived.emit(message)

    def _submit(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Failed | None,
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], None] | None = None,
        writes: bool,
        owner: QObject | None,
        finishes: bool = False,
    ) -> Job:
        job = Job(self, progress)
        if self._closed:
            job.cancel()
            return job
        request = _Request(job, done, failed, cancelled, owner or _owner_of(done), finishes)
        was_idle = not self._pending
        self._pending[id(request)] = request
        if was_idle:
            self.busy_changed.emit(True)  # noqa: FBT003 - a signal has no keywords
        self._lane(writes=writes).put(functools.partial(self._work, request, work))
        return job

    def _lane(self, *, writes: bool) -> _Lane:
        if writes not in self._lanes:
            self._lanes[writes] = _Lane("writer", 1) if writes else _Lane("reader", READERS)
        return self._lanes[writes]

    def _work(self, request: _Request, work: Callable[[Job], object]) -> None:
        try:
            request.job.check()
            outcome = _Outcome(request, result=work(request.job))
        except BaseException as error:  # noqa: BLE001 - every failure is told on the window's thread
            outcome = _Outcome(request, error=error)
        self.hand_over(outcome)

    @Slot(object)
    def _receive(self, message: object) -> None:
        if self._closed:
            return
        if isinstance(message, _Note):
            if _reachable(_owner_of(message.progress)):
                message.progress(message.done, message.total)
            return
        if isinstance(message, _Outcome):
            self._pending.pop(id(message.request), None)
            try:
                _tell(message)
            finally:
                self._rest_if_idle()

    def _rest_if_idle(self) -> None:
        if not self._pending:
            self.busy_changed.emit(False)  # noqa: FBT003 - a signal has no keywords
            self._idle.emit()


class LatestOnly:
    """Runs questions on the readers; an answer that a newer question has overtaken is dropped."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._job: Job | None = None

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Ask; questions asked before and not answered yet are forgotten."""
        self.run_job(functools.partial(_without_job, work), done, failed, owner=owner)

    def run_job(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Ask what takes long: the work looks by `job.check()` whether a newer question has come."""
        self.forget()
        self._job = self._background.run_job(
            work,
            functools.partial(self._done, done),
            functools.partial(self._failed, failed),
            writes=False,
            owner=owner or _owner_of(done),
        )

    def forget(self) -> None:
        """Drop the answer that is still under way."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _done(self, done: Callable[[T], None], result: T) -> None:
        self._job = None
        done(result)

    def _failed(self, failed: Failed | None, error: BaseException) -> None:
        self._job = None
        _tell_failure(failed, error)


def _without_job(work: Callable[[], T], _job: Job) -> T:
    return work()


def _owner_of(callback: Callable[..., object]) -> QObject | None:
    while isinstance(callback, functools.partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def _reachable(owner: QObject | None) -> bool:
    return owner is None or isValid(owner)


def _tell(outcome: _Outcome) -> None:
    request = outcome.request
    if request.job.dropped or not _reachable(request.owner):
        return
    if outcome.error is None:
        request.done(outcome.result)
    elif request.job.cancelled():
        if request.cancelled is not None:
            request.cancelled()
    else:
        _tell_failure(request.failed, outcome.error)


def _tell_failure(failed: Failed | None, error: BaseException) -> None:
    if failed is not None:
        failed(error)
    else:
        sys.excepthook(type(error), error, error.__traceback__)
