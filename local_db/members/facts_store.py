"""SQL about what is known of members: the records about them, and the columns that repeat the newest of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from local_db.rows import write_rows

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
    rows = ((member, *facts) for member, facts in members)
    write_rows(connection, f"insert into members(id, {_FACTS})", "(?,?,?,?,?,?,?,?,?,?,?)", rows)


class Membership(NamedTuple):
    """What lists say of one member's membership: since when, the birthday, the tier, how many points at what time.

    Times in UTC seconds; `points_at` is None where the list does not tell its own time.
    """

    joined_at: int | None = None
    birthday: str = ""
    tier: str = ""
    points: int | None = None
    points_at: int | None = None


class ListRow(NamedTuple):
    """One record of a member in one list; `moment` is that of the list (UTC seconds, 0 unknown), `tie` the record's."""

    member: int
    moment: int
    tie: int
    joined_at: int | None
    birthday: str
    tier: str
    points: int | None


def any_list(connection: Connection) -> bool:
    """Whether a list has ever spoken of anybody."""
    said = """select 1 from list_entries
      union all select 1 from members
        where joined_at is not null or birthday <> '' or tier <> '' or points is not null limit 1"""
    return connection.execute(said).fetchone() is not None


def list_rows(connection: Connection, members: Sequence[int]) -> list[ListRow]:
    """Everything that lists say of these members' memberships."""
    rows = connection.execute(
        """select i.member_id, f.stated_at, r.hash, l.joined_at, l.birthday, l.tier, l.points
           from json_each(?) j cross join identities i on i.member_id = j.value
           cross join records r on r.identity_id = i.id cross join list_entries l on l.record_id = r.id
           join imports f on f.id = l.import_id""",
        [json.dumps(members)],
    )
    return list(map(ListRow._make, rows))


def stored_memberships(connection: Connection, members: Sequence[int]) -> dict[int, Membership]:
    """What the shop says of these members' memberships now."""
    rows = connection.execute(
        "select id, joined_at, birthday, tier, points, points_at from members"
        " where id in (select value from json_each(?))",
        [json.dumps(members)],
    )
    return {row[0]: Membership._make(row[1:]) for row in rows}


def update_memberships(connection: Connection, members: Iterable[tuple[int, Membership]]) -> None:
    """Write what is said of members' memberships now."""
    connection.executemany(
        "update members set (joined_at, birthday, tier, points, points_at) = (?, ?, ?, ?, ?) where id = ?",
        ((*said, member) for member, said in members),
    )
