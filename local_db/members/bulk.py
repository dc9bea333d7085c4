"""What a window may do to many members at once: each one transaction, and each undoable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from local_db.changes import Changes, Topic
from local_db.members import bulk_store, store
from local_db.members.actions import clean_tag
from local_db.roster.consent import BY_HAND, CHANNELS
from local_db.roster.refusals import refusals
from local_db.settings import mark_roster_changed
from local_db.values import epoch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from local_db.roster.roster import Ints
    from local_db.shop_file import Connection, Shop

    Progress = Callable[[int, int], None]

AT_ONCE = 10_000  # members between two reports of progress
NOTE_LENGTH = 2_000  # the most characters of a note
_MEMBERS = Changes.of(Topic.MEMBERS)


class Deed(StrEnum):
    """What was done."""

    TAGGED = "tagged"
    UNTAGGED = "untagged"
    NOTED = "noted"
    GRANTED = "granted"
    OPTED_OUT = "opted_out"


@dataclass(frozen=True, slots=True, eq=False)
class BulkChange:
    """What was done to how many people; enough to undo it, also after merges.

    `people` are those it changed anything for; `left_out` asked us to stop, and cannot be made to agree by the dozen.
    `written` are ids of entries, or per tag row the member and the identity; `sources` where taken tags came from.
    """

    deed: Deed
    people: int
    written: Ints
    text: str = ""  # the tag, or the note
    sources: tuple[tuple[str, int], ...] = ()  # so many rows in a row came from there
    left_out: int = 0
    moment: int = 0
    new_tag: bool = False


def hand_tags(shop: Shop) -> list[str]:
    """The names of the tags that people give, and not rules."""
    with shop.read() as connection:
        return bulk_store.hand_tags(connection)


def tag_members(shop: Shop, ids: Ints, name: str, progress: Progress) -> tuple[BulkChange, Changes]:
    """Give everybody a tag, made when it is new; who has it already is left alone.

    `progress(done, total)` is called now and then, and may raise: then nothing is changed. ValueError for an empty
    name, and for a tag that a rule gives.
    """
    name = clean_tag(name)
    if not name:
        raise ValueError(name)
    rows: list[tuple[int, int]] = []
    with shop.write() as connection:
        known = store.find_tag(connection, name)
        tag_id = store.add_tag(connection, name) if known is None else known
        if bulk_store.is_rule_tag(connection, tag_id):
            raise ValueError(name)
        for some in _in_parts(ids, progress):
            rows += bulk_store.give_tag(connection, some, tag_id, BY_HAND)
        change = BulkChange(Deed.TAGGED, len(rows), _table(rows), name, new_tag=known is None)
        return change, _noted(connection, happened=bool(rows) or known is None)


def untag_members(shop: Shop, ids: Ints, name: str, progress: Progress) -> tuple[BulkChange, Changes]:
    """Take a tag from everybody who did not get it from a rule. The tag itself stays. `progress` as above."""
    rows: list[tuple[int, int, str]] = []
    with shop.write() as connection:
        tag_id = store.find_tag(connection, name)
        if tag_id is not None:
            for some in _in_parts(ids, progress):
                rows += bulk_store.take_tag(connection, some, tag_id)
        rows.sort(key=lambda row: row[2])
        sources: dict[str, int] = {}
        for _, _, source in rows:
            sources[source] = sources.get(source, 0) + 1
        people = len({member_id for member_id, _, _ in rows})
        written = _table([(member_id, identity_id) for member_id, identity_id, _ in rows])
        change = BulkChange(Deed.UNTAGGED, people, written, name, tuple(sources.items()))
        return change, _noted(connection, happened=bool(rows))


def note_members(shop: Shop, ids: Ints, text: str, progress: Progress, *, now: datetime) -> tuple[BulkChange, Changes]:
    """Write a note on everybody. `progress` as above; ValueError for an empty note."""
    text = text.strip()[:NOTE_LENGTH]
    if not text:
        raise ValueError(text)
    notes: list[tuple[int]] = []
    with shop.write() as connection:
        for some in _in_parts(ids, progress):
            notes += bulk_store.add_notes(connection, some, text, epoch(now))
        if notes:
            mark_roster_changed(connection)
    change = BulkChange(Deed.NOTED, len(notes), _table(notes), text, moment=epoch(now))
    return change, _MEMBERS if notes else Changes()


def opt_members_out(
    shop: Shop, ids: Ints, channel: str, progress: Progress, *, now: datetime
) -> tuple[BulkChange, Changes]:
    """Note by hand that everybody refused. `progress` as above; ValueError for no channel."""
    return _consents(shop, ids, channel, Deed.OPTED_OUT, progress, now)


def grant_for_members(
    shop: Shop, ids: Ints, channel: str, progress: Progress, *, now: datetime
) -> tuple[BulkChange, Changes]:
    """Note by hand that everybody agreed, except those who opted out: that is taken back one by one only."""
    return _consents(shop, ids, channel, Deed.GRANTED, progress, now)


def undo(shop: Shop, change: BulkChange, progress: Progress) -> Changes:
    """Bring everything back to what it was before the change. `progress` as above."""
    with shop.write() as connection:
        if change.deed in {Deed.TAGGED, Deed.UNTAGGED}:
            _undo_tags(connection, change, progress)
        for some in _in_parts(change.written, progress):
            if change.deed is Deed.NOTED:
                bulk_store.delete_notes(connection, [entry for (entry,) in some], change.text, change.moment)
            elif change.deed in {Deed.GRANTED, Deed.OPTED_OUT}:
                bulk_store.delete_consents(connection, [entry for (entry,) in some], BY_HAND)
        mark_roster_changed(connection)
    return _MEMBERS


def _undo_tags(connection: Connection, change: BulkChange, progress: Progress) -> None:
    tag_id = store.find_tag(connection, change.text)
    if tag_id is None:
        if change.deed is Deed.TAGGED:
            return
        tag_id = store.add_tag(connection, change.text)
    if change.deed is Deed.TAGGED:
        for some in _in_parts(change.written, progress):
            bulk_store.take_given_tag(connection, some, tag_id)
        if change.new_tag:
            store.delete_unused_tag(connection, change.text)
        return
    first = 0
    for source, count in change.sources:
        for some in _in_parts(change.written[first : first + count], progress):
            bulk_store.give_taken_tag(connection, some, tag_id, source)
        first += count


def _consents(
    shop: Shop, ids: Ints, channel: str, deed: Deed, progress: Progress, now: datetime
) -> tuple[BulkChange, Changes]:
    if channel not in CHANNELS:
        raise ValueError(channel)
    import numpy as np  # the page that offers this need not wait for it

    entries: list[tuple[int]] = []
    with shop.write() as connection:
        refused = np.zeros(0, np.int64)
        if deed is Deed.GRANTED:
            refused = np.array(sorted(refusals(connection, channel).opted_out), np.int64)
        going = ids[~np.isin(ids, refused)]
        for some in _in_parts(going, progress):
            entries += bulk_store.add_consents(connection, some, channel, str(deed), BY_HAND, epoch(now))
        change = BulkChange(deed, len(entries), _table(entries), channel, left_out=len(ids) - len(going))
        return change, _noted(connection, happened=bool(entries))


def _in_parts(rows: Ints, progress: Progress) -> Iterator[list[Any]]:
    for first in range(0, len(rows), AT_ONCE):
        progress(first, len(rows))
        yield rows[first : first + AT_ONCE].tolist()
    progress(len(rows), len(rows))


def _table(rows: Sequence[tuple[int, ...]]) -> Ints:
    import numpy as np

    return np.array(rows, np.int64)


def _noted(connection: Connection, *, happened: bool) -> Changes:
    if happened:
        mark_roster_changed(connection)
    return _MEMBERS if happened else Changes()
