"""Single filters of orders as small fields: each knows which part of an order filter it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.builder.number_fields import AmountField, CountedField, Mistake
from desktop.segments.builder.row_editor import FIRST_DAYS, NUMBER_WIDTH, Shown
from desktop.segments.options import Option
from desktop.segments.sentence import weekday_label
from desktop.widgets.chip import Chip
from desktop.widgets.chip_row import ChipRow
from desktop.widgets.fields import NumberField
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from local_db.segments.catalogue import MAX_DAYS, MAX_NUMBER
from local_db.segments.tree import Band, OrderFilter, Which

LAST_HOUR = 24
FIRST_HOURS = (20, 24)
WEEKEND = (6, 7)
_CHOICE_ROWS = 4
FEW_VALUES = 12


class FilterPart(QWidget):
    """The base of the fields.

    Signals:
        changed: the filter is another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def applied(self, orders: OrderFilter) -> OrderFilter:
        """The filter with this part as it is shown."""
        raise NotImplementedError

    def line(self, *widgets: QWidget) -> None:
        """Put widgets beside each other; numbers share the room."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            is_number = isinstance(widget, NumberField | AmountField)
            if is_number:
                widget.setMinimumWidth(NUMBER_WIDTH)  # their own hint is that of the largest number
            row.addWidget(widget, 1 if is_number else 0)
        self.column.addLayout(row)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


class ValueChoice(QWidget):
    """Several values of the shop: as chips where there are few, else as a list that is found in by typing.

    Signals:
        chosen: other values are on.
    """

    chosen = Signal()

    def __init__(self, options: Sequence[Option], on: Sequence[str], placeholder: str, *, own: bool) -> None:
        super().__init__()
        known = {entry.value for entry in options}
        options = [*options, *(Option(value, value, 0) for value in on if value not in known)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.chips: dict[str, Chip] = {}
        self.list: ChoiceList | None = None
        if 0 < len(options) <= FEW_VALUES:
            row = ChipRow()
            self.chips = {entry.value: self._chip(entry, entry.value in on) for entry in options}
            row.set_chips(tuple(self.chips.values()))
            column.addWidget(row)
            self.setFocusProxy(row.chips[0])
        else:
            self.list = ChoiceList(options, on, placeholder=placeholder, several=True, own=own, rows=_CHOICE_ROWS)
            self.list.chosen.connect(self._tell)
            column.addWidget(self.list)
            self.setFocusProxy(self.list)

    @property
    def on(self) -> tuple[str, ...]:
        """The values that are on."""
        if self.list is not None:
            return tuple(self.list.on)
        return tuple(value for value, chip in self.chips.items() if chip.isChecked())

    def _chip(self, entry: Option, on: bool) -> Chip:  # noqa: FBT001 - whether it is
        chip = Chip(entry.text)
        chip.setCheckable(True)
        chip.setChecked(on)
        if entry.count:
            chip.setToolTip(self.tr("{count} people").format(count=amounts.number(entry.count)))
        chip.toggled.connect(self._tell)
        return chip

    def _tell(self, *_: object) -> None:
        self.chosen.emit()


class ChoicePart(FilterPart):
    """Several values of the shop, one of which an order must have."""

    def __init__(
        self,
        options: Sequence[Option],
        on: Sequence[str],
        apply: Callable[[OrderFilter, tuple[str, ...]], OrderFilter],
        *,
        own: bool,
    ) -> None:
        super().__init__()
        self._apply = apply
        words = self.tr("Find or type a value") if own else self.tr("Find a value")
        self.choices = ValueChoice(options, on, words, own=own)
        self.choices.chosen.connect(self._tell)
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.choices)

    def applied(self, orders: OrderFilter) -> OrderFilter:
        """The filter with the values that are on; none of them: no matter."""
        return self._apply(orders, self.choices.on)


class PromotionPart(FilterPart):
    """Any promotion, or certain ones."""

    def __init__(self, options: Sequence[Option], names: tuple[str, ...] | None) -> None:
        super().__init__()
        self.choices = ValueChoice(options, names or (), self.tr("Any promotion; or find some"), own=False)
        self.choices.chosen.connect(self._tell)
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.choices)

    def applied(self, orders: OrderFilter) -> OrderFilter:
        """The filter with the promotions that are on; without one, any."""
        return replace(orders, promotions=self.choices.on)


class BandPart(FilterPart):
    """An amount from, to, or both; 0 leaves an end open."""

    def __init__(
        self, shown: Shown, band: Band | None, apply: Callable[[OrderFilter, Band | None], OrderFilter]
    ) -> None:
        super().__init__()
        self._apply = apply
        low, high = band or (None, None)
        self.low = self._field(low, shown.sign, self.tr("From"))
        self.high = self._field(high, shown.sign, self.tr("To"))
        self.line(self.low, Label(self.tr("to"), "muted"), self.high)
        self.setFocusProxy(self.low)

    def _field(self, amount: Decimal | None, sign: str, name: str) -> AmountField:
        field = AmountField(float(amount or 0), maximum=MAX_NUMBER, prefix=sign, name=name)
        field.setSpecialValueText(self.tr("any"))
        field.valueChanged.connect(self._tell)
        return field

    def applied(self, orders: OrderFilter) -> OrderFilter:
        """The filter with this band; both ends open: none."""
        low, high = _amount(self.low.value()), _amount(self.high.value())
        if low and high and low > high:
            low, high = high, low
        return self._apply(orders, (low, high) if low or high else None)


class HoursPart(FilterPart):
    """From an hour to an hour; over midnight where the first is the later one."""

    def __init__(self, hours: tuple[int, int] | None) -> None:
        super().__init__()
        first, last = hours or FIRST_HOURS
        self.first = NumberField(first, maximum=LAST_HOUR - 1, suffix=":00", name=self.tr("From"))
        self.last = NumberField(last, minimum=1, maximum=LAST_HOUR, suffix=":00", name=self.tr("To"))
        self.line(self.first, Label(self.tr("to"), "muted"), self.last)
        self.first.valueChanged.connect(self._tell)
        self.last.valueChanged.connect(self._tell)
        self.setFocusProxy(self.first)

    def applied(self, orders: OrderFilter) -> OrderFilter:
        """The filter with these hours; equal ones say nothing."""
        first, last = self.first.value(), self.last.value()
        return replace(orders, hours=None if first == last else (first, last))


class WeekdaysPart(FilterPart):
    """Seven chips."""

    def __init__(self, shown: Shown, days: Sequence[int]) -> None:
        super().__init__()
        self.chips: list[Chip] = []
        for day in range(1, 8):
            chip = Chip(weekday_label(day, shown.language))
            chip.setCheckable(True)
            chip.setChecked(day in (days or WEEKEND))
            chip.toggled.connect(self._tell)
            self.chips.append(chip)
        row = ChipRow()
        row.set_chips(self.chips)
        self.column.addWidget(row)
        self.setFocusProxy(self.chips[0])

    def applied(self, orders: OrderFilter) -> OrderFilter:
        """The filter with the days that are on."""
        return replace(orders, weekdays=tuple(day for day, chip in enumerate(self.chips, 1) if chip.isChecked()))


class WhichPart(FilterPart):
    """The first order of all, or the latest."""

    def __init__(self, which: Which) -> None:
        super().__init__()
        self.which = SegmentedControl(
            [("first", self.tr("The first")), ("last", self.tr("The latest"))],
            which or "first",
            name=self.tr("Which order"),
        )
        self.which.chosen.connect(self._tell)
        self.column.addWidget(self.which)
        self.setFocusProxy(self.which)

    def applied(self, orders: OrderFilter) -> OrderFilter:
        """The filter with one order only."""
        return replace(orders, which=cast(Which, self.which.current))


class PausePart(FilterPart):
    """So many days or more after the purchase before."""

    def __init__(self, days: int | None) -> None:
        super().__init__()
        self.days = CountedField(
            days or FIRST_DAYS, self.tr("day"), self.tr("days"), minimum=1, maximum=MAX_DAYS, name=self.tr("Days")
        )
        self.days.valueChanged.connect(self._tell)
        self.line(self.days)
        self.column.addWidget(Mistake(self.days))
        self.setFocusProxy(self.days)

    def applied(self, orders: OrderFilter) -> OrderFilter:
        """The filter with this pause."""
        return replace(orders, after_gap_days=self.days.value())


def _amount(value: float) -> Decimal | None:
    return Decimal(str(value)).normalize() if value else None
