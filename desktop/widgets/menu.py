"""A menu with round corners, opened below the control it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget


class Menu(QMenu):
    """A context or drop-down menu; fill it with `addAction(text, bound_method)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def open_below(self, control: QWidget) -> None:
        """Show the menu under a button or chip, without waiting for a choice."""
        self.popup(control.mapToGlobal(QPoint(0, control.height() + 4)))
