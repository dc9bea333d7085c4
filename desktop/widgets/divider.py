"""A one-pixel line between parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget


class Divider(QFrame):
    """A horizontal line, or a vertical one."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
