"""Notes about a member: written, changed and deleted, each one transaction and each undoable."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.members import note_store as notes
from local_db.members import store
from local_db.members.model import NoteChange, StoredNote
from local_db.settings import mark_roster_changed
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Connection, Shop

NOTE_LENGTH = 2_000  # the most characters of a note


def clean_note(text: str) -> str:
    """A note's text without what surrounds it, cut to NOTE_LENGTH; its own line breaks stay."""
    return text.replace("\r\n", "\n").strip()[:NOTE_LENGTH].rstrip()


def add_note(shop: Shop, member_id: int, text: str, *, now: datetime) -> tuple[NoteChange | None, Changes]:
    """Write a note about a member. None where nothing is written in it, or the member is gone."""
    text = clean_note(text)
    with shop.write() as connection:
        if not text or not store.is_there(connection, member_id):
            return None, Changes()
        new = StoredNote(0, member_id, store.anchor(connection, member_id), text, epoch(now))
        added = replace(new, id=notes.insert(connection, new))
        mark_roster_changed(connection)
        return NoteChange(None, added), Changes.of(Topic.MEMBERS)


def edit_note(shop: Shop, note_id: int, text: str) -> tuple[NoteChange | None, Changes]:
    """Change what a note says; when it was written stays. None where that changes nothing, or the note is gone."""
    text = clean_note(text)
    with shop.write() as connection:
        before = notes.find(connection, note_id)
        if before is None or not text or text == before.text:
            return None, Changes()
        after = replace(before, text=text)
        notes.write_text(connection, note_id, text)
        mark_roster_changed(connection)
        return NoteChange(before, after), Changes.of(Topic.MEMBERS)


def delete_note(shop: Shop, note_id: int) -> tuple[NoteChange | None, Changes]:
    """Delete a note; None where it is gone already."""
    with shop.write() as connection:
        before = notes.find(connection, note_id)
        if before is None:
            return None, Changes()
        notes.delete(connection, note_id)
        mark_roster_changed(connection)
        return NoteChange(before, None), Changes.of(Topic.MEMBERS)


def undo_note(shop: Shop, change: NoteChange) -> tuple[NoteChange | None, Changes]:
    """Bring a note back to what it was before the change; None where there is nothing to bring back."""
    with shop.write() as connection:
        undone = _delete_again(connection, change) if change.before is None else _put_back(connection, change.before)
        if undone:
            mark_roster_changed(connection)
    return (NoteChange(change.after, change.before), Changes.of(Topic.MEMBERS)) if undone else (None, Changes())


def _delete_again(connection: Connection, change: NoteChange) -> bool:
    return change.after is not None and notes.delete(connection, change.after.id)


def _put_back(connection: Connection, before: StoredNote) -> bool:
    """Under its own id, to whoever the identity belongs to now."""
    member_id = store.owner(connection, before.member_id, before.identity_id)
    if member_id is None:
        return False
    notes.put(connection, replace(before, member_id=member_id))
    return True
