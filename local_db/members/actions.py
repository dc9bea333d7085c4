"""What a window may do to a member: tags and consents by hand, each one transaction and each undoable."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.members import store
from local_db.members.model import TagChange, TagRow
from local_db.roster.consent import BY_HAND, CHANNELS
from local_db.settings import mark_roster_changed
from local_db.tags.actions import refuse_rule_tag
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.members.model import StoredConsent
    from local_db.shop_file import Connection, Shop

TAG_LENGTH = 40  # the most characters of a tag's name
_STATES = ("granted", "opted_out")


def clean_tag(name: str) -> str:
    """A tag's name in one spelling, cut to TAG_LENGTH; empty when nothing is left."""
    return " ".join(name.split())[:TAG_LENGTH].strip()


def tag_member(shop: Shop, member_id: int, name: str, *, source: str = BY_HAND) -> tuple[TagChange | None, Changes]:
    """Give a member a tag, made when it is new. None when the member has it already, or the name is empty.

    Raises TagError `rule_tag` where a rule gives the tag.
    """
    name = clean_tag(name)
    if not name:
        return None, Changes()
    with shop.write() as connection:
        change = give_tag(connection, member_id, name, source)
        return change, _noted(connection, happened=change is not None)


def untag_member(shop: Shop, member_id: int, name: str) -> tuple[TagChange | None, Changes]:
    """Take a tag from a member; None when the member did not have it. The tag itself stays.

    Raises TagError `rule_tag` where a rule gives the tag.
    """
    with shop.write() as connection:
        change = _take(connection, member_id, name)
        return change, _noted(connection, happened=change is not None)


def undo_tag(shop: Shop, change: TagChange) -> tuple[TagChange | None, Changes]:
    """Bring a tag back to what it was before the change, whoever the people are now; None where nothing is left."""
    with shop.write() as connection:
        undone = take_back_tag(connection, change)
        happened = undone or (change.given and change.new_tag)
        return (replace(change, given=not change.given) if undone else None), _noted(connection, happened=happened)


def take_back_tag(connection: Connection, change: TagChange) -> bool:
    """`undo_tag` within a transaction, which marks the roster as changed; False where nobody is left."""
    if not change.given:
        return _give_rows(connection, change)
    undone = _take_rows(connection, change)
    if change.new_tag:
        store.delete_unused_tag(connection, change.tag)
    return undone


def give_tag(connection: Connection, member_id: int, name: str, source: str) -> TagChange | None:
    """`tag_member` within a transaction, which marks the roster as changed; the name is clean."""
    refuse_rule_tag(connection, name)
    known = store.find_tag(connection, name)
    if not store.is_there(connection, member_id) or (known and store.has_tag(connection, member_id, known)):
        return None
    row = TagRow(store.anchor(connection, member_id) or 0, source)
    tag_id = store.add_tag(connection, name) if known is None else known
    store.give_tag(connection, member_id, tag_id, source, row.identity_id)
    return TagChange(member_id, name, (row,), given=True, new_tag=known is None)


def _take(connection: Connection, member_id: int, name: str) -> TagChange | None:
    refuse_rule_tag(connection, name)
    tag_id = store.find_tag(connection, name)
    rows = () if tag_id is None else store.take_tag(connection, member_id, tag_id)
    return TagChange(member_id, name, rows, given=False) if rows else None


def _take_rows(connection: Connection, change: TagChange) -> bool:
    tag_id = store.find_tag(connection, change.tag)
    if tag_id is None:
        return False
    gone = [store.take_tag_row(connection, tag_id, row.identity_id, change.member_id) for row in change.rows]
    return any(gone)


def _give_rows(connection: Connection, change: TagChange) -> bool:
    """To whom the identities belong now; to nobody where the people are gone."""
    rows = [(store.owner(connection, change.member_id, row.identity_id), row) for row in change.rows]
    present = [(member_id, row) for member_id, row in rows if member_id is not None]
    if not present:
        return False
    tag_id = store.find_tag(connection, change.tag) or store.add_tag(connection, change.tag)
    for member_id, row in present:
        store.give_tag(connection, member_id, tag_id, row.source, row.identity_id)
    return True


def _noted(connection: Connection, *, happened: bool) -> Changes:
    if happened:
        mark_roster_changed(connection)
    return Changes.of(Topic.MEMBERS) if happened else Changes()


def record_consent(shop: Shop, member_id: int, channel: str, state: str, *, now: datetime) -> tuple[int, Changes]:
    """Note by hand that a member agreed (`granted`) or refused (`opted_out`); the entry's id, to take it back.

    The entry is later than every other one of its channel, so that it holds even where an import
    carried a time in the future. 0 where the member is gone meanwhile; ValueError for a channel or state that is
    not one.
    """
    with shop.write() as connection:
        entry = note_consent(connection, member_id, channel, state, epoch(now))
        return entry, _noted(connection, happened=bool(entry))


def note_consent(connection: Connection, member_id: int, channel: str, state: str, now: int) -> int:
    """`record_consent` within a transaction, which marks the roster as changed."""
    if channel not in CHANNELS or state not in _STATES:
        raise ValueError(channel, state)
    if not store.is_there(connection, member_id):
        return 0
    latest = store.latest_noted_at(connection, member_id, channel)
    return store.add_consent(connection, member_id, channel, state, BY_HAND, max(now, latest or 0))


def take_back_consent(shop: Shop, entry_id: int) -> tuple[bool, Changes]:
    """Undo `record_consent`; False when the entry is gone already. Entries of imports stay."""
    with shop.write() as connection:
        gone = store.delete_consent(connection, entry_id, BY_HAND)
        return gone, _noted(connection, happened=gone)


def remove_consent(shop: Shop, entry_id: int) -> tuple[StoredConsent | None, Changes]:
    """Remove an entry that was made by hand; what it was, for `put_back_consent`. None where there is none."""
    with shop.write() as connection:
        entry = store.consent_entry(connection, entry_id, BY_HAND)
        if entry is not None:
            store.delete_consent(connection, entry_id, BY_HAND)
        return entry, _noted(connection, happened=entry is not None)


def put_back_consent(shop: Shop, entry: StoredConsent) -> tuple[bool, Changes]:
    """Undo `remove_consent`, for whoever the key belongs to now; False where the person is gone."""
    with shop.write() as connection:
        member_id = store.owner(connection, entry.member_id, entry.identity_id)
        if member_id is not None:
            store.put_consent(connection, entry._replace(member_id=member_id))
        return member_id is not None, _noted(connection, happened=member_id is not None)
