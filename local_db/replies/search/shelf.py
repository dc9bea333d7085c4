"""Some of the replies of a library, ready to be searched."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from local_db.collector import collector_paused
from local_db.replies.fragments import SIGN, parts
from local_db.replies.search.following import Follower
from local_db.replies.search.hit import FILLS, Field
from local_db.replies.search.passages import Directory, passages
from local_db.replies.search.typed import folded
from local_db.replies.search.vocabulary import MOST_SYLLABLES, Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.replies.model import Reply
    from local_db.replies.search.pieces import Pieces
    from local_db.replies.search.vocabulary import Numbers

    Bools = NDArray[np.bool_]

_NAMES_PART = "{" + SIGN
_VARIABLE = re.compile(r"\{[^{}]*\}")
_ALWAYS = 99_999_999
# By Field. However well a tag is hit, a title says more of what the reply is about.
_WORTH = np.array([100, 90, 75, 60, 40, 40], np.int16)
_AT_START = 8


class Shelf:
    """Replies in the order of their uids. They stay as they are; those that changed since are `gone`."""

    def __init__(
        self,
        replies: Iterable[Reply],
        group_names: Mapping[str, str],
        fragments: Mapping[str, str],
        vocabulary: Vocabulary,
    ) -> None:
        self.replies = sorted(replies, key=lambda reply: reply.uid)
        self.rows = {reply.uid: row for row, reply in enumerate(self.replies)}
        self.by_shortcut: dict[str, list[int]] = {}
        for row, reply in enumerate(self.replies):
            if reply.shortcut:
                self.by_shortcut.setdefault(folded(reply.shortcut), []).append(row)
        self.there: Bools = np.ones(len(self.replies), np.bool_)
        with collector_paused():
            texts = self._fields(group_names, fragments)
        found = passages(texts, self._long_from, vocabulary)
        self.tokens, self.field_of, self.char_at = found.tokens, found.field_of, found.char_at
        self.field_start, self.field_length = found.field_start, found.field_length
        self.short, self.long = found.short, found.long
        self.short_starts = found.field_start[: self._long_from][found.field_length[: self._long_from] > 0]
        self.worth_at = self._worth()
        self.fills_at = np.array(FILLS, np.int8)[self.field][self.field_of]
        self.length_at = np.minimum(self.field_length, 255).astype(np.uint8)[self.field_of]
        self.follows_short = _neighbours(found.short, vocabulary)
        self.follows = self.follows_short | _neighbours(found.long, vocabulary)
        self.pinned: Bools = np.array([reply.pinned for reply in self.replies], np.bool_)
        self._fragment: Bools = np.array([reply.fragment for reply in self.replies], np.bool_)
        self._from = np.array([_day(reply.valid_from, 0) for reply in self.replies], np.int32)
        self._until = np.array([_day(reply.valid_until, _ALWAYS) for reply in self.replies], np.int32)
        self._asked: dict[tuple[str, str, str], Bools] = {}
        self.vocabulary = vocabulary

    def _fields(self, group_names: Mapping[str, str], fragments: Mapping[str, str]) -> list[str]:
        """All texts, short ones first, and whose and what each is."""
        short: list[tuple[int, Field, int, str]] = []
        long: list[tuple[int, Field, int, str]] = []
        named_at: dict[int, tuple[int, int]] = {}
        for row, reply in enumerate(self.replies):
            short.append((row, Field.TITLE, 0, reply.title))
            if reply.shortcut:
                short.append((row, Field.SHORTCUT, 0, reply.shortcut))
            short += [(row, Field.TAG, part, tag) for part, tag in enumerate(reply.tags)]
            if reply.group in group_names:
                short.append((row, Field.GROUP, 0, group_names[reply.group]))
            for part, some in enumerate(reply.wordings):
                long.append((row, Field.TEXT, part, _said(some.text)))
                for place, words in _shared(some.text, fragments):
                    named_at[len(long)] = place
                    long.append((row, Field.SHARED, part, words))
        self._long_from = len(short)
        self.named_at = {self._long_from + number: place for number, place in named_at.items()}
        every = short + long
        self.owner: Numbers = np.array([row for row, _, _, _ in every], np.int32)
        self.field: NDArray[np.int8] = np.array([field for _, field, _, _ in every], np.int8)
        self.part: Numbers = np.array([part for _, _, part, _ in every], np.int32)
        return [text for _, _, _, text in every]

    def _worth(self) -> NDArray[np.int16]:
        """Per token, what a hit that begins there is worth."""
        worth = _WORTH[self.field][self.field_of]
        # A field without a token has its start at the next one's, or behind all of them.
        begun = (self.field_length > 0) & (self.field < Field.TEXT)
        worth[self.field_start[begun]] += _AT_START
        return worth

    def __len__(self) -> int:
        return len(self.replies)

    @property
    def memory(self) -> int:
        """Bytes of its arrays."""
        return self.short.nbytes + self.long.nbytes + sum(
            array.nbytes
            for array in (self.tokens, self.field_of, self.char_at, self.field_start, self.field_length, self.owner,
                          self.field, self.part, self.follows, self.follows_short, self.worth_at, self.length_at,
                          self.fills_at)
        )  # fmt: skip

    def alive(self) -> list[Reply]:
        """Its replies, without those that are gone."""
        return [self.replies[row] for row in np.flatnonzero(self.there).tolist()]

    def remove(self, uids: Iterable[str]) -> None:
        """These are no longer what they were."""
        for uid in uids:
            if uid in self.rows:
                self.there[self.rows[uid]] = False
        self._asked.clear()

    def may(self, today: str, platform: str, language: str) -> Bools:
        """Which replies may be sent on that day, platform and in that language; empty: any."""
        key = (today, platform, language)
        if key not in self._asked:
            self._asked.clear()
            day = _day(today, 0)
            fit = [_fits(reply, platform, language) for reply in self.replies] if platform or language else True
            in_time = (self._from <= day) & (day <= self._until)
            self._asked[key] = self.there & ~self._fragment & in_time & np.array(fit, np.bool_)
        return self._asked[key]

    def title_of(self, row: int) -> int:
        """The field that is a reply's title."""
        return _range_of(self.owner[: self._long_from], row)[0]

    def fields_of(self, row: int) -> Iterator[int]:
        """All fields of a reply, short ones first."""
        yield from range(*_range_of(self.owner[: self._long_from], row))
        begin, end = _range_of(self.owner[self._long_from :], row)
        yield from range(self._long_from + begin, self._long_from + end)

    def tokens_of(self, field: int) -> tuple[int, int]:
        """Where the tokens of a field begin and end, with the end of its last clause."""
        return _range_of(self.field_of, field)

    def followers(self, pieces: Pieces) -> tuple[Follower, Follower]:
        """What follows words through the short fields, and through the wordings."""
        return Follower(self.tokens, self.short, pieces), Follower(self.tokens, self.long, pieces)


