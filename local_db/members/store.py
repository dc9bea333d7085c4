"""SQL about members: finding them by typing, reading a page of rows or one person, tags and consents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from local_db.members.identity_store import StoredDecision
from local_db.members.model import (
    ConsentState,
    Identity,
    MemberDetail,
    MemberOrder,
    MemberRow,
    StoredConsent,
    TagRow,
)
from local_db.phones import PhoneKind
from local_db.roster.consent import CHANNELS, after_entry
from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from local_db.shop_file import Connection

TIMELINE = 200  # the most orders shown of one member

_ROW = "id, nick, name, platform, province, city, phone, phone_kind, email, joined_at, birthday, tier"


def find_ids(connection: Connection, word: str) -> list[int]:
    """Ids of the members with a folded word in a nick, name or e-mail; what is found before there is an index."""
    similar = connection.execute(
        "select id from members where instr(lower(nick || char(31) || name || char(31) || email), ?) > 0 order by id",
        [word],
    )
    return [member_id for (member_id,) in similar]


def rows(connection: Connection, ids: Sequence[int]) -> list[MemberRow]:
    """List rows in the order of `ids`; an id that is gone is left out."""
    marks = ",".join("?" * len(ids))
    tags = _tags(connection, ids)
    query = f"select {_ROW} from members where id in ({marks})"  # noqa: S608 - only question marks
    found = {row[0]: _row(row, tags.get(row[0], ())) for row in connection.execute(query, list(ids))}
    return [found[member_id] for member_id in ids if member_id in found]


def _row(row: Sequence[Any], tags: tuple[str, ...]) -> MemberRow:
    member_id, nick, name, platform, province, city, phone, kind, email, *membership = row
    where = (platform, province, city)
    return MemberRow(member_id, nick, name, *where, phone, PhoneKind(kind), tags, email, *membership)


def _tags(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    marks = ",".join("?" * len(ids))
    query = f"""select distinct member_id, name from member_tags join tags on tags.id = tag_id
                where member_id in ({marks}) order by name"""  # noqa: S608 - only question marks
    found: dict[int, tuple[str, ...]] = {}
    for member_id, name in connection.execute(query, list(ids)):
        found[member_id] = (*found.get(member_id, ()), name)
    return found


def detail(connection: Connection, member_id: int) -> MemberDetail | None:
    """Everything about one member; None when there is no such member."""
    found = rows(connection, [member_id])
    if not found:
        return None
    email, joined_at = connection.execute("select email, joined_at from members where id = ?", [member_id]).fetchone()
    identities = connection.execute(
        "select kind, value from identities where member_id = ? order by kind, value", [member_id]
    )
    sources = connection.execute(
        "select name, source from member_tags join tags on tags.id = tag_id where member_id = ?"
        " order by source <> 'rule'",  # what somebody gave by hand is theirs to take, whatever a rule says
        [member_id],
    )
    return MemberDetail(
        row=found[0],
        email=email,
        joined_at=joined_at,
        identities=tuple(Identity(kind, value) for kind, value in identities),
        consents=consents(connection, member_id),
        orders=_orders(connection, member_id),
        order_count=connection.execute("select count(*) from orders where member_id = ?", [member_id]).fetchone()[0],
        tag_sources=dict(sources.fetchall()),
    )


def consents(connection: Connection, member_id: int) -> tuple[ConsentState, ...]:
    """What holds on every channel, with the entry that decided it."""
    entries = connection.execute(
        "select channel, state, source, noted_at from consents where member_id = ? order by noted_at, id", [member_id]
    )
    known = {channel: ConsentState(channel, Consent.UNKNOWN) for channel in CHANNELS}
    for channel, word, source, noted_at in entries:
        before, entry = known[channel], Consent[word.upper()]
        if after_entry(before.state, entry, source) is entry:
            known[channel] = ConsentState(channel, entry, source, noted_at)
    return tuple(known.values())


def _orders(connection: Connection, member_id: int) -> tuple[MemberOrder, ...]:
    query = """select orders.id, number, name, status, coalesce(paid_at, ordered_at), is_purchase, paid, refunded,
                 currency
               from orders join shops on shops.id = shop_id where member_id = ?
               order by coalesce(paid_at, ordered_at) desc, orders.id desc limit ?"""
    found = connection.execute(query, [member_id, TIMELINE]).fetchall()
    titles = _titles(connection, [row[0] for row in found])
    return tuple(
        MemberOrder(number, shop, status, time, bool(bought), paid, refunded, currency, titles.get(order_id, ()))
        for order_id, number, shop, status, time, bought, paid, refunded, currency in found
    )


def _titles(connection: Connection, order_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    marks = ",".join("?" * len(order_ids))
    query = f"""select order_id, title from order_lines join products on products.id = product_id
                where order_id in ({marks}) order by order_id, position"""  # noqa: S608 - only question marks
    found: dict[int, tuple[str, ...]] = {}
    for order_id, title in connection.execute(query, list(order_ids)):
        found[order_id] = (*found.get(order_id, ()), title)
    return found


def tag_names(connection: Connection) -> list[str]:
    """Every tag there is, in order."""
    return [name for (name,) in connection.execute("select name from tags order by name")]


def find_tag(connection: Connection, name: str) -> int | None:
    """The id of a tag, None where there is no such tag."""
    row = connection.execute("select id from tags where name = ?", [name]).fetchone()
    return row[0] if row else None


def add_tag(connection: Connection, name: str) -> int:
    """Make a tag and return its id."""
    tag_id: int = connection.execute("insert into tags(name) values (?) returning id", [name]).fetchone()[0]
    return tag_id


def delete_unused_tag(connection: Connection, name: str) -> None:
    """Take a tag away that nobody has."""
    connection.execute(
        "delete from tags where name = ? and not exists (select 1 from member_tags where tag_id = tags.id)", [name]
    )


def anchor(connection: Connection, member_id: int) -> int | None:
    """The identity on which hangs what is done to a member by hand, so that it follows merges; None without one."""
    row = connection.execute("select min(id) from identities where member_id = ?", [member_id]).fetchone()
    found: int | None = row[0]
    return found


def is_there(connection: Connection, member_id: int) -> bool:
    """Whether there is such a member."""
    return connection.execute("select 1 from members where id = ?", [member_id]).fetchone() is not None


def owner(connection: Connection, member_id: int, identity_id: int | None) -> int | None:
    """Whose something is now that was written for a member and hangs on an identity; None where they are gone."""
    if not identity_id:
        return member_id if is_there(connection, member_id) else None
    return whose(connection, identity_id)


def whose(connection: Connection, identity_id: int) -> int | None:
    """The member an identity belongs to now; None where it is gone."""
    row = connection.execute("select member_id from identities where id = ?", [identity_id]).fetchone()
    return row[0] if row else None


def has_identity(connection: Connection, identity_id: int) -> bool:
    """Whether there is such an identity."""
    return connection.execute("select 1 from identities where id = ?", [identity_id]).fetchone() is not None


def identity_ids(connection: Connection, member_id: int) -> list[int]:
    """A member's identities, the oldest first."""
    rows = connection.execute("select id from identities where member_id = ? order by id", [member_id])
    return [row[0] for row in rows]


