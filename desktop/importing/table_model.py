"""Small read-only tables of the import dialog: first rows, problems, files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop import amounts, wording
from desktop.widgets.tag_cells import TAGS_ROLE

if TYPE_CHECKING:
    from desktop.widgets.status_tag import TagTone
    from local_db.importing.model import Problem

Index = QModelIndex | QPersistentModelIndex


class TextTableModel(QAbstractTableModel):
    """Rows of texts under headers; a row may carry tags in its last column."""

    def __init__(self, headers: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._rows: Sequence[Sequence[str]] = ()
        self._tags: Sequence[tuple[str, TagTone]] = ()

    def show(
        self,
        rows: Sequence[Sequence[str]],
        headers: Sequence[str] | None = None,
        tags: Sequence[tuple[str, TagTone]] = (),
    ) -> None:
        """Show other rows, with other headers where given; `tags` is one per row."""
        self.beginResetModel()
        self._rows, self._tags = rows, tags
        if headers is not None:
            self._headers = tuple(headers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default, never changed
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default, never changed
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A column's header."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, or the row's tag in the last column."""
        if role == TAGS_ROLE and self._tags and index.column() == len(self._headers) - 1:
            return (self._tags[index.row()],)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return row[index.column()] if index.column() < len(row) else ""


def problem_rows(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    """Row number, column and what is wrong; a dash where the whole file is meant."""
    return [
        (amounts.number(found.row) if found.row else "—", found.column or "—", _capital(wording.problem(found)))
        for found in problems
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