def _fits(reply: Reply, platform: str, language: str) -> bool:
    right_place = not platform or not reply.platforms or platform in reply.platforms
    return right_place and (not language or reply.language in {"", language})


def _said(text: str) -> str:
    """A wording with its variables made unfindable; every character keeps its place."""
    return _VARIABLE.sub(lambda found: "\n" * len(found[0]), text) if "{" in text else text


def _shared(text: str, fragments: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    """What the shared parts of a wording say, each with the place where the wording names it."""
    if _NAMES_PART not in text:
        return
    inner = (part for part in parts(text, fragments) if part.inside and not part.fault)
    for place, some in itertools.groupby(inner, key=lambda part: (part.position, part.position + part.length)):
        yield place, "".join("\n" if part.slot else part.words for part in some)


def _day(day: str, otherwise: int) -> int:
    digits = day[:10].replace("-", "")
    return int(digits) if digits.isdecimal() else otherwise


def _range_of(ordered: Numbers, number: int) -> tuple[int, int]:
    """Where a number begins and ends among numbers in order."""
    # Of another width the whole array would be copied first.
    begin, end = np.searchsorted(ordered, np.array([number, number + 1], ordered.dtype)).tolist()
    return begin, end


def _neighbours(directory: Directory, vocabulary: Vocabulary) -> Bools:
    """Which syllables stand before which."""
    of_token = vocabulary.syllable_of
    pairs = np.diff(directory.token_pairs)
    firsts = np.repeat(of_token[: len(pairs)], pairs)
    found = np.zeros((MOST_SYLLABLES, MOST_SYLLABLES), np.bool_)
    found[firsts, of_token[directory.seconds]] = True
    return found
