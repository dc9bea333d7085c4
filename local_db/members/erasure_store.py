"""SQL of erasing: where in the shop file a person is."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from local_db.shop_file import Connection

_SLOTS = ("open_id", "nick", "email", "phone")  # where a key that is not the strongest may stand in a record


class Key(NamedTuple):
    """An identity and what it says."""

    id: int
    kind: str
    scope: str
    value: str


@contextlib.contextmanager
def overwriting(connection: Connection) -> Iterator[None]:
    """Have everything that is deleted overwritten where it stood."""
    connection.execute("pragma secure_delete=on")
    try:
        yield
    finally:
        connection.execute("pragma secure_delete=off")


def hashes(connection: Connection) -> frozenset[str]:
    """Every erased key."""
    return frozenset(found for (found,) in connection.execute("select hash from erased_keys"))


def add_hashes(connection: Connection, found: Iterable[str], now: int) -> None:
    """Keep the keys of an erased person; one that was erased before keeps its time."""
    rows = ((key, now) for key in found)
    connection.executemany("insert or ignore into erased_keys(hash, erased_at) values (?, ?)", rows)


def extent(connection: Connection, member_id: int) -> tuple[int, ...] | None:
    """Records, keys, notes, tags, consents, messages, calls, replies, orders of a member, others who have her phone."""
    row = connection.execute(
        """select (select count(*) from records r join identities i on i.id = r.identity_id
                     where i.member_id = :member),
              (select count(*) from identities where member_id = :member),
              (select count(*) from notes where member_id = :member),
              (select count(distinct tag_id) from member_tags where member_id = :member),
              (select count(*) from consents where member_id = :member),
              (select count(*) from audience_members where member_id = :member),
              (select count(*) from call_records where member_id = :member),
              (select count(*) from reply_uses where member_id = :member),
              (select count(*) from orders where member_id = :member),
              (select count(*) from members o where o.phone <> '' and o.phone = m.phone and o.id <> m.id)
            from members m where m.id = :member""",
        {"member": member_id},
    ).fetchone()
    return tuple(row) if row else None


def records_of(connection: Connection, member_id: int) -> list[int]:
    """What files say about a member."""
    rows = connection.execute(
        "select r.id from records r join identities i on i.id = r.identity_id where i.member_id = ? order by r.id",
        [member_id],
    )
    return [record for (record,) in rows]


def keys_around(connection: Connection, member_id: int, records: Iterable[int]) -> list[Key]:
    """A member's keys, and whatever other keys stand in these records."""
    rows = connection.execute(
        """with said as (select * from records where id in (select value from json_each(:records)))
           select id, kind, scope, value from identities where member_id = :member or id in (
             select open_id from said union select nick from said union select email from said
             union select phone from said)
           order by id""",
        {"member": member_id, "records": json.dumps(list(records))},
    )
    return [Key(*row) for row in rows]


def is_named_by_others(connection: Connection, key: int, records: Iterable[int]) -> bool:
    """Whether a record that is none of these names a key, such as a phone that two people give."""
    own = json.dumps(list(records))
    beside = "".join(f" or ({slot} = :key and {slot} <> identity_id)" for slot in _SLOTS)
    row = connection.execute(
        f"""select 1 from records where (identity_id = :key{beside})
            and id not in (select value from json_each(:own)) limit 1""",  # noqa: S608 - our own names
        {"key": key, "own": own},
    ).fetchone()
    return row is not None


def phones_of(connection: Connection, member_id: int) -> list[str]:
    """Every real phone a member has or had, and those her consents were about."""
    rows = connection.execute(
        """select phone from members where id = :member and phone_kind = 'real'
           union select value from identities where member_id = :member and kind = 'phone'
           union select p.value from records r join identities i on i.id = r.identity_id
             join identities p on p.id = r.phone where i.member_id = :member
           union select phone from consents where member_id = :member""",
        {"member": member_id},
    )
    return [phone for (phone,) in rows if phone]


