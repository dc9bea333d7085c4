"""The log of what left the shop file: whose data, how many people's, when, why and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_db.values import printable

if TYPE_CHECKING:
    from local_db.shop_file import Connection


@dataclass(frozen=True, slots=True)
class Export:
    """One export; `kind` says of what, `subject` of which one, `exported_at` in UTC seconds."""

    exported_at: int
    kind: str
    subject: str
    people: int
    file_name: str
    reason: str
    who: str


def note_export(
    connection: Connection, *, kind: str, subject: str, people: int, file_name: str, reason: str, who: str, now: int
) -> None:
    """Write down an export, inside the transaction of whoever makes it."""
    connection.execute(
        "insert into exports(exported_at, kind, subject, people, file_name, reason, who) values (?, ?, ?, ?, ?, ?, ?)",
        [now, kind, subject, people, printable(file_name), reason, who],
    )


def exports(connection: Connection, limit: int) -> tuple[Export, ...]:
    """The latest exports, the newest first."""
    rows = connection.execute(
        "select exported_at, kind, subject, people, file_name, reason, who from exports"
        " order by exported_at desc, id desc limit ?",
        [limit],
    )
    return tuple(Export(*row) for row in rows)


def latest_export(connection: Connection) -> int:
    """The id of what was noted last, inside the transaction that noted it; for `forget_export`."""
    entry: int = connection.execute("select max(id) from exports").fetchone()[0]
    return entry


def forget_export(connection: Connection, entry: int) -> None:
    """Take back an export whose file never got its name."""
    connection.execute("delete from exports where id = ?", [entry])
