"""Every text by which members are found, in memory, with the places of each character.

The texts stand one after another as 16-bit units. For every unit its places are known, so a typed word is
followed from the places of its first piece to the next one's; what was found out for a word serves for the same
word with a letter more or less.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import numpy as np

from local_db.members.spelling import LONGEST_PIECE, TWO_LETTER_INITIALS, spoken
from local_db.members.texts import line_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Codes

    Units = NDArray[np.uint16]

BETWEEN_MEMBERS = "\n"
BETWEEN_TEXTS = "\x1f"  # of one member
_ENCODING = "utf-16-le"
_UNITS = 1 << 16
_FEW = 20_000
_TOO_MANY = 4_000_000
_OFTEN_FIRST = string.ascii_lowercase + string.digits
_NOWHERE = np.zeros(0, np.int32)


class TextIndex:
    """Finds the numbers of members by a typed word. Not to be asked by two threads at once."""

    def __init__(self, chunks: Iterable[str]) -> None:
        """`chunks`: folded texts in the order of members; each member's end with BETWEEN_MEMBERS."""
        encoded = b"".join(chunk.encode(_ENCODING) for chunk in chunks)
        self._units: Units = np.frombuffer(encoded, dtype="<u2").astype(np.uint16, copy=False)
        # By means that let go of the interpreter, so that the window goes on meanwhile (repeat and bincount do not).
        self._owner: Codes = line_numbers(self._units == ord(BETWEEN_MEMBERS))
        self.size = int(self._owner[-1]) + 1 if len(self._owner) else 0
        self._places: Codes = np.argsort(self._units, kind="stable").astype(np.int32)
        firsts = np.searchsorted(np.take(self._units, self._places), np.arange(_UNITS, dtype=np.uint16))
        self._starts = np.append(firsts, len(self._units))
        self._spoken_with, self._spoken_as = _readings(np.flatnonzero(np.diff(self._starts)).tolist())
        self._by_letter = {letter: np.packbits(self._found((letter,), ())) for letter in _OFTEN_FIRST}
        self._last_word = ""
        self._last_ends: list[Codes] = []

    @property
    def memory(self) -> int:
        """Bytes of its arrays."""
        return self._units.nbytes + self._owner.nbytes + self._places.nbytes + self._starts.nbytes

    def found(self, word: str) -> Bools:
        """Per member: whether the folded word stands in one of their texts, as `spelling.spells` has it."""
        if word in self._by_letter:  # what finds most takes longest, and is what everybody types first
            return np.unpackbits(self._by_letter[word], count=self.size).view(np.bool_)
        letters = _units_of(word)
        return self._found(letters, self._ends(word, letters))

    def _found(self, letters: Sequence[str], ends: Sequence[Codes]) -> Bools:
        mask = np.zeros(self.size, np.bool_)
        for start in range(max(0, len(letters) - LONGEST_PIECE), len(letters)):
            piece = letters[start:]
            codes = self._codes(piece, last=True)
            places = self._places_of(codes) if start == 0 else _where(self._units, ends[start], codes)
            mask[self._owner[places]] = True
        return mask

    def _ends(self, word: str, letters: Sequence[str]) -> list[Codes]:
        """For every number of letters the places behind what spells so many of them; those of none are not listed."""
        known = _in_common(letters, _units_of(self._last_word)) + 1
        ends = self._last_ends[: max(1, min(known, len(letters)))] or [_NOWHERE]
        for end in range(len(ends), len(letters)):
            ends.append(self._ends_at(letters, end, ends))
        self._last_word, self._last_ends = word, ends
        return ends

    def _ends_at(self, letters: Sequence[str], end: int, ends: Sequence[Codes]) -> Codes:
        found: list[Codes] = []
        for start in range(max(0, end - LONGEST_PIECE), end):
            codes = self._codes(letters[start:end], last=False)
            if codes and (start == 0 or len(ends[start])):
                places = self._places_of(codes) if start == 0 else _where(self._units, ends[start], codes)
                if len(places):
                    found.append(places + np.int32(1))
        if len(found) <= 1:
            return found[0] if found else _NOWHERE
        places = np.concatenate(found)
        # The same place may be reached in two ways. To find that out takes longer than to follow some places twice,
        # unless there are few of them, or so many that they must not double with every letter.
        return places if _FEW < len(places) < _TOO_MANY else np.unique(places)

    def _codes(self, letters: Sequence[str], *, last: bool) -> Sequence[int]:
        """The units that a piece of a word may stand for."""
        piece = "".join(letters)
        if len(letters) == 1:
            return (ord(piece), *self._spoken_with.get(piece, ()))
        if last or piece in TWO_LETTER_INITIALS:
            return self._spoken_with.get(piece, ())
        return self._spoken_as.get(piece, ())

    def _places_of(self, codes: Sequence[int]) -> Codes:
        slices = [self._places[self._starts[code] : self._starts[code + 1]] for code in codes]
        if len(slices) <= 1:
            return slices[0] if slices else _NOWHERE
        return np.concatenate(slices)


def _where(units: Units, places: Codes, codes: Sequence[int]) -> Codes:
    """Those of the places at which one of the units stands."""
    if not codes or not len(places):
        return _NOWHERE
    here = units[places]
    if len(codes) == 1:
        mask = here == codes[0]
    else:
        wanted = np.zeros(_UNITS, np.bool_)
        wanted[list(codes)] = True
        mask = wanted[here]
    kept: Codes = places[mask]
    return kept


def _units_of(word: str) -> list[str]:
    """The 16-bit units of a word, each as the character of that number."""
    return [chr(unit) for unit in np.frombuffer(word.encode(_ENCODING, "surrogatepass"), dtype="<u2").tolist()]


def _in_common(one: Sequence[str], other: Sequence[str]) -> int:
    """So many letters are the same at the beginning."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _readings(codes: Iterable[int]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The units by every beginning of their readings, and by their whole readings."""
    beginnings: dict[str, dict[int, None]] = {}
    whole: dict[str, list[int]] = {}
    for code in codes:
        for reading in spoken(chr(code)):
            whole.setdefault(reading, []).append(code)
            for length in range(1, len(reading) + 1):
                beginnings.setdefault(reading[:length], {})[code] = None
    return {beginning: list(units) for beginning, units in beginnings.items()}, whole
