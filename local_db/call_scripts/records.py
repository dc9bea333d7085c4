"""What came of calls: recorded in one transaction, with the tags and the refusal that follow, and taken back whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from local_db.call_scripts import store
from local_db.call_scripts.model import OF_A_CALL, Call, Outcome, RecordedCall
from local_db.changes import Changes, Topic
from local_db.errors import TagError
from local_db.members import store as members
from local_db.members.actions import clean_tag, give_tag, note_consent, take_back_tag
from local_db.members.notes import clean_note
from local_db.roster.consent import BY_HAND
from local_db.settings import mark_roster_changed
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.members.model import TagChange
    from local_db.shop_file import Connection, Shop

CALL = "call"  # the channel of consents


def record_call(
    shop: Shop, call: Call, tags: Iterable[str] = (), *, now: datetime
) -> tuple[RecordedCall | None, Changes]:
    """Keep a call, give the tags of its answers, and note for who refused that she is never called again.

    All of it or nothing. A tag that a rule gives is left to the rule (`not_given`). None where the member is gone.
    """
    with shop.write() as connection:
        if not members.is_there(connection, call.member_id):
            return None, Changes()
        call = replace(call, note=clean_note(call.note))
        call_id = store.insert(connection, call, members.anchor(connection, call.member_id))
        given, left = _tags(connection, call, tags)
        refused = call.outcome is Outcome.REFUSED
        noted = note_consent(connection, call.member_id, CALL, "opted_out", epoch(now)) if refused else 0
        consent = members.consent_entry(connection, noted, BY_HAND)
        recorded = RecordedCall(call_id, given, consent, left)
        return recorded, _noted(connection, recorded)


def undo_call(shop: Shop, recorded: RecordedCall) -> tuple[bool, Changes]:
    """Take back all that recording a call wrote, whoever the people are now; False where it is gone already.

    Then the tags and the refusal stay too: somebody has erased or changed them on purpose.
    """
    with shop.write() as connection:
        if not store.delete(connection, recorded.call_id):
            return False, Changes()
        for change in reversed(recorded.tags):
            take_back_tag(connection, change)
        if recorded.consent is not None:
            members.delete_consent(connection, recorded.consent.id, BY_HAND)
        return True, _noted(connection, recorded)


def calls_of(shop: Shop, member_id: int) -> tuple[Call, ...]:
    """A member's calls, the latest first."""
    with shop.read() as connection:
        return store.of_member(connection, member_id)


def _tags(connection: Connection, call: Call, names: Iterable[str]) -> tuple[tuple[TagChange, ...], tuple[str, ...]]:
    """What was given, and the tags that only a rule gives."""
    given: list[TagChange] = []
    left: list[str] = []
    source = f"{OF_A_CALL}{call.document_id or 0}"
    for name in dict.fromkeys(filter(None, map(clean_tag, names))):
        try:
            change = give_tag(connection, call.member_id, name, source)
        except TagError:
            left.append(name)
            continue
        if change is not None:
            given.append(change)
    return tuple(given), tuple(left)


def _noted(connection: Connection, recorded: RecordedCall) -> Changes:
    """Calls are no part of the roster; tags and consents are."""
    if recorded.tags or recorded.consent is not None:
        mark_roster_changed(connection)
    return Changes.of(Topic.MEMBERS)
