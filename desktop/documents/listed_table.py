"""The rows of a list of written things, whatever they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from desktop.widgets.row_model import RowModel


class Listed(Protocol):
    """What a list needs to know of something written."""

    @property
    def id(self) -> int:
        """By which it is kept."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def folder(self) -> str:
        """Where the list keeps it; empty: in none."""


Row = TypeVar("Row", bound=Listed)


class ListedTable(RowModel[Row]):
    """One row each; a subclass says the texts of the cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zone = ZoneInfo("UTC")

    def show_items(self, items: Sequence[Row], zone: ZoneInfo) -> None:
        """Show these; days are those of the zone."""
        self.zone = zone
        self._show_rows(tuple(items))

    def row_of(self, item_id: int) -> int:
        """The row of an item, -1 where it is not shown."""
        ids = [item.id for item in self.rows]
        return ids.index(item_id) if item_id in ids else -1
