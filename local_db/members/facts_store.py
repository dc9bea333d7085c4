"""SQL about what is known of members: the records about them, and the columns that repeat the newest of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from local_db.shop_file import Connection

BATCH = 4096


class Facts(NamedTuple):
    """What is known about one member. `facts_at`: UTC seconds of the newest record that says anything, 0 unknown."""

    platform: str
    nick: str
    name: str
    email: str
    phone: str
    phone_kind: str
    province: str
    city: str
    address_key: str
    facts_at: int


class RecordRow(NamedTuple):
    """One record about a member; `moment` is of the newest order or list that holds it, 0 unknown."""

    member: int
    moment: int
    tie: int
    platform: str
    nick: str
    name: str
    email: str
    phone: str
    phone_kind: str
    province: str
    city: str
    address_key: str


def records_about(connection: Connection, members: Sequence[int]) -> list[RecordRow]:
    """Every record about these members that some order or list holds."""
    rows = connection.execute(
        """with ordered(record_id, moment) as materialized (
             select o.record_id, max(coalesce(o.paid_at, o.ordered_at, 0)) from json_each(?1) j
             cross join orders o on o.member_id = j.value where o.record_id is not null group by o.record_id)
           select i.member_id, max(
             coalesce((select d.moment from ordered d where d.record_id = r.id), -1),
             (select coalesce(max(coalesce(o.paid_at, o.ordered_at, 0)), -1) from order_statements s
                join orders o on o.id = s.order_id where s.record_id = r.id),
             (select coalesce(max(f.stated_at), -1) from list_entries l
                join imports f on f.id = l.import_id where l.record_id = r.id)) as moment,
             r.hash, r.platform, coalesce(n.value, ''), r.name, coalesce(e.value, ''),
             coalesce(p.value, r.landline), r.phone_kind, r.province, r.city, r.address_key
           from json_each(?1) j cross join identities i on i.member_id = j.value
           cross join records r on r.identity_id = i.id
           left join identities n on n.id = r.nick left join identities e on e.id = r.email
           left join identities p on p.id = r.phone
           where moment >= 0""",
        [json.dumps(members)],
    )
    return [RecordRow(*row) for row in rows]


_FACTS = "platform, nick, name, email, phone, phone_kind, province, city, address_key, facts_at"


def stored_facts(connection: Connection, members: Sequence[int]) -> dict[int, Facts]:
    """What the shop says about these members now."""
    rows = connection.execute(
        f"select id, {_FACTS} from members where id in (select value from json_each(?))",  # noqa: S608 - our names
        [json.dumps(members)],
    )
    return {member: Facts(*facts) for member, *facts in rows}


def update_members(connection: Connection, members: Iterable[tuple[int, Facts]]) -> None:
    """Write what is known about members now."""
    connection.executemany(
        f"update members set ({_FACTS}) = (?,?,?,?,?,?,?,?,?,?) where id = ?",  # noqa: S608 - our names
        ((*facts, member) for member, facts in members),
    )


def insert_members(connection: Connection, members: Iterable[tuple[int, Facts]]) -> None:
    """Write new members with the ids they were given."""
    connection.executemany(
        f"insert into members(id, {_FACTS}) values (?,?,?,?,?,?,?,?,?,?,?)",  # noqa: S608 - our names
        ((member, *facts) for member, facts in members),
    )


def update_joining(connection: Connection, members: Sequence[int]) -> None:
    """Say when these members joined: the earliest that any list says."""
    said = "select 1 from list_entries union all select 1 from members where joined_at is not null limit 1"
    if not connection.execute(said).fetchone():
        return
    connection.execute(
        """update members set joined_at =
             (select min(l.joined_at) from identities i join records r on r.identity_id = i.id
              join list_entries l on l.record_id = r.id where i.member_id = members.id)
           where id in (select value from json_each(?))""",
        [json.dumps(members)],
    )
