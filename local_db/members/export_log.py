"""The log of what left the shop file: whose data, how many people's, when, why and by whom."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_db.values import printable

if TYPE_CHECKING:
    from local_db.shop_file import Connection, Shop


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
) -> int:
    """Write down an export, inside the transaction of whoever makes it; the entry's id."""
    cursor = connection.execute(
        "insert into exports(exported_at, kind, subject, people, file_name, reason, who) values (?, ?, ?, ?, ?, ?, ?)",
        [now, kind, subject, people, printable(file_name), reason, who],
    )
    return int(cursor.lastrowid or 0)


def exports(connection: Connection, limit: int) -> tuple[Export, ...]:
    """The latest exports, the newest first."""
    rows = connection.execute(
        "select exported_at, kind, subject, people, file_name, reason, who from exports"
        " order by exported_at desc, id desc limit ?",
        [limit],
    )
    return tuple(Export(*row) for row in rows)


def forget_export(connection: Connection, entry: int) -> None:
    """Take back an export whose file never got its name."""
    connection.execute("delete from exports where id = ?", [entry])


@contextlib.contextmanager
def forgotten_on_failure(shop: Shop, entry: int) -> Iterator[None]:
    """Giving a file its name, once its export is noted: where that fails, the export is taken back."""
    try:
        yield
    except BaseException:
        with shop.write() as connection:
            forget_export(connection, entry)
        raise
