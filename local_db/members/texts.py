"""Columns of texts as bytes one after another, so that a million of them are no million Python objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Codes

    Bytes = NDArray[np.uint8]
    Ints = NDArray[np.int64]
    Words = NDArray[np.uint64]

WORD = 8  # bytes that are compared at once
_BLOCK = 1 << 20  # places that are counted at once: longer, and the window would notice
_AT_ONCE = 1 << 17  # texts whose words are gathered at once: more would only take more memory


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Text number i is `data[starts[i] : starts[i + 1]]`."""

    data: Bytes
    starts: Ints

    @classmethod
    def of_lines(cls, chunks: Sequence[bytes]) -> Texts:
        """From pieces in each of which every text ends with a line feed, which belongs to the text."""
        data = np.frombuffer(b"".join(chunks), dtype=np.uint8)
        ends = np.flatnonzero(data == ord("\n")) + 1
        return cls(data, np.concatenate((np.zeros(1, np.int64), ends)))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def lengths(self) -> Ints:
        """How many bytes each text has, its line feed left out."""
        return np.diff(self.starts) - 1

    def words(self, numbers: Ints, depth: int) -> Words:
        """Eight bytes of some texts from `depth` words on, as numbers in the order of bytes; zeros after the end."""
        words = np.empty(len(numbers), np.uint64)
        reach = np.arange(WORD)
        for first in range(0, len(numbers), _AT_ONCE):
            some = numbers[first : first + _AT_ONCE]
            begin = self.starts[some] + depth * WORD
            places = begin[:, np.newaxis] + reach
            inside = places < (self.starts[some + 1] - 1)[:, np.newaxis]
            letters = np.where(inside, self.data[np.where(inside, places, 0)], np.uint8(0))
            words[first : first + _AT_ONCE] = letters.view(">u8").ravel()
        return words


def line_numbers(ends: Bools) -> Codes:
    """For every place the number of its line, from 0; `ends` says where lines end, at their last place."""
    numbers = np.empty(len(ends), np.int32)
    before = 0
    for first in range(0, len(ends), _BLOCK):
        part = ends[first : first + _BLOCK]
        counted = np.cumsum(part, dtype=np.int32) + np.int32(before)
        numbers[first : first + _BLOCK] = counted - part
        before = int(counted[-1])
    return numbers
