"""What callers hear often, found by typing (pinyin too), and what to say to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.call_scripts.caller.spoken_text import SpokenText
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import Label
from desktop.widgets.search_field import SearchField
from local_db.finder import Finder
from local_db.templates.filling import fill

if TYPE_CHECKING:
    from local_db.call_scripts.model import Objection

_PIXELS = 17
_AT_ONCE = 8


class _Field(SearchField):
    """Enter takes the first one found; Esc gives the keys back to the card."""

    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.flush()
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ObjectionsCard(Card):
    """Titles to press; the words for the one pressed stand above them.

    Signals:
        left: the keys go back to the card.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Objections"))
        self.add_tool(Label("?", "small"))
        self._finder: Finder[Objection] = Finder((), _texts)
        self._found: Sequence[Objection] = ()
        self._facts: Mapping[str, str] = {}
        self._open: Objection | None = None
        self.field = _Field(self.tr("Find an objection (pinyin too)"), pause_ms=0)
        self.field.query_changed.connect(self._find)
        self.field.taken.connect(self._take_first)
        self.field.left.connect(self.left)
        self.add(self.field)
        self.says = SpokenText(pixels=_PIXELS)
        self.says.hide()
        self.add(self.says)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.add_layout(self._column)
        self.buttons: list[Button] = []

    def show_objections(self, objections: Sequence[Objection], facts: Mapping[str, str]) -> None:
        """Offer those of a script, for the member whose variables are `facts`."""
        self._facts = facts
        if tuple(objections) != self._finder.items:
            self._finder = Finder(objections, _texts)
        self.close_words()
        self.field.clear()
        self.field.flush()
        self._find(self.field.query())
        self.setVisible(bool(objections))

    def ask(self) -> None:
        """Put the focus where one is found."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_words(self) -> None:
        """Show no words any more."""
        self._open = None
        self.says.hide()

    def _find(self, typed: str) -> None:
        self._found = self._finder.find(typed)[:_AT_ONCE]
        clear_layout(self._column)
        self.buttons = []
        for objection in self._found:
            button = Button(objection.title.strip() or objection.says, kind="ghost", dense=True)
            button.clicked.connect(partial(self._show, objection))
            self._column.addWidget(button)
            self.buttons.append(button)
        if not self._found and typed:
            self._column.addWidget(Label(self.tr("Nothing like this is written."), "small"))

    def _take_first(self) -> None:
        if self._found:
            self._show(self._found[0])
            self.field.clear()
            self.field.flush()
            self.left.emit()

    def _show(self, objection: Objection) -> None:
        """Show its words, or put them away."""
        if objection is self._open:
            self.close_words()
            return
        self._open = objection
        self.says.show_pieces(fill(objection.says, self._facts).pieces)
        self.says.show()


def _texts(objection: Objection) -> tuple[str, ...]:
    return objection.title, objection.says
