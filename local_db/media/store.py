"""Pictures, videos and sound in the shop file; the same bytes are kept once."""

from __future__ import annotations

import json
from collections.abc import Collection
from hashlib import blake2b

from local_db.media.model import Media, MediaFacts, MediaKind
from local_db.shop_file import Connection

_HASH_BYTES = 16


def add(connection: Connection, media: Media, moment: int) -> int:
    """Keep it, unless the same bytes are kept already; its id. `moment` is UTC seconds."""
    key = hash_of(media.data)
    row = connection.execute("select id from media where hash = ?", [key]).fetchone()
    if row is not None:  # used anew: it must not count as long unused
        connection.execute("update media set added_at = ? where id = ?", [moment, row[0]])
        return int(row[0])
    cursor = connection.execute(
        "insert into media(hash, kind, type, width, height, milliseconds, data, added_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        [key, media.kind.value, media.type, media.width, media.height, media.milliseconds, media.data, moment],
    )
    return int(cursor.lastrowid or 0)


def hash_of(data: bytes) -> str:
    """By what bytes are known on every PC."""
    return blake2b(data, digest_size=_HASH_BYTES).hexdigest()


def by_hash(connection: Connection, key: str) -> Media | None:
    """The one with these bytes, or None."""
    row = connection.execute("select id from media where hash = ?", [key]).fetchone()
    return None if row is None else media(connection, int(row[0]))


def hashes_there(connection: Connection, hashes: Collection[str]) -> set[str]:
    """Those of some hashes whose bytes are kept."""
    query = "select hash from media where hash in (select value from json_each(?))"
    return {str(key) for (key,) in connection.execute(query, [json.dumps(list(hashes))])}


def facts_by_hash(connection: Connection, hashes: Collection[str]) -> dict[str, MediaFacts]:
    """What is known of each of them by its hash; those that are gone are left out."""
    query = (
        "select hash, kind, type, width, height, milliseconds, length(data) from media"
        " where hash in (select value from json_each(?))"
    )
    rows = connection.execute(query, [json.dumps(list(hashes))])
    return {str(key): MediaFacts(MediaKind(kind), *rest) for key, kind, *rest in rows}


def ids_of(connection: Connection, hashes: Collection[str]) -> set[int]:
    """The ids of those that are there of some hashes."""
    query = "select id from media where hash in (select value from json_each(?))"
    return {int(media_id) for (media_id,) in connection.execute(query, [json.dumps(list(hashes))])}


def media(connection: Connection, media_id: int) -> Media | None:
    """One of them with its bytes, or None."""
    row = connection.execute(
        "select kind, type, data, width, height, milliseconds, id from media where id = ?", [media_id]
    ).fetchone()
    return None if row is None else Media(MediaKind(row[0]), *row[1:])


def facts(connection: Connection, media_ids: Collection[int]) -> dict[int, MediaFacts]:
    """What is known of each of them; those that are gone are left out."""
    query = "select id, kind, type, width, height, milliseconds, length(data) from media where id = ?"
    rows = (connection.execute(query, [media_id]).fetchone() for media_id in media_ids)
    return {int(row[0]): MediaFacts(MediaKind(row[1]), *row[2:]) for row in rows if row is not None}


def are_there(connection: Connection, before: int) -> bool:
    """Whether anything without a take was added before a moment."""
    query = "select 1 from media where added_at < ? and id not in (select media_id from call_takes) limit 1"
    return connection.execute(query, [before]).fetchone() is not None


def remove_unused(connection: Connection, used: Collection[int], before: int) -> int:
    """Delete whatever is not among `used`, has no take, and was added before a moment; how many."""
    rows = connection.execute(
        "select id from media where added_at < ? and id not in (select media_id from call_takes)", [before]
    ).fetchall()
    unused = [(media_id,) for (media_id,) in rows if media_id not in used]
    connection.executemany("delete from media where id = ?", unused)
    return len(unused)
