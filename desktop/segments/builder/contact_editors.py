"""Editors of what was handed off for sending, and of refunds."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.builder.row_editor import RowEditor, Shown
from desktop.segments.builder.window_field import WindowField
from desktop.segments.edit_tree import Row
from desktop.widgets.label import Label
from desktop.widgets.segmented_control import SegmentedControl
from local_db.segments.tree import Refunded, Sent


class SentEditor(RowEditor):
    """When, on which channel, and for which audience."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Sent, row.leaf)
        self.window_field = WindowField(shown.today, leaf.within_days, None, leaf.from_day, leaf.to_day, before=False)
        self.window_field.changed.connect(self._update)
        self.column.addWidget(self.window_field)
        channels = [
            ("", self.tr("Any")),
            ("sms", self.tr("SMS")),
            ("email", self.tr("E-mail")),
            ("call", self.tr("Calls")),
        ]
        self.channel = SegmentedControl(channels, leaf.channel, name=self.tr("Channel"))
        self.channel.chosen.connect(self._update)
        self.column.addWidget(self.channel)
        self.choices = ChoiceList(
            shown.options.get("campaign", ()),
            () if leaf.campaign is None else [str(leaf.campaign)],
            placeholder=self.tr("Any audience; or find one"),
            several=True,
        )
        self.choices.chosen.connect(self._choose)
        self.column.addWidget(self.choices)
        self._campaign = leaf.campaign
        self.setFocusProxy(self.window_field)

    def _choose(self, ids: list[str]) -> None:
        """The audience pressed last; pressed again, any."""
        chosen = [int(key) for key in ids if int(key) != self._campaign]
        was_on = self._campaign is not None and str(self._campaign) in ids
        self._campaign = chosen[0] if chosen else self._campaign if was_on else None
        self.choices.set_on([] if self._campaign is None else [str(self._campaign)])
        self._update()

    def _update(self, *_: object) -> None:
        within, _before, first, last = self.window_field.chosen
        self.say(Sent(within, first, last, self.channel.current, self._campaign))


class RefundEditor(RowEditor):
    """When, and for which reasons."""

    def __init__(self, row: Row, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(row, shown, parent)
        leaf = cast(Refunded, row.leaf)
        self.window_field = WindowField(shown.today, leaf.within_days, None, None, None, before=False, dates=False)
        self.window_field.changed.connect(self._update)
        self.column.addWidget(self.window_field)
        self.column.addWidget(Label(self.tr("Reason has any of"), "small"))
        self.choices = ChoiceList(
            shown.options.get("reason", ()),
            leaf.reasons,
            placeholder=self.tr("Any reason; or find or type words"),
            several=True,
            own=True,
        )
        self.choices.chosen.connect(self._update)
        self.column.addWidget(self.choices)
        self.setFocusProxy(self.window_field)

    def _update(self, *_: object) -> None:
        self.say(Refunded(tuple(self.choices.on), self.window_field.chosen[0]))
