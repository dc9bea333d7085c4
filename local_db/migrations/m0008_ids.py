"""No id is given twice: what the window keeps to undo with, a card or a draft may name a row that has gone meanwhile.

Only the words of the tables change, not what is stored, so a file of any size takes a moment: SQLite describes the way
(https://www.sqlite.org/lang_altertable.html, section 7), and a table made anew would lose its triggers besides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "m0008_ids"

_ID = "id integer primary key,"
_NEVER_AGAIN = "id integer primary key autoincrement,"

# The ids that have been given and are in their tables no more, as far as the file still names them.
_GONE = {
    "segments": "select cast(value as integer) from settings where key = 'segment_ids'",
    "members": "select max(member_id) from audience_members",
}

_TABLES = "select name from sqlite_master where type = 'table' and instr(sql, ?)"


def apply(db: Database) -> None:
    """Let every table remember the greatest id it ever gave."""
    db.execute("create table ids_begin (id integer primary key autoincrement)")  # makes SQLite's own table of them
    db.execute("drop table ids_begin")
    tables = [name for (name,) in db.execute(_TABLES, [_ID]).fetchall()]
    (version,) = db.execute("pragma schema_version").fetchone()
    db.execute("pragma writable_schema=on")
    db.execute(
        "update sqlite_master set sql = replace(sql, ?1, ?2) where type = 'table' and instr(sql, ?1)",
        [_ID, _NEVER_AGAIN],
    )
    db.execute(f"pragma schema_version={version + 1}")  # so that this and every other connection reads them again
    db.execute("pragma writable_schema=off")
    for table in tables:
        gone = _GONE.get(table, "select 0")
        greatest = f"max(coalesce((select max(id) from {table}), 0), coalesce(({gone}), 0))"  # noqa: S608 - our own names
        db.execute(f"insert into sqlite_sequence(name, seq) select '{table}', {greatest}")
    db.execute("delete from settings where key = 'segment_ids'")
