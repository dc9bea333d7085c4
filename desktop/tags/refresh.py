"""Keeps the rule tags up to date beside everything else: after imports and changes of products, and once a day."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop import wording
from local_db.changes import Changes, Topic
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.roster.roster import Roster

# What rules look at. Not MEMBERS, which a refresh announces itself.
_WATCHED = frozenset({Topic.ORDERS, Topic.IMPORTS})


class TagRefresh(QObject):
    """Follows what the window announces; changes that come while it works are followed together afterwards."""

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._working = False
        self._again = False
        self._changes = Changes()
        context.changes.announced.connect(self._follow)

    def begin_day(self) -> None:
        """Refresh where that was last done on another day: most rules ask how long ago something was."""
        from local_db.tags.actions import is_due

        work = partial(is_due, self._context.shop, datetime.now(UTC))
        self._context.background.run(work, self._refresh_if)

    @Slot(object)
    def _follow(self, changes: Changes) -> None:
        if changes.topics & _WATCHED:
            self._refresh_if(due=True)

    def _refresh_if(self, due: bool) -> None:  # noqa: FBT001 - an answer has no keywords
        if not due or self._context.shop.read_only:
            return
        if self._working:
            self._again = True
            return
        self._working = True
        self._context.background.run(self._prepare, self._prepared, self._failed, writes=True)

    def _prepare(self) -> Changes:
        from local_db.tags.actions import prepare_refresh

        return prepare_refresh(self._context.shop, wording.language())

    def _prepared(self, changes: Changes) -> None:
        self._changes = changes  # announced with what comes of them
        # On a reader's thread: with a million members it takes seconds, in which others may write.
        self._context.background.run(self._context.rosters.current, self._read, self._failed)

    def _read(self, _roster: Roster) -> None:
        self._context.background.run(self._refresh, self._done, self._failed, writes=True)

    def _refresh(self) -> tuple[int, Changes]:
        from local_db.tags.actions import refresh

        context = self._context
        return refresh(context.shop, context.rosters, datetime.now(UTC), wording.language())

    def _done(self, answer: tuple[int, Changes]) -> None:
        self._working = False
        changes, self._changes = self._changes | answer[1], Changes()
        self._context.changes.announce(changes)
        self._follow_up()

    def _failed(self, error: BaseException) -> None:
        self._working = False
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")

    def _follow_up(self) -> None:
        if self._again:
            self._again = False
            self._refresh_if(due=True)
