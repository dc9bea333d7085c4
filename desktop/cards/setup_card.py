"""What a card is as a whole: its kind, its vendor, what it is for, and who signs it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.cards import words
from desktop.cards.kind_chooser import KindButton, KindPopover
from desktop.documents.line_field import LineField
from desktop.widgets.card import Card
from desktop.widgets.form import Form
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.cards.model import Card as CardMessage
from local_db.cards.rules import CardVendor
from local_db.templates.model import Purpose


class SetupCard(Card):
    """Fields only; the editor knows what follows from them.

    Signals:
        kind_chosen(CardKind), vendor_chosen(str), purpose_chosen(Purpose), signature_written(str): what a person wants.
    """

    kind_chosen = Signal(object)
    vendor_chosen = Signal(str)
    purpose_chosen = Signal(object)
    signature_written = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__()
        self.set_title(self.tr("Card"))
        self._host = host
        self._vendor: CardVendor | None = None
        self._message: CardMessage | None = None
        self.kind = KindButton()
        self.vendor = Select(name=self.tr("Vendor"))
        self.purpose = SegmentedControl(
            ((Purpose.MARKETING.value, self.tr("Marketing")), (Purpose.NOTIFICATION.value, self.tr("Notification"))),
            name=self.tr("Purpose"),
        )
        self.signature = LineField("", self.tr("Your shop"), name=self.tr("Signature"))
        self.source = Label("", "small", wrap=True)
        self.add(self.kind)
        form = Form(label_width=72)
        form.add_row(self.tr("Vendor"), self.vendor)
        form.add_row(self.tr("Purpose"), self._left(self.purpose))
        self.signature_row = form.add_row(self.tr("Signature"), self.signature)
        self.body.addSpacing(4)
        self.add(form)
        self.add(self.source)
        self.kind.clicked.connect(self.open_kinds)
        self.vendor.value_changed.connect(self._choose_vendor)
        self.purpose.chosen.connect(self._choose_purpose)
        self.signature.textEdited.connect(self.signature_written)

    def show_card(self, message: CardMessage, vendor: CardVendor, vendors: Sequence[CardVendor]) -> None:
        """Show a card without announcing anything."""
        self._message, self._vendor = message, vendor
        self.kind.show_kind(message.kind)
        blocked = QSignalBlocker(self.vendor)
        self.vendor.set_options([(words.said_here(one.title), one.key) for one in vendors])
        self.vendor.set_value(vendor.key)
        blocked.unblock()
        self.purpose.set_current(message.purpose.value)
        if self.signature.text() != message.signature:
            self.signature.setText(message.signature)
        rule = vendor.kinds.get(message.kind)
        said = words.said_here(rule.source) if rule is not None else ""
        self.source.setText(self.tr("Rules: {source}; read {day}").format(source=said, day=vendor.read_on.isoformat()))

    def open_kinds(self) -> KindPopover | None:
        """Offer the kinds that the vendor knows."""
        if self._vendor is None or self._message is None:
            return None
        popover = KindPopover(self._vendor, self._message.kind)
        popover.kind_chosen.connect(self.kind_chosen)
        popover.open_below(self.kind, self._host)
        for tile in popover.tiles:
            if tile.isChecked():
                tile.setFocus()
        return popover

    def _choose_vendor(self, key: object) -> None:
        self.vendor_chosen.emit(str(key))

    def _choose_purpose(self, key: str) -> None:
        self.purpose_chosen.emit(Purpose(key))

    @staticmethod
    def _left(control: QWidget) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(control)
        row.addStretch(1)
        return box
