"""SQL about tags: their rows, who has them, and the segments that name them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from local_db.segments.kept_trees import names_in
from local_db.settings import mark_renamed
from local_db.tags.model import BY_RULE, PROMOTIONS, Holding, Period, Rule, Tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from local_db.roster.roster import Ints
    from local_db.shop_file import Connection

AT_ONCE = 200_000  # ids in one statement
_TAG_BITS = 24  # of a pair of member and tag in one number


def tags(connection: Connection) -> tuple[Tag, ...]:
    """Every tag: the built-in rules in their order, then the others by name."""
    rows = connection.execute(
        "select id, name, rule, coalesce(builtin, ''), position from tags order by position = 0, position, name"
    )
    return tuple(
        Tag(tag_id, name, Rule.from_text(rule) if rule else None, builtin, position)
        for tag_id, name, rule, builtin, position in rows
    )


def promotion_periods(connection: Connection) -> tuple[Period, ...]:
    """The shop's own promotion periods; the built-in ones while it has no copy of their rule."""
    from local_db.tags.builtin import definitions

    row = connection.execute(
        "select rule from tags where rule ->> 'rule' = ? order by position = 0, position, name limit 1", [PROMOTIONS]
    ).fetchone()
    return definitions()[PROMOTIONS].periods_in("zh") if row is None else Rule.from_text(row[0]).periods


def tag(connection: Connection, tag_id: int) -> Tag | None:
    """One tag, or None."""
    return next((known for known in tags(connection) if known.id == tag_id), None)


def has_members(connection: Connection) -> bool:
    """Whether the shop knows anybody."""
    return connection.execute("select 1 from members limit 1").fetchone() is not None


def is_rule_tag(connection: Connection, name: str) -> bool:
    """Whether a tag of this name is given by a rule."""
    row = connection.execute("select 1 from tags where name = ? and rule is not null", [name]).fetchone()
    return row is not None


def insert(connection: Connection, new: Tag) -> int:
    """Add a tag, under its own id or under the next one where that is 0, and return its id."""
    rule = new.rule.text() if new.rule else None
    tag_id: int = connection.execute(
        "insert into tags(id, name, rule, builtin, position) values (?, ?, ?, ?, ?) returning id",
        [new.id or None, new.name, rule, new.builtin or None, new.position],
    ).fetchone()[0]
    mark_renamed(connection, "tag", tag_id)
    return tag_id


def update(connection: Connection, changed: Tag) -> None:
    """Store a tag's name and rule."""
    rule = changed.rule.text() if changed.rule else None
    connection.execute("update tags set name = ?, rule = ? where id = ?", [changed.name, rule, changed.id])
    mark_renamed(connection, "tag", changed.id)


def delete(connection: Connection, tag_id: int) -> None:
    """Remove a tag, and from everybody who has it."""
    connection.execute("delete from member_tags where tag_id = ?", [tag_id])
    connection.execute("delete from tags where id = ?", [tag_id])


def holdings(connection: Connection, tag_id: int) -> tuple[Holding, ...]:
    """Everybody who has a tag."""
    rows = connection.execute(
        "select member_id, source, identity_id from member_tags where tag_id = ? order by member_id, identity_id",
        [tag_id],
    )
    return tuple(Holding(*row) for row in rows)


def give(connection: Connection, tag_id: int, wanted: Sequence[Holding]) -> tuple[Holding, ...]:
    """Give a tag to members who are still there; those who did not have it in this way before."""
    had = set(holdings(connection, tag_id))
    known = {(one.member_id, one.identity_id) for one in had}
    connection.executemany(
        "insert or ignore into member_tags(member_id, tag_id, source, identity_id)"
        " select id, ?, ?, ? from members where id = ?",
        [(tag_id, one.source, one.identity_id, one.member_id) for one in wanted],
    )
    return tuple(one for one in wanted if (one.member_id, one.identity_id) not in known)


def take(connection: Connection, tag_id: int, unwanted: Sequence[Holding]) -> None:
    """Take a tag from members as it was given to them."""
    connection.executemany(
        "delete from member_tags where member_id = ? and tag_id = ? and identity_id = ?",
        [(one.member_id, tag_id, one.identity_id) for one in unwanted],
    )


def give_by_rule(connection: Connection, given: Mapping[int, Ints]) -> None:
    """Give rule tags, by tag id, to members.

    All together in the order in which the table keeps them: tag after tag, each would go through the whole table.
    """
    import numpy as np

    if not given:
        return
    pairs = np.sort(np.concatenate([(members << _TAG_BITS) + tag_id for tag_id, members in given.items()]))
    for start in range(0, len(pairs), AT_ONCE):
        connection.execute(
            "insert or ignore into member_tags(member_id, tag_id, source, identity_id)"
            " select value >> ?, value & ?, ?, 0 from json_each(?)",
            [_TAG_BITS, 2**_TAG_BITS - 1, BY_RULE, _ids(pairs[start : start + AT_ONCE])],
        )


def take_by_rule(connection: Connection, tag_id: int, member_ids: Ints) -> None:
    """Take a rule tag from these members."""
    for start in range(0, len(member_ids), AT_ONCE):
        connection.execute(
            "delete from member_tags where tag_id = ? and member_id in (select value from json_each(?))",
            [tag_id, _ids(member_ids[start : start + AT_ONCE])],
        )


def segments_naming(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Per tag name, the names of the segments that ask for it."""
    found: dict[str, list[str]] = {}
    for name, tree in connection.execute("select name, tree from segments order by name"):
        for wanted in names_in(json.loads(tree)):
            found.setdefault(str(wanted), []).append(name)
    return {wanted: tuple(names) for wanted, names in found.items()}


def segment_names(connection: Connection) -> dict[int, str]:
    """What the saved segments are called, by id."""
    return dict(connection.execute("select id, name from segments"))


def _ids(member_ids: Ints) -> str:
    return f"[{','.join(map(str, member_ids.tolist()))}]"
