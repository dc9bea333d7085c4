"""Replies, their versions, their uses and what was searched for in the shop file."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from local_db.replies.model import Item, ItemKind, Usage

if TYPE_CHECKING:
    from local_db.shop_file import Connection

_COLUMNS = "uid, kind, content, created_at, changed_at, deleted_at"
# A reply whose group is deleted is in none.
_IN_GROUP = """where kind = 'reply' and deleted_at is null and (coalesce(content ->> 'group', '') = :group
  or (:group = '' and content ->> 'group' not in (
    select uid from reply_items where kind = 'group' and deleted_at is null)))"""
VERSIONS_KEPT = 500  # of each item, the newest; nobody looks further back, and a file must not grow without end
_KINDS = {kind.value: kind for kind in ItemKind}


def items(connection: Connection, *, deleted: bool = False) -> list[Item]:
    """Every item; those that are deleted too, where they are wanted."""
    which = "" if deleted else " where deleted_at is null"
    return [_item(row) for row in connection.execute(f"select {_COLUMNS} from reply_items{which}")]  # noqa: S608 - own names


def items_of(connection: Connection, kind: ItemKind) -> list[Item]:
    """Every item of a kind that is not deleted."""
    query = f"select {_COLUMNS} from reply_items where kind = ? and deleted_at is null"  # noqa: S608 - own names
    return [_item(row) for row in connection.execute(query, [kind.value])]


def fragment_items(connection: Connection) -> list[Item]:
    """Every shared part that is not deleted, the one that comes first first."""
    query = f"""select {_COLUMNS} from reply_items where kind = 'reply' and deleted_at is null
                and instr(content, '"fragment":true') and content ->> 'fragment'
                order by content ->> 'position', uid"""  # noqa: S608 - own names
    return [_item(row) for row in connection.execute(query)]


def items_naming_fragments(connection: Connection, *, deleted: bool = False) -> list[Item]:
    """Every reply that may name a shared part; those that are deleted too, where they are wanted."""
    which = "" if deleted else " and deleted_at is null"
    query = f"select {_COLUMNS} from reply_items where kind = 'reply' and instr(content, '>'){which}"  # noqa: S608 - own names
    return [_item(row) for row in connection.execute(query)]


def items_in_group(connection: Connection, group: str) -> list[Item]:
    """The replies of a group in their order, for an empty uid those in none."""
    query = f"select {_COLUMNS} from reply_items {_IN_GROUP} order by content ->> 'position', uid"  # noqa: S608 - own words
    return [_item(row) for row in connection.execute(query, {"group": group})]


def last_position(connection: Connection, group: str) -> str:
    """The position of the last reply of a group, of those in none for an empty uid; empty where there is none."""
    query = f"select max(content ->> 'position') from reply_items {_IN_GROUP}"  # noqa: S608 - own words
    row = connection.execute(query, {"group": group}).fetchone()
    return str(row[0] or "")


def replies_deleted_since(connection: Connection, moment: int) -> list[Item]:
    """The replies that were deleted from a moment on, the latest first."""
    query = f"""select {_COLUMNS} from reply_items where kind = 'reply' and deleted_at >= ?
                order by deleted_at desc, uid"""  # noqa: S608 - own names
    return [_item(row) for row in connection.execute(query, [moment])]


def replies_titled(connection: Connection, titles: Collection[str]) -> list[Item]:
    """The replies with one of these titles that are not deleted."""
    query = f"""select {_COLUMNS} from reply_items where kind = 'reply' and deleted_at is null
                and coalesce(content ->> 'title', '') in (select value from json_each(?))"""  # noqa: S608 - own names
    return [_item(row) for row in connection.execute(query, [json.dumps(list(titles))])]


def items_by_uid(connection: Connection, uids: Collection[str]) -> dict[str, Item]:
    """Those of these items that there are, deleted ones too."""
    rows = connection.execute(
        f"select {_COLUMNS} from reply_items where uid in (select value from json_each(?))",  # noqa: S608 - own names
        [json.dumps(list(uids))],
    )
    return {item.uid: item for item in map(_item, rows)}


def put(connection: Connection, changed: Iterable[Item]) -> None:
    """Store items as they are, new ones and changed ones, and keep what they say as versions."""
    rows = list(changed)
    connection.executemany(  # not "or replace", which would take the versions along
        f"""insert into reply_items({_COLUMNS}) values (?, ?, ?, ?, ?, ?) on conflict(uid) do update set
            content = excluded.content, created_at = excluded.created_at, changed_at = excluded.changed_at,
            deleted_at = excluded.deleted_at""",  # noqa: S608 - own names
        ((r.uid, r.kind.value, r.content, r.created_at, r.changed_at, r.deleted_at) for r in rows),
    )
    _keep_versions(connection, [(item.uid, item.content, item.changed_at) for item in rows])


def _keep_versions(connection: Connection, said: Sequence[tuple[str, str, int]]) -> None:
    """Note what items say now, unless they said just that before."""
    connection.executemany(
        """insert into reply_versions(uid, version, content, saved_at)
           select ?1, coalesce((select max(version) from reply_versions where uid = ?1), 0) + 1, ?2, ?3
           where ?2 is not (select content from reply_versions where uid = ?1 order by version desc limit 1)""",
        said,
    )
    connection.executemany(
        """delete from reply_versions where uid = ?1
           and version <= (select max(version) from reply_versions where uid = ?1) - ?2""",
        ((uid, VERSIONS_KEPT) for uid, _, _ in said),
    )


def versions(connection: Connection, uid: str) -> list[tuple[int, str, int]]:
    """Number, content and time of everything that an item has said, the latest first."""
    rows = connection.execute(
        "select version, content, saved_at from reply_versions where uid = ? order by version desc", [uid]
    )
    return rows.fetchall()


def contents_with_media(connection: Connection) -> tuple[str, ...]:
    """What every item and every version that carries something says, deleted ones too."""
    rows = connection.execute(
        """select content from reply_items where instr(content, '"attachments"')
           union select content from reply_versions where instr(content, '"attachments"') order by 1"""
    )
    return tuple(str(content) for (content,) in rows)


# --- bases of shared packs ---


def bases(connection: Connection, pack: str) -> dict[str, str]:
    """What each item said when this PC and a pack were last the same."""
    rows = connection.execute("select uid, content from reply_bases where pack = ?", [pack])
    return {str(uid): str(content) for uid, content in rows}


def has_shared(connection: Connection) -> bool:
    """Whether this PC has shared through any pack."""
    return bool(connection.execute("select exists(select 1 from reply_bases)").fetchone()[0])


def shares_otherwise(connection: Connection, pack: str) -> bool:
    """Whether this PC has shared through another pack, and never yet through this one."""
    row = connection.execute(
        """select exists(select 1 from reply_bases where pack <> ?1)
           and not exists(select 1 from reply_bases where pack = ?1)""",
        [pack],
    ).fetchone()
    return bool(row[0])


def put_bases(connection: Connection, pack: str, contents: Mapping[str, str]) -> None:
    """Note what each item says now that this PC and a pack are the same."""
    connection.execute("delete from reply_bases where pack = ?", [pack])
    connection.executemany(
        "insert into reply_bases(pack, uid, content) values (?, ?, ?)",
        ((pack, uid, content) for uid, content in contents.items()),
    )


# --- uses ---


def insert_use(
    connection: Connection, use: tuple[str, str, int, str], identity_id: int | None, member_id: int | None
) -> int:
    """Add that a reply (uid, wording, UTC seconds, platform) was taken, for somebody or for nobody known; its id."""
    cursor = connection.execute(
        "insert into reply_uses(uid, wording, used_at, platform, identity_id, member_id) values (?, ?, ?, ?, ?, ?)",
        [*use, identity_id, member_id],
    )
    return int(cursor.lastrowid or 0)


def rename_uses(connection: Connection, uids: Mapping[str, str]) -> None:
    """Count the uses of some replies as those of others; their wordings are not told apart any more."""
    connection.executemany(
        "update reply_uses set uid = ?, wording = '' where uid = ?", [(new, old) for old, new in uids.items()]
    )


def usage(connection: Connection) -> dict[str, Usage]:
    """How often every reply was taken, and when last."""
    rows = connection.execute("select uid, count(*), max(used_at) from reply_uses group by uid")
    return {str(uid): Usage(times, last) for uid, times, last in rows}


def wording_counts(connection: Connection, uid: str) -> dict[str, int]:
    """How often each wording of a reply was taken."""
    rows = connection.execute("select wording, count(*) from reply_uses where uid = ? group by wording", [uid])
    return {str(wording): int(times) for wording, times in rows}


def wordings_for(connection: Connection, uid: str, member_id: int) -> list[str]:
    """The wordings of a reply that a member has got, the earliest first."""
    rows = connection.execute(
        "select wording from reply_uses where member_id = ? and uid = ? order by used_at, id", [member_id, uid]
    )
    return [str(wording) for (wording,) in rows]


# --- searches ---


def insert_search(connection: Connection, typed: str, typed_at: int, chosen: str) -> None:
    """Add what was typed, and the reply that was taken then, empty for none."""
    connection.execute(
        "insert into reply_searches(typed, typed_at, chosen) values (?, ?, ?)", [typed, typed_at, chosen]
    )


def forget_searches(connection: Connection, before: int) -> None:
    """Delete searches from before a moment."""
    connection.execute("delete from reply_searches where typed_at < ?", [before])


def delete_searches(connection: Connection, spellings: Iterable[str]) -> None:
    """Delete the searches that were typed just so."""
    connection.execute(
        "delete from reply_searches where typed in (select value from json_each(?))", [json.dumps(list(spellings))]
    )


def searches(connection: Connection) -> list[tuple[str, int, str]]:
    """What was typed, when, and what was taken then; the earliest first."""
    return connection.execute("select typed, typed_at, chosen from reply_searches order by typed_at, id").fetchall()


# --- prices ---


def newest_prices(connection: Connection) -> list[tuple[int, str, int]]:
    """Product, title and the price (minor units) of its newest dated line, of every kind of it that was sold."""
    rows = connection.execute(
        """select p.id, p.title, l.price, max(o.ordered_at) from order_lines l join orders o on o.id = l.order_id
           join products p on p.id = l.product_id where l.price > 0 and p.title <> '' and o.ordered_at is not null
           group by p.id, l.sku"""
    )
    return [(int(product), str(title), int(price)) for product, title, price, _ in rows]


def _item(row: Sequence[object]) -> Item:
    uid, kind, content, created_at, changed_at, deleted_at = row
    return Item(
        str(uid),
        _KINDS[str(kind)],
        str(content),
        _integer(created_at),
        _integer(changed_at),
        None if deleted_at is None else _integer(deleted_at),
    )


def _integer(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("the column is an integer by its table's definition")
    return value
