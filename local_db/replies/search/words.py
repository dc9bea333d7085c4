"""Looks for one typed word: as it stands, its parts apart from each other, and what may have been meant by it."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search import finding as ways
from local_db.replies.search.following import NONE, Follower, Spans, joined
from local_db.replies.search.pieces import MOST_PIECES, SLIP, Piece, Pieces, evidence_of, initials_of
from local_db.replies.search.slips import Meant, SyllableSlips, WordSlips, allowed, is_pinyin
from local_db.replies.search.typed import with_numerals

if TYPE_CHECKING:
    from local_db.replies.search.finding import Finding
    from local_db.replies.search.shelf import Shelf
    from local_db.replies.search.vocabulary import Vocabulary

_FEW = 5  # found as it stands: then its parts are looked for too
_PARTS = 3
_SAYS_ENOUGH_APART = 14
_SAYS_ENOUGH_BEHIND = 7
_LETTERS_IN_TEXTS, _SYLLABLES_IN_TEXTS = 4, 3  # fewer may be anything there, unless they begin a word of letters
_SLIPS_IN_TEXTS = 6
_IN_TEXTS, _SYLLABLES_IN_TEXTS = 4, 3
_SHORTEST_SKIPPING, _LONGEST_SKIPPING, _MOST_SKIPPED = 3, 9, 4
_MOST_KEPT = 12  # words, each with a few numbers per reply


class Open(NamedTuple):
    """A shelf, and what follows words through its short fields and its wordings."""

    shelf: Shelf
    short: Follower
    long: Follower


class Words:
    """Finds words on the shelves of a library. What was found for a word is kept until a shelf changes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.pieces = Pieces(vocabulary)
        self.open: list[Open] = []
        self._syllable_slips = SyllableSlips(())
        self._word_slips = WordSlips()
        self._words_known = 0
        self._followers: dict[tuple[str, bool], frozenset[str]] = {}
        self._kept: dict[tuple[str, bool, bool], list[Finding]] = {}

    def look_at(self, shelves: Sequence[Shelf]) -> None:
        """Search these from now on."""
        grown = self.pieces.keep_up()
        known = {one.shelf: one for one in self.open}
        self.open = [known.get(shelf) or Open(shelf, *shelf.followers(self.pieces)) for shelf in shelves]
        self._kept.clear()
        self._followers.clear()
        if grown:
            for one in self.open:
                one.short.forget()
                one.long.forget()
            self._syllable_slips.add(self._vocabulary.syllables)
            words = self._vocabulary.words
            self._word_slips.add(itertools.islice(words, self._words_known, None))
            self._words_known = len(words)

    def find(self, word: str, *, alone: bool, lenient: bool = False) -> list[Finding]:
        """Per shelf what the word finds.

        `alone`: nothing else was typed; `lenient`: slips are thought of though it is found as it stands.
        """
        word = word[:MOST_PIECES]
        key = (word, alone, lenient)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = self._found(word, alone=alone, lenient=lenient)
        return self._kept[key]

    def _found(self, word: str, *, alone: bool, lenient: bool) -> list[Finding]:
        if len(word) == 1 and word.isascii() and word.isalpha():
            found = self._begins_with(word)
            return found if alone else _better(found, self._is_a_word(word))
        spellings = (word, *with_numerals(word))
        found = functools.reduce(_better, map(self._as_it_stands, spellings))
        if sum(map(ways.count, found)) < _FEW:
            found = functools.reduce(_better, (self._apart(spelled, _PARTS) for spelled in spellings), found)
            found = _better(found, [self._skipping(one, word) for one in self.open])
        decent = 1 if not word.isascii() else ways.DECENT
        if lenient or all(some.points.max(initial=0) < decent for some in found):
            found = _better(found, self._meant(word))
            if not any(map(ways.count, found)):
                found = self._apart(word, 2, lenient=True)
        return found

    def _begins_with(self, letter: str) -> list[Finding]:
        """A single letter finds what begins with it, of what is short."""
        piece = self.pieces.piece(letter, last=True)
        if piece is None:
            return self._nothing()
        return [ways.best_of(one.shelf, one.short.first(piece, one.shelf.short_starts), NONE) for one in self.open]

    def _is_a_word(self, letter: str) -> list[Finding]:
        """Such as in `have a nice day`, where the other words say what is meant."""
        piece = self.pieces.exactly([(letter, 0)] if letter in self._vocabulary.words else [])
        if piece is None:
            return self._nothing()
        return [ways.best_of(one.shelf, one.short.single(piece), one.long.single(piece)) for one in self.open]

    def _nothing(self) -> list[Finding]:
        return [ways.nothing(one.shelf) for one in self.open]

    def _as_it_stands(self, word: str) -> list[Finding]:
        return [
            ways.best_of(one.shelf, one.short.spans(word, last=True), self._in_texts(one.long, word))
            for one in self.open
        ]

    def _in_texts(self, long: Follower, word: str) -> Spans:
        if len(word) >= _LETTERS_IN_TEXTS or not (word.isascii() and word.isalpha()):
            return long.spans(word, last=True)
        piece = self.pieces.words(word)
        return NONE if piece is None else long.single(piece)

    def _apart(self, word: str, parts: int, *, lenient: bool = False) -> list[Finding]:
        """The word in two or three parts that stand apart, in any order; `lenient`: with slips in the latter one."""
        found = self._nothing()
        for cut in range(2, len(word) - 1):
            if self.pieces.piece(word[cut], last=True) is None:
                continue
            heads = [self._head(one, word[:cut], word[cut]) for one in self.open]
            if not any(map(ways.count, heads)):
                continue
            tails = self._meant(word[cut:], 1) if lenient else self._tail(word[cut:], parts - 1)
            together = zip(self.open, heads, tails, strict=True)
            found = _better(found, [ways.both(one.shelf, head, tail) for one, head, tail in together])
        return found

    def _skipping(self, one: Open, word: str) -> Finding:
        """Initials from the beginning of a title on, of which some in the middle were not typed."""
        found = ways.nothing(one.shelf)
        if not _SHORTEST_SKIPPING <= len(word) <= _LONGEST_SKIPPING or is_pinyin(word) or not word[0].isascii():
            return found
        for cut in range(1, len(word)):
            for head in ways.beginning_titles(one.shelf, one.short.spans(word[:cut], last=False)):
                size, spans = int(head.sizes[0]), head
                for gap in range(1, _MOST_SKIPPED + 1):
                    spans = one.short.skipped(spans)
                    tails = one.short.behind(spans, word[cut:])
                    found = ways.better(found, ways.skipping(one.shelf, tails, size, gap))
        return found

    def _head(self, one: Open, word: str, behind: str) -> Finding:
        """Only what is spelled in full may stand apart, and initials where a character comes behind them."""
        if word.isascii() and not behind.isascii():
            return ways.best_of(one.shelf, one.short.spans(word, last=True), NONE)
        short, long = one.short.spans(word, last=False), one.long.spans(word, last=False)
        return ways.best_of(one.shelf, *(_clear(spans, _SAYS_ENOUGH_APART, initials=0) for spans in (short, long)))

    def _tail(self, word: str, parts: int) -> list[Finding]:
        found = []
        for one in self.open:
            short, long = one.short.spans(word, last=True), self._in_texts(one.long, word)
            clear = (_clear(spans, _SAYS_ENOUGH_BEHIND, initials=1) for spans in (short, long))
            found.append(ways.best_of(one.shelf, *clear))
        return found if parts < 2 else _better(found, self._apart(word, parts))

    def _meant(self, word: str, most: int = 2) -> list[Finding]:
        """What may have been meant where it was typed with slips; with more of them only if fewer find nothing."""
        found = self._heard(word)
        for slips in range(1, max(1, min(most, allowed(word))) + 1):
            found = _better(found, self._with_slips(word, slips))
            if any(map(ways.count, found)):
                break
        return found

    def _heard(self, word: str) -> list[Finding]:
        """Characters that sound like the typed ones, as an input method offers them."""
        if word.isascii() or len(word) == 1:
            return self._nothing()
        return [
            ways.best_of(one.shelf, *(way.spans(word, last=True, lenient=True) for way in (one.short, one.long)))
            for one in self.open
        ]

    def _with_slips(self, word: str, slips: int) -> list[Finding]:
        rows = self._spelled_otherwise(word, slips)
        words = self._word_slips.near(word)
        near = self.pieces.exactly((meant, SLIP * slips) for meant, some in words if some == slips)
        found = []
        for one in self.open:
            short = [one.short.chain(row) for row in rows]
            long = [one.long.chain(row) for row in rows if _may_slip_in_texts(word, len(row))]
            if near is not None:
                short.append(one.short.single(near))
                long.append(one.long.single(near))
            found.append(ways.best_of(one.shelf, joined(short), joined(long)))
        return found

    def _spelled_otherwise(self, word: str, slips: int) -> list[list[Piece | None]]:
        if slips > allowed(word):
            return []
        follows = functools.partial(self._behind, short=not _may_slip_in_texts(word, len(word)))
        rows = ([self._piece_meant(meant) for meant in row] for row in self._syllable_slips.rows(word, slips, follows))
        return [row for row in rows if None not in row]

    def _behind(self, syllable: str, *, short: bool) -> frozenset[str] | None:
        """The syllables that stand behind one anywhere; of a character nothing is said."""
        if not syllable.isascii():
            return None
        key = (syllable, short)
        if key not in self._followers:
            names, number = list(self._vocabulary.syllables), self._vocabulary.syllables[syllable]
            tables = (one.shelf.follows_short if short else one.shelf.follows for one in self.open)
            numbers = {some for table in tables for some in np.flatnonzero(table[number]).tolist()}
            self._followers[key] = frozenset(names[some - 1] for some in numbers if some)
        return self._followers[key]

    def _piece_meant(self, meant: Meant) -> Piece | None:
        if not meant.text.isascii():
            return self.pieces.piece(meant.text, last=False, lenient=True)
        return self.pieces.syllable(meant.text, SLIP * meant.slips)


def _may_slip_in_texts(word: str, tokens: int) -> bool:
    """Whether a slip in a word that means so many tokens leaves enough to look for in wordings."""
    if is_pinyin(word) and tokens < _SYLLABLES_IN_TEXTS:
        return False
    return len(word) >= (_SLIPS_IN_TEXTS if word.isascii() else _IN_TEXTS)


def _clear(spans: Spans, evidence: int, *, initials: int) -> Spans:
    weights = spans.weights
    return spans.only((evidence_of(weights) >= evidence) & (initials_of(weights) <= initials))


def _better(left: Sequence[Finding], right: Sequence[Finding]) -> list[Finding]:
    return [ways.better(one, two) for one, two in zip(left, right, strict=True)]
