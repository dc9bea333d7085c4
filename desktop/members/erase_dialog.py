"""Says exactly what erasing a person takes away and what stays, and asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import amounts
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.ledger_list import LedgerList, LedgerRow
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.toggle import CheckBox

if TYPE_CHECKING:
    from local_db.members.erasure import Extent


class EraseDialog(ModalDialog):
    """Cannot be undone, so that it asks first; the button works once that was said.

    Signals:
        confirmed: erase.
    """

    confirmed = Signal()

    def __init__(self, name: str, extent: Extent, backups: int, parent: QWidget | None = None) -> None:
        super().__init__("", width=520, parent=parent)
        self.set_title(self.tr("Erase {name}").format(name=name))
        self.set_sentence(self.tr("For a person who asks for it. This is the one thing here that cannot be undone."))
        self.add(Label(self.tr("This goes, from the file and its search"), "heading"))
        self.add(LedgerList(self._going(extent)))
        self.add(Label(self.tr("This stays"), "heading"))
        self.add(LedgerList((LedgerRow(self.tr("Orders, with amounts, products and place, but of nobody"),
                                       amounts.number(extent.orders), "start"),)))  # fmt: skip
        self.add(
            Label(
                self.tr(
                    "A coded trace of the identities stays too, so that an import does not bring this person back."
                ),
                "small",
                wrap=True,
            )
        )
        if extent.namesakes:
            text = self.tr(
                "Others have the same phone: {count}. They stay; if they are the same person, merge them first."
            )
            self.add(InlineNotice(text.format(count=amounts.number(extent.namesakes)), "warn"))
        if backups:
            text = self.tr(
                "Backups that hold this person: {count}. Replace them in the settings afterwards; files that you have"
                " copied elsewhere are not touched."
            )
            self.add(InlineNotice(text.format(count=amounts.number(backups)), "info"))
        self.sure = CheckBox(self.tr("Erase this person for good"))
        self.sure.toggled.connect(self._said)
        self.add(self.sure)
        self.cancel_button = self.add_reject()
        self.erase_button = self.add_button(self.tr("Erase"), kind="danger")
        self.erase_button.setEnabled(False)
        self.erase_button.clicked.connect(self._confirm)
        self.cancel_button.setFocus()

    def _going(self, extent: Extent) -> tuple[LedgerRow, ...]:
        parts = (
            (self.tr("Identities: nicks, phones, e-mails, buyer numbers"), extent.keys),
            (self.tr("What files say: names, places, phones"), extent.records),
            (self.tr("Notes"), extent.notes),
            (self.tr("Tags"), extent.tags),
            (self.tr("Consent entries"), extent.consents),
            (self.tr("Messages to them, in prepared and sent audiences"), extent.messages),
            (self.tr("Calls, with what was noted of them"), extent.calls),
            (self.tr("Which replies they got in chats"), extent.replies),
        )
        return tuple(LedgerRow(words, amounts.number(count), "start") for words, count in parts)

    def _said(self, sure: bool) -> None:  # noqa: FBT001 - a signal has no keywords
        self.erase_button.setEnabled(sure)

    def _confirm(self) -> None:
        self.confirmed.emit()
        self.accept()
