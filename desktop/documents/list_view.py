"""A list of written things with search and folders, and ready-made ones to begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.documents.folder_dialog import FolderDialog
from desktop.documents.listed_table import Listed, ListedTable
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.data_table import ROW_HEIGHT, DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from desktop.widgets.page_column import PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.search_field import SearchField
from desktop.widgets.select import Select
from local_db.finder import Finder

_OFFER_COLUMNS = 3
_SMALLEST_TABLE = 250
_HEADER_HEIGHT = 34
_MOST_TABLE = 640
_EVERYTHING, _IN_NONE = object(), object()

Item = TypeVar("Item", bound=Listed)


class ListWords(NamedTuple):
    """What a list says, in the language in force."""

    title: str
    sentence: str
    new: str  # the button that begins one
    search: str
    own: str  # over the table
    offered: str  # over the ready-made ones
    icon: str  # of the empty list
    nothing: str
    nothing_sentence: str
    not_found: str


class TableShape(NamedTuple):
    """How the table is laid out."""

    widths: dict[int, int]
    stretch: int  # the column that takes what is left
    numeric: frozenset[int]


class DocumentList(QWidget, Generic[Item]):
    """The table, its actions, and what may be begun with.

    Signals:
        opened(int): open the one of that id.
        new_wanted(object): begin one, from what was offered or, with None, from nothing.
        copy_wanted(object), deletion_wanted(object): what to do with the selected one.
        move_wanted(object, str): put it into a folder; an empty name: out of its.
    """

    opened = Signal(int)
    new_wanted = Signal(object)
    copy_wanted = Signal(object)
    deletion_wanted = Signal(object)
    move_wanted = Signal(object, str)

    def __init__(
        self, words: ListWords, model: ListedTable[Any], shape: TableShape, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.header = PageHeader(words.title, words.sentence)
        self.new = Button(words.new, kind="primary", icon="plus")
        self.new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        self.search = SearchField(words.search, pause_ms=0)
        self.search.setMaximumWidth(280)
        self.folder = Select(name=self.tr("Folder"))
        self._items: tuple[Item, ...] = ()
        self._finder: Finder[Item] | None = None
        self._zone = ZoneInfo("UTC")
        self.model = model
        self.table = DataTable(numeric=shape.numeric, name=words.title)
        self._shape = shape
        self.copy = Button(self.tr("Duplicate"), kind="ghost", icon="copy", dense=True)
        self.delete = Button(self.tr("Delete"), kind="ghost", icon="trash", dense=True)
        self._offers = QGridLayout()
        self._offers_title = Label(words.offered, "heading")
        self._lay_out()
        self._connect()
        self._allow()

    def add_header_actions(self, *widgets: QWidget) -> None:
        """Put these into the header, and the button that begins something after them."""
        for widget in (*widgets, self.new):
            self.header.add_action(widget)

    def show_items(self, items: Sequence[Item], finder: Finder[Item], zone: ZoneInfo) -> None:
        """Show these, found by `finder`; the selected one stays selected."""
        self._items, self._finder, self._zone = tuple(items), finder, zone
        self._offer_folders()
        self._show_found()
        wanted = _HEADER_HEIGHT + ROW_HEIGHT * len(self._items)
        self.table.setMinimumHeight(min(max(_SMALLEST_TABLE, wanted), _MOST_TABLE))
        some = bool(self._items)
        had_focus = self.table.hasFocus() or self.empty.button.hasFocus()
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)
        if had_focus:
            self.set_first_focus()
        for control in (self.copy, self.delete, self.search, self.folder):
            control.setVisible(some)
        self._allow()

    def folders(self) -> list[str]:
        """The folders there are."""
        return sorted({item.folder for item in self._items} - {""})

    def set_first_focus(self) -> None:
        """Put the focus where the next step is."""
        target = self.table if self.model.rowCount() else self.empty.button
        target.setFocus()

    def show_offers(self, offers: Sequence[QWidget], columns: int = _OFFER_COLUMNS) -> None:
        """Show what may be begun with, from left to right."""
        clear_layout(self._offers)
        for place in range(columns):
            self._offers.setColumnStretch(place, 1)
        for place, offer in enumerate(offers):
            self._offers.addWidget(offer, *divmod(place, columns))
        self._offers_title.setVisible(bool(offers))

    def selected(self) -> Item | None:
        """The selected one."""
        row = self.table.selected_row()
        return self.model.rows[row] if row >= 0 else None

    def menu_actions(self) -> list[tuple[str, Callable[[], None]]]:
        """What else the menu of a row offers, before its deletion; for subclasses."""
        return []

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        self._content = QWidget()
        cards = QVBoxLayout(self._content)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(self._table_card(), 1)
        cards.addWidget(self._offers_title)
        self._offers.setSpacing(16)
        cards.addLayout(self._offers)
        column.addWidget(ScrollArea(self._content), 1)

    def _table_card(self) -> Card:
        self._card = Card(self._words.own)
        self._card.add_after_title(self.search)
        self._card.add_after_title(self.folder)
        self._card.add_tool(self.copy)
        self._card.add_tool(self.delete)
        self.table.setModel(self.model)
        self.table.set_columns(self._shape.widths, self._shape.stretch)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = self._nothing_yet()
        self.table.set_empty(self.empty)
        self._card.add(self.table, 1)
        return self._card

    def _nothing_yet(self) -> EmptyState:
        words = self._words
        self.empty = EmptyState(words.icon, words.nothing, words.nothing_sentence, words.new)
        self.empty.action_triggered.connect(self._new)
        return self.empty

    def _nothing_found(self) -> EmptyState:
        self.empty = EmptyState(
            "search", self._words.not_found, self.tr("Try fewer letters, or another folder."), self.tr("Show all")
        )
        self.empty.action_triggered.connect(self._show_all)
        return self.empty

    def _show_all(self) -> None:
        self.folder.set_value(_EVERYTHING)
        self.search.clear()
        self.search.flush()

    def _connect(self) -> None:
        self.new.clicked.connect(self._new)
        self.search.query_changed.connect(self._show_found)
        self.folder.value_changed.connect(self._show_found)
        self.copy.clicked.connect(self._copy)
        self.delete.clicked.connect(self._delete)
        self.table.row_activated.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._allow)
        self.table.customContextMenuRequested.connect(self._offer_actions)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._delete)

    def _allow(self) -> None:
        chosen = self.selected() is not None
        self.copy.setEnabled(chosen)
        self.delete.setEnabled(chosen)

    def _offer_actions(self, where: QPoint) -> None:
        item = self.selected()
        if item is None:
            return
        menu = Menu(self)
        menu.addAction(self.tr("Open"), self._open_selected)
        menu.addAction(self.tr("Duplicate"), self._copy)
        self._add_folders(menu, item)
        for text, action in self.menu_actions():
            menu.addAction(text, action)
        menu.addAction(self.tr("Delete"), self._delete)
        menu.popup(self.table.viewport().mapToGlobal(where))

    def _add_folders(self, menu: Menu, item: Item) -> None:
        """Where the selected one may be moved."""
        for folder in self.folders():
            if folder != item.folder:
                text = self.tr("Move to {folder}").format(folder=folder).replace("&", "&&")
                menu.addAction(text, partial(self.move_wanted.emit, item, folder))
        menu.addAction(self.tr("Move to a new folder…"), partial(self._ask_folder, item))
        if item.folder:
            menu.addAction(self.tr("Take out of the folder"), partial(self.move_wanted.emit, item, ""))

    def _ask_folder(self, item: Item) -> None:
        folder = FolderDialog.ask(self.window())
        if folder:
            self.move_wanted.emit(item, folder)

    def _offer_folders(self) -> None:
        blocked = QSignalBlocker(self.folder)
        folders = [(folder, folder) for folder in self.folders()]
        loose = [(self.tr("In no folder"), _IN_NONE)] if folders else []
        self.folder.set_options([(self.tr("All folders"), _EVERYTHING), *folders, *loose])
        blocked.unblock()

    def _show_found(self, _what: object = None) -> None:
        """Those of the chosen folder in which the typed words are found; a selected one stays selected."""
        if self._finder is None:
            return
        selected, folder = self.selected(), self.folder.value()
        found = self._finder.find(self.search.query())
        if folder is not _EVERYTHING:
            wanted = "" if folder is _IN_NONE else folder
            found = tuple(item for item in found if item.folder == wanted)
        self.model.show_items(found, self._zone)
        if selected is not None and (row := self.model.row_of(selected.id)) >= 0:
            self.table.selectRow(row)
        if not found:
            self.table.set_empty(self._nothing_found() if self._items else self._nothing_yet())
        self._allow()

    def _open(self, row: int) -> None:
        self.opened.emit(self.model.rows[row].id)

    def _open_selected(self) -> None:
        self._open(self.table.selected_row())

    def _new(self) -> None:
        self.new_wanted.emit(None)

    def _copy(self) -> None:
        if (item := self.selected()) is not None:
            self.copy_wanted.emit(item)

    def _delete(self) -> None:
        if (item := self.selected()) is not None:
            self.deletion_wanted.emit(item)
