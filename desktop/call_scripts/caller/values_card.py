"""The example values with which a script is tried; each may be another one, or missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.templates.variable_words import variable_label
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import TextField
from desktop.widgets.label import Label
from local_db.templates.text import variable_names

if TYPE_CHECKING:
    from local_db.call_scripts.model import CallScript


class ValuesCard(Card):
    """A field per variable of the script, in the order of the alphabet; hidden where there are none.

    Signals:
        changed: another value; see `facts`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Example values"))
        self.fields: dict[str, TextField] = {}
        self._usual: Mapping[str, str] = {}
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(4)
        self.add_layout(self._grid)
        self.add(Label(self.tr("Empty a field to see what is said when it is not known."), "small", wrap=True))

    @property
    def facts(self) -> dict[str, str]:
        """What is filled in."""
        return {name: field.text() for name, field in self.fields.items()}

    def show_script(self, script: CallScript, usual: Mapping[str, str]) -> None:
        """Show the variables of a script; values that were typed stay."""
        texts = [*(text for step in script.steps for text in step.says), *(one.says for one in script.objections)]
        names = sorted(frozenset[str]().union(*(variable_names(text) for text in texts)), key=variable_label)
        if names == list(self.fields) and usual is self._usual:
            return
        typed = self.facts if usual is self._usual else {}
        self._usual = usual
        clear_layout(self._grid)
        self.fields = {}
        for place, name in enumerate(names):
            field = TextField(typed.get(name, usual.get(name, "")), name=variable_label(name))
            field.textChanged.connect(self._tell)
            self._grid.addWidget(Label(variable_label(name), "small"), 2 * place, 0)
            self._grid.addWidget(field, 2 * place + 1, 0)
            self.fields[name] = field
        self.setVisible(bool(names))

    def _tell(self) -> None:
        self.changed.emit()
