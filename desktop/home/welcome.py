"""What an empty shop says: three steps, the button for the first, and a way for those who only answer chats."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label
from desktop.widgets.page_column import SPACING

_WIDTH = 860


class Welcome(QWidget):
    """Signals:
    import_wanted: the person wants to bring in her first file.
    replies_wanted: she wants the ready replies, which need no orders.
    """

    import_wanted = Signal()
    replies_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Welcome to Regulars"), "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        sentence = Label(
            self.tr("Your members and orders stay in one encrypted file on this computer. It begins with an export."),
            "muted",
        )
        column.addWidget(sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addLayout(self._steps())
        column.addSpacing(16)
        self.button = Button(self.tr("Choose export files…"), kind="primary", icon="upload")
        self.button.clicked.connect(self.import_wanted)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        hint = Label(self.tr("or drop them anywhere on this window"), "small")
        column.addWidget(hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        self.replies = Button(self.tr("Answering chats? Begin with the ready replies"), kind="link")
        self.replies.clicked.connect(self.replies_wanted)
        column.addWidget(self.replies, 0, Qt.AlignmentFlag.AlignHCenter)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(middle, 1000)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addStretch(3)

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        steps = (
            ("file", self.tr("1 · Bring your orders"),
             self.tr("Export the order list from your platform's back office (Taobao and Tmall, Shopify, or any table "
                     "with one order per row) and drop it here.")),
            ("filter", self.tr("2 · Find people"),
             self.tr("Say who you mean, and see on every row how many people that is, as you type.")),
            ("message", self.tr("3 · Write and prepare"),
             self.tr("Write a text, see its exact price for these people, and get a file that is ready to hand over.")),
        )  # fmt: skip
        for icon, title, text in steps:
            card = Card()
            card.add(IconLabel(icon, "accent", 20))
            card.add(Label(title, "heading"))
            card.add(Label(text, "muted", wrap=True))
            card.body.addStretch(1)
            row.addWidget(card, 1)
        return row
