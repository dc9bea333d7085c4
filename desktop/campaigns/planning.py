"""Asks what a text would be for an audience, on a reader's thread; nothing here touches a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_db.errors import PrepareError
from local_db.segments.tree import All, Node
from local_db.templates.sms_parts import STANDARD, Encoding, Room, Route, route_of

if TYPE_CHECKING:
    from datetime import datetime

    from local_db.campaigns.model import Message, PrepareOptions
    from local_db.campaigns.plan import Plan
    from local_db.roster.source import RosterSource
    from local_db.shop_file import Shop
    from local_db.templates.cuts import Cut
    from local_db.templates.model import Template

EVERYBODY: Node = All(())
EVERYBODY_ID = 0  # stands for EVERYBODY where a segment's id is expected
_TRIES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A plan, and whom a preview may show: those who would get the text, else every member."""

    plan: Plan
    everybody: Sequence[int]  # ids, where nobody would get the text
    longest: Message | None  # looked up once, on the reader's thread
    shortest: Message | None
    cuts: tuple[Cut, ...] = ()  # what could be cut, where somebody asked

    @property
    def size(self) -> Size | None:
        """The lengths of the texts; None without any."""
        if self.longest is None or self.shortest is None:
            return None
        texts = self.plan.texts.texts
        packed = bool(texts.packed[self.plan.texts.longest or 0])
        room = texts.vendor.parts.room(Encoding.GSM7 if packed else Encoding.UCS2)
        return Size(self.shortest.units, self.longest.units, min(self.plan.parts), max(self.plan.parts), room)

    def __len__(self) -> int:
        return len(self.plan.texts) or len(self.everybody)

    def member_id(self, place: int) -> int:
        """The member at a place."""
        return self.plan.texts[place].member_id if self.plan.texts else self.everybody[place]

    def route(self, place: int) -> Route:
        """The route the member's number takes."""
        return route_of(self.plan.texts[place].phone) if self.plan.texts else Route.CHINA

    def place_of(self, member_id: int) -> int | None:
        """Where a member stands, None for nobody of these."""
        if self.plan.texts:
            return self.plan.texts.place_of(member_id)
        return self.everybody.index(member_id) if member_id in self.everybody else None

    def place_of_message(self, message: Message) -> int:
        """Where a message of the plan stands."""
        return self.plan.texts.place_of(message.member_id) or 0


@dataclass(frozen=True, slots=True)
class Size:
    """The lengths of a text over everybody who can be written to."""

    shortest: int
    longest: int
    fewest_parts: int
    most_parts: int
    room: Room = STANDARD.ucs2  # of the longest text


def ask_plan(
    shop: Shop, rosters: RosterSource, tree: Node, template: Template, options: PrepareOptions, now: datetime
) -> Answer:
    """The plan over the current roster; asked again where an import came between."""
    from local_db.campaigns.actions import plan

    for last in range(_TRIES):
        roster = rosters.current()
        try:
            made = plan(shop, roster, tree, template, options, now=now)
        except PrepareError as error:
            if error.code != "stale_roster" or last == _TRIES - 1:
                raise
        else:
            everybody = () if made.texts else tuple(roster.members.ids.tolist())
            return Answer(made, everybody, made.longest, made.shortest)
    raise AssertionError("the last try returned or raised")
