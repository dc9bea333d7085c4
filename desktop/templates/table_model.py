"""The list of templates as rows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QObject

from desktop.amounts import day, number
from desktop.campaigns.planning import Size
from desktop.documents.listed_table import ListedTable
from desktop.templates.variable_words import in_words
from local_db.templates.model import Purpose, Template


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    PURPOSE = 1
    TEXT = 2
    FOLDER = 3
    CHARACTERS = 4
    PARTS = 5
    CHANGED = 6


class TemplateTable(ListedTable[Template]):
    """One row per template; sizes follow when they are known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes: Mapping[int, Size] | None = None
        self.titles = (
            self.tr("Name"),
            self.tr("Purpose"),
            self.tr("Text"),
            self.tr("Folder"),
            self.tr("Characters"),
            self.tr("Parts"),
            self.tr("Changed"),
        )

    def set_sizes(self, sizes: Mapping[int, Size]) -> None:
        """How long the texts of each template are, by its id."""
        self._sizes = dict(sizes)
        self._cells_changed(Column.CHARACTERS, Column.PARTS)

    def text(self, row: Template, column: int) -> str:
        """The text of a cell."""
        match Column(column):
            case Column.NAME:
                return row.name
            case Column.PURPOSE:
                marketing = row.purpose is Purpose.MARKETING
                return self.tr("Marketing") if marketing else self.tr("Notification")
            case Column.TEXT:
                return in_words(row.body)
            case Column.FOLDER:
                return row.folder
            case Column.CHARACTERS:
                return self._size(row, "shortest", "longest")
            case Column.PARTS:
                return self._size(row, "fewest_parts", "most_parts")
            case Column.CHANGED:
                return day(row.changed_at, self.zone)

    def _size(self, template: Template, least: str, most: str) -> str:
        if self._sizes is None:
            return "…"  # being measured
        size = self._sizes.get(template.id)
        return "—" if size is None else span(getattr(size, least), getattr(size, most))


def span(least: int, most: int) -> str:
    """52 – 79, or one number where both are the same."""
    return number(least) if least == most else f"{number(least)} – {number(most)}"
