"""What a list of calls is made of: a segment or one person, and who is called first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.campaigns.planning import EVERYBODY_ID
from desktop.members.words import shown_name
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.fields import NumberField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.form import Form
from desktop.widgets.label import Label
from desktop.widgets.search_field import SearchField
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from desktop.widgets.toggle import CheckBox
from local_db.call_scripts.calling import CallingOptions, CallOrder
from local_db.campaigns.model import PrepareOptions

if TYPE_CHECKING:
    from desktop.call_scripts.caller.questions import Shelf
    from local_db.members.model import MemberRow

SEGMENT, ONE = "segment", "one"
_LABELS = 112
_MOST_DAYS = 365


class ListChoices(Card):
    """The form of a list; without `one_person` only segments are offered.

    Signals:
        chosen: a choice that changes who is called.
        asked(str): whom does this text name?
    """

    chosen = Signal()
    asked = Signal(str)

    def __init__(self, *, one_person: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._options = PrepareOptions()
        self._member: MemberRow | None = None
        self.who = SegmentedControl(
            ((SEGMENT, self.tr("A segment")), (ONE, self.tr("One person"))), name=self.tr("Who is called")
        )
        self.segment = Select(name=self.tr("Segment"))
        self.field = SearchField(self.tr("Nick, name, phone or order number"))
        self.order = Select(
            (
                (self.tr("Latest order first"), CallOrder.LATEST_ORDER),
                (self.tr("Longest without an order first"), CallOrder.LONGEST_AGO),
                (self.tr("Most spent first"), CallOrder.MOST_SPENT),
            ),
            name=self.tr("Order of calls"),
        )
        self.again_after = _days(self.tr(" days"), self.tr("Not again within"))
        self.again_after.setToolTip(
            self.tr("Who was reached with this script in so many days is not called. 0 leaves the step out.")
        )
        self.quiet_days = _days(self.tr(" days"), self.tr("Days without a message"))
        self.quiet_days.setToolTip(
            self.tr("Who got a message in so many days is not called now. 0 leaves the step out.")
        )
        self.consent = CheckBox(self.tr("Only with recorded consent"))
        form = Form(label_width=_LABELS)
        self._who_row = form.add_row(self.tr("Who is called"), self.who)
        self._who_row.set_visible(visible=one_person)
        self._segment_row = form.add_row(self.tr("Segment"), self.segment)
        self._person_row = form.add_row(self.tr("Person"), self._person())
        self._order_row = form.add_row(self.tr("First"), self.order)
        self._again_row = form.add_row(self.tr("Not again within"), self.again_after)
        self._quiet_row = form.add_row(self.tr("No message for"), self.quiet_days)
        self._consent_row = form.add_row(self.tr("Consent"), self.consent)
        self.add(form)
        self.who.chosen.connect(self._who_chosen)
        for select in (self.segment, self.order):
            select.value_changed.connect(self._announce)
        for days in (self.again_after, self.quiet_days):
            days.valueChanged.connect(self._announce)
        self.consent.toggled.connect(self._announce)
        self.field.query_changed.connect(self.asked)
        self._show_rows()

    @property
    def is_one(self) -> bool:
        """Whether one person is called instead of a segment."""
        return self.who.current == ONE

    @property
    def member(self) -> MemberRow | None:
        """The person who was found."""
        return self._member

    @property
    def segment_id(self) -> int:
        """The chosen segment; EVERYBODY_ID for everybody."""
        value = self.segment.value()
        return value if isinstance(value, int) else EVERYBODY_ID

    def options(self, document_id: int) -> CallingOptions:
        """The options as they are set."""
        order = self.order.value()
        prepare = PrepareOptions(
            self.consent.isChecked(), self.quiet_days.value(), self._options.price, self._options.own_vendors
        )
        chosen = order if isinstance(order, CallOrder) else CallOrder.LATEST_ORDER
        return CallingOptions(document_id, self.again_after.value(), chosen, prepare)

    def offer(self, shelf: Shelf) -> None:
        """Offer the segments there are; what is chosen stays chosen."""
        first = self.segment.count() == 0
        everybody = (self.tr("Everybody"), EVERYBODY_ID)
        self.segment.set_options([everybody, *((one.name, one.id) for one in shelf.segments)])
        self._options = shelf.options
        if first:
            self.blockSignals(True)  # noqa: FBT003 - Qt's parameter
            self.quiet_days.setValue(shelf.options.quiet_days)
            self.again_after.setValue(CallingOptions(0).again_after)
            self.consent.setChecked(shelf.options.consent_required)
            self.blockSignals(False)  # noqa: FBT003 - Qt's parameter

    def show_hits(self, hits: Sequence[MemberRow]) -> None:
        """Say whom the text names: nobody, one, or several to choose from."""
        self.choose_member(hits[0] if len(hits) == 1 else None)
        if not hits:
            self._note.setText(self.tr("Nobody of that name or number.") if self.field.query() else "")
        elif len(hits) > 1:
            self._note.setText(self.tr("{count} people: which one?").format(count=len(hits)))
            for hit in hits:
                chip = Chip(_told(hit))
                chip.clicked.connect(partial(self.choose_member, hit))
                self._flow.addWidget(chip)
        self._chips.setVisible(len(hits) > 1)

    def choose_member(self, member: MemberRow | None) -> None:
        """Call this person."""
        self._member = member
        clear_layout(self._flow)
        self._chips.hide()
        self._note.setText(_told(member) if member is not None else "")
        self.chosen.emit()

    def _person(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._note = Label("", "muted", wrap=True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=6, line_spacing=6)
        self._chips.hide()
        for part in (self.field, self._note, self._chips):
            column.addWidget(part)
        box.setFocusProxy(self.field)
        return box

    def _who_chosen(self, _key: str) -> None:
        self._show_rows()
        self.chosen.emit()
        (self.field if self.is_one else self.segment).setFocus()

    def _show_rows(self) -> None:
        of_segment = (self._segment_row, self._order_row, self._again_row, self._quiet_row, self._consent_row)
        for row in of_segment:
            row.set_visible(visible=not self.is_one)
        self._person_row.set_visible(visible=self.is_one)

    def _announce(self, _value: object = None) -> None:
        self.chosen.emit()


def _days(suffix: str, name: str) -> NumberField:
    return NumberField(maximum=_MOST_DAYS, suffix=suffix, name=name)


def _told(member: MemberRow) -> str:
    return " · ".join(part for part in (shown_name(member), member.phone) if part)
