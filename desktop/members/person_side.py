"""A member in a few lines, for looking at two of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.members import words
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.members.model import Figures, MemberRow

_LABEL_WIDTH = 76


class PersonSide(QWidget):
    """Name, platform, phone, place and what was bought."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._name = ElidedLabel("", "heading")
        column.addWidget(self._name)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        column.addStretch(1)

    def show_member(self, row: MemberRow, figures: Figures, currency: str, zone: ZoneInfo) -> None:
        """Show another member."""
        self._name.setText(words.shown_name(row))
        last = "—" if figures.last is None else amounts.day(figures.last, zone)
        bought = self.tr("{count}, {spent}").format(
            count=amounts.number(figures.orders), spent=amounts.money(figures.spent, currency)
        )
        clear_layout(self._grid)
        facts = (
            (self.tr("Name"), row.name),
            (self.tr("Platform"), words.platform(row.platform)),
            (self.tr("Phone"), row.phone or words.phone_kind(row.phone_kind)[0]),
            (self.tr("Place"), words.place(row)),
            (self.tr("Purchases"), bought),
            (self.tr("Last order"), last),
        )
        for place, (name, value) in enumerate(facts):
            self._grid.addWidget(Label(name, "muted"), place, 0)
            self._grid.addWidget(ElidedLabel(value or "—"), place, 1)
