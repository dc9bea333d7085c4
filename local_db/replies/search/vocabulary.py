"""What texts are made of: a number for every character in its reading, and for every word of letters or digits.

The same character in two readings (重 in 重庆 and in 重量) has two numbers, so that what is read otherwise in a phrase
is known before anything is asked. A vocabulary only grows; all texts of a library share one.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search import readings
from local_db.replies.search.traditional import SIMPLIFIED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int32]

BREAK = 0  # the token between two clauses
SKIPPED, BREAKING, CHARACTER, LETTER, DIGIT = range(5)
_CODES = 0x110000
# Within a word or between two of them, without an end of what is said.
_SOFT = frozenset(" \u00a0\u3000'’·-_*~&+#@")
MOST_SYLLABLES = 512


class Vocabulary:
    """Numbers for what stands in texts, and what is known of each."""

    def __init__(self) -> None:
        self.kind_of: NDArray[np.uint8] = np.full(_CODES, 255, np.uint8)  # 255: not looked at yet
        self.folded: NDArray[np.uint32] = np.zeros(_CODES, np.uint32)
        self.usual_token: Numbers = np.zeros(_CODES, np.int32)
        self.texts: list[str] = [""]  # per token the character or the word
        self._syllable_of = array("i", [0])  # per token the number of its reading; 0 for words
        self.by_text: dict[str, list[int]] = {}
        self.by_syllable: dict[str, list[int]] = {}
        self.by_other_reading: dict[str, list[int]] = {}
        self.by_other_common: dict[str, list[int]] = {}
        self.words: dict[str, int] = {}  # of letters, or of digits
        self.syllables: dict[str, int] = {}
        self._in_reading: dict[tuple[str, str], int] = {}
        self.phrases = _Phrases(self)

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def memory(self) -> int:
        """Bytes of its tables."""
        return self.kind_of.nbytes + self.folded.nbytes + self.usual_token.nbytes

    @property
    def syllable_of(self) -> Numbers:
        """Per token the number of its reading."""
        return np.array(self._syllable_of, np.int32)

    def learn(self, codes: Iterable[int]) -> None:
        """Find out what kind these characters are; those of texts get their token."""
        for code in codes:
            char = chr(code)
            folded = fold_char(char)
            kind = _kind(folded)
            self.kind_of[code] = kind
            self.folded[code] = ord(folded)
            if kind == CHARACTER:
                self.usual_token[code] = self.usual_token[ord(folded)] = self.token(folded, readings.usual(folded))

    def token(self, char: str, syllable: str) -> int:
        """The number of a character in a reading."""
        known = self._in_reading.get((char, syllable))
        if known is not None:
            return known
        number = self._in_reading[char, syllable] = self._add(char, syllable)
        for reading in (readings.usual(char), *readings.others(char)):
            if reading and reading != syllable:
                self.by_other_reading.setdefault(reading, []).append(number)
                if reading in readings.common(char):
                    self.by_other_common.setdefault(reading, []).append(number)
        return number

    def word(self, text: str) -> int:
        """The number of a word of letters or digits."""
        if text not in self.words:
            spoken = readings.usual(text) if len(text) == 1 and text.isdecimal() else ""
            self.words[text] = self._add(text, spoken)
        return self.words[text]

    def _add(self, text: str, syllable: str) -> int:
        number = len(self.texts)
        self.texts.append(text)
        self.by_text.setdefault(text, []).append(number)
        if syllable:
            self.by_syllable.setdefault(syllable, []).append(number)
        self._syllable_of.append(self.syllables.setdefault(syllable, len(self.syllables) + 1) if syllable else 0)
        return number


class _Unusual(NamedTuple):
    """The phrases that read a character unusually, as numbers to look up many at once."""

    readings: list[tuple[str, str]]  # characters with the readings that some phrase asks for
    tables: list[tuple[int, NDArray[np.uint64], Numbers]]  # length, phrases in order, per phrase which readings (or -1)
    asks: NDArray[np.bool_]  # per code: whether it is one of those characters


@cache
def _unusual() -> _Unusual:
    numbers: dict[tuple[str, str], int] = {}
    by_length: dict[int, list[tuple[int, list[int]]]] = {}
    asks = np.zeros(_CODES, np.bool_)
    for phrase, said in readings.phrases().items():
        if any(ord(char) > 0xFFFF for char in phrase):
            continue
        pairs = list(zip(phrase, said, strict=True))
        which = [numbers.setdefault(pair, len(numbers)) if pair[1] else -1 for pair in pairs]
        by_length.setdefault(len(phrase), []).append((_key(phrase), which))
        asks[[ord(char) for char, how in pairs if how]] = True
    tables = []
    for length, found in sorted(by_length.items()):
        found.sort()
        keys = np.array([phrase for phrase, _ in found], np.uint64)
        tables.append((length, keys, np.array([which for _, which in found], np.int32)))
    return _Unusual(list(numbers), tables, asks)


class _Phrases:
    """Gives tokens the readings that phrases ask for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._unusual = _unusual()
        self._tokens = np.array([vocabulary.token(*reading) for reading in self._unusual.readings], np.int32)

    def apply(self, tokens: Numbers, codes: NDArray[np.uint32]) -> None:
        """Change those that are read unusually where they are; longer phrases have the last word."""
        asks = self._unusual.asks[codes]
        wide = np.where(codes > 0xFFFF, 0, codes).astype(np.uint64)
        for length, keys, readings_of in self._unusual.tables:
            if len(tokens) < length:
                break
            windows = len(tokens) - length + 1
            near = asks[:windows].copy()
            for offset in range(1, length):
                near |= asks[offset : offset + windows]
            places = np.flatnonzero(near)
            typed = wide[places]
            for offset in range(1, length):
                typed = typed << np.uint64(16) | wide[places + offset]
            found = np.minimum(np.searchsorted(keys, typed), len(keys) - 1)
            same = keys[found] == typed
            places, found = places[same], found[same]
            for offset in range(length):
                said = readings_of[found, offset]
                tokens[(places + offset)[said >= 0]] = self._tokens[said[said >= 0]]


def _key(phrase: str) -> int:
    """A short phrase as one number."""
    number = 0
    for char in phrase:
        number = number << 16 | ord(char)
    return number


def fold_char(char: str) -> str:
    """A character as it is compared; what would become several ones stays itself."""
    folded = unicodedata.normalize("NFKC", char).casefold()
    return SIMPLIFIED.get(folded, folded) if len(folded) == 1 else char


def _kind(char: str) -> int:
    if char.isascii() and char.isdigit():
        return DIGIT
    if char in _SOFT:
        return SKIPPED
    if not char.isalnum():
        return BREAKING
    if unicodedata.name(char, "").startswith(("LATIN", "CYRILLIC", "GREEK")):
        return LETTER
    return CHARACTER
