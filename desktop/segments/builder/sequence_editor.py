"""The editor of one order after another: the first, what is between, the later one."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.segments.builder.number_fields import CountedField
from desktop.segments.builder.order_filter_field import OrderFilterField
from desktop.segments.builder.row_editor import RowEditor, Shown
from desktop.segments.edit_tree import Row
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.toggle import CheckBox
from local_db.segments.catalogue import MAX_DAYS
from local_db.segments.tree import Sequence

FIRST_DAYS_AFTER = 30


class SequenceEditor(RowEditor):
    """One of the two orders is in sight at a time."""

    def __init__(self, row: Row, shown: Shown, part: str = "", parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Sequence, row.leaf)
        self.verdict = SegmentedControl(
            [("followed", self.tr("was followed by")), ("absent", self.tr("was not followed by"))],
            "absent" if leaf.absent else "followed",
            name=self.tr("Comparison"),
        )
        self.limited = CheckBox(self.tr("within"), checked=leaf.within_days is not None)
        self.days = CountedField(
            leaf.within_days or FIRST_DAYS_AFTER,
            self.tr("day"),
            self.tr("days"),
            minimum=1,
            maximum=MAX_DAYS,
            name=self.tr("Days"),
        )
        self.shown_order = SegmentedControl(
            [("first", self.tr("First order")), ("then", self.tr("Later order"))],
            "then" if part == "then" else "first",
            name=self.tr("Which of the two orders"),
        )
        self.first = OrderFilterField(leaf.first, shown)
        self.then = OrderFilterField(leaf.then, shown)
        self.column.addWidget(self.verdict)
        self.line(self.limited, self.days)
        self.column.addWidget(self.shown_order)
        self.column.addWidget(self.first)
        self.column.addWidget(self.then)
        self.verdict.chosen.connect(self._update)
        self.limited.toggled.connect(self._update)
        self.days.valueChanged.connect(self._update)
        self.shown_order.chosen.connect(self._fit)
        self.first.changed.connect(self._update)
        self.then.changed.connect(self._update)
        self._fit()
        ends = {"first": self.first.words, "then": self.then.words}
        self.setFocusProxy(ends.get(part, self.days))

    def _fit(self, *_: object) -> None:
        first = self.shown_order.current == "first"
        self.first.setVisible(first)
        self.then.setVisible(not first)
        self.days.setEnabled(self.limited.isChecked())

    def _update(self, *_: object) -> None:
        self._fit()
        days = self.days.value() if self.limited.isChecked() else None
        self.say(Sequence(self.first.orders, self.then.orders, days, self.verdict.current == "absent"))
