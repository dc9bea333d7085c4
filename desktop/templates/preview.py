"""Which member the preview shows, and that member's text as it is being written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.campaigns.planning import Answer
from desktop.shell.context import PageContext
from desktop.templates import questions
from desktop.templates.member_preview_card import MemberPreviewCard
from local_db.templates.model import Template
from local_db.templates.render import Rendered, render
from local_db.templates.sms_parts import Route
from local_db.templates.vendor import Vendor


class Preview(QObject):
    """Walks through the members of an answer; renders with the facts of the one in sight.

    Signals:
        facts_known(): the facts of another member have arrived.
    """

    facts_known = Signal()

    def __init__(
        self,
        context: PageContext,
        card: MemberPreviewCard,
        template: Callable[[], Template],
        vendor: Callable[[], Vendor],
    ) -> None:
        super().__init__(card)
        self._context = context
        self._card = card
        self._template = template
        self._vendor = vendor
        self._answer: Answer | None = None
        self._place = 0
        self._member_id = 0
        self._latest = context.background.latest()
        self._finding = context.background.latest()
        self.facts: Mapping[str, str] = {}
        self.rendered: Rendered | None = None
        card.stepped.connect(self.step)
        card.search.query_changed.connect(self.find)
        card.longest_wanted.connect(self.show_longest)
        card.shortest_wanted.connect(self.show_shortest)

    def take(self, answer: Answer) -> None:
        """Walk through these people; the member in sight stays there when among them."""
        self._answer = answer
        if not len(answer):
            self._latest.forget()
            self._member_id, self.facts = 0, {}
            self.refresh()
            return
        place = answer.place_of(self._member_id) if self._member_id else None
        self._go(place or 0)

    def forget(self) -> None:
        """Read the member's facts again at the next chance; they may have changed."""
        self._member_id = 0

    def step(self, by: int) -> None:
        """The next or previous member, around the ends."""
        if self._answer is not None and len(self._answer):
            self._go((self._place + by) % len(self._answer))

    def show_longest(self) -> None:
        """The member with the longest text."""
        if self._answer is not None and self._answer.longest is not None:
            self._go(self._answer.place_of_message(self._answer.longest))

    def show_member(self, member_id: int) -> None:
        """A member of the answer."""
        place = self._answer.place_of(member_id) if self._answer is not None else None
        if place is not None:
            self._go(place)

    def find(self, typed: str) -> None:
        """Show the first member who is called so."""
        self._card.nobody.hide()
        if not typed or self._answer is None:
            self._finding.forget()
            return
        self._finding.run(partial(questions.ask_called, self._context.shop, typed, self._answer), self._found)

    def _found(self, member_id: int | None) -> None:
        self._card.nobody.setVisible(member_id is None)
        if member_id is not None:
            self.show_member(member_id)

    def show_shortest(self) -> None:
        """The member with the shortest text."""
        if self._answer is not None and self._answer.shortest is not None:
            self._go(self._answer.place_of_message(self._answer.shortest))

    def refresh(self) -> None:
        """Show the text as it is now, for the member in sight."""
        at_home = Route.CHINA if self._vendor().signature.brackets else Route.INTERNATIONAL
        route = self._answer.route(self._place) if self._answer is not None and self._answer.plan.texts else at_home
        self.rendered = render(self._template(), self.facts, route, self._vendor())
        others = self._answer is not None and len(self._answer) > 1
        self._card.set_member(self.facts, others=others)
        if self._template().body.strip():
            self._card.show_text(self.rendered)
            self._card.set_range(self._answer.size if self._answer is not None else None)
        else:
            self._card.show_nothing(self.rendered)

    def _go(self, place: int) -> None:
        if self._answer is None:
            return
        self._place = place
        member_id = self._answer.member_id(place)
        if member_id == self._member_id:
            self.refresh()
            return
        self._member_id = member_id
        context = self._context
        work = partial(questions.ask_facts, context.shop, context.rosters, member_id, datetime.now(UTC))
        self._latest.run(work, self._known)

    def _known(self, facts: dict[str, str]) -> None:
        self.facts = facts
        self.refresh()
        self.facts_known.emit()
