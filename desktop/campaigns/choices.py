"""What a campaign is made of: segment, text, options and name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.amounts import sign
from desktop.campaigns.planning import EVERYBODY_ID
from desktop.campaigns.price_field import PriceField
from desktop.campaigns.questions import Shelf
from desktop.documents.free_name import free_name
from desktop.widgets.card import Card
from desktop.widgets.fields import NumberField, TextField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.form import Form
from desktop.widgets.select import Select
from desktop.widgets.toggle import CheckBox
from local_db.campaigns.model import PrepareOptions

if TYPE_CHECKING:
    from local_db.templates.vendor import Vendor

_MOST_QUIET_DAYS = 365
_LABELS = 96


class Choices(Card):
    """The form of the Prepare view.

    Signals:
        chosen(): a choice that changes who gets what was made; a new name is none.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Who gets what"))
        self.segment = Select()
        self.template = Select()
        self.template.setPlaceholderText(self.tr("No text yet"))
        self.quiet_days = NumberField(
            maximum=_MOST_QUIET_DAYS, suffix=self.tr(" quiet days"), name=self.tr("Quiet days")
        )
        self.quiet_days.setToolTip(self.tr("Who got a message in so many days gets none now. 0 leaves the step out."))
        self.consent = CheckBox(self.tr("Only with recorded consent"))
        self.consent.setToolTip(self.tr("Marketing goes only to people whose consent is recorded"))
        self.price = PriceField(self.tr("Price of a part"), self.tr(" a part"))
        self.price.setToolTip(self.tr("What your SMS provider takes for one part"))
        self.name = TextField()
        self._own_name = False
        self._own_vendors: tuple[Vendor, ...] = ()
        self._taken: tuple[str, ...] = ()
        form = Form(label_width=_LABELS)
        form.add_row(self.tr("Segment"), self.segment)
        form.add_row(self.tr("Text"), self.template)
        form.add_row(self.tr("Options"), self._options())
        self.name_row = form.add_row(self.tr("Name"), self.name)
        self.add(form)
        self._everybody = self.tr("Everybody")
        for select in (self.segment, self.template):
            select.value_changed.connect(self._announce)
        self.quiet_days.valueChanged.connect(self._announce)
        self.price.valueChanged.connect(self._announce)
        self.consent.toggled.connect(self._announce)
        self.name.textEdited.connect(self._name_typed)

    def offer(self, shelf: Shelf) -> None:
        """Offer the segments and templates there are; what is chosen stays chosen."""
        first = self.segment.count() == 0
        self.price.setPrefix(sign(shelf.currency))
        self.template.setEnabled(bool(shelf.templates))
        everybody = (self._everybody, EVERYBODY_ID)
        self.segment.set_options([*((s.name, s.id) for s in shelf.segments), everybody])
        self.template.set_options([(template.name, template.id) for template in shelf.templates])
        if first:
            self._set_options(shelf.options)
        self._taken = tuple(audience.name for audience in shelf.audiences)
        self._propose_name()

    def start(self, shelf: Shelf, segment_id: int | None, template_id: int | None) -> None:
        """Begin another audience, with the shop's own options."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's parameter
        self._own_name = False
        self.offer(shelf)
        self._set_options(shelf.options)
        if segment_id is not None:
            self.segment.set_value(segment_id)
        if template_id is not None:
            self.template.set_value(template_id)
        self._propose_name()
        self.name_row.set_error("")
        self.blockSignals(False)  # noqa: FBT003 - Qt's parameter

    def segment_id(self) -> int | None:
        """The chosen segment, None for everybody."""
        value = self.segment.value()
        return value if isinstance(value, int) and value != EVERYBODY_ID else None

    def template_id(self) -> int | None:
        """The chosen template, None where there is none."""
        value = self.template.value()
        return value if isinstance(value, int) else None

    def options(self) -> PrepareOptions:
        """The options as they are set."""
        own = self._own_vendors
        return PrepareOptions(self.consent.isChecked(), self.quiet_days.value(), self.price.amount(), own)

    def _set_options(self, options: PrepareOptions) -> None:
        self._own_vendors = options.own_vendors
        self.quiet_days.setValue(options.quiet_days)
        self.consent.setChecked(options.consent_required)
        self.price.setValue(float(options.price))

    def _options(self) -> QWidget:
        box = QWidget()
        row = FlowLayout(box, spacing=12)
        for field in (self.quiet_days, self.price, self.consent):
            row.addWidget(field)
        return box

    def _announce(self, _value: object = None) -> None:
        self._propose_name()
        self.chosen.emit()

    def _name_typed(self, name: str) -> None:
        self._own_name = bool(name.strip())
        self.name_row.set_error("")

    def _propose_name(self) -> None:
        if self._own_name:
            return
        segment, template = self.segment.currentText(), self.template.currentText()
        self.name.setText(free_name(" · ".join(part for part in (segment, template) if part), self._taken))
        self.name.setCursorPosition(0)
