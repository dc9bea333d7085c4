"""The list of templates as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.amounts import day, number
from desktop.campaigns.planning import Size
from local_db.templates.model import Purpose, Template

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Column(IntEnum):
    """The columns from left to right."""

    NAME = 0
    PURPOSE = 1
    TEXT = 2
    CHARACTERS = 3
    PARTS = 4
    CHANGED = 5


class TemplateTable(QAbstractTableModel):
    """One row per template; sizes follow when they are known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._templates: tuple[Template, ...] = ()
        self._sizes: Mapping[int, Size] | None = None
        self._zone = ZoneInfo("UTC")

    def set_templates(self, templates: Sequence[Template], zone: ZoneInfo) -> None:
        """Show these; days are those of the zone."""
        self.beginResetModel()
        self._templates = tuple(templates)
        self._zone = zone
        self.endResetModel()

    def set_sizes(self, sizes: Mapping[int, Size]) -> None:
        """How long the texts of each template are, by its id."""
        self._sizes = dict(sizes)
        if self._templates:
            last = len(self._templates) - 1
            self.dataChanged.emit(self.index(0, Column.CHARACTERS), self.index(last, Column.PARTS))

    def template(self, row: int) -> Template:
        """The template of a row."""
        return self._templates[row]

    def row_of(self, template_id: int) -> int:
        """The row of a template, -1 where it is not shown."""
        ids = [template.id for template in self._templates]
        return ids.index(template_id) if template_id in ids else -1

    def rowCount(self, parent: Index = _TOP) -> int:
        """One per template."""
        return 0 if parent.isValid() else len(self._templates)

    def columnCount(self, parent: Index = _TOP) -> int:
        """As in `Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("Name"),
            Column.PURPOSE: self.tr("Purpose"),
            Column.TEXT: self.tr("Text"),
            Column.CHARACTERS: self.tr("Characters"),
            Column.PARTS: self.tr("Parts"),
            Column.CHANGED: self.tr("Changed"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        template = self._templates[index.row()]
        match Column(index.column()):
            case Column.NAME:
                return template.name
            case Column.PURPOSE:
                marketing = template.purpose is Purpose.MARKETING
                return self.tr("Marketing") if marketing else self.tr("Notification")
            case Column.TEXT:
                return " ".join(template.body.split())
            case Column.CHARACTERS:
                return self._size(template, "shortest", "longest")
            case Column.PARTS:
                return self._size(template, "fewest_parts", "most_parts")
            case Column.CHANGED:
                return day(template.changed_at, self._zone)

    def _size(self, template: Template, least: str, most: str) -> str:
        if self._sizes is None:
            return "…"  # being measured
        size = self._sizes.get(template.id)
        return "—" if size is None else span(getattr(size, least), getattr(size, most))


def span(least: int, most: int) -> str:
    """52 – 79, or one number where both are the same."""
    return number(least) if least == most else f"{number(least)} – {number(most)}"
