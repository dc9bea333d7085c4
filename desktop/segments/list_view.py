"""The shop's segments, and ready-made ones to begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.segments.sentence import NO_NAMES, Language, Names
from desktop.segments.starter_gallery import StarterGallery
from desktop.segments.table_model import SegmentRow, SegmentTable
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.data_table import ROW_HEIGHT, DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.menu import Menu
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll_area import ScrollArea
from local_db.segments.tree import Node

_SMALLEST_TABLE = 150
_HEADER_HEIGHT = 34


class SegmentList(QWidget):
    """Shows segments and says what should happen to them; keys are those of drafts.

    Signals:
        new_wanted: an empty segment should be begun.
        open_wanted(int), rename_wanted(int), duplicate_wanted(int), delete_wanted(int): about one segment.
        lists_wanted: the saved lists should be shown.
        rfm_wanted: people should be chosen by recency, frequency and money.
    """

    new_wanted = Signal()
    open_wanted = Signal(int)
    rename_wanted = Signal(int)
    duplicate_wanted = Signal(int)
    delete_wanted = Signal(int)
    lists_wanted = Signal()
    rfm_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        column = PageColumn(self)
        header = PageHeader(
            self.tr("Segments"), self.tr("Groups of members you write to, kept as conditions and counted as of today.")
        )
        self.new = Button(self.tr("New segment"), kind="primary", icon="plus")
        self.new.clicked.connect(self.new_wanted)
        self.lists = Button(self.tr("Lists"), icon="file")
        self.lists.setToolTip(self.tr("Lists of nicks, phones or orders that segments can ask for"))
        self.lists.clicked.connect(self.lists_wanted)
        self.rfm = Button(self.tr("RFM grid"), icon="chart")
        self.rfm.setToolTip(self.tr("Choose people by how lately, how often and for how much they bought"))
        self.rfm.clicked.connect(self.rfm_wanted)
        header.add_action(self.rfm)
        header.add_action(self.lists)
        header.add_action(self.new)
        column.addWidget(header)
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(SPACING)
        cards.addWidget(self._saved_card(), 1)
        cards.addWidget(self._starter_card())
        column.addWidget(ScrollArea(content), 1)

    def set_rows(self, rows: Sequence[SegmentRow], zone: ZoneInfo, currency: str, names: Names = NO_NAMES) -> None:
        """Show these segments; the one that was selected stays so."""
        selected = self.selected_key()
        self.model.set_rows(rows, zone, currency, names)
        self.table.setMinimumHeight(max(_SMALLEST_TABLE, _HEADER_HEIGHT + ROW_HEIGHT * len(rows)))
        keys = [row.key for row in rows]
        if selected in keys:
            self.table.selectRow(keys.index(selected))
        self._show_tools()

    def set_counts(self, counts: Mapping[Node, int]) -> None:
        """Show how many people each tree finds."""
        self.model.set_counts(counts)
        self.gallery.set_counts(counts)

    def nodes(self) -> list[Node]:
        """The trees to count, those of the rows in sight first."""
        rows = list(self.model.rows)
        first = max(0, self.table.rowAt(0))
        return [row.node for row in (*rows[first:], *rows[:first])]

    def selected_key(self) -> int | None:
        """The segment that is selected."""
        row = self.table.selected_row()
        return self.model.rows[row].key if 0 <= row < len(self.model.rows) else None

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
        self.gallery = StarterGallery(self._language)
        card.add(self.gallery)
        return card

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
