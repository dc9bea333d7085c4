"""All templates, and ready-made texts to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.templates.questions import Surroundings
from desktop.templates.starter_card import StarterCard
from desktop.templates.table_model import Column, TemplateTable
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
from local_db.templates.model import Template

_STARTER_COLUMNS = 3
_SMALLEST_TABLE = 250
_HEADER_HEIGHT = 34
_WIDTHS = {Column.NAME: 180, Column.PURPOSE: 110, Column.CHARACTERS: 110, Column.PARTS: 80, Column.CHANGED: 110}


class TemplateList(QWidget):
    """The table, its actions, and the starters.

    Signals:
        opened(int): open the template of that id.
        new_wanted(object): begin a text, from a starter or, with None, from nothing.
        copy_wanted(Template), deletion_wanted(Template): what to do with the selected one.
    """

    opened = Signal(int)
    new_wanted = Signal(object)
    copy_wanted = Signal(object)
    deletion_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader(
            self.tr("Templates"), self.tr("Texts for many people. Each variable is filled in for every receiver.")
        )
        self.new = Button(self.tr("New text"), kind="primary", icon="plus")
        self.new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        self.header.add_action(self.new)
        self.model = TemplateTable(self)
        self.table = DataTable(numeric={Column.CHARACTERS, Column.PARTS, Column.CHANGED}, name=self.tr("Templates"))
        self.copy = Button(self.tr("Duplicate"), kind="ghost", icon="copy", dense=True)
        self.delete = Button(self.tr("Delete"), kind="ghost", icon="trash", dense=True)
        self._starters = QGridLayout()
        self._offered: tuple[Template, ...] = ()
        self._lay_out()
        self._connect()
        self._allow()

    def show_templates(self, surroundings: Surroundings) -> None:
        """Show these templates; the selected one stays selected."""
        selected = self.selected()
        self.model.set_templates(surroundings.templates, surroundings.zone)
        if selected is not None and (row := self.model.row_of(selected.id)) >= 0:
            self.table.selectRow(row)
        wanted = _HEADER_HEIGHT + ROW_HEIGHT * len(surroundings.templates)
        self.table.setMinimumHeight(max(_SMALLEST_TABLE, wanted))
        some = bool(surroundings.templates)
        had_focus = self.table.hasFocus() or self.empty.button.hasFocus()
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if some else Qt.FocusPolicy.NoFocus)
        if had_focus:
            self.set_first_focus()
        self.copy.setVisible(some)
        self.delete.setVisible(some)
        self._allow()

    def set_first_focus(self) -> None:
        """Put the focus where the next step is."""
        target = self.table if self.model.rowCount() else self.empty.button
        target.setFocus()

    def show_starters(self, starters: Sequence[Template]) -> None:
        """Offer these ready-made texts."""
        if self._offered == tuple(starters):
            return
        self._offered = tuple(starters)
        clear_layout(self._starters)
        for place, starter in enumerate(starters):
            card = StarterCard(starter)
            card.used.connect(self.new_wanted)
            self._starters.addWidget(card, *divmod(place, _STARTER_COLUMNS))

    def starter_cards(self) -> list[StarterCard]:
        """The starters offered."""
        return self._content.findChildren(StarterCard)

    def selected(self) -> Template | None:
        """The selected template."""
        row = self.table.selected_row()
        return self.model.template(row) if row >= 0 else None

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        self._content = QWidget()
        cards = QVBoxLayout(self._content)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(self._table_card(), 1)
        cards.addWidget(Label(self.tr("Ready-made texts"), "heading"))
        self._starters.setSpacing(16)
        for place in range(_STARTER_COLUMNS):
            self._starters.setColumnStretch(place, 1)
        cards.addLayout(self._starters)
        column.addWidget(ScrollArea(self._content), 1)

    def _table_card(self) -> Card:
        self._card = Card(self.tr("Your texts"))
        self._card.add_tool(self.copy)
        self._card.add_tool(self.delete)
        self.table.setModel(self.model)
        self.table.set_columns({int(column): width for column, width in _WIDTHS.items()}, Column.TEXT)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyState(
            "message",
            self.tr("No texts yet"),
            self.tr("Write your first text, or begin with one of the ready-made texts below."),
            self.tr("New text"),
        )
        self.empty.action_triggered.connect(self._new)
        self.table.set_empty(self.empty)
        self._card.add(self.table, 1)
        return self._card

    def _connect(self) -> None:
        self.new.clicked.connect(self._new)
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
        if self.selected() is None:
            return
        menu = Menu(self)
        menu.addAction(self.tr("Open"), self._open_selected)
        menu.addAction(self.tr("Duplicate"), self._copy)
        menu.addAction(self.tr("Delete"), self._delete)
        menu.popup(self.table.viewport().mapToGlobal(where))

    def _open(self, row: int) -> None:
        self.opened.emit(self.model.template(row).id)

    def _open_selected(self) -> None:
        self._open(self.table.selected_row())

    def _new(self) -> None:
        self.new_wanted.emit(None)

    def _copy(self) -> None:
        if (template := self.selected()) is not None:
            self.copy_wanted.emit(template)

    def _delete(self) -> None:
        if (template := self.selected()) is not None:
            self.deletion_wanted.emit(template)
