"""Looks for one typed word: as it stands, its parts apart from each other, and what may have been meant by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from local_db.replies.search import finding as ways
from local_db.replies.search.following import NONE, Follower, Spans
from local_db.replies.search.pieces import MOST_PIECES, SLIP, Piece, Pieces, evidence_of, initials_of
from local_db.replies.search.slips import Meant, SyllableSlips, WordSlips, allowed
from local_db.replies.search.typed import with_numerals

if TYPE_CHECKING:
    from local_db.replies.search.finding import Finding
    from local_db.replies.search.shelf import Shelf
    from local_db.replies.search.vocabulary import Vocabulary

_FEW = 5  # found as it stands: then its parts are looked for too
_PARTS = 3
_SAYS_ENOUGH_APART = 14
_SAYS_ENOUGH_BEHIND = 7
_LETTERS_IN_TEXTS = 4  # fewer may be anything there, unless they begin a word of letters
_SLIPS_IN_TEXTS = 6
_CHARACTERS_FOR_WRONG_ONE, _IN_TEXTS = 3, 4
_MOST_KEPT = 24


class Words:
    """Finds words on the shelves of one state of a library."""

    def __init__(self, shelves: Sequence[Shelf], vocabulary: Vocabulary) -> None:
        self._shelves = shelves
        self._vocabulary = vocabulary
        self._pieces = Pieces(vocabulary)
        self._followers = [shelf.followers(self._pieces) for shelf in shelves]
        self._syllable_slips: SyllableSlips | None = None
        self._word_slips: WordSlips | None = None
        self._kept: dict[tuple[str, bool], list[Finding]] = {}

    def find(self, word: str, *, lenient: bool = False) -> list[Finding]:
        """Per shelf what the word finds; `lenient`: slips are thought of though it is found as it stands."""
        word = word[:MOST_PIECES]
        key = (word, lenient)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[key] = self._found(word, lenient=lenient)
        return self._kept[key]

    def _found(self, word: str, *, lenient: bool) -> list[Finding]:
        found = self._as_it_stands(word)
        for spelled in with_numerals(word):
            found = _better(found, self._as_it_stands(spelled))
        if sum(map(ways.count, found)) < _FEW:
            found = _better(found, self._apart(word, _PARTS))
        decent = 1 if not word.isascii() else ways.DECENT
        if lenient or all(some.points.max(initial=0) < decent for some in found):
            found = _better(found, self._meant(word))
            if not any(map(ways.count, found)):
                found = _better(found, self._apart(word, 2, lenient=True))
        return found

    def _as_it_stands(self, word: str) -> list[Finding]:
        return [
            ways.best_of(shelf, _joined(short.spans(word, last=True), self._in_texts(long, word)))
            for shelf, (short, long) in zip(self._shelves, self._followers, strict=True)
        ]

    def _in_texts(self, long: Follower, word: str) -> Spans:
        if len(word) >= _LETTERS_IN_TEXTS or not (word.isascii() and word.isalpha()):
            return long.spans(word, last=True)
        piece = self._pieces.piece(word, last=True)
        return NONE if piece is None else long.single(piece)

    def _apart(self, word: str, parts: int, *, lenient: bool = False) -> list[Finding]:
        """The word in two or three parts that stand apart, in any order; `lenient`: with slips in the latter one."""
        found = [ways.nothing(shelf) for shelf in self._shelves]
        for cut in range(2, len(word) - 1):
            if self._pieces.piece(word[cut], last=True) is None:
                continue
            changes = word[cut].isascii() != word[cut - 1].isascii()
            heads = [self._head(number, word[:cut], alone=changes) for number in range(len(self._shelves))]
            if not any(len(head.ends) for head in heads):
                continue
            tails = self._meant(word[cut:]) if lenient else self._tail(word[cut:], parts - 1)
            found = _better(found, [
                ways.both(shelf, ways.best_of(shelf, head), tail)
                for shelf, head, tail in zip(self._shelves, heads, tails, strict=True)
            ])  # fmt: skip
        return found

    def _head(self, number: int, word: str, *, alone: bool) -> Spans:
        """Only what is spelled in full may stand apart, and initials where characters come next."""
        short, long = self._followers[number]
        if alone and word.isascii():
            return short.spans(word, last=True)
        spans = _joined(short.spans(word, last=False), long.spans(word, last=False))
        return _kept(spans, _SAYS_ENOUGH_APART, most_initials=0)

    def _tail(self, word: str, parts: int) -> list[Finding]:
        found = []
        for shelf, followers in zip(self._shelves, self._followers, strict=True):
            spans = _joined(*(follower.spans(word, last=True) for follower in followers))
            found.append(ways.best_of(shelf, _kept(spans, _SAYS_ENOUGH_BEHIND, most_initials=1)))
        return found if parts < 2 else _better(found, self._apart(word, parts))

    def _meant(self, word: str) -> list[Finding]:
        """What may have been meant where it was typed with slips."""
        rows = [*self._spelled_otherwise(word), *_with_a_wrong_character(word, self._pieces)]
        found = []
        for shelf, (short, long) in zip(self._shelves, self._followers, strict=True):
            spans = [short.chain(row) for row in rows]
            if _may_slip_in_texts(word):
                spans += [long.chain(row) for row in rows]
            if not word.isascii() and len(word) > 1:
                spans += [follower.spans(word, last=True, lenient=True) for follower in (short, long)]
            piece = self._word_meant(word)
            if piece is not None:
                spans += [short.single(piece), long.single(piece)]
            found.append(ways.best_of(shelf, _joined(*spans)))
        return found

    def _spelled_otherwise(self, word: str) -> list[list[Piece | None]]:
        if not allowed(word):
            return []
        if self._syllable_slips is None:
            self._syllable_slips = SyllableSlips(sorted(self._vocabulary.syllables))
        numbers = self._vocabulary.syllables
        short = not _may_slip_in_texts(word)
        tables = [shelf.follows_short if short else shelf.follows for shelf in self._shelves]
        together = tables[0] if len(tables) == 1 else np.logical_or.reduce(tables)

        def follows(left: str, right: str) -> bool:
            return bool(together[numbers.get(left, 0), numbers.get(right, 0)]) or not left.isascii() or (
                not right.isascii())  # fmt: skip

        rows = []
        for path in self._syllable_slips.paths(word, follows):
            row = [self._piece_meant(meant) for meant in path]
            if None not in row:
                rows.append(row)
        return rows

    def _piece_meant(self, meant: Meant) -> Piece | None:
        if not meant.text.isascii():
            return self._pieces.piece(meant.text, last=False, lenient=True)
        return self._pieces.syllable(meant.text, SLIP * meant.slips)

    def _word_meant(self, word: str) -> Piece | None:
        if self._word_slips is None:
            self._word_slips = WordSlips(self._pieces.words)
        return self._pieces.word_tokens((meant, SLIP * slips) for meant, slips in self._word_slips.near(word))


def _with_a_wrong_character(word: str, pieces: Pieces) -> list[list[Piece | None]]:
    """Rows of characters of which one is wrong, missing or too many."""
    if len(word) < _CHARACTERS_FOR_WRONG_ONE or any(char.isascii() for char in word):
        return []
    row = [pieces.piece(char, last=False) for char in word]
    rows: list[list[Piece | None]] = []
    for place in range(len(word)):
        rows.append([*row[:place], *row[place + 1 :]])
        if 0 < place < len(word) - 1:
            rows.append([*row[:place], None, *row[place + 1 :]])
        if place > 0:
            rows.append([*row[:place], None, *row[place:]])
    return [some for some in rows if _is_whole(some)]


def _is_whole(row: Sequence[Piece | None]) -> bool:
    """Whether it has a first and a last piece, and no more than one gap: an unknown character is one too."""
    return row[0] is not None and row[-1] is not None and row.count(None) <= 1


def _may_slip_in_texts(word: str) -> bool:
    return len(word) >= (_SLIPS_IN_TEXTS if word.isascii() else _IN_TEXTS)


def _kept(spans: Spans, evidence: int, *, most_initials: int) -> Spans:
    right = (evidence_of(spans.weights) >= evidence) & (initials_of(spans.weights) <= most_initials)
    return Spans(spans.ends[right], spans.weights[right])


def _better(left: Sequence[Finding], right: Sequence[Finding]) -> list[Finding]:
    return [ways.better(one, two) for one, two in zip(left, right, strict=True)]


def _joined(*found: Spans) -> Spans:
    return Spans(np.concatenate([spans.ends for spans in found] or [NONE.ends]),
                 np.concatenate([spans.weights for spans in found] or [NONE.weights]))  # fmt: skip
