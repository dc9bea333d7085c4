"""The editor of `ordered`: in which days, with which product, how many times."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.segments.builder.editors import FIRST_DAYS, RowEditor, Shown
from desktop.segments.builder.number_fields import CountedField
from desktop.segments.edit_tree import Row
from desktop.segments.options import found
from desktop.segments.sentence import op_label
from desktop.widgets.chip import Chip, ValueChip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.date_field import DateField
from desktop.widgets.fields import TextField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.segments.catalogue import COMPARISONS, MAX_DAYS, MAX_NUMBER
from local_db.segments.tree import Ordered

OFFERED_WORDS = 12


class OrderedEditor(RowEditor):
    """Three parts below each other; `part` names the one that gets the focus."""

    def __init__(self, row: Row, shown: Shown, part: str = "", parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Ordered, row.leaf)
        self._titles = list(leaf.titles)
        self._took_word = False
        self._build_window(leaf)
        self._build_product()
        self._build_times(leaf)
        self._fit()
        first = {"product": self.word, "times": self.times}.get(part, self.days)
        self.setFocusProxy(first if first.isVisibleTo(self) else self.window_kind)

    def _build_window(self, leaf: Ordered) -> None:
        dated = leaf.from_day is not None or leaf.to_day is not None
        kind = "days" if leaf.within_days else "dates" if dated else "ever"
        self.window_kind = SegmentedControl(
            [("ever", self.tr("Any time")), ("days", self.tr("Last days")), ("dates", self.tr("Dates"))],
            kind,
            name=self.tr("When"),
        )
        days = leaf.within_days or FIRST_DAYS
        self.days = CountedField(
            days, self.tr("day"), self.tr("days"), minimum=1, maximum=MAX_DAYS, name=self.tr("Days")
        )
        today = self.shown.today
        first = leaf.from_day if dated else today - timedelta(days=FIRST_DAYS)
        last = leaf.to_day if dated else today
        self.first = DateField(first, empty=self.tr("any day"), name=self.tr("From"))
        self.last = DateField(last, empty=self.tr("any day"), name=self.tr("To"))
        self.to = Label(self.tr("to"), "muted")
        self.column.addWidget(self.window_kind)
        self.line(self.days)
        self.line(self.first, self.to, self.last)
        self.window_kind.chosen.connect(self._update)
        self.days.valueChanged.connect(self._update)
        self.first.value_changed.connect(self._update)
        self.last.value_changed.connect(self._update)

    def _build_product(self) -> None:
        self.column.addSpacing(4)
        self.column.addWidget(Label(self.tr("Product title has any of"), "small"))
        self.word = TextField("", self.tr("Any product; type a word, then Enter"), name=self.tr("Word of the title"))
        self.word.returnPressed.connect(self._take_typed)
        self.word.textEdited.connect(self._show_words)
        self.column.addWidget(self.word)
        self._box = QWidget()
        self._words = FlowLayout(self._box, spacing=6, line_spacing=6)
        self.column.addWidget(self._box)
        self._show_words()

    def _build_times(self, leaf: Ordered) -> None:
        self.column.addSpacing(4)
        self.column.addWidget(Label(self.tr("How many times"), "small"))
        ops = [(op_label(op, self.shown.language), cast(object, op)) for op in COMPARISONS]
        self.op = Select(ops, name=self.tr("Comparison"))
        self.op.set_value(leaf.op)
        self.times = CountedField(
            leaf.times, self.tr("time"), self.tr("times"), maximum=MAX_NUMBER, name=self.tr("Times")
        )
        self.line(self.op, self.times)
        self.op.value_changed.connect(self._update)
        self.times.valueChanged.connect(self._update)

    def _show_words(self, *_: object) -> None:
        """The chosen words, then those of the shop's titles that go on with what is typed."""
        clear_layout(self._words)
        for word in self._titles:
            chip = ValueChip(f"{word}  ×")
            chip.setAccessibleName(self.tr("Remove {word}").format(word=word))
            chip.clicked.connect(partial(self._drop, word))
            self._words.addWidget(chip)
        matching = found(self.shown.options.get("ordered", ()), self.word.text())
        for entry in [entry for entry in matching if entry.value not in self._titles][:OFFERED_WORDS]:
            chip_of_word = Chip(entry.text)
            chip_of_word.setToolTip(self.tr("{count} people bought it").format(count=f"{entry.count or 0:,}"))
            chip_of_word.clicked.connect(partial(self._take, entry.value))
            self._words.addWidget(chip_of_word)
        self._box.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the Enter that took a word; another one closes the editor."""
        if self._took_word and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._took_word = False
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take_typed(self) -> None:
        word = self.word.text().strip()
        self._took_word = bool(word)
        if word:
            self._take(word)

    def _take(self, word: str, *_: object) -> None:
        if word not in self._titles:
            self._titles.append(word)
        self.word.setFocus()  # before its chip is gone, which would send the focus elsewhere
        self.word.clear()
        self._show_words()
        self._update()

    def _drop(self, word: str, *_: object) -> None:
        self._titles.remove(word)
        self.word.setFocus()
        self._show_words()
        self._update()

    def _fit(self) -> None:
        kind = self.window_kind.current
        self.days.setVisible(kind == "days")
        for part in (self.first, self.to, self.last):
            part.setVisible(kind == "dates")

    def _update(self, *_: object) -> None:
        self._fit()
        kind = self.window_kind.current
        first, last = (self.first.value(), self.last.value()) if kind == "dates" else (None, None)
        if first and last and first > last:
            first, last = last, first
        self.say(
            Ordered(
                op=str(self.op.value()),
                times=self.times.value(),
                within_days=self.days.value() if kind == "days" else None,
                from_day=first,
                to_day=last,
                titles=tuple(self._titles),
            )
        )
