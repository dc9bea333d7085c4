"""Asks which words stay where two PCs have named a group differently."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.replies.editing.conflicts_card import ConflictsCard
from desktop.widgets.modal_dialog import ModalDialog
from local_db.replies.model import Conflict, Group, Settlement


class SettleDialog(ModalDialog):
    """Both sides of each field; a choice closes it.

    Signals:
        settled(Settlement): words were chosen.
    """

    settled = Signal(object)

    def __init__(self, group: Group, conflicts: Sequence[Conflict], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=520)
        self.set_title(self.tr("The group “{name}”").format(name=group.name))
        self.card = ConflictsCard()
        self.card.show_conflicts(group, conflicts, {})
        self.card.settled.connect(self._settled)
        self.add(self.card)
        self.body.addStretch(1)
        self.add_reject(self.tr("Later"))

    def _settled(self, settlement: Settlement) -> None:
        self.accept()
        self.settled.emit(settlement)
