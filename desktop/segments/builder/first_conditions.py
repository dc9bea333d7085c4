"""The likeliest first conditions of an empty segment, one press away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.segments.sentence import Language, field_label
from desktop.widgets.chip import Chip
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import Label

LIKELY = ("ordered", "last_order", "orders", "spent", "province", "tag", "has_phone")


class FirstConditions(QWidget):
    """Chips of field names.

    Signals:
        chosen(str): a condition about this field should be added.
    """

    chosen = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Most begin with one of these"), "small"))
        box = QWidget()
        self.chips: list[Chip] = []
        flow = FlowLayout(box)
        for key in LIKELY:
            chip = Chip(field_label(key, language))
            chip.clicked.connect(partial(self._choose, key))
            flow.addWidget(chip)
            self.chips.append(chip)
        column.addWidget(box)

    def _choose(self, key: str, *_: object) -> None:
        self.chosen.emit(key)
