"""What remains of the keys of those who were erased: hashes under a salt of the shop."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from local_db.members import erasure_store as store
from local_db.settings import read_setting

if TYPE_CHECKING:
    from local_db.shop_file import Connection

_HASH_BYTES = 16


def key_hash(salt: str, kind: str, scope: str, value: str) -> str:
    """What an erased key is known by: nothing that can be read back without the shop file."""
    text = "\x1f".join((kind, scope, value)).encode("utf-8", "surrogatepass")
    return blake2b(text, key=bytes.fromhex(salt), digest_size=_HASH_BYTES).hexdigest()


def refused_hash(salt: str, channel: str, phone: str) -> str:
    """What stands for a phone whose owner refused a channel and was erased since: it stays refused, whoever has it."""
    return key_hash(salt, f"refused:{channel}", "", phone)


def erasure_salt(connection: Connection) -> str:
    """The shop's salt of such hashes; empty while nobody was ever erased."""
    return str(read_setting(connection, "erasure_salt") or "")


def erased(connection: Connection) -> frozenset[str]:
    """The hashes of every key that must not come back."""
    return store.hashes(connection)
