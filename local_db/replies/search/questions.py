"""What a customer's whole sentence is about: some of its words are enough, and each counts by how rare it is.

A sentence is taken apart into pairs of neighbouring characters and words of letters. What asks, greets or points says
little (`weak`). A reply must say enough of the rest; how much that is depends on whether anything in the library
speaks of what it does not say.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search import weak_words
from local_db.replies.search.following import NONE, Follower, Spans, joined
from local_db.replies.search.pieces import evidence_of, initials_of
from local_db.replies.search.slips import is_pinyin
from local_db.replies.search.typed import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.replies.search.pieces import Piece, Pieces
    from local_db.replies.search.words import Open

    Amounts = NDArray[np.float32]
    Rows = NDArray[np.int64]
    Bools = NDArray[np.bool_]

_CHARACTERS, _WORDS = 3, 3  # of so many Chinese characters, or words of letters, it may be a sentence
_WORDS_OF_TITLE, _CHARACTERS_OF_TITLE = 3, 8
_MOST_WORDS, _MOST_PLACES = 32, 60
_FEW_PLACES = 8  # then one of the characters may be a wrong one
_LIKELY = 30  # replies that are looked at closely
MOST_ANSWERS = 5
_OF_BEST, _LEAST_POINTS = 0.5, 5.0
_BY_FIELD = np.array([1.0, 0.9, 0.8, 0.4, 0.3, 0.3], np.float32)
_WEAK, _HALF_WEAK, _LONE, _WRONG_BETWEEN = 0.15, 0.5, 0.4, 0.6
_WORD_WEIGHS = 2.0  # as two characters
# The part of what is not weak that a reply must say: of few characters, of some, of many. Where there is nothing weak
# it may be no sentence.
_SHARE_OF_FEW, _SHARE_OF_SOME, _SHARE_OF_MANY, _SHARE_OF_NO_SENTENCE = 0.5, 0.4, 0.3, 0.65
_FEW, _SOME = 2, 5
_SPOKEN_OF = 0.6  # how much it counts against a reply that it does not say what others do
_LEAST = 2  # characters, where there are more
_LIBRARY = 100  # replies at least, as if a smaller one were the beginning of it
_BOOSTED = 0.1
_SAYS_ENOUGH = 14  # of pinyin within a sentence

_PLACE = re.compile(r"[a-z]+|[0-9]+|.", re.DOTALL)
_ENDINGS = re.compile("(?:ing|ed|es|s)$")
_SHORTEST_STEM = 3


class Opened(NamedTuple):
    """A shelf that is open, which of its replies may be used, and what being pinned adds."""

    open: Open
    allowed: Bools
    boosts: Amounts


class Answered(NamedTuple):
    """What a sentence found on one shelf: rows, their points, and the tokens that made them hits."""

    rows: Rows
    points: Amounts
    covered: Bools


class _Place(NamedTuple):
    """A character or a word of a sentence. `follows`: it stands right behind the place before."""

    text: str
    weak: bool
    follows: bool
    weighs: float


class _Term(NamedTuple):
    """Places of the sentence that are looked for together; `lone` characters stand for half of what they are."""

    places: tuple[int, ...]
    weighs: float
    lone: bool = False


def is_question(typed: str) -> bool:
    """Whether it is long enough to be a sentence."""
    words = words_of(typed, _MOST_WORDS)
    characters = sum(not char.isascii() and char.isalpha() for word in words for char in word)
    return characters >= _CHARACTERS or sum(word.isascii() and word.isalpha() for word in words) >= _WORDS


def is_long(typed: str) -> bool:
    """Whether nobody types so much to find a title; whole syllables may be one that is typed one by one."""
    words = words_of(typed, _MOST_WORDS)
    if any(sum(not char.isascii() for char in word) > _CHARACTERS_OF_TITLE for word in words):
        return True
    return len(words) > _WORDS_OF_TITLE and sum(not is_pinyin(word) for word in words) > 1


def answer(typed: str, opened: Sequence[Opened], pieces: Pieces) -> list[Answered]:
    """Per shelf the few replies that a sentence is about."""
    places = _places(typed)
    if all(place.weak for place in places):
        places = [place._replace(weak=False) for place in places]
    shelves = [_Adding(one, places, pieces) for one in opened]
    total = max(_LIBRARY, sum(int(np.count_nonzero(one.allowed)) for one in opened))
    said: set[int] = set()  # places of which anything speaks
    for term in itertools.chain(_terms(places), _otherwise(places, said)):
        replies = sum(shelf.look_for(term) for shelf in shelves)
        if replies:
            said.update(() if term.lone else term.places)
            for shelf in shelves:
                shelf.add(math.log2(1 + total / replies) * term.weighs)
    likely = [shelf.likely(said) for shelf in shelves]
    best = max((float(points.max(initial=0)) for _, points in likely), default=0.0)
    least = max(_LEAST_POINTS, _OF_BEST * best)
    return [
        Answered(rows[points >= least], points[points >= least], shelf.covered)
        for shelf, (rows, points) in zip(shelves, likely, strict=True)
    ]


def _places(typed: str) -> list[_Place]:
    """The places of the first words, in an order that does not depend on theirs."""
    words: list[tuple[str, list[_Place]]] = []
    room = _MOST_PLACES
    for word in words_of(typed, _MOST_WORDS):
        found = list(itertools.islice(_places_in(word), room))
        words.append((word, found))
        room -= len(found)
    return [place for _, found in sorted(words) for place in found]


def _places_in(word: str) -> Iterator[_Place]:
    weak = {at for found in weak_words.CHINESE.finditer(word) for at in range(*found.span())}
    for found in _PLACE.finditer(word):
        text = found[0]
        if text.isascii() and text.isalpha():
            yield _Place(text, text in weak_words.WORDS or len(text) == 1, found.start() > 0, _WORD_WEIGHS)
        else:
            yield _Place(text, found.start() in weak, found.start() > 0, 1.0)


def _terms(places: Sequence[_Place]) -> Iterator[_Term]:
    """Neighbours, and words of letters."""
    for number, place in enumerate(places):
        if number and place.follows:
            yield _Term((number - 1, number), (1.0, _HALF_WEAK, _WEAK)[place.weak + places[number - 1].weak])
        if place.text.isascii() and not place.text.isdecimal():
            yield _Term((number,), _WEAK if place.weak else 1.0)


def _otherwise(places: Sequence[_Place], said: Collection[int]) -> Iterator[_Term]:
    """What remains of it: characters alone, and two of them with a wrong one between; made after the others."""
    strong = [number for number, place in enumerate(places) if not place.weak]
    for number in strong:
        if not places[number].text.isascii() or places[number].text.isdecimal():
            yield _Term((number,), _LONE, lone=True)
    for number in strong if len(strong) <= _FEW_PLACES else ():
        between = {number - 2, number} <= set(strong) and _in_a_row(places, number) and number - 1 not in said
        if between:
            yield _Term((number - 2, number), _WRONG_BETWEEN)


def _in_a_row(places: Sequence[_Place], last: int) -> bool:
    return places[last].follows and places[last - 1].follows


class _Adding:
    """Adds up what the replies of a shelf say of a sentence."""

    def __init__(self, opened: Opened, places: Sequence[_Place], pieces: Pieces) -> None:
        self._opened, self._places, self._pieces = opened, places, pieces
        shelf = opened.open.shelf
        self.covered: Bools = np.zeros(len(shelf.tokens), np.bool_)
        self._points = np.zeros(len(shelf), np.float32)
        self._said, self._half_said = np.zeros((2, len(shelf)), np.uint64)  # per reply the places, as bits
        self._term = _Term((), 0)
        self._worth = self._points
        self._rows = np.flatnonzero(self._points)

    def look_for(self, term: _Term) -> int:
        """How many replies say it."""
        shelf = self._opened.open.shelf
        self._term, self._worth = term, np.zeros(len(shelf), np.float32)
        for spans in self._spans(term):
            if len(spans.ends):
                starts = spans.starts
                fields = shelf.field_of[starts]
                # Of several places in a reply the first one counts, which is the title before the others.
                self._worth[shelf.owner[fields[::-1]]] = _BY_FIELD[shelf.field[fields[::-1]]]
                self.covered[starts] = self.covered[spans.ends - 1] = True
        self._rows = np.flatnonzero(self._worth * self._opened.allowed)
        return len(self._rows)

    def add(self, points: float) -> None:
        """Give these points for what was looked for."""
        self._points[self._rows] += np.float32(points) * self._worth[self._rows]
        bits = sum(1 << place for place in self._term.places if not self._places[place].weak)
        said = self._half_said if self._term.lone else self._said
        said[self._rows] |= np.uint64(bits)

    def likely(self, known: Collection[int]) -> tuple[Rows, Amounts]:
        """The replies that say enough, with their points."""
        rows = np.flatnonzero(self._points)
        if len(rows) > _LIKELY:
            rows = rows[np.argpartition(self._points[rows], -_LIKELY)[-_LIKELY:]]
        shares = {row: self._share(row, known) for row in np.sort(rows).tolist()}
        rows = np.array([row for row, share in shares.items() if share], np.int64)
        fits = np.array([(1 + self._part_of_title(row)) * (1 + shares[row]) for row in rows.tolist()], np.float32)
        return rows, self._points[rows] * fits + self._opened.boosts[rows] * np.float32(_BOOSTED)

    def _spans(self, term: _Term) -> tuple[Spans, Spans]:
        """Where it stands in wordings and in short fields; what is weak or lone says too little in wordings."""
        short, long = self._opened.open.short, self._opened.open.long
        places = [self._places[number] for number in term.places]
        if len(places) == 1 and places[0].text.isascii() and places[0].text.isalpha():
            return self._word(long, places[0].text), self._word(short, places[0].text)
        steps: list[Piece | None] = [self._pieces.piece(place.text, last=False) for place in places]
        if None in steps:
            return NONE, NONE
        if term.weighs == _WRONG_BETWEEN and len(steps) > 1 and term.places[1] - term.places[0] > 1:
            steps.insert(1, None)
        everywhere = len(steps) > 1 and not all(place.weak for place in places)
        return long.chain(steps) if everywhere else NONE, short.chain(steps)

    def _word(self, follower: Follower, word: str) -> Spans:
        """A word of letters in any of its forms, or pinyin that says enough."""
        stem = _ENDINGS.sub("", word)
        stem = stem[:-1] if len(stem) > _SHORTEST_STEM and stem[-1:] == stem[-2:-1] else stem
        piece = self._pieces.words(stem if len(stem) >= _SHORTEST_STEM else word)
        found = NONE if piece is None else follower.single(piece)
        if not is_pinyin(word):
            return found
        pinyin = follower.longer(word, last=False, lenient=False)
        right = (evidence_of(pinyin.weights) >= _SAYS_ENOUGH) & (initials_of(pinyin.weights) == 0)
        return joined([found, pinyin.only(right)])

    def _share(self, row: int, known: Collection[int]) -> float:
        """The part of what is not weak that a reply says; 0 where that is not enough."""
        strong = [number for number, place in enumerate(self._places) if not place.weak]
        said, half = int(self._said[row]), int(self._half_said[row])
        says = total = against = 0.0
        for number in strong:
            weighs = self._places[number].weighs
            total += weighs
            part = 1.0 if said >> number & 1 else 0.5 * (half >> number & 1)
            says += part * weighs
            against += (1 - part) * weighs * (_SPOKEN_OF if number in known else 1.0)
        needed = _needed(total, sentence=len(strong) < len(self._places)) * (says + against)
        return says / total if says >= max(needed, _LEAST * (total > _FEW)) else 0.0

    def _part_of_title(self, row: int) -> float:
        shelf = self._opened.open.shelf
        begin, end = shelf.tokens_of(shelf.title_of(row))
        return float(np.count_nonzero(self.covered[begin:end])) / max(1, end - begin - 1)


def _needed(total: float, *, sentence: bool) -> float:
    if not sentence:
        return _SHARE_OF_NO_SENTENCE
    if total > _SOME:
        return _SHARE_OF_MANY
    return _SHARE_OF_FEW if total <= _FEW else _SHARE_OF_SOME
