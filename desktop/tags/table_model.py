"""The shop's tags as a table: name, who gives it, what it means, people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from desktop import amounts
from desktop.shell import theme
from desktop.tags import words
from desktop.widgets.row_model import RowModel
from local_db.tags.model import TagList, TagRow

NAME, GIVEN_BY, DEFINITION, PEOPLE = range(4)


class TagTable(RowModel[TagRow]):
    """Tags that are off are muted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = TagList((), {}, {}, 0, "CNY")
        self.titles = (self.tr("Tag"), self.tr("Given by"), self.tr("Definition"), self.tr("People"))

    def show_tags(self, found: TagList, rows: Sequence[TagRow]) -> None:
        """Show these of the tags."""
        self._found = found
        self._show_rows(rows)

    def row_of(self, tag_id: int) -> int:
        """The row of a tag, -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.tag.id == tag_id), -1)

    def role_value(self, row: TagRow, column: int, role: int) -> object:
        """Names are bold; what is off is muted."""
        if role == Qt.ItemDataRole.FontRole and column == NAME:
            font = QFont()
            font.setBold(True)
            return font
        off = row.tag.rule is not None and row.tag.rule.off
        if role == Qt.ItemDataRole.ForegroundRole and (off or column == GIVEN_BY):
            return theme.colour("muted")
        return None

    def text(self, row: TagRow, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                return row.tag.name
            case 1:
                return words.given_by(row.tag)
            case 2:
                return words.definition(row.tag, self._found)
            case _:
                off = row.tag.rule is not None and row.tag.rule.off
                return self.tr("off") if off else amounts.number(row.people)
