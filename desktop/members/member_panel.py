"""One member whole, beside the list: facts, consent, tags, identities, orders; with what can be done by hand."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.members import words
from desktop.members.panel_cards import ConsentCard, FactsCard, IdentitiesCard, TagsCard
from desktop.members.timeline import OrdersCard
from desktop.widgets.scroll_area import ScrollArea
from local_db.members import actions, store
from local_db.members.model import Figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.shell.context import PageContext
    from desktop.shell.notices import Notice
    from local_db.changes import Changes
    from local_db.members.finder import Found
    from local_db.members.model import MemberDetail, TagChange

WIDTH = 344


class MemberPanel(QWidget):
    """The column at the right of the list.

    Signals:
        closed: Esc was pressed in it, or its close button.
        shown(int): a member is in sight.
    """

    closed = Signal()
    shown = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = context.background.latest()
        self._found: Found | None = None
        self._member_id = 0
        self._undoable: Notice | None = None
        self.setFixedWidth(WIDTH)
        self.facts = FactsCard()
        self.consent = ConsentCard()
        self.tags = TagsCard()
        self.identities = IdentitiesCard()
        self.orders = OrdersCard()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.facts, self.consent, self.tags, self.orders, self.identities):
            column.addWidget(card)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollArea(content)
        outer.addWidget(self._scroll)
        self.facts.close_button.clicked.connect(self.closed)
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
        self.tags.show_tags(detail.row.tags, tags)
        self.identities.show_identities(detail.identities)
        self.orders.show_orders(detail.orders, detail.order_count, roster.zone)
        self.shown.emit(detail.row.id)

    def _record(self, state: str) -> None:
        member_id = self._member_id
        work = partial(actions.record_consent, self._context.shop, member_id, "sms", state, now=datetime.now(UTC))
        self._context.background.run(work, partial(self._recorded, state), self._failed, writes=True)

    def _recorded(self, state: str, answer: tuple[int, Changes]) -> None:
        entry, changes = answer
        self._context.changes.announce(changes)
        done = self.tr("Opted out of SMS.") if state == "opted_out" else self.tr("Consent to SMS recorded.")
        self._offer_undo(done, partial(actions.take_back_consent, self._context.shop, entry))

    def _add_tag(self, name: str) -> None:
        work = partial(actions.tag_member, self._context.shop, self._member_id, name)
        self._context.background.run(work, self._tagged, self._failed, writes=True)

    def _remove_tag(self, name: str) -> None:
        work = partial(actions.untag_member, self._context.shop, self._member_id, name)
        self._context.background.run(work, self._tagged, self._failed, writes=True)

    def _tagged(self, answer: tuple[TagChange | None, Changes]) -> None:
        change, changes = answer
        self._context.changes.announce(changes)
        if change is None:
            return
        done = self.tr("Tag “{tag}” added.") if change.given else self.tr("Tag “{tag}” removed.")
        self._offer_undo(done.format(tag=change.tag), partial(actions.undo_tag, self._context.shop, change))

    def _offer_undo(self, done: str, undo: Callable[[], tuple[object, Changes]]) -> None:
        self._undoable = self._context.notices.show(
            done, "good", action_text=self.tr("Undo"), action=partial(self._undo, undo)
        )

    def undo_last(self) -> None:
        """Take back what was done last, while its notice is in sight."""
        if self._undoable is not None:
            self._context.notices.act(self._undoable)
            self._undoable = None

    def _undo(self, undo: Callable[[], tuple[object, Changes]]) -> None:
        self._context.background.run(undo, self._undone, self._failed, writes=True)

    def _undone(self, answer: tuple[object, Changes]) -> None:
        self._context.changes.announce(answer[1])

    def _failed(self, failure: BaseException) -> None:
        words.tell(self._context.notices, failure)
