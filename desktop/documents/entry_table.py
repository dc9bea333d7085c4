"""Documents as rows of a list."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QObject

from desktop.amounts import day
from desktop.documents.entries import Entry
from desktop.documents.list_view import TableShape
from desktop.documents.listed_table import ListedTable


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    KIND = 1
    TEXT = 2
    FOLDER = 3
    CHANGED = 4


SHAPE = TableShape(
    {Column.NAME: 220, Column.KIND: 150, Column.FOLDER: 110, Column.CHANGED: 110},
    Column.TEXT,
    frozenset({Column.CHANGED}),
)


class EntryTable(ListedTable[Entry]):
    """One row per document."""

    def __init__(self, kind_words: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind_words = kind_words
        self.titles = (self.tr("Name"), self.tr("Kind"), self.tr("Text"), self.tr("Folder"), self.tr("Changed"))

    def text(self, row: Entry, column: int) -> str:
        """The text of a cell."""
        match Column(column):
            case Column.NAME:
                return row.name
            case Column.KIND:
                kind = row.description.kind
                return self._kind_words(kind) if kind else self.tr("cannot be read")
            case Column.TEXT:
                return " ".join(row.description.said.split())
            case Column.FOLDER:
                return row.folder
            case Column.CHANGED:
                return day(row.document.changed_at, self.zone)
