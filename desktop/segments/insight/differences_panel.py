"""Below the rows: what makes the matching members different from everybody else in the shop."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.segments.insight.feature_words import feature_words
from desktop.segments.sentence import Language
from desktop.widgets.button import IconButton
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.count_bar import CountBar
from desktop.widgets.divider import Divider
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.segmented_control import SegmentedControl
from local_db.segments.differences import Difference, Differences

ROWS = 8
OVER, UNDER = "over", "under"
FULL_BAR = 4.0  # times as frequent; more does not get a longer bar
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DifferencesPanel(QWidget):
    """Shares in the segment and in the rest, how many times as frequent, and two buttons per row.

    Signals:
        condition_wanted(object): the Node of a feature should become a condition of the segment.
        copy_wanted(object): the Node of a feature should be copied as text.
        laid_out: other buttons are in sight.
    """

    condition_wanted = Signal(object)
    copy_wanted = Signal(object)
    laid_out = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._found: Differences | None = None
        self._currency = "CNY"
        self._narrow = False
        self.buttons: list[IconButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(self.tr("Compared with the rest of the shop"), "heading"), 1)
        self.side = SegmentedControl(
            ((OVER, self.tr("More often")), (UNDER, self.tr("Less often"))), name=self.tr("Which differences")
        )
        self.side.chosen.connect(self._show_rows)
        head.addWidget(self.side)
        column.addLayout(head)
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._rows)
        self._note = Label("", "small", wrap=True)
        column.addWidget(self._note)

    @property
    def shown(self) -> tuple[Difference, ...]:
        """The rows in sight."""
        if self._found is None:
            return ()
        return (self._found.over if self.side.current == OVER else self._found.under)[:ROWS]

    def tab_stops(self) -> list[QWidget]:
        """What takes the keyboard, from above."""
        return [*self.side.parts, *self.buttons]

    def set_differences(self, found: Differences, currency: str) -> None:
        """Show what was found."""
        self._found, self._currency = found, currency
        self._show_rows()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the bars out where there is little room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_rows()

    def _show_rows(self, *_: object) -> None:
        clear_layout(self._grid)
        self.buttons = []
        rows = self.shown
        if rows:
            self._add_titles()
        for place, one in enumerate(rows):
            self._grid.addWidget(Divider(), 2 * place + 1, 0, 1, 7)
            self._add_row(2 * place + 2, one)
        self._note.setText(self._words_without_rows() if not rows else "")
        self._note.setVisible(not rows)
        self.laid_out.emit()

    def _add_titles(self) -> None:
        for column, words in ((1, self.tr("Segment")), (2, self.tr("Rest")), (4, self.tr("Times"))):
            label = Label(words, "small")
            label.setAlignment(_RIGHT)
            self._grid.addWidget(label, 0, column)

    def _add_row(self, line: int, one: Difference) -> None:
        words = ElidedLabel(feature_words(one.feature, self._language, self._currency))
        words.setMinimumHeight(34)
        inside, rest = Label(_share(one.share)), Label(_share(one.share_of_rest), tone="muted")
        inside.setToolTip(self.tr("{count} people").format(count=amounts.number(one.inside)))
        rest.setToolTip(self.tr("{count} people").format(count=amounts.number(one.outside)))
        times = Label(_times(one.lift), "strong")
        for label in (inside, rest, times):
            label.setAlignment(_RIGHT)
            label.setMinimumWidth(48)
        self._grid.addWidget(words, line, 0)
        self._grid.addWidget(inside, line, 1)
        self._grid.addWidget(rest, line, 2)
        if not self._narrow:
            bar = CountBar(_bar(one), tone="accent" if one.over else "blue", width=90)
            bar.setFixedWidth(90)
            self._grid.addWidget(bar, line, 3)
        self._grid.addWidget(times, line, 4)
        add = IconButton("plus", self.tr("Add as a condition"), size=26)
        add.clicked.connect(partial(self._add, one))
        copy = IconButton("copy", self.tr("Copy as text"), size=26)
        copy.clicked.connect(partial(self._copy, one))
        self._grid.addWidget(add, line, 5)
        self._grid.addWidget(copy, line, 6)
        self.buttons += [add, copy]

    def _words_without_rows(self) -> str:
        found = self._found
        if found is None:
            return self.tr("Comparing…")
        if not found.segment:
            return self.tr("Nobody matches, so there is nothing to compare.")
        if not found.rest:
            return self.tr("Everybody matches: there is no rest to compare with. Add a condition.")
        if self.side.current == UNDER and found.over:
            return self.tr("Nothing is clearly rarer here than in the rest of the shop.")
        if self.side.current == OVER and found.under:
            return self.tr("Nothing is clearly more frequent here than in the rest of the shop.")
        return self.tr("No clear difference: either the people are alike, or too few to tell.")

    def _add(self, one: Difference, *_: object) -> None:
        self.condition_wanted.emit(one.feature.node)

    def _copy(self, one: Difference, *_: object) -> None:
        self.copy_wanted.emit(one.feature.node)


def _share(share: float) -> str:
    return f"{share:.0%}" if share >= 0.0995 or share == 0 else f"{share:.1%}"


def _times(lift: float) -> str:
    if math.isinf(lift):
        return "∞"
    return f"{lift:.1f}×" if lift < 99.95 else f"{lift:,.0f}×"


def _bar(one: Difference) -> float:
    """As long as the ratio is far from one; half a bar at twice as frequent, or half as frequent."""
    ratio = one.lift if one.over else (1 / one.lift if one.lift else math.inf)
    return min(1.0, math.log2(ratio) / math.log2(FULL_BAR)) if math.isfinite(ratio) else 1.0
