"""The index of a reply library: kept in memory, asked at every key, and told what changed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search import questions
from local_db.replies.search.finding import DECENT, Finding
from local_db.replies.search.hit import Field, Hit, Mark
from local_db.replies.search.marking import marks_of, marks_of_covered, snippet_of
from local_db.replies.search.shelf import Shelf
from local_db.replies.search.typed import folded, words_of
from local_db.replies.search.vocabulary import Vocabulary
from local_db.replies.search.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.replies.model import Reply, Usage

    Amounts = NDArray[np.float32]
    Rows = NDArray[np.int64]
    Bools = NDArray[np.bool_]

# What is pinned or used moves a reply among its equals, and not past what matches clearly better.
_PINNED = 14.0
_OFTEN, _TIMES_FOR_ALL = 6.0, 1023
_RECENTLY, _HALVED_AFTER_DAYS = 6.0, 14
_EXACT_SHORTCUT = 1000.0
# Changed replies are on a shelf of their own, made anew with every change until it holds so many. Full ones are joined
# as digits carry: there are never more than a few, and a reply is moved a few times only.
_SMALL = 128
_GROWN = 4  # a shelf joins the one before it when it has a quarter of what is there


_NO_PARTS: Mapping[str, str] = MappingProxyType({})


class _Answer(NamedTuple):
    """What was found on one shelf."""

    rows: Rows
    points: Amounts
    findings: Sequence[Finding]


class ReplyIndex:
    """Finds replies by what is typed. Not to be used by two threads at once."""

    def __init__(
        self, replies: Iterable[Reply], group_names: Mapping[str, str], fragments: Mapping[str, str] = _NO_PARTS
    ) -> None:
        """`group_names` are the names of groups by their uid, `fragments` what shared parts say by their titles."""
        self._group_names, self._fragments = dict(group_names), dict(fragments)
        self._vocabulary = Vocabulary()
        self._shelves = [Shelf(replies, self._group_names, self._fragments, self._vocabulary)]
        self._words = Words(self._vocabulary)
        self._words.look_at(self._shelves)
        self._boosts: dict[Shelf, tuple[Mapping[str, Usage], str, Amounts]] = {}

    @property
    def memory(self) -> int:
        """Bytes of its arrays."""
        return self._vocabulary.memory + sum(shelf.memory for shelf in self._shelves)

    def update(
        self,
        changed: Iterable[Reply],
        removed: Iterable[str] = (),
        group_names: Mapping[str, str] | None = None,
        fragments: Mapping[str, str] | None = None,
    ) -> None:
        """Take in replies that are new or changed, and forget those removed.

        Where groups have other names, `group_names` gives them all and `changed` has the replies of those groups.
        Where shared parts say something else, `fragments` gives them all and `changed` has the replies that use those.
        """
        if group_names is not None:
            self._group_names = dict(group_names)
        if fragments is not None:
            self._fragments = dict(fragments)
        new = {reply.uid: reply for reply in changed}
        for shelf in self._shelves:
            shelf.remove({*new, *removed})
        fresh = list(new.values())
        if fresh:
            while self._shelves and _goes_with(len(fresh), len(self._shelves[-1])):
                fresh += self._shelves.pop().alive()
            self._shelves.append(Shelf(fresh, self._group_names, self._fragments, self._vocabulary))
        self._words.look_at(self._shelves)
        self._boosts = {shelf: boosts for shelf, boosts in self._boosts.items() if shelf in self._shelves}

    def search(
        self,
        typed: str,
        *,
        usage: Mapping[str, Usage],
        today: str,
        platform: str = "",
        language: str = "",
        everything: bool = False,
        limit: int = 50,
    ) -> tuple[Hit, ...]:
        """The best hits, best first; where nothing is typed, what is pinned or was used.

        Only what may be sent is found; `everything`: shared parts too, and replies of other days and platforms.
        `today` is an ISO day. `usage` is by uid, and taken to be unchanged as long as it is the same object.
        """
        boosts = [self._boosts_of(shelf, usage, today) for shelf in self._shelves]
        allowed = [shelf.there if everything else shelf.may(today, platform, language) for shelf in self._shelves]
        words = words_of(typed)
        if questions.is_long(typed):
            return self._answered(typed, allowed, boosts, limit)
        if not typed.strip():
            answers = [_pinned_or_used(*some) for some in zip(allowed, boosts, strict=True)]
        else:
            answers = self._answers(words, allowed, boosts)
        answers = [
            _with_shortcut(answer, shelf, may, folded(typed))
            for answer, shelf, may in zip(answers, self._shelves, allowed, strict=True)
        ]
        best = max((float(answer.points.max(initial=0)) for answer in answers), default=0.0)
        if best < DECENT * len(words) and questions.is_question(typed):
            return self._answered(typed, allowed, boosts, limit) or self._hits(answers, words, limit)
        return self._hits(answers, words, limit)

    def _answers(self, words: Sequence[str], allowed: Sequence[Bools], boosts: Sequence[Amounts]) -> list[_Answer]:
        alone = len(words) == 1
        found = [self._words.find(word, alone=alone) for word in words]
        answers = _together(found, allowed, boosts)
        if not alone and not any(len(answer.rows) for answer in answers):
            found = [self._words.find(word, alone=alone, lenient=True) for word in words]
            answers = _together(found, allowed, boosts)
        return answers

    def _answered(self, typed: str, allowed: Sequence[Bools], boosts: Sequence[Amounts], limit: int) -> tuple[Hit, ...]:
        """What a whole sentence is about."""
        opened = [questions.Opened(*some) for some in zip(self._words.open, allowed, boosts, strict=True)]
        found = questions.answer(typed, opened, self._words.pieces)
        best = [
            (-points, shelf.replies[row].uid, shelf, row, answer.covered)
            for shelf, answer in zip(self._shelves, found, strict=True)
            for row, points in zip(answer.rows.tolist(), answer.points.tolist(), strict=True)
        ]
        best.sort(key=lambda one: one[:2])
        hits = []
        for negative, uid, shelf, row, covered in best[: min(limit, questions.MOST_ANSWERS)]:
            marks = marks_of_covered(shelf, row, covered)
            texts = [wording.text for wording in shelf.replies[row].wordings]
            hits.append(Hit(uid, -negative, marks, snippet_of(texts, marks)))
        return tuple(hits)

    def _hits(self, answers: Sequence[_Answer], words: Sequence[str], limit: int) -> tuple[Hit, ...]:
        best: list[tuple[float, str, int, int]] = []
        for number, (shelf, answer) in enumerate(zip(self._shelves, answers, strict=True)):
            for place in _top(answer.points, limit).tolist():
                row = int(answer.rows[place])
                best.append((-float(answer.points[place]), shelf.replies[row].uid, number, row))
        best.sort()
        return tuple(
            self._hit(self._shelves[number], row, -negative, answers[number].findings, words)
            for negative, _, number, row in best[:limit]
        )

    def _hit(self, shelf: Shelf, row: int, points: float, findings: Sequence[Finding], words: Sequence[str]) -> Hit:
        reply = shelf.replies[row]
        marks = marks_of(shelf, row, findings, words)
        if not marks and points >= _EXACT_SHORTCUT:
            marks = (Mark(Field.SHORTCUT, 0, 0, len(reply.shortcut)),)
        return Hit(reply.uid, points, marks, snippet_of([wording.text for wording in reply.wordings], marks))

    def _boosts_of(self, shelf: Shelf, usage: Mapping[str, Usage], today: str) -> Amounts:
        """Per reply of a shelf what being pinned and used adds."""
        known = self._boosts.get(shelf)
        if known is not None and known[0] is usage and known[1] == today:
            return known[2]
        now = datetime.combine(date.fromisoformat(today), time.max, UTC).timestamp()
        boosts = shelf.pinned * np.float32(_PINNED)
        for uid in usage if len(usage) < len(shelf) else shelf.rows:
            row, used = shelf.rows.get(uid), usage.get(uid)
            if row is not None and used is not None:
                boosts[row] += _boost(used, now)
        self._boosts[shelf] = usage, today, boosts
        return boosts


def _together(
    by_word: Sequence[Sequence[Finding]], allowed: Sequence[Bools], boosts: Sequence[Amounts]
) -> list[_Answer]:
    """Per shelf the replies in which every word is found."""
    answers = []
    for number, (may, added) in enumerate(zip(allowed, boosts, strict=True)):
        findings = [found[number] for found in by_word]
        right = may if findings else np.zeros_like(may)
        for finding in findings:
            right = right & (finding.points > 0)
        rows = np.flatnonzero(right)
        points = added[rows]
        for finding in findings:
            points = points + finding.points[rows]
        answers.append(_Answer(rows, points, findings))
    return answers


def _goes_with(fresh: int, older: int) -> bool:
    """Whether an older shelf is made anew together with fresh replies."""
    return fresh + older <= _SMALL or fresh * _GROWN >= older


def _boost(used: Usage, now: float) -> float:
    if not used.times:
        return 0.0
    often = min(1.0, math.log1p(used.times) / math.log1p(_TIMES_FOR_ALL))
    days = max(0.0, now - used.last_at) / 86_400
    return _OFTEN * often + _RECENTLY * math.pow(0.5, days / _HALVED_AFTER_DAYS)


def _pinned_or_used(may: Bools, boosts: Amounts) -> _Answer:
    rows = np.flatnonzero(may & (boosts > 0))
    return _Answer(rows, boosts[rows], ())


def _with_shortcut(answer: _Answer, shelf: Shelf, may: Bools, typed: str) -> _Answer:
    """The reply whose shortcut was typed comes before everything."""
    exact = [row for row in shelf.by_shortcut.get(typed, ()) if may[row]]
    if not exact:
        return answer
    rows = np.union1d(answer.rows, exact)
    points = np.zeros(len(rows), np.float32)
    points[np.searchsorted(rows, answer.rows)] = answer.points
    points[np.searchsorted(rows, exact)] += _EXACT_SHORTCUT
    return answer._replace(rows=rows, points=points)


def _top(points: Amounts, limit: int) -> NDArray[np.int64]:
    """The best, and of equal ones the first: rows stand in the order of uids."""
    if limit <= 0:
        return np.zeros(0, np.int64)
    if len(points) > limit:
        least = np.partition(points, len(points) - limit)[len(points) - limit]
        above, equal = np.flatnonzero(points > least), np.flatnonzero(points == least)
        return np.concatenate((above, equal[: limit - len(above)]))
    return np.arange(len(points))
