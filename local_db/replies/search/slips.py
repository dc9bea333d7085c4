"""What may have been meant where what was typed is nowhere: a letter wrong, missing, too many or in the wrong place.

One slip in a word of four letters or more, two in one of eight or more. In pinyin every way to take the letters apart
into syllables is tried that has no more slips than that, and whose syllables stand side by side somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search import readings
from local_db.replies.search.vocabulary import fold_char

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Follows = Callable[[str, str], bool]

_LETTERS_FOR_ONE, _LETTERS_FOR_TWO = 4, 8
_LONGEST_SYLLABLE = 6
_MOST_PATHS = 48


class Meant(NamedTuple):
    """A syllable, or a typed character; with the number of slips in it."""

    text: str
    slips: int


def allowed(word: str) -> int:
    """How many slips a word of this length may have."""
    letters = sum(char.isascii() for char in word)
    return int(letters >= _LETTERS_FOR_ONE) + int(letters >= _LETTERS_FOR_TWO)


def distance(left: str, right: str, most: int) -> int:
    """Letters to change, add, drop or swap with their neighbour; anything above `most` is `most + 1`."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for place, char in enumerate(left, 1):
        older, before, row = before, row, [place]
        for other, there in enumerate(right, 1):
            least = min(before[other] + 1, row[-1] + 1, before[other - 1] + (char != there))
            if place > 1 < other and char == right[other - 2] and left[place - 2] == there:
                least = min(least, older[other - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


class SyllableSlips:
    """Near syllables, for the syllables that a library has."""

    def __init__(self, syllables: Sequence[str]) -> None:
        self._exact = frozenset(syllables)
        self._shortened: dict[str, list[str]] = {}
        for syllable in syllables:
            for shorter in _shortened(syllable):
                self._shortened.setdefault(shorter, []).append(syllable)
        self._beginnings: dict[str, list[str]] = {}
        for syllable in syllables:
            for length in range(1, len(syllable)):
                self._beginnings.setdefault(syllable[:length], []).append(syllable)
        self._near: dict[str, list[Meant]] = {}

    def near(self, typed: str) -> list[Meant]:
        """Syllables with at most one slip from what was typed, the exact one first."""
        if typed not in self._near:
            found = dict.fromkeys(near for shorter in _shortened(typed) for near in self._shortened.get(shorter, ()))
            meant = (Meant(syllable, distance(typed, syllable, 1)) for syllable in found)
            self._near[typed] = sorted((some for some in meant if some.slips <= 1), key=lambda some: some.slips)
        return self._near[typed]

    def paths(self, word: str, follows: Follows) -> list[tuple[Meant, ...]]:
        """Rows of two syllables or more that the word may mean with at least one slip."""
        budget = allowed(word)
        if not budget:
            return []
        found: dict[tuple[str, ...], tuple[Meant, ...]] = {}
        for typed, taken in _swapped(word):
            for path in self._walk(typed, 0, "", budget - taken, follows):
                slips = taken + sum(meant.slips for meant in path)
                if len(path) > 1 and slips:
                    whole = (*path[:-1], Meant(path[-1].text, path[-1].slips + taken))
                    known = found.get(key := tuple(meant.text for meant in path))
                    if known is None or slips < sum(meant.slips for meant in known):
                        found[key] = whole
        return sorted(found.values(), key=lambda path: (sum(meant.slips for meant in path), path))[:_MOST_PATHS]

    def _walk(self, word: str, at: int, before: str, budget: int, follows: Follows) -> Iterator[tuple[Meant, ...]]:
        if at == len(word):
            yield ()
            return
        for end, meant in self._next(word, at, budget):
            if not before or follows(before, meant.text):
                for rest in self._walk(word, end, meant.text, budget - meant.slips, follows):
                    yield (meant, *rest)

    def _next(self, word: str, at: int, budget: int) -> Iterator[tuple[int, Meant]]:
        if not word[at].isascii():
            yield at + 1, Meant(word[at], 0)
            return
        for end in range(at + 1, min(len(word), at + _LONGEST_SYLLABLE + 1) + 1):
            typed = word[at:end]
            if not typed[-1].isascii():
                return
            if budget:
                for meant in self.near(typed):
                    yield end, meant
            elif typed in self._exact:
                yield end, Meant(typed, 0)
        if len(word) - at <= _LONGEST_SYLLABLE and at:
            for syllable in self._beginnings.get(word[at:], ()):
                yield len(word), Meant(syllable, 0)


class WordSlips:
    """Near words of letters, such as English ones."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = [word for word in words if word.isalpha() and len(word) >= _LETTERS_FOR_ONE - 1]
        self._letters: NDArray[np.int64] = np.array([_letters(word) for word in self._words], np.int64)
        self._lengths = np.array([len(word) for word in self._words], np.int64)

    def near(self, typed: str) -> list[tuple[str, int]]:
        """Words, whole or half-typed, with as many slips as its length allows; and how many."""
        most = allowed(typed)
        if not most or not typed.isascii() or not typed.isalpha() or not self._words:
            return []
        missing = np.bitwise_count(_letters(typed) & ~self._letters)
        likely = np.flatnonzero((missing <= most) & (self._lengths >= len(typed) - most))
        found = []
        for place in likely.tolist():
            word = self._words[place]
            slips = _least(typed, word, most)
            if 0 < slips <= most:
                found.append((word, slips))
        return found


def _least(typed: str, word: str, most: int) -> int:
    """Slips against the whole word, or against a beginning of it about as long as what is typed."""
    if typed[0] != word[0] and typed[1:2] != word[1:2] and typed[:2] != word[1::-1]:
        return most + 1
    lengths = {min(len(word), len(typed) + more) for more in range(-1, 2)} | {len(word)}
    return min(distance(typed, word[:length], most) for length in lengths)


def _letters(word: str) -> int:
    """Which letters a word has, as bits."""
    bits = 0
    for char in word:
        bits |= 1 << (ord(char) % 61)
    return bits


def _swapped(word: str) -> Iterator[tuple[str, int]]:
    """The word, and the word with two neighbours swapped: the two may belong to different syllables."""
    yield word, 0
    for place in range(1, len(word) - 2):
        pair = word[place : place + 2]
        if pair.isascii() and pair[0] != pair[1]:
            yield word[:place] + pair[::-1] + word[place + 2 :], 1


@lru_cache(maxsize=1 << 12)
def _shortened(text: str) -> tuple[str, ...]:
    """The text, and the text without any one of its letters."""
    return tuple(dict.fromkeys((text, *(text[:place] + text[place + 1 :] for place in range(len(text))))))


@cache
def sounds_of(char: str) -> tuple[str, ...]:
    """The readings of a typed character, the usual one first."""
    folded = fold_char(char)
    return tuple(reading for reading in (readings.usual(folded), *readings.others(folded)) if reading)
