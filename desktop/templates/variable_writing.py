"""Writing variables into a field: offered while a brace is open, from a menu, and changed where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.templates.body_field import BodyField
from desktop.templates.variable_list import VariableList
from desktop.templates.variable_popover import VariablePopover
from desktop.templates.variable_words import usual_fallback
from desktop.widgets.menu import Menu
from local_db.templates.text import Variable

_EXAMPLE_LENGTH = 18


class VariableWriting(QObject):
    """Belongs to a field; what opens over the text stays inside `host`."""

    def __init__(self, field: BodyField, host: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._host = host
        self._examples: dict[str, str] = {}
        self._take_key: Callable[[QKeyEvent], bool] | None = None
        self.offered = VariableList(field)
        field.set_key_taker(self._key)
        field.variable_typed.connect(self._offer_typed)
        field.variable_pressed.connect(self.open_variable)
        self.offered.variable_chosen.connect(self._complete)

    def set_key_taker(self, take: Callable[[QKeyEvent], bool]) -> None:
        """Let somebody else look at the keys that the list has not taken."""
        self._take_key = take

    def set_examples(self, facts: Mapping[str, str]) -> None:
        """The values of a real member, for the menu of variables."""
        self._examples = dict(facts)

    def menu(self) -> Menu:
        """Every variable with its name and the value of a real member."""
        menu = Menu(self._field)
        for name in self._field.lexicon.names():
            example = self._examples.get(name, "")
            if len(example) > _EXAMPLE_LENGTH:
                example = f"{example[:_EXAMPLE_LENGTH]}…"
            text = f"{self._field.lexicon.label(name)}   {{{name}}}\t{example or '—'}".replace("&", "&&")
            menu.addAction(text, partial(self.insert, name))
        return menu

    def insert(self, name: str) -> None:
        """Put a variable at the caret, with a fallback that reads well."""
        self._field.insert_variable(name, usual_fallback(name, self._field.written()))

    def open_variable(self, variable: Variable) -> VariablePopover:
        """Change one variable where it stands."""
        popover = VariablePopover(variable, self._field.lexicon.label(variable.name))
        place = [variable.position, variable.length]

        def change(written: str) -> None:
            self._field.replace_words(place[0], place[1], written)
            place[1] = len(written)

        popover.token_changed.connect(change)
        anchor = QWidget(self._field.viewport())
        anchor.setGeometry(self._field.area_of(variable))
        anchor.show()
        popover.closed.connect(anchor.deleteLater)
        popover.closed.connect(self._field.setFocus)
        popover.open_below(anchor, self._host)
        popover.fallback.setFocus()
        return popover

    def _key(self, event: QKeyEvent) -> bool:
        return self.offered.take_key(event) or (self._take_key is not None and self._take_key(event))

    def _offer_typed(self, typed: object) -> None:
        """Below an open brace: the variables that may be meant."""
        if not isinstance(typed, str) or not self._field.hasFocus():
            self.offered.hide()
            return
        area = self._field.cursorRect()
        below = self._field.viewport().mapTo(self._host, QPoint(area.left(), area.top()))
        self.offered.offer(typed, self._field.lexicon, self._examples, below, area.height() + 4, self._host)

    def _complete(self, name: str) -> None:
        """Put the chosen variable in the place of what was typed of it."""
        typed = self._field.typed_name()
        if typed is not None:
            cursor = self._field.textCursor()
            for _ in range(len(typed) + 1):  # the brace too
                cursor.deletePreviousChar()
        self.insert(name)
