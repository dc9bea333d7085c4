"""Tells pages what an action changed: visible ones at once, hidden ones when they are shown."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from local_db.changes import Changes, Topic


class Reloads(Protocol):
    """A page that can read its data again."""

    def reload(self, changes: Changes) -> None:
        """Read again what these changes touched."""


class ChangeBus(QObject):
    """Announces `Changes` after commits.

    Signals:
        announced(Changes): an action changed something; delivered on the window's thread.
    """

    announced = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._topics: dict[QWidget, frozenset[Topic]] = {}
        self._stale: dict[QWidget, Changes] = {}
        self.announced.connect(self._deliver, Qt.ConnectionType.AutoConnection)

    def announce(self, changes: Changes) -> None:
        """Tell everybody; may be called from any thread, after the commit."""
        if changes:
            self.announced.emit(changes)

    def subscribe(self, page: QWidget, topics: Iterable[Topic]) -> None:
        """Call `page.reload(changes)` at its first showing and whenever one of the topics changed.

        A hidden page is only marked; it reloads once, with everything it missed, when it is shown.
        """
        self._topics[page] = frozenset(topics)
        self._stale[page] = Changes(self._topics[page])
        page.installEventFilter(self)
        if page.isVisible():
            self._refresh(page)

    def unsubscribe(self, page: QWidget) -> None:
        """Tell this page nothing any more."""
        self._topics.pop(page, None)
        self._stale.pop(page, None)
        if isValid(page):
            page.removeEventFilter(self)

    def is_stale(self, page: QWidget) -> bool:
        """Whether the page will reload when it is shown."""
        return page in self._stale

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reload a marked page when it is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._refresh(watched)
        return False

    @Slot(object)
    def _deliver(self, changes: Changes) -> None:
        for page, topics in tuple(self._topics.items()):
            if not isValid(page):
                self.unsubscribe(page)
                continue
            touched = changes.topics & topics
            if touched:
                self._stale[page] = self._stale.get(page, Changes()) | Changes(touched)
                if page.isVisible():
                    self._refresh(page)

    def _refresh(self, page: QWidget) -> None:
        missed = self._stale.pop(page, None)
        if missed is None or not hasattr(page, "reload"):
            return
        try:
            cast(Reloads, page).reload(missed)
        except Exception as error:  # noqa: BLE001 - told like every other; out of an event filter it would end Qt
            sys.excepthook(type(error), error, error.__traceback__)
