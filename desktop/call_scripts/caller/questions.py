"""What calling asks the shop, on a reader's or the writer's thread; nothing here touches a window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from local_db.errors import PrepareError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from local_db.call_scripts.calling import (
        CallingList,
        CallingOptions,
        PlatformFiles,
        PlatformHeaders,
        PlatformList,
    )
    from local_db.call_scripts.calling_store import Callee
    from local_db.call_scripts.model import Call, RecordedCall
    from local_db.campaigns.model import PrepareOptions
    from local_db.changes import Changes
    from local_db.members.listing import Listing
    from local_db.members.model import Figures, MemberDetail, MemberRow, Note
    from local_db.roster.roster import Roster
    from local_db.roster.source import RosterSource
    from local_db.segments.model import SavedSegment
    from local_db.segments.tree import Node
    from local_db.shop_file import Shop

_TRIES = 3
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a list of calls is made from."""

    segments: tuple[SavedSegment, ...]
    options: PrepareOptions
    zone: ZoneInfo

    def tree(self, segment_id: int) -> Node:
        """What a saved segment asks; everybody for an id that there is none of."""
        from desktop.campaigns.planning import EVERYBODY

        return next((segment.tree for segment in self.segments if segment.id == segment_id), EVERYBODY)


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody who may be called, as the card shows them."""

    callee: Callee
    detail: MemberDetail
    figures: Figures
    facts: dict[str, str]
    notes: tuple[Note, ...]
    calls: tuple[Call, ...]
    currency: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Saved:
    """A call that was recorded, with what changed."""

    recorded: RecordedCall | None  # None: the member is gone
    changes: Changes


def shelf(shop: Shop) -> Shelf:
    """Read what lists of calls are made from."""
    from local_db.campaigns.model import PrepareOptions
    from local_db.segments.actions import list_segments
    from local_db.settings import read_settings

    with shop.read() as connection:
        settings = read_settings(connection)
    return Shelf(list_segments(shop), PrepareOptions.from_settings(settings), ZoneInfo(str(settings["zone"])))


def calling_list(shop: Shop, rosters: RosterSource, tree: Node, options: CallingOptions, now: datetime) -> CallingList:
    """Who is to be called, over the current roster."""
    from local_db.call_scripts import calling

    return _over_current(rosters, lambda roster: calling.calling_list(shop, roster, tree, options, now=now))


def platform_list(
    shop: Shop, rosters: RosterSource, tree: Node, options: CallingOptions, now: datetime
) -> PlatformList:
    """Whom platforms are to call, over the current roster."""
    from local_db.call_scripts import calling

    return _over_current(rosters, lambda roster: calling.platform_list(shop, roster, tree, options, now=now))


def hand_off(
    shop: Shop,
    rosters: RosterSource,
    tree: Node,
    options: CallingOptions,
    out: Path,
    *,
    headers: PlatformHeaders,
    now: datetime,
    encoding: str,
    overwrite: bool,
    who: str,
) -> tuple[PlatformFiles, Changes]:
    """Write a file for each platform, over the current roster, and log it."""
    from local_db.call_scripts.calling import hand_off_to_platforms

    return hand_off_to_platforms(
        shop,
        rosters.current(),
        tree,
        options,
        out,
        headers=headers,
        now=now,
        encoding=encoding,
        overwrite=overwrite,
        who=who,
    )


def who(shop: Shop, text: str) -> tuple[MemberRow, ...]:
    """Whom a pasted nick, name, phone or order number names."""
    from local_db.members import store
    from local_db.members.exact import find_exactly

    with shop.read() as connection:
        return tuple(store.rows(connection, find_exactly(connection, text)))


class People:
    """Reads the people of a session one after another; may be asked from any thread."""

    def __init__(self, shop: Shop, rosters: RosterSource) -> None:
        self._shop = shop
        self._rosters = rosters
        self._guard = threading.Lock()
        self._listing: Listing | None = None

    def person(self, member_id: int, now: datetime) -> Person | None:
        """Somebody as they are now; None where they must not, or cannot, be called any more."""
        from local_db.call_scripts.calling import callee
        from local_db.call_scripts.records import calls_of
        from local_db.members import note_store, store
        from local_db.templates.actions import preview_facts

        called = callee(self._shop, member_id)
        if called is None:
            return None
        listing = self._current()
        with self._shop.read() as connection:
            detail = store.detail(connection, member_id)
            notes = note_store.of_member(connection, member_id)
        if detail is None:
            return None
        roster = listing.roster
        return Person(
            callee=called,
            detail=detail,
            figures=listing.figures([member_id])[0],
            facts=preview_facts(self._shop, roster, member_id, now=now),
            notes=notes,
            calls=calls_of(self._shop, member_id),
            currency=roster.currency,
            zone=roster.zone,
        )

    def _current(self) -> Listing:
        from local_db.members.listing import Listing

        with self._guard:
            roster = self._rosters.current()
            if self._listing is None or self._listing.roster is not roster:
                self._listing = Listing(roster)
            return self._listing


class Refusal:
    """An opt-out of calls that was noted while the call goes on; the writer's thread knows its entry."""

    def __init__(self, shop: Shop, member_id: int) -> None:
        self._shop = shop
        self._member_id = member_id
        self._entry = 0

    def note(self, now: datetime) -> Changes:
        """Write it down, at once."""
        from local_db.members.actions import record_consent

        self._entry, changes = record_consent(self._shop, self._member_id, "call", "opted_out", now=now)
        return changes

    def take_back(self) -> Changes:
        """It was a slip of the finger."""
        from local_db.changes import Changes
        from local_db.members.actions import take_back_consent

        entry, self._entry = self._entry, 0
        return take_back_consent(self._shop, entry)[1] if entry else Changes()


def save(shop: Shop, call: Call, tags: tuple[str, ...], refusal: Refusal | None, now: datetime) -> Saved:
    """Record a call. Its own entry takes the place of a refusal that was noted before, which never is without one."""
    from local_db.call_scripts.records import record_call

    recorded, changes = record_call(shop, call, tags, now=now)
    if refusal is not None and recorded is not None:
        changes |= refusal.take_back()
    return Saved(recorded, changes)


def _over_current(rosters: RosterSource, ask: Callable[[Roster], Answer]) -> Answer:
    """Ask over the roster as it is; once more where an import came between."""
    for last in range(_TRIES):
        try:
            return ask(rosters.current())
        except PrepareError as error:
            if error.code != "stale_roster" or last == _TRIES - 1:
                raise
    raise AssertionError("the last try returned or raised")
