"""Parts and price of exactly one audience."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from desktop.amounts import number, price
from desktop.templates.part_bars import PartBars
from desktop.widgets.card import Card
from desktop.widgets.label import Label


class PriceCard(Card):
    """Bars of parts, and the total."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Parts and price"))
        self.total = Label("", "number")
        self.add_tool(self.total)
        self.bars = PartBars()
        self.note = Label("", "small", wrap=True)
        self.add(self.bars)
        self.add(self.note)

    def show_price(self, parts: Mapping[int, int], each: Decimal, cost: Decimal, currency: str) -> None:
        """`parts` says how many texts need so many parts; `each` is the price of a part, `cost` of all."""
        billed = sum(needed * count for needed, count in parts.items())
        self.total.setText(price(cost, currency))
        self.bars.show_parts(parts, each, currency)
        self.note.setText(
            self.tr("{messages} messages, {parts} parts at {price}.").format(
                messages=number(sum(parts.values())), parts=number(billed), price=price(each, currency)
            )
        )
