"""The buttons of a panel, or the answers below a message: their words, and what each does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cards.action_form import ActionForm
from desktop.documents.line_field import LineField
from desktop.widgets.button import Button, IconButton
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from local_db.cards.measure import longest_units
from local_db.cards.model import Action, ActionKind
from local_db.cards.model import Button as CardButton


class ButtonRow(QWidget):
    """One button.

    Signals:
        written(Button): a person changed it.
        removed(): it should go.
    """

    written = Signal(object)
    removed = Signal()

    def __init__(
        self, name: str, kinds: Iterable[ActionKind], longest: int, zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._longest = longest
        self._button: CardButton | None = None
        self.words = LineField("", self.tr("Words on it"), name=name)
        self.counter = Label("", "small")
        self.remove = IconButton("trash", self.tr("Remove: {name}").format(name=name))
        self.action = ActionForm(kinds, zone)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.words, 1)
        first.addWidget(self.counter)
        first.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self.action)
        self.words.textEdited.connect(self._worded)
        self.action.written.connect(self._acted)
        self.remove.clicked.connect(self.removed)

    def show_button(self, button: CardButton) -> None:
        """Show a button without announcing it."""
        self._button = button
        if self.words.text() != button.text:
            self.words.setText(button.text)
        self.action.show_action(button.action)
        self._count()

    def set_problems(self, said: list[str], *, blocks: bool) -> None:
        """Say what is wrong with it."""
        self.action.set_problems(said, blocks=blocks)
        mark_wrong(self.words, wrong=bool(said) and blocks and not self.words.text().strip())

    def _count(self) -> None:
        used = longest_units(self.words.text())
        self.counter.setText(self.tr("{used} / {longest}").format(used=used, longest=self._longest))
        self.counter.set_tone("bad" if used > self._longest else "muted")

    def _worded(self, text: str) -> None:
        if self._button is not None:
            self._button = replace(self._button, text=text)
            self._count()
            self.written.emit(self._button)

    def _acted(self, action: Action) -> None:
        if self._button is not None:
            self._button = replace(self._button, action=action)
            self.written.emit(self._button)


class ButtonsForm(QWidget):
    """A row per button, and a way to one more.

    Signals:
        written(tuple, int): other buttons, and which of them a person writes in; -1 for one more or one fewer.
    """

    written = Signal(object, int)

    def __init__(
        self,
        title: str,
        name: str,
        kinds: Iterable[ActionKind],
        longest: int,
        most: int,
        zone: ZoneInfo,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._kinds = tuple(kinds)
        self._longest = longest
        self._most = most
        self._zone = zone
        self._buttons: tuple[CardButton, ...] = ()
        self.rows: list[ButtonRow] = []
        self.add = Button(self.tr("Add"), kind="ghost", icon="plus", dense=True)
        self.add.setAccessibleName(self.tr("Add: {name}").format(name=title))
        self.add.clicked.connect(self._add)
        head = QHBoxLayout()
        head.addWidget(Label(title, "muted"))
        head.addStretch(1)
        head.addWidget(self.add)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(head)
        outer.addLayout(self._column)

    def show_buttons(self, buttons: tuple[CardButton, ...]) -> None:
        """Show these without announcing them."""
        self._buttons = buttons
        if len(self.rows) != len(buttons):
            self._build(len(buttons))
        for row, button in zip(self.rows, buttons, strict=True):
            row.show_button(button)
        self.add.setEnabled(len(buttons) < self._most)

    def _build(self, count: int) -> None:
        clear_layout(self._column)
        self.rows = []
        for number in range(count):
            name = self._name.format(number=number + 1)
            row = ButtonRow(name, self._kinds, self._longest, self._zone)
            row.written.connect(partial(self._changed, number))
            row.removed.connect(partial(self._remove, number))
            if number:
                self._column.addWidget(Divider())
            self._column.addWidget(row)
            self.rows.append(row)

    def _changed(self, number: int, button: CardButton) -> None:
        self._buttons = (*self._buttons[:number], button, *self._buttons[number + 1 :])
        self.written.emit(self._buttons, number)

    def _add(self) -> None:
        kind = self._kinds[0] if self._kinds else ActionKind.OPEN_PAGE
        self.written.emit((*self._buttons, CardButton("", Action(kind, ""))), -1)
        if self.rows:
            self.rows[-1].words.setFocus()

    def _remove(self, number: int) -> None:
        self.written.emit((*self._buttons[:number], *self._buttons[number + 1 :]), -1)
        self.add.setFocus()
