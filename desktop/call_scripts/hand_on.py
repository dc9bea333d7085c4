"""The ways of a script out of the program: its recordings, a list for a platform, its JSON."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.call_scripts.work import ScriptWork
from desktop.documents.saving import Saving
from desktop.shell.context import PageContext
from desktop.widgets.button import IconButton
from desktop.widgets.menu import Menu
from desktop.widgets.modal_dialog import ModalDialog
from local_db.documents.model import Document


class HandOn(QObject):
    """Opens from a button, with the script as it stands now.

    Signals:
        export_wanted(Document): write the script to a file.
    """

    export_wanted = Signal(object)

    def __init__(
        self, context: PageContext, work: ScriptWork, saving: Saving, button: IconButton, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work
        self._saving = saving
        self._button = button
        self._host = parent
        button.clicked.connect(self._offer)

    def menu(self) -> Menu:
        """What may be done."""
        menu = Menu(self._host)
        menu.addAction(self.tr("Recordings, table and script…"), self._open_bundle)
        menu.addAction(self.tr("List for a platform that dials…"), self._open_list)
        menu.addAction(self.tr("Export as JSON"), self._export)
        return menu

    def _offer(self) -> None:
        self.menu().open_below(self._button)

    def _open_bundle(self) -> None:
        from desktop.call_scripts.caller.bundle_dialog import BundleDialog

        if (document := self._document()) is not None:
            self._open(BundleDialog(self._context, self._work.script, document, self._host.window()))

    def _open_list(self) -> None:
        from desktop.call_scripts.caller.hand_off_dialog import HandOffDialog

        if (document := self._document()) is not None:
            self._open(HandOffDialog(self._context, document, self._host.window()))

    def _export(self) -> None:
        if (document := self._document()) is not None:
            self.export_wanted.emit(document)

    def _document(self) -> Document | None:
        return self._saving.document() or self._saving.stored

    def _open(self, dialog: ModalDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
