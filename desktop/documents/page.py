"""The page of a kind of document: the list, or the editor of one of them."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop import wording
from desktop.documents.document_saving import DocumentSaving
from desktop.documents.entries import Entry, Feature, Library, read_library
from desktop.documents.entry_table import SHAPE, EntryTable
from desktop.documents.free_name import free_name
from desktop.documents.list_view import DocumentList
from desktop.shell.context import PageContext
from local_db.changes import Changes, Topic
from local_db.documents import actions
from local_db.documents.model import Document
from local_db.errors import RegularsError

_LIST = frozenset({Topic.DOCUMENTS, Topic.SETTINGS})


class DocumentEditor(QWidget):
    """What a page needs of an editor; it gives its `saving`.

    Signals:
        closed(): the person went back to the list.
    """

    closed = Signal()
    saving: DocumentSaving

    @abstractmethod
    def begin(self, document: Document) -> None:
        """Open a document, a new one (id 0) as well."""

    @abstractmethod
    def take(self, library: Library) -> None:
        """Know what other documents there are."""

    @abstractmethod
    def reload(self, changes: Changes) -> None:
        """Ask again what these changes touched."""


class DocumentsPage(QWidget):
    """Shows one kind of document; a subclass says how a new one begins, and offers ready-made ones."""

    def __init__(
        self,
        context: PageContext,
        feature: Feature,
        editor: DocumentEditor,
        sections: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.feature = feature
        self.library: Library | None = None
        self._wanted: int | None = None
        self._new_wanted = False
        self._latest = context.background.latest()
        self.list: DocumentList[Entry] = DocumentList(feature.words(), EntryTable(feature.kind_words), SHAPE)
        self.list.model.setParent(self.list)
        self.list.add_header_actions(*([sections] if sections is not None else []))
        self.editor = editor
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.editor)
        self.list.opened.connect(self._open)
        self.list.new_wanted.connect(self.begin_new)
        self.list.copy_wanted.connect(self._copy)
        self.list.deletion_wanted.connect(self.delete)
        self.list.move_wanted.connect(self._move)
        self.editor.closed.connect(self.show_list)

    def begin_new(self, offer: object) -> None:
        """Begin a document: of what was offered, or with None from nothing. Calls `edit_new` when it is ready."""
        raise NotImplementedError

    def edit_new(self, document: Document) -> None:
        """Open a new document under a name that is free."""
        taken = self.library.names() if self.library is not None else []
        self._edit(replace(document, id=0, name=free_name(document.name, taken)))

    def reload(self, changes: Changes) -> None:
        """Read again what these changes touched."""
        if self.library is None or changes.topics & _LIST:
            work = partial(read_library, self.context.shop, self.feature)
            self._latest.run(work, self._known, self.failed)
        self.editor.reload(changes)

    def open(self, document_id: int | None = None, *, new: bool = False) -> None:
        """Show the list, the editor of that document, or with `new` that of another one."""
        if not self.shows_list:
            stored = self.editor.saving.stored
            if document_id and stored is not None and stored.id == document_id:
                return  # it is being written
            self.editor.saving.keep()
        if new:
            self._new_wanted = self.library is None
            if self.library is not None:
                self.begin_new(None)
        elif document_id is None:
            self.show_list()
        elif self.library is None:
            self._wanted = document_id
        else:
            self._open(document_id)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being written when another page is shown, not when the window is put away."""
        super().hideEvent(event)
        if not event.spontaneous() and not self.shows_list:  # who has left may have undone what leaving kept
            self.editor.saving.keep()

    def show_list(self) -> None:
        """Back to all of them."""
        self._stack.setCurrentWidget(self.list)
        self.list.set_first_focus()

    @property
    def shows_list(self) -> bool:
        """Whether the list is in sight."""
        return self._stack.currentWidget() is self.list

    def delete(self, entry: Entry) -> None:
        """Take a document out of sight, with a way back."""
        now = datetime.now(UTC)
        work = partial(actions.delete_document, self.context.shop, entry.id, now=now)
        self.context.background.run(work, partial(self._deleted, entry), self.failed, writes=True)

    def failed(self, error: BaseException) -> None:
        """Say what went wrong; an error of ours goes on its way."""
        if not isinstance(error, RegularsError):
            raise error
        self.context.notices.show(wording.error(error), "bad")

    def _known(self, library: Library) -> None:
        self.library = library
        self.list.show_items(library.entries, library.finder, library.zone)
        self.editor.take(library)
        if self._new_wanted:
            self._new_wanted = False
            self.begin_new(None)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._open(wanted)

    def _open(self, document_id: int) -> None:
        document = self.library.document(document_id) if self.library is not None else None
        if document is not None:
            self._edit(document)

    def _edit(self, document: Document) -> None:
        try:
            self.editor.begin(document)
        except RegularsError as error:
            self.failed(error)
            return
        self._stack.setCurrentWidget(self.editor)

    def _copy(self, entry: Entry) -> None:
        work = partial(actions.add_documents, self.context.shop, (entry.document,), now=datetime.now(UTC))
        self.context.background.run(work, self._copied, self.failed, writes=True)

    def _copied(self, result: tuple[tuple[Document, ...], Changes]) -> None:
        (document,), changes = result
        self.context.notices.show(self.tr("“{name}” is a copy now.").format(name=document.name), "good")
        self.context.changes.announce(changes)

    def _move(self, entry: Entry, folder: str) -> None:
        work = partial(actions.move_documents, self.context.shop, (entry.id,), folder)
        self.context.background.run(work, partial(self._moved, entry, folder), self.failed, writes=True)

    def _moved(self, entry: Entry, folder: str, changes: Changes) -> None:
        self.context.notices.show(
            self.tr("“{name}” is in {folder} now.").format(name=entry.name, folder=folder)
            if folder
            else self.tr("“{name}” is in no folder any more.").format(name=entry.name),
            "good",
            action_text=self.tr("Undo"),
            action=partial(self._move, entry, entry.folder),
        )
        self.context.changes.announce(changes)

    def _deleted(self, entry: Entry, changes: Changes) -> None:
        self.context.notices.show(
            self.tr("“{name}” is deleted.").format(name=entry.name),
            action_text=self.tr("Undo"),
            action=partial(self._restore, entry.id),
        )
        self.context.changes.announce(changes)

    def _restore(self, document_id: int) -> None:
        work = partial(actions.restore_document, self.context.shop, document_id)
        self.context.background.run(work, self._restored, self.failed, writes=True, owner=self)

    def _restored(self, result: tuple[Document, Changes]) -> None:
        self.context.changes.announce(result[1])
