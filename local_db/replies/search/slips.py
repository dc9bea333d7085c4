"""What may have been meant where what was typed is nowhere: a letter wrong, missing, too many or in the wrong place.

One slip in a word of four letters or more, two in one of eight or more. In pinyin every way to take the letters apart
into syllables is tried that has no more slips than that, and whose syllables stand side by side somewhere. What is
pinyin as it was typed was most likely meant: then only those slips are thought of that easily end as pinyin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from numpy.typing import NDArray

    # Which syllables stand behind one anywhere; None: any may. Of typed characters nothing is said.
    Followers = Callable[[str], Container[str] | None]

_LETTERS_FOR_ONE, _LETTERS_FOR_TWO = 4, 8
_LONGEST_SYLLABLE = 6
_MOST_ROWS = 64
_SYLLABLES_THAT_SAY_IT = 2

# Syllables without a consonant are rare within a word, and vowels too many or too few look like them.
_PINYIN = re.compile(
    r"""(?:(?:o|e|ei|ao|ou|en)(?![aeiouv]))?(?:
    [bpm](?:a|o|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|ing|u)
    |f(?:a|o|ei|ou|an|en|ang|eng|u)
    |[dtnl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|v|ve|ue)
    |[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)
    |(?:[zcs]h?|r)(?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)
    |[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)
    |y(?:a|e|ao|ou|an|ang|ong|i|in|ing|u|ue|uan|un|o)
    |w(?:a|o|ai|ei|an|en|ang|eng|u)
    |a|ai|an|ang|er
    )*""",
    re.VERBOSE,
)


class Meant(NamedTuple):
    """A syllable, or a typed character; with the number of slips in it.

    `easily`: the slip is one that makes another syllable of one without being noticed.
    """

    text: str
    slips: int
    easily: bool = True


def allowed(word: str) -> int:
    """How many slips a word of this length may have."""
    letters = sum(char.isascii() for char in word)
    return int(letters >= _LETTERS_FOR_ONE) + int(letters >= _LETTERS_FOR_TWO)


@lru_cache(maxsize=1 << 8)
def is_pinyin(word: str) -> bool:
    """Whether all of it is whole syllables, which need not be in the library."""
    return bool(word) and _PINYIN.fullmatch(word) is not None


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

    def __init__(self, syllables: Iterable[str]) -> None:
        self._exact: set[str] = set()
        self._shortened: dict[str, list[str]] = {}
        self._beginnings: dict[str, list[str]] = {}
        self._near: dict[str, list[Meant]] = {}
        self.add(syllables)

    def add(self, syllables: Iterable[str]) -> None:
        """Take in those that are new."""
        new = [syllable for syllable in syllables if syllable not in self._exact]
        self._exact.update(new)
        self._near.clear()
        for syllable in new:
            for shorter in _shortened(syllable):
                self._shortened.setdefault(shorter, []).append(syllable)
            for length in range(1, len(syllable)):
                self._beginnings.setdefault(syllable[:length], []).append(syllable)

    def near(self, typed: str) -> list[Meant]:
        """Syllables with at most one slip from what was typed."""
        if typed not in self._near:
            found = dict.fromkeys(near for shorter in _shortened(typed) for near in self._shortened.get(shorter, ()))
            meant = (_meant(typed, syllable) for syllable in found)
            self._near[typed] = [some for some in meant if some.slips <= 1]
        return self._near[typed]

    def rows(self, word: str, slips: int, follows: Followers) -> list[tuple[Meant, ...]]:
        """Rows of two syllables or more that the word may mean with exactly so many slips."""
        found = list(_Walk(self._ways(word, slips=True), slips, follows).rows())
        if is_pinyin(word):
            found = [row for row in found if _is_likely(row)]
        if slips == 1:
            found += self._swapped_between(word, follows)
        return sorted(dict.fromkeys(found), key=_likely_first)[:_MOST_ROWS]

    def _swapped_between(self, word: str, follows: Followers) -> Iterator[tuple[Meant, ...]]:
        """With two neighbouring letters swapped that belong to different syllables."""
        for place in range(1, len(word) - 2):
            pair = word[place : place + 2]
            if pair.isascii() and pair[0] != pair[1]:
                swapped = word[:place] + pair[::-1] + word[place + 2 :]
                for row in _Walk(self._ways(swapped, slips=False), 0, follows).rows():
                    yield (*row[:-1], Meant(row[-1].text, 1))

    def _ways(self, word: str, *, slips: bool) -> list[list[tuple[int, Meant]]]:
        """Per place in the word which syllables may begin there, and where what was typed of them ends."""
        return [list(self._next(word, at, slips=slips)) for at in range(len(word))]

    def _next(self, word: str, at: int, *, slips: bool) -> Iterator[tuple[int, Meant]]:
        if not word[at].isascii():
            yield at + 1, Meant(word[at], 0)
            return
        for end in range(at + 1, min(len(word), at + _LONGEST_SYLLABLE + 1) + 1):
            typed = word[at:end]
            if not typed[-1].isascii():
                return
            if slips:
                for meant in self.near(typed):
                    yield end, meant
            elif typed in self._exact:
                yield end, Meant(typed, 0)
        if at and len(word) - at <= _LONGEST_SYLLABLE:
            for syllable in self._beginnings.get(word[at:], ()):
                yield len(word), Meant(syllable, 0)


class _Walk:
    """Goes through a word syllable by syllable; where it could not get to the end any more, it does not go on."""

    def __init__(self, ways: Sequence[Sequence[tuple[int, Meant]]], budget: int, follows: Followers) -> None:
        self._ways, self._budget, self._follows = ways, budget, follows
        self._least = [0] * (len(ways) + 1)  # slips that are needed from each place to the end
        for at in range(len(ways) - 1, -1, -1):
            self._least[at] = min((meant.slips + self._least[end] for end, meant in ways[at]), default=budget + 1)

    def rows(self) -> Iterator[tuple[Meant, ...]]:
        """Rows of two syllables or more with exactly so many slips."""
        if self._least[0] <= self._budget:
            yield from (row for row in self._from(0, "", self._budget) if len(row) > 1)

    def _from(self, at: int, before: str, budget: int) -> Iterator[tuple[Meant, ...]]:
        if at == len(self._ways):
            if not budget:
                yield ()
            return
        behind = self._follows(before) if before else None
        for end, meant in self._ways[at]:
            left = budget - meant.slips
            if left < self._least[end]:
                continue
            if behind is None or meant.text in behind or not meant.text.isascii():
                for rest in self._from(end, meant.text, left):
                    yield (meant, *rest)


class WordSlips:
    """Near words of letters, such as English ones."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._letters: NDArray[np.int64] = np.zeros(0, np.int64)
        self._lengths: NDArray[np.int64] = np.zeros(0, np.int64)

    def add(self, words: Iterable[str]) -> None:
        """Words that came since."""
        new = [word for word in words if word.isalpha() and len(word) >= _LETTERS_FOR_ONE - 1]
        self._words += new
        self._letters = np.append(self._letters, [_letters(word) for word in new]).astype(np.int64)
        self._lengths = np.append(self._lengths, [len(word) for word in new]).astype(np.int64)

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


