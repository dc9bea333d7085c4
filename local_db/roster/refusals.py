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

from local_db.members.erased_keys import erased, erasure_salt, refused_hash
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


def refuses(connection: Connection, member_id: int, channel: str) -> bool:
    """The same for one member as `refusals(...).holds_for`, without looking through everybody's entries."""
    hers = _phones_of_few(connection, [member_id])
    around = {member_id} | _sharing(connection, hers) | _opted_out_alike(connection, member_id, channel, hers)
    states, by_hand = _standing(connection, channel, "select value from json_each(:members)", around)
    own = states.get(member_id, Consent.UNKNOWN)
    if own in {Consent.OPTED_OUT, Consent.NOT_GRANTED}:
        return True
    out = [member for member, state in states.items() if state is Consent.OPTED_OUT]
    if hers & _phones_of_few(connection, out, channel) or _any_erased(connection, channel, hers):
        return True
    if out and member_id not in by_hand and _is_namesake(connection, member_id, out):
        return True
    unsubscribed = [member for member, state in states.items() if state is Consent.NOT_GRANTED]
    return own is not Consent.GRANTED and bool(hers & _phones_of_few(connection, unsubscribed))


def _phones_of_few(connection: Connection, members: Iterable[int], channel: str = "") -> set[str]:
    """The same as `_phones_of`, looked up member by member."""
    rows = connection.execute(
        """with people as materialized (select value as id from json_each(:members))
           select m.phone from people p cross join members m on m.id = p.id where m.phone_kind = 'real'
           union select i.value from people p cross join identities i on i.member_id = p.id where i.kind = 'phone'
           union select k.value from people p cross join identities i on i.member_id = p.id
             cross join records r on r.identity_id = i.id cross join identities k on k.id = r.phone
           union select c.phone from people p cross join consents c on c.member_id = p.id
             and c.channel = :channel where c.state = 'opted_out'""",
        {"members": json.dumps(list(members)), "channel": channel},
    )
    return {str(phone) for (phone,) in rows if phone}


def _sharing(connection: Connection, phones: Iterable[str]) -> set[int]:
    """The same as `_with_phones`, each phone looked up on every platform."""
    rows = connection.execute(
        """with recursive platforms(scope) as (
             select min(scope) from identities where kind = 'phone' union all
             select (select min(i.scope) from identities i where i.kind = 'phone' and i.scope > platforms.scope)
               from platforms where scope is not null),
             refused as materialized (select value as phone from json_each(?)),
             keys as materialized (select i.id, i.member_id from refused f cross join platforms s
               cross join identities i on i.kind = 'phone' and i.scope = s.scope and i.value = f.phone)
           select m.id from refused f cross join members m on m.phone = f.phone and m.phone <> ''
             where m.phone_kind = 'real'
           union select member_id from keys
           union select i.member_id from keys k cross join records r on r.phone = k.id and r.phone <> r.identity_id
             cross join identities i on i.id = r.identity_id""",
        [json.dumps(list(phones))],
    )
    return {int(member) for (member,) in rows if member is not None}


def _any_erased(connection: Connection, channel: str, phones: Iterable[str]) -> bool:
    """Whether the owner of one of these phones refused the channel and was erased since."""
    salt = erasure_salt(connection)
    gone = erased(connection) if salt else frozenset()
    return bool(gone) and any(refused_hash(salt, channel, phone) in gone for phone in phones)


def _opted_out_alike(connection: Connection, member_id: int, channel: str, phones: Iterable[str]) -> set[int]:
    """Members who have ever refused, with a refusal that names one of these phones or with a nick much like hers."""
    rows = connection.execute(
        """select member_id from consents where state = 'opted_out' and channel = :channel
             and phone in (select value from json_each(:phones))""",
        {"channel": channel, "phones": json.dumps(list(phones))},
    )
    found = {int(member) for (member,) in rows}
    nicks = {_folded(nick) for _, nick in _own_nicks(connection, member_id)}
    if nicks:
        rows = connection.execute(
            """select c.member_id, i.value from consents c
               cross join identities i on i.member_id = c.member_id and i.kind = 'nick'
               where c.state = 'opted_out' and c.channel = ?""",
            [channel],
        )
        found |= {int(member) for member, nick in rows if _folded(nick) in nicks}
    return found


def _folded(nick: str) -> str:
    """A nick as it is compared, whichever way a list of refusals writes it."""
    return (nick if nick.isascii() else unicodedata.normalize("NFKC", nick)).strip().translate(_SMALL)


def _own_nicks(connection: Connection, member_id: int) -> list[tuple[str, str]]:
    return connection.execute(
        "select scope, value from identities where member_id = ? and +kind = 'nick'", [member_id]
    ).fetchall()


def _is_namesake(connection: Connection, member_id: int, refusing: Iterable[int]) -> bool:
    """Whether `_namesakes` of these would have her."""
    refused = [(scope, nick.translate(_SMALL)) for scope, nick in _refused_nicks(connection, refusing)]
    return any(
        nick.translate(_SMALL) == other and (scope == theirs or UNKNOWN_PLATFORM in {scope, theirs})
        for scope, nick in _own_nicks(connection, member_id)
        for theirs, other in refused
    )
