"""SQL about the buyer that a clerk talks to: who is meant, and what is known of her and her last order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from local_db.importing.model import NUMBERED_PER_SHOP
from local_db.roster.roster import NO_TIME

if TYPE_CHECKING:
    from local_db.shop_file import Connection

_TIME = f"max(coalesce(o.paid_at, o.ordered_at, {NO_TIME}), {NO_TIME})"  # as the roster reads it
_LAST_SIGN = "\U0010ffff"

# The kinds of keys, each with the scopes in which there are any: a jump through the index for each.
_SCOPES = """with recursive scopes(kind, scope) as (
    select k.value, (select min(i.scope) from identities i where i.kind = k.value) from json_each(:kinds) k
    union all
    select kind, (select min(i.scope) from identities i where i.kind = scopes.kind and i.scope > scopes.scope)
      from scopes where scope is not null)
"""


class Hit(NamedTuple):
    """A member whom a text names, how, and the order that it names; `place` is that of the text."""

    place: int
    member_id: int
    why: str
    order_id: int | None = None


def by_order_number(connection: Connection, numbers: Sequence[str]) -> list[Hit]:
    """Whose orders have these numbers, the newest order first."""
    rows = connection.execute(
        f"""select j.key, o.member_id, o.id from json_each(?) j cross join shops s
            cross join orders o on o.shop_id = s.id and o.number = j.value
            where o.member_id is not null order by j.key, {_TIME} desc, o.id desc""",  # noqa: S608 - our own words
        [json.dumps(numbers)],
    )
    return [Hit(place, member, "order_number", order) for place, member, order in rows]


def by_tracking_number(connection: Connection, numbers: Sequence[str]) -> list[Hit]:
    """To whom parcels of these numbers went, the newest order first."""
    rows = connection.execute(
        f"""select distinct j.key, o.member_id, o.id, {_TIME} from json_each(?) j
            cross join parcels p on p.number = j.value cross join orders o on o.id = p.order_id
            where o.member_id is not null order by j.key, 4 desc, o.id desc""",  # noqa: S608 - our own words
        [json.dumps(numbers)],
    )
    return [Hit(place, member, "tracking", order) for place, member, order, _ in rows]


def by_key(connection: Connection, kinds: Iterable[str], values: Sequence[str], most: int) -> list[Hit]:
    """Whose keys of these kinds these are, on whatever platform."""
    rows = connection.execute(
        _SCOPES + "select j.key, i.member_id, i.kind from scopes s cross join json_each(:values) j"  # noqa: S608 - our own words
        " cross join identities i on i.kind = s.kind and i.scope = s.scope and i.value = j.value"
        " where s.scope is not null and i.member_id is not null order by j.key, i.kind, i.scope limit :most",
        {"kinds": json.dumps(list(kinds)), "values": json.dumps(values), "most": most},
    )
    return [Hit(*row) for row in rows]


def by_phone(connection: Connection, numbers: Sequence[str], most: int) -> list[Hit]:
    """Who has one of these phones by what is known now; `by_key` knows who had it."""
    rows = connection.execute(
        "select j.key, m.id from json_each(?) j cross join members m on m.phone = j.value and m.phone <> ''"
        " where m.phone_kind = 'real' order by j.key, m.id limit ?",
        [json.dumps(numbers), most],
    )
    return [Hit(place, member, "phone") for place, member in rows]


def by_beginning(connection: Connection, typed: str, most: int) -> list[Hit]:
    """Whose nicks begin so, on whatever platform, the shortest first."""
    rows = connection.execute(
        _SCOPES + "select i.member_id from scopes s"  # noqa: S608 - our own words
        " cross join identities i on i.kind = s.kind and i.scope = s.scope and i.value >= :typed and i.value < :end"
        " where s.scope is not null and i.member_id is not null"
        " order by length(i.value), i.value, i.scope limit :most",
        {"kinds": '["nick"]', "typed": typed, "end": typed + _LAST_SIGN, "most": most},
    )
    return [Hit(0, member, "nick_beginning") for (member,) in rows]


def by_beginning_in_any_case(connection: Connection, typed: str, most: int) -> list[Hit]:
    """The same whatever the case of Latin letters. Looks through all nicks, the ones that are whole first."""
    rows = connection.execute(
        "select member_id, lower(value) = lower(:typed) from identities where kind = 'nick'"
        " and member_id is not null and lower(value) >= lower(:typed) and lower(value) < lower(:end)"
        " order by length(value), value, scope limit :most",
        {"typed": typed, "end": typed + _LAST_SIGN, "most": most},
    )
    return [Hit(0, member, "nick" if whole else "nick_beginning") for member, whole in rows]


def called(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Nick, name and platform of each member that there is."""
    rows = connection.execute(
        "select m.id, m.nick, m.name, m.platform from json_each(?) j cross join members m on m.id = j.value",
        [json.dumps(list(ids))],
    )
    return {member: (nick, name, platform) for member, nick, name, platform in rows}


