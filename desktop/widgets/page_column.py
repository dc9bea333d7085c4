"""The margins and spacing every page has."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

MARGIN = 24
SPACING = 16


class PageColumn(QVBoxLayout):
    """A page's outermost layout: 24 around, 16 between the header and each card."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.setSpacing(SPACING)
