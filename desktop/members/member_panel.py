"""One member whole, beside the list: facts, consent, tags, identities, orders; with what can be done by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.members.by_hand import ByHand
from desktop.members.panel_cards import ConsentCard, FactsCard, IdentitiesCard, TagsCard
from desktop.members.timeline import OrdersCard
from desktop.widgets.card_column import CardColumn
from local_db.members import store
from local_db.members.model import Figures

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.members.finder import Found
    from local_db.members.model import MemberDetail

WIDTH = 344


class MemberPanel(QWidget):
    """The column at the right of the list.

    Signals:
        closed: Esc was pressed in it, or its close button.
        shown(int): a member is in sight.
        page_wanted(int): the whole page about the member was asked for.
    """

    closed = Signal()
    shown = Signal(int)
    page_wanted = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = context.background.latest()
        self._found: Found | None = None
        self._member_id = 0
        self.by_hand = ByHand(context, self)
        self.setFixedWidth(WIDTH)
        self.facts = FactsCard()
        self.consent = ConsentCard()
        self.tags = TagsCard()
        self.identities = IdentitiesCard()
        self.orders = OrdersCard()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        cards = (self.facts, self.consent, self.tags, self.orders, self.identities)
        self._scroll = CardColumn(*cards, spacing=12)
        outer.addWidget(self._scroll)
        self.facts.close_button.clicked.connect(self.closed)
        self.facts.page_button.clicked.connect(self._open_page)
        self.consent.opted_out.connect(partial(self._record, "opted_out"))
        self.consent.granted.connect(partial(self._record, "granted"))
        self.tags.added.connect(self._add_tag)
        self.tags.removed.connect(self._remove_tag)

    @property
    def member_id(self) -> int:
        """The member in sight; 0 for none."""
        return self._member_id

    def show_member(self, member_id: int, found: Found) -> None:
        """Read a member and show them; the answer for a member asked before is dropped."""
        if member_id != self._member_id:
            self._scroll.verticalScrollBar().setValue(0)
        self._member_id = member_id
        self._found = found
        self._question.run(partial(self._read, member_id, found), self._fill)

    def forget(self) -> None:
        """Show nobody."""
        self._member_id = 0
        self._question.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _read(self, member_id: int, found: Found) -> tuple[MemberDetail | None, Figures, list[str]]:
        with self._context.shop.read() as connection:
            detail = store.detail(connection, member_id)
            tags = store.tag_names(connection)
        return detail, found.listing.figures([member_id])[0], tags

    def _fill(self, answer: tuple[MemberDetail | None, Figures, list[str]]) -> None:
        detail, figures, tags = answer
        if detail is None or self._found is None:
            self.closed.emit()
            return
        roster = self._found.listing.roster
        self.facts.show_member(detail, figures, roster.currency, roster.zone)
        self.consent.show_consents(detail.consents, roster.zone)
        self.tags.show_tags(detail.row.tags, tags, detail.tag_sources)
        self.identities.show_identities(detail.identities)
        self.orders.show_orders(detail.orders, detail.order_count, roster.zone)
        self.shown.emit(detail.row.id)

    def _record(self, state: str) -> None:
        self.by_hand.record_consent(self._member_id, "sms", state)

    def _add_tag(self, name: str) -> None:
        self.by_hand.add_tag(self._member_id, name)

    def _remove_tag(self, name: str) -> None:
        self.by_hand.remove_tag(self._member_id, name)

    def undo_last(self) -> None:
        """Take back what was done last, while its notice is in sight."""
        self.by_hand.undo_last()

    def _open_page(self) -> None:
        self.page_wanted.emit(self._member_id)
