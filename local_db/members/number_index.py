"""Members by the end of their phone and by the beginning of their orders' numbers, in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from local_db.members.texts import WORD, line_numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.members.texts import Texts
    from local_db.roster.roster import Bools, Codes, Ints

END_DIGITS = 4  # from so many digits on, a number may be the end of a phone, or the beginning of an order's number
_LONGEST_NUMBER = 32  # bytes of an order's number that are compared
_MOST_DIGITS = 18  # of a phone, so that it is a number of 64 bits


class PhoneIndex:
    """Phones as numbers; what is no digit in them does not count."""

    def __init__(self, phones: Texts) -> None:
        size = len(phones)
        digit = (phones.data >= ord("0")) & (phones.data <= ord("9"))
        owner = line_numbers(phones.data == ord("\n"))[digit]
        counts = np.bincount(owner, minlength=size)
        ends = np.cumsum(counts)
        power = ends[owner] - 1 - np.arange(len(owner))
        kept = power < _MOST_DIGITS
        values = (phones.data[digit][kept].astype(np.int64) - ord("0")) * 10 ** power[kept]
        running = np.concatenate((np.zeros(1, np.int64), np.cumsum(values)))  # wraps around, and so do differences
        edges = np.concatenate((np.zeros(1, np.int64), np.cumsum(np.bincount(owner[kept], minlength=size))))
        self._values: Ints = np.diff(running[edges])
        self._digits = np.minimum(counts, _MOST_DIGITS).astype(np.uint8)

    @property
    def memory(self) -> int:
        """Bytes of its arrays."""
        return self._values.nbytes + self._digits.nbytes

    def ending(self, digits: str) -> Bools:
        """Per member: whether their phone ends with these digits."""
        if not END_DIGITS <= len(digits) <= _MOST_DIGITS:
            return np.zeros(len(self._values), np.bool_)
        mask: Bools = (self._values % 10 ** len(digits) == int(digits)) & (self._digits >= len(digits))
        return mask


class OrderNumberIndex:
    """The numbers of orders in the order of their bytes, with whose they are."""

    def __init__(self, numbers: Texts, members: Codes) -> None:
        """`members`: per order the number of its member."""
        self._has_longer = bool((numbers.lengths() > _LONGEST_NUMBER).any())
        longest = int(numbers.lengths().max(initial=1))
        width = -(-min(longest, _LONGEST_NUMBER) // WORD)
        everyone = np.arange(len(numbers))
        words = [numbers.words(everyone, depth) for depth in range(max(1, width))]
        sorting = np.lexsort(words[::-1])
        matrix = np.stack([word[sorting] for word in words], axis=1).astype(">u8")
        self._numbers: NDArray[np.bytes_] = matrix.view(f"S{len(words) * WORD}").ravel()
        self._members = members[sorting]

    @property
    def memory(self) -> int:
        """Bytes of its arrays."""
        return self._numbers.nbytes + self._members.nbytes

    def beginning(self, text: str) -> Codes:
        """The members with an order whose number begins so; one of them may come several times."""
        start, width = text.encode("utf-8", "replace"), self._numbers.dtype.itemsize
        if len(start) < END_DIGITS or (len(start) > width and not self._has_longer):
            return self._members[:0]
        first = np.searchsorted(self._numbers, np.bytes_(start[:width]))
        behind = start[:width].ljust(width, b"\xff")  # no byte of a text is that high
        return self._members[first : np.searchsorted(self._numbers, np.bytes_(behind), side="right")]
