"""The texts of many replies as one row of tokens, with the places of every pair of neighbours.

Short fields (titles, shortcuts, tags, groups) and wordings have directories of their own: few letters say enough to
look for in titles, but not in everything that was ever written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from local_db.replies.search.vocabulary import BREAK, BREAKING, CHARACTER, LETTER, Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.replies.search.vocabulary import Numbers

_UNKNOWN = 255


@dataclass(frozen=True, slots=True)
class Directory:
    """Where pairs of neighbours stand. `places` is in the order of the pairs, so one token's are together too."""

    places: Numbers
    seconds: Numbers  # per distinct pair, its second token
    pair_starts: Numbers  # per distinct pair, and the end: where its places begin
    token_pairs: Numbers  # per token, and the end: where its pairs begin

    @property
    def nbytes(self) -> int:
        """Its memory."""
        return self.places.nbytes + self.seconds.nbytes + self.pair_starts.nbytes + self.token_pairs.nbytes


@dataclass(frozen=True, slots=True)
class Passages:
    """Tokens of all fields; a field's tokens stand together, and BREAK is behind them."""

    tokens: Numbers
    field_of: Numbers  # per token
    char_at: Numbers  # per token: where it begins in its field
    field_start: Numbers  # per field: its first token that is no end of a clause
    field_length: Numbers  # per field: how many tokens, without the ends of clauses
    short: Directory
    long: Directory


def passages(texts: Sequence[str], long_from: int, vocabulary: Vocabulary) -> Passages:
    """`texts` are the fields; from number `long_from` on they are wordings."""
    codes, starts = _codes(texts)
    _learn(codes, vocabulary)
    kinds = vocabulary.kind_of[codes]
    at, tokens, folded = _tokens(codes, kinds, starts, int(starts[long_from]), vocabulary)
    vocabulary.phrases.apply(tokens, np.where(kinds[at] == CHARACTER, folded, 0))
    bounds = np.searchsorted(at, starts).astype(np.int32)
    field_of = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(bounds))
    char_at = at - starts[field_of].astype(np.int32)
    spoken = np.concatenate(([0], np.cumsum(tokens != BREAK, dtype=np.int32)))
    length = (spoken[bounds[1:]] - spoken[bounds[:-1]]).astype(np.int32)
    middle = int(bounds[long_from])
    begins = bounds[:-1] + ((length > 0) & (tokens[np.minimum(bounds[:-1], len(tokens) - 1)] == BREAK))
    return Passages(
        tokens, field_of, char_at, begins.astype(np.int32), length,
        _directory(tokens, 0, middle, len(vocabulary)), _directory(tokens, middle, len(tokens), len(vocabulary)),
    )  # fmt: skip


def _codes(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """All characters, each field with a line feed behind it; and where the fields start, with the end."""
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths + 1)))
    whole = "\n".join(texts) + "\n" if texts else ""
    return np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32), starts


def _learn(codes: NDArray[np.uint32], vocabulary: Vocabulary) -> None:
    unknown = codes[vocabulary.kind_of[codes] == _UNKNOWN]
    vocabulary.learn(np.unique(unknown).tolist())


def _tokens(
    codes: NDArray[np.uint32],
    kinds: NDArray[np.uint8],
    starts: NDArray[np.int64],
    long_from: int,
    vocabulary: Vocabulary,
) -> tuple[Numbers, Numbers, NDArray[np.uint32]]:
    """Where tokens begin, which they are, and the folded character there."""
    ending = kinds == BREAKING
    ending[:long_from] = False  # nobody types the signs of a title
    ending[starts[1:] - 1] = True
    kind_before = np.concatenate((np.zeros(1, np.uint8), kinds[:-1]))
    in_word = kinds >= LETTER
    word_starts = in_word & (kinds != kind_before)
    at = np.flatnonzero(ending | (kinds == CHARACTER) | word_starts).astype(np.int32)
    ends = ending[at]
    # Of several ends of clauses in a row the last one stays: it may be the end of a field.
    twice = np.concatenate((ends[:-1] & ends[1:], np.zeros(min(1, len(ends)), np.bool_)))
    at, ends = at[~twice], ends[~twice]
    tokens = vocabulary.usual_token[codes[at]]
    tokens[ends] = BREAK
    words = _words(codes, np.flatnonzero(in_word), word_starts, vocabulary)
    tokens[kinds[at] >= LETTER] = words
    return at, tokens, vocabulary.folded[codes[at]]


def _words(
    codes: NDArray[np.uint32], inside: NDArray[np.int64], starts: NDArray[np.bool_], vocabulary: Vocabulary
) -> Numbers:
    """The number of every word of letters or digits; each distinct one is looked at once."""
    if not len(inside):
        return np.zeros(0, np.int32)
    folded = vocabulary.folded[codes[inside]]
    first = np.flatnonzero(starts[inside])
    lengths = np.diff(np.append(first, len(inside)))
    within = np.arange(len(inside)) - np.repeat(first, lengths)
    powers = np.cumprod(np.full(int(lengths.max()), 0x9E3779B97F4A7C15, np.uint64), dtype=np.uint64)
    sums = np.add.reduceat((folded.astype(np.uint64) + np.uint64(7)) * powers[within], first)
    _, where, which = np.unique(sums, return_index=True, return_inverse=True)
    numbers = np.array(
        [vocabulary.word(_text(folded[first[word] : first[word] + lengths[word]])) for word in where.tolist()], np.int32
    )
    return numbers[which]


def _text(codes: NDArray[np.uint32]) -> str:
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


def _directory(tokens: Numbers, begin: int, end: int, size: int) -> Directory:
    narrow = tokens.astype(np.uint16) if size <= 1 << 16 else tokens  # half as wide sorts several times as fast
    first = narrow[begin:end]
    second = np.concatenate((narrow[begin + 1 : end], np.zeros(min(1, end - begin), narrow.dtype)))
    by_second = np.argsort(second, kind="stable")
    order = by_second[np.argsort(first[by_second], kind="stable")]
    order = order[np.searchsorted(first[order], 1) :]  # no way begins with the end of a clause
    ones, others = first[order], second[order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (ones[1:] != ones[:-1]) | (others[1:] != others[:-1])
    pair_starts = np.flatnonzero(new)
    token_pairs = np.searchsorted(ones[pair_starts], np.arange(size + 1))
    return Directory(
        (order + begin).astype(np.int32),
        others[pair_starts].astype(np.int32),
        np.append(pair_starts, len(order)).astype(np.int32),
        token_pairs.astype(np.int32),
    )
