"""After the last call: what came of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.amounts import number
from desktop.call_scripts.words import outcome_tone, outcome_words
from desktop.widgets.bar_list import BarList, BarRow
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from desktop.widgets.page_column import PageColumn

if TYPE_CHECKING:
    from desktop.call_scripts.caller.session import Session

_WIDTH = 520


class EndView(QWidget):
    """Outcomes with their numbers, and the ways on; buttons are its signals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(self.tr("The list is at its end"), "title")
        self.told = Label("", "muted", wrap=True)
        self.bars = BarList()
        self.back = Button(self.tr("Back to the script"), kind="primary")
        self.again = Button(self.tr("Another list"))
        self.undo = Button(self.tr("Undo the last call"), icon="undo")
        card = Card(padding=24)
        card.setFixedWidth(_WIDTH)
        for part in (self.title, self.told, self.bars):
            card.add(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.back, self.again, self.undo):
            row.addWidget(button)
        row.addStretch(1)
        card.body.addSpacing(8)
        card.add_layout(row)
        column = PageColumn(self)
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_session(self, session: Session) -> None:
        """Say what came of the calls."""
        parts = [self.tr("{count} calls recorded").format(count=number(session.called))]
        if session.skipped:
            parts.append(self.tr("{count} skipped, they are on the next list").format(count=number(session.skipped)))
        if session.left_out:
            parts.append(self.tr("{count} not called: refused meanwhile").format(count=number(session.left_out)))
        self.told.setText(" · ".join(parts))
        most = max(session.outcomes.values(), default=0) or 1
        self.bars.set_rows(
            [
                BarRow(outcome_words(outcome), count / most, number(count), outcome_tone(outcome))
                for outcome, count in session.outcomes.most_common()
                if count
            ]
        )
        self.undo.setVisible(bool(session.called))
