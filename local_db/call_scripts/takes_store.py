"""Takes in the shop file; their sound is kept with the other media."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from local_db.call_scripts.takes import Take
from local_db.shop_file import Connection

_COLUMNS = "document_id, step, said, media_id, from_ms, to_ms, recorded_at, chosen, id"


def takes(connection: Connection, document_id: int) -> tuple[Take, ...]:
    """Every take of a script, the latest first."""
    rows = connection.execute(
        f"select {_COLUMNS} from call_takes where document_id = ? order by recorded_at desc, id desc",  # noqa: S608 - own column names
        [document_id],
    )
    return tuple(_take(row) for row in rows)


def take(connection: Connection, take_id: int) -> Take | None:
    """One take, or None."""
    row = connection.execute(f"select {_COLUMNS} from call_takes where id = ?", [take_id]).fetchone()  # noqa: S608 - own column names
    return None if row is None else _take(row)


def insert(connection: Connection, new: Take) -> int:
    """Add a take, under its id where it has one; its id."""
    cursor = connection.execute(
        "insert into call_takes(id, document_id, step, said, media_id, from_ms, to_ms, recorded_at, chosen)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            new.id or None,
            new.document_id,
            new.step,
            new.said,
            new.media_id,
            new.from_ms,
            new.to_ms,
            new.recorded_at,
            int(new.chosen),
        ],
    )
    return int(cursor.lastrowid or 0)


def set_span(connection: Connection, take_id: int, from_ms: int, to_ms: int) -> None:
    """Use another part of a take."""
    connection.execute("update call_takes set from_ms = ?, to_ms = ? where id = ?", [from_ms, to_ms, take_id])


def set_chosen(connection: Connection, take_ids: Iterable[int], *, chosen: bool) -> None:
    """Choose takes, or choose them no longer."""
    connection.executemany("update call_takes set chosen = ? where id = ?", [(int(chosen), i) for i in take_ids])


def delete(connection: Connection, take_id: int) -> None:
    """Remove a take; its sound stays until what nobody uses is cleared away."""
    connection.execute("delete from call_takes where id = ?", [take_id])


def keep_sound(connection: Connection, media_id: int, moment: int) -> bool:
    """Let a sound that nobody uses stay for as long as if it were new; False where it is gone."""
    done = connection.execute("update media set added_at = max(added_at, ?) where id = ?", [moment, media_id])
    return bool(done.rowcount)


def has_document(connection: Connection, document_id: int) -> bool:
    """Whether there is such a script."""
    query = "select 1 from documents where id = ? and kind = 'call_script'"
    return connection.execute(query, [document_id]).fetchone() is not None


def _take(row: Sequence[Any]) -> Take:
    *facts, chosen, take_id = row
    return replace(Take(*facts), chosen=bool(chosen), id=take_id)
