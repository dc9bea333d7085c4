"""The rows of the list of members, read in chunks when they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop import amounts, wording
from desktop.members import words
from desktop.members.columns import NUMERIC, SORT_KEYS, Column, title
from desktop.widgets.row_model import Index, RowModel
from desktop.widgets.tag_cells import TAGS_ROLE

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from desktop.shell.background import Background
    from local_db.members.finder import Found, MemberFinder
    from local_db.members.model import Figures, MemberRow

    Row = tuple[MemberRow, Figures]

CHUNK = 100
CHUNKS_KEPT = 80
_ROLES = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole), int(TAGS_ROLE)})
_ASKED_AT_ONCE = 3  # of a fast scroll only the last chunks are still in sight


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
        self._stale: set[int] = set()
        self._ask_soon = QTimer(self)
        self._ask_soon.setSingleShot(True)
        self._ask_soon.setInterval(0)
        self._ask_soon.timeout.connect(self._ask)
        self.titles = tuple(title(column) for column in Column)

    def show(self, found: Found, first_rows: Sequence[Row] = ()) -> None:
        """Show other members; the rows of the first chunk may be given at once, so that nothing flickers."""
        self._found = found
        self._chunks.clear()
        self._wanted.clear()
        self._asked.clear()
        self._stale.clear()
        if first_rows:
            self._chunks[0] = {row.id: (row, figures) for row, figures in first_rows}
        self._show_rows(cast("Sequence[int]", found.ids))  # an array of them

    def refresh(self) -> None:
        """Read again what is in sight, because something was done to members; the rows stay meanwhile."""
        self._stale = set(self._chunks)
        if len(self.rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(Column) - 1))

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
        if rows is None or chunk in self._stale:
            self._want(chunk)
        return None if rows is None else rows.get(self.member_id(row))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A column's name; figures are first sorted from the largest."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.InitialSortOrderRole:
            return Qt.SortOrder.DescendingOrder if section in NUMERIC else Qt.SortOrder.AscendingOrder
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text or its tags."""
        if role not in _ROLES:  # painting asks for eight others in every cell
            return None
        known = self.row(index.row())
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(column, known)
        if known is None:
            return None
        if role == TAGS_ROLE:
            return _tags(column, known)
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
        if column in _FIGURES:
            return _FIGURES[column](row, figures, roster.currency, roster.zone)
        return _WORDS[column](row)

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
        self._stale.discard(chunk)
        self._chunks[chunk] = {row.id: (row, figures) for row, figures in rows}
        while len(self._chunks) > CHUNKS_KEPT:
            self._chunks.popitem(last=False)
        last = min(len(self.rows), (chunk + 1) * CHUNK) - 1
        self.dataChanged.emit(self.index(chunk * CHUNK, 0), self.index(last, len(Column) - 1))


def _tags(column: Column, known: Row) -> tuple[tuple[str, str], ...]:
    row, figures = known
    if column is Column.PHONE and not row.phone:
        return (words.phone_kind(row.phone_kind),)
    if column is Column.TAGS:
        return tuple((tag, "accent") for tag in row.tags)
    if column is Column.CONSENT:
        return (words.consent(figures.consent),)
    return ()


_WORDS: dict[Column, Callable[[MemberRow], str]] = {
    Column.NICK: words.shown_name,
    Column.NAME: lambda row: row.name,
    Column.PLATFORM: lambda row: words.platform(row.platform),
    Column.PLACE: words.place,
    Column.PROVINCE: lambda row: row.province,
    Column.CITY: lambda row: row.city,
    Column.PHONE: lambda row: row.phone,
    Column.EMAIL: lambda row: row.email,
    Column.TAGS: lambda _: "",
    Column.CONSENT: lambda _: "",
    Column.BIRTHDAY: lambda row: row.birthday,
    Column.TIER: lambda row: row.tier,
}

_FIGURES: dict[Column, Callable[[MemberRow, Figures, str, ZoneInfo], str]] = {
    Column.ORDERS: lambda _row, figures, _currency, _zone: amounts.number(figures.orders),
    Column.SPENT: lambda _row, figures, currency, _zone: _money(figures.spent if figures.orders else None, currency),
    Column.AVERAGE: lambda _row, figures, currency, _zone: _money(figures.average, currency),
    Column.FIRST: lambda _row, figures, _currency, zone: _day(figures.first, zone),
    Column.LAST: lambda _row, figures, _currency, zone: _day(figures.last, zone),
    Column.JOINED: lambda row, _figures, _currency, zone: _day(row.joined_at, zone),
}


def _money(minor: int | None, currency: str) -> str:
    return "—" if minor is None else amounts.money(minor, currency)


def _day(seconds: int | None, zone: ZoneInfo) -> str:
    return "—" if seconds is None else amounts.day(seconds, zone)
