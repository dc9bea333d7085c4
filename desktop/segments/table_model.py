"""The shop's segments as a table: name, sentence, people, last change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from desktop import amounts
from desktop.segments.sentence import Language, standing_sentence
from local_db.segments.tree import Node

Index = QModelIndex | QPersistentModelIndex

NAME, SENTENCE, PEOPLE, CHANGED = range(4)


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment of the list, saved or not yet; `key` as in Draft."""

    key: int
    name: str
    node: Node
    changed_at: int | None
    unsaved: bool = False


class SegmentTable(QAbstractTableModel):
    """Counts come later than the rows."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self.rows: Sequence[SegmentRow] = ()
        self._counts: Mapping[Node, int] = {}
        self._zone = ZoneInfo("UTC")
        self._currency = "CNY"

    def set_rows(self, rows: Sequence[SegmentRow], zone: ZoneInfo, currency: str) -> None:
        """Show these segments; days are written in the shop's zone."""
        self.beginResetModel()
        self.rows, self._zone, self._currency = rows, zone, currency
        self.endResetModel()

    def set_counts(self, counts: Mapping[Node, int]) -> None:
        """Show how many people each tree matches."""
        self._counts = counts
        if self.rows:
            self.dataChanged.emit(self.index(0, PEOPLE), self.index(len(self.rows) - 1, PEOPLE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many segments there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Four."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Name"), self.tr("Who"), self.tr("People"), self.tr("Changed"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text; names are bold."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.FontRole and index.column() == NAME:
            font = QFont()
            font.setBold(True)
            return font
        return self._text(row, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, row: SegmentRow, column: int) -> str:
        match column:
            case 0:
                name = row.name.strip() or self.tr("Without a name")
                return self.tr("{name} · not saved").format(name=name) if row.unsaved else name
            case 1:
                return standing_sentence(row.node, self._language, self._currency)
            case 2:
                count = self._counts.get(row.node)
                return "…" if count is None else amounts.number(count)
            case _:
                return "—" if row.changed_at is None else amounts.day(row.changed_at, self._zone)