def decisions(connection: Connection, ids: Iterable[int]) -> tuple[StoredDecision, ...]:
    """Those of these decisions that still stand, the oldest first."""
    rows = connection.execute(
        "select id, kind, first_id, second_id, reason, decided_at from decisions"
        " where id in (select value from json_each(?)) order by id",
        [json.dumps(list(ids))],
    )
    return tuple(StoredDecision(*row) for row in rows)


def has_tag(connection: Connection, member_id: int, tag_id: int) -> bool:
    """Whether a member has a tag, from whatever source."""
    query = "select 1 from member_tags where member_id = ? and tag_id = ?"
    return connection.execute(query, [member_id, tag_id]).fetchone() is not None


def give_tag(connection: Connection, member_id: int, tag_id: int, source: str, identity_id: int) -> None:
    """Give a member a tag that hangs on one of their identities, 0 where it hangs on none."""
    connection.execute(
        "insert or ignore into member_tags(member_id, tag_id, source, identity_id) values (?, ?, ?, ?)",
        [member_id, tag_id, source, identity_id],
    )


def take_tag(connection: Connection, member_id: int, tag_id: int) -> tuple[TagRow, ...]:
    """Take a tag from a member; what it hung on and where it came from (after a merge there may be several)."""
    rows = connection.execute(
        "delete from member_tags where member_id = ? and tag_id = ? returning identity_id, source",
        [member_id, tag_id],
    )
    return tuple(sorted(TagRow(*row) for row in rows))


def take_tag_row(connection: Connection, tag_id: int, identity_id: int, member_id: int) -> bool:
    """Take away a tag that hangs on one identity, or on none of the member's (0)."""
    gone = connection.execute(
        "delete from member_tags where tag_id = ? and identity_id = ? and (identity_id <> 0 or member_id = ?)",
        [tag_id, identity_id, member_id],
    )
    return bool(gone.rowcount)


def add_consent(connection: Connection, member_id: int, channel: str, state: str, source: str, noted_at: int) -> int:
    """Write a consent entry, with the phone the member has now, and return its id."""
    entry: int = connection.execute(
        "insert into consents(member_id, identity_id, channel, state, source, noted_at, phone) values (?, ?, ?, ?, ?,"
        " ?, coalesce((select phone from members where id = ? and phone_kind = 'real'), '')) returning id",
        [member_id, anchor(connection, member_id), channel, state, source, noted_at, member_id],
    ).fetchone()[0]
    return entry


def latest_noted_at(connection: Connection, member_id: int, channel: str) -> int | None:
    """The time of the latest consent entry of a channel, None without one."""
    row = connection.execute(
        "select max(noted_at) from consents where member_id = ? and channel = ?", [member_id, channel]
    ).fetchone()
    latest: int | None = row[0]
    return latest


def delete_consent(connection: Connection, entry_id: int, source: str) -> bool:
    """Take back a consent entry of that source; False where there is none."""
    gone = connection.execute("delete from consents where id = ? and source = ?", [entry_id, source])
    return bool(gone.rowcount)


def consent_entry(connection: Connection, entry_id: int, source: str) -> StoredConsent | None:
    """A consent entry of that source as it stands; None where there is none."""
    row = connection.execute(
        "select id, member_id, identity_id, channel, state, source, noted_at, phone from consents"
        " where id = ? and source = ?",
        [entry_id, source],
    ).fetchone()
    return StoredConsent(*row) if row else None


def put_consent(connection: Connection, entry: StoredConsent) -> None:
    """Write an entry under the id it had, which no other got meanwhile; nothing where it is there."""
    connection.execute(
        "insert into consents(id, member_id, identity_id, channel, state, source, noted_at, phone)"
        " values (:id, :member_id, :identity_id, :channel, :state, :source, :noted_at, :phone) on conflict do nothing",
        entry._asdict(),
    )


def delete_consents_of(connection: Connection, source: str) -> None:
    """Take back every consent entry of a source."""
    connection.execute("delete from consents where source = ?", [source])
