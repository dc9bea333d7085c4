"""Cards below one another that scroll where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.page_column import SPACING
from desktop.widgets.scroll_area import ScrollArea


class CardColumn(ScrollArea):
    """The part of a page beside its list, or its left side: each card as high as it needs to be."""

    def __init__(self, *cards: QWidget, spacing: int = SPACING, parent: QWidget | None = None) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        super().__init__(content, parent)
