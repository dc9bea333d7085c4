"""The white card with a one-pixel line that everything sits on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.widgets.label import Label

PADDING = 16


class Card(QFrame):
    """A card with an optional title and tools beside it; fill it with `add`, `add_layout` or `body`."""

    def __init__(
        self, title: str = "", *, sunken: bool = False, padding: int = PADDING, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("sunken", sunken)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(padding, padding, padding, padding)
        outer.setSpacing(8)
        self._head = QWidget(self)
        line = QHBoxLayout(self._head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._words = QHBoxLayout()
        self._tools = QHBoxLayout()
        self._title = Label(title, "heading")
        self._words.addWidget(self._title)
        line.addLayout(self._words)
        line.addStretch(1)
        line.addLayout(self._tools)
        if not title:
            self._head.hide()
        outer.addWidget(self._head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)

    def set_title(self, title: str) -> None:
        """Name the card; an empty title hides the line."""
        self._title.setText(title)
        self._head.setVisible(bool(title) or self._tools.count() > 0)

    def add_before_title(self, widget: QWidget) -> None:
        """Put an icon before the title."""
        self._words.insertWidget(0, widget)
        self._head.setVisible(True)

    def add_after_title(self, widget: QWidget) -> None:
        """Put a tag or chip right behind the title."""
        self._words.addWidget(widget)
        self._head.setVisible(True)

    def add_tool(self, widget: QWidget) -> None:
        """Put a widget at the right end of the title's line."""
        self._tools.addWidget(widget)
        self._head.setVisible(True)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the body."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Put a layout at the end of the body."""
        self.body.addLayout(layout, stretch)
