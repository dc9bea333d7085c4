"""A menu with round corners, opened below the control it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu, QWidget

_GAP = 4


class Menu(QMenu):
    """A context or drop-down menu; fill it with `addAction(text, bound_method)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def add_heading(self, text: str) -> None:
        """Say above a line what those below it are; Qt's own sections lose their words in our style."""
        self.addSeparator()
        self.addAction(text).setEnabled(False)

    def open_below(self, control: QWidget) -> None:
        """Show the menu under a button or chip, without waiting for a choice."""
        self.open_at(control, QPoint(0, control.height()), control.height())

    def open_at(self, widget: QWidget, where: QPoint, height: int) -> None:
        """Show the menu under a place that is `height` high; within the window, above the place if need be."""
        room = QRect(widget.window().mapToGlobal(QPoint(0, 0)), widget.window().size())
        corner, size = widget.mapToGlobal(where + QPoint(0, _GAP)), self.sizeHint()
        left = max(room.left(), min(corner.x(), room.right() - size.width() - _GAP))
        top = corner.y()
        if top + size.height() > room.bottom():
            above = top - 2 * _GAP - height - size.height()
            top = above if above >= room.top() else max(room.top(), room.bottom() - size.height() - _GAP)
        self.popup(QPoint(left, top))
