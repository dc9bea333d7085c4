"""The row below a text: what it is for, who signs it, and how it can be refused."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.fields import TextField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.select import Select
from local_db.templates.model import Purpose, Template
from local_db.templates.sms_rules import sms_rules
from local_db.templates.vendor import Vendor
from local_db.templates.vendors import vendor_of
from local_db.templates.verdicts import default_wording

_SIGNATURE_WIDTH = 120


class TextSettings(QWidget):
    """Purpose, signature, opt-out wording.

    Signals:
        edited(): a person changed one of them.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, spacing=16, line_spacing=8)
        self.purpose = SegmentedControl(
            ((Purpose.MARKETING.value, self.tr("Marketing")), (Purpose.NOTIFICATION.value, self.tr("Notification"))),
            name=self.tr("Purpose"),
        )
        self.signature = TextField("", self.tr("Your shop"), name=self.tr("Signature"))
        self.signature.setFixedWidth(_SIGNATURE_WIDTH)
        self.opt_out = Select(name=self.tr("Opt-out wording"))
        self._opt_out_group = _labelled(self.tr("Opt-out"), self.opt_out)
        row.addWidget(self.purpose)
        row.addWidget(_labelled(self.tr("Signature"), self.signature))
        row.addWidget(self._opt_out_group)
        self._usual = ""
        self._vendor = vendor_of("")
        self.purpose.chosen.connect(self._purpose_chosen)
        self.signature.textEdited.connect(self._edited)
        self.opt_out.value_changed.connect(self._edited)

    def set_usual_opt_out(self, wording: str) -> None:
        """The wording a text gets that becomes marketing."""
        self._usual = wording

    def set_vendor(self, vendor: Vendor, *, adapt: bool) -> None:
        """Offer the wordings of a vendor; to `adapt` is to take one where the chosen wording would be refused."""
        self._vendor = vendor
        wording = str(self.opt_out.value() or "")
        taken = default_wording(vendor, wording or self._usual) if adapt and self.is_marketing() else wording
        self.opt_out.blockSignals(True)  # noqa: FBT003 - Qt's parameter
        self._offer(taken)
        self.opt_out.set_value(taken)
        self.opt_out.blockSignals(False)  # noqa: FBT003 - Qt's parameter

    def show_template(self, template: Template) -> None:
        """Show the settings of a template without announcing an edit."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's parameter
        self.purpose.set_current(template.purpose.value)
        self.signature.setText(template.signature)
        self._offer(template.opt_out)
        self.opt_out.set_value(template.opt_out)
        self._opt_out_group.setVisible(self.is_marketing() or bool(template.opt_out))
        self.blockSignals(False)  # noqa: FBT003 - Qt's parameter

    def is_marketing(self) -> bool:
        """Whether the text is marketing."""
        return self.purpose.current == Purpose.MARKETING.value

    def _purpose_chosen(self, _key: str) -> None:
        usual = default_wording(self._vendor, self._usual)
        self._offer(usual)
        self.opt_out.set_value(usual if self.is_marketing() else "")
        self._opt_out_group.setVisible(self.is_marketing())
        self._edited()

    def _offer(self, own: str) -> None:
        everywhere = [wording.text for wording in sms_rules().opt_outs]
        known = list(dict.fromkeys([*self._vendor.opt_out.accepted, *everywhere]))
        extra = [own] if own and own not in known else []
        none = (self.tr("None of its own"), "")
        self.opt_out.set_options([none, *((wording, wording) for wording in (*extra, *known))])

    def _edited(self, _value: object = None) -> None:
        self.edited.emit()


def _labelled(text: str, field: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    words = Label(text, "muted")
    words.setBuddy(field)
    row.addWidget(words)
    row.addWidget(field)
    return box
