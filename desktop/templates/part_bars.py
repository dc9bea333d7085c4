"""How many texts need how many parts, and what they cost, as bars."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from desktop.amounts import number, price
from desktop.widgets.bar_list import BarList, BarRow


class PartBars(BarList):
    """A bar per number of parts."""

    def show_parts(self, parts: Mapping[int, int], each: Decimal, currency: str) -> None:
        """`parts` says how many texts need so many parts; `each` is the price of one part."""
        whole = sum(parts.values())
        rows = []
        for needed, count in sorted(parts.items()):
            label = self.tr("1 part") if needed == 1 else self.tr("{parts} parts").format(parts=needed)
            amount = f"{number(count)} · {price(each * needed * count, currency)}"
            rows.append(BarRow(label, count / whole, amount, "good" if needed == 1 else "accent"))
        self.set_rows(rows)
        self.setVisible(bool(rows))
