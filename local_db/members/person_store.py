"""SQL about one person whole: what files have said, where her keys come from, her ledger and her timeline."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from local_db.members import identity, note_store, store
from local_db.members.model import (
    Belonging,
    CallEvent,
    ConsentEntry,
    ConsentEvent,
    DecisionEvent,
    Event,
    ImportEvent,
    KeptApart,
    Known,
    MemberOrder,
    MessageEvent,
    NoteEvent,
    OrderEvent,
    OrderLine,
    Person,
    RefundEvent,
    ReplyEvent,
    Source,
)
from local_db.roster.consent import after_entry
from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from local_db.shop_file import Connection

MOST_EVENTS = 1_000  # of each kind on a page

_CALLED = "coalesce(nullif(m.nick, ''), m.name)"


def person(connection: Connection, member_id: int, *, most: int = MOST_EVENTS) -> Person | None:
    """Everything about one member; None when there is no such member."""
    detail = store.detail(connection, member_id)
    if detail is None:
        return None
    notes = note_store.of_member(connection, member_id)
    ledger = consent_ledger(connection, member_id)
    decisions = _decisions(connection, member_id)
    events: list[Event] = [
        *_orders(connection, member_id, most),
        *_refunds(connection, member_id, most),
        *_messages(connection, member_id, most),
        *_calls(connection, member_id, most),
        *_replies(connection, member_id, most),
        *(NoteEvent(note.noted_at, note) for note in notes),
        *(ConsentEvent(entry.noted_at, entry) for entry in ledger),
        *_imports(connection, member_id, most),
        *decisions,
    ]
    return Person(
        row=detail.row,
        email=detail.email,
        joined_at=detail.joined_at,
        known=known_values(connection, member_id),
        belongings=_belongings(connection, member_id),
        apart=_apart(connection, member_id),
        consents=detail.consents,
        ledger=ledger,
        notes=notes,
        lists=_lists(connection, member_id),
        events=tuple(sorted(events, key=_newest_first)),
        order_count=detail.order_count,
        tag_sources=detail.tag_sources,
    )


def _newest_first(event: Event) -> tuple[bool, int]:
    """The undated ones come last."""
    return event.time is None, -(event.time or 0)


# --- what files have said ---

_VALUES = """
with hers as materialized (
  select r.* from identities i join records r on r.identity_id = i.id where i.member_id = :member),
moments(record, moment) as (
  select record_id, coalesce(ordered_at, paid_at) from orders where member_id = :member and record_id is not null
  union all select s.record_id, coalesce(o.ordered_at, o.paid_at) from order_statements s
    join orders o on o.id = s.order_id where s.record_id in (select id from hers)
  union all select l.record_id, nullif(f.stated_at, 0) from list_entries l join imports f on f.id = l.import_id
    where l.record_id in (select id from hers)),
