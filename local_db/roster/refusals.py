"""Who must not be written to on a channel, whatever record of theirs is asked for.

A refusal belongs to the person, and a person may stand in the shop more than once: under another nick,
on another platform, with the phone she had when she refused. So it reaches everybody who has or had a
phone of somebody who opted out, and everybody of the same nick on the same platform, or where the
platform of one of the two is not known. One piece of code for the roster and for the last look before
a hand-off.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_db.roster.consent import BY_HAND, after_entry
from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from local_db.shop_file import Connection

UNKNOWN_PLATFORM = "own"  # the scope of buyers from files that name no platform
_SMALL = {letter: letter + 32 for letter in range(ord("A"), ord("Z") + 1)}  # as SQLite's lower() does


@dataclass(frozen=True, slots=True)
class Refusals:
    """Refusals that stand now: opted-out member ids, phones that were refused, and the not subscribed."""

    opted_out: frozenset[int]
    phones: frozenset[str]
    not_granted: frozenset[int]

    def holds_for(self, member_id: int, phone: str) -> bool:
        """Whether a message to this member at this phone must not go."""
        return member_id in self.opted_out or member_id in self.not_granted or phone in self.phones


def refusals(connection: Connection, channel: str) -> Refusals:
    """Everybody who refuses the channel (`sms`, `email`, `call`) as of now."""
    states, _ = _standing(connection, channel)
    reached, phones = opted_out(connection, channel)
    unsubscribed = [member for member, state in states.items() if state is Consent.NOT_GRANTED]
    agreed = {member for member, state in states.items() if state is Consent.GRANTED}
    others = _with_phones(connection, _phones_of(connection, "", unsubscribed)) - agreed
    return Refusals(frozenset(reached), frozenset(phones), frozenset(others.union(unsubscribed)))


def opted_out(connection: Connection, channel: str) -> tuple[set[int], set[str]]:
    """Whom opt-outs reach as of now, and the phones that were refused."""
    # Of the many who never refused nothing is asked.
    states, _ = _standing(connection, channel, "select member_id from consents where state = 'opted_out'")
    out = [member for member, state in states.items() if state is Consent.OPTED_OUT]
    phones = _phones_of(connection, channel, out) | _of_erased(connection, channel)
    reached = set(out) | _with_phones(connection, phones)
    # Who agreed by hand is not taken for a namesake; a phone that was refused still is.
    namesakes = _namesakes(connection, out) if out else set()
    _, by_hand = _standing(connection, channel, "select value from json_each(:members)", namesakes - reached)
    return reached | (namesakes - by_hand), phones


def opted_out_since(connection: Connection, channel: str, known: set[int], identity: int) -> set[int]:
    """The same where since then nobody has consented or refused, and keys have only come: those behind an identity.

    Then only who has a new nick can be a new namesake, unless it is somebody who refuses: all nicks are looked through
    for theirs.
    """
    states, _ = _standing(connection, channel, "select member_id from consents where state = 'opted_out'")
    out = {member for member, state in states.items() if state is Consent.OPTED_OUT}
    phones = _phones_of(connection, channel, out) | _of_erased(connection, channel)
    new = connection.execute(
        "select member_id, scope, lower(value) from identities"
        " where id > ? and kind = 'nick' and member_id is not null",
        [identity],
    ).fetchall()
    if not out.isdisjoint(member for member, _, _ in new):
        return opted_out(connection, channel)[0]
    reached = known | out | _with_phones(connection, phones)
    scopes: dict[str, set[str]] = {}
    for scope, nick in _refused_nicks(connection, out):
        scopes.setdefault(nick.translate(_SMALL), set()).add(scope)
    namesakes = {
        int(member) for member, scope, nick in new
        if (refused := scopes.get(nick)) and (scope == UNKNOWN_PLATFORM or refused & {scope, UNKNOWN_PLATFORM})
    }  # fmt: skip
    _, by_hand = _standing(connection, channel, "select value from json_each(:members)", namesakes - reached)
    return reached | (namesakes - by_hand)


def _standing(
    connection: Connection, channel: str, among: str = "", members: Iterable[int] = ()
) -> tuple[dict[int, Consent], set[int]]:
    """What the entries of each member, or of those `among`, come to, and who agreed by hand."""
    states: dict[int, Consent] = {}
    by_hand: set[int] = set()
    some = f" and member_id in ({among})" if among else ""
    entries = connection.execute(
        f"select member_id, state, source from consents where channel = :channel{some} order by noted_at, id",  # noqa: S608 - our own words
        {"channel": channel, "members": json.dumps(list(members))},
    )
    for member, word, source in entries:
        state = after_entry(states.get(member, Consent.UNKNOWN), Consent[word.upper()], source)
        states[member] = state
        if state is Consent.GRANTED and source == BY_HAND:
            by_hand.add(member)
        else:
            by_hand.discard(member)
    return states, by_hand


def _phones_of(connection: Connection, channel: str, members: Iterable[int]) -> set[str]:
    """Every phone these members have or had, and those that their opt-outs on the channel named."""
    rows = connection.execute(
        """with people as (select value as id from json_each(:members))
           select phone from members where phone_kind = 'real' and id in (select id from people)
           union select value from identities where kind = 'phone' and member_id in (select id from people)
           union select p.value from identities i join records r on r.identity_id = i.id
             join identities p on p.id = r.phone where i.member_id in (select id from people)
           union select phone from consents
             where channel = :channel and state = 'opted_out' and member_id in (select id from people)""",
        {"members": json.dumps(list(members)), "channel": channel},
    )
    return {str(phone) for (phone,) in rows if phone}


def _of_erased(connection: Connection, channel: str) -> set[str]:
    """Phones somebody has whose owner refused the channel and was erased since."""
    from local_db.members.erasure import erased, erasure_salt, refused_hash

    gone = erased(connection)
    if not gone:
        return set()
    salt = erasure_salt(connection)
    rows = connection.execute(
        "select phone from members where phone_kind = 'real' union select value from identities where kind = 'phone'"
    )
    return {str(phone) for (phone,) in rows if refused_hash(salt, channel, phone) in gone}


def _with_phones(connection: Connection, phones: Iterable[str]) -> set[int]:
    """Members who have or had one of these phones."""
    rows = connection.execute(
        """with refused as (select value as phone from json_each(?)),
             keys as (select id, member_id from identities
               where kind = 'phone' and value in (select phone from refused))
           select m.id from refused f cross join members m on m.phone = f.phone and m.phone <> ''
             where m.phone_kind = 'real'
           union select member_id from keys
           union select i.member_id from keys k join records r on r.phone = k.id and r.phone <> r.identity_id
             join identities i on i.id = r.identity_id""",
        [json.dumps(list(phones))],
    )
    return {int(member) for (member,) in rows if member is not None}


def _refused_nicks(connection: Connection, members: Iterable[int]) -> set[tuple[str, str]]:
    """The scopes and nicks of members, also in the width in which a list of refusals writes them."""
    own = connection.execute(
        """with people as (select value as id from json_each(?))
           select i.scope, i.value from people p cross join identities i on i.member_id = p.id where i.kind = 'nick'
           -- Who is on a list of refusals by a nick alone may be a buyer of any platform.
           union select ?, i.value from people p cross join consents c on c.member_id = p.id
             cross join identities i on i.id = c.identity_id
             where i.kind = 'nick' and c.state = 'opted_out' and c.phone = '' and c.import_id is not null""",
        [json.dumps(list(members)), UNKNOWN_PLATFORM],
    ).fetchall()
    return {(scope, nick) for scope, value in own for nick in (value, unicodedata.normalize("NFKC", value).strip())}


def _namesakes(connection: Connection, members: Iterable[int]) -> set[int]:
    """Members with the nick of one of these, where it may be the same person. Capital letters do not matter."""
    rows = connection.execute(
        # Materialized, the refused are looked up by nick; else all of them are read for every identity of the shop.
        """with refused as materialized (
             select value ->> 0 as scope, lower(value ->> 1) as nick from json_each(:refused))
           select i.member_id from identities i join refused r on r.nick = lower(i.value)
           where i.kind = 'nick' and i.member_id is not null
             and (r.scope = i.scope or :unknown in (r.scope, i.scope))""",
        {"refused": json.dumps(sorted(_refused_nicks(connection, members))), "unknown": UNKNOWN_PLATFORM},
    )
    return {int(member) for (member,) in rows}
