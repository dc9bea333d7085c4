"""Asks which columns the knowledge base shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.popover import Popover
from desktop.widgets.toggle import CheckBox


class ColumnsPopover(Popover):
    """A tick per column; each counts at once.

    Signals:
        hidden_changed(list): the keys of those that are not ticked.
    """

    hidden_changed = Signal(list)

    def __init__(
        self, columns: Sequence[tuple[str, str]], hidden: Collection[str], parent: QWidget | None = None
    ) -> None:
        """`columns`: keys and names."""
        super().__init__("", width=280, parent=parent)
        self.set_title(self.tr("Columns"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.boxes: dict[str, CheckBox] = {}
        for key, name in columns:
            box = CheckBox(name, checked=key not in hidden)
            box.toggled.connect(self._announce)
            self.boxes[key] = box
            column.addWidget(box)
        self.add_scrolling(content)

    def set_first_focus(self) -> None:
        """Begin with the first column."""
        next(iter(self.boxes.values())).setFocus()

    def _announce(self, _on: object) -> None:
        self.hidden_changed.emit([key for key, box in self.boxes.items() if not box.isChecked()])
