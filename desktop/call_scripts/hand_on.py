"""The ways of a script out of the program: its recordings, a list for a platform, its JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.widgets.menu import Menu
from desktop.widgets.modal_dialog import ModalDialog
from local_db.documents.model import Document

if TYPE_CHECKING:
    from desktop.call_scripts.editor import ScriptEditor


class HandOn(QObject):
    """Opens from a button of its editor, with the script as it stands there."""

    def __init__(self, editor: ScriptEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.more.clicked.connect(self._offer)

    def menu(self) -> Menu:
        """What may be done."""
        menu = Menu(self._editor)
        menu.addAction(self.tr("Recordings, table and script…"), self._open_bundle)
        menu.addAction(self.tr("List for a platform that dials…"), self._open_list)
        menu.addAction(self.tr("Export as JSON"), self._export)
        return menu

    def _offer(self) -> None:
        self.menu().open_below(self._editor.more)

    def _open_bundle(self) -> None:
        from desktop.call_scripts.caller.bundle_dialog import BundleDialog

        if (document := self._document()) is not None:
            self._open(BundleDialog(self._editor.context, self._editor.script, document, self._editor.window()))

    def _open_list(self) -> None:
        from desktop.call_scripts.caller.hand_off_dialog import HandOffDialog

        if (document := self._document()) is not None:
            self._open(HandOffDialog(self._editor.context, document, self._editor.window()))

    def _export(self) -> None:
        if (document := self._document()) is not None:
            self._editor.export_wanted.emit(document)

    def _document(self) -> Document | None:
        return self._editor.saving.document() or self._editor.saving.stored

    def _open(self, dialog: ModalDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
