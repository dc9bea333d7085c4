"""Small read-only tables of the import dialog: first rows, problems, files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop import amounts, wording
from desktop.widgets.row_model import Index, RowModel
from desktop.widgets.tag_cells import TAGS_ROLE

if TYPE_CHECKING:
    from desktop.widgets.status_tag import TagTone
    from local_db.importing.model import Problem


DETAIL_ROLE = Qt.ItemDataRole.UserRole + 30  # the second line of a cell
_DETAIL_ROLES = frozenset({DETAIL_ROLE, Qt.ItemDataRole.AccessibleDescriptionRole})


class TextTableModel(RowModel[Sequence[str]]):
    """Rows of texts under headers; a row may carry a tag in its last column, and a second line in its first."""

    def __init__(self, headers: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = tuple(headers)
        self._tags: Sequence[tuple[str, TagTone]] = ()
        self._details: Sequence[str] = ()

    def show(
        self,
        rows: Sequence[Sequence[str]],
        headers: Sequence[str] | None = None,
        tags: Sequence[tuple[str, TagTone]] = (),
        details: Sequence[str] = (),
    ) -> None:
        """Show other rows, with other headers where given; `tags` and `details` are one per row."""
        self._tags = tags
        self._details = details
        self._show_rows(rows, headers)

    def text(self, row: Sequence[str], column: int) -> str:
        """A cell's text."""
        return row[column] if column < len(row) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, or the row's tag in the last column."""
        if role == TAGS_ROLE and self._tags and index.column() == len(self.titles) - 1:
            return (self._tags[index.row()],)
        if role in _DETAIL_ROLES and self._details and index.column() == 0:
            return self._details[index.row()]
        return super().data(index, role)


def problem_rows(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    """Row number (with its sheet, where several were read), column, what is wrong; a dash for the whole file."""
    return [(_place(found), found.column or "—", _capital(wording.problem(found))) for found in problems]


def _place(found: Problem) -> str:
    return " ".join(filter(None, (found.sheet, amounts.number(found.row)))) if found.row else "—"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