said as (select record, min(moment) as first, max(moment) as last from moments group by record)
select kind, value, scope, min(first), max(last) from (
  select 'name' as kind, name as value, '' as scope, first, last from hers left join said on record = hers.id
  union all select 'landline', landline, '', first, last from hers left join said on record = hers.id
  union all select 'place', trim(province || char(9) || city, char(9)), '', first, last
    from hers left join said on record = hers.id
  union all select i.kind, i.value, i.scope, first, last from hers left join said on record = hers.id
    join identities i on i.id in (hers.buyer_id, hers.open_id, hers.nick, hers.email, hers.phone)
  union all select column1,
    case column1 when 'tier' then l.tier when 'points' then cast(l.points as text) else l.birthday end,
    '', nullif(f.stated_at, 0), nullif(f.stated_at, 0)
    from (values ('birthday'), ('tier'), ('points')) cross join hers join list_entries l on l.record_id = hers.id
    join imports f on f.id = l.import_id
) where value <> '' group by kind, value, scope
order by max(last) is null, max(last) desc, kind, value
"""


def known_values(connection: Connection, member_id: int) -> tuple[Known, ...]:
    """Everything that files have said a member is, has or is called, what was said last first.

    What the member is known by now is among them even where no file's record says so.
    """
    found = [Known(*row) for row in connection.execute(_VALUES, {"member": member_id})]
    there = {(known.kind, known.value) for known in found}
    own = connection.execute(
        """select kind, value, scope from identities where member_id = :member
           union all select 'name', name, '' from members where id = :member
           union all select iif(phone_kind = 'real', 'phone', 'landline'), phone, platform from members
             where id = :member
           union all select 'place', trim(province || char(9) || city, char(9)), '' from members where id = :member""",
        {"member": member_id},
    )
    more = dict.fromkeys(Known(kind, value, scope) for kind, value, scope in own if value)
    return (*found, *(known for known in more if (known.kind, known.value) not in there))


def _lists(connection: Connection, member_id: int) -> tuple[str, ...]:
    rows = connection.execute(
        """select distinct l.name from identities i join saved_list_people p on p.identity_id = i.id
           join saved_lists l on l.id = p.list_id where i.member_id = ? order by l.name""",
        [member_id],
    )
    return tuple(name for (name,) in rows)


# --- keys ---


def _belongings(connection: Connection, member_id: int) -> tuple[Belonging, ...]:
    reasons = identity.reasons(connection, member_id)
    sources = _sources(connection, member_id)
    values = {reason.identity_id: reason.value for reason in reasons}
    return tuple(
        Belonging(
            id=reason.identity_id,
            kind=reason.kind,
            scope=reason.scope,
            value=reason.value,
            source=sources.get(reason.identity_id, Source()),
            why=reason.why,
            beside=values.get(reason.strongest_id, "") if reason.why == "same_record" else "",
            decision_id=reason.decision_id,
            decided_at=reason.decided_at,
        )
        for reason in reasons
    )


def _sources(connection: Connection, member_id: int) -> dict[int, Source]:
    """The file that first brought each key, and the earliest order that names it."""
    rows = connection.execute(
        """with hers as (select id, import_id from identities where member_id = :member),
           named as (
             select h.id as identity, r.id as record from hers k join records r on r.identity_id = k.id
             join hers h on h.id in (r.buyer_id, r.open_id, r.nick, r.email, r.phone)),
           firsts as (
             select identity, o.number, row_number() over (
               partition by identity order by coalesce(ordered_at, paid_at) is null, coalesce(ordered_at, paid_at), o.id
             ) as place from orders o join named on named.record = o.record_id where o.member_id = :member)
           select h.id, coalesce(f.file_name, ''), coalesce(n.number, '') from hers h
           left join imports f on f.id = h.import_id left join firsts n on n.identity = h.id and n.place = 1""",
        {"member": member_id},
    )
    return {found: Source(*names) for found, *names in rows}


def _apart(connection: Connection, member_id: int) -> tuple[KeptApart, ...]:
    rows = connection.execute(
        f"""select d.id, d.decided_at, own.id, own.value, coalesce(o.id, 0),
              coalesce(nullif({_CALLED}, ''), o.value, '')
            from decisions d join identities own on own.id in (d.first_id, d.second_id) and own.member_id = ?
            left join identities o on o.id = iif(own.id = d.first_id, d.second_id, d.first_id)
            left join members m on m.id = o.member_id
            where d.kind = 'apart' order by d.id""",  # noqa: S608 - our own names
        [member_id],
    ).fetchall()
    alone = dict(connection.execute("select first_id, id from decisions where kind = 'apart' and second_id is null"))
    pairs: dict[int, list[int]] = defaultdict(list)
    for decision, _, own, _, other, _ in rows:
        if other:
            pairs[own].append(decision)
    found = []
    for decision, decided_at, own, value, other, called in rows:
        if not other:  # this key was split off, and from whom
            found.append(KeptApart((decision, *pairs[own]), value, "", decided_at))
        elif other in alone:
            found.append(KeptApart((decision, alone[other]), _value(connection, other), "", decided_at))
        elif own not in alone:
            found.append(KeptApart((decision,), value, called, decided_at))
    return tuple(found)


def _value(connection: Connection, identity_id: int) -> str:
    row = connection.execute("select value from identities where id = ?", [identity_id]).fetchone()
    return str(row[0])


def _decisions(connection: Connection, member_id: int) -> list[Event]:
    """Of a key that was split off only from whom: that it stands alone says nothing more."""
    rows = connection.execute(
        """with pairs as (select first_id, second_id from decisions where kind = 'apart' and second_id is not null)
           select d.decided_at, d.kind, coalesce(second.value, first.value) from decisions d
           join identities first on first.id = d.first_id left join identities second on second.id = d.second_id
           where :member in (first.member_id, second.member_id) and not (d.second_id is null
             and exists (select 1 from pairs where d.first_id in (pairs.first_id, pairs.second_id)))""",
        {"member": member_id},
    )
    return [DecisionEvent(*row) for row in rows]


# --- the ledger ---


def consent_ledger(connection: Connection, member_id: int) -> tuple[ConsentEntry, ...]:
    """Every entry about a member's consent, the newest first, and which of them decide what holds."""
    rows = connection.execute(
        """select c.id, channel, state, source, noted_at, phone, coalesce(file_name, '')
           from consents c left join imports f on f.id = c.import_id
           where member_id = ? order by noted_at, c.id""",
        [member_id],
    )
    entries: list[ConsentEntry] = []
    standing: dict[str, Consent] = defaultdict(lambda: Consent.UNKNOWN)
    deciding: dict[str, int] = {}
    for entry_id, channel, word, source, noted_at, phone, file_name in rows:
        state = Consent[word.upper()]
        if after_entry(standing[channel], state, source) is state:
            standing[channel], deciding[channel] = state, entry_id
        entries.append(ConsentEntry(entry_id, channel, state, source, noted_at, phone, file_name))
    decided = set(deciding.values())
    return tuple(_deciding(entry, decided) for entry in reversed(entries))


def _deciding(entry: ConsentEntry, decided: set[int]) -> ConsentEntry:
    return replace(entry, decides=True) if entry.id in decided else entry


