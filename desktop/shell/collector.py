"""Collects garbage on the window's thread, and nowhere else.

Python collects on whichever thread happens to make an object at the time. A closed dialog that is part of a circle of
references would then be destroyed by a thread that only counts people, which Qt answers with a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from local_db.collector import is_paused

BETWEEN = 500  # ms


class Collector(QObject):
    """Takes the interpreter's place in deciding when, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(BETWEEN)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, by the interpreter's own limits."""
        due = [count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due) and not is_paused():
            gc.collect(max(place for place, is_due in enumerate(due) if is_due))
