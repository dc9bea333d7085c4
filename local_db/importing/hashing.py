"""64-bit hashes over columns that depend on what cells say alone: the same in every run, on every computer."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.importing.table import Coded

    Hashes = NDArray[np.uint64]


def text_hash(text: str) -> int:
    """64 bits of a text; 0 for the empty one."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) if text else 0


def text_hashes(column: Coded) -> Hashes:
    """64 bits per row; each distinct text that is used is hashed once."""
    each = np.zeros(len(column.values), np.uint64)
    used = np.unique(column.codes).tolist()
    each[used] = [text_hash(column.values[code]) for code in used]
    return each[column.codes]


def mixed(state: Hashes, part: Hashes) -> Hashes:
    """Stir 64 more bits in (multiply and shift, as in splitmix64), so that the order of parts matters."""
    stirred = (state + np.uint64(0x9E3779B97F4A7C15)) ^ part
    stirred = (stirred ^ (stirred >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    stirred = (stirred ^ (stirred >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    result: Hashes = stirred ^ (stirred >> np.uint64(31))
    return result
