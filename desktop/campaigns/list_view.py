"""All prepared audiences."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.campaigns.questions import Shelf
from desktop.campaigns.table_model import AudienceTable, Column
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.page_column import PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.tag_cells import TagCells

_WIDTHS = {
    Column.MESSAGES: 88,
    Column.COST: 96,
    Column.PREPARED: 104,
    Column.STATE: 112,
}


class AudienceList(QWidget):
    """The table of audiences.

    Signals:
        opened(int): show the audience of that id.
        new_wanted(): prepare another one.
    """

    opened = Signal(int)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        header = PageHeader(
            self.tr("Campaigns"), self.tr("Audiences that were frozen with their texts and written to a file.")
        )
        self.new = Button(self.tr("Prepare an audience"), kind="primary", icon="plus")
        self.new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        self.new.clicked.connect(self.new_wanted)
        header.add_action(self.new)
        self.model = AudienceTable(self)
        self.table = DataTable(
            numeric={Column.MESSAGES, Column.COST, Column.PREPARED}, name=self.tr("Prepared audiences")
        )
        self.table.setModel(self.model)
        self.table.set_columns({int(column): width for column, width in _WIDTHS.items()}, Column.NAME)
        self.table.set_columns({}, Column.SEGMENT)  # both names share what is left
        self.table.setItemDelegateForColumn(Column.STATE, TagCells(self.table))
        self.table.row_activated.connect(self._open)
        self.empty = EmptyState(
            "megaphone",
            self.tr("Nothing is prepared yet"),
            self.tr(
                "Choose a segment and a text: Regulars takes out everybody who must not be written to, "
                "shows the price, and writes the file for your SMS provider."
            ),
            self.tr("Prepare an audience"),
        )
        self.empty.action_triggered.connect(self.new_wanted)
        self.table.set_empty(self.empty)
        card = Card()
        card.add(self.table, 1)
        column = PageColumn(self)
        column.addWidget(header)
        column.addWidget(card, 1)

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the audiences there are."""
        self.model.set_shelf(shelf)
        self.new.setVisible(bool(shelf.audiences))
        had_focus = self.table.hasFocus() or self.empty.button.hasFocus()
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shelf.audiences else Qt.FocusPolicy.NoFocus)
        if had_focus:
            self.set_first_focus()

    def set_first_focus(self) -> None:
        """Put the focus where the next step is."""
        target = self.table if self.model.rowCount() else self.empty.button
        target.setFocus()

    def _open(self, row: int) -> None:
        audience = self.model.audience(row)
        if audience is not None:
            self.opened.emit(audience.id)
