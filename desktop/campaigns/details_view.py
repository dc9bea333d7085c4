"""One prepared audience: its figures, its frozen texts, and its file once more."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.amounts import minute, number
from desktop.campaigns import questions
from desktop.campaigns.questions import HandOffChoice, Shelf
from desktop.campaigns.table_model import sent
from desktop.campaigns.writing_view import WritingView
from desktop.shell.context import PageContext
from desktop.widgets.button import IconButton
from desktop.widgets.card import Card
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.phone_frame import WIDTH, PhoneFrame

if TYPE_CHECKING:
    from local_db.campaigns.model import Audience
    from local_db.campaigns.store import AudienceRow

_PADDING = 16
_PHONE_HEIGHT = 440


class DetailsView(WritingView):
    """What was frozen; only its file can be written again.

    Signals:
        closed(): back to the list.
        written(Written): its file was written.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._audience: Audience | None = None
        self._place = 0
        self._messages = context.background.latest()
        self.state = InlineNotice()
        self.phone = PhoneFrame(height=_PHONE_HEIGHT)
        self.phone.setMaximumHeight(_PHONE_HEIGHT)
        self.place = Label("", "muted")
        self._lay_out((self.state,), self.tr("Who got it"), self._texts())
        self.write.clicked.connect(self._ask_for_file)

    def show_audience(self, audience: Audience, shelf: Shelf) -> None:
        """Show this audience."""
        again = self._audience is not None and self._audience.id == audience.id
        self._audience = audience
        summary = audience.summary
        self.header.words.set_title(audience.name)
        self.header.words.set_sentence(self._sentence(audience, shelf))
        self.write.setText(self.tr("Write the file again…") if audience.handed_off_at else self.tr("Write the file…"))
        self.write.set_kind("quiet" if audience.handed_off_at else "primary")
        self.waterfall.show_steps(summary.matched, summary.waterfall, summary.messages, summary.quiet_days)
        billed = sum(parts * count for parts, count in summary.parts.items())
        if billed:
            self.price_card.show_price(summary.parts, summary.cost / billed, summary.cost, summary.currency)
        self._say_state(audience, shelf)
        self._go(self._place if again else 0)
        if not again:
            self.header.back.setFocus()

    def _sentence(self, audience: Audience, shelf: Shelf) -> str:
        segment = shelf.segment(audience.segment_id)
        words = [segment.name] if segment is not None else []
        words.append(str(json.loads(audience.template).get("name", "")))
        words.append(self.tr("prepared {time}").format(time=minute(audience.prepared_at, shelf.zone)))
        return " · ".join(word for word in words if word and word not in audience.name)  # the title is not repeated

    def _say_state(self, audience: Audience, shelf: Shelf) -> None:
        summary = audience.summary
        if audience.handed_off_at is None:
            self.state.say(self.tr("Frozen, but no file was written yet. Nobody counts as written to."), "warn")
            return
        text = self.tr("{rows} messages were handed off {time}.").format(
            rows=number(sent(audience)), time=minute(audience.handed_off_at, shelf.zone)
        )
        if summary.withdrawn:
            text += self.tr(" {count} opted out after freezing and were left out.").format(
                count=number(summary.withdrawn)
            )
        if summary.repeated:
            text += self.tr(" {count} had got another message meanwhile and were left out.").format(
                count=number(summary.repeated)
            )
        self.state.say(text, "good")

    def _texts(self) -> Card:
        card = Card(self.tr("Frozen texts"), sunken=True)
        card.setFixedWidth(WIDTH + 4 * _PADDING)
        self.back = IconButton("chevron-left", self.tr("Previous text"), kind="quiet", size=26)
        self.on = IconButton("chevron-right", self.tr("Next text"), kind="quiet", size=26)
        self.back.clicked.connect(partial(self._step, -1))
        self.on.clicked.connect(partial(self._step, 1))
        for tool in (self.back, self.place, self.on):
            card.add_tool(tool)
        card.body.addWidget(self.phone, 1000, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        return card

    def _step(self, by: int) -> None:
        if self._audience is not None and (count := sent(self._audience)):
            self._go((self._place + by) % count)

    def _go(self, place: int) -> None:
        if self._audience is None:
            return
        self._place = place
        self.place.setText(f"{number(place + 1)} / {number(sent(self._audience))}")
        work = partial(questions.one_message, self._context.shop, self._audience.id, place)
        self._messages.run(work, self._show_message, self._failed)

    def _show_message(self, row: AudienceRow | None) -> None:
        if row is None:
            self.phone.set_message("", [], self.tr("There is no text here."))
            return
        parts = self.tr("1 part") if row.parts == 1 else self.tr("{parts} parts").format(parts=row.parts)
        self.phone.set_message(self.tr("SMS to {phone}").format(phone=hidden(row.phone)), [row.text], parts)

    def _ask_for_file(self) -> None:
        if self._audience is not None:
            file = self._ask_where(self._audience.name, sent(self._audience))
            if file is not None:
                self.write_file(file)

    def write_file(self, file: HandOffChoice) -> None:
        """Write the file of this audience."""
        audience = self._audience
        if audience is None:
            return
        headers = wording.hand_off_headers()
        work = partial(questions.write_again, self._context.shop, audience, file, headers, datetime.now(UTC))
        self._start_writing(audience.name, work)


def hidden(phone: str) -> str:
    """A phone with its middle hidden, for a screen that others may see: 138****0001."""
    return f"{phone[:-8]}****{phone[-4:]}" if len(phone) > 8 else phone
