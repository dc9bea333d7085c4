"""The page Members: the list of everybody, a search field over it, and the panel about one of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import amounts
from desktop.members.bulk_bar import BulkBar
from desktop.members.bulk_work import BulkWork
from desktop.members.columns import SORT_KEYS, Column
from desktop.members.member_panel import MemberPanel
from desktop.members.members_table import MembersTable
from desktop.members.sections import member_sections
from desktop.members.table_model import CHUNK, MembersModel
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.label import Label
from desktop.widgets.page_column import PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.search_field import SearchField
from local_db.members.bulk import hand_tags
from local_db.members.finder import MemberFinder
from local_db.members.model import SortKey

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.members.finder import Found
    from local_db.members.model import Figures, MemberRow
    from local_db.roster.roster import Ints

    Answer = tuple[Found, list[tuple[MemberRow, Figures]], list[str]]

PATIENCE_MS = 500  # before a large shop says that it is being read
MOST_STRETCHES = 500  # of selected rows that are selected again after a change
MOST_KEPT = 20_000  # selected people who are looked for again after a change


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
        self._preparing = False
        self._outdated = True  # the index
        self._tags: list[str] = []
        self._build()
        QTimer.singleShot(PATIENCE_MS, self, self._say_reading)

    @property
    def finder(self) -> MemberFinder:
        """Finds members; shared, because what it keeps is large."""
        return self._finder

    def reload(self, changes: Changes) -> None:  # noqa: ARG002 - the list shows all of its topics at once
        """Read the members again; the selection and the panel stay."""
        self.model.refresh()  # what is in sight at once, the figures and the order when they are worked out
        self._outdated = True
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
        """Esc closes the panel, then selects nobody."""
        if event.key() == Qt.Key.Key_Escape and not self.panel.isHidden():
            self._close_panel()
            return
        if event.key() == Qt.Key.Key_Escape and self.selected_count() > 1:
            self.table.clearSelection()
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
        undo.activated.connect(self._undo_last)

    def _list_card(self) -> Card:
        card = Card()
        tools = QHBoxLayout()
        placeholder = self.tr("Nick, name, pinyin, phone ending, order number or tag")
        self.search = SearchField(placeholder, pause_ms=0)  # the index answers between two keys
        self.search.setMaximumWidth(480)
        self.search.query_changed.connect(self._ask)
        self.search.left_downwards.connect(self._to_list)
        self._count = Label("", "muted")
        self.columns_button = Button(self.tr("Columns"), icon="gear", kind="ghost", dense=True)
        self.columns_button.clicked.connect(self._choose_columns)
        tools.addWidget(self.search, 1)
        tools.addStretch(0)
        tools.addWidget(self._count)
        tools.addWidget(self.columns_button)
        card.add_layout(tools)
        self.model = MembersModel(self._context.background, self._finder, self)
        self.table = MembersTable(self._context.settings, self.tr("Members"))
        self.table.setModel(self.model)
        self._dress_table()
        self.model.sort_asked.connect(self._sort)
        self.empty = EmptyState("people", "")
        self.empty.action_triggered.connect(self._empty_action)
        self.empty.setVisible(False)
        card.add(self.table, 1)
        card.add(self._bulk_bar())
        return card

    def _dress_table(self) -> None:
        table = self.table
        table.set_sortable(sortable=True)
        table.horizontalHeader().setSortIndicator(Column.LAST, Qt.SortOrder.DescendingOrder)
        table.row_activated.connect(self._open_row)
        table.clicked.connect(self._look_at)
        table.looked_at.connect(self._look_at_row)
        table.row_selected.connect(self._follow_row)
        table.columns_wanted.connect(self._choose_columns_at)
        table.selectionModel().selectionChanged.connect(self._selection_changed)

    def _bulk_bar(self) -> BulkBar:
        self.bulk = BulkBar(self)
        self.bulk.setVisible(False)
        self.work = BulkWork(self._context, self.bulk, self)
        self.bulk.tag_wanted.connect(lambda name: self.work.tag(self.selected_ids(), name))
        self.bulk.untag_wanted.connect(lambda name: self.work.untag(self.selected_ids(), name))
        self.bulk.note_wanted.connect(lambda text: self.work.note(self.selected_ids(), text))
        self.bulk.consent_wanted.connect(
            lambda channel, agreed: self.work.consent(self.selected_ids(), channel, agreed=agreed)
        )
        self.bulk.export_wanted.connect(self._export)
        self.bulk.cleared.connect(self.table.clearSelection)
        self.bulk.ended.connect(self._selection_changed)
        return self.bulk

    def selected_count(self) -> int:
        """How many people are selected."""
        return sum(last - first + 1 for first, last in self.table.selected_ranges())

    def selected_ids(self) -> Ints:
        """The ids of everybody selected, in the order of the list."""
        import numpy as np

        found = self._found
        parts = [] if found is None else [found.ids[first : last + 1] for first, last in self.table.selected_ranges()]
        return np.concatenate([np.zeros(0, np.int64), *parts])

    def _selection_changed(self, *_: object) -> None:
        people = self.selected_count()
        self.bulk.setVisible(people > 1 or self.bulk.busy)
        if people > 1:
            self.bulk.show_selected(people, self._tags)

    def _export(self) -> None:
        from desktop.members.export_dialog import ExportDialog

        ids = self.selected_ids()
        choice = ExportDialog.ask(len(ids), self.table.visible_columns(), self)
        if choice is not None and self._found is not None:
            self.work.export(self._found.listing, ids, choice)

    def _undo_last(self) -> None:
        if not self.work.undo_last():
            self.panel.undo_last()

    def _choose_columns(self) -> None:
        from desktop.members.columns_popover import ColumnsPopover

        card = ColumnsPopover(self.table.visible_columns())
        card.chosen.connect(self.table.choose)
        card.usual_wanted.connect(self.table.use_usual_columns)
        card.open_below(self.columns_button, self)
        card.boxes[Column.NAME].setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose_columns_at(self, _where: QPoint) -> None:
        self._choose_columns()

    def _ask(self) -> None:
        key, descending = self._sorting
        self._question.run(partial(self._read, self.search.query(), key, descending), self._show)

    def _read(self, query: str, key: SortKey, descending: bool) -> Answer:  # noqa: FBT001 - bound by partial
        found = self._finder.find(query, key, descending=descending)
        tags = hand_tags(self._context.shop)
        return found, self._finder.rows(found.listing, found.ids[:CHUNK].tolist()), tags

    def _show(self, answer: Answer) -> None:
        found, first_rows, self._tags = answer
        selected = self.selected_ids() if self.selected_count() > 1 else None
        everybody = self._found is not None and selected is not None and len(selected) == len(self._found.ids)
        kept = self.model.member_id(self.table.selected_row()) if self.table.selected_row() >= 0 else 0
        same_list = self._found is not None and found.query == self._found.query
        scrolled = self.table.verticalScrollBar().value() if same_list else 0
        self._found = found
        self.model.show(found, first_rows)
        self.table.doItemsLayout()  # so that the scroll bar reaches as far as the new rows
        self._say_counts(found)
        self.table.verticalScrollBar().setValue(scrolled)
        if selected is None:
            self._select(kept, scroll=False)
        elif everybody and same_list:
            self.table.selectAll()
        elif len(selected) <= MOST_KEPT:
            self._select_again(selected)
        self._refresh_panel(found)
        self._prepare()

    def _prepare(self) -> None:
        """Make the index of the members as they are now, then answer again from it."""
        if self._outdated and not self._preparing:
            self._outdated, self._preparing = False, True
            self._context.background.run_job(
                lambda job: self._finder.prepare(job.check), self._prepared, self._not_prepared, writes=False
            )

    def _prepared(self, news: bool) -> None:  # noqa: FBT001 - the result of a job
        self._preparing = False
        if news and self.search.query():
            self._ask()
        elif self._outdated:
            self._prepare()

    def _not_prepared(self, failure: BaseException) -> None:
        self._preparing = False
        raise failure

    def _select_again(self, ids: Ints) -> None:
        """Select the people who were selected before the rows changed."""
        import numpy as np

        if self._found is None:
            return
        rows = np.flatnonzero(np.isin(self._found.ids, ids))
        starts = np.flatnonzero(np.diff(rows, prepend=-2) != 1)
        if not len(rows) or len(starts) > MOST_STRETCHES:
            return
        ends = [*starts[1:].tolist(), len(rows)]
        selection = QItemSelection()
        last_column = self.model.columnCount() - 1
        for start, end in zip(starts.tolist(), ends, strict=True):
            first, last = int(rows[start]), int(rows[end - 1])
            selection.select(self.model.index(first, 0), self.model.index(last, last_column))
        self.table.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

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
        self._count.setText(self._found_words(found))
        self._say_empty(everybody=not found.query)
        if not listing.people and self.search.hasFocus():
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)  # the next step, once the search is gone
        self.search.setVisible(bool(listing.people))
        self.columns_button.setVisible(bool(listing.people))

    def _say_reading(self) -> None:
        if self._found is None:
            self.header.set_sentence(self.tr("Reading the members…"))

    def _found_words(self, found: Found) -> str:
        if not found.query:
            return ""
        count = amounts.number(len(found.ids))
        if self._finder.index is None:
            return self.tr("{count} found; pinyin and numbers in a moment").format(count=count)
        return self.tr("{count} found").format(count=count)

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
        self._show_empty_once()

    def _show_empty_once(self) -> None:
        """Show the empty state while there are no rows, from the first answer on."""
        if self.empty.parent() is not self.table:
            self.table.set_empty(self.empty)

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
        if self.selected_count() <= 1:
            self._look_at_row(index.row())

    def _look_at_row(self, row: int) -> None:
        self._open_member(self.model.member_id(row))

    def _follow_row(self, row: int) -> None:
        one = self.selected_count() <= 1
        if one and row >= 0 and not self.panel.isHidden() and self.model.member_id(row) != self.panel.member_id:
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

    def _to_list(self) -> None:
        if len(self.model.rows) and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _import(self) -> None:
        from desktop.importing.import_dialog import choose_and_import

        choose_and_import(self._context, self)
