"""What a text costs for the people it is meant for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.amounts import number, price
from desktop.campaigns.planning import EVERYBODY_ID
from desktop.templates.part_bars import PartBars
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from desktop.widgets.select import Select

if TYPE_CHECKING:
    from local_db.campaigns.plan import Plan
    from local_db.segments.model import SavedSegment


class AudienceCard(Card):
    """A segment, how many parts its people need, and the price.

    Signals:
        segment_chosen(int): the id of a segment, or EVERYBODY_ID.
    """

    segment_chosen = Signal(int)

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
        self.add(self.bars)
        self.add(self.note)
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

    def show_plan(self, plan: Plan, each: Decimal, *, priced: bool) -> None:
        """Show the people, and where the text may be used, `priced`, its parts and price; `each` is that of a part."""
        self.total.setText(price(plan.cost, plan.currency) if plan.messages and priced else "")
        self.bars.show_parts(plan.parts if priced else {}, each, plan.currency)
        self.note.setText(self._note(plan, each))

    def _note(self, plan: Plan, each: Decimal) -> str:
        if not plan.matched:
            return self.tr("Nobody is in this audience yet.")
        if not plan.messages:
            return self.tr("None of the {matched} people can be written to.").format(matched=number(plan.matched))
        return self.tr("{messages} of {matched} people can be written to, at {price} a part.").format(
            messages=number(plan.messages),
            matched=number(plan.matched),
            price=price(each, plan.currency),
        )

    def _chosen(self, value: object) -> None:
        self.segment_chosen.emit(value if isinstance(value, int) else EVERYBODY_ID)
