"""Every name, phone, e-mail and place that files have said of a member, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop import amounts
from desktop.members import words
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.members.model import Known

_ORDER = ("name", "phone", "landline", "email", "place", "birthday", "tier", "points", "nick")
_LABEL_WIDTH = 72


class KnownCard(Card):
    """What was said, grouped by what it is, the newest first; numbers of buyers are left to the card of identities."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("What files say"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self.add_layout(self._grid)

    def show_known(self, known: Sequence[Known], zone: ZoneInfo) -> None:
        """Show a member's."""
        clear_layout(self._grid)
        line = 0
        for kind in _ORDER:
            of_kind = [entry for entry in known if entry.kind == kind]
            for place, entry in enumerate(of_kind):
                if not place:
                    self._grid.addWidget(Label(words.known(kind), "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
                value = ElidedLabel(" · ".join(dict.fromkeys(entry.value.split("\t"))))
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._grid.addWidget(value, line, 1)
                self._grid.addWidget(Label(self._since(entry, zone), "small"), line, 2, Qt.AlignmentFlag.AlignRight)
                line += 1
        self.setVisible(line > 0)

    def _since(self, entry: Known, zone: ZoneInfo) -> str:
        if entry.first is None:
            return ""
        return self.tr("since {day}").format(day=amounts.day(entry.first, zone))
