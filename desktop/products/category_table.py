"""The categories as a table whose rows are dragged into another order; last, the products without one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop import amounts, wording
from desktop.shell import theme
from desktop.widgets.data_table import DataTable
from desktop.widgets.row_model import RowModel
from local_db.products.model import Category, Sales, Shelf

NAME, KEYWORDS, PRODUCTS, BUYERS, MONEY = range(5)
_MIME = "application/x-regulars-category"
Index = QModelIndex | QPersistentModelIndex


class CategoryTable(RowModel[Category | None]):
    """One row per category, in the order in which they are asked; None stands for no category.

    Signals:
        moved(int, int): the row was dropped before another one.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sales: dict[int | None, Sales] = {}
        self._products: dict[int | None, int] = {}
        self._currency = "CNY"
        self.titles = (
            self.tr("Category"), self.tr("Keywords"), self.tr("Products"), self.tr("Buyers"), self.tr("Money"),
        )  # fmt: skip

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the categories there are."""
        self._sales, self._currency = shelf.by_category, shelf.currency
        self._products = {}
        for product in shelf.products:
            self._products[product.category_id] = self._products.get(product.category_id, 0) + 1
        self._show_rows((*shelf.categories, None) if shelf.products or shelf.categories else ())

    def row_of(self, category_id: int | None) -> int:
        """The row of a category, -1 where there is none."""
        keys = [row.id if row is not None else None for row in self.rows]
        return keys.index(category_id) if category_id in keys else -1

    def ids(self) -> list[int]:
        """The categories' ids in the order shown."""
        return [row.id for row in self.rows if row is not None]

    def text(self, row: Category | None, column: int) -> str:
        """A cell's text."""
        key = None if row is None else row.id
        sales = self._sales.get(key, Sales())
        match column:
            case 0:
                return self.tr("No category") if row is None else row.name
            case 1:
                return "" if row is None else wording.listed(row.keywords)
            case 2:
                return amounts.number(self._products.get(key, 0))
            case 3:
                return amounts.number(sales.buyers)
            case _:
                return amounts.money_short(sales.money, self._currency)

    def role_value(self, row: Category | None, column: int, role: int) -> object:
        """Names are bold; what has no category is muted."""
        if role == Qt.ItemDataRole.ForegroundRole and row is None:
            return theme.colour("muted")
        if role != Qt.ItemDataRole.FontRole or column != NAME or row is None:
            return None
        font = QFont()
        font.setBold(True)
        return font

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Categories can be dragged, and dropped between others."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        return flags if self.rows[index.row()] is None else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What is dragged."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The row that is dragged."""
        data = QMimeData()
        data.setData(_MIME, str(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002 - Qt's signature
        row: int,
        column: int,  # noqa: ARG002 - Qt's signature
        parent: Index,
    ) -> bool:
        """Ask for the new order; nothing is moved here, the rows are read again."""
        source = int(bytes(data.data(_MIME).data()).decode() or -1)
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self.ids())
        if source >= 0:
            self.moved.emit(source, min(target, len(self.ids())))
        return False


class CategoryList(DataTable):
    """Rows are dragged, or moved with Alt and the arrow keys.

    Signals:
        moved(int, int): a row should stand before another one.
    """

    moved = Signal(int, int)

    def __init__(self, model: CategoryTable, name: str, parent: QWidget | None = None) -> None:
        super().__init__(numeric=(PRODUCTS, BUYERS, MONEY), name=name, parent=parent)
        self.setModel(model)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        model.moved.connect(self.moved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row with Alt and an arrow."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 2}.get(Qt.Key(event.key()), 0)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step:
            row = self.selected_row()
            if row >= 0 and row + step >= 0:
                self.moved.emit(row, row + step)
            return
        super().keyPressEvent(event)
