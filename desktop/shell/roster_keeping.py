"""Has the roster's columns written into the shop file after an import, once nothing else is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from local_db.changes import Changes, Topic

if TYPE_CHECKING:
    from desktop.shell.context import PageContext

# Later changes begin the wait anew: writing a large shop's columns holds up the next action for a second or two.
QUIET_MS = 60_000
_WATCHED = frozenset({Topic.ORDERS, Topic.IMPORTS})


class RosterKeeping(QObject):
    """Waits for quiet after imports. What is smaller is written when the shop is closed."""

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._due = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(QUIET_MS)
        self._waiting.timeout.connect(self._keep)
        context.changes.announced.connect(self._follow)

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        self._due = self._due or bool(changes.topics & _WATCHED)
        if self._due:
            self._waiting.start()

    @Slot()
    def _keep(self) -> None:
        if self._context.background.busy:
            self._waiting.start()
            return
        self._due = False
        self._context.background.run(self._context.rosters.keep, self._kept, self._failed, writes=True)

    @Slot(object)
    def _kept(self, _: object) -> None:
        """Nobody needs to know."""

    @Slot(object)
    def _failed(self, _: object) -> None:
        """The columns are a copy: without them the next opening takes longer."""
