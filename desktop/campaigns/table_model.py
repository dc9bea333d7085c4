"""The list of prepared audiences as rows."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.amounts import day, number, price
from desktop.widgets.row_model import RowModel
from desktop.widgets.tag_cells import TAGS_ROLE

if TYPE_CHECKING:
    from desktop.campaigns.questions import Shelf
    from local_db.campaigns.model import Audience


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    SEGMENT = 1
    MESSAGES = 2
    COST = 3
    PREPARED = 4
    STATE = 5


class AudienceTable(RowModel["Audience"]):
    """One row per audience, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf: Shelf | None = None
        self.titles = (
            self.tr("Name"),
            self.tr("Segment"),
            self.tr("Messages"),
            self.tr("Cost"),
            self.tr("Prepared"),
            self.tr("State"),
        )

    def set_shelf(self, shelf: Shelf) -> None:
        """Show the audiences of this shelf."""
        self._shelf = shelf
        self._show_rows(shelf.audiences)

    def audience(self, row: int) -> Audience | None:
        """The audience of a row."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def role_value(self, row: Audience, column: int, role: int) -> object:
        """The tag of the state, which is also what a screen reader says."""
        if column != Column.STATE:
            return None
        if role == TAGS_ROLE:
            return (self._state(row),)
        return self._state(row)[0] if role == Qt.ItemDataRole.AccessibleTextRole else None

    def text(self, row: Audience, column: int) -> str:
        """The text of a cell; the state is a tag instead."""
        shelf = self._shelf
        if shelf is None:
            return ""
        match Column(column):
            case Column.NAME:
                return row.name
            case Column.SEGMENT:
                segment = shelf.segment(row.segment_id)
                return segment.name if segment is not None else "—"
            case Column.MESSAGES:
                return number(sent(row))
            case Column.COST:
                return price(row.summary.cost, row.summary.currency)
            case Column.PREPARED:
                return day(row.prepared_at, shelf.zone)
            case Column.STATE:
                return ""

    def _state(self, audience: Audience) -> tuple[str, str]:
        if audience.handed_off_at is None:
            return self.tr("no file yet"), "warn"
        return self.tr("handed off"), "good"


def sent(audience: Audience) -> int:
    """How many messages are in the file: those frozen without those left out at the last look."""
    summary = audience.summary
    return summary.messages - summary.withdrawn - summary.repeated