def release(connection: Connection, keys: Iterable[int]) -> None:
    """Let keys be nobody's, until it is worked out whose they are now."""
    connection.executemany("update identities set member_id = null where id = ?", ((key,) for key in keys))


def words_about(connection: Connection, member_id: int) -> list[str]:
    """Names, keys and phones by which a text could speak of a member; single letters speak of everybody."""
    rows = connection.execute(
        """select name from members where id = :member union select phone from members where id = :member
           union select value from identities where member_id = :member
           union select r.name from records r join identities i on i.id = r.identity_id where i.member_id = :member""",
        {"member": member_id},
    )
    return [text for (text,) in rows if len(text) > 1]


def clean_exports(connection: Connection, member_id: int, words: Iterable[str]) -> None:
    """Of exports that were about her alone, or that name her, only that they happened stays."""
    connection.execute(
        """update exports set subject = '', file_name = '', reason = ''
           where (kind = 'member' and subject = :member) or exists (
             select 1 from json_each(:words) w
             where instr(subject, w.value) or instr(file_name, w.value) or instr(reason, w.value))""",
        {"member": str(member_id), "words": json.dumps(list(words))},
    )


def forget_searches(connection: Connection, words: Iterable[str]) -> None:
    """Delete what was searched for among replies where it names her, or is how her name begins, in letters of any size.

    A search for a reply that happens to begin so goes too: it would have been kept 90 days at most.
    """
    connection.execute(
        """delete from reply_searches where exists (
             select 1 from json_each(?) w where instr(lower(typed), lower(w.value))
               or (length(typed) > 1 and instr(lower(w.value), lower(typed)) = 1))""",
        [json.dumps(list(words))],
    )


def clean_orders(connection: Connection, member_id: int, records: Iterable[int]) -> None:
    """Take the person out of her orders, of what files said about them, of their refunds and their parcels."""
    hers = {"member": member_id, "records": json.dumps(list(records))}
    connection.execute(
        """update refunds set reason = '' where reason <> '' and id in (
             select r.id from orders o join refunds r on r.shop_id = o.shop_id and r.order_number = o.number
             where o.member_id = :member)""",
        hers,
    )
    connection.execute(
        "update order_statements set record_id = null where record_id in (select value from json_each(:records))", hers
    )
    connection.execute("delete from parcels where order_id in (select id from orders where member_id = :member)", hers)
    connection.execute(
        "update orders set member_id = null, identity_id = null, record_id = null where member_id = :member", hers
    )


def delete_member(connection: Connection, member_id: int) -> None:
    """Delete a member with notes, tags, consents, the messages to her, the calls and the replies she got."""
    for table in ("audience_members", "call_records", "reply_uses", "notes", "consents", "member_tags"):
        connection.execute(f"delete from {table} where member_id = ?", [member_id])  # noqa: S608 - our own names
    connection.execute("delete from members where id = ?", [member_id])


def delete_keys(connection: Connection, records: Iterable[int], keys: Iterable[int]) -> list[int]:
    """Delete records and keys with the decisions about them; the members who were left without a key thereby."""
    for record in records:
        connection.execute("delete from list_entries where record_id = ?", [record])
        connection.execute("delete from records where id = ?", [record])
    owners: set[int] = set()
    for key in keys:
        rows = connection.execute("select member_id from identities where id = ? and member_id is not null", [key])
        owners.update(member for (member,) in rows)
        for table in ("audience_members", "call_records", "reply_uses", "notes", "consents"):
            connection.execute(f"update {table} set identity_id = null where identity_id = ?", [key])  # noqa: S608 - our own names
        connection.execute("delete from member_tags where identity_id = ?", [key])
        connection.execute("delete from decisions where ? in (first_id, second_id)", [key])
        connection.execute("delete from identities where id = ?", [key])
    return [
        member
        for member in sorted(owners)
        if not connection.execute("select 1 from identities where member_id = ?", [member]).fetchone()
    ]
