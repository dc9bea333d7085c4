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


def undo_decisions(shop: Shop, decisions: Iterable[int]) -> tuple[bool, Changes]:
    """Take decisions back, the latest first; False where none of them is there any more."""
    with shop.write() as connection:
        there = [decision for decision in sorted(decisions, reverse=True) if store.has_decision(connection, decision)]
        for decision in there:
            store.delete_consents_of(connection, f"{OF_A_JOIN}{decision}")
            identity.take_back(connection, decision)
        return bool(there), _noted(connection, happened=bool(there))


def undo_decision(shop: Shop, decision_id: int) -> tuple[bool, Changes]:
    """Take one decision back."""
    return undo_decisions(shop, [decision_id])


def _join(connection: Connection, first_member: int, second_member: int, reason: str, now: int) -> Decided | None:
    first, second = store.anchor(connection, first_member), store.anchor(connection, second_member)
    if first is None or second is None or first_member == second_member:
        return None
    refused = _refused(connection, first_member) | _refused(connection, second_member)
    decision = identity.decide(connection, "join", first, second, reason, now)
    member_id = store.whose(connection, first)
    if member_id is None:
        return None
    for channel in sorted(refused - _refused(connection, member_id)):
        # One of the two said no, the other agreed later, perhaps without having been the same person.
        latest = store.latest_noted_at(connection, member_id, channel)
        source = f"{OF_A_JOIN}{decision}"
        store.add_consent(connection, member_id, channel, "opted_out", source, max(now, latest or 0))
    return Decided((decision,), member_id)


def _refused(connection: Connection, member_id: int) -> set[str]:
    states = {state.channel: state.state for state in store.consents(connection, member_id)}
    return {channel for channel in CHANNELS if states[channel] is Consent.OPTED_OUT}


def _together(connection: Connection, first: int, second: int) -> bool:
    return store.whose(connection, first) == store.whose(connection, second)


def _noted(connection: Connection, *, happened: bool) -> Changes:
    if happened:
        mark_roster_changed(connection)
    return _CHANGED if happened else Changes()
