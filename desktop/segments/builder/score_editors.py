"""Editors of the random share and of RFM scores: ranges between two small numbers."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.segments.builder.number_fields import CountedField
from desktop.segments.builder.row_editor import RowEditor, Shown
from desktop.segments.edit_tree import Row
from desktop.widgets.label import Label
from desktop.widgets.select import Select
from local_db.segments.catalogue import BUCKETS, HIGHEST_SCORE, LOWEST_SCORE
from local_db.segments.tree import Random, Rfm, Scores


class RandomEditor(RowEditor):
    """From and to, in hundredths; who is in which share never changes."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Random, row.leaf)
        self.low = CountedField(leaf.low, "%", "%", maximum=BUCKETS - 1, name=self.tr("From"))
        self.high = CountedField(leaf.high, "%", "%", minimum=1, maximum=BUCKETS, name=self.tr("To"))
        self.line(self.low, Label(self.tr("to"), "muted"), self.high)
        words = self.tr("Everybody stays in the same share for ever: 0–50 and 50–100 never overlap.")
        self.column.addWidget(Label(words, "small", wrap=True))
        self.low.valueChanged.connect(self._update)
        self.high.valueChanged.connect(self._update)
        self.setFocusProxy(self.high)

    def _update(self, *_: object) -> None:
        low, high = sorted((self.low.value(), self.high.value()))
        if low < high:
            self.say(Random(low, high))


class RfmEditor(RowEditor):
    """Three ranges of scores."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Rfm, row.leaf)
        self._ranges = (
            self._range(self.tr("R: how recently (5 = latest)"), "R", leaf.r),
            self._range(self.tr("F: how often (5 = most)"), "F", leaf.f),
            self._range(self.tr("M: how much (5 = most)"), "M", leaf.m),
        )
        self.setFocusProxy(self._ranges[0][0])

    def _range(self, words: str, letter: str, scores: Scores) -> tuple[Select, Select]:
        self.column.addWidget(Label(words, "small"))
        fields = []
        for end, score in zip((self.tr("from"), self.tr("to")), scores, strict=True):
            options = [(str(number), cast(object, number)) for number in range(LOWEST_SCORE, HIGHEST_SCORE + 1)]
            field = Select(options, name=f"{letter} {end}")
            field.set_value(score)
            field.value_changed.connect(self._update)
            fields.append(field)
        low, high = fields
        self.line(low, Label(self.tr("to"), "muted"), high)
        return low, high

    def _update(self, *_: object) -> None:
        r, f, m = (tuple(sorted(int(str(field.value())) for field in ends)) for ends in self._ranges)
        self.say(Rfm(cast(Scores, r), cast(Scores, f), cast(Scores, m)))
