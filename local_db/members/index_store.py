"""SQL for the index of members: whole columns in chunks, each of them one text, and when they are others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.members.model import SortKey
from local_db.members.text_index import BETWEEN_MEMBERS, BETWEEN_TEXTS
from local_db.roster.roster import NO_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_db.roster.roster import Ints
    from local_db.shop_file import Connection

AT_ONCE = 10_000  # rows of a chunk: the interpreter is held for a few milliseconds for each

Stamp = tuple[int, ...]

# What the texts of members and the numbers of orders come from. Tags and consents are not in the index.
_STAMP = """
select * from (select count(*), coalesce(max(id), 0) from members),
  (select coalesce(max(id), 0), count(undone_at), coalesce(max(undone_at), 0) from imports),
  (select count(*), coalesce(max(id), 0), coalesce(max(decided_at), 0) from decisions),
  (select count(*), coalesce(max(erased_at), 0) from erased_keys)
"""

# What a column of texts is sorted by. Of phones, what can be used most comes first.
WORDS = {
    SortKey.NICK: "iif(nick <> '', nick, name)",
    SortKey.NAME: "name",
    SortKey.PHONE: """case phone_kind when 'real' then 'a' when 'landline' then 'b' when 'masked' then 'c'
                      when 'virtual' then 'd' else '' end || phone""",
    SortKey.EMAIL: "email",
}


class MemberChunk(NamedTuple):
    """Some members, in the order of their ids; every text is one line."""

    ids: Ints
    joined: Ints  # UTC seconds, NO_TIME where that is not known
    found_by: str
    words: dict[SortKey, str]


class OrderChunk(NamedTuple):
    """Some orders' numbers, one in a line, and whose they are."""

    member_ids: Ints
    numbers: str


def stamp(connection: Connection) -> Stamp:
    """While it is the same, so is the index."""
    found: Stamp = connection.execute(_STAMP).fetchone()
    return found


def member_chunks(connection: Connection) -> Iterator[MemberChunk]:
    """All members."""
    sep = f"char({ord(BETWEEN_TEXTS)})"
    found_by = f"nick || {sep} || name || {sep} || email"
    columns = ", ".join(_lines(text) for text in (found_by, *WORDS.values()))
    query = f"""select max(id), group_concat(id), group_concat(coalesce(joined_at, {NO_TIME})), {columns} from
                (select * from members where id > ? order by id limit {AT_ONCE})"""  # noqa: S608 - our own names only
    last: int | None = -(2**63)
    while True:
        last, ids, joined, found, *words = connection.execute(query, [last]).fetchone()
        if last is None:
            return
        yield MemberChunk(_integers(ids), _integers(joined), found, dict(zip(WORDS, words, strict=True)))


def other_nicks(connection: Connection) -> Iterator[tuple[int, str]]:
    """The nicks that members have besides the one shown."""
    yield from connection.execute(
        # In this order of the tables: those with several nicks are few.
        """with several as materialized (
             select member_id from identities where kind = 'nick' group by member_id having count(*) > 1)
           select m.id, replace(i.value, char(10), ' ') from several s
             cross join identities i on i.member_id = s.member_id cross join members m on m.id = s.member_id
           where i.kind = 'nick' and i.value <> m.nick order by m.id, i.id"""
    )


def order_number_chunks(connection: Connection) -> Iterator[OrderChunk]:
    """All orders that belong to a member."""
    query = f"""select max(id), group_concat(member_id), {_lines("number")} from
                (select id, member_id, number from orders where id > ? and member_id is not null
                 order by id limit {AT_ONCE})"""  # noqa: S608 - our own names only
    last: int | None = -(2**63)
    while True:
        last, members, numbers = connection.execute(query, [last]).fetchone()
        if last is None:
            return
        yield OrderChunk(_integers(members), numbers)


def _lines(text: str) -> str:
    line_feed = f"char({ord(BETWEEN_MEMBERS)})"
    return f"group_concat(replace({text}, {line_feed}, ' '), {line_feed})"


def _integers(joined: str) -> Ints:
    return np.fromstring(joined, dtype=np.int64, sep=",")
