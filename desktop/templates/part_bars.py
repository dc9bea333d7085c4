"""How many texts need how many parts, and what they cost, as bars."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal

from desktop.amounts import number, price
from desktop.widgets.bar_list import BarList, BarRow
from desktop.widgets.button import IconButton

_SIDE = 24


class PartBars(BarList):
    """A bar per number of parts.

    Signals:
        members_wanted(int): show whose texts need so many parts.
    """

    members_wanted = Signal(int)

    def show_parts(self, parts: Mapping[int, int], each: Decimal, currency: str) -> None:
        """`parts` says how many texts need so many parts; `each` is the price of one part."""
        whole = sum(parts.values())
        rows = []
        for needed, count in sorted(parts.items()):
            amount = f"{number(count)} · {price(each * needed * count, currency)}"
            rows.append(BarRow(self.named(needed), count / whole, amount, "good" if needed == 1 else "accent"))
        if tuple(rows) != self.rows:
            self.set_rows(rows)
            for place, needed in enumerate(sorted(parts)):
                button = IconButton(
                    "people", self.tr("Who gets {parts}").format(parts=self.named(needed)), kind="quiet", size=_SIDE
                )
                button.clicked.connect(partial(self.members_wanted.emit, needed))
                self.add_at_end(place, button)
        self.setVisible(bool(rows))

    def named(self, parts: int) -> str:
        """1 part, 2 parts."""
        return self.tr("1 part") if parts == 1 else self.tr("{parts} parts").format(parts=parts)
