"""The page Members: the list of everybody, a search field over it, and the panel about one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import amounts
from desktop.members.member_panel import MemberPanel
from desktop.members.sections import member_sections
from desktop.members.table_model import CHUNK, NUMERIC, SORT_KEYS, Column, MembersModel
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.label import Label
from desktop.widgets.page_column import PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.search_field import SearchField
from desktop.widgets.tag_cells import TagCells
from local_db.members.finder import MemberFinder
from local_db.members.model import SortKey

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.members.finder import Found
    from local_db.members.model import Figures, MemberRow

    Answer = tuple[Found, list[tuple[MemberRow, Figures]]]

WIDTHS: dict[int, int] = {
    Column.NAME: 88,
    Column.PLACE: 136,
    Column.PHONE: 124,
    Column.ORDERS: 88,
    Column.SPENT: 108,
    Column.AVERAGE: 100,
    Column.LAST: 104,
    Column.TAGS: 128,
}
NICK_WIDTH = 140
# Which columns stay where there is little room; the nick always does.
IN_ORDER_OF_USE = (
    Column.SPENT,
    Column.LAST,
    Column.PHONE,
    Column.ORDERS,
    Column.PLACE,
    Column.TAGS,
    Column.NAME,
    Column.AVERAGE,
)


class MembersPage(QWidget):
    """Everybody the shop knows.

    Signals:
        member_wanted(int): the whole page about a member was asked for.
        doubles_wanted: the view of members who may be the same person was asked for.
    """

    member_wanted = Signal(int)
    doubles_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._finder = MemberFinder(context.shop, context.rosters)
        self._question = context.background.latest()
        self._found: Found | None = None
        self._sorting = (SortKey.LAST, True)
        self._open_when_found = 0
        self._build()

    @property
    def finder(self) -> MemberFinder:
        """Finds members; shared, because what it keeps is large."""
        return self._finder

    def reload(self, changes: Changes) -> None:  # noqa: ARG002 - the list shows all of its topics at once
        """Read the members again; the selection and the panel stay."""
        self._ask()

    def open(self, *, member_id: int) -> None:
        """Show one member in the panel, and their row in the list of everybody."""
        self.search.clear()
        self.search.flush()
        self._open_when_found = member_id
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Typing finds at once."""
        super().showEvent(event)
        target = self.empty.button if self.search.isHidden() else self.search
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the panel."""
        if event.key() == Qt.Key.Key_Escape and not self.panel.isHidden():
            self._close_panel()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        column = PageColumn(self)
        self.header = PageHeader(self.tr("Members"))
        self.header.add_action(member_sections(self._context, "members"))
        importing = Button(self.tr("Import orders"), icon="upload")
        importing.clicked.connect(self._import)
        self.doubles_button = Button(self.tr("Same person?"), icon="people")
        self.doubles_button.clicked.connect(self.doubles_wanted)
        self.header.add_action(self.doubles_button)
        self.header.add_action(importing)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list_card(), 1)
        self.panel = MemberPanel(self._context)
        self.panel.setVisible(False)
        self.panel.closed.connect(self._close_panel)
        self.panel.page_wanted.connect(self.member_wanted)
        row.addWidget(self.panel)
        column.addLayout(row, 1)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._to_search)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.panel.undo_last)

    def _list_card(self) -> Card:
        card = Card()
        tools = QHBoxLayout()
        self.search = SearchField(self.tr("Nick, name, pinyin, phone ending or order number"))
        self.search.setMaximumWidth(400)
        self.search.query_changed.connect(self._ask)
        self._count = Label("", "muted")
        tools.addWidget(self.search, 1)
        tools.addStretch(0)
        tools.addWidget(self._count)
        card.add_layout(tools)
        self.model = MembersModel(self._context.background, self._finder, self)
        self.table = _MembersTable(numeric=NUMERIC, name=self.tr("Members"))
        self.table.setModel(self.model)
        self._dress_table()
        self.model.sort_asked.connect(self._sort)
        self.empty = EmptyState("people", "")
        self.empty.action_triggered.connect(self._empty_action)
        self.empty.setVisible(False)
        card.add(self.table, 1)
        return card

    def _dress_table(self) -> None:
        table = self.table
        table.set_columns(WIDTHS, stretch=Column.NICK)
        cells = TagCells(table)
        table.setItemDelegateForColumn(Column.PHONE, cells)
        table.setItemDelegateForColumn(Column.TAGS, cells)
        table.set_sortable(sortable=True)
        table.horizontalHeader().setSortIndicator(Column.LAST, Qt.SortOrder.DescendingOrder)
        table.row_activated.connect(self._open_row)
        table.clicked.connect(self._look_at)
        table.looked_at.connect(self._open_member)
        table.row_selected.connect(self._follow_row)

    def _ask(self) -> None:
        key, descending = self._sorting
        self._question.run(partial(self._read, self.search.query(), key, descending), self._show)

    def _read(self, query: str, key: SortKey, descending: bool) -> Answer:  # noqa: FBT001 - bound by partial
        found = self._finder.find(query, key, descending=descending)
        return found, self._finder.rows(found.listing, found.ids[:CHUNK].tolist())

    def _show(self, answer: Answer) -> None:
        found, first_rows = answer
        kept = self.model.member_id(self.table.selected_row()) if self.table.selected_row() >= 0 else 0
        same_list = self._found is not None and found.query == self._found.query
        scrolled = self.table.verticalScrollBar().value() if same_list else 0
        self._found = found
        self.model.show(found, first_rows)
        self.table.doItemsLayout()  # so that the scroll bar reaches as far as the new rows
        self._say_counts(found)
        self.table.verticalScrollBar().setValue(scrolled)
        self._select(kept, scroll=False)
        self._refresh_panel(found)

    def _refresh_panel(self, found: Found) -> None:
        if self._open_when_found:
            member_id, self._open_when_found = self._open_when_found, 0
            self._select(member_id, scroll=True)
            self._open_member(member_id)
        elif not self.panel.isHidden():
            self.panel.show_member(self.panel.member_id, found)

    def _say_counts(self, found: Found) -> None:
        listing = found.listing
        if listing.people:
            sentence = self.tr("{people} people, {phones} with a usable phone")
            phones = amounts.number(listing.usable_phones)
            self.header.set_sentence(sentence.format(people=amounts.number(listing.people), phones=phones))
        else:
            self.header.set_sentence("")
        self._count.setText(
            self.tr("{count} found").format(count=amounts.number(len(found.ids))) if found.query else ""
        )
        self._say_empty(everybody=not found.query)
        if not listing.people and self.search.hasFocus():
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)  # the next step, once the search is gone
        self.search.setVisible(bool(listing.people))

    def _say_empty(self, *, everybody: bool) -> None:
        if everybody:
            self.empty.set_texts(
                self.tr("No members yet"),
                self.tr("Import the order list of your platform; the people in it become members."),
                self.tr("Import orders"),
            )
        else:
            self.empty.set_texts(
                self.tr("Nobody is found"),
                self.tr("Try a shorter text, the pinyin or its initials, or the last four digits of the phone."),
                self.tr("Clear the search"),
            )
        self.table.set_empty_once(self.empty)

    def _empty_action(self) -> None:
        if self.search.query():
            self.search.clear()
            self.search.flush()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._import()

    def _sort(self, column: int, descending: bool) -> None:  # noqa: FBT001 - a signal has no keywords
        self._sorting = (SORT_KEYS[Column(column)], descending)
        self.table.verticalScrollBar().setValue(0)
        self._ask()

    def _select(self, member_id: int, *, scroll: bool) -> None:
        row = self.model.row_of(member_id) if member_id else -1
        if row < 0:
            return
        index = self.model.index(row, 0)
        if scroll:
            self.table.scrollTo(index, DataTable.ScrollHint.PositionAtCenter)
        self.table.setAutoScroll(False)
        self.table.setCurrentIndex(index)
        self.table.setAutoScroll(True)

    def _open_row(self, row: int) -> None:
        self.member_wanted.emit(self.model.member_id(row))

    def _look_at(self, index: QModelIndex) -> None:
        """A click shows who it is, in the panel; a double click opens the whole page."""
        self._open_member(self.model.member_id(index.row()))

    def _follow_row(self, row: int) -> None:
        if row >= 0 and not self.panel.isHidden() and self.model.member_id(row) != self.panel.member_id:
            self._open_member(self.model.member_id(row))

    def _open_member(self, member_id: int) -> None:
        if self._found is None:
            return
        self.panel.setVisible(True)
        self.panel.show_member(member_id, self._found)

    def _close_panel(self) -> None:
        self.panel.setVisible(False)
        self.panel.forget()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _import(self) -> None:
        from desktop.importing.import_dialog import choose_and_import

        choose_and_import(self._context, self)


class _MembersTable(DataTable):
    """Hides the columns that are used least where there is little room.

    Signals:
        looked_at(int): Space was pressed on the row of the member of this id.
    """

    looked_at = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space has a look at the member; Enter opens the page."""
        model = self.model()
        if event.key() == Qt.Key.Key_Space and self.selected_row() >= 0 and isinstance(model, MembersModel):
            self.looked_at.emit(model.member_id(self.selected_row()))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        room = self.viewport().width() - NICK_WIDTH
        for column in IN_ORDER_OF_USE:
            room -= WIDTHS[column]
            self.setColumnHidden(column, room < 0)

    def set_empty_once(self, widget: QWidget) -> None:
        """Show the widget while there are no rows, from the first answer on."""
        if widget.parent() is not self:
            self.set_empty(widget)
