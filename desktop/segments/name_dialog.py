"""Asks for a segment's name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.modal_dialog import ModalDialog


class NameDialog(ModalDialog):
    """One field; Enter takes it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=420)
        self.set_title(self.tr("Rename the segment"))
        self.field = TextField(name)
        self.field.selectAll()
        self.field.textChanged.connect(self._check)
        form = Form(label_width=80)
        form.add_row(self.tr("Name"), self.field)
        self.add(form)
        self.add_reject()
        self._accept = self.add_accept(self.tr("Rename"))
        self.field.setFocus()

    @classmethod
    def ask(cls, name: str, parent: QWidget | None = None) -> str | None:
        """The new name, or None where nothing should change."""
        dialog = cls(name, parent)
        taken = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.field.text().strip()
        dialog.deleteLater()
        return chosen if taken and chosen and chosen != name else None

    def _check(self, text: str) -> None:
        self._accept.setEnabled(bool(text.strip()))
