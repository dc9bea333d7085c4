"""Which orders are meant: days and words of the title always in sight, other filters as they are added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.segments.builder.filter_parts import (
    BandPart,
    ChoicePart,
    FilterPart,
    HoursPart,
    PausePart,
    PromotionPart,
    WeekdaysPart,
    WhichPart,
)
from desktop.segments.builder.row_editor import Shown
from desktop.segments.builder.window_field import WindowField
from desktop.segments.builder.word_field import WordField
from desktop.widgets.button import IconButton
from desktop.widgets.chip import Chip
from desktop.widgets.chip_row import ChipRow
from desktop.widgets.label import Label
from local_db.importing.model import STATUSES
from local_db.segments.tree import Band, OrderFilter

PARTS = (
    "category",
    "promotion",
    "which",
    "amount",
    "price",
    "sku",
    "status",
    "shop",
    "platform",
    "weekdays",
    "hours",
    "pause",
)


class OrderFilterField(QWidget):
    """Edits an order filter; `part` names the filter that gets the focus.

    Signals:
        changed: the filter is another one.
    """

    changed = Signal()

    def __init__(self, orders: OrderFilter, shown: Shown, part: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self.orders = orders
        self.parts: dict[str, FilterPart] = {}
        self._boxes: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.window_field = WindowField(
            shown.today, orders.within_days, orders.before_days, orders.from_day, orders.to_day
        )
        self.window_field.changed.connect(self._update)
        self.words = WordField(shown.options.get("ordered", ()), orders.product.titles)
        self.words.changed.connect(self._update)
        self._column.addWidget(self.window_field)
        self._column.addWidget(Label(self.tr("Product title has any of"), "small"))
        self._column.addWidget(self.words)
        self.middle = QVBoxLayout()  # for what a condition says besides the filter
        self.middle.setSpacing(8)
        self._column.addLayout(self.middle)
        self._added = QVBoxLayout()
        self._added.setSpacing(8)
        self._column.addLayout(self._added)
        self.offered = ChipRow()
        self._column.addWidget(self.offered)
        for key in PARTS:
            if self._has(key):
                self._put(key)
        self._show_offered()
        first = self.words if part == "product" else self.parts.get(part, self.window_field)
        self.setFocusProxy(first)

    def add(self, key: str, *_: object) -> None:
        """Add a filter that is not there yet, and go to it."""
        self._put(key)
        self._show_offered()
        self._update()
        self.parts[key].setFocus()

    def remove(self, key: str, *_: object) -> None:
        """Take a filter away."""
        self.window_field.setFocus()
        box = self._boxes.pop(key)
        self._added.removeWidget(box)
        box.hide()
        box.deleteLater()
        del self.parts[key]
        self._show_offered()
        self._update()

    def _has(self, key: str) -> bool:
        orders, product = self.orders, self.orders.product
        given = {
            "category": product.categories,
            "sku": product.skus,
            "price": product.price,
            "promotion": orders.promotions is not None,
            "which": orders.which,
            "amount": orders.amount,
            "status": orders.statuses,
            "shop": orders.shops,
            "platform": orders.platforms,
            "weekdays": orders.weekdays,
            "hours": orders.hours,
            "pause": orders.after_gap_days,
        }
        return bool(given[key])

    def _put(self, key: str) -> None:
        part = self._part(key)
        part.changed.connect(self._update)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        words = self._names()[key]
        head.addWidget(Label(words, "small"), 1)
        away = IconButton("close", self.tr("Remove: {filter}").format(filter=words), size=22)
        away.clicked.connect(partial(self.remove, key))
        head.addWidget(away)
        column.addLayout(head)
        column.addWidget(part)
        self._added.addWidget(box)
        self.parts[key], self._boxes[key] = part, box

    def _part(self, key: str) -> FilterPart:
        orders, product, options = self.orders, self.orders.product, self._shown.options
        match key:
            case "promotion":
                return PromotionPart(options.get("promotion", ()), orders.promotions)
            case "which":
                return WhichPart(orders.which)
            case "amount":
                return BandPart(self._shown, orders.amount, _with_amount)
            case "price":
                return BandPart(self._shown, product.price, _with_price)
            case "weekdays":
                return WeekdaysPart(self._shown, orders.weekdays)
            case "hours":
                return HoursPart(orders.hours)
            case "pause":
                return PausePart(orders.after_gap_days)
            case _:
                on, apply = _CHOICES[key]
                own = key in {"category", "sku", "shop"}
                return ChoicePart(options.get(key, ()), on(orders), apply, own=own)

    def _show_offered(self) -> None:
        chips = []
        names = self._names()
        for key in PARTS:
            if key not in self.parts:
                chip = Chip(f"+ {names[key]}")
                chip.setAccessibleName(self.tr("Add a filter: {filter}").format(filter=names[key]))
                chip.setProperty("tone", "muted")
                chip.clicked.connect(partial(self.add, key))
                chips.append(chip)
        self.offered.set_chips(chips)

    def _update(self, *_: object) -> None:
        within, before, first, last = self.window_field.chosen
        orders = OrderFilter(within_days=within, before_days=before, from_day=first, to_day=last)
        orders = replace(orders, product=replace(orders.product, titles=self.words.words))
        for part in self.parts.values():
            orders = part.applied(orders)
        if orders != self.orders:
            self.orders = orders
            self.changed.emit()

    def _names(self) -> dict[str, str]:
        return {
            "category": self.tr("Category"),
            "promotion": self.tr("Promotion"),
            "which": self.tr("First or latest"),
            "amount": self.tr("Paid"),
            "price": self.tr("Price of a piece"),
            "sku": self.tr("SKU"),
            "status": self.tr("Status"),
            "shop": self.tr("Shop"),
            "platform": self.tr("Platform"),
            "weekdays": self.tr("Weekdays"),
            "hours": self.tr("Hours"),
            "pause": self.tr("After a pause"),
        }


def _with_amount(orders: OrderFilter, band: Band | None) -> OrderFilter:
    return replace(orders, amount=band)


def _with_price(orders: OrderFilter, band: Band | None) -> OrderFilter:
    return replace(orders, product=replace(orders.product, price=band))


def _in_order(statuses: tuple[str, ...]) -> tuple[str, ...]:
    """As the tree language has them, so that equal filters are equal."""
    return tuple(status for status in STATUSES if status in statuses)


Texts = tuple[str, ...]
_CHOICES: dict[str, tuple[Callable[[OrderFilter], Texts], Callable[[OrderFilter, Texts], OrderFilter]]] = {
    "category": (
        lambda orders: orders.product.categories,
        lambda orders, names: replace(orders, product=replace(orders.product, categories=names)),
    ),
    "sku": (
        lambda orders: orders.product.skus,
        lambda orders, names: replace(orders, product=replace(orders.product, skus=names)),
    ),
    "status": (lambda orders: orders.statuses, lambda orders, names: replace(orders, statuses=_in_order(names))),
    "shop": (lambda orders: orders.shops, lambda orders, names: replace(orders, shops=names)),
    "platform": (lambda orders: orders.platforms, lambda orders, names: replace(orders, platforms=names)),
}
