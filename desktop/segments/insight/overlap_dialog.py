"""How this segment overlaps with one or two others, with every region one press away from being a segment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts, wording
from desktop.segments.insight.insights import Insights
from desktop.segments.insight.venn import Venn
from desktop.widgets.button import Button
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.select import Select
from local_db.errors import RegularsError
from local_db.segments.overlap import Overlap, Region, region_node

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.segments.tree import Node

NOTHING = -1
_HEIGHT = 520


@dataclass(frozen=True, slots=True)
class Named:
    """A segment to choose."""

    name: str
    node: Node


class OverlapDialog(ModalDialog):
    """The first of `named` is the one that is being worked on.

    Signals:
        segment_wanted(str, object): a new segment with this name and Node should be begun.
    """

    segment_wanted = Signal(str, object)

    def __init__(
        self, context: PageContext, insights: Insights, named: Sequence[Named], parent: QWidget | None = None
    ) -> None:
        super().__init__("", width=820, parent=parent)
        self.set_title(self.tr("Overlap of segments"))
        self.set_sentence(self.tr("Counted as of today. Press a region, or one of its rows, to begin a segment of it."))
        self._insights = insights
        self._named = tuple(named)
        self._latest = context.background.latest()
        self._overlap: Overlap | None = None
        self.venn = Venn()
        self.venn.region_chosen.connect(self._begin)
        self.venn.region_pointed.connect(self._mark)
        self._notice = InlineNotice("", "bad")
        self._notice.hide()
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(2)
        self._rows.setColumnStretch(0, 1)
        self.buttons: dict[Region, Button] = {}
        self._labels: dict[Region, Label] = {}
        self.add_layout(self._choices())
        line = QHBoxLayout()
        line.setSpacing(20)
        line.addWidget(self.venn, 1)
        side = QVBoxLayout()
        side.addLayout(self._rows)
        side.addStretch(1)
        line.addLayout(side, 1)
        self.add(self._notice)
        self.add_layout(line, 1)
        self.add_reject(self.tr("Close"))
        self.resize(self.minimumWidth(), _HEIGHT)
        self._count()

    @property
    def overlap(self) -> Overlap | None:
        """What is shown."""
        return self._overlap

    @property
    def chosen(self) -> tuple[Named, ...]:
        """The segments whose overlap is shown, each once."""
        places = dict.fromkeys(int(str(field.value())) for field in self.fields)
        return tuple(self._named[place] for place in places if place != NOTHING)

    def _choices(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        options = [(one.name, place) for place, one in enumerate(self._named)]
        self.fields = [
            Select(options, name=self.tr("Segment A")),
            Select(options, name=self.tr("Segment B")),
            Select([(self.tr("No third segment"), NOTHING), *options], name=self.tr("Segment C")),
        ]
        self.fields[1].set_value(min(1, len(self._named) - 1))
        for letter, field in zip("ABC", self.fields, strict=True):
            field.setMaximumWidth(230)
            field.value_changed.connect(self._count)
            line.addWidget(Label(letter, "strong"))
            line.addWidget(field, 1)
        return line

    def _count(self, *_: object) -> None:
        self._notice.hide()
        if len(self.chosen) < 2:
            self._overlap = None
            self._show_rows()
            self._notice.say(self.tr("Choose two or three different segments. Save another one first if need be."))
            return
        nodes = [one.node for one in self.chosen]
        self._latest.run(partial(self._insights.overlap, nodes), self._show, self._failed)

    def _show(self, found: Overlap) -> None:
        self._overlap = found
        self.venn.set_overlap(found.regions, [one.name for one in self.chosen])
        self._show_rows()

    def _show_rows(self) -> None:
        clear_layout(self._rows)
        self.buttons, self._labels = {}, {}
        found = self._overlap
        self.venn.setVisible(found is not None)
        if found is None:
            return
        for place, region in enumerate(self.venn.regions):
            words = ElidedLabel(self._words(region))
            words.setMinimumWidth(190)
            count = Label(amounts.number(found.regions[region]), "strong")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            button = Button(self.tr("New segment"), dense=True)
            button.setAccessibleName(self.tr("New segment: {words}").format(words=self._words(region)))
            button.clicked.connect(partial(self._begin, region))
            button.setEnabled(found.regions[region] > 0)
            self._rows.addWidget(words, 2 * place, 0)
            self._rows.addWidget(count, 2 * place, 1)
            self._rows.addWidget(button, 2 * place, 2)
            self._rows.addWidget(Divider(), 2 * place + 1, 0, 1, 3)
            self.buttons[region], self._labels[region] = button, words
        last = 2 * len(self.venn.regions)
        self._add_sum(last, self.tr("Together"), found.any)
        self._add_sum(last + 1, self.tr("In none of them"), found.everybody - found.any)

    def _add_sum(self, line: int, words: str, count: int) -> None:
        self._rows.addWidget(Label(words, tone="muted"), line, 0)
        number = Label(amounts.number(count), tone="muted")
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setMinimumHeight(28)
        self._rows.addWidget(number, line, 1)

    def _mark(self, region: Region | None) -> None:
        for own, label in self._labels.items():
            label.set_tone("accent" if own == region else "")

    def _words(self, region: Region) -> str:
        """A 与 B，不在 C / A and B, not C."""
        letters = "ABC"
        inside = [letters[place] for place, is_in in enumerate(region) if is_in]
        outside = [letters[place] for place, is_in in enumerate(region) if not is_in]
        joined = self.tr(" and ").join(inside)
        if not outside:
            return self.tr("In {inside}").format(inside=joined)
        if len(inside) == 1:
            return self.tr("Only in {inside}").format(inside=joined)
        return self.tr("In {inside}, not in {outside}").format(inside=joined, outside=self.tr(" or ").join(outside))

    def _begin(self, region: Region, *_: object) -> None:
        chosen = self.chosen
        names = [one.name for one, inside in zip(chosen, region, strict=True) if inside]
        without = [one.name for one, inside in zip(chosen, region, strict=True) if not inside]
        name = self.tr(" and ").join(names)
        if without:
            name = self.tr("{names}, not {without}").format(names=name, without=self.tr(" or ").join(without))
        node = region_node([one.node for one in chosen], region)
        self.accept()
        self.segment_wanted.emit(name, node)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._notice.say(wording.error(error), "bad")
