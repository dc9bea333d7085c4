"""SQL for what is done by hand to many members at once; the ids come and go as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.shop_file import Connection

# What is done by hand hangs on the member's first identity, so that it follows her through merges and splits.
_ANCHOR = "(select min(id) from identities where member_id = m.id)"
_CHOSEN = "json_each(:ids) j join members m on m.id = j.value"


def give_tag(connection: Connection, ids: Sequence[int], tag_id: int, source: str) -> list[tuple[int, int]]:
    """Tag those who have not got it; whom it was given to, and on which identity it hangs (0 for none)."""
    return connection.execute(
        f"""insert into member_tags(member_id, tag_id, source, identity_id)
            select m.id, :tag, :source, coalesce({_ANCHOR}, 0) from {_CHOSEN}
            where not exists (select 1 from member_tags t where t.member_id = m.id and t.tag_id = :tag)
            returning member_id, identity_id""",  # noqa: S608 - our own names only
        {"ids": json.dumps(ids), "tag": tag_id, "source": source},
    ).fetchall()


def take_given_tag(connection: Connection, rows: Sequence[Sequence[int]], tag_id: int) -> None:
    """Take back what `give_tag` gave, from whoever has it now."""
    connection.execute(
        """delete from member_tags where tag_id = :tag and source <> 'rule' and (member_id, identity_id) in (
             select coalesce(i.member_id, j.value ->> 0), j.value ->> 1 from json_each(:rows) j
             left join identities i on i.id = j.value ->> 1)""",
        {"rows": json.dumps(rows), "tag": tag_id},
    )


def take_tag(connection: Connection, ids: Sequence[int], tag_id: int) -> list[tuple[int, int, str]]:
    """Take a tag away that was not given by a rule; per row whose it was, on what it hung, where it came from."""
    return connection.execute(
        """delete from member_tags where tag_id = :tag and source <> 'rule'
             and member_id in (select value from json_each(:ids)) returning member_id, identity_id, source""",
        {"ids": json.dumps(ids), "tag": tag_id},
    ).fetchall()


def give_taken_tag(connection: Connection, rows: Sequence[Sequence[int]], tag_id: int, source: str) -> None:
    """Give back what `take_tag` took, to whoever has the identity now."""
    connection.execute(
        """insert or ignore into member_tags(member_id, tag_id, source, identity_id)
           select m.id, :tag, :source, j.value ->> 1 from json_each(:rows) j
           left join identities i on i.id = j.value ->> 1
           join members m on m.id = coalesce(i.member_id, j.value ->> 0)""",
        {"rows": json.dumps(rows), "tag": tag_id, "source": source},
    )


def add_notes(connection: Connection, ids: Sequence[int], text: str, noted_at: int) -> list[tuple[int]]:
    """Write the same note on everybody; the ids of the notes."""
    return connection.execute(
        f"""insert into notes(identity_id, member_id, text, noted_at)
            select {_ANCHOR}, m.id, :text, :now from {_CHOSEN} returning id""",  # noqa: S608 - our own names only
        {"ids": json.dumps(ids), "text": text, "now": noted_at},
    ).fetchall()


def delete_notes(connection: Connection, notes: Sequence[int], text: str, noted_at: int) -> None:
    """Take notes away that still say what `add_notes` wrote."""
    connection.execute(
        """delete from notes where text = :text and noted_at = :now and id in (select value from json_each(:ids))""",
        {"ids": json.dumps(notes), "text": text, "now": noted_at},
    )


def add_consents(
    connection: Connection, ids: Sequence[int], channel: str, state: str, source: str, now: int
) -> list[tuple[int]]:
    """An entry for everybody, later than every other one of the channel; the ids of the entries."""
    return connection.execute(
        f"""insert into consents(member_id, channel, state, source, noted_at, phone, identity_id)
            select m.id, :channel, :state, :source,
              max(:now, coalesce((select max(noted_at) from consents c
                                  where c.member_id = m.id and c.channel = :channel), :now)),
              iif(m.phone_kind = 'real', m.phone, ''), {_ANCHOR}
            from {_CHOSEN} returning id""",  # noqa: S608 - our own names only
        {"ids": json.dumps(ids), "channel": channel, "state": state, "source": source, "now": now},
    ).fetchall()


def delete_consents(connection: Connection, entries: Sequence[int], source: str) -> None:
    """Take entries of that source away."""
    connection.execute(
        "delete from consents where source = :source and id in (select value from json_each(:ids))",
        {"ids": json.dumps(entries), "source": source},
    )


def is_rule_tag(connection: Connection, tag_id: int) -> bool:
    """Whether a rule gives this tag."""
    return bool(connection.execute("select rule is not null from tags where id = ?", [tag_id]).fetchone()[0])


def hand_tags(connection: Connection) -> list[str]:
    """The names of the tags that people give."""
    return [name for (name,) in connection.execute("select name from tags where rule is null order by name")]
