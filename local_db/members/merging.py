"""Joining members, splitting them and taking that back; each one transaction.

What was decided is kept apart from what follows from it, so that taking a decision back leaves the shop as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from local_db.changes import Changes, Topic
from local_db.members import identity, store
from local_db.roster.consent import CHANNELS
from local_db.roster.roster import Consent
from local_db.settings import mark_roster_changed
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.members.identity_store import StoredDecision
    from local_db.shop_file import Connection, Shop

OF_A_JOIN = "join:"  # before a decision's id: the source of an opt-out that the joined person keeps

_CHANGED = Changes.of(Topic.MEMBERS, Topic.ORDERS)


class Decided(NamedTuple):
    """Decisions that were written, and who the people are now: for a join the one, for a split both (0: nobody)."""

    decisions: tuple[int, ...]
    member_id: int
    other_id: int = 0


def join_members(
    shop: Shop, first_member: int, second_member: int, reason: str, *, now: datetime
) -> tuple[Decided | None, Changes]:
    """Say that two members are one person, who keeps an opt-out of either.

    None where they are one already, or one of them is gone or has no key by which to be recognised.
    """
    with shop.write() as connection:
        done = _join(connection, first_member, second_member, reason, epoch(now))
        return done, _noted(connection, happened=done is not None)


def join_pairs(
    shop: Shop, pairs: Iterable[tuple[int, int]], reason: str, *, now: datetime
) -> tuple[tuple[int, ...], Changes]:
    """Join many pairs of members at once; the decisions, to be taken back together.

    Pairs may overlap: whoever is reached over several pairs becomes one person.
    """
    with shop.write() as connection:
        anchors = [(store.anchor(connection, first), store.anchor(connection, second)) for first, second in pairs]
        decisions: list[int] = []
        for first, second in anchors:
            if first is not None and second is not None:
                members = (store.whose(connection, first), store.whose(connection, second))
                done = _join(connection, members[0] or 0, members[1] or 0, reason, epoch(now))
                decisions += done.decisions if done else ()
        return tuple(decisions), _noted(connection, happened=bool(decisions))


def split_identity(shop: Shop, identity_id: int, reason: str, *, now: datetime) -> tuple[Decided | None, Changes]:
    """Let a key stand for a person of its own, who is not suggested as the same again.

    A key that came by a decision is split by taking that back (`undo_decisions`). None where the key is gone or is the
    only one.
    """
    with shop.write() as connection:
        member_id = store.whose(connection, identity_id)
        others = [i for i in store.identity_ids(connection, member_id or 0) if i != identity_id]
        if member_id is None or not others:
            return None, Changes()
        moment = epoch(now)
        alone = identity.decide(connection, "apart", identity_id, None, reason, moment)
        rest = next((i for i in others if not _together(connection, i, identity_id)), None)
        if rest is None:  # what the key stood for goes where it goes
            identity.take_back(connection, alone)
            return None, Changes()
        pair = identity.decide(connection, "apart", rest, identity_id, reason, moment)
        remaining, own = store.whose(connection, rest), store.whose(connection, identity_id)
        return Decided((alone, pair), remaining or 0, own or 0), _noted(connection, happened=True)


def keep_apart(
    shop: Shop, first_member: int, second_member: int, reason: str, *, now: datetime
) -> tuple[Decided | None, Changes]:
    """Say that two members are not the same person, so that they are not suggested again."""
    with shop.write() as connection:
        first, second = store.anchor(connection, first_member), store.anchor(connection, second_member)
        if first is None or second is None or first == second:
            return None, Changes()
        decision = identity.decide(connection, "apart", first, second, reason, epoch(now))
        return Decided((decision,), first_member, second_member), _noted(connection, happened=True)


def undo_decisions(shop: Shop, decisions: Iterable[int]) -> tuple[tuple[StoredDecision, ...], Changes]:
    """Take decisions back, the latest first; those that were there, to decide the same again (`decide_again`)."""
    with shop.write() as connection:
        there = store.decisions(connection, decisions)
        for decision in reversed(there):
            store.delete_consents_of(connection, f"{OF_A_JOIN}{decision.id}")
            identity.take_back(connection, decision.id)
        return there, _noted(connection, happened=bool(there))


def decide_again(shop: Shop, taken_back: Iterable[StoredDecision]) -> tuple[tuple[int, ...], Changes]:
    """Decide what was taken back, for the same reasons and as of the same time; the new decisions' ids.

    A decision about a key that is gone meanwhile is left out.
    """
    with shop.write() as connection:
        decided = [_decided(connection, decision) for decision in taken_back]
        done = tuple(decision for decision in decided if decision)
        return done, _noted(connection, happened=bool(done))


def _decided(connection: Connection, was: StoredDecision) -> int:
    keys = [was.first] if was.second is None else [was.first, was.second]
    if not all(store.has_identity(connection, key) for key in keys):
        return 0
    if was.kind == "join" and was.second is not None:
        return _joined(connection, was.first, was.second, was.reason, was.decided_at)
    return identity.decide(connection, was.kind, was.first, was.second, was.reason, was.decided_at)


def _join(connection: Connection, first_member: int, second_member: int, reason: str, now: int) -> Decided | None:
    first, second = store.anchor(connection, first_member), store.anchor(connection, second_member)
    if first is None or second is None or first_member == second_member:
        return None
    decision = _joined(connection, first, second, reason, now)
    return Decided((decision,), store.whose(connection, first) or 0)


def _joined(connection: Connection, first: int, second: int, reason: str, now: int) -> int:
    """Join whoever two keys stand for; an opt-out of either stays one."""
    refused: set[str] = set()
    for key in (first, second):
        refused |= _refused(connection, store.whose(connection, key) or 0)
    decision = identity.decide(connection, "join", first, second, reason, now)
    member_id = store.whose(connection, first) or 0
    for channel in sorted(refused - _refused(connection, member_id)) if member_id else ():
        # One of the two said no, the other agreed later, perhaps without having been the same person.
        latest = store.latest_noted_at(connection, member_id, channel)
        source = f"{OF_A_JOIN}{decision}"
        store.add_consent(connection, member_id, channel, "opted_out", source, max(now, latest or 0))
    return decision


def _refused(connection: Connection, member_id: int) -> set[str]:
    states = {state.channel: state.state for state in store.consents(connection, member_id)}
    return {channel for channel in CHANNELS if states[channel] is Consent.OPTED_OUT}


def _together(connection: Connection, first: int, second: int) -> bool:
    return store.whose(connection, first) == store.whose(connection, second)


def _noted(connection: Connection, *, happened: bool) -> Changes:
    if happened:
        mark_roster_changed(connection)
    return _CHANGED if happened else Changes()
