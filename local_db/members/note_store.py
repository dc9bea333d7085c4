"""SQL about notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_db.members.model import Note, StoredNote

if TYPE_CHECKING:
    from local_db.shop_file import Connection


def of_member(connection: Connection, member_id: int) -> tuple[Note, ...]:
    """A member's notes, the newest first."""
    rows = connection.execute(
        "select id, text, noted_at from notes where member_id = ? order by noted_at desc, id desc", [member_id]
    )
    return tuple(Note(*row) for row in rows)


def find(connection: Connection, note_id: int) -> StoredNote | None:
    """One note, None where it is gone."""
    row = connection.execute(
        "select id, member_id, identity_id, text, noted_at from notes where id = ?", [note_id]
    ).fetchone()
    return StoredNote(*row) if row else None


def insert(connection: Connection, note: StoredNote) -> int:
    """Add a note (its id is ignored) and return its id."""
    cursor = connection.execute(
        "insert into notes(identity_id, member_id, text, noted_at) values (?, ?, ?, ?)",
        [note.identity_id, note.member_id, note.text, note.noted_at],
    )
    return int(cursor.lastrowid or 0)


def put(connection: Connection, note: StoredNote) -> None:
    """Write a note under the id it has, whether it is there or not."""
    connection.execute(
        "insert into notes(id, identity_id, member_id, text, noted_at) values (?, ?, ?, ?, ?)"
        " on conflict(id) do update set text = excluded.text",
        [note.id, note.identity_id, note.member_id, note.text, note.noted_at],
    )


def write_text(connection: Connection, note_id: int, text: str) -> None:
    """Change what a note says."""
    connection.execute("update notes set text = ? where id = ?", [text, note_id])


def delete(connection: Connection, note_id: int) -> bool:
    """Delete a note; False where there is none."""
    return bool(connection.execute("delete from notes where id = ?", [note_id]).rowcount)
