"""What a text costs for the people it is meant for, and what a few characters fewer would save."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.amounts import number, price
from desktop.campaigns.planning import EVERYBODY_ID
from desktop.templates.cut_list import CutList
from desktop.templates.part_bars import PartBars
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from desktop.widgets.select import Select

if TYPE_CHECKING:
    from desktop.campaigns.planning import Answer
    from local_db.campaigns.plan import Plan
    from local_db.segments.model import SavedSegment


class AudienceCard(Card):
    """A segment, how many parts its people need, the price, and the cheapest cuts.

    Signals:
        segment_chosen(int): the id of a segment, or EVERYBODY_ID.
        price_wanted(): change the price of a part.
    """

    segment_chosen = Signal(int)
    price_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("For this audience"))
        self.segment = Select(name=self.tr("Audience"))
        self.segment.setMaximumWidth(280)
        self.add_after_title(self.segment)
        self.total = Label("", "number")
        self.add_tool(self.total)
        self.bars = PartBars()
        self.note = Label("", "small", wrap=True)
        self.price = Button("", kind="link", dense=True)
        self.price.setToolTip(self.tr("Change the price of one part"))
        self.price.clicked.connect(self.price_wanted)
        self.cuts = CutList()
        self.add(self.bars)
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        line.addWidget(self.price)
        self.add_layout(line)
        self.add(self.cuts)
        self.set_segments(())
        self.segment.value_changed.connect(self._chosen)

    def set_segments(self, segments: Sequence[SavedSegment]) -> None:
        """Offer everybody and these segments; a chosen one stays chosen."""
        everybody = (self.tr("Everybody"), EVERYBODY_ID)
        self.segment.set_options([everybody, *((segment.name, segment.id) for segment in segments)])

    def segment_id(self) -> int:
        """The chosen segment's id, EVERYBODY_ID for all members."""
        value = self.segment.value()
        return value if isinstance(value, int) else EVERYBODY_ID

    def show_answer(self, answer: Answer, body: str, each: Decimal, *, priced: bool, fresh: bool) -> None:
        """Show the people, and where the text may be used, `priced`, parts and price; `each` is that of a part.

        Cuts are those of the `body`, so they are shown while the answer is `fresh`: worked out for just this body.
        """
        plan = answer.plan
        self.total.setText(price(plan.cost, plan.currency) if plan.messages and priced else "")
        self.bars.show_parts(plan.parts if priced else {}, each, plan.currency)
        self.note.setText(self._note(plan))
        self.price.setText(self.tr("{price} a part").format(price=price(each, plan.currency)))
        self.cuts.show_cuts(answer.cuts if priced and fresh else (), body, each, plan.currency)

    def _note(self, plan: Plan) -> str:
        if not plan.matched:
            return self.tr("Nobody is in this audience yet.")
        if not plan.messages:
            return self.tr("None of the {matched} people can be written to.").format(matched=number(plan.matched))
        return self.tr("{messages} of {matched} people can be written to.").format(
            messages=number(plan.messages), matched=number(plan.matched)
        )

    def _chosen(self, value: object) -> None:
        self.segment_chosen.emit(value if isinstance(value, int) else EVERYBODY_ID)
