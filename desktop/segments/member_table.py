"""The matching members as a table; sorting asks the counting again, because only the first of many are here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop import amounts
from local_db.segments.matched import MatchedMember
from local_db.values import local_moment

Index = QModelIndex | QPersistentModelIndex

NICK, SPENT, ORDERS, LAST = range(4)
_SORTS = {SPENT: "spent", ORDERS: "orders", LAST: "last"}


class MemberTable(QAbstractTableModel):
    """Nick, spent, orders, last order.

    Signals:
        sort_wanted(str, bool): a header was pressed: a value of SortKey, and whether it is ascending.
    """

    sort_wanted = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._members: Sequence[MatchedMember] = ()
        self._currency = "CNY"
        self._zone: ZoneInfo | None = None
        self._day = date.min

    def set_members(self, members: Sequence[MatchedMember], currency: str, zone: ZoneInfo, day: date) -> None:
        """Show these members; days of the year of `day` are written without it."""
        self.beginResetModel()
        self._members, self._currency, self._zone, self._day = members, currency, zone, day
        self.endResetModel()

    def member_id(self, row: int) -> int:
        """The id of the member in a row."""
        return self._members[row].id

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the members in another order."""
        if column in _SORTS:
            self.sort_wanted.emit(_SORTS[column], order == Qt.SortOrder.AscendingOrder)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many members are shown."""
        return 0 if parent.isValid() else len(self._members)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Four."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Nick"), self.tr("Spent"), self.tr("Orders"), self.tr("Last"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """A cell's text; the day whole as a tooltip."""
        member = self._members[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == LAST and member.last_order is not None:
            return amounts.day(member.last_order, self._zone) if self._zone is not None else None
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return member.nick or "—"
            case 1:
                return amounts.money(member.spent, self._currency)
            case 2:
                return amounts.number(member.orders)
            case _:
                return self._short_day(member.last_order)

    def _short_day(self, seconds: int | None) -> str:
        if seconds is None or self._zone is None:
            return "—"
        day = local_moment(seconds, self._zone).date()
        return f"{day:%m-%d}" if day.year == self._day.year else f"{day:%Y-%m}"
