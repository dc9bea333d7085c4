"""Calls in the shop file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_db.call_scripts.model import Call, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from local_db.shop_file import Connection

_COLUMNS = "member_id, outcome, path, started_at, ended_at, note, document_id, id"


def insert(connection: Connection, call: Call, identity_id: int | None) -> int:
    """Add a call that hangs on an identity; its id. A script that is gone for good is none."""
    cursor = connection.execute(
        "insert into call_records(document_id, identity_id, member_id, started_at, ended_at, outcome, path, note)"
        " values ((select id from documents where id = ?), ?, ?, ?, ?, ?, ?, ?)",
        [
            call.document_id,
            identity_id,
            call.member_id,
            call.started_at,
            call.ended_at,
            call.outcome.value,
            call.path,
            call.note,
        ],
    )
    return int(cursor.lastrowid or 0)


def delete(connection: Connection, call_id: int) -> bool:
    """Remove a call; False where there is none."""
    return bool(connection.execute("delete from call_records where id = ?", [call_id]).rowcount)


def of_member(connection: Connection, member_id: int) -> tuple[Call, ...]:
    """A member's calls, the latest first."""
    query = f"select {_COLUMNS} from call_records where member_id = ? order by started_at desc, id desc"  # noqa: S608 - own column names
    return tuple(map(_call, connection.execute(query, [member_id])))


def of_script(connection: Connection, document_id: int, since: int) -> Iterator[tuple[Outcome, str]]:
    """How the calls with a script ended that began at `since` or later, and the ways they went."""
    rows = connection.execute(
        "select outcome, path from call_records where document_id = ? and started_at >= ?", [document_id, since]
    )
    return ((Outcome(outcome), path) for outcome, path in rows)


def called_since(connection: Connection, document_id: int, since: int) -> set[int]:
    """Members whom the script reached in a call that began at `since` or later, and who have a phone of one of these.

    Where nobody answered, or the call has to be made again, she was not reached.
    """
    again = (Outcome.NO_ANSWER.value, Outcome.CALL_BACK.value)
    rows = connection.execute(
        """with reached as (
             select member_id from call_records
             where document_id = ? and started_at >= ? and outcome not in (?, ?))
           select member_id from reached
           union select m.id from members m where m.phone <> '' and m.phone in (
             select phone from members where id in (select member_id from reached))""",
        [document_id, since, *again],
    )
    return {int(member_id) for (member_id,) in rows}


def _call(row: Sequence[object]) -> Call:
    member_id, outcome, path, started_at, ended_at, note, document_id, call_id = row
    return Call(
        member_id=_integer(member_id),
        outcome=Outcome(str(outcome)),
        path=str(path),
        started_at=_integer(started_at),
        ended_at=_integer(ended_at),
        note=str(note),
        document_id=None if document_id is None else _integer(document_id),
        id=_integer(call_id),
    )


def _integer(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("the column is an integer by its table's definition")
    return value
