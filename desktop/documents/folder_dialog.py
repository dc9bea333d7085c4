"""Asks for the name of a new folder."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.modal_dialog import ModalDialog


class FolderDialog(ModalDialog):
    """One field; Enter takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=420)
        self.set_title(self.tr("Move to a new folder"))
        self.field = TextField()
        self.field.textChanged.connect(self._check)
        form = Form(label_width=80)
        form.add_row(self.tr("Folder"), self.field)
        self.add(form)
        self.add_reject()
        self._accept = self.add_accept(self.tr("Move"))
        self._accept.setEnabled(False)
        self.field.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None = None) -> str:
        """The name, or an empty text where nothing should change."""
        dialog = cls(parent)
        taken = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.field.text().strip()
        dialog.deleteLater()
        return chosen if taken else ""

    def _check(self, text: str) -> None:
        self._accept.setEnabled(bool(text.strip()))
