"""The head of a view inside the page of members: back, title, sentence, actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.button import IconButton
from desktop.widgets.page_header import PageHeader


class ViewHeader(QWidget):
    """A page header with the way back before it."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("chevron-left", self.tr("Back"), kind="quiet", size=34)
        self.back.setShortcut(QKeySequence(QKeySequence.StandardKey.Back))
        self.words = PageHeader(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
