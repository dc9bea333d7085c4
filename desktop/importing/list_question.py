"""The one question about a list without columns: are these people customers, or have they refused?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from local_db.importing.plain_list import Of

if TYPE_CHECKING:
    from local_db.importing.plain_list import PlainList


class ListQuestion(Card):
    """Asks of whom a list is; nothing is chosen until a person does.

    Signals:
        answered(str): one of Of.
    """

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._question = Label("", "heading", wrap=True)
        self.buttons = {
            Of.OPT_OUTS: Button(self.tr("They opted out"), icon="mute"),
            Of.MEMBERS: Button(self.tr("They are members"), icon="people"),
        }
        row = QHBoxLayout()
        row.setSpacing(8)
        for of, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._answer, of))
            row.addWidget(button)
        row.addStretch(1)
        self.add(self._question)
        self.add_layout(row)
        self.add(
            Label(
                self.tr("Whoever opted out gets no marketing any more. A name such as “opt-out” or “退订名单” "
                        "answers this by itself."),
                "small", wrap=True,
            )
        )  # fmt: skip

    def ask(self, found: PlainList, of: Of | None) -> None:
        """Ask about a list, with the answer that was given before."""
        questions = {
            "phone": self.tr("A list of phones. Who are these people?"),
            "email": self.tr("A list of e-mail addresses. Who are these people?"),
            "nick": self.tr("A list of names. Who are these people?"),
        }
        self._question.setText(questions[found.field])
        self._show(of)

    def _answer(self, of: Of) -> None:
        self._show(of)
        self.answered.emit(of.value)

    def _show(self, chosen: Of | None) -> None:
        for of, button in self.buttons.items():
            button.setChecked(of is chosen)
            button.set_kind("primary" if of is chosen else "quiet")
