"""Numbers of a condition: a count with its unit, an amount; what cannot be one stays in sight and is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from desktop.widgets.chip import Chip
from desktop.widgets.chip_row import ChipRow
from desktop.widgets.fields import DecimalField, NumberField, mark_wrong
from desktop.widgets.label import Label

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


class Presets(ChipRow):
    """The likeliest numbers below a field, one press each."""

    def __init__(self, field: CountedField, numbers: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        chips = []
        for number in numbers:
            chip = Chip(str(number))
            chip.setAccessibleName(f"{field.accessibleName()}: {number}")
            chip.clicked.connect(partial(self._take, number))
            chips.append(chip)
        self.set_chips(chips)

    def _take(self, number: int, *_: object) -> None:
        self._field.setValue(number)


class Mistake(Label):
    """Says below a number what it may be, while something else is typed."""

    def __init__(self, field: CountedField | AmountField, parent: QWidget | None = None) -> None:
        super().__init__("", "small", tone="bad", wrap=True, parent=parent)
        self._field = field
        self.hide()
        field.lineEdit().textChanged.connect(self._judge)

    def _judge(self, *_: object) -> None:
        field = self._field
        wrong = not field.hasAcceptableInput()
        limits = f"{field.minimum():,.0f}", f"{field.maximum():,.0f}"
        self.setText(self.tr("A number from {low} to {high}, please.").format(low=limits[0], high=limits[1]))
        self.setVisible(wrong)
        mark_wrong(field, wrong=wrong)


def _judged(field: CountedField | AmountField, found: object, text: str) -> QValidator.State:
    state = found[0] if isinstance(found, tuple) else found
    typed = text.removeprefix(field.prefix()).removesuffix(field.suffix()).strip()
    if state == QValidator.State.Invalid and _LIKE_A_NUMBER.fullmatch(typed):
        return QValidator.State.Intermediate
    return state if isinstance(state, QValidator.State) else QValidator.State.Invalid


def _is_refused_enter(field: QAbstractSpinBox, event: QKeyEvent) -> bool:
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not field.hasAcceptableInput()
