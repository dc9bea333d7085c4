"""How long a call has taken."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.widgets.label import Label

_TICK_MS = 500


class CallTimes(NamedTuple):
    """When a call began and ended, in UTC seconds; None while it goes on."""

    started_at: float
    ended_at: float | None = None


class CallClock(Label):
    """Minutes and seconds of the call, in the head of the card."""

    def __init__(self, now: Callable[[], float] = time.time, parent: QWidget | None = None) -> None:
        super().__init__("", "number", parent=parent)
        self._now = now
        self._times: CallTimes | None = None
        self.setAccessibleName(self.tr("Time of the call"))
        self.setToolTip(self.tr("Since the call began"))
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show)
        self.stop()

    @property
    def times(self) -> CallTimes:
        """When the call began and, where it has, ended."""
        return self._times or CallTimes(self._now())

    def begin(self, times: CallTimes | None = None) -> None:
        """Count from nothing, or from where a call was left."""
        self._times = times or CallTimes(self._now())
        if self._times.ended_at is None:
            self._tick.start()
        self._show()

    def stop(self) -> None:
        """No call is under way."""
        self._times = None
        self._tick.stop()
        self._show()

    def hold(self, *, over: bool) -> None:
        """The call has ended, or it has not after all."""
        if self._times is not None and over is (self._times.ended_at is None):
            self._times = CallTimes(self._times.started_at, self._now() if over else None)
            if over:
                self._tick.stop()
            else:
                self._tick.start()
        self._show()

    def _show(self) -> None:
        started, ended = self.times
        passed = max(0.0, (self._now() if ended is None else ended) - started)
        minutes, seconds = divmod(int(passed), 60)
        self.setText(f"{minutes}:{seconds:02}")
