"""A phone with its maker's name, what it shows, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cards import words
from desktop.cards.phones import phone_words
from desktop.cards.phones.handset import Handset
from desktop.cards.phones.phone_drawing import PhoneWords
from desktop.cards.phones.views import PhoneView
from desktop.pictures.picture_store import PictureStore
from desktop.widgets.label import Label
from desktop.widgets.status_tag import StatusTag


class HandsetTile(QWidget):
    """As wide as it is told to be."""

    def __init__(self, store: PictureStore[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phone = Handset(store)
        self.name = Label("", "strong")
        self.tag = StatusTag()
        self.reason = Label("", "small", wrap=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.setContentsMargins(2, 0, 2, 0)
        line.setSpacing(6)
        line.addWidget(self.name)
        line.addStretch(1)
        line.addWidget(self.tag)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.phone)
        column.addSpacing(2)
        column.addLayout(line)
        column.addWidget(self.reason)
        column.addStretch(1)

    def set_width(self, width: int) -> None:
        """Be so many points wide."""
        self.phone.set_width(width)
        self.setFixedWidth(width)

    def show_view(self, view: PhoneView, said: PhoneWords) -> None:
        """Show what the phone shows now."""
        self.phone.show_view(view, said)
        self.name.setText(words.maker(view.maker))
        self.tag.set_state(phone_words.form(view), phone_words.TONES[view.form])
        self.reason.setText(phone_words.reason(view))
