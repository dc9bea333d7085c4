"""Chooses the member who is the same person as another one, and shows both before they are joined."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.members import words
from desktop.members.person_side import PersonSide
from desktop.widgets.data_table import DataTable
from desktop.widgets.divider import Divider
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.row_model import RowModel
from desktop.widgets.search_field import SearchField
from local_db.members.model import SortKey

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.shell.context import PageContext
    from local_db.members.finder import Found, MemberFinder
    from local_db.members.model import Figures, MemberRow

    Row = tuple[MemberRow, Figures]

SHOWN = 50
_HEIGHT = 220


class MergeDialog(ModalDialog):
    """Finds by typing; Enter merges.

    Signals:
        merge_wanted(int): the member of this id was chosen.
    """

    merge_wanted = Signal(int)

    def __init__(self, context: PageContext, finder: MemberFinder, member: Row, parent: QWidget | None = None) -> None:
        super().__init__("", width=640, parent=parent)
        self.set_title(self.tr("Merge with another member"))
        self.set_sentence(
            self.tr("Orders, notes, tags and consents of both belong to one member afterwards; it can be undone.")
        )
        self._finder = finder
        self._member = member
        self._question = context.background.latest()
        self._found: Found | None = None
        self.search = SearchField(self.tr("Nick, name, pinyin, phone ending or order number"))
        self.search.query_changed.connect(self._ask)
        self.model = PeopleModel(self)
        self.table = DataTable(name=self.tr("Members"))
        self.table.setModel(self.model)
        self.table.set_columns({1: 110, 2: 120, 3: 130}, stretch=0)
        self.table.set_empty(EmptyState("people", self.tr("Nobody is found")))
        self.table.setMinimumHeight(_HEIGHT)
        self.table.row_selected.connect(self._chosen)
        self.table.row_activated.connect(self._activated)
        self.own, self.other = PersonSide(), PersonSide()
        self.add(self.search)
        self.add(self.table, 1)
        self.add(self._sides())
        self.add_reject()
        self.merge_button = self.add_button(self.tr("Merge"), kind="primary")
        self.merge_button.setEnabled(False)
        self.merge_button.clicked.connect(self._merge)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def _sides(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.own, 1)
        row.addWidget(Divider(vertical=True))
        row.addWidget(self.other, 1)
        self.other.hide()
        return box

    def _ask(self) -> None:
        self._question.run(partial(self._read, self.search.query()), self._show)

    def _read(self, query: str) -> tuple[Found, list[Row]]:
        found = self._finder.find(query, SortKey.LAST, descending=True)
        ids = [member for member in found.ids[: SHOWN + 1].tolist() if member != self._member[0].id]
        return found, self._finder.rows(found.listing, ids[:SHOWN])

    def _show(self, answer: tuple[Found, list[Row]]) -> None:
        self._found, rows = answer
        roster = self._found.listing.roster
        self.own.show_member(*self._member, roster.currency, roster.zone)
        self.model.show(rows)
        self._chosen(self.table.selected_row())

    def _chosen(self, row: int) -> None:
        chosen = 0 <= row < self.model.rowCount()
        self.merge_button.setEnabled(chosen)
        self.other.setVisible(chosen)
        if chosen and self._found is not None:
            roster = self._found.listing.roster
            self.other.show_member(*self.model.rows[row], roster.currency, roster.zone)

    def _activated(self, row: int) -> None:
        self._chosen(row)
        self._merge()

    def _merge(self) -> None:
        row = self.table.selected_row()
        if row >= 0:
            self.merge_wanted.emit(self.model.rows[row][0].id)
            self.accept()


class PeopleModel(RowModel["Row"]):
    """Members with what tells them apart at a glance."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (self.tr("Nick"), self.tr("Name"), self.tr("Platform"), self.tr("Phone"))

    def show(self, rows: list[Row]) -> None:
        """Show other members."""
        self._show_rows(rows)

    def text(self, row: Row, column: int) -> str:
        """What a cell says."""
        return _CELLS[column](row[0])


_CELLS: tuple[Callable[[MemberRow], str], ...] = (
    words.shown_name,
    lambda row: row.name,
    lambda row: words.platform(row.platform),
    lambda row: row.phone or words.phone_kind(row.phone_kind)[0],
)
