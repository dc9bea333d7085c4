"""Answers the page's questions off the window's thread: counts of every row, who is left to write to, who they are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from local_db.errors import PrepareError, TreeError

if TYPE_CHECKING:
    from desktop.segments.options import Option
    from local_db.roster.roster import Bools, Roster
    from local_db.roster.source import RosterSource
    from local_db.segments.evaluate import Evaluator, LeafCache, NodeCount
    from local_db.segments.matched import MatchedMember
    from local_db.segments.suggestions import Suggestion
    from local_db.segments.tree import Node
    from local_db.shop_file import Shop

SHOWN_MEMBERS = 200
PAST_LEAVES, PAST_MOMENTS = 64, 4  # what is kept of earlier days, apart from today's


@dataclass(frozen=True, slots=True)
class Question:
    """A tree, the day it is asked on (None: today), and how its people are listed."""

    node: Node
    as_of: date | None = None
    sort: str = "spent"  # a value of SortKey
    ascending: bool = False
    channel: str = "sms"  # on which its people would be reached
    quick: bool = False  # counts alone, while a day is being looked for


@dataclass(frozen=True, slots=True)
class Reach:
    """The suppression waterfall of the matching people."""

    steps: tuple[tuple[str, int], ...]  # step code, removed
    left: int
    quiet_days: int


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything the builder shows about a tree."""

    question: Question
    everybody: int
    count: int
    nodes: dict[str, NodeCount]  # by JSON pointer
    milliseconds: float  # the evaluation alone, as measured
    members: tuple[MatchedMember, ...]
    currency: str
    zone: ZoneInfo
    first_day: date | None  # of the shop: its earliest member or order
    reach: Reach | None = None  # None where the shop's settings do not allow one
    problem: PrepareError | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people each of several trees matches today."""

    everybody: int
    people: dict[Node, int] = field(default_factory=dict)


class Counting:
    """One shop's questions; keeps the leaves of the current roster, and may be asked from any thread."""

    def __init__(self, shop: Shop, rosters: RosterSource) -> None:
        self._shop = shop
        self._rosters = rosters
        self._cache: LeafCache | None = None
        self._past: Evaluator | None = None
        self.segments: Mapping[int, Node] = {}  # the saved ones, for trees that ask for them
        self._suggested: tuple[Roster | None, dict[str, tuple[Suggestion, ...]]] = (None, {})
        self._offered: dict[str, tuple[tuple[Suggestion, ...], tuple[Option, ...]]] = {}

    def answer(self, question: Question) -> Answer:
        """Work out one tree."""
        from local_db.segments.size_history import first_day

        now = datetime.now(UTC)
        evaluator = self.evaluator(question.as_of)
        roster = evaluator.roster
        began = time.perf_counter()
        found = evaluator.evaluate(question.node, now=now, as_of=question.as_of)
        milliseconds = (time.perf_counter() - began) * 1000
        members: tuple[MatchedMember, ...] = ()
        reach: Reach | None = None
        problem: PrepareError | None = None
        if not question.quick:
            members = self._members(evaluator, question, found.matched, now)
            reach, problem = self._reach(roster, found.matched, now, question.channel)
        return Answer(
            question=question,
            everybody=found.everybody,
            count=found.count,
            nodes={node.path: node for node in found.nodes},
            milliseconds=milliseconds,
            members=members,
            currency=roster.currency,
            zone=roster.zone,
            first_day=first_day(roster),
            reach=reach,
            problem=problem,
        )

    def counts(self, nodes: Iterable[Node]) -> Counts:
        """How many people each tree matches; one that asks for a segment that is gone is left out."""
        now = datetime.now(UTC)
        evaluator = self.evaluator(None)
        people: dict[Node, int] = {}
        for node in nodes:
            with suppress(TreeError):
                people[node] = evaluator.evaluate(node, now=now).count
        return Counts(evaluator.roster.size, people)

    def roster(self) -> Roster:
        """The shop's current columns."""
        return self._rosters.current()

    def suggestions(self, key: str) -> tuple[Suggestion, ...]:
        """What a text field, `tag`, `ordered` (words of titles) and the like may be filled with."""
        from local_db.segments.suggestions import suggestions

        roster = self._rosters.current()
        known, kept = self._suggested
        if known is not roster:
            kept = {}
            self._suggested = (roster, kept)
        if key not in kept:
            kept[key] = suggestions(roster, key)
        return kept[key]

    def options(self, key: str, shown: Callable[[tuple[Suggestion, ...]], tuple[Option, ...]]) -> tuple[Option, ...]:
        """The suggestions as `shown` says them.

        Worked out once for a roster: a window has one language, and it is the pinyin that takes long.
        """
        found = self.suggestions(key)
        kept = self._offered.get(key)
        if kept is None or kept[0] is not found:
            kept = self._offered[key] = (found, shown(found))
        return kept[1]

    def prepare(self) -> None:
        """Work out what most conditions will look up, while the person is still thinking."""
        self.evaluator(None).prepare(datetime.now(UTC))

    def evaluator(self, as_of: date | None) -> Evaluator:
        """The evaluator of the current roster; days gone by have one of their own, so that today's leaves stay."""
        from local_db.segments.evaluate import LeafCache

        if self._cache is None:
            self._cache = LeafCache()
        present = self._cache.evaluator(self._rosters.current(), self.segments)
        if as_of is None:
            return present
        past = self._past
        if past is None or past.roster is not present.roster:
            past = self._past = present.beside(kept_leaves=PAST_LEAVES, kept_moments=PAST_MOMENTS)
        past.segments = self.segments
        return past

    def _members(
        self, evaluator: Evaluator, question: Question, matched: Bools, now: datetime
    ) -> tuple[MatchedMember, ...]:
        from local_db.segments.listing import SortKey
        from local_db.segments.matched import first_members

        with self._shop.read() as connection:
            return first_members(
                connection,
                evaluator.roster,
                evaluator.facts(evaluator.moment(now, question.as_of)),
                matched,
                by=SortKey(question.sort),
                ascending=question.ascending,
                limit=SHOWN_MEMBERS,
            )

    def _reach(
        self, roster: Roster, matched: Bools, now: datetime, channel: str
    ) -> tuple[Reach | None, PrepareError | None]:
        from local_db.campaigns.actions import marketing_waterfall, shop_options

        try:
            quiet_days = shop_options(self._shop).quiet_days
            waterfall = marketing_waterfall(self._shop, roster, matched, now=now, channel=channel)
        except PrepareError as error:
            return None, error
        steps = tuple((step.code.value, step.removed) for step in waterfall.steps)
        return Reach(steps, len(waterfall.numbers), quiet_days), None
