"""Follows a typed word through the tokens of many texts: where it stands, in which ways, and at what cost.

The first two pieces are looked up among the distinct pairs of neighbours, which are few beside the texts; from there
every further piece thins out the places. What was found for `tui` serves for `tuih`, so a keystroke takes one step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search.pieces import TOKENS_AT
from local_db.replies.search.vocabulary import BREAK

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.replies.search.passages import Directory
    from local_db.replies.search.pieces import Piece, Pieces
    from local_db.replies.search.vocabulary import Numbers

_NOWHERE = np.zeros(0, np.int32)
_MOST_KEPT = 2_000_000  # places behind words that were followed, and behind their beginnings: 16 MB
_MOST_WORDS_KEPT = 4096


class Spans(NamedTuple):
    """Places behind what was spelled, and the weights of how; the same place may be reached in several ways."""

    ends: Numbers
    weights: Numbers

    @property
    def sizes(self) -> Numbers:
        """How many tokens each takes."""
        return self.weights >> TOKENS_AT

    @property
    def starts(self) -> Numbers:
        """The first token of each."""
        return self.ends - self.sizes

    def only(self, right: NDArray[np.bool_]) -> Spans:
        """Some of them."""
        return self if right.all() else Spans(self.ends[right], self.weights[right])


NONE = Spans(_NOWHERE, _NOWHERE)


class Follower:
    """Follows words through one directory of one row of tokens."""

    def __init__(self, tokens: Numbers, directory: Directory, pieces: Pieces) -> None:
        self._tokens = tokens
        self._directory = directory
        self._pieces = pieces
        self._kept: dict[tuple[str, bool, bool], Spans] = {}
        self._places_kept = 0

    def forget(self) -> None:
        """The pieces are others now."""
        self._kept.clear()
        self._places_kept = 0

    def spans(self, word: str, *, last: bool, lenient: bool = False) -> Spans:
        """Where the word stands; `last`: its last piece may be cut short."""
        alone = self._pieces.piece(word, last=last, lenient=lenient)
        several = self.longer(word, last=last, lenient=lenient)
        return several if alone is None else joined([self.single(alone), several])

    def longer(self, word: str, *, last: bool, lenient: bool) -> Spans:
        """Where the word stands as two tokens or more."""
        key = (word, last, lenient)
        if key not in self._kept:
            found = self._followed(word, last=last, lenient=lenient)
            self._places_kept += len(found.ends)
            if self._places_kept > _MOST_KEPT or len(self._kept) > _MOST_WORDS_KEPT:
                self.forget()
            self._kept[key] = found
            return found
        return self._kept[key]

    def _followed(self, word: str, *, last: bool, lenient: bool) -> Spans:
        found: list[Spans] = []
        for cut in range(len(word) - 1, 0, -1):
            piece = self._pieces.piece(word[cut:], last=last, lenient=lenient)
            if piece is not None:
                before = self._pieces.piece(word[:cut], last=False, lenient=lenient)
                if before is not None:
                    found.append(self.pair(before, piece))
                found.append(self.step(self.longer(word[:cut], last=False, lenient=lenient), piece))
            if not (word[cut].isascii() and word[cut - 1].isascii()):
                break  # a longer piece would be of two kinds
        return joined(found)

    def chain(self, steps: Sequence[Piece | None]) -> Spans:
        """Where these pieces stand one after another; None is any token."""
        first, second = steps[0], steps[1] if len(steps) > 1 else None
        if first is None:
            return NONE
        spans, done = (self.single(first), 1) if second is None else (self.pair(first, second), 2)
        for step in steps[done:]:
            spans = self.skipped(spans) if step is None else self.step(spans, step)
        return spans

    def behind(self, spans: Spans, word: str) -> Spans:
        """Those spans behind which the word stands, with it; its last piece may be cut short."""
        reached: list[list[Spans]] = [[spans], *([] for _ in word)]
        for at in range(len(word)):
            here = joined(reached[at])
            for end in range(at + 1, len(word) + 1) if len(here.ends) else ():
                piece = self._pieces.piece(word[at:end], last=end == len(word))
                if piece is not None:
                    reached[end].append(self.step(here, piece))
        return joined(reached[-1])

    def first(self, piece: Piece, starts: Numbers) -> Spans:
        """Where one token of the piece begins a field."""
        weights = piece.table[self._tokens[starts]]
        right = weights >= 0
        return Spans(starts[right] + np.int32(1), weights[right])

    def single(self, piece: Piece) -> Spans:
        """Where one token of the piece stands."""
        there = self._directory
        tokens, weights = self._present(piece)
        begins = there.pair_starts[there.token_pairs[tokens]]
        ends = there.pair_starts[there.token_pairs[tokens + 1]]
        places, counts = _ranges(begins, ends)
        return Spans(there.places[places] + np.int32(1), np.repeat(weights, counts))

    def pair(self, first: Piece, second: Piece) -> Spans:
        """Where two pieces stand side by side."""
        there = self._directory
        tokens, weights = self._present(first)
        pairs, counts = _ranges(there.token_pairs[tokens], there.token_pairs[tokens + 1])
        together = second.table[there.seconds[pairs]]
        right = together >= 0
        pairs, together = pairs[right], (np.repeat(weights, counts) + together)[right]
        places, counts = _ranges(there.pair_starts[pairs], there.pair_starts[pairs + 1])
        return Spans(there.places[places] + np.int32(2), np.repeat(together, counts))

    def step(self, spans: Spans, piece: Piece) -> Spans:
        """Those spans behind which the piece stands, with it."""
        if not len(spans.ends):
            return NONE
        here = piece.table[self._tokens[spans.ends]]
        right = here >= 0
        return Spans(spans.ends[right] + np.int32(1), spans.weights[right] + here[right])

    def skipped(self, spans: Spans) -> Spans:
        """The spans with one token more, whichever it is."""
        right = self._tokens[spans.ends] != BREAK
        return Spans(spans.ends[right] + np.int32(1), spans.weights[right] + np.int32(1 << TOKENS_AT))

    def _present(self, piece: Piece) -> tuple[Numbers, Numbers]:
        """Without tokens that came into the vocabulary after this directory was made."""
        known = int(np.searchsorted(piece.tokens, len(self._directory.token_pairs) - 1))
        return piece.tokens[:known], piece.weights[:known]


def _ranges(begins: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
    """All numbers of some ranges, one range after another, and how many each has."""
    counts = ends - begins
    before = np.cumsum(counts, dtype=np.int32)
    if not len(before):
        return _NOWHERE, _NOWHERE
    numbers = np.arange(before[-1], dtype=np.int32)
    return numbers + np.repeat(begins - (before - counts), counts), counts


def joined(found: Sequence[Spans]) -> Spans:
    """All of them."""
    some = [spans for spans in found if len(spans.ends)]
    if len(some) <= 1:
        return some[0] if some else NONE
    return Spans(np.concatenate([spans.ends for spans in some]), np.concatenate([spans.weights for spans in some]))