# --- the timeline ---


def _orders(connection: Connection, member_id: int, most: int) -> list[OrderEvent]:
    query = """select orders.id, number, name, status, coalesce(paid_at, ordered_at), is_purchase, paid, refunded,
                 currency
               from orders join shops on shops.id = shop_id where member_id = ?
               order by coalesce(paid_at, ordered_at) desc, orders.id desc limit ?"""
    rows = connection.execute(query, [member_id, most]).fetchall()
    ids = [row[0] for row in rows]
    lines, parcels = _lines(connection, ids), _parcels(connection, ids)
    events = []
    for order_id, number, shop, status, time, bought, paid, refunded, currency in rows:
        own = lines.get(order_id, ())
        titles = tuple(line.title for line in own if line.title)
        order = MemberOrder(number, shop, status, time, bool(bought), paid, refunded, currency, titles)
        events.append(OrderEvent(time, order, own, parcels.get(order_id, ())))
    return events


def _parcels(connection: Connection, orders: Iterable[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = connection.execute(
        """select order_id, trim(max(courier) || ' ' || number) from json_each(?) j
           cross join parcels on order_id = j.value group by order_id, number order by order_id, number""",
        [json.dumps(list(orders))],
    )
    for order_id, parcel in rows:
        found[order_id] = (*found.get(order_id, ()), parcel)
    return found


def _lines(connection: Connection, orders: Iterable[int]) -> dict[int, tuple[OrderLine, ...]]:
    found: dict[int, tuple[OrderLine, ...]] = {}
    rows = connection.execute(
        """select order_id, coalesce(title, ''), sku, quantity, price from json_each(?) j
           cross join order_lines on order_id = j.value left join products on products.id = product_id
           order by order_id, position""",
        [json.dumps(list(orders))],
    )
    for order_id, *cells in rows:
        found[order_id] = (*found.get(order_id, ()), OrderLine(*cells))
    return found


def _refunds(connection: Connection, member_id: int, most: int) -> list[RefundEvent]:
    """Of a refund that several files speak about, what the newest of them says."""
    rows = connection.execute(
        """select time, order_number, state, amount, currency, title, reason from (
             select coalesce(r.finished_at, r.asked_at) as time, r.order_number, r.state, r.amount, s.currency,
               r.title, r.reason, row_number() over (
                 partition by r.shop_id, r.order_number, r.number order by f.stated_at desc, f.id desc) as place
             from orders o join refunds r on r.shop_id = o.shop_id and r.order_number = o.number
             join shops s on s.id = o.shop_id join imports f on f.id = r.import_id where o.member_id = ?)
           where place = 1 order by time desc limit ?""",
        [member_id, most],
    )
    return [RefundEvent(*row) for row in rows]


def _messages(connection: Connection, member_id: int, most: int) -> list[MessageEvent]:
    rows = connection.execute(
        """select handed_off_at, name, channel, phone, text from audience_members
           join audiences on audiences.id = audience_id
           where member_id = ? and handed_off_at is not null order by handed_off_at desc limit ?""",
        [member_id, most],
    )
    return [MessageEvent(*row) for row in rows]


def _calls(connection: Connection, member_id: int, most: int) -> list[CallEvent]:
    rows = connection.execute(
        """select started_at, coalesce(d.name, ''), outcome, ended_at - started_at, note, path
           from call_records c left join documents d on d.id = document_id
           where member_id = ? order by started_at desc, c.id desc limit ?""",
        [member_id, most],
    )
    return [
        CallEvent(time, script, outcome, seconds, note, _answers(path))
        for time, script, outcome, seconds, note, path in rows
    ]


def _answers(path: str) -> tuple[tuple[str, str], ...]:
    """What was answered on the way of a call, as `call_scripts/running.py` writes it."""
    return tuple((step[1], step[2]) for step in json.loads(path) if len(step) > 1)


def _replies(connection: Connection, member_id: int, most: int) -> list[ReplyEvent]:
    rows = connection.execute(
        """select used_at, coalesce(r.content ->> 'title', ''), platform from reply_uses u
           left join reply_items r on r.uid = u.uid where member_id = ? order by used_at desc, u.id desc limit ?""",
        [member_id, most],
    )
    return [ReplyEvent(*row) for row in rows]


def _imports(connection: Connection, member_id: int, most: int) -> list[ImportEvent]:
    rows = connection.execute(
        """with about as (
             select import_id, id as order_id from orders where member_id = :member
             union select s.import_id, s.order_id from orders o join order_statements s on s.order_id = o.id
               where o.member_id = :member
             union select l.import_id, null from identities i join records r on r.identity_id = i.id
               join list_entries l on l.record_id = r.id where i.member_id = :member)
           select f.imported_at, f.file_name, count(distinct order_id) from about join imports f on f.id = import_id
           where f.undone_at is null group by f.id order by f.imported_at desc limit :most""",
        {"member": member_id, "most": most},
    )
    return [ImportEvent(*row) for row in rows]
