"""A reply that was deleted of late: what it said, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import amounts
from desktop.replies.lexicon import readable
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import Label
from desktop.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.replies.deleted import Deleted
    from local_db.replies.model import Reply


class DeletedCard(Card):
    """Its texts can be read and copied, but are changed only once it is back.

    Signals:
        back_wanted(Reply): it should be there again.
    """

    back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.reply: Reply | None = None
        self._when = Label("", "muted", wrap=True)
        self.back = Button(self.tr("Bring it back"), kind="primary", icon="undo", dense=True)
        self.back.clicked.connect(self._ask_back)
        texts = QWidget()
        self._texts = QVBoxLayout(texts)
        self._texts.setContentsMargins(0, 0, 0, 0)
        self._texts.setSpacing(12)
        area = ScrollArea(texts)
        self.add(self._when)
        self.add(area, 1)
        self.add_tool(self.back)

    def show_deleted(self, deleted: Deleted | None, zone: ZoneInfo) -> None:
        """Show one; None: there is none to show."""
        self.reply = None if deleted is None else deleted.reply
        clear_layout(self._texts)
        if deleted is None:
            return
        self.set_title(deleted.reply.title)
        said = self.tr("Deleted {time}. It can be brought back from here for 90 days.")
        self._when.setText(said.format(time=amounts.minute(deleted.at, zone)))
        for wording in deleted.reply.wordings:
            self._texts.addWidget(Label(readable(wording.text), wrap=True))
        self._texts.addStretch(1)

    def _ask_back(self) -> None:
        if self.reply is not None:
            self.back_wanted.emit(self.reply)
