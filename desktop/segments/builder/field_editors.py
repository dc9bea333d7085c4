"""Editors of conditions on one field of the catalogue, one for each kind of field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.builder.number_fields import AmountField, CountedField
from desktop.segments.builder.row_editor import FIRST_DAYS, RowEditor, Shown
from desktop.segments.edit_tree import Row
from desktop.segments.options import Option
from desktop.segments.sentence import month_label, op_label, value_label
from desktop.widgets.date_field import DateField
from desktop.widgets.fields import TextField
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.segments.catalogue import (
    CONSENT_CHANNELS,
    CONSENT_STATES,
    FIELD_BY_KEY,
    MAX_DAYS,
    MAX_DAYS_AHEAD,
    MAX_NUMBER,
    MAX_PERCENT,
    Kind,
    Unit,
)
from local_db.segments.tree import Field, Value

FIRST_DAYS_AHEAD = 7


class TextEditor(RowEditor):
    """Platform, province, city and the like: one or several values, or none of them."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        self._leaf = cast(Field, row.leaf)
        self.verdict = SegmentedControl(
            [("is", self.tr("is one of")), ("is_not", self.tr("is none of"))],
            "is_not" if row.negated else "is",
            name=self.tr("Comparison"),
        )
        self.verdict.chosen.connect(self._update)
        texts = self._leaf.value if isinstance(self._leaf.value, tuple) else (self._leaf.value,)
        closed = FIELD_BY_KEY[self._leaf.field].choices
        options = with_all(self._leaf.field, shown, closed)
        on = () if row.unfinished else [str(text) for text in texts]
        self.choices = ChoiceList(
            options, on, placeholder=self.tr("Find or type a value"), several=True, own=not closed
        )
        self.choices.chosen.connect(self._update)
        self.column.addWidget(self.verdict)
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.choices)

    def _update(self, *_: object) -> None:
        texts, negated = self.choices.on, self.verdict.current == "is_not"
        several = len(texts) > 1
        value = cast(Value, tuple(texts) if several else "".join(texts))
        leaf = Field(self._leaf.field, "in" if several else "is", value)
        self.say(leaf, negated=negated, unfinished=not texts)


class FlagEditor(RowEditor):
    """Yes or no."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        self._leaf = cast(Field, row.leaf)
        self.answer = SegmentedControl(
            [("yes", self.tr("Yes")), ("no", self.tr("No"))],
            "yes" if self._leaf.value else "no",
            name=self.tr("Answer"),
        )
        self.answer.chosen.connect(self._update)
        self.column.addWidget(self.answer)
        self.setFocusProxy(self.answer)

    def _update(self, answer: str) -> None:
        self.say(replace(self._leaf, value=answer == "yes"))


class ConsentEditor(RowEditor):
    """A channel and what is known about it."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Field, row.leaf)
        channels = {"sms": self.tr("SMS"), "email": self.tr("E-mail"), "call": self.tr("Calls")}
        self.channel = SegmentedControl(
            [(key, channels[key]) for key in CONSENT_CHANNELS], leaf.channel, name=self.tr("Channel")
        )
        states = [(value_label("consent", state, shown.language), cast(object, state)) for state in CONSENT_STATES]
        self.state = Select(states, name=self.tr("Consent"))
        self.state.set_value(leaf.value)
        self.channel.chosen.connect(self._update)
        self.state.value_changed.connect(self._update)
        self.column.addWidget(self.channel)
        self.column.addWidget(self.state)
        self.setFocusProxy(self.state)

    def _update(self, *_: object) -> None:
        self.say(Field("consent", "is", str(self.state.value()), self.channel.current))


