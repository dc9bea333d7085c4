"""Who is matched, as one bit per member: a million members are 125 kB, joined and counted in microseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.roster.roster import Bools

_WORD = 64
_BYTES = 8


class Bits:
    """A set of member numbers below `size`; never changed once made. Bits behind `size` are 0."""

    __slots__ = ("_words", "size")

    def __init__(self, words: NDArray[np.uint64], size: int) -> None:
        self._words = words
        self.size = size

    @classmethod
    def of(cls, mask: Bools) -> Bits:
        """The members for which the mask is true."""
        packed = np.zeros(-(-len(mask) // _WORD) * _BYTES, np.uint8)
        packed[: -(-len(mask) // 8)] = np.packbits(mask, bitorder="little")
        return cls(packed.view(np.uint64), len(mask))

    @classmethod
    def none(cls, size: int) -> Bits:
        """Nobody."""
        return cls(np.zeros(-(-size // _WORD), np.uint64), size)

    def __and__(self, other: Bits) -> Bits:
        return Bits(self._words & other._words, self.size)

    def __or__(self, other: Bits) -> Bits:
        return Bits(self._words | other._words, self.size)

    def __sub__(self, other: Bits) -> Bits:
        """Who is in this one and not in the other."""
        return Bits(self._words & ~other._words, self.size)

    def count(self) -> int:
        """How many."""
        return int(np.bitwise_count(self._words).sum(dtype=np.int64))

    def bools(self) -> Bools:
        """One truth value per member."""
        return np.unpackbits(self._words.view(np.uint8), count=self.size, bitorder="little").view(np.bool_)

    @property
    def nbytes(self) -> int:
        """How much memory it takes."""
        return self._words.nbytes

    def has(self, number: int) -> bool:
        """Whether one member is in it."""
        return bool(self._words[number // _WORD] >> np.uint64(number % _WORD) & np.uint64(1))
