"""Categories that the shop's own titles suggest; each is added by a press, none without one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import amounts
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import Label
from local_db.products.model import Category, Product
from local_db.products.rules import fold


class SuggestionCard(Card):
    """Hidden while there is nothing to suggest.

    Signals:
        wanted(tuple): these categories should be added.
    """

    wanted = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Suggested categories"))
        self._suggested: tuple[Category, ...] = ()
        self.chips: list[Chip] = []
        self.add(Label(self.tr("From the words that your titles share, with the products each would take. "
                               "Nothing is added before you choose it."), "muted", wrap=True))  # fmt: skip
        box = QWidget()
        self._flow = FlowLayout(box, spacing=6, line_spacing=6)
        self.add(box)
        self.all = Button(self.tr("Add all of them"), dense=True)
        self.all.clicked.connect(self._add_all)
        self.add(self.all)

    def show_suggestions(self, suggested: Sequence[Category], products: Sequence[Product]) -> None:
        """Offer these."""
        self._suggested = tuple(suggested)
        clear_layout(self._flow)
        self.chips.clear()
        free = [fold(product.title) for product in products if product.category_id is None]
        for category in suggested:
            count = sum(any(fold(word) in title for word in category.keywords) for title in free)
            chip = Chip(self.tr("+ {name}  {count}").format(name=category.name, count=amounts.number(count)))
            chip.setAccessibleName(self.tr("Add the category {name}").format(name=category.name))
            chip.clicked.connect(partial(self.wanted.emit, (category,)))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self.setVisible(bool(suggested))

    def _add_all(self) -> None:
        self.wanted.emit(self._suggested)
