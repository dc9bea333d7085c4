"""Editors of one condition: each shows what its kind of field needs and says the new row on every change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.builder.number_fields import AmountField, CountedField
from desktop.segments.edit_tree import Row
from desktop.segments.options import Option
from desktop.segments.sentence import Language, op_label, value_label
from desktop.widgets.date_field import DateField
from desktop.widgets.fields import DecimalField, NumberField, mark_wrong
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.segments.catalogue import (
    CONSENT_CHANNELS,
    CONSENT_STATES,
    FIELD_BY_KEY,
    MAX_DAYS,
    MAX_NUMBER,
    Kind,
    Unit,
)
from local_db.segments.tree import Field, Ordered, Tag, Value

FIRST_DAYS = 90
SELECT_WIDTH = 136


@dataclass(frozen=True, slots=True)
class Shown:
    """What every editor needs to know of the shop and the window."""

    language: Language
    currency: str
    today: date
    options: Mapping[str, Sequence[Option]]  # by field key, `tag` and `ordered`


class RowEditor(QWidget):
    """The base of the editors.

    Signals:
        edited(Row): the row as it is now.
    """

    edited = Signal(object)

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.shown = shown
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def say(self, leaf: Field | Tag | Ordered, *, negated: bool | None = None, unfinished: bool = False) -> None:
        """Tell the new condition; `negated` stays as it is unless given."""
        row = Row(leaf, self.row.negated if negated is None else negated, unfinished)
        if row != self.row:
            self.row = row
            self.edited.emit(row)

    def line(self, *widgets: QWidget) -> None:
        """Put widgets beside each other."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            if isinstance(widget, Select):
                widget.setMinimumWidth(SELECT_WIDTH)
            row.addWidget(widget, 1 if isinstance(widget, DateField | NumberField | DecimalField) else 0)
        row.addStretch(0)
        self.column.addLayout(row)
        for widget in widgets:
            if isinstance(widget, CountedField | AmountField):
                self._tell_mistakes(widget)

    def _tell_mistakes(self, field: CountedField | AmountField) -> None:
        """Say below a number what it may be while something else is typed."""
        mistake = Label("", "small", tone="bad", wrap=True)
        mistake.hide()
        self.column.addWidget(mistake)
        field.lineEdit().textChanged.connect(partial(self._judge, field, mistake))

    def _judge(self, field: CountedField | AmountField, mistake: Label, *_: object) -> None:
        wrong = not field.hasAcceptableInput()
        limits = f"{field.minimum():,.0f}", f"{field.maximum():,.0f}"
        mistake.setText(self.tr("A number from {low} to {high}, please.").format(low=limits[0], high=limits[1]))
        mistake.setVisible(wrong)
        mark_wrong(field, wrong=wrong)


class TextEditor(RowEditor):
    """Platform, province, city: one or several values, or none of them."""

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
        options = shown.options.get(self._leaf.field, ())
        on = () if row.unfinished else [str(text) for text in texts]
        self.choices = ChoiceList(options, on, placeholder=self.tr("Find or type a value"), several=True, own=True)
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


class TagEditor(RowEditor):
    """One tag, of the shop's or a new name."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        self.choices = ChoiceList(
            shown.options.get("tag", ()),
            () if row.unfinished else [cast(Tag, row.leaf).name],
            placeholder=self.tr("Find or type a tag"),
            own=True,
        )
        self.choices.chosen.connect(self._update)
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.choices)

    def _update(self, names: list[str]) -> None:
        if names:
            self.say(Tag(names[0]))


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
    """First or last order: days back, a date, or never."""

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
    """A count or an amount of money, compared with one number or between two."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        self._leaf = cast(Field, row.leaf)
        entry = FIELD_BY_KEY[self._leaf.field]
        self._money = entry.kind is Kind.MONEY
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
        if self._money:
            sign = "¥" if self.shown.currency == "CNY" else f"{self.shown.currency} "
            return AmountField(float(str(value)), maximum=MAX_NUMBER, prefix=sign, name=name)
        one, many = self.tr("order"), self.tr("orders")
        if unit is Unit.PIECES:
            one, many = self.tr("piece"), self.tr("pieces")
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
        return Decimal(str(field.value())).normalize() if self._money else int(field.value())


def editor_for(row: Row, shown: Shown, part: str = "") -> RowEditor:
    """The editor of a row; `part` names what should have the focus: `window`, `product` or `times` of `ordered`."""
    from desktop.segments.builder.ordered_editor import OrderedEditor

    match row.leaf:
        case Ordered():
            return OrderedEditor(row, shown, part)
        case Tag():
            return TagEditor(row, shown)
        case Field(field):
            return _BY_KIND[FIELD_BY_KEY[field].kind](row, shown)


_BY_KIND: dict[Kind, type[RowEditor]] = {
    Kind.TEXT: TextEditor,
    Kind.FLAG: FlagEditor,
    Kind.CONSENT: ConsentEditor,
    Kind.TIME: TimeEditor,
    Kind.COUNT: NumberEditor,
    Kind.MONEY: NumberEditor,
}
