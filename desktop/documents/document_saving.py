"""Saving a document whose content is one text of JSON, and its versions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.documents.document_header import DocumentHeader
from desktop.documents.entries import Library
from desktop.documents.saving import Saving, Storage
from desktop.documents.versions_dialog import VersionsDialog
from desktop.shell.context import PageContext
from local_db.documents import actions
from local_db.documents.model import Document, DocumentVersion

_STORAGE = Storage(actions.save_document, actions.delete_document)


class DocumentSaving(Saving[Document]):
    """`content` gives what stands in the editor now, and None while that is no work worth keeping (an untouched new
    document). `said` says a version in a few words.

    Signals:
        version_wanted(str): the content of an earlier version should stand in the editor, as a change.
    """

    version_wanted = Signal(str)

    def __init__(
        self,
        context: PageContext,
        header: DocumentHeader,
        content: Callable[[], str | None],
        said: Callable[[str], str],
        parent: QWidget,
    ) -> None:
        super().__init__(context, header, _STORAGE, parent)
        self._content = content
        self._said = said
        self._host = parent
        self._library: Library | None = None
        header.versions.clicked.connect(self.ask_versions)

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

    def ask_versions(self) -> None:
        """Show what the document has said before."""
        if self.stored is None or not self.stored.id:
            return
        work = partial(actions.list_versions, self._context.shop, self.stored.id)
        self._context.background.run(work, self._show_versions, self.failed, owner=self)

    def _taken_names(self, document_id: int) -> Collection[str]:
        entries = self._library.entries if self._library is not None else ()
        return [entry.name for entry in entries if entry.id != document_id]

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
