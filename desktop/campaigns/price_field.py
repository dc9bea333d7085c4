"""A field for the price of one part, which is often a fraction of a cent."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from desktop.widgets.fields import DecimalField

_DECIMALS = 4
_SHOWN = 2
_MOST = 100


class PriceField(DecimalField):
    """An amount in major units with up to four decimals, of which the last zeros are not shown.

    Signals:
        valueChanged: from QDoubleSpinBox.
    """

    def __init__(self, name: str, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(decimals=_DECIMALS, maximum=_MOST, suffix=suffix, name=name, parent=parent)
        self.setSingleStep(0.001)

    def amount(self) -> Decimal:
        """The price, exact."""
        return Decimal(str(round(self.value(), _DECIMALS)))

    def textFromValue(self, value: float) -> str:
        """0.05, not 0.0500."""
        text = f"{value:.{_DECIMALS}f}"
        keep = len(text) - (_DECIMALS - _SHOWN)
        return text[:keep] + text[keep:].rstrip("0")
