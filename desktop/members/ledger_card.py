"""The consent ledger: per channel what holds, every entry that says so, and what is recorded by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.members import words
from desktop.members.consent_confirmation import ConsentConfirmation
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.status_tag import StatusTag
from local_db.roster.consent import BY_HAND, CHANNELS
from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.members.model import ConsentEntry, ConsentState

SHOWN = 4  # entries of a channel; the others are in the timeline


class LedgerCard(Card):
    """A block per channel.

    Signals:
        recorded(str, str): a channel and what was said by hand, `granted` or `opted_out`.
        taken_back(int): the entry of this id, made by hand, is to go.
    """

    recorded = Signal(str, str)
    taken_back = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Consent"))
        self.channels = {channel: ChannelBlock(channel) for channel in CHANNELS}
        for place, block in enumerate(self.channels.values()):
            if place:
                self.add(Divider())
            block.recorded.connect(self.recorded)
            block.taken_back.connect(self.taken_back)
            self.add(block)

    def show_ledger(self, states: Sequence[ConsentState], ledger: Sequence[ConsentEntry], zone: ZoneInfo) -> None:
        """Show a member's consents."""
        known = {state.channel: state.state for state in states}
        for channel, block in self.channels.items():
            entries = [entry for entry in ledger if entry.channel == channel]
            block.show_channel(known.get(channel, Consent.UNKNOWN), entries, zone)


class ChannelBlock(QWidget):
    """One channel: its state, two buttons, its entries. Consent after an opt-out is asked for once more, here.

    Signals:
        recorded(str, str): as the card's.
        taken_back(int): as the card's.
    """

    recorded = Signal(str, str)
    taken_back = Signal(int)

    def __init__(self, channel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channel = channel
        self._state = Consent.UNKNOWN
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        name = words.channel(channel)
        self._tag = StatusTag()
        self.opt_out_button = Button(self.tr("Opted out"), kind="danger", dense=True)
        self.opt_out_button.setAccessibleName(self.tr("Record an opt-out: {channel}").format(channel=name))
        self.grant_button = Button(self.tr("Agreed"), dense=True)
        self.grant_button.setAccessibleName(self.tr("Record consent: {channel}").format(channel=name))
        self.opt_out_button.clicked.connect(self._opt_out)
        self.grant_button.clicked.connect(self._grant)
        self.confirmation = ConsentConfirmation()
        self.confirmation.kept.connect(self._keep)
        self.confirmation.confirmed.connect(self._confirm)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(name, "strong"))
        head.addWidget(self._tag)
        head.addStretch(1)
        head.addWidget(self.grant_button)
        head.addWidget(self.opt_out_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.confirmation)
        column.addLayout(self._lines)

    def show_channel(self, state: Consent, entries: Sequence[ConsentEntry], zone: ZoneInfo) -> None:
        """Show what holds and why."""
        self._state = state
        self._tag.set_state(*words.consent(state))
        self.confirmation.hide()
        self.opt_out_button.setVisible(state is not Consent.OPTED_OUT)
        self.grant_button.setVisible(state is not Consent.GRANTED)
        clear_layout(self._lines)
        for entry in entries[:SHOWN]:
            self._lines.addWidget(self._line(entry, zone))
        if len(entries) > SHOWN:
            more = self.tr("{count} older entries are in the timeline.")
            self._lines.addWidget(Label(more.format(count=amounts.number(len(entries) - SHOWN)), "small", wrap=True))

    def _line(self, entry: ConsentEntry, zone: ZoneInfo) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        said, _ = words.consent(entry.state)
        time = amounts.minute(entry.noted_at, zone)
        first = ElidedLabel(self.tr("{state}, {time}").format(state=said, time=time), "small")
        if entry.decides:
            first.set_tone("ink")
        where = " · ".join(part for part in (entry.file_name or words.source(entry.source), entry.phone) if part)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(first)
        texts.addWidget(ElidedLabel(where, "small"))
        row.addLayout(texts, 1)
        if entry.source == BY_HAND:
            back = Button(self.tr("Take back"), kind="link", dense=True)
            back.setAccessibleName(self.tr("Take back: {state}, {time}").format(state=said, time=time))
            back.clicked.connect(partial(self.taken_back.emit, entry.id))
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _opt_out(self) -> None:
        self._rest()
        self.recorded.emit(self._channel, "opted_out")

    def _grant(self) -> None:
        if self._state is Consent.OPTED_OUT:
            self.grant_button.hide()
            self.confirmation.ask()
        else:
            self._confirm()

    def _keep(self) -> None:
        self.grant_button.show()
        self._rest()

    def _confirm(self) -> None:
        self._rest()
        self.recorded.emit(self._channel, "granted")

    def _rest(self) -> None:
        """Where keys do nothing, so that a key pressed once more does not record the opposite."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
