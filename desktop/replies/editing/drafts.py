"""What is written into replies and not saved: kept while one writes, and brought back when the reply is opened next."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import wording
from desktop.replies.library.shelf import Shelf
from desktop.shell.context import PageContext
from local_db.errors import RegularsError
from local_db.replies import drafts
from local_db.replies.drafts import Draft
from local_db.replies.model import Reply

REST_MS = 1_000  # after the last key what is written is kept: no failure takes more than that


class Drafts(QObject):
    """The drafts of one open shop by their key: the uid of their reply, or a key of its own for a new one.

    Signals:
        changed(): there are others. found(): the shop file had some when it was asked first.
    """

    changed = Signal()
    found = Signal()

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._writing: tuple[str, Draft] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._write)
        self._in_file: set[str] = set()  # of what is being written, the keys that the shop file has drafts of
        self.kept: dict[str, Draft] = {}  # those left unsaved; what is being written is with the editor
        # In turn with what is being written, so that what another page has just left is among them.
        context.background.run(partial(drafts.drafts, context.shop), self._read, self._failed, writes=True, owner=self)

    def note(self, key: str, draft: Draft) -> None:
        """A reply is being written and stands like this now."""
        self._writing = key, draft
        self._rest.start()

    def rest(self) -> None:
        """What was noted is saved now, or given to whoever saves it."""
        self._rest.stop()
        self._writing = None

    def hold(self, key: str, draft: Draft) -> bool:
        """A reply was left that could not be saved; the shop file has its draft. Whether that is news."""
        if self.kept.get(key) == draft:
            return False
        self.kept[key] = draft
        self.changed.emit()
        return True

    def forget(self, key: str) -> None:
        """A reply was saved; the shop file has no draft of it."""
        self._in_file.discard(key)
        if self.kept.pop(key, None) is not None:
            self.changed.emit()

    def drop(self, keys: Collection[str]) -> None:
        """Throw drafts away."""
        if self._writing is not None and self._writing[0] in keys:
            self.rest()
        gone = {key for key in keys if key in self.kept or key in self._in_file}
        if not gone:
            return
        self._in_file -= gone
        self.kept = {key: draft for key, draft in self.kept.items() if key not in gone}
        self._run(partial(drafts.drop_drafts, self._context.shop, gone))
        self.changed.emit()

    def put(self, dropped: Mapping[str, Draft]) -> None:
        """Keep drafts again that were thrown away."""
        self.kept.update(dropped)
        self._run(partial(drafts.put_drafts, self._context.shop, dict(dropped)))
        self.changed.emit()

    def rows(self, shelf: Shelf) -> tuple[Reply, ...]:
        """What a list shows of them: their replies, and for new ones what is written."""
        return tuple(shelf.reply(key) or replace(draft.reply, uid=key) for key, draft in self.kept.items())

    def _write(self) -> None:
        if self._writing is not None:
            key, draft = self._writing
            self._in_file.add(key)
            self._run(partial(drafts.put_drafts, self._context.shop, {key: draft}))

    def _run(self, work: partial[None]) -> None:
        self._context.background.run(work, self._written, self._failed, writes=True, owner=self)

    def _written(self, _nothing: None) -> None:
        """Nobody else shows drafts: nothing is announced."""

    def _read(self, there: Mapping[str, Draft]) -> None:
        self.kept = {**there, **self.kept}
        if there:
            self.found.emit()
            self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
