"""Asks for the passphrase of a shop: of an existing one, or twice for a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.widgets.fields import PasswordField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.modal_dialog import ModalDialog

SHORTEST = 8


class PassphraseDialog(ModalDialog):
    """One field for an existing shop, two for a new one.

    Signals:
        accepted, rejected: from QDialog.
    """

    def __init__(self, file_name: str, *, new: bool, wrong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, title=self._heading(new), sentence=self._explanation(file_name, new), width=460)
        self._new = new
        form = Form(label_width=110)
        self._first = PasswordField(name=self.tr("Passphrase"))
        self._first_row = form.add_row(self.tr("Passphrase"), self._first)
        self._again = PasswordField(name=self.tr("Once more"))
        if new:
            self._again_row = form.add_row(self.tr("Once more"), self._again)
        if wrong:
            self.add(InlineNotice(self.tr("This passphrase does not open the shop. Please try again."), "bad"))
        self.add(form)
        self.add_reject()
        self._open = self.add_button(self.tr("Create shop") if new else self.tr("Open"), kind="primary")
        self._open.clicked.connect(self._check)
        self._first.setFocus()

    @classmethod
    def ask(cls, file_name: str, *, new: bool, wrong: bool = False, parent: QWidget | None = None) -> str | None:
        """The passphrase, or None when the person gives up."""
        dialog = cls(file_name, new=new, wrong=wrong, parent=parent)
        accepted = dialog.exec() == cls.DialogCode.Accepted
        text = dialog._first.text()
        dialog.deleteLater()
        return text if accepted else None

    def _heading(self, new: bool) -> str:  # noqa: FBT001 - one question with two forms
        return self.tr("A passphrase for your new shop") if new else self.tr("Passphrase of this shop")

    def _explanation(self, file_name: str, new: bool) -> str:  # noqa: FBT001 - one question with two forms
        if new:
            return self.tr(
                "This computer has no keyring, so {file} is locked with a passphrase. "
                "Nobody can open the shop without it: write it down."
            ).format(file=file_name)
        return self.tr("{file} is locked.").format(file=file_name)

    def _check(self) -> None:
        text = self._first.text()
        self._first_row.set_error("")
        if not text:
            self._first.setFocus()
            return
        if self._new and len(text) < SHORTEST:
            self._first_row.set_error(self.tr("At least {count} characters.").format(count=SHORTEST))
            return
        if self._new and text != self._again.text():
            self._again_row.set_error(self.tr("The two differ."))
            return
        self.accept()
