"""Asks on which platforms replies may be used."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.replies import words
from desktop.widgets.button import Button
from desktop.widgets.label import Label
from desktop.widgets.popover import Popover
from desktop.widgets.toggle import CheckBox

_COLUMNS = 2


class PlatformsPopover(Popover):
    """A tick per platform; none means everywhere.

    Signals:
        given(list): the codes of those ticked, when it is taken.
    """

    given = Signal(list)

    def __init__(self, chosen: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__("", width=360, parent=parent)
        self.set_title(self.tr("Platforms"))
        self.add(Label(self.tr("None ticked: it may be used on all of them."), "small", wrap=True))
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.boxes: dict[str, CheckBox] = {}
        for place, code in enumerate(dict.fromkeys((*words.PLATFORMS, *chosen))):
            self.boxes[code] = CheckBox(words.platform(code), checked=code in chosen)
            grid.addWidget(self.boxes[code], *divmod(place, _COLUMNS), Qt.AlignmentFlag.AlignLeft)
        self.add_layout(grid)
        row = QHBoxLayout()
        row.addStretch(1)
        self.take = Button(self.tr("Set"), kind="primary", dense=True)
        self.take.clicked.connect(self._give)
        row.addWidget(self.take)
        self.add_layout(row)

    def set_first_focus(self) -> None:
        """Begin with the first platform."""
        next(iter(self.boxes.values())).setFocus()

    def _give(self) -> None:
        codes = [code for code, box in self.boxes.items() if box.isChecked()]
        self.close_popover()
        self.given.emit(codes)
