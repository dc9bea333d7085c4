"""Work off the window's thread: one writer's lane, a few readers, results brought back safely.

One long-living object owns the only signals between threads, and only numbers travel with them. What was
asked for stays with that object from the asking to the answer, and a worker lets go of all of it before it
says that it has ended: the last to hold a dialog would be the one to destroy it, and on a worker's thread
Qt answers that with a crash.
"""

from __future__ import annotations

import functools
import itertools
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

    def __init__(self, progress: Progress | None = None) -> None:
        """`progress` is told on the worker's thread."""
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
        self._progress(done, total)


class _Step(NamedTuple):
    """Progress on its way to the window's thread."""

    number: int
    done: int
    total: int


class _Listeners(NamedTuple):
    """Who is told, and for whom."""

    done: Callable[[Any], None]
    failed: Failed | None
    cancelled: Callable[[], None] | None
    progress: Progress | None
    owner: QObject | None


class _Task:
    """One piece of work on its way through a lane; made, kept and let go of on the window's thread."""

    def __init__(self, number: int, job: Job, work: Callable[[Job], object], *, finishes: bool) -> None:
        self.number = number
        self.job = job
        self.finishes = finishes  # short writing, such as saving a draft: done even when the window closes meanwhile
        self.result: object = None
        self.error: BaseException | None = None
        self._work = work

    def do(self) -> None:
        """Work, on the worker's thread; nothing of it is left there, for results and tracebacks are kept in here."""
        try:
            self.job.check()
            self.result = self._work(self.job)
        except BaseException as error:  # noqa: BLE001 - every failure is told on the window's thread
            self.error = error


class _Lane:
    """A few threads that take work in the order in which it was put. (An executor takes 9 ms to import.)"""

    def __init__(self, name: str, threads: int, ended: Callable[[int], None]) -> None:
        """`ended` is told the number of a task, on its worker's thread, once the worker holds nothing of it."""
        self._ended = ended
        self._waiting: SimpleQueue[_Task | None] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._take, name=f"{name}-{number}", daemon=True) for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, task: _Task) -> None:
        """Do this when a thread is free; somebody else holds it until its end is told."""
        self._waiting.put(task)

    def close(self) -> None:
        """Wait until everything that was put has ended."""
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _take(self) -> None:
        while (task := self._waiting.get()) is not None:
            task.do()
            number = task.number
            del task  # before it is told: from then on this thread might be the last to hold it
            self._ended(number)


class Background(QObject):
    """Runs work on other threads and calls back on the window's thread.

    A callback is dropped when the QObject it belongs to (`owner`, or the object of a bound method)
    was destroyed meanwhile. An error without a `failed` callback reaches `sys.excepthook`.

    Signals:
        busy_changed(bool): work began after rest, or the last of it ended.
    """

    busy_changed = Signal(bool)
    _ended = Signal(int)  # the number of a task
    _moved_on = Signal(object)  # a _Step
    _idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[bool, _Lane] = {}
        self._numbers = itertools.count(1)
        self._pending: dict[int, tuple[_Task, _Listeners]] = {}
        self._closed = False
        self._ended.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._moved_on.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

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

        loop = QEventLoop()
        self._idle.connect(loop.quit)
        timer = QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(loop.quit)
        timer.start(timeout_ms)
        deadline = time.monotonic() + timeout_ms / 1000  # of its own: once the program was told to end, no loop runs
        while self._pending and time.monotonic() < deadline:  # what hears of the rest may begin the next
            loop.exec()
        timer.stop()
        self._idle.disconnect(loop.quit)
        return not self._pending

    def close(self) -> None:
        """Cancel what runs but short writing, wait for the threads to end, and tell nobody any more."""
        self._closed = True
        for task, _ in tuple(self._pending.values()):
            if not task.finishes:
                task.job.cancel()
        for lane in self._lanes.values():
            lane.close()
        self._lanes.clear()
        self._pending.clear()

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
        number = next(self._numbers)
        job = Job(None if progress is None else functools.partial(self._hand_over_step, number))
        if self._closed:
            job.cancel()
            return job
        task = _Task(number, job, work, finishes=finishes)
        was_idle = not self._pending
        self._pending[number] = task, _Listeners(done, failed, cancelled, progress, owner or _owner_of(done))
        if was_idle:
            self.busy_changed.emit(True)  # noqa: FBT003 - a signal has no keywords
        self._lane(writes=writes).put(task)
        return job

    def _lane(self, *, writes: bool) -> _Lane:
        if writes not in self._lanes:
            name, threads = ("writer", 1) if writes else ("reader", READERS)
            self._lanes[writes] = _Lane(name, threads, self._hand_over)
        return self._lanes[writes]

    def _hand_over(self, number: int) -> None:
        if not self._closed:
            self._ended.emit(number)

    def _hand_over_step(self, number: int, done: int, total: int) -> None:
        if not self._closed:
            self._moved_on.emit(_Step(number, done, total))

    @Slot(object)
    def _tell_progress(self, step: _Step) -> None:
        _, listeners = self._pending.get(step.number, (None, None))
        if listeners is None or listeners.progress is None:
            return
        if _reachable(_owner_of(listeners.progress)):
            listeners.progress(step.done, step.total)

    @Slot(object)
    def _answer(self, number: int) -> None:
        if number not in self._pending:  # closed meanwhile
            return
        task, listeners = self._pending.pop(number)
        try:
            _tell(task, listeners)
        finally:
            task.error = None  # its traceback holds the task, and with it whatever the work was about
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


def _tell(task: _Task, listeners: _Listeners) -> None:
    if task.job.dropped or not _reachable(listeners.owner):
        return
    if task.error is None:
        listeners.done(task.result)
    elif task.job.cancelled():
        if listeners.cancelled is not None:
            listeners.cancelled()
    else:
        _tell_failure(listeners.failed, task.error)


def _tell_failure(failed: Failed | None, error: BaseException) -> None:
    if failed is not None:
        failed(error)
    else:
        sys.excepthook(type(error), error, error.__traceback__)
