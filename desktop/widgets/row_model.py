"""What every table's model needs: so many rows, titles over the columns, a text in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_TOP = QModelIndex()


class RowModel(QAbstractTableModel, Generic[Row]):
    """Rows to read; a subclass sets `titles`, hands its rows to `_show_rows`, and says the `text` of a cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles: Sequence[str] = ()
        self.rows: Sequence[Row] = ()

    def text(self, row: Row, column: int) -> str:
        """What a cell says."""
        raise NotImplementedError

    def role_value(self, row: Row, column: int, role: int) -> object:  # noqa: ARG002 - for subclasses
        """What a cell has besides its text: tags, a tooltip, a font; None for nothing."""
        return None

    def _show_rows(self, rows: Sequence[Row], titles: Sequence[str] | None = None) -> None:
        """Show other rows, under other titles where given."""
        self.beginResetModel()
        self.rows = rows
        if titles is not None:
            self.titles = titles
        self.endResetModel()

    def _cells_changed(self, first: int, last: int) -> None:
        """Say that the cells of these columns have another text in every row."""
        if self.rows:
            self.dataChanged.emit(self.index(0, first), self.index(len(self.rows) - 1, last))

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """One per title."""
        return 0 if parent.isValid() else len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.titles[section] if 0 <= section < len(self.titles) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, or what else it has."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        return self.text(row, column) if role == Qt.ItemDataRole.DisplayRole else self.role_value(row, column, role)
