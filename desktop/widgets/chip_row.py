"""Chips that wrap like words and are one stop of the Tab key: the arrow keys go from chip to chip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.chip import Chip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.flow_layout import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChipRow(QWidget):
    """Shows the chips it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[Chip] = []
        self._flow = FlowLayout(self, spacing=6, line_spacing=6)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show other chips."""
        clear_layout(self._flow)
        self.chips = list(chips)
        for place, chip in enumerate(self.chips):
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus if place else Qt.FocusPolicy.StrongFocus)
            chip.installEventFilter(self)
            self._flow.addWidget(chip)
        if not self.chips:
            self.hide()
        elif self.parentWidget() is not None:  # shown by itself it would be a window
            self.show()
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with the arrow keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if not step or watched not in self.chips:
            return False
        place = (self.chips.index(watched) + step) % len(self.chips)
        self.chips[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True
