"""The products as a table: title, category, buyers, money."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from desktop import amounts
from desktop.shell import theme
from desktop.widgets.row_model import RowModel
from local_db.products.model import Product, Sales, Shelf

TITLE, CATEGORY, BUYERS, MONEY = range(4)


class ProductTable(RowModel[Product]):
    """Products that a person has placed say so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = Shelf((), (), {}, {}, "CNY")
        self._names: dict[int | None, str] = {}
        self.titles = (self.tr("Product"), self.tr("Category"), self.tr("Buyers"), self.tr("Money"))

    def show_products(self, shelf: Shelf, rows: Sequence[Product]) -> None:
        """Show these of the products."""
        self._shelf = shelf
        self._names = {category.id: category.name for category in shelf.categories}
        self._show_rows(rows)

    def text(self, row: Product, column: int) -> str:
        """A cell's text."""
        sales = self._shelf.by_title.get(row.title, Sales())
        match column:
            case 0:
                return row.title
            case 1:
                name = self._names.get(row.category_id, "—")
                return self.tr("{name} · by hand").format(name=name) if row.by_hand else name
            case 2:
                return amounts.number(sales.buyers)
            case _:
                return amounts.money_short(sales.money, self._shelf.currency)

    def role_value(self, row: Product, column: int, role: int) -> object:
        """What no rule and nobody has placed is muted."""
        if role == Qt.ItemDataRole.ForegroundRole and column == CATEGORY and row.category_id is None:
            return theme.colour("muted")
        return None
