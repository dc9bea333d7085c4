"""The shop's segments as a table: name, sentence, people, last change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from desktop import amounts
from desktop.segments.sentence import NO_NAMES, Language, Names, standing_sentence
from desktop.widgets.row_model import RowModel
from local_db.segments.tree import Node

NAME, SENTENCE, PEOPLE, CHANGED = range(4)


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment of the list, saved or not yet; `key` as in Draft."""

    key: int
    name: str
    node: Node
    changed_at: int | None
    unsaved: bool = False
    note: str = ""


class SegmentTable(RowModel[SegmentRow]):
    """Counts come later than the rows."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._counts: Mapping[Node, int] = {}
        self._zone = ZoneInfo("UTC")
        self._currency = "CNY"
        self._names = NO_NAMES
        self.titles = (self.tr("Name"), self.tr("Who"), self.tr("People"), self.tr("Changed"))

    def set_rows(self, rows: Sequence[SegmentRow], zone: ZoneInfo, currency: str, names: Names = NO_NAMES) -> None:
        """Show these segments; days are written in the shop's zone, other segments by their names."""
        self._zone, self._currency, self._names = zone, currency, names
        self._show_rows(rows)

    def set_counts(self, counts: Mapping[Node, int]) -> None:
        """Show how many people each tree matches."""
        self._counts = counts
        self._cells_changed(PEOPLE, PEOPLE)

    def role_value(self, row: SegmentRow, column: int, role: int) -> object:
        """Names are bold; what a segment is for is its tooltip."""
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return row.note or None
        if role != Qt.ItemDataRole.FontRole or column != NAME:
            return None
        font = QFont()
        font.setBold(True)
        return font

    def text(self, row: SegmentRow, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                name = row.name.strip() or self.tr("Without a name")
                return self.tr("{name} · not saved").format(name=name) if row.unsaved else name
            case 1:
                return standing_sentence(row.node, self._language, self._currency, self._names)
            case 2:
                count = self._counts.get(row.node)
                return "…" if count is None else amounts.number(count)
            case _:
                return "—" if row.changed_at is None else amounts.day(row.changed_at, self._zone)
