"""What was typed into a reply and is not saved: kept in the shop file, so that neither leaving nor a crash loses it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from local_db.errors import RegularsError
from local_db.replies.actions import save_reply
from local_db.replies.arranging import new_uid
from local_db.replies.model import Attachment, Reply, Wording
from local_db.settings import read_setting, write_setting

if TYPE_CHECKING:
    from local_db.changes import Changes
    from local_db.shop_file import Connection, Shop

_SETTING = "reply_drafts"
_NEW = "new:"
_LISTS = ("tags", "platforms")


def new_key() -> str:
    """By which the draft of a reply is known that was never saved; drafts of others have the uid of their reply."""
    return f"{_NEW}{new_uid()}"


def drafts(shop: Shop) -> dict[str, Reply]:
    """Every draft by its key, the earliest first."""
    with shop.read() as connection:
        return read_drafts(connection)


def read_drafts(connection: Connection) -> dict[str, Reply]:
    """Every draft by its key; what cannot be read is none."""
    found: dict[str, Reply] = {}
    for key, values in _kept(connection).items():
        with suppress(KeyError, TypeError, ValueError):
            found[key] = _reply(key, values)
    return found


def put_drafts(shop: Shop, added: Mapping[str, Reply]) -> None:
    """Keep these instead of what was kept under their keys."""
    with shop.write() as connection:
        texts = {key: asdict(replace(reply, uid="")) for key, reply in added.items()}
        _put(connection, {**_kept(connection), **texts})


def drop_drafts(shop: Shop, keys: Collection[str]) -> None:
    """Keep these no longer."""
    with shop.write() as connection:
        kept = _kept(connection)
        if not kept.keys().isdisjoint(keys):
            _put(connection, {key: values for key, values in kept.items() if key not in keys})


def save_or_keep(
    shop: Shop, key: str, reply: Reply, *, seen: Reply | None = None, now: datetime
) -> tuple[Reply, Changes]:
    """Save a reply as `save_reply` does and drop its draft. Where that is refused, it is kept and this is raised."""
    try:
        result = save_reply(shop, reply, seen=seen, now=now)
    except RegularsError:
        put_drafts(shop, {key: reply})
        raise
    drop_drafts(shop, [key])
    return result


def _kept(connection: Connection) -> dict[str, Any]:
    try:
        kept = json.loads(str(read_setting(connection, _SETTING)) or "{}")
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _put(connection: Connection, kept: dict[str, Any]) -> None:
    write_setting(connection, _SETTING, json.dumps(kept) if kept else "")  # in ASCII: half a character is kept too


def _reply(key: str, values: dict[str, Any]) -> Reply:
    """A draft as it was typed: nothing of the rules of a reply is asked of it."""
    lists = {name: tuple(map(str, values[name])) for name in _LISTS}
    wordings = tuple(Wording(str(one["uid"]), str(one["text"])) for one in values["wordings"])
    attachments = tuple(Attachment(**one) for one in values["attachments"])
    return Reply(**{**values, **lists, "uid": key, "wordings": wordings, "attachments": attachments})
