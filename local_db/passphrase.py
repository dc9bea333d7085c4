"""From a passphrase to the key of a shop file, exactly as SQLCipher 4 derives it; light enough to begin first thing."""

from __future__ import annotations

import functools
import hashlib
import threading

ROUNDS = 256_000  # SQLCipher 4 default: PBKDF2-HMAC-SHA512
KEY_BYTES = 32
SALT_BYTES = 16

_one_at_a_time = threading.Lock()


def derived_key(secret: bytes, salt: bytes) -> bytes:
    """32 bytes, after 0.15 s that release the interpreter lock.

    Whoever asks for the same key while it is being derived gets it when it is: a start begins early.
    """
    with _one_at_a_time:
        return _derived(secret, salt)


@functools.lru_cache(maxsize=1)
def _derived(secret: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", secret, salt, ROUNDS, KEY_BYTES)
