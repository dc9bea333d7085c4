"""Whose texts need so many parts."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.amounts import number
from desktop.templates.questions import BarMember
from desktop.widgets.data_table import DataTable
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.row_model import RowModel

MOST = 500
_HEIGHT = 360


class Column(IntEnum):
    """The columns from left to right."""

    MEMBER = 0
    CHARACTERS = 1
    TEXT = 2


class BarMembers(RowModel[BarMember]):
    """One row per member."""

    def __init__(self, members: Sequence[BarMember], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (self.tr("Member"), self.tr("Characters"), self.tr("Text"))
        self._show_rows(tuple(members))

    def text(self, row: BarMember, column: int) -> str:
        """The text of a cell."""
        match Column(column):
            case Column.MEMBER:
                return row.name or self.tr("Without a name")
            case Column.CHARACTERS:
                return number(row.units)
            case Column.TEXT:
                return row.text


class MembersDialog(ModalDialog):
    """A list, the longest text first; Enter or a double click shows a member in the preview.

    Signals:
        member_chosen(int): show the member of that id.
    """

    member_chosen = Signal(int)

    def __init__(self, title: str, members: Sequence[BarMember], people: int, parent: QWidget | None = None) -> None:
        super().__init__(title, width=680, parent=parent)
        if people > len(members):
            self.set_sentence(
                self.tr("The {shown} longest texts of {people}.").format(
                    shown=number(len(members)), people=number(people)
                )
            )
        self.model = BarMembers(members, self)
        self.table = DataTable(numeric={Column.CHARACTERS}, name=title)
        self.table.setModel(self.model)
        self.table.set_columns({Column.MEMBER: 150, Column.CHARACTERS: 90}, Column.TEXT)
        self.table.setMinimumHeight(_HEIGHT)
        self.table.row_activated.connect(self._choose)
        self.add(self.table, 1)
        self.add_reject(self.tr("Close"))
        show = self.add_button(self.tr("Show in the preview"), kind="primary")
        show.clicked.connect(self._choose_selected)
        self.table.selectRow(0)
        self.table.setFocus()

    def _choose_selected(self) -> None:
        if (row := self.table.selected_row()) >= 0:
            self._choose(row)

    def _choose(self, row: int) -> None:
        self.member_chosen.emit(self.model.rows[row].member_id)
        self.accept()
