"""Numbers of a condition: a count with its unit, an amount; what cannot be one stays in sight and is told."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox

from desktop.widgets.fields import DecimalField, NumberField

_LIKE_A_NUMBER = re.compile(r"[-+−]?[\d.,]*")


class CountedField(NumberField):
    """A whole number with what it counts behind it, in the singular for one."""

    def __init__(self, value: int, one: str, many: str, *, minimum: int = 0, maximum: int, name: str) -> None:
        super().__init__(value, minimum=minimum, maximum=maximum, name=name)
        self._one, self._many = one, many
        self.valueChanged.connect(self._count)
        self._count(value)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let -3 be typed, so that it is told; Qt would take the 3 alone."""
        found = super().validate(text, position)
        return (_judged(self, found, text), text, position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter while what is typed is no number that can be used."""
        if not _is_refused_enter(self, event):
            super().keyPressEvent(event)

    def _count(self, value: int) -> None:
        self.setSuffix(f" {self._one if value == 1 else self._many}")


class AmountField(DecimalField):
    """An amount in major units."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let -3 be typed, so that it is told; Qt would take the 3 alone."""
        found = super().validate(text, position)
        return (_judged(self, found, text), text, position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter while what is typed is no number that can be used."""
        if not _is_refused_enter(self, event):
            super().keyPressEvent(event)


def _judged(field: CountedField | AmountField, found: object, text: str) -> QValidator.State:
    state = found[0] if isinstance(found, tuple) else found
    typed = text.removeprefix(field.prefix()).removesuffix(field.suffix()).strip()
    if state == QValidator.State.Invalid and _LIKE_A_NUMBER.fullmatch(typed):
        return QValidator.State.Intermediate
    return state if isinstance(state, QValidator.State) else QValidator.State.Invalid


def _is_refused_enter(field: QAbstractSpinBox, event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not field.hasAcceptableInput()
