"""The settings kept in the shop file: about the shop, and about SMS. Each is saved when it is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.settings.window_card import LABEL_WIDTH
from desktop.settings.words import problem
from desktop.widgets.card import Card
from desktop.widgets.fields import NumberField, TextField
from desktop.widgets.form import Form, FormRow
from desktop.widgets.select import Select
from desktop.widgets.suggestions import Suggestions
from desktop.widgets.toggle import Toggle
from local_db.setting_rules import MOST_DAYS, check

if TYPE_CHECKING:
    from local_db.settings import JsonValue

_CURRENCIES = ("CNY", "USD", "EUR", "GBP", "HKD", "TWD", "JPY", "KRW", "SGD", "MYR", "AUD", "CAD")
_SHORT = 132


class SettingsCard(Card):
    """A form of settings; a value that is not allowed is explained below its field and not saved.

    Signals:
        changed(str, object): a setting was given an allowed, different value.
    """

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.form = Form(label_width=LABEL_WIDTH)
        self.add(self.form)
        self._texts: dict[str, tuple[TextField, FormRow]] = {}
        self._stored: dict[str, JsonValue] = {}

    def show_values(self, values: Mapping[str, JsonValue]) -> None:
        """Show what is stored; a field that holds something not allowed is left alone."""
        self._stored = dict(values)
        for key, (field, row) in self._texts.items():
            if not row.error and not field.hasFocus():
                field.setText(str(values[key]))
                field.setCursorPosition(0)

    def add_text(self, key: str, label: str, help_text: str, *, width: int = 0) -> TextField:
        """Add a line of text; saved when the field is left or Enter is pressed."""
        field = TextField()
        if width:
            field.setMaximumWidth(width)
        row = self.form.add_row(label, field, help_text)
        self._texts[key] = (field, row)
        field.editingFinished.connect(partial(self._text_done, key))
        field.textEdited.connect(partial(self._text_edited, key))
        return field

    def error_of(self, key: str) -> str:
        """What is said below a field."""
        return self._texts[key][1].error

    def offer(self, key: str, value: JsonValue) -> None:
        """Announce a value that differs from the stored one."""
        if self._stored.get(key) != value:
            self._stored[key] = value
            self.changed.emit(key, value)

    def _text_done(self, key: str) -> None:
        field, row = self._texts[key]
        value = field.text().strip()
        row.set_error(problem(check(key, value)))
        if not row.error:
            self.offer(key, value)

    def _text_edited(self, key: str, text: str) -> None:
        row = self._texts[key][1]
        if row.error and not check(key, text.strip()):
            row.set_error("")


class ShopCard(SettingsCard):
    """What the shop is called, and where and in what it reckons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Shop"))
        self.name = self.add_text("shop_name", self.tr("Name"), self.tr("Shown in the window's title."))
        self.name.setPlaceholderText(self.tr("Named like its file"))
        self.zone = self.add_text(
            "zone",
            self.tr("Time zone"),
            self.tr("Where a day begins; times in files that name no zone are read in it. Type a city."),
        )
        self._zones = Suggestions(self.zone)
        self._zones.activated.connect(self._zone_chosen)
        self.currency = Select([(code, code) for code in _CURRENCIES])
        self.currency.setMaximumWidth(_SHORT)
        self.currency.value_changed.connect(partial(self.offer, "currency"))
        self.form.add_row(
            self.tr("Currency"), self.currency, self.tr("Amounts are shown and typed in it. Nothing is converted.")
        )

    def show_values(self, values: Mapping[str, JsonValue]) -> None:
        """Show what is stored."""
        super().show_values(values)
        stored = str(values["currency"])
        if stored not in _CURRENCIES:
            self.currency.set_options([(code, code) for code in (stored, *_CURRENCIES)])
        self.currency.set_value(stored)

    def _zone_chosen(self, zone: str) -> None:
        self.zone.setText(zone)
        self._text_done("zone")

    def offer_zones(self, zones: Sequence[str]) -> None:
        """The zones proposed while typing."""
        self._zones.set_options(zones)


class SmsCard(SettingsCard):
    """How texts are signed, refused, priced and held back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("SMS"))
        self.signature = self.add_text(
            "sms_signature",
            self.tr("Signature"),
            self.tr("Put in 【】 before a text whose template has none of its own. Write it without the brackets."),
        )
        self.opt_out = self.add_text(
            "sms_opt_out",
            self.tr("Opt-out wording"),
            self.tr("Tells people how to refuse; put after every marketing text."),
        )
        self.price = self.add_text(
            "sms_price",
            self.tr("Price per part"),
            self.tr("What your provider bills for one part, in the shop's currency. Long texts have several parts."),
            width=_SHORT,
        )
        self.quiet_days = NumberField(maximum=MOST_DAYS, suffix=self.tr(" days"))
        self.quiet_days.setMaximumWidth(_SHORT)
        self.quiet_days.editingFinished.connect(self._days_done)
        self.form.add_row(
            self.tr("Quiet time"),
            self.quiet_days,
            self.tr("Whoever was written to within these days is left out of the next audience. 0 leaves nobody out."),
        )
        self.consent = Toggle(name=self.tr("Consent required"))
        self.consent.toggled.connect(partial(self.offer, "sms_consent_required"))
        self.form.add_row(
            self.tr("Consent required"),
            self.consent,
            self.tr("Marketing goes only to people whose consent is recorded. "
                    "Whoever opted out never gets any, with or without this."),
        )  # fmt: skip

    def show_values(self, values: Mapping[str, JsonValue]) -> None:
        """Show what is stored."""
        super().show_values(values)
        self.signature.setPlaceholderText(str(values["shop_name"]))
        if not self.quiet_days.hasFocus():
            self.quiet_days.setValue(int(values["sms_quiet_days"] or 0))
        self.consent.setChecked(bool(values["sms_consent_required"]))

    def _days_done(self) -> None:
        self.offer("sms_quiet_days", self.quiet_days.value())
