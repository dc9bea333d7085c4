"""The page about one member: figures, timeline, consent, tags, notes, what files say, and by what they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from desktop import amounts, wording
from desktop.members import words
from desktop.members.belongings_card import BelongingsCard
from desktop.members.by_hand import ByHand
from desktop.members.known_card import KnownCard
from desktop.members.ledger_card import LedgerCard
from desktop.members.notes_card import NotesCard
from desktop.members.panel_cards import TagsCard
from desktop.members.timeline_card import TimelineCard
from desktop.members.view_header import ViewHeader
from desktop.widgets.button import Button, IconButton
from desktop.widgets.menu import Menu
from desktop.widgets.number_tile import NumberTile
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.scroll_area import ScrollArea
from local_db import backup
from local_db.members import erasure, person_store, store
from local_db.members.listing_source import ListingSource
from local_db.members.model import Figures
from local_db.members.personal_data import export_member

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.members.erasure import Erased, Extent
    from local_db.members.finder import MemberFinder
    from local_db.members.model import Person
    from local_db.members.personal_data import Request

_ONE_COLUMN_BELOW = 960
_RIGHT_WIDTH = 384
_TILES_IN_A_ROW = 6


@dataclass(frozen=True, slots=True)
class _Answer:
    """A member as read: None where there is no such member."""

    person: Person | None
    figures: Figures
    tags: list[str]
    currency: str
    zone: ZoneInfo


class MemberPage(QWidget):
    """One member whole.

    Signals:
        closed: Back was pressed, Esc, or the member is gone.
    """

    closed = Signal()

    def __init__(self, context: PageContext, finder: MemberFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = context.background.latest()
        self._finder = finder
        self._listings = ListingSource(context.rosters)
        self._member_id = 0
        self._shown_id = 0
        self._answer: _Answer | None = None
        self.by_hand = ByHand(context, self)
        self.header = ViewHeader()
        self.tiles = {
            "spent": NumberTile(self.tr("Spent"), dense=True),
            "orders": NumberTile(self.tr("Purchases"), dense=True),
            "average": NumberTile(self.tr("Average order"), dense=True),
            "first": NumberTile(self.tr("First order"), dense=True),
            "last": NumberTile(self.tr("Last order"), dense=True),
            "between": NumberTile(self.tr("Days between orders"), dense=True),
        }
        self.timeline = TimelineCard()
        self.ledger, self.tags, self.notes = LedgerCard(), TagsCard(), NotesCard()
        self.known, self.belongings = KnownCard(), BelongingsCard()
        self._lay_out()
        self._connect()

    @property
    def member_id(self) -> int:
        """The member in sight; 0 for none."""
        return self._member_id

    def show_member(self, member_id: int) -> None:
        """Read a member and show them."""
        if member_id != self._member_id:
            self._scroll.verticalScrollBar().setValue(0)
        self._member_id = member_id
        self._question.run(partial(self._read, member_id), self._fill)

    def reload(self) -> None:
        """Read the same member again."""
        if self._member_id:
            self.show_member(self._member_id)

    def forget(self) -> None:
        """Show nobody."""
        self._member_id = self._shown_id = 0
        self._question.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns below each other where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < _ONE_COLUMN_BELOW
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._columns.setStretch(0, 0 if narrow else 1)
        self._right.setMinimumWidth(0 if narrow else _RIGHT_WIDTH)
        self._right.setMaximumWidth(16_777_215 if narrow else _RIGHT_WIDTH)
        self._place_tiles(_TILES_IN_A_ROW // 2 if narrow else _TILES_IN_A_ROW)

    # --- building ---

    def _lay_out(self) -> None:
        self.data_button = Button(self.tr("All data…"), icon="download")
        self.more_button = IconButton("more", self.tr("More"), kind="quiet", size=34)
        self.menu = Menu(self)
        self.erase_action = self.menu.addAction(self.tr("Erase this person…"), self._ask_to_erase)
        self.header.words.add_action(self.data_button)
        self.header.words.add_action(self.more_button)
        content = QWidget()
        column = PageColumn(content)
        column.addWidget(self.header)
        self._tiles = QGridLayout()
        self._tiles.setSpacing(SPACING // 2)
        column.addLayout(self._tiles)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACING)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACING)
        for card in (self.ledger, self.tags, self.notes, self.known, self.belongings):
            right.addWidget(card)
        right.addStretch(1)
        self._columns.addWidget(self.timeline, 1, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._right)
        column.addLayout(self._columns, 1)
        self._scroll = ScrollArea(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self._place_tiles(_TILES_IN_A_ROW)

    def _place_tiles(self, in_a_row: int) -> None:
        for place, tile in enumerate(self.tiles.values()):
            self._tiles.addWidget(tile, place // in_a_row, place % in_a_row)
        for column in range(_TILES_IN_A_ROW):
            self._tiles.setColumnStretch(column, 1 if column < in_a_row else 0)

    def _connect(self) -> None:
        self.header.back.clicked.connect(self.closed)
        self.data_button.clicked.connect(self._ask_for_file)
        self.more_button.clicked.connect(self._open_menu)
        self.ledger.recorded.connect(self._record)
        self.ledger.taken_back.connect(self.by_hand.take_back_consent)
        self.tags.added.connect(self._add_tag)
        self.tags.removed.connect(self._remove_tag)
        self.notes.added.connect(self._add_note)
        self.notes.edited.connect(self.by_hand.edit_note)
        self.notes.deleted.connect(self.by_hand.delete_note)
        self.belongings.merge_wanted.connect(self._ask_whom)
        self.belongings.split_wanted.connect(self._split)
        self.belongings.taken_back.connect(self.by_hand.take_back_decisions)
        self.by_hand.joined.connect(self._follow)
        self.by_hand.split.connect(self._follow)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.by_hand.undo_last)

    # --- showing ---

    def _read(self, member_id: int) -> _Answer:
        listing = self._listings.current()
        with self._context.shop.read() as connection:
            person = person_store.person(connection, member_id)
            tags = store.tag_names(connection)
        roster = listing.roster
        return _Answer(person, listing.figures([member_id])[0], tags, roster.currency, roster.zone)

    def _fill(self, answer: _Answer) -> None:
        person, zone = answer.person, answer.zone
        if person is None:
            self.closed.emit()
            return
        again = self._shown_id == person.row.id
        self._answer, self._shown_id = answer, person.row.id
        row = person.row
        self.header.words.set_title(words.shown_name(row))
        said = [row.name if row.nick else "", words.platform(row.platform), words.place(row), row.phone]
        said.append("" if row.phone else wording.phone_kind(row.phone_kind))
        if person.joined_at is not None:
            said.append(self.tr("member since {day}").format(day=amounts.day(person.joined_at, zone)))
        said.append(row.tier)
        if row.birthday:
            said.append(self.tr("birthday {day}").format(day=row.birthday))
        self.header.words.set_sentence(" · ".join(part for part in said if part))
        self._show_figures(answer.figures, answer.currency, zone)
        self.timeline.show_events(person.events, person.order_count, zone, again=again)
        self.ledger.show_ledger(person.consents, person.ledger, zone)
        self.tags.show_tags(row.tags, answer.tags, person.tag_sources)
        self.notes.show_notes(person.notes, zone, again=again)
        self.known.show_known(person.known, zone)
        self.belongings.show_belongings(person.belongings, person.apart, zone)
        if not again:
            self.header.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_figures(self, figures: Figures, currency: str, zone: ZoneInfo) -> None:
        nothing = "—"
        between = figures.days_between
        values = {
            "spent": amounts.money(figures.spent, currency),
            "orders": amounts.number(figures.orders),
            "average": nothing if figures.average is None else amounts.money(figures.average, currency),
            "first": nothing if figures.first is None else amounts.day(figures.first, zone),
            "last": nothing if figures.last is None else amounts.day(figures.last, zone),
            "between": nothing if between is None else amounts.number(between),
        }
        for name, value in values.items():
            self.tiles[name].set_value(value)

    def _follow(self, member_id: int) -> None:
        """After a merge the member may be known under the other's number."""
        if self._member_id:
            self.show_member(member_id)

    # --- doing ---

    def _record(self, channel: str, state: str) -> None:
        self.by_hand.record_consent(self._member_id, channel, state)

    def _add_tag(self, name: str) -> None:
        self.by_hand.add_tag(self._member_id, name)

    def _remove_tag(self, name: str) -> None:
        self.by_hand.remove_tag(self._member_id, name)

    def _add_note(self, text: str) -> None:
        self.by_hand.add_note(self._member_id, text)

    def _split(self, identity_id: int) -> None:
        self.by_hand.split_identity(identity_id, words.BY_A_PERSON)

    def _ask_whom(self) -> None:
        from desktop.members.merge_dialog import MergeDialog

        if self._answer is not None and self._answer.person is not None:
            member = (self._answer.person.row, self._answer.figures)
            dialog = MergeDialog(self._context, self._finder, member, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.merge_wanted.connect(self._join)
            dialog.open()

    def _join(self, other: int) -> None:
        self.by_hand.join(self._member_id, other, words.BY_A_PERSON)

    def _open_menu(self) -> None:
        self.menu.open_below(self.more_button)

    def _ask_for_file(self) -> None:
        from desktop.members.data_dialog import DataDialog

        dialog = DataDialog(self._member_id, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._write_data)
        dialog.open()

    def _write_data(self, request: Request) -> None:
        work = partial(export_member, self._context.shop, self._member_id, request, now=datetime.now(UTC))
        self._context.background.run(work, self._data_written, self._failed, writes=True)

    def _data_written(self, answer: tuple[Path | None, Changes]) -> None:
        path, changes = answer
        self._context.changes.announce(changes)
        if path is not None:
            self._context.notices.show(self.tr("Written: {name}").format(name=path.name), "good")

    # --- erasing ---

    def _ask_to_erase(self) -> None:
        self._context.background.run(partial(self._look_before, self._member_id), self._show_what_goes, self._failed)

    def _look_before(self, member_id: int) -> tuple[Extent | None, int]:
        with self._context.shop.read() as connection:
            extent = erasure.extent(connection, member_id)
        return extent, len(backup.list_backups(self._context.shop.path))

    def _show_what_goes(self, answer: tuple[Extent | None, int]) -> None:
        from desktop.members.erase_dialog import EraseDialog

        extent, backups = answer
        if extent is None or self._answer is None or self._answer.person is None:
            return
        dialog = EraseDialog(words.shown_name(self._answer.person.row), extent, backups, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self._erase)
        dialog.open()

    def _erase(self) -> None:
        self._context.notices.show(self.tr("Erasing, and rewriting the file …"))
        work = partial(erasure.erase_member, self._context.shop, self._member_id, now=datetime.now(UTC))
        self._context.background.run(work, self._erased, self._failed, writes=True)

    def _erased(self, answer: tuple[Erased | None, Changes]) -> None:
        done, changes = answer
        self.closed.emit()
        self._context.changes.announce(changes)
        if done is None:
            return
        if done.left_over is not None:
            said = self.tr("The person is erased, but the file could not be rewritten yet. Settings, Backups does it.")
            self._context.notices.show(said, "bad")
            return
        said = self.tr("The person is erased; {count} orders stay, of nobody. Backups from before: see Settings.")
        self._context.notices.show(said.format(count=amounts.number(done.orders)), "good", seconds=12)

    def _failed(self, failure: BaseException) -> None:
        words.tell(self._context.notices, failure)
