"""The list of prepared audiences as rows."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.amounts import day, number, price
from desktop.widgets.tag_cells import TAGS_ROLE

if TYPE_CHECKING:
    from desktop.campaigns.questions import Shelf
    from local_db.campaigns.model import Audience

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    SEGMENT = 1
    MESSAGES = 2
    COST = 3
    PREPARED = 4
    STATE = 5


class AudienceTable(QAbstractTableModel):
    """One row per audience, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf: Shelf | None = None

    def set_shelf(self, shelf: Shelf) -> None:
        """Show the audiences of this shelf."""
        self.beginResetModel()
        self._shelf = shelf
        self.endResetModel()

    def audience(self, row: int) -> Audience | None:
        """The audience of a row."""
        return self._shelf.audiences[row] if self._shelf is not None and 0 <= row < self.rowCount() else None

    def rowCount(self, parent: Index = _TOP) -> int:
        """One per audience."""
        return 0 if parent.isValid() or self._shelf is None else len(self._shelf.audiences)

    def columnCount(self, parent: Index = _TOP) -> int:
        """As in `Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("Name"),
            Column.SEGMENT: self.tr("Segment"),
            Column.MESSAGES: self.tr("Messages"),
            Column.COST: self.tr("Cost"),
            Column.PREPARED: self.tr("Prepared"),
            Column.STATE: self.tr("State"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, or its tags."""
        audience = self.audience(index.row()) if index.isValid() else None
        if audience is None or self._shelf is None:
            return None
        if role == TAGS_ROLE and index.column() == Column.STATE:
            return (self._state(audience),)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.STATE:
            return self._state(audience)[0]
        return self._text(audience, Column(index.column())) if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, audience: Audience, column: Column) -> str:
        shelf = self._shelf
        if shelf is None:
            return ""
        match column:
            case Column.NAME:
                return audience.name
            case Column.SEGMENT:
                segment = shelf.segment(audience.segment_id)
                return segment.name if segment is not None else "—"
            case Column.MESSAGES:
                return number(sent(audience))
            case Column.COST:
                return price(audience.summary.cost, audience.summary.currency)
            case Column.PREPARED:
                return day(audience.prepared_at, shelf.zone)
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
