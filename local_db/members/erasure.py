"""Erasing one person on request: what is known about her goes, her orders stay without her.

What remains of her keys are hashes under a salt of the shop, so that a later import knows whom it must not bring back.
"""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from local_db import backup
from local_db.changes import Changes, Topic
from local_db.errors import ShopFileError
from local_db.members import erasure_store as store
from local_db.members import identity
from local_db.members.erased_keys import erasure_salt, key_hash, refused_hash
from local_db.members.store import whose
from local_db.roster.consent import CHANNELS
from local_db.roster.refusals import refusals
from local_db.settings import mark_roster_changed, read_setting, write_setting
from local_db.values import epoch

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.shop_file import Connection, Shop

_SALT_BYTES = 32


class Extent(NamedTuple):
    """What erasing a member takes away, and what stays."""

    records: int = 0  # what files say about her
    keys: int = 0  # by which files recognise her
    notes: int = 0
    tags: int = 0
    consents: int = 0
    messages: int = 0
    calls: int = 0
    replies: int = 0  # that she got in chats
    orders: int = 0  # stay, without her
    namesakes: int = 0  # other members with her phone, who stay as they are


class Erased(NamedTuple):
    """What was done; `left_over` says why the bytes are still in the file, where they are."""

    orders: int
    messages: int
    left_over: ShopFileError | None = None


def extent(connection: Connection, member_id: int) -> Extent | None:
    """What erasing a member would take away; None where there is no such member."""
    found = store.extent(connection, member_id)
    return None if found is None else Extent(*found)


def erase_member(shop: Shop, member_id: int, *, now: datetime) -> tuple[Erased | None, Changes]:
    """Erase a person for good; None where there is no such member.

    Afterwards the file is rewritten, so that nothing of her is left in it. Where that fails the erasure stands all the
    same, and `finish_erasure` has still to be called.
    """
    with shop.write() as connection:
        done = _erase(connection, member_id, epoch(now))
        if done is None:
            return None, Changes()
        mark_roster_changed(connection)
    changes = Changes.of(Topic.MEMBERS, Topic.ORDERS, Topic.AUDIENCES, Topic.SETTINGS)
    try:
        finish_erasure(shop)
    except ShopFileError as error:
        return done._replace(left_over=error), changes
    return done, changes


def finish_erasure(shop: Shop) -> None:
    """Rewrite the file where an erasure left that to do. Raises ShopFileError as `Shop.scrub`."""
    with shop.read() as connection:
        due = bool(read_setting(connection, "scrub_due"))
    if due:
        shop.scrub()
        with shop.write() as connection:
            write_setting(connection, "scrub_due", value=False)


def last_erasure(connection: Connection) -> int | None:
    """UTC seconds of the last erasure, None where there was none: backups from before it still hold the person."""
    moment = int(read_setting(connection, "erased_at") or 0)
    return moment or None


def replace_backups(shop: Shop, *, now: datetime) -> tuple[Path, int]:
    """Write a new backup and delete those that still hold an erased person; the new one, and how many went.

    Raises ShopFileError as `finish_erasure` and `backup.replace_before`.
    """
    finish_erasure(shop)
    with shop.read() as connection:
        moment = last_erasure(connection)
    return backup.replace_before(shop, -1 if moment is None else moment, now)


def _erase(connection: Connection, member_id: int, now: int) -> Erased | None:
    from local_db.roster import kept  # brings NumPy

    found = extent(connection, member_id)
    if found is None:
        return None
    with store.overwriting(connection):
        records = store.records_of(connection, member_id)
        around = store.keys_around(connection, member_id, records)
        shared = [key for key in around if store.is_named_by_others(connection, key.id, records)]
        keys = [key for key in around if key not in shared]
        salt = _salt(connection)
        store.add_hashes(connection, (key_hash(salt, *key[1:]) for key in keys), now)
        store.add_hashes(connection, _refused(connection, member_id, salt), now)
        words = store.words_about(connection, member_id)
        store.clean_exports(connection, member_id, words)
        store.forget_searches(connection, words)
        store.clean_orders(connection, member_id, records)
        _delete(connection, member_id, records, keys, shared)
        kept.drop(connection)
    write_setting(connection, "erased_at", now)
    write_setting(connection, "scrub_due", value=True)
    return Erased(found.orders, found.messages)


def _refused(connection: Connection, member_id: int, salt: str) -> list[str]:
    """Her phones on every channel that she refuses; whoever else has one of them is not written to there either."""
    phones = store.phones_of(connection, member_id)
    refusing = [channel for channel in CHANNELS if refusals(connection, channel).holds_for(member_id, "")]
    return [refused_hash(salt, channel, phone) for channel in refusing for phone in phones]


def _delete(
    connection: Connection, member_id: int, records: list[int], keys: list[store.Key], shared: list[store.Key]
) -> None:
    """Delete the person; keys that others have too are theirs from now on."""
    store.release(connection, [key.id for key in shared if whose(connection, key.id) == member_id])
    store.delete_member(connection, member_id)
    for left in store.delete_keys(connection, records, [key.id for key in keys]):
        store.delete_member(connection, left)  # such as a phone of her own that stood for itself
    if shared:
        identity.derive_again(connection, [key.id for key in shared])


def _salt(connection: Connection) -> str:
    salt = erasure_salt(connection)
    if not salt:
        salt = os.urandom(_SALT_BYTES).hex()
        write_setting(connection, "erasure_salt", salt)
    return salt
