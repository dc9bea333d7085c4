"""Where a shop's key comes from: a passphrase in the environment, the system's keyring, or the person.

A key is kept in the keyring under the salt of its file, so a file may be renamed or moved, and a
backup opens with the same entry.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from desktop.command_line import PASSPHRASE_VARIABLE
from local_db.errors import ShopFileError
from local_db.shop_file import Shop, ShopKey, create_shop, open_shop, read_salt

SERVICE = "Regulars shop file"

AskPassphrase = Callable[[], str | None]


class KeyStore(Protocol):
    """Keeps the raw key of each shop file."""

    def find(self, salt: bytes) -> bytes | None:
        """The key of the file with this salt, or None."""

    def keep(self, key: ShopKey) -> bool:
        """Store a key; False where this computer has no keyring that keeps it."""


class SystemKeyring:
    """The operating system's keyring, through the keyring package (imported when first asked: 100 ms)."""

    def find(self, salt: bytes) -> bytes | None:
        """The key of the file with this salt, or None (also where there is no usable keyring)."""
        import keyring
        from keyring.errors import KeyringError

        try:
            text = keyring.get_password(SERVICE, salt.hex())
        except (KeyringError, OSError):
            return None
        try:
            return bytes.fromhex(text) if text else None
        except ValueError:
            return None

    def keep(self, key: ShopKey) -> bool:
        """Store a key and read it back; False where this computer has no keyring that keeps it."""
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(SERVICE, key.salt.hex(), key.raw.hex())
        except (KeyringError, OSError):
            return False
        return self.find(key.salt) == key.raw


def open_existing(path: Path, store: KeyStore, ask: AskPassphrase | None = None, *, read_only: bool = False) -> Shop:
    """Open a shop file with the first key that can be had.

    `ask` returns a passphrase or None when the person gives up; it is asked again by the caller after
    `wrong_key`. Raises ShopFileError (`no_key` where nobody knows one).
    """
    salt = read_salt(path)
    passphrase = os.environ.get(PASSPHRASE_VARIABLE)
    if passphrase:
        try:
            return open_shop(path, ShopKey.from_passphrase(passphrase, salt), read_only=read_only)
        except ShopFileError as error:
            # A variable set for another shop must not lock this one out.
            if error.code != "wrong_key" or store.find(salt) is None:
                raise
    raw = store.find(salt)
    if raw is not None:
        return _open_with_kept_key(path, ShopKey(raw, salt), read_only=read_only)
    passphrase = ask() if ask else None
    if not passphrase:
        raise ShopFileError("no_key", path=str(path))
    key = ShopKey.from_passphrase(passphrase, salt)
    shop = open_shop(path, key, read_only=read_only)
    store.keep(key)
    return shop


def create_new(path: Path, store: KeyStore, ask: AskPassphrase | None = None) -> Shop:
    """Make a shop file with a passphrase from the environment, else a random key in the keyring, else `ask`.

    The key is kept before the file exists, so no crash leaves a file that nobody can open.
    """
    passphrase = os.environ.get(PASSPHRASE_VARIABLE)
    if not passphrase:
        key = ShopKey.random()
        if store.keep(key):
            return create_shop(path, key)
        passphrase = ask() if ask else None
    if not passphrase:
        raise ShopFileError("no_key", path=str(path))
    return create_shop(path, ShopKey.from_passphrase(passphrase))


def _open_with_kept_key(path: Path, key: ShopKey, *, read_only: bool) -> Shop:
    try:
        return open_shop(path, key, read_only=read_only)
    except ShopFileError as error:
        if error.code == "wrong_key":
            # The salt named this very key: what no longer fits it is the file.
            raise ShopFileError("damaged_file", path=str(path)) from None
        raise
