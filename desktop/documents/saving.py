"""Saving what stands in an editor: by hand, and on leaving with a way back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Generic

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.documents.document_header import DocumentHeader
from desktop.documents.free_name import free_name
from desktop.documents.new_id import NewId, Stored
from desktop.shell.context import PageContext
from local_db.changes import Changes
from local_db.errors import RegularsError


@dataclass(frozen=True, slots=True)
class Storage(Generic[Stored]):
    """Where it is kept: both are called with the shop, and with `now`, on the writer's thread."""

    save: Callable[..., tuple[Stored, Changes]]
    forget: Callable[..., Changes]  # by its id


class Saving(QObject, Generic[Stored]):
    """Compares what is written with what is stored; a subclass knows the one and says the other.

    Signals:
        saved(Stored): it is stored now; also where it was kept on leaving.
        left(): nothing holds the person back from going to the list.
    """

    saved = Signal(object)
    left = Signal()

    def __init__(self, context: PageContext, header: DocumentHeader, storage: Storage[Stored], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._header = header
        self._storage: Storage[Stored] = storage
        self.stored: Stored | None = None
        self._new = NewId()
        self._turn = 0  # counts the documents begun; what was saved of an earlier one is not what is written in now
        header.name.textEdited.connect(self._renamed)
        header.back.clicked.connect(self.leave)
        header.save.clicked.connect(self.save)

    # --- what a subclass knows ---

    @abstractmethod
    def document(self) -> Stored | None:
        """The document as it stands now; None where there is nothing to keep."""

    @abstractmethod
    def is_changed(self) -> bool:
        """Whether there is something to save."""

    @abstractmethod
    def refresh(self) -> None:
        """Say again what the document is, after an edit."""

    @abstractmethod
    def _taken_names(self, document_id: int) -> Collection[str]:
        """What the others are called."""

    def has_unsaved_work(self) -> bool:
        """Whether something would be lost on leaving."""
        return self.is_changed()

    def _usual_name(self) -> str:
        """What is called so where a person has given no name."""
        return self.tr("New")

    # --- what an editor asks ---

    def begin(self, document: Stored) -> None:
        """Work on this one from now on."""
        self._turn += 1
        self._new = NewId()
        self.stored = document
        self._header.set_name(document.name)
        self._header.set_name_error("")
        self.refresh()

    def save(self) -> None:
        """Store it; what has problems may be stored too."""
        self._save_by_hand(None)

    def save_for(self, done: Callable[[Stored], None]) -> None:
        """Store it, and go on with what is stored then."""
        self._save_by_hand(done)

    def leave(self) -> None:
        """Go back to the list; what was written is kept, with a way back."""
        document = self.document()
        if document is not None and self.stored is not None and self.has_unsaved_work():
            self._save(document, partial(self._saved_on_leaving, self._turn, self.stored, closing=True))
        else:
            self.left.emit()

    def keep(self) -> None:
        """Store what was written when the page goes out of sight, under a name that is free."""
        document = self.document()
        if document is None or self.stored is None or not self.has_unsaved_work():
            return
        named = replace(document, name=free_name(document.name or self._usual_name(), self._taken_names(document.id)))
        self._save(named, partial(self._saved_on_leaving, self._turn, self.stored, closing=False))

    def failed(self, error: BaseException) -> None:
        """Say what went wrong; an error of ours goes on its way."""
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")

    def _renamed(self, _name: str) -> None:
        self._header.set_name_error("")
        self.refresh()

    def _save_by_hand(self, then: Callable[[Stored], None] | None) -> None:
        if (document := self.document()) is not None:
            self._save(document, partial(self._saved, self._turn, then))

    def _save(self, document: Stored, done: Callable[[tuple[Stored, Changes]], None]) -> None:
        save = partial(self._storage.save, self._context.shop, now=datetime.now(UTC))
        work = partial(self._new.store, save, document)
        self._context.background.run(work, done, self._not_saved, writes=True, owner=self)

    def _store(self, turn: int, document: Stored) -> bool:
        """Know what is stored now; whether it is still the document that is written in."""
        if turn != self._turn:
            return False
        self.stored = document
        self.refresh()
        self.saved.emit(document)
        return True

    def _saved(self, turn: int, then: Callable[[Stored], None] | None, result: tuple[Stored, Changes]) -> None:
        document, changes = result
        self._store(turn, document)
        self._context.notices.show(self.tr("“{name}” is saved.").format(name=document.name), "good")
        self._context.changes.announce(changes)
        if then is not None:
            then(document)

    def _saved_on_leaving(self, turn: int, before: Stored, result: tuple[Stored, Changes], *, closing: bool) -> None:
        after, changes = result
        if turn == self._turn and self.stored is not None:
            before = self.stored  # also where a save was under way on leaving
        still = self._store(turn, after)
        if still and self._header.name.text().strip() != after.name:
            self._header.set_name(after.name)
        self._context.notices.show(
            self.tr("“{name}” is saved.").format(name=after.name),
            "good",
            action_text=self.tr("Undo"),
            action=partial(self._undo, before, after),
        )
        self._context.changes.announce(changes)
        if closing and still:
            self.left.emit()

    def _undo(self, before: Stored, after: Stored) -> None:
        if self.stored is not None and self.stored.id == after.id:  # still in the editor: unsaved work again
            self.stored = before
            self._new = NewId()
        shop, now = self._context.shop, datetime.now(UTC)
        if before.id:
            back = partial(self._storage.save, shop, before, now=now)
            self._context.background.run(back, self._undone, self.failed, writes=True, owner=self)
        else:
            forget = partial(self._storage.forget, shop, after.id, now=now)
            self._context.background.run(forget, self._context.changes.announce, self.failed, writes=True, owner=self)

    def _undone(self, result: tuple[Stored, Changes]) -> None:
        self._context.changes.announce(result[1])

    def _not_saved(self, error: BaseException) -> None:
        if isinstance(error, RegularsError) and error.code in {"name_empty", "name_taken"}:
            self._header.set_name_error(wording.error(error))
            self._header.name.setFocus()
            return
        self.failed(error)
