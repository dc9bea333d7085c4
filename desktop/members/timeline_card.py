"""Everything that happened with a member, newest first: orders, refunds, messages, notes, consent, imports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.members.event_words import told
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.status_tag import StatusTag
from local_db.members.model import Event, MessageEvent, OrderEvent, RefundEvent

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

AT_ONCE = 25
_DAY_WIDTH = 84
_ORDERS = (OrderEvent, RefundEvent)
_KINDS: dict[str, tuple[type, ...]] = {"orders": _ORDERS, "messages": (MessageEvent,)}


class TimelineCard(Card):
    """A line per event, older ones on request, and a choice of kinds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Timeline"))
        self.kinds = SegmentedControl(
            (
                ("all", self.tr("Everything")),
                ("orders", self.tr("Orders")),
                ("messages", self.tr("Messages")),
                ("other", self.tr("Other")),
            ),
            name=self.tr("What the timeline shows"),
        )
        self.kinds.chosen.connect(self._show_kind)
        self.add_tool(self.kinds)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.body.addSpacing(6)
        self.add_layout(self._lines)
        self._note = Label("", "small", wrap=True)
        self.add(self._note)
        self.more_button = Button(self.tr("Show older"), kind="link", dense=True)
        self.more_button.clicked.connect(self._show_more)
        self.add(self.more_button)
        self.body.addStretch(1)
        self._events: Sequence[Event] = ()
        self._rest: Sequence[Event] = ()
        self._in_sight = 0
        self._left_out = 0
        self._zone: ZoneInfo | None = None

    def show_events(self, events: Sequence[Event], order_count: int, zone: ZoneInfo, *, again: bool) -> None:
        """Show a member's events; of `order_count` orders some may not be among them.

        `again`: it is the same member, of whom as much stays in sight as before.
        """
        self._events, self._zone = events, zone
        self._left_out = order_count - sum(isinstance(event, OrderEvent) for event in events)
        if not again:
            self.kinds.set_current("all")
        self._fill(max(AT_ONCE, self._in_sight) if again else AT_ONCE)

    def _show_kind(self, _key: str) -> None:
        self._fill(AT_ONCE)

    def _fill(self, count: int) -> None:
        clear_layout(self._lines)
        self._in_sight = 0
        self._rest = [event for event in self._events if self._is_wanted(event)]
        if not self._rest:
            self._note.setText(self.tr("Nothing of this kind is known."))
        elif self._left_out > 0 and self.kinds.current in {"all", "orders"}:
            said = self.tr("The oldest {count} orders are left out here; the file with all data has them.")
            self._note.setText(said.format(count=amounts.number(self._left_out)))
        else:
            self._note.setText("")
        self._note.setVisible(bool(self._note.text()))
        self._show(count)

    def _is_wanted(self, event: Event) -> bool:
        chosen = self.kinds.current
        if chosen == "other":
            return not any(isinstance(event, kinds) for kinds in _KINDS.values())
        return chosen == "all" or isinstance(event, _KINDS[chosen])

    def _show_more(self) -> None:
        self._show(AT_ONCE)

    def _show(self, count: int) -> None:
        shown, self._rest = self._rest[:count], self._rest[count:]
        for event in shown:
            if self._lines.count():
                self._lines.addWidget(Divider())
            self._lines.addWidget(self._line(event))
        self._in_sight += len(shown)
        self.more_button.setVisible(bool(self._rest))

    def _line(self, event: Event) -> QWidget:
        said = told(event)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        when = "—" if event.time is None or self._zone is None else amounts.day(event.time, self._zone)
        day = Label(when, "muted")
        day.setFixedWidth(_DAY_WIDTH)
        if event.time is not None and self._zone is not None:
            day.setToolTip(amounts.minute(event.time, self._zone))
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(StatusTag(said.tag, said.tone))
        head.addWidget(ElidedLabel(said.line), 1)
        if said.amount:
            head.addWidget(Label(said.amount, "strong"))
        words.addLayout(head)
        if said.whole:
            words.addWidget(Label(said.whole, wrap=True))
        for below in said.below:
            words.addWidget(ElidedLabel(below, "small"))
        row.addLayout(words, 1)
        return line
