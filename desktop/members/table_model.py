"""The rows of the list of members, read in chunks when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop import amounts, wording
from desktop.members import words
from desktop.widgets.row_model import Index, RowModel
from desktop.widgets.tag_cells import TAGS_ROLE
from local_db.members.model import SortKey

if TYPE_CHECKING:
    from desktop.shell.background import Background
    from local_db.members.finder import Found, MemberFinder
    from local_db.members.model import Figures, MemberRow

    Row = tuple[MemberRow, Figures]

CHUNK = 100
CHUNKS_KEPT = 60
_ASKED_AT_ONCE = 3  # of a fast scroll only the last chunks are still in sight


class Column(IntEnum):
    """The columns from left to right."""

    NICK = 0
    NAME = 1
    PLACE = 2
    PHONE = 3
    ORDERS = 4
    SPENT = 5
    AVERAGE = 6
    LAST = 7
    TAGS = 8


NUMERIC = (Column.ORDERS, Column.SPENT, Column.AVERAGE, Column.LAST)
SORT_KEYS = {
    Column.NICK: SortKey.NICK,
    Column.NAME: SortKey.NAME,
    Column.PLACE: SortKey.PLACE,
    Column.PHONE: SortKey.PHONE,
    Column.ORDERS: SortKey.ORDERS,
    Column.SPENT: SortKey.SPENT,
    Column.AVERAGE: SortKey.AVERAGE,
    Column.LAST: SortKey.LAST,
    Column.TAGS: SortKey.TAGS,
}


class MembersModel(RowModel[int]):
    """Ids in order; the words of a row are read in the background while a placeholder stands for them.

    Signals:
        sort_asked(int, bool): a header was clicked: the column, and whether the largest come first.
    """

    sort_asked = Signal(int, bool)

    def __init__(self, background: Background, finder: MemberFinder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._finder = finder
        self._found: Found | None = None
        self._chunks: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._asked: set[int] = set()
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)
        self.titles = (
            self.tr("Nick"),
            self.tr("Name"),
            self.tr("Place"),
            self.tr("Phone"),
            self.tr("Purchases"),
            self.tr("Spent"),
            self.tr("Average"),
            self.tr("Last order"),
            self.tr("Tags"),
        )

    def show(self, found: Found, first_rows: Sequence[Row] = ()) -> None:
        """Show other members; the rows of the first chunk may be given at once, so that nothing flickers."""
        self._found = found
        self._chunks.clear()
        self._wanted.clear()
        self._asked.clear()
        if first_rows:
            self._chunks[0] = {row.id: (row, figures) for row, figures in first_rows}
        self._show_rows(cast("Sequence[int]", found.ids))  # an array of them

    def member_id(self, row: int) -> int:
        """The id of a row."""
        return int(self.rows[row])

    def row_of(self, member_id: int) -> int:
        """The row of a member, -1 where the list does not show them."""
        if self._found is None:
            return -1
        places = (self._found.ids == member_id).nonzero()[0]
        return int(places[0]) if len(places) else -1

    def row(self, row: int) -> Row | None:
        """What is known of a row; None while it is read, which this starts."""
        chunk = row // CHUNK
        rows = self._chunks.get(chunk)
        if rows is None:
            self._want(chunk)
            return None
        return rows.get(self.member_id(row))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A column's name; figures are first sorted from the largest."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.InitialSortOrderRole:
            return Qt.SortOrder.DescendingOrder if section in NUMERIC else Qt.SortOrder.AscendingOrder
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text or its tags."""
        if role not in {Qt.ItemDataRole.DisplayRole, TAGS_ROLE, Qt.ItemDataRole.ToolTipRole}:
            return None
        known = self.row(index.row())
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(column, known)
        if known is None:
            return None
        if role == TAGS_ROLE:
            return _tags(column, known[0])
        return wording.listed(known[0].tags) or None if column is Column.TAGS else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask whoever fills the model for another order."""
        if column in SORT_KEYS:  # -1 while nothing is sorted
            self.sort_asked.emit(column, order == Qt.SortOrder.DescendingOrder)

    def _text(self, column: Column, known: Row | None) -> str:
        if known is None or self._found is None:
            return "…" if column is Column.NICK else ""
        roster = self._found.listing.roster
        row, figures = known
        return _FIGURES[column](figures, roster.currency, roster.zone) if column in _FIGURES else _WORDS[column](row)

    def _want(self, chunk: int) -> None:
        if chunk in self._asked:
            return
        self._wanted[chunk] = None
        self._wanted.move_to_end(chunk)
        if not self._ask_soon.isActive():
            self._ask_soon.start()

    def _ask(self) -> None:
        if self._found is None:
            return
        for chunk in list(self._wanted)[-_ASKED_AT_ONCE:]:
            self._asked.add(chunk)
            ids = [int(member_id) for member_id in self.rows[chunk * CHUNK : (chunk + 1) * CHUNK]]
            self._background.run(
                partial(self._finder.rows, self._found.listing, ids), partial(self._take, self._found, chunk)
            )
        self._wanted.clear()

    def _take(self, found: Found, chunk: int, rows: list[Row]) -> None:
        if found is not self._found:
            return
        self._asked.discard(chunk)
        self._chunks[chunk] = {row.id: (row, figures) for row, figures in rows}
        while len(self._chunks) > CHUNKS_KEPT:
            self._chunks.popitem(last=False)
        last = min(len(self.rows), (chunk + 1) * CHUNK) - 1
        self.dataChanged.emit(self.index(chunk * CHUNK, 0), self.index(last, len(Column) - 1))


def _tags(column: Column, row: MemberRow) -> tuple[tuple[str, str], ...]:
    if column is Column.PHONE and not row.phone:
        return (words.phone_kind(row.phone_kind),)
    if column is Column.TAGS:
        return tuple((tag, "accent") for tag in row.tags)
    return ()


_WORDS: dict[Column, Callable[[MemberRow], str]] = {
    Column.NICK: words.shown_name,
    Column.NAME: lambda row: row.name,
    Column.PLACE: words.place,
    Column.PHONE: lambda row: row.phone,
    Column.TAGS: lambda _: "",
}

_FIGURES: dict[Column, Callable[..., str]] = {
    Column.ORDERS: lambda figures, _currency, _zone: amounts.number(figures.orders),
    Column.SPENT: lambda figures, currency, _zone: _money(figures.spent if figures.orders else None, currency),
    Column.AVERAGE: lambda figures, currency, _zone: _money(figures.average, currency),
    Column.LAST: lambda figures, _currency, zone: "—" if figures.last is None else amounts.day(figures.last, zone),
}


def _money(minor: int | None, currency: str) -> str:
    return "—" if minor is None else amounts.money(minor, currency)
