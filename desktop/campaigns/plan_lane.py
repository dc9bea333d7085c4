"""One plan at a time: a big shop's plan takes a second, and two at once would leave no reader for the rest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.campaigns.planning import Answer
from desktop.shell.background import Background, Failed

Work = Callable[[], Answer]


class PlanLane(QObject):
    """Answers the newest question; while one is being worked on, only the newest after it waits."""

    def __init__(self, background: Background, done: Callable[[Answer], None], failed: Failed, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._done = done
        self._failed = failed
        self._working = False
        self._wanted = False  # whether the answer under way is still asked for
        self._waiting: Work | None = None

    def ask(self, work: Work) -> None:
        """Ask; what was asked before is not answered any more."""
        if self._working:
            self._wanted = False
            self._waiting = work
            return
        self._working = self._wanted = True
        self._background.run(work, self._answered, self._refused)

    def forget(self) -> None:
        """Nothing that was asked is of interest any more."""
        self._wanted = False
        self._waiting = None

    def _answered(self, answer: Answer) -> None:
        wanted = self._next()
        if wanted:
            self._done(answer)

    def _refused(self, error: BaseException) -> None:
        wanted = self._next()
        if wanted:
            self._failed(error)

    def _next(self) -> bool:
        """Begin with the question that waits; whether the one that has just ended was still asked for."""
        wanted, waiting = self._wanted, self._waiting
        self._working = self._wanted = False
        self._waiting = None
        if waiting is not None:
            self.ask(waiting)
        return wanted
