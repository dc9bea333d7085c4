"""Audiences in the shop file, and the questions that suppression asks of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from local_db.campaigns.model import SMS, Audience, Message, Summary
from local_db.shop_file import Connection
from local_db.templates.model import Template

_COLUMNS = "id, name, segment_id, template_id, tree, template, channel, summary, prepared_at, handed_off_at"


@dataclass(frozen=True, slots=True)
class AudienceRow:
    """One message of an audience as it was frozen."""

    position: int  # from 1, without gaps until messages are withdrawn
    member_id: int
    phone: str
    text: str
    parts: int


def insert_audience(connection: Connection, new: Audience) -> int:
    """Add an audience (its id is ignored); the id it got."""
    cursor = connection.execute(
        "insert into audiences(name, segment_id, template_id, tree, template, channel, summary, prepared_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            new.name,
            new.segment_id,
            new.template_id,
            new.tree,
            new.template,
            new.channel,
            summary_json(new.summary),
            new.prepared_at,
        ],
    )
    return int(cursor.lastrowid or 0)


def insert_messages(connection: Connection, audience_id: int, messages: Iterable[Message]) -> None:
    """Freeze the messages in their order, numbered from 1."""
    rows = (AudienceRow(n, m.member_id, m.phone, m.text, m.parts) for n, m in enumerate(messages, 1))
    insert_rows(connection, audience_id, rows)


def insert_rows(connection: Connection, audience_id: int, rows: Iterable[AudienceRow]) -> None:
    """Add messages under the positions they carry."""
    connection.executemany(
        "insert into audience_members(audience_id, position, member_id, phone, text, parts, identity_id)"
        " values (?1, ?2, ?3, ?4, ?5, ?6, (select min(id) from identities where member_id = ?3))",
        ((audience_id, row.position, row.member_id, row.phone, row.text, row.parts) for row in rows),
    )


def audience(connection: Connection, audience_id: int) -> Audience | None:
    """One audience, or None."""
    row = connection.execute(f"select {_COLUMNS} from audiences where id = ?", [audience_id]).fetchone()  # noqa: S608 - own column names
    return None if row is None else _audience(row)


def all_audiences(connection: Connection) -> tuple[Audience, ...]:
    """Every audience, the one prepared last first."""
    rows = connection.execute(f"select {_COLUMNS} from audiences order by prepared_at desc, id desc")  # noqa: S608 - own column names
    return tuple(_audience(row) for row in rows)


def rows_of(connection: Connection, audience_id: int, *, offset: int = 0, limit: int = -1) -> Iterator[AudienceRow]:
    """The messages of an audience in their order; all of them with limit -1."""
    found = connection.execute(
        "select position, member_id, phone, text, parts from audience_members where audience_id = ?"
        " order by position limit ? offset ?",
        [audience_id, limit, offset],
    )
    return (AudienceRow(*row) for row in found)


def remove_rows(connection: Connection, audience_id: int, positions: Iterable[int]) -> None:
    """Take messages out of an audience."""
    connection.executemany(
        "delete from audience_members where audience_id = ? and position = ?",
        ((audience_id, position) for position in positions),
    )


def write_summary(connection: Connection, audience_id: int, summary: Summary) -> None:
    """Replace an audience's figures."""
    connection.execute("update audiences set summary = ? where id = ?", [summary_json(summary), audience_id])


def mark_handed_off(connection: Connection, audience_id: int, moment: int | None) -> None:
    """Say when an audience was handed off; None takes it back."""
    connection.execute("update audiences set handed_off_at = ? where id = ?", [moment, audience_id])


def delete_audience(connection: Connection, audience_id: int) -> None:
    """Remove an audience with its messages."""
    connection.execute("delete from audiences where id = ?", [audience_id])


def messaged_member_ids(connection: Connection, since: int, *, except_audience: int = 0) -> set[int]:
    """Members who are, or whose phone is, in an audience handed off after `since` (UTC seconds)."""
    rows = connection.execute(
        """with messaged as (
             select am.member_id, am.phone from audience_members am join audiences a on a.id = am.audience_id
             where a.handed_off_at > :since and a.channel = :channel and a.id <> :except)
           select member_id from messaged
           union select m.id from members m where m.phone <> '' and m.phone in (select phone from messaged)""",
        {"since": since, "channel": SMS, "except": except_audience},
    )
    return {int(member_id) for (member_id,) in rows}


def summary_json(summary: Summary) -> str:
    """The figures as JSON; the cost as decimal text."""
    return json.dumps(
        {
            "matched": summary.matched,
            "waterfall": [list(step) for step in summary.waterfall],
            "messages": summary.messages,
            "parts": summary.parts,
            "cost": str(summary.cost),
            "currency": summary.currency,
            "quiet_days": summary.quiet_days,
            "as_of": summary.as_of,
            "withdrawn": summary.withdrawn,
            "repeated": summary.repeated,
        }
    )


def template_json(template: Template) -> str:
    """What an audience keeps of its template, whatever happens to the template later."""
    kept = {
        "name": template.name,
        "purpose": template.purpose.value,
        "signature": template.signature,
        "body": template.body,
        "opt_out": template.opt_out,
        "vendor": template.vendor,
    }
    return json.dumps(kept, ensure_ascii=False)


def _summary(text: str) -> Summary:
    data = json.loads(text)
    return Summary(
        matched=data["matched"],
        waterfall=tuple((code, removed) for code, removed in data["waterfall"]),
        messages=data["messages"],
        parts={int(parts): count for parts, count in data["parts"].items()},
        cost=Decimal(data["cost"]),
        currency=data["currency"],
        quiet_days=data["quiet_days"],
        as_of=data["as_of"],
        withdrawn=data["withdrawn"],
        repeated=data["repeated"],
    )


def _audience(row: Sequence[object]) -> Audience:
    audience_id, name, segment_id, template_id, tree, template, channel, summary, prepared_at, handed_off_at = row
    return Audience(
        id=_integer(audience_id),
        name=str(name),
        segment_id=None if segment_id is None else _integer(segment_id),
        template_id=None if template_id is None else _integer(template_id),
        tree=str(tree),
        template=str(template),
        channel=str(channel),
        summary=_summary(str(summary)),
        prepared_at=_integer(prepared_at),
        handed_off_at=None if handed_off_at is None else _integer(handed_off_at),
    )


def _integer(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("the column is an integer by its table's definition")
    return value
