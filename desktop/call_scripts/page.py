"""The page of call scripts: the list, or the editor of one of them."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import wording
from desktop.call_scripts.edit_script import new_script
from desktop.call_scripts.editor import ScriptEditor
from desktop.call_scripts.words import script_kind
from desktop.documents.entries import Description, Feature
from desktop.documents.list_view import ListWords
from desktop.documents.offer_tile import OfferTile
from desktop.documents.page import DocumentsPage
from desktop.shell.context import PageContext
from desktop.templates.sections import template_sections
from desktop.templates.variable_words import readable
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.widgets.button import Button
from local_db.call_scripts.codec import from_json, searchable, to_json
from local_db.call_scripts.script_file import read_script_file, write_script_file
from local_db.changes import Changes
from local_db.documents.actions import add_documents
from local_db.documents.model import Document, DocumentKind

if TYPE_CHECKING:
    from desktop.call_scripts.caller.session_view import SessionView

_CONTEXT = "CallScripts"


class CallScriptsPage(DocumentsPage):
    """What callers say."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        editor = ScriptEditor(context)
        sections = template_sections(context, "call_scripts")
        super().__init__(context, FEATURE, editor, sections, parent)
        self.script_editor = editor
        self.read = Button(self.tr("Import"), icon="upload")
        self.read.clicked.connect(self._choose_import)
        self.list.header.add_action(self.read)
        self.list.header.add_action(self.list.new)  # after all others
        editor.export_wanted.connect(self._choose_export)
        editor.call_wanted.connect(self.begin_calling)
        self.session: SessionView | None = None
        self._show_starters()

    def begin_new(self, offer: object) -> None:
        """Begin a script: of a ready-made one, or with None from nothing."""
        if isinstance(offer, Document):
            self.edit_new(offer)
            return
        script = new_script(wording.language(), self.tr("Opening"))
        self.edit_new(Document(DocumentKind.CALL_SCRIPT, self.tr("New call script"), to_json(script)))

    def reload(self, changes: Changes) -> None:
        """Read again what these changes touched."""
        super().reload(changes)
        if self.session is not None and self._stack.currentWidget() is self.session:
            self.session.reload(changes)

    def begin_calling(self, document: Document) -> None:
        """Choose whom to call with a script, and call them."""
        if self.session is None:
            from desktop.call_scripts.caller.session_view import SessionView

            self.session = SessionView(self.context)
            self.session.closed.connect(self._back_to_editor)
            self._stack.addWidget(self.session)
        self._stack.setCurrentWidget(self.session)
        self.session.begin(document)

    def _back_to_editor(self) -> None:
        self._stack.setCurrentWidget(self.editor)
        self.script_editor.canvas.setFocus()

    def import_files(self, names: list[str]) -> None:
        """Take over the scripts of some files."""
        work = partial(self._read, [Path(name) for name in names])
        self.context.background.run(work, self._imported, self.failed, writes=True)

    def export_file(self, document: Document, name: str) -> None:
        """Write a script to a file."""
        work = partial(write_script_file, Path(name), document)
        self.context.background.run(work, partial(self._exported, name), self.failed)

    def _read(self, paths: list[Path]) -> tuple[tuple[Document, ...], Changes]:
        return add_documents(self.context.shop, [read_script_file(path) for path in paths], now=datetime.now(UTC))

    def _imported(self, result: tuple[tuple[Document, ...], Changes]) -> None:
        stored, changes = result
        self.context.notices.show(self.tr("Call scripts taken over: {count}").format(count=len(stored)), "good")
        self.context.changes.announce(changes)

    def _exported(self, name: str, _nothing: None) -> None:
        self.context.notices.show(self.tr("Written: {path}").format(path=name), "good")

    def _choose_import(self) -> None:
        chooser = self._chooser(self.tr("Import call scripts"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.filesSelected.connect(self.import_files)
        chooser.open()

    def _choose_export(self, document: Document) -> None:
        chooser = self._chooser(self.tr("Export the call script"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("json")
        chooser.selectFile(f"{document.name}.json")
        chooser.fileSelected.connect(partial(self.export_file, document))
        chooser.open()

    def _chooser(self, title: str) -> QFileDialog:
        chooser = QFileDialog(self.window(), title)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setNameFilter(self.tr("Call scripts") + " (*.json)")
        return chooser

    def _show_starters(self) -> None:
        from local_db.call_scripts.starters import starters

        tiles = []
        for starter in starters(wording.language()):
            words = self.tr("{count} steps").format(count=len(starter.script.steps))
            tile = OfferTile(starter.name, starter.use, words)
            document = Document(DocumentKind.CALL_SCRIPT, starter.name, to_json(starter.script))
            tile.clicked.connect(partial(self.begin_new, document))
            tiles.append(tile)
        self.list.show_offers(tiles)


def describe(document: Document) -> Description:
    """What the list says of a script; runs on a reader's thread."""
    script = from_json(document.content)
    opening = script.step(script.opening)
    said = readable(opening.says[0]) if opening is not None and opening.says else ""
    return Description(script.language, said, (searchable(script),))


def _words() -> ListWords:
    def said(text: str) -> str:
        return translate(_CONTEXT, text)

    return ListWords(
        title=said(QT_TRANSLATE_NOOP("CallScripts", "Call scripts")),
        sentence=said(
            QT_TRANSLATE_NOOP("CallScripts", "What callers say, what may be answered, and where each answer leads.")
        ),
        new=said(QT_TRANSLATE_NOOP("CallScripts", "New call script")),
        search=said(QT_TRANSLATE_NOOP("CallScripts", "Find by name, words or pinyin")),
        own=said(QT_TRANSLATE_NOOP("CallScripts", "Your call scripts")),
        offered=said(QT_TRANSLATE_NOOP("CallScripts", "Ready-made call scripts")),
        icon="phone",
        nothing=said(QT_TRANSLATE_NOOP("CallScripts", "No call scripts yet")),
        nothing_sentence=said(
            QT_TRANSLATE_NOOP("CallScripts", "Draw your first one, or begin with one of the ready-made scripts below.")
        ),
        not_found=said(QT_TRANSLATE_NOOP("CallScripts", "No call script like that")),
    )


FEATURE = Feature(DocumentKind.CALL_SCRIPT, _words, describe, script_kind)
