"""SQL about whom to call: phones, and accounts on platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from local_db.phones import PhoneKind
from local_db.roster.refusals import UNKNOWN_PLATFORM

if TYPE_CHECKING:
    from local_db.shop_file import Connection


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


def platform_rows(connection: Connection) -> dict[int, PlatformRow]:
    """Every member that some platform knows, on one platform each: her own, else the one she came from first.

    Files that name no platform say nothing of where somebody can be called.
    """
    rows = connection.execute(
        """with known as (
             select i.member_id, i.scope, m.phone,
               max(iif(i.kind = 'buyer_id', i.value, '')) as buyer_id,
               max(iif(i.kind = 'open_id', i.value, '')) as open_id,
               max(iif(i.kind = 'nick', i.value, '')) as nick,
               row_number() over (partition by i.member_id order by i.scope <> m.platform, min(i.id)) as place
             from identities i join members m on m.id = i.member_id
             where i.kind in ('buyer_id', 'open_id', 'nick') and i.scope not in ('', ?)
             group by i.member_id, i.scope)
           select member_id, scope, coalesce(nullif(buyer_id, ''), nullif(open_id, ''), nick), nick, phone
           from known where place = 1""",
        [UNKNOWN_PLATFORM],
    )
    return {row[0]: PlatformRow(*row) for row in rows}


def script_name(connection: Connection, document_id: int) -> str:
    """What a script is called; nothing where it is gone."""
    row = connection.execute("select name from documents where id = ?", [document_id]).fetchone()
    return "" if row is None else str(row[0])


def platforms(connection: Connection) -> list[str]:
    """Every platform on which somebody is known."""
    rows = connection.execute(
        "select distinct scope from identities where kind in ('buyer_id', 'open_id', 'nick') and scope not in ('', ?)",
        [UNKNOWN_PLATFORM],
    )
    return [scope for (scope,) in rows]
