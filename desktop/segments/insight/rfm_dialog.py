"""The RFM grid: everybody who bought, by how lately and how often, to brush into a segment; with the cuts beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts, wording
from desktop.segments.insight.cuts_editor import CutsEditor
from desktop.segments.insight.insights import Insights, RfmAnswer, cells_tree
from desktop.segments.insight.rfm_grid import RfmGrid
from desktop.widgets.button import Button
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.segmented_control import SegmentedControl
from local_db.errors import RegularsError
from local_db.roster.rfm_cuts import DEFAULT_CUTS, RfmCuts, written_cuts
from local_db.segments.rfm import SCORES, Cell
from local_db.segments.tree import parse
from local_db.settings import save_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.segments.tree import Node

PEOPLE, MONEY = "people", "money"
_SIDE = 340


class RfmDialog(ModalDialog):
    """Cuts that are typed are tried at once, and stored when they are saved or used.

    Signals:
        segment_wanted(str, object): a new segment with this name and Node should be begun.
        condition_wanted(object): the Node should become a condition of the segment that is open.
    """

    segment_wanted = Signal(str, object)
    condition_wanted = Signal(object)

    def __init__(
        self, context: PageContext, insights: Insights, *, in_segment: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("", width=960, parent=parent)
        self.set_title(self.tr("Recency, frequency, money"))
        self.set_sentence(
            self.tr("Everybody who bought, by how lately and how often. Drag over cells to choose people.")
        )
        self._context = context
        self._insights = insights
        self._latest = context.background.latest()
        self._stored: RfmCuts | None = None
        self.answer: RfmAnswer | None = None
        self.grid = RfmGrid()
        self.grid.brushed.connect(self._show_chosen)
        self.cuts = CutsEditor()
        self.cuts.edited.connect(self._try_cuts)
        self._notice = InlineNotice("", "bad")
        self._notice.hide()
        self._total = Label("", "muted", wrap=True)
        self.add(self._notice)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addLayout(self._grid_side(), 1)
        line.addWidget(self._cuts_side())
        self.add_layout(line, 1)
        self._chosen = Label("", "strong")
        self._lay_footer(in_segment=in_segment)
        self._ask(None)

    # --- layout ---

    def _grid_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        head = QHBoxLayout()
        self.side = SegmentedControl(
            ((PEOPLE, self.tr("People")), (MONEY, self.tr("Money (M)"))), name=self.tr("What the cells show")
        )
        self.side.chosen.connect(self._show_figures)
        head.addWidget(self.side)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self._total)
        return column

    def _cuts_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self.tr("Where the scores begin"), "heading"))
        column.addWidget(self.cuts)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.fit = Button(self.tr("Fit to this shop"))
        self.fit.setToolTip(self.tr("Put about a fifth of the buyers into each score"))
        self.fit.clicked.connect(self._fit)
        self.usual = Button(self.tr("Usual cuts"))
        self.usual.clicked.connect(self._take_usual)
        buttons.addWidget(self.fit)
        buttons.addWidget(self.usual)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.store = Button(self.tr("Save these cuts"))
        self.store.clicked.connect(self._store_cuts)
        column.addWidget(self.store)
        column.addWidget(
            Label(self.tr("Segments with an RFM condition are counted with the saved cuts."), "small", wrap=True)
        )
        column.addStretch(1)
        return side

    def _lay_footer(self, *, in_segment: bool) -> None:
        self.clear = self.add_button(self.tr("Choose none"), left=True)
        self.clear.clicked.connect(self._clear)
        self._left.insertWidget(1, self._chosen)
        self.add_reject(self.tr("Close"))
        self.add_here = self.add_button(self.tr("Add to this segment"))
        self.add_here.clicked.connect(self._add)
        self.add_here.setVisible(in_segment)
        self.begin = self.add_button(self.tr("New segment"), kind="primary")
        self.begin.clicked.connect(self._begin)
        self._show_chosen()

    # --- asking ---

    def _ask(self, cuts: RfmCuts | None) -> None:
        self._latest.run(partial(self._insights.rfm, cuts), self._show, self._failed)

    def _show(self, answer: RfmAnswer) -> None:
        if self._stored is None:  # the first answer is under the shop's own
            self._stored = answer.cuts
            self.cuts.set_currency(answer.currency)
            self.cuts.set_cuts(answer.cuts)
        self.answer = answer
        self.grid.set_axes(self._r_words(answer.cuts), self._f_words(answer.cuts))
        words = self.tr("{count} people in the grid.").format(count=amounts.number(answer.grid.total))
        if answer.without:
            without = self.tr("{count} more have no order with a date, and no scores.")
            words += " " + without.format(count=amounts.number(answer.without))
        self._total.setText(words)
        self._show_figures()
        self._show_chosen()
        self._show_store()

    def _show_figures(self, *_: object) -> None:
        answer = self.answer
        if answer is None:
            return
        people = answer.grid.people
        most, total = int(people.max()) or 1, answer.grid.total or 1
        texts: dict[Cell, tuple[str, str]] = {}
        weights: dict[Cell, float] = {}
        for r in range(1, SCORES + 1):
            for f in range(1, SCORES + 1):
                count = int(people[r - 1, f - 1])
                if self.side.current == PEOPLE:
                    texts[r, f] = amounts.number(count), f"{count / total:.1%}"
                    weights[r, f] = (count / most) ** 0.5
                    continue
                by_money = answer.grid.by_money[r - 1, f - 1]
                mean = float(sum((m + 1) * int(by_money[m]) for m in range(SCORES))) / count if count else 0.0
                texts[r, f] = (f"M {mean:.1f}" if count else "—"), amounts.number(count)
                weights[r, f] = (mean - 1) / (SCORES - 1) if count else 0.0
        self.grid.set_figures(texts, weights)

    def _r_words(self, cuts: RfmCuts) -> list[str]:
        within = [self.tr("within {days} d").format(days=days) for days in reversed(cuts.r)]
        return [self.tr("over {days} d").format(days=cuts.r[-1]), *within]

    def _f_words(self, cuts: RfmCuts) -> list[str]:
        ends = [self._span(low, high - 1) for low, high in zip((1, *cuts.f[:-1]), cuts.f, strict=True)]
        return [*ends, self.tr("{count}+ orders").format(count=cuts.f[-1])]

    def _span(self, low: int, high: int) -> str:
        if high <= low:
            return self.tr("1 order") if low == 1 else self.tr("{count} orders").format(count=low)
        return self.tr("{low}–{high} orders").format(low=low, high=high)

    # --- cuts ---

    def _try_cuts(self, cuts: RfmCuts | None) -> None:
        self._show_store()
        if cuts is not None:
            self._ask(cuts)

    def _fit(self) -> None:
        self._context.background.run(self._insights.fitting_cuts, self._take_cuts, self._failed)

    def _take_usual(self) -> None:
        self._take_cuts(DEFAULT_CUTS)

    def _take_cuts(self, cuts: RfmCuts) -> None:
        self.cuts.set_cuts(cuts)
        self._try_cuts(cuts)

    def _show_store(self) -> None:
        cuts = self.cuts.cuts()
        self.store.setEnabled(cuts is not None and self._stored is not None and cuts != self._stored)
        usable = cuts is not None and bool(self.grid.cells)
        self.begin.setEnabled(usable)
        self.add_here.setEnabled(usable)

    def _store_cuts(self) -> None:
        self._with_cuts(self._show_store)

    def _with_cuts(self, then: Callable[[], None]) -> None:
        """Store the cuts if they are others than the shop's, then go on."""
        cuts = self.cuts.cuts()
        if cuts is None:
            return
        if cuts == self._stored:
            then()
            return
        work = partial(save_settings, self._context.shop, {"rfm_cuts": written_cuts(cuts)})
        done = partial(self._cuts_stored, cuts, then)
        self._context.background.run(work, done, self._failed, writes=True, owner=self)

    def _cuts_stored(self, cuts: RfmCuts, then: Callable[[], None], changes: Changes) -> None:
        self._stored = cuts
        self._context.changes.announce(changes)
        then()

    # --- what is brushed ---

    def _show_chosen(self) -> None:
        cells = self.grid.cells
        self.clear.setVisible(bool(cells))
        if self.answer is not None and cells:
            people = self.answer.grid.people
            count = sum(int(people[r - 1, f - 1]) for r, f in cells)
            self._chosen.setText(self.tr("{count} people chosen").format(count=amounts.number(count)))
        else:
            self._chosen.setText("")
        self._show_store()

    def _clear(self) -> None:
        self.grid.set_cells(frozenset())
        self.grid.setFocus()

    def _node(self) -> Node:
        return parse(cells_tree(tuple(self.grid.cells)))

    def _begin(self) -> None:
        self._with_cuts(self._tell_begin)

    def _tell_begin(self) -> None:
        node = self._node()
        self.accept()
        self.segment_wanted.emit(self.tr("RFM segment"), node)

    def _add(self) -> None:
        self._with_cuts(self._tell_add)

    def _tell_add(self) -> None:
        node = self._node()
        self.accept()
        self.condition_wanted.emit(node)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._notice.say(wording.error(error), "bad")
