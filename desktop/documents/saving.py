"""Saving the document of an editor: by hand, on leaving with a way back, and its versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.documents.document_header import DocumentHeader
from desktop.documents.entries import Library
from desktop.documents.free_name import free_name
from desktop.documents.new_id import NewId
from desktop.documents.versions_dialog import VersionsDialog
from desktop.shell.context import PageContext
from local_db.changes import Changes
from local_db.documents import actions
from local_db.documents.model import Document, DocumentVersion
from local_db.errors import RegularsError

Result = tuple[Document, Changes]


class Saving(QObject):
    """Compares what is written with what is stored.

    `content` gives what stands in the editor now, and None while that is no work worth keeping (an untouched new
    document). `said` says a version in a few words.

    Signals:
        saved(Document): it is stored now; also where it was kept on leaving.
        left(): nothing holds the person back from going to the list.
        version_wanted(str): the content of an earlier version should stand in the editor, as a change.
    """

    saved = Signal(object)
    left = Signal()
    version_wanted = Signal(str)

    def __init__(
        self,
        context: PageContext,
        header: DocumentHeader,
        content: Callable[[], str | None],
        said: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._header = header
        self._content = content
        self._said = said
        self._host = parent
        self._library: Library | None = None
        self.stored: Document | None = None
        self._new = NewId()
        self._turn = 0  # counts the documents begun; what was saved of an earlier one is not what is written in now
        header.name.textEdited.connect(self._renamed)
        header.back.clicked.connect(self.leave)
        header.save.clicked.connect(self.save)
        header.versions.clicked.connect(self.ask_versions)

    def begin(self, document: Document) -> None:
        """Work on this one from now on."""
        self._turn += 1
        self._new = NewId()
        self.stored = document
        self._header.set_name(document.name)
        self._header.set_name_error("")
        self.refresh()

    def take(self, library: Library) -> None:
        """Know the others, whose names are taken."""
        self._library = library
        self.refresh()

    def document(self) -> Document | None:
        """The document as it stands now; None where there is nothing to keep."""
        content = self._content()
        if self.stored is None or content is None:
            return None
        return replace(self.stored, name=self._header.name.text().strip(), content=content)

    def is_changed(self) -> bool:
        """Whether there is something to save."""
        document = self.document()
        return document is not None and (document != self.stored or not document.id)

    def refresh(self) -> None:
        """Say again what the document is, after an edit."""
        if self.stored is not None:
            zone = self._library.zone if self._library is not None else None
            self._header.describe(self.stored, zone)
            self._header.set_changed(changed=self.is_changed())

    def save(self) -> None:
        """Store it; what has problems may be stored too."""
        if (document := self.document()) is not None:
            self._save(document, partial(self._saved, self._turn))

    def leave(self) -> None:
        """Go back to the list; what was written is kept, with a way back."""
        document = self.document()
        if document is not None and self.stored is not None and self.is_changed():
            self._save(document, partial(self._saved_on_leaving, self._turn, self.stored, closing=True))
        else:
            self.left.emit()

    def keep(self) -> None:
        """Store what was written when the page goes out of sight, under a name that is free."""
        document = self.document()
        if document is None or self.stored is None or not self.is_changed():
            return
        entries = self._library.entries if self._library is not None else ()
        taken = [entry.name for entry in entries if entry.id != document.id]
        named = replace(document, name=free_name(document.name or self.tr("New"), taken))
        self._save(named, partial(self._saved_on_leaving, self._turn, self.stored, closing=False))

    def ask_versions(self) -> None:
        """Show what the document has said before."""
        if self.stored is None or not self.stored.id:
            return
        work = partial(actions.list_versions, self._context.shop, self.stored.id)
        self._context.background.run(work, self._show_versions, self.failed, owner=self)

    def failed(self, error: BaseException) -> None:
        """Say what went wrong; an error of ours goes on its way."""
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")

    def _show_versions(self, versions: tuple[DocumentVersion, ...]) -> None:
        if self._library is None:
            return
        dialog = VersionsDialog(versions, self._library.zone, self._said, self._host.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._take_up)
        dialog.open()

    def _take_up(self, version: DocumentVersion) -> None:
        self._header.set_name(version.name)
        self.version_wanted.emit(version.content)
        self.refresh()

    def _renamed(self, _name: str) -> None:
        self._header.set_name_error("")
        self.refresh()

    def _save(self, document: Document, done: Callable[[Result], None]) -> None:
        save = partial(actions.save_document, self._context.shop, now=datetime.now(UTC))
        work = partial(self._new.store, save, document)
        self._context.background.run(work, done, self._not_saved, writes=True, owner=self)

    def _store(self, turn: int, document: Document) -> bool:
        """Know what is stored now; whether it is still the document that is written in."""
        if turn != self._turn:
            return False
        self.stored = document
        self.refresh()
        self.saved.emit(document)
        return True

    def _saved(self, turn: int, result: Result) -> None:
        document, changes = result
        self._store(turn, document)
        self._context.notices.show(self.tr("“{name}” is saved.").format(name=document.name), "good")
        self._context.changes.announce(changes)

    def _saved_on_leaving(self, turn: int, before: Document, result: Result, *, closing: bool) -> None:
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

    def _undo(self, before: Document, after: Document) -> None:
        if self.stored is not None and self.stored.id == after.id:  # still in the editor: unsaved work again
            self.stored = before
            self._new = NewId()
        shop, now = self._context.shop, datetime.now(UTC)
        if before.id:
            back = partial(actions.save_document, shop, before, now=now)
            self._context.background.run(back, self._undone, self.failed, writes=True, owner=self)
        else:
            forget = partial(actions.delete_document, shop, after.id, now=now)
            self._context.background.run(forget, self._context.changes.announce, self.failed, writes=True, owner=self)

    def _undone(self, result: Result) -> None:
        self._context.changes.announce(result[1])

    def _not_saved(self, error: BaseException) -> None:
        if isinstance(error, RegularsError) and error.code in {"name_empty", "name_taken"}:
            self._header.set_name_error(wording.error(error))
            self._header.name.setFocus()
            return
        self.failed(error)
