"""The shop's segments, and ready-made ones to begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.segments.sentence import Language, standing_sentence
from desktop.segments.starter_tile import StarterTile
from desktop.segments.table_model import SegmentRow, SegmentTable
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.data_table import ROW_HEIGHT, DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.menu import Menu
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll_area import ScrollArea
from local_db.segments.model import SavedSegment
from local_db.segments.tree import Node

TILE_WIDTH = 220
_SMALLEST_TABLE = 150
_HEADER_HEIGHT = 34


class SegmentList(QWidget):
    """Shows segments and says what should happen to them; keys are those of drafts.

    Signals:
        new_wanted: an empty segment should be begun.
        open_wanted(int), rename_wanted(int), duplicate_wanted(int), delete_wanted(int): about one segment.
        starter_wanted(SavedSegment): a copy of a ready-made segment should be begun.
    """

    new_wanted = Signal()
    open_wanted = Signal(int)
    rename_wanted = Signal(int)
    duplicate_wanted = Signal(int)
    delete_wanted = Signal(int)
    starter_wanted = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self.tiles: list[StarterTile] = []
        column = PageColumn(self)
        header = PageHeader(
            self.tr("Segments"), self.tr("Groups of members you write to, kept as conditions and counted as of today.")
        )
        self.new = Button(self.tr("New segment"), kind="primary", icon="plus")
        self.new.clicked.connect(self.new_wanted)
        header.add_action(self.new)
        column.addWidget(header)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(SPACING)
        cards.addWidget(self._saved_card(), 1)
        cards.addWidget(self._starter_card())
        column.addWidget(ScrollArea(content), 1)

    def set_rows(self, rows: Sequence[SegmentRow], zone: ZoneInfo, currency: str) -> None:
        """Show these segments; the one that was selected stays so."""
        selected = self.selected_key()
        self.model.set_rows(rows, zone, currency)
        self.table.setMinimumHeight(max(_SMALLEST_TABLE, _HEADER_HEIGHT + ROW_HEIGHT * len(rows)))
        keys = [row.key for row in rows]
        if selected in keys:
            self.table.selectRow(keys.index(selected))
        self._show_tools()

    def set_starters(self, starters: Sequence[SavedSegment]) -> None:
        """Offer these ready-made segments."""
        for tile in self.tiles:
            tile.deleteLater()
        self.tiles = [StarterTile(entry, standing_sentence(entry.tree, self._language)) for entry in starters]
        for tile in self.tiles:
            tile.clicked.connect(partial(self._take_starter, tile.starter))
        self._arrange()

    def set_counts(self, counts: Mapping[Node, int]) -> None:
        """Show how many people each tree finds."""
        self.model.set_counts(counts)
        for tile in self.tiles:
            if tile.starter.tree in counts:
                tile.set_count(counts[tile.starter.tree])

    def selected_key(self) -> int | None:
        """The segment that is selected."""
        row = self.table.selected_row()
        return self.model.rows[row].key if 0 <= row < len(self.model.rows) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tiles into as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _saved_card(self) -> Card:
        card = Card(self.tr("Your segments"))
        self._tools = []
        for icon, words, signal in (
            ("edit", self.tr("Rename (F2)"), self.rename_wanted),
            ("copy", self.tr("Duplicate (Ctrl+D)"), self.duplicate_wanted),
            ("trash", self.tr("Delete (Del)"), self.delete_wanted),
        ):
            tool = IconButton(icon, words)
            tool.clicked.connect(partial(self._ask, signal))
            card.add_tool(tool)
            self._tools.append(tool)
        self.model = SegmentTable(self._language, self)
        self.table = DataTable(numeric=(2, 3), name=self.tr("Your segments"))
        self.table.setModel(self.model)
        self.table.set_columns({0: 250, 2: 88, 3: 108}, stretch=1)
        self.table.set_empty(
            EmptyState(
                "filter",
                self.tr("No segment of your own yet"),
                self.tr("Begin with a ready-made one below, or build your own from single conditions."),
            )
        )
        self.table.setMinimumHeight(_SMALLEST_TABLE)
        self.table.row_activated.connect(self._open_row)
        self.table.row_selected.connect(self._show_tools)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        for keys, signal in (
            ("F2", self.rename_wanted),
            ("Ctrl+D", self.duplicate_wanted),
            ("Delete", self.delete_wanted),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._ask, signal))
        card.add(self.table, 1)
        self._show_tools()
        return card

    def _starter_card(self) -> Card:
        card = Card(self.tr("Ready-made, one click makes a copy of your own"))
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        card.add_layout(self._grid)
        return card

    def _arrange(self) -> None:
        columns = max(1, (self.width() - 48 - 32 + 8) // (TILE_WIDTH + 8))
        if len(self.tiles) > 4:
            columns = min(columns, 4) if columns < 8 else 8
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(9):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _show_tools(self, *_: object) -> None:
        for tool in self._tools:
            tool.setVisible(self.selected_key() is not None)

    def _open_row(self, row: int) -> None:
        self.open_wanted.emit(self.model.rows[row].key)

    def _ask(self, signal: object, *_: object) -> None:
        """Emit one of this widget's signals about the selected segment."""
        key = self.selected_key()
        if key is not None:
            signal.emit(key)  # type: ignore[attr-defined]

    def _take_starter(self, starter: SavedSegment, *_: object) -> None:
        self.starter_wanted.emit(starter)

    def _open_menu(self, where: QPoint) -> None:
        if self.selected_key() is None:
            return
        menu = Menu(self.table)
        for words, signal in (
            (self.tr("Open"), self.open_wanted),
            (self.tr("Rename"), self.rename_wanted),
            (self.tr("Duplicate"), self.duplicate_wanted),
            (self.tr("Delete"), self.delete_wanted),
        ):
            menu.addAction(words, partial(self._ask, signal))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(where))
