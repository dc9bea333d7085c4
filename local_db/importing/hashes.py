"""64-bit hashes over columns, the same in every run: of the texts and numbers that a row of a file says."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from local_db.importing.cells import MISSING

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.coded import Coded

    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint64]


def text_hashes(column: Coded) -> Hashes:
    """64 bits per row that depend on the text alone."""
    if len(column.values) > 2 * len(column.codes):  # most of the texts stand in other rows
        used, place = np.unique(column.codes, return_inverse=True)
        return _of_texts([column.values[code] for code in used.tolist()])[place]
    return _of_texts(column.values)[column.codes]


def text_hash(text: str) -> int:
    """64 bits of one text; 0 for the empty one."""
    return int(_of_texts([text])[0])


def _of_texts(texts: Sequence[str]) -> Hashes:
    blake2b = hashlib.blake2b
    digests = [blake2b(t.encode("utf-8", "surrogatepass"), digest_size=8).digest() if t else bytes(8) for t in texts]
    return np.frombuffer(b"".join(digests), ">u8").astype(np.uint64)


def number_hashes(column: Ints) -> Hashes:
    """64 bits per row that are its number."""
    return column.astype(np.int64).view(np.uint64)


def mixed(state: Hashes, part: Hashes) -> Hashes:
    """Stir 64 more bits in (multiply and shift, as in splitmix64), so that the order of parts matters."""
    stirred = (state + np.uint64(0x9E3779B97F4A7C15)) ^ part
    stirred = (stirred ^ (stirred >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    stirred = (stirred ^ (stirred >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    result: Hashes = stirred ^ (stirred >> np.uint64(31))
    return result


def mixed_where_said(state: Hashes, name: str, column: Ints | Coded, nothing: int = MISSING) -> Hashes:
    """Stir a column in that not every file has: a row where it says nothing stays as without the column."""
    if isinstance(column, np.ndarray):
        said, part = column != nothing, number_hashes(column)
    else:
        said, part = column.codes > 0, text_hashes(column)
    if not said.any():
        return state
    own = np.uint64(int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest()))
    return np.where(said, mixed(state, mixed(np.full(len(state), own), part)), state)


def numbered_apart(stable: Hashes, whole: Hashes) -> Ints:
    """How many equal rows (by `stable`) stand before each, counted in the order of everything else they say.

    The same rows in another order get the same numbers that way.
    """
    order = np.lexsort((whole, stable))
    ordered = stable[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(ordered) else np.empty(0, np.int64)
    run = np.repeat(starts, np.diff(np.r_[starts, len(ordered)]))
    occurrence = np.empty(len(order), np.int64)
    occurrence[order] = np.arange(len(order)) - run
    return occurrence


def made_number(stable: int, occurrence: int) -> str:
    """The number that stands for a row which has none of its own."""
    return f"~{stable:016x}-{occurrence}" if occurrence else f"~{stable:016x}"
