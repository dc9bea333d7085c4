"""How long a call has taken."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.widgets.label import Label


class CallClock(Label):
    """Minutes and seconds since `begin`; the label that stands in the head of the card."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, parent: QWidget | None = None) -> None:
        super().__init__("", "number", parent=parent)
        self._clock = clock
        self._since: float | None = None
        self.setAccessibleName(self.tr("Time of the call"))
        self.setToolTip(self.tr("Since the call began"))
        self._tick = QTimer(self)
        self._tick.setInterval(500)
        self._tick.timeout.connect(self._show)
        self.stop()

    @property
    def seconds(self) -> int:
        """How long it has taken till now."""
        return 0 if self._since is None else max(0, int(self._clock() - self._since))

    def begin(self) -> None:
        """Count from nothing."""
        self._since = self._clock()
        self._tick.start()
        self._show()

    def stop(self) -> None:
        """No call is under way."""
        self._since = None
        self._tick.stop()
        self._show()

    def hold(self) -> None:
        """The call has ended: the time stays as it is."""
        self._show()
        self._tick.stop()

    def _show(self) -> None:
        minutes, seconds = divmod(self.seconds, 60)
        self.setText(f"{minutes}:{seconds:02}")