def _is_likely(row: Sequence[Meant]) -> bool:
    """Whether this was meant by somebody whose letters are pinyin too: the syllables without a slip have to say it."""
    right = sum(not meant.slips for meant in row)
    return right >= _SYLLABLES_THAT_SAY_IT or (right > 0 and all(meant.easily for meant in row))


def _likely_first(row: Sequence[Meant]) -> tuple[int, int, Sequence[Meant]]:
    return sum(not meant.easily for meant in row), len(row), row


def _meant(typed: str, syllable: str) -> Meant:
    """With no slip where they are the same, 1 with one, 2 with more."""
    if typed == syllable:
        return Meant(syllable, 0)
    begin = 0
    while begin < min(len(typed), len(syllable)) and typed[begin] == syllable[begin]:
        begin += 1
    end = 0
    while end < min(len(typed), len(syllable)) - begin and typed[-1 - end] == syllable[-1 - end]:
        end += 1
    left, right = typed[begin : len(typed) - end], syllable[begin : len(syllable) - end]
    swapped = len(left) == 2 and left == right[::-1]
    if not swapped and max(len(left), len(right)) > 1:
        return Meant(syllable, 2)
    return Meant(syllable, 1, swapped or (begin > 0 and not left))


@lru_cache(maxsize=1 << 12)
def _shortened(text: str) -> tuple[str, ...]:
    """The text, and the text without any one of its letters."""
    return tuple(dict.fromkeys((text, *(text[:place] + text[place + 1 :] for place in range(len(text))))))
