"""What one part costs: the shop's own figure, and the usual one of the vendor's profile."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from desktop.amounts import price, sign
from desktop.templates.verdict_words import said_here
from desktop.widgets.button import Button
from desktop.widgets.fields import DecimalField
from desktop.widgets.label import Label
from desktop.widgets.popover import Popover
from local_db.templates.vendor import Vendor

_DEAREST = 100.0
_DECIMALS = 4


class PricePopover(Popover):
    """One field; what it holds when it closes is the price, unless Esc closes it."""

    def __init__(self, each: Decimal, currency: str, vendor: Vendor, parent: QWidget | None = None) -> None:
        super().__init__(width=300, parent=parent)
        self.set_title(self.tr("Price of one part"))
        self._vendor = vendor
        self._before = each
        self.cancelled.connect(self._take_back)
        self.field = DecimalField(
            float(each), maximum=_DEAREST, decimals=_DECIMALS, prefix=sign(currency), name=self.tr("Price of one part")
        )
        self.add(self.field)
        usual = vendor.price
        if usual is not None and usual.currency == currency:
            named = said_here(vendor.title)
            says = self.tr("{vendor}: {price} ({source})").format(
                vendor=named, price=price(usual.each, currency), source=said_here(usual.source)
            )
            self.add(Label(says, "small", wrap=True))
            self.take = Button(self.tr("Use this price"), dense=True)
            self.take.clicked.connect(self._take_usual)
            self.add(self.take)
        else:
            self.add(Label(self.tr("Your contract with the vendor says it."), "small", wrap=True))

    def amount(self) -> Decimal:
        """The price in the field."""
        return Decimal(str(round(self.field.value(), _DECIMALS)))

    def _take_back(self) -> None:
        self.field.setValue(float(self._before))

    def _take_usual(self) -> None:
        if self._vendor.price is not None:
            self.field.setValue(float(self._vendor.price.each))
