"""SQL about whom to call: phones, and accounts on platforms."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from local_db.phones import PhoneKind
from local_db.roster.refusals import UNKNOWN_PLATFORM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from local_db.shop_file import Connection


BATCH = 4096


class Callee(NamedTuple):
    """A member as a caller needs her."""

    member_id: int
    nick: str
    name: str
    platform: str
    phone: str
    phone_kind: PhoneKind


class PlatformRow(NamedTuple):
    """A member as her platform knows her; `account` is its number for her, its nick where it gives none."""

    member_id: int
    platform: str
    account: str
    nick: str
    phone: str  # for a last look at refusals; it is not handed on


def callee(connection: Connection, member_id: int) -> Callee | None:
    """A member; None where she is gone."""
    row = connection.execute(
        "select nick, name, platform, phone, phone_kind from members where id = ?", [member_id]
    ).fetchone()
    if row is None:
        return None
    nick, name, platform, phone, kind = row
    return Callee(member_id, nick, name, platform, phone, PhoneKind(kind))


_KNOWN = "i.kind in ('buyer_id', 'open_id', 'nick') and i.scope not in ('', :unknown)"


def on_platforms(connection: Connection) -> list[int]:
    """Every member that some platform knows, ascending."""
    rows = connection.execute(
        f"select distinct member_id from identities i where {_KNOWN} and member_id is not null order by 1",  # noqa: S608 - our words
        {"unknown": UNKNOWN_PLATFORM},
    )
    return [member_id for (member_id,) in rows]


def platform_rows(connection: Connection, members: Sequence[int]) -> list[PlatformRow]:
    """These members, in their order, on one platform each: her own, else the one she came from first.

    Files that name no platform say nothing of where somebody can be called.
    """
    phones: dict[int, tuple[str, str]] = {}
    keys: dict[int, dict[str, dict[str, str]]] = {}  # per member and platform the value of each kind
    for start in range(0, len(members), BATCH):
        asked = {"members": json.dumps(members[start : start + BATCH]), "unknown": UNKNOWN_PLATFORM}
        own = "select m.id, platform, phone from json_each(:members) j cross join members m on m.id = j.value"
        phones.update((member_id, (platform, phone)) for member_id, platform, phone in connection.execute(own, asked))
        rows = connection.execute(
            f"""select i.member_id, i.scope, i.kind, i.value
                from json_each(:members) j cross join identities i on i.member_id = j.value
                where {_KNOWN} order by i.member_id, i.id""",  # noqa: S608 - our words
            asked,
        )
        for member_id, scope, kind, value in rows:
            keys.setdefault(member_id, {}).setdefault(scope, {}).setdefault(kind, value)
    return [_platform_row(member_id, *phones[member_id], keys[member_id]) for member_id in members if member_id in keys]


def _platform_row(member_id: int, own: str, phone: str, keys: Mapping[str, Mapping[str, str]]) -> PlatformRow:
    platform = own if own in keys else next(iter(keys))
    theirs = keys[platform]
    account = next(theirs[kind] for kind in ("buyer_id", "open_id", "nick") if kind in theirs)
    return PlatformRow(member_id, platform, account, theirs.get("nick", ""), phone)


def script_name(connection: Connection, document_id: int) -> str:
    """What a script is called; nothing where it is gone."""
    row = connection.execute("select name from documents where id = ?", [document_id]).fetchone()
    return "" if row is None else str(row[0])


def platforms(connection: Connection) -> list[str]:
    """Every platform on which somebody is known."""
    rows = connection.execute(
        f"select distinct scope from identities i where {_KNOWN}",  # noqa: S608 - our words
        {"unknown": UNKNOWN_PLATFORM},
    )
    return [scope for (scope,) in rows]
