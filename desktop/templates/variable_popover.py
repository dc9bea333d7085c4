"""One variable of a text: what stands there when nothing is known, and how long it may get."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.templates.variable_words import variable_label
from desktop.widgets.button import Button
from desktop.widgets.fields import NumberField, TextField
from desktop.widgets.form import Form
from desktop.widgets.popover import Popover
from desktop.widgets.select import Select
from local_db.templates.text import Variable, token

_SAY, _LEAVE_OUT, _NEEDED = "say", "leave_out", "needed"
_LONGEST = 999
_WIDTH, _LABEL_WIDTH = 420, 160


class VariablePopover(Popover):
    """Changes the variable while it is open; Esc takes that back.

    Signals:
        token_changed(str): what now stands in the text in its place; empty: it is taken out.
    """

    token_changed = Signal(str)

    def __init__(self, variable: Variable, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label or variable_label(variable.name), width=_WIDTH, parent=parent)
        self._name = variable.name
        self._before = token(variable.name, variable.fallback, variable.limit)
        self.cancelled.connect(self._take_back)
        self.missing = Select(
            (
                (self.tr("say instead"), _SAY),
                (self.tr("leave it out"), _LEAVE_OUT),
                (self.tr("do not send the text"), _NEEDED),
            ),
            name=self.tr("When nothing is known"),
        )
        self.missing.set_value(_NEEDED if variable.fallback is None else _SAY if variable.fallback else _LEAVE_OUT)
        self.fallback = TextField(variable.fallback or "", self.tr("Words that suit anybody"), name=self.tr("Fallback"))
        self.limit = NumberField(variable.limit or 0, maximum=_LONGEST, name=self.tr("Characters at most"))
        self.limit.setSpecialValueText(self.tr("any length"))
        form = Form(label_width=_LABEL_WIDTH)
        form.add_row(self.tr("When nothing is known"), self.missing)
        self._fallback_row = form.add_row(self.tr("Fallback"), self.fallback)
        form.add_row(self.tr("Characters at most"), self.limit)
        self.add(form)
        remove = Button(self.tr("Take it out"), kind="ghost", icon="trash", dense=True)
        remove.clicked.connect(self._remove)
        self.add(remove)
        self._allow()
        self.missing.value_changed.connect(self._edited)
        self.fallback.textEdited.connect(self._edited)
        self.limit.valueChanged.connect(self._edited)

    def _allow(self) -> None:
        self._fallback_row.set_visible(visible=self.missing.value() == _SAY)

    def _edited(self, _value: object = None) -> None:
        self._allow()
        way = self.missing.value()
        fallback = None if way == _NEEDED else self.fallback.text() if way == _SAY else ""
        self.token_changed.emit(token(self._name, fallback, self.limit.value() or None))

    def _take_back(self) -> None:
        self.token_changed.emit(self._before)

    def _remove(self) -> None:
        self.token_changed.emit("")
        self.close_popover()
