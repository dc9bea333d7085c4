"""Every wording of a script as a row, with how its recording stands."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.call_scripts.recording import words
from desktop.widgets.row_model import RowModel
from desktop.widgets.tag_cells import TAGS_ROLE

if TYPE_CHECKING:
    from local_db.call_scripts.takes import Recording


class Column(IntEnum):
    """The columns from left to right."""

    STEP = 0
    STATE = 1


class WordingTable(RowModel["Recording"]):
    """One row per wording, in the order of the script."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = (self.tr("Step"), self.tr("Recording"))

    def show_recordings(self, recordings: Sequence[Recording]) -> None:
        """Show these; where only their takes differ, the rows stay where they are."""
        if [one.part for one in self.rows] != [one.part for one in recordings]:
            self._show_rows(recordings)
            return
        self.rows = recordings
        self._cells_changed(Column.STEP, Column.STATE)

    def text(self, row: Recording, column: int) -> str:
        """The step; its state is a tag instead."""
        return words.title(row) if column == Column.STEP else ""

    def role_value(self, row: Recording, column: int, role: int) -> object:
        """The whole text as a tooltip, and the tag of the state."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.text
        if column != Column.STATE:
            return None
        if role == TAGS_ROLE:
            return (words.state(row),)
        return words.state(row)[0] if role == Qt.ItemDataRole.AccessibleTextRole else None