class TimeEditor(RowEditor):
    """First or last order, day of joining: days back, a date, or never."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        self._leaf = cast(Field, row.leaf)
        ops = FIELD_BY_KEY[self._leaf.field].ops
        self.op = Select([(op_label(op, shown.language), cast(object, op)) for op in ops], name=self.tr("Comparison"))
        self.op.set_value(self._leaf.op)
        days = self._leaf.value if isinstance(self._leaf.value, int) else FIRST_DAYS
        self.days = CountedField(
            days, self.tr("day"), self.tr("days"), minimum=1, maximum=MAX_DAYS, name=self.tr("Days")
        )
        day = self._leaf.value if isinstance(self._leaf.value, date) else shown.today - timedelta(days=FIRST_DAYS)
        self.day = DateField(day, name=self.tr("Day"))
        self.column.addWidget(self.op)
        self.line(self.days, self.day)
        self.op.value_changed.connect(self._update)
        self.days.valueChanged.connect(self._update)
        self.day.value_changed.connect(self._update)
        self._fit()
        self.setFocusProxy(self.day if self.day.isVisibleTo(self) else self.days)

    def _fit(self) -> None:
        op = self.op.value()
        self.days.setVisible(op in {"within_days", "before_days"})
        self.day.setVisible(op in {"on_or_after", "before"})

    def _update(self, *_: object) -> None:
        self._fit()
        op = str(self.op.value())
        values: dict[str, Value] = {"never": None, "on_or_after": self.day.value(), "before": self.day.value()}
        self.say(Field(self._leaf.field, op, values.get(op, self.days.value())))


class NumberEditor(RowEditor):
    """A count, a share or an amount of money, compared with one number or between two."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        self._leaf = cast(Field, row.leaf)
        entry = FIELD_BY_KEY[self._leaf.field]
        self._decimal = entry.kind in {Kind.MONEY, Kind.PERCENT}
        self.op = Select(
            [(op_label(op, shown.language), cast(object, op)) for op in entry.ops], name=self.tr("Comparison")
        )
        self.op.set_value(self._leaf.op)
        value = self._leaf.value
        low, high = value if isinstance(value, tuple) else (value, value)
        self.low = self._field(low, entry.unit, self.tr("Number"))
        self.high = self._field(high, entry.unit, self.tr("Upper number"))
        self.to = Label(self.tr("to"), "muted")
        self.column.addWidget(self.op)
        self.line(self.low, self.to, self.high)
        self.op.value_changed.connect(self._update)
        self.low.valueChanged.connect(self._update)
        self.high.valueChanged.connect(self._update)
        self._fit()
        self.setFocusProxy(self.low)

    def _field(self, value: object, unit: Unit, name: str) -> CountedField | AmountField:
        if unit is Unit.MONEY:
            return AmountField(float(str(value)), maximum=MAX_NUMBER, prefix=self.shown.sign, name=name)
        if unit is Unit.PERCENT:
            return AmountField(float(str(value)), maximum=MAX_PERCENT, suffix=" %", name=name)
        one, many = {
            Unit.PIECES: (self.tr("piece"), self.tr("pieces")),
            Unit.DAYS: (self.tr("day"), self.tr("days")),
        }.get(unit, (self.tr("order"), self.tr("orders")))
        return CountedField(int(str(value)), one, many, maximum=MAX_NUMBER, name=name)

    def _fit(self) -> None:
        two = self.op.value() == "between"
        self.to.setVisible(two)
        self.high.setVisible(two)

    def _update(self, *_: object) -> None:
        self._fit()
        op = str(self.op.value())
        low, high = self._number(self.low), self._number(self.high)
        if op != "between":
            self.say(Field(self._leaf.field, op, low))
        else:
            ends = (low, high) if low <= high else (high, low)
            self.say(Field(self._leaf.field, op, cast(Value, ends)))

    def _number(self, field: CountedField | AmountField) -> int | Decimal:
        return Decimal(str(field.value())).normalize() if self._decimal else int(field.value())


class BirthdayEditor(RowEditor):
    """Soon, in a month, or known at all."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Field, row.leaf)
        self.op = SegmentedControl(
            [("in_days", self.tr("Within days")), ("month", self.tr("Month")), ("known", self.tr("Known"))],
            leaf.op,
            name=self.tr("Comparison"),
        )
        number = leaf.value if isinstance(leaf.value, int) else None
        days = number if leaf.op == "in_days" and number is not None else FIRST_DAYS_AHEAD
        self.days = CountedField(days, self.tr("day"), self.tr("days"), maximum=MAX_DAYS_AHEAD, name=self.tr("Days"))
        months = [(month_label(month, shown.language), cast(object, month)) for month in range(1, 13)]
        self.month = Select(months, name=self.tr("Month"))
        self.month.set_value(number if leaf.op == "month" else shown.today.month)
        self.column.addWidget(self.op)
        self.line(self.days)
        self.line(self.month)
        self.op.chosen.connect(self._update)
        self.days.valueChanged.connect(self._update)
        self.month.value_changed.connect(self._update)
        self._fit()
        self.setFocusProxy(self.days if self.days.isVisibleTo(self) else self.op)

    def _fit(self) -> None:
        self.days.setVisible(self.op.current == "in_days")
        self.month.setVisible(self.op.current == "month")

    def _update(self, *_: object) -> None:
        self._fit()
        values = {"in_days": self.days.value(), "month": self.month.value(), "known": None}
        self.say(Field("birthday", self.op.current, cast(Value, values[self.op.current])))


class NoteEditor(RowEditor):
    """A text that a note has; without one, any note."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Field, row.leaf)
        self.text = TextField(str(leaf.value or ""), self.tr("Any note; or type what it has"), name=self.tr("Text"))
        self.text.textChanged.connect(self._update)
        self.column.addWidget(self.text)
        self.setFocusProxy(self.text)

    def _update(self, text: str) -> None:
        self.say(Field("note", "has", text.strip()) if text.strip() else Field("note", "any"))


def with_all(key: str, shown: Shown, closed: Sequence[str]) -> Sequence[Option]:
    """The values that somebody has, then the others of a closed set, which nobody has."""
    found = list(shown.options.get(key, ()))
    known = {entry.value for entry in found}
    return found + [Option(text, value_label(key, text, shown.language), 0) for text in closed if text not in known]
