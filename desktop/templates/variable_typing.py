"""What goes on around a body field while variables are written in it: the list below a brace, and one's settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop.templates.body_field import BodyField
from desktop.templates.variable_list import VariableList
from desktop.templates.variable_popover import VariablePopover
from desktop.templates.variable_words import LABELS, usual_fallback, variable_label
from desktop.widgets.menu import Menu
from local_db.templates.text import Variable

_EXAMPLE_LENGTH = 18


class VariableTyping(QObject):
    """Helps with the variables of one field; what opens over the text stays inside `host`.

    `written` gives the text in whose language a new variable's fallback should be.
    """

    def __init__(self, field: BodyField, host: QWidget, written: Callable[[], str] | None = None) -> None:
        super().__init__(field)
        self._field = field
        self._host = host
        self._written = written or field.body
        self._examples: dict[str, str] = {}
        self._silent = False
        self.offered = VariableList(field)
        field.set_key_taker(self.offered.take_key)
        field.variable_typed.connect(self._offer_typed)
        field.variable_pressed.connect(self.open_variable)
        self.offered.variable_chosen.connect(self._complete)

    def set_body(self, body: str) -> None:
        """Show another text in the field, offering nothing for what stands in it."""
        self._silent = True
        self._field.set_body(body)
        self.offered.hide()
        self._silent = False

    def set_examples(self, facts: Mapping[str, str]) -> None:
        """The values of a real member, for the menu of variables."""
        self._examples = dict(facts)

    def menu(self) -> Menu:
        """Every variable with its name and the value of a real member."""
        menu = Menu(self._field)
        for name in LABELS:
            example = self._examples.get(name, "")
            if len(example) > _EXAMPLE_LENGTH:
                example = f"{example[:_EXAMPLE_LENGTH]}…"
            text = f"{variable_label(name)}   {{{name}}}\t{example or '—'}".replace("&", "&&")
            menu.addAction(text, partial(self._insert, name))
        return menu

    def open_variable(self, variable: Variable) -> VariablePopover:
        """Change one variable where it stands."""
        popover = VariablePopover(variable)
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

    def _offer_typed(self, typed: object) -> None:
        """Below an open brace: the variables that may be meant."""
        if self._silent or not isinstance(typed, str) or not self._field.hasFocus():
            self.offered.hide()
            return
        area = self._field.cursorRect()
        below = self._field.viewport().mapTo(self._host, QPoint(area.left(), area.top()))
        self.offered.offer(typed, self._examples, below, area.height() + 4, self._host)

    def _complete(self, name: str) -> None:
        """Put the chosen variable in the place of what was typed of it."""
        typed = self._field.typed_name()
        if typed is not None:
            cursor = self._field.textCursor()
            for _ in range(len(typed) + 1):  # the brace too
                cursor.deletePreviousChar()
        self._insert(name)

    def _insert(self, name: str) -> None:
        self._field.insert_variable(name, usual_fallback(name, self._written()))
