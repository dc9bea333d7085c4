"""The matching members as a table; sorting asks the counting again, because only the first of many are here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal

from desktop import amounts
from desktop.widgets.row_model import RowModel
from local_db.segments.matched import MatchedMember
from local_db.values import local_moment

NICK, SPENT, ORDERS, LAST = range(4)
WIDTHS = {SPENT: 104, ORDERS: 58, LAST: 70}  # room for a hundred thousand with its cents
_SORTS = {SPENT: "spent", ORDERS: "orders", LAST: "last"}


class MemberTable(RowModel[MatchedMember]):
    """Nick, spent, orders, last order.

    Signals:
        sort_wanted(str, bool): a header was pressed: a value of SortKey, and whether it is ascending.
    """

    sort_wanted = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._currency = "CNY"
        self._zone: ZoneInfo | None = None
        self._day = date.min
        self.titles = (self.tr("Nick"), self.tr("Spent"), self.tr("Orders"), self.tr("Last"))

    def set_members(self, members: Sequence[MatchedMember], currency: str, zone: ZoneInfo, day: date) -> None:
        """Show these members; days of the year of `day` are written without it."""
        self._currency, self._zone, self._day = currency, zone, day
        self._show_rows(members)

    def member_id(self, row: int) -> int:
        """The id of the member in a row."""
        return self.rows[row].id

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the members in another order."""
        if column in _SORTS:
            self.sort_wanted.emit(_SORTS[column], order == Qt.SortOrder.AscendingOrder)

    def role_value(self, row: MatchedMember, column: int, role: int) -> object:
        """The day of the last order whole as a tooltip."""
        if role != Qt.ItemDataRole.ToolTipRole or column != LAST or row.last_order is None or self._zone is None:
            return None
        return amounts.day(row.last_order, self._zone)

    def text(self, row: MatchedMember, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                return row.nick or "—"
            case 1:
                return amounts.money(row.spent, self._currency)
            case 2:
                return amounts.number(row.orders)
            case _:
                return self._short_day(row.last_order)

    def _short_day(self, seconds: int | None) -> str:
        if seconds is None or self._zone is None:
            return "—"
        day = local_moment(seconds, self._zone).date()
        return f"{day:%m-%d}" if day.year == self._day.year else f"{day:%Y-%m}"