# --- what is known of one ---


class PersonRow(NamedTuple):
    """A member's own columns."""

    nick: str
    name: str
    platform: str
    tier: str
    province: str
    city: str
    phone: str  # a real one, or empty
    points: int | None  # of the membership, as the newest list that says so
    points_at: int | None  # when that list was made, UTC seconds


def person(connection: Connection, member_id: int) -> PersonRow | None:
    """The member, None where there is none."""
    row = connection.execute(
        "select nick, name, platform, tier, province, city, iif(phone_kind = 'real', phone, ''), points, points_at"
        " from members"
        " where id = ?",
        [member_id],
    ).fetchone()
    return None if row is None else PersonRow(*row)


class Bought(NamedTuple):
    """What purchases add up to. Times in UTC seconds."""

    orders: int
    spent: int
    last: int | None  # of the last dated one
    product: str  # of the last one that names any


def bought(connection: Connection, member_id: int) -> Bought:
    """A member's purchases, counted as segments count them."""
    orders, spent, last = connection.execute(
        f"""select count(*), coalesce(sum(o.net), 0), max(iif({_TIME} = {NO_TIME}, null, {_TIME})) from orders o
            where o.member_id = ? and o.is_purchase = 1""",  # noqa: S608 - our own words
        [member_id],
    ).fetchone()
    row = connection.execute(
        f"""select p.title from orders o join order_lines l on l.order_id = o.id join products p on p.id = l.product_id
            where o.member_id = ? and o.is_purchase = 1 order by {_TIME} desc, o.id desc, l.position limit 1""",  # noqa: S608 - our own words
        [member_id],
    ).fetchone()
    return Bought(orders, spent, last, row[0] if row else "")


class OrderRow(NamedTuple):
    """An order. Money in minor units of `currency`, `time` in UTC seconds."""

    id: int
    number: str
    shop_name: str
    time: int | None
    status: str
    paid: int
    currency: str
    product: str


def order(connection: Connection, member_id: int, order_id: int | None) -> OrderRow | None:
    """This order of the member's, else the newest; one that was never paid and closed only where there is no other."""
    row = connection.execute(
        f"""select o.id, o.number, iif(s.name = s.platform, '', s.name), nullif({_TIME}, {NO_TIME}), o.status, o.paid,
              s.currency, coalesce((select p.title from order_lines l join products p on p.id = l.product_id
                where l.order_id = o.id order by l.position limit 1), '')
            from orders o join shops s on s.id = o.shop_id where o.member_id = :member
            order by o.id is :order desc, o.status = 'closed_unpaid', {_TIME} desc, o.id desc limit 1""",  # noqa: S608 - our own words
        {"member": member_id, "order": order_id},
    ).fetchone()
    return None if row is None else OrderRow(*row)


def parcels(connection: Connection, order_id: int) -> list[tuple[str, str]]:
    """Courier and number of each parcel of an order; the courier may be empty."""
    rows = connection.execute(
        "select max(courier), number from parcels where order_id = ? group by number order by number", [order_id]
    )
    return [(courier, number) for courier, number in rows]


def tags(connection: Connection, member_id: int) -> tuple[str, ...]:
    """The names of a member's tags, in their order."""
    rows = connection.execute(
        "select distinct t.name from member_tags m join tags t on t.id = m.tag_id where m.member_id = ?"
        " order by t.position, t.name",
        [member_id],
    )
    return tuple(name for (name,) in rows)


def latest_note(connection: Connection, member_id: int) -> tuple[str, int | None]:
    """What was noted last about a member, and when."""
    row = connection.execute(
        "select text, noted_at from notes where member_id = ? order by noted_at desc, id desc limit 1", [member_id]
    ).fetchone()
    return (row[0], row[1]) if row else ("", None)


def open_refunds(connection: Connection, member_id: int) -> list[tuple[Any, ...]]:
    """Refunds asked for and not at an end: number, state, amount, currency, title; the one asked for last first.

    Of what several reports say of one refund the furthest holds, whichever came first.
    """
    if not connection.execute("select 1 from refunds limit 1").fetchone():
        return []
    rows = connection.execute(
        """select o.number, case max(case r.state when 'asked' then 1 when 'agreed' then 2 else 3 end)
              when 1 then 'asked' when 2 then 'agreed' end as stands, max(r.amount), s.currency, max(r.title)
            from orders o join shops s on s.id = o.shop_id
            cross join shops rs on rs.platform = s.platform
              and (rs.id = s.id or s.platform not in (select value from json_each(:apart)))
            cross join refunds r on r.shop_id = rs.id and r.order_number = o.number
            where o.member_id = :member and r.state <> 'unknown'
            group by o.id, r.number having stands is not null
            order by max(r.asked_at) desc nulls last, o.number""",
        {"member": member_id, "apart": json.dumps(sorted(NUMBERED_PER_SHOP))},
    )
    return rows.fetchall()
