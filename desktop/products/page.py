"""The page Products: categories with their keywords, and the products that fall into them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts, wording
from desktop.members.sections import member_sections
from desktop.products import category_table, product_table
from desktop.products.category_card import CategoryCard
from desktop.products.category_table import CategoryList, CategoryTable
from desktop.products.product_table import ProductTable
from desktop.products.suggestion_card import SuggestionCard
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.card_column import CardColumn
from desktop.widgets.data_table import ROW_HEIGHT, DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.menu import Menu
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.search_field import SearchField
from local_db.changes import Changes
from local_db.errors import RegularsError
from local_db.products import actions
from local_db.products.model import Category, DeletedCategory, Placing, Product, Shelf
from local_db.products.rules import fold

if TYPE_CHECKING:
    from desktop.shell.context import PageContext

_PANEL_WIDTH = 340
_SHOWN_CATEGORIES = 9  # rows; more of them scroll
_HEADER_HEIGHT = 34
_CATEGORY_WIDTHS = {
    category_table.NAME: 128, category_table.PRODUCTS: 80, category_table.BUYERS: 76, category_table.MONEY: 96,
}  # fmt: skip
_PRODUCT_WIDTHS = {product_table.CATEGORY: 136, product_table.BUYERS: 76, product_table.MONEY: 96}


class ProductsPage(QWidget):
    """Categories above, products below; the chosen category beside them."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = context.background.latest()
        self._shelf: Shelf | None = None
        self._chosen: int | None = 0  # 0: all products; None: those without a category
        self._name_wanted = False
        self._filling = False
        self._build()
        self._connect()

    def reload(self, changes: Changes) -> None:  # noqa: ARG002 - all of it is read at once
        """Read the shelf again; what is chosen stays so."""
        self._question.run(self._read, self._show, self._failed)

    def _read(self) -> Shelf:
        return actions.shelf(self._context.shop, self._context.rosters.current())

    # --- building ---

    def _build(self) -> None:
        column = PageColumn(self)
        self.header = PageHeader(self.tr("Products"))
        self.header.add_action(member_sections(self._context, "products"))
        self.new = Button(self.tr("New category"), kind="primary", icon="plus")
        self.header.add_action(self.new)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        tables = QVBoxLayout()
        tables.setSpacing(SPACING)
        tables.addWidget(self._categories_card())
        tables.addWidget(self._products_card(), 1)
        row.addLayout(tables, 1)
        row.addWidget(self._panel())
        column.addLayout(row, 1)

    def _categories_card(self) -> Card:
        self.categories_card = Card()
        self.categories = CategoryTable(self)
        self.category_list = CategoryList(self.categories, self.tr("Categories"))
        self.category_list.set_columns(_CATEGORY_WIDTHS, stretch=category_table.KEYWORDS)
        self.category_list.setToolTip(self.tr("The first category that fits takes a product: drag to change the order"))
        self.categories_card.add(self.category_list)
        return self.categories_card

    def _products_card(self) -> Card:
        card = Card()
        tools = QHBoxLayout()
        tools.setSpacing(8)
        self.search = SearchField(self.tr("Find a product"))
        self.search.setMaximumWidth(320)
        self.place_button = Button(self.tr("Put into…"), dense=True)
        self.place_button.hide()
        tools.addWidget(self.search, 1)
        tools.addStretch(0)
        tools.addWidget(self.place_button)
        card.add_layout(tools)
        self.products = ProductTable(self)
        numeric = (product_table.BUYERS, product_table.MONEY)
        self.product_list = DataTable(numeric=numeric, name=self.tr("Products"))
        self.product_list.setModel(self.products)
        self.product_list.set_columns(_PRODUCT_WIDTHS, stretch=product_table.TITLE)
        self.product_list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.empty = EmptyState("folder", "")
        self.empty.setVisible(False)
        card.add(self.product_list, 1)
        return card

    def _panel(self) -> QWidget:
        self.card = CategoryCard()
        self.card.hide()
        self.suggestions = SuggestionCard()
        self.suggestions.hide()
        self.panel = CardColumn(self.card, self.suggestions)
        self.panel.setFixedWidth(_PANEL_WIDTH)
        self.panel.hide()
        return self.panel

    def _connect(self) -> None:
        self.new.clicked.connect(self._new)
        self.search.query_changed.connect(self._fill_products)
        self.empty.action_triggered.connect(self._empty_action)
        # Not the current row: the focus alone makes the first one that.
        self.category_list.selectionModel().selectionChanged.connect(self._choose_selected)
        self.category_list.moved.connect(self._move)
        self.product_list.selectionModel().selectionChanged.connect(self._say_selected)
        self.place_button.clicked.connect(self._open_places)
        self.card.closed.connect(self._close)
        self.card.changed.connect(self._save)
        self.card.delete_wanted.connect(self._delete)
        self.suggestions.wanted.connect(self._add)
        shortcut = QShortcut(QKeySequence("Delete"), self.category_list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._delete_chosen)

    # --- showing ---

    def _show(self, shelf: Shelf) -> None:
        self._shelf = shelf
        without = sum(product.category_id is None for product in shelf.products)
        sentence = self.tr(
            "{products} products, {without} of them in no category. Rules about taste ask for categories."
        )
        facts = {"products": amounts.number(len(shelf.products)), "without": amounts.number(without)}
        self.header.set_sentence(sentence.format(**facts) if shelf.products else "")
        self._filling = True  # the selection only moves with its category
        self.categories.show_shelf(shelf)
        place = self.categories.row_of(self._chosen)
        if place >= 0:
            self.category_list.selectRow(place)
        else:
            self._chosen = 0
        self._filling = False
        self.categories_card.setVisible(bool(shelf.categories))
        rows = min(len(shelf.categories) + 1, _SHOWN_CATEGORIES)
        self.category_list.setFixedHeight(_HEADER_HEIGHT + rows * ROW_HEIGHT)
        self.new.setVisible(bool(shelf.products))
        self.search.setVisible(bool(shelf.products))
        self.suggestions.show_suggestions(shelf.suggested, shelf.products)
        self._fill_products()
        self._show_chosen()

    def _fill_products(self, _query: str = "") -> None:
        if self._shelf is None:
            return
        wanted = fold(self.search.query())
        rows = [
            product for product in self._shelf.products if self._is_shown(product) and wanted in fold(product.title)
        ]
        self.products.show_products(self._shelf, rows)
        self._say_selected()
        if wanted:
            self.empty.set_texts(self.tr("No product is called like this"), "", self.tr("Clear the search"))
        elif self._shelf.products:
            self.empty.set_texts(self.tr("No product falls into this category"))
        else:
            self.empty.set_texts(
                self.tr("No products yet"),
                self.tr("Import the order list or the item list of your platform; their titles become products."),
                self.tr("Import orders"),
            )
        if self.empty.parent() is not self.product_list:
            self.product_list.set_empty(self.empty)

    def _is_shown(self, product: Product) -> bool:
        return self._chosen == 0 or product.category_id == self._chosen

    def _show_chosen(self) -> None:
        category = self._category()
        if category is not None and self._shelf is not None:
            self.card.show_category(category, self._shelf.products, self._shelf.categories)
        self.card.setVisible(category is not None)
        self.panel.setVisible(category is not None or not self.suggestions.isHidden())
        if category is not None and self._name_wanted:
            self._name_wanted = False
            self.card.name.setFocus()
            self.card.name.selectAll()

    def _category(self) -> Category | None:
        known = self._shelf.categories if self._shelf is not None else ()
        return next((category for category in known if category.id == self._chosen), None)

    def _choose_selected(self, *_: object) -> None:
        place = self.category_list.selected_row()
        if not self._filling and 0 <= place < len(self.categories.rows):
            row = self.categories.rows[place]
            self._chosen = None if row is None else row.id
            self._fill_products()
            self._show_chosen()

    def _close(self) -> None:
        self._chosen = 0
        self.category_list.clearSelection()
        self._fill_products()
        self._show_chosen()

    # --- changing categories ---

    def _do(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._context.background.run(work, done, self._failed, writes=True)

    def _new(self) -> None:
        names = {category.name for category in self._shelf.categories} if self._shelf is not None else set()
        name, number = self.tr("New category"), 2
        while name in names:
            name, number = self.tr("New category {number}").format(number=number), number + 1
        self._name_wanted = True
        self._do(partial(actions.save_category, self._context.shop, Category(name)), self._made)

    def _made(self, answer: tuple[Category, Changes]) -> None:
        category, changes = answer
        self._chosen = category.id
        self._context.changes.announce(changes)

    def _save(self, category: Category) -> None:
        before = self._category()
        work = partial(actions.save_category, self._context.shop, category)
        self._do(work, partial(self._saved, before))

    def _saved(self, before: Category | None, answer: tuple[Category, Changes]) -> None:
        category, changes = answer
        self._context.changes.announce(changes)
        if before is not None and before.id == category.id:
            undo = partial(actions.save_category, self._context.shop, before)
            self._offer_undo(self.tr("Saved “{name}”.").format(name=category.name), undo)

    def _delete_chosen(self) -> None:
        if self._category() is not None and self._chosen:
            self._delete(self._chosen)

    def _delete(self, category_id: int) -> None:
        self._do(partial(actions.delete_category, self._context.shop, category_id), self._deleted)

    def _deleted(self, answer: tuple[DeletedCategory, Changes]) -> None:
        deleted, changes = answer
        self._chosen = 0
        self._context.changes.announce(changes)
        undo = partial(actions.restore_category, self._context.shop, deleted)
        self._offer_undo(self.tr("Deleted “{name}”.").format(name=deleted.category.name), undo)

    def _move(self, source: int, before: int) -> None:
        ids = self.categories.ids()
        if source >= len(ids):
            return
        moved = ids[source]
        rest = [key for key in ids if key != moved]
        place = before - (before > source)
        order = [*rest[:place], moved, *rest[place:]]
        if order != ids:
            self._do(partial(actions.order_categories, self._context.shop, order), self._ordered)

    def _ordered(self, answer: tuple[tuple[int, ...], Changes]) -> None:
        before, changes = answer
        self._context.changes.announce(changes)
        undo = partial(actions.order_categories, self._context.shop, before)
        self._offer_undo(self.tr("The order of the categories was changed."), undo)

    def _add(self, categories: tuple[Category, ...]) -> None:
        self._do(partial(actions.add_categories, self._context.shop, categories), self._added)

    def _added(self, answer: tuple[tuple[Category, ...], Changes]) -> None:
        added, changes = answer
        self._context.changes.announce(changes)
        if added:
            undo = partial(actions.delete_categories, self._context.shop, [category.id for category in added])
            said = self.tr("Added {names}.").format(names=wording.listed([category.name for category in added]))
            self._offer_undo(said, undo)

    # --- placing products ---

    def _say_selected(self, *_: object) -> None:
        titles = self._selected()
        self.place_button.setText(self.tr("Put {count} into…").format(count=amounts.number(len(titles))))
        self.place_button.setVisible(bool(titles))

    def _selected(self) -> list[str]:
        rows = self.product_list.selectionModel().selectedRows()
        return [self.products.rows[index.row()].title for index in rows if index.row() < len(self.products.rows)]

    def _open_places(self) -> None:
        if self._shelf is None:
            return
        menu = Menu(self.place_button)
        titles = self._selected()
        for category in self._shelf.categories:
            menu.addAction(category.name, partial(self._place, titles, category.id))
        menu.addAction(self.tr("No category"), partial(self._place, titles, None))
        menu.addSeparator()
        menu.addAction(self.tr("Where the keywords say"), partial(self._place, titles, None, by_hand=False))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_below(self.place_button)

    def _place(self, titles: Sequence[str], category_id: int | None, *, by_hand: bool = True) -> None:
        work = partial(actions.place_products, self._context.shop, titles, category_id, by_hand=by_hand)
        self._do(work, partial(self._placed, len(titles)))

    def _placed(self, count: int, answer: tuple[Placing, Changes]) -> None:
        before, changes = answer
        self._context.changes.announce(changes)
        said = self.tr("{count} products placed.").format(count=amounts.number(count))
        self._offer_undo(said, partial(actions.put_back, self._context.shop, before))

    # --- telling ---

    def _offer_undo(self, said: str, undo: Callable[[], object]) -> None:
        action = partial(self._do, undo, self._undone)
        self._context.notices.show(said, "good", action_text=self.tr("Undo"), action=action)

    def _undone(self, answer: Changes | tuple[object, Changes]) -> None:
        self._context.changes.announce(answer if isinstance(answer, Changes) else answer[1])

    def _failed(self, error: BaseException) -> None:
        self._name_wanted = False
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
        self.reload(Changes())  # a name that was refused is not what is stored

    def _empty_action(self) -> None:
        if self.search.query():
            self.search.clear()
            self.search.flush()
            return
        from desktop.importing.import_dialog import choose_and_import

        choose_and_import(self._context, self)
