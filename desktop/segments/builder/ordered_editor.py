"""The editor of `ordered`: which orders, and how many, for how much, or how many pieces."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.segments.builder.number_fields import AmountField, CountedField, Presets
from desktop.segments.builder.order_filter_field import OrderFilterField
from desktop.segments.builder.row_editor import RowEditor, Shown
from desktop.segments.edit_tree import Row
from desktop.segments.sentence import op_label
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.segments.catalogue import COMPARISONS, MAX_NUMBER
from local_db.segments.tree import Measure, Number, Ordered

FIRST_SUM = 200
LIKELY_TIMES = (1, 2, 3, 5)


class OrderedEditor(RowEditor):
    """Parts below each other; `part` names the one that gets the focus."""

    def __init__(self, row: Row, shown: Shown, part: str = "", parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Ordered, row.leaf)
        self.verdict = SegmentedControl(
            [("yes", self.tr("has ordered")), ("not", self.tr("has not ordered"))],
            "not" if row.negated else "yes",
            name=self.tr("Has or has not"),
        )
        self.verdict.chosen.connect(self._update)
        self.column.addWidget(self.verdict)
        self.filter = OrderFilterField(leaf.orders, shown, part)
        self.filter.changed.connect(self._update)
        self.measure = SegmentedControl(
            [("times", self.tr("How often")), ("sum", self.tr("Amount in all")), ("items", self.tr("Pieces in all"))],
            leaf.measure,
            name=self.tr("Counted"),
        )
        self.measure.chosen.connect(self._update)
        self.filter.middle.addWidget(self.measure)
        self._build_number(leaf)
        self.column.addWidget(self.filter)
        self._fit()
        self.setFocusProxy(self._number_field() if part == "times" else self.filter)

    def _build_number(self, leaf: Ordered) -> None:
        ops = [(op_label(op, self.shown.language), cast(object, op)) for op in COMPARISONS]
        self.op = Select(ops, name=self.tr("Comparison"))
        self.op.set_value(leaf.op)
        number = leaf.number
        self.times = CountedField(
            int(number) if leaf.measure == "times" else 1,
            self.tr("time"),
            self.tr("times"),
            maximum=MAX_NUMBER,
            name=self.tr("Times"),
        )
        self.sum = AmountField(
            float(number) if leaf.measure == "sum" else FIRST_SUM,
            maximum=MAX_NUMBER,
            prefix=self.shown.sign,
            name=self.tr("Amount"),
        )
        self.items = CountedField(
            int(number) if leaf.measure == "items" else 2,
            self.tr("piece"),
            self.tr("pieces"),
            maximum=MAX_NUMBER,
            name=self.tr("Pieces"),
        )
        self.line(self.op, self.times, self.sum, self.items, into=self.filter.middle)
        self.presets = Presets(self.times, LIKELY_TIMES)
        self.filter.middle.addWidget(self.presets)
        self.note = Label(self.tr("All pieces of these lines, whatever else the orders have."), "small", wrap=True)
        self.filter.middle.addWidget(self.note)
        self.op.value_changed.connect(self._update)
        for field in (self.times, self.sum, self.items):
            field.valueChanged.connect(self._update)

    def _number_field(self) -> CountedField | AmountField:
        fields: dict[str, CountedField | AmountField] = {"times": self.times, "sum": self.sum, "items": self.items}
        return fields[self.measure.current]

    def _fit(self) -> None:
        measure = self.measure.current
        for key, field in (("times", self.times), ("sum", self.sum), ("items", self.items)):
            field.setVisible(measure == key)
        self.presets.setVisible(measure == "times")
        self.note.setVisible(measure == "items" and not self.filter.orders.product.is_any)

    def _update(self, *_: object) -> None:
        self._fit()
        measure = cast(Measure, self.measure.current)
        value = self._number_field().value()
        number: Number = Decimal(str(value)).normalize() if measure == "sum" else int(value)
        leaf = Ordered(self.filter.orders, measure, str(self.op.value()), number)
        self.say(leaf, negated=self.verdict.current == "not")
