"""Large buttons in two columns for whatever is to be chosen now; made once, shown as they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.call_scripts.caller.answer_button import AnswerButton
from local_db.call_scripts.running import MOST_CHOICES

_COLUMNS = 2


class Choice(NamedTuple):
    """What a button offers."""

    words: str
    tone: str


class ChoiceGrid(QWidget):
    """The buttons; the first nine have a key.

    Signals:
        chosen(int): the choice at a place from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._made: list[AnswerButton] = []
        self._shown = 0

    @property
    def buttons(self) -> list[AnswerButton]:
        """The buttons in sight."""
        return self._made[: self._shown]

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these instead."""
        while len(self._made) < len(choices):
            place = len(self._made)
            button = AnswerButton()
            button.clicked.connect(partial(self.choose, place))
            self._grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            self._made.append(button)
        self._shown = len(choices)
        for place, button in enumerate(self._made):
            button.setVisible(place < self._shown)
            if place < self._shown:
                key = str(place + 1) if place < MOST_CHOICES else ""
                button.show_choice(choices[place].words, key, choices[place].tone)

    def choose(self, place: int) -> bool:
        """Choose what stands at a place from 0; False where there is nothing."""
        if not 0 <= place < self._shown:
            return False
        self.chosen.emit(place)
        return True
