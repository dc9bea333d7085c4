"""What a piece of a typed word may stand for: the tokens, and for each what it costs and how much it says.

A typed word is followed token by token. A piece is a character, a whole syllable, the first letter of one (or zh, ch,
sh), a word of letters, a number; the last piece of what is typed may be cut short. Weights add up along the way, so
they are packed into one number.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search import readings
from local_db.replies.search.sounds import TWO_LETTER_INITIALS, spellings
from local_db.replies.search.vocabulary import fold_char

if TYPE_CHECKING:
    from local_db.replies.search.vocabulary import Numbers, Vocabulary

MOST_PIECES = 30  # of a word; what is longer is cut

COST_MASK = (1 << 10) - 1
_EVIDENCE_AT, _EVIDENCE_MASK = 10, (1 << 11) - 1
_INITIALS_AT, _INITIALS_MASK = 21, (1 << 5) - 1
TOKENS_AT = 26

HALF_TYPED = 1
INITIAL = 1
OTHER_SOUND = 5
RARE_READING = 8
HOMOPHONE = 8
SLIP = 25

# How much a piece says: roughly the bits by which it narrows down what was meant.
SAYS_INITIAL, SAYS_BEGINNING, SAYS_SYLLABLE, SAYS_HOMOPHONE, SAYS_ALL = 3, 5, 7, 10, 20


def weight(cost: int, evidence: int, *, initial: bool = False) -> int:
    """The packed weight of one token."""
    return cost | evidence << _EVIDENCE_AT | int(initial) << _INITIALS_AT | 1 << TOKENS_AT


def evidence_of(weights: Numbers) -> Numbers:
    """How much the pieces say together."""
    return weights >> _EVIDENCE_AT & _EVIDENCE_MASK


def initials_of(weights: Numbers) -> Numbers:
    """How many of the pieces are mere initials."""
    return weights >> _INITIALS_AT & _INITIALS_MASK


class Piece(NamedTuple):
    """Tokens in order, their weights, and the same as a table over the whole vocabulary (-1: not this one)."""

    tokens: Numbers
    weights: Numbers
    table: Numbers


class Pieces:
    """Pieces of what is typed, for a vocabulary that may have grown since they were last asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._size = 0
        self._known: dict[tuple[str, bool, bool], Piece | None] = {}
        self._syllables: dict[tuple[str, int], Piece | None] = {}
        self._spelled = 0  # so many syllables are in the tables of spellings
        self._whole: dict[str, dict[str, int]] = {}  # typed: syllables, with the sounds they differ in
        self._begun: dict[str, dict[str, int]] = {}
        self._initials: dict[str, list[str]] = {}
        self._words: list[str] = []

    def keep_up(self) -> bool:
        """Whether the vocabulary has grown; what was made before must then not be used any more."""
        if len(self._vocabulary) == self._size:
            return False
        self._size = len(self._vocabulary)
        self._known.clear()
        self._syllables.clear()
        for syllable in list(self._vocabulary.syllables)[self._spelled :]:
            self._spell(syllable)
        self._spelled = len(self._vocabulary.syllables)
        words = self._vocabulary.words
        self._words += itertools.islice(words, len(self._words), None)
        self._words.sort()  # nearly sorted already, which takes no time
        return True

    def _spell(self, syllable: str) -> None:
        for spelling, changes in spellings(syllable).items():
            _note(self._whole, spelling, syllable, changes)
            for length in range(2, len(spelling)):
                _note(self._begun, spelling[:length], syllable, changes)
        self._initials.setdefault(syllable[0], []).append(syllable)
        if syllable[:2] in TWO_LETTER_INITIALS:
            self._initials.setdefault(syllable[:2], []).append(syllable)

    def piece(self, typed: str, *, last: bool, lenient: bool = False) -> Piece | None:
        """What these characters stand for as one piece; `lenient`: characters also for others that sound the same."""
        key = (typed, last, lenient)
        if key not in self._known:
            self._known[key] = self._made(self._weights(typed, last=last, lenient=lenient))
        return self._known[key]

    def syllable(self, syllable: str, cost: int) -> Piece | None:
        """A syllable that was meant, though something else may have been typed."""
        key = (syllable, cost)
        if key not in self._syllables:
            tokens = self._vocabulary.by_syllable.get(syllable, ())
            self._syllables[key] = self._made(dict.fromkeys(tokens, weight(cost, SAYS_SYLLABLE)))
        return self._syllables[key]

    def words(self, typed: str) -> Piece | None:
        """Words of letters that begin with what was typed, if it is more than a letter."""
        found: dict[int, int] = {}
        if len(typed) > 1:
            self._add_words(found, typed, last=True)
        return self._made(found)

    def exactly(self, words: Iterable[tuple[str, int]]) -> Piece | None:
        """Words of letters that were meant, each with its cost."""
        known = self._vocabulary.words
        return self._made({known[word]: weight(cost, SAYS_ALL) for word, cost in words})

    def _made(self, weights: dict[int, int]) -> Piece | None:
        if not weights:
            return None
        tokens = np.array(sorted(weights), np.int32)
        kept = np.array([weights[token] for token in tokens.tolist()], np.int32)
        table = np.full(self._size, -1, np.int32)
        table[tokens] = kept
        return Piece(tokens, kept, table)

    def _weights(self, typed: str, *, last: bool, lenient: bool) -> dict[int, int]:
        """Tokens with weights; the least cost counts where there are several ways."""
        found: dict[int, int] = {}
        if not typed.isascii() and len(typed) == 1:
            self._add_character(found, typed, lenient=lenient)
        if typed.isascii() and typed.isalpha():
            if last:
                self._add_beginnings(found, typed)
            self._add_letters(found, typed)
        self._add_words(found, typed, last=last)
        return found

    def _add_character(self, found: dict[int, int], char: str, *, lenient: bool) -> None:
        folded = fold_char(char)
        if lenient:
            for reading in readings.common(folded):
                _add(found, self._vocabulary.by_syllable.get(reading, ()), weight(HOMOPHONE, SAYS_HOMOPHONE))
        numeral = _NUMERALS.get(folded)
        if numeral is not None:
            _add(found, self._vocabulary.by_text.get(numeral, ()), weight(HALF_TYPED, SAYS_ALL))
        _add(found, self._vocabulary.by_text.get(folded, ()), weight(0, SAYS_ALL))

    def _add_letters(self, found: dict[int, int], typed: str) -> None:
        """As whole syllables or as initials; better ways come later and replace what is there."""
        alone = len(typed) == 1
        if not alone:
            _add(found, self._vocabulary.by_other_reading.get(typed, ()), weight(RARE_READING, SAYS_SYLLABLE - 1))
        for syllable in self._initials.get(typed, ()):
            rare = weight(INITIAL + RARE_READING, SAYS_INITIAL, initial=True)
            _add(found, self._vocabulary.by_other_common.get(syllable, ()), rare)
        for syllable in self._initials.get(typed, ()):
            _add(found, self._vocabulary.by_syllable[syllable], weight(INITIAL, SAYS_INITIAL, initial=True))
        for syllable, changes in self._whole.get(typed, {}).items():
            says = SAYS_INITIAL if alone else SAYS_SYLLABLE
            cost = changes * OTHER_SOUND
            _add(found, self._vocabulary.by_syllable[syllable], weight(cost, says - bool(changes), initial=alone))

    def _add_beginnings(self, found: dict[int, int], typed: str) -> None:
        for syllable in self._begun.get(typed, ()):
            rare = weight(HALF_TYPED + RARE_READING, SAYS_BEGINNING - 1)
            _add(found, self._vocabulary.by_other_common.get(syllable, ()), rare)
        for syllable, changes in self._begun.get(typed, {}).items():
            cost = HALF_TYPED + changes * OTHER_SOUND
            _add(found, self._vocabulary.by_syllable[syllable], weight(cost, SAYS_BEGINNING - bool(changes)))

    def _add_words(self, found: dict[int, int], typed: str, *, last: bool) -> None:
        words = self._vocabulary.words
        if last:
            says, initial = (SAYS_ALL, False) if len(typed) > 1 or typed.isdecimal() else (SAYS_INITIAL, True)
            for place in range(bisect_left(self._words, typed), len(self._words)):
                if not self._words[place].startswith(typed):
                    break
                found[words[self._words[place]]] = weight(HALF_TYPED, says, initial=initial)
        if typed in words:
            found[words[typed]] = weight(0, SAYS_ALL)


_NUMERALS = dict(zip("零一二三四五六七八九两", "01234567892", strict=True))


def _note(table: dict[str, dict[str, int]], spelling: str, syllable: str, changes: int) -> None:
    syllables = table.setdefault(spelling, {})
    syllables[syllable] = min(changes, syllables.get(syllable, changes))


def _add(found: dict[int, int], tokens: Iterable[int], weighs: int) -> None:
    for token in tokens:
        known = found.get(token)
        if known is None or weighs & COST_MASK <= known & COST_MASK:
            found[token] = weighs
