"""The engine behind every "how many": a tree over the roster gives who it matches, and what each row removes.

Semantics are told for users in docs/segments.md; tests/local_db/segments holds them to a plain reading
of every member one by one.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING, Generic, TypeVar

from local_db.errors import TreeError
from local_db.segments.bits import Bits
from local_db.segments.facts import Moment, OrderFacts, moment_of
from local_db.segments.leaves import leaf_mask
from local_db.segments.roster_index import RosterIndex
from local_db.segments.scene import Scene
from local_db.segments.tree import All, Any, InSegment, Leaf, Muted, Node, Not

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Roster

KEPT_LEAVES = 256
KEPT_MOMENTS = 4  # the columns of a moment are some ten times as large as an answer

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class NodeCount:
    """How many a node matches, and how many its row drops.

    `removes`: for a child of `all`, how many it drops out of those the rows above it left (the first
    row: of everybody); 0 below `any` and `not`; for the root, everybody less its count.
    """

    path: str  # JSON pointer, "" for the root
    count: int
    removes: int


class Evaluation:
    """The answer to a tree: who, how many, and the same for every node, parents first."""

    def __init__(self, bits: Bits, everybody: int, nodes: tuple[NodeCount, ...]) -> None:
        self.bits = bits
        self.count = nodes[0].count
        self.everybody = everybody  # how many members exist at the moment asked for
        self.nodes = nodes

    @cached_property
    def matched(self) -> Bools:
        """Per member number; shared, not to be written to."""
        mask = self.bits.bools()
        mask.flags.writeable = False
        return mask


class Evaluator:
    """Answers trees over one roster and keeps the leaves it has worked out; may be asked from any thread.

    `segments` are the shop's saved segments by id, for trees that ask for one; they may be replaced at any time.
    """

    def __init__(
        self,
        roster: Roster,
        segments: Mapping[int, Node] | None = None,
        *,
        kept_leaves: int = KEPT_LEAVES,
        kept_moments: int = KEPT_MOMENTS,
    ) -> None:
        self.roster = roster
        self.segments: Mapping[int, Node] = segments or {}
        self.index = RosterIndex(roster)
        self._leaves: _Recent[tuple[Leaf, Moment], Bits] = _Recent(kept_leaves)
        self._facts: _Recent[int | None, OrderFacts] = _Recent(kept_moments)
        self._scenes: _Recent[Moment, Scene] = _Recent(kept_moments)
        self._everybody: _Recent[int | None, tuple[Bits, int]] = _Recent(kept_leaves)

    def of_later(self, roster: Roster) -> Evaluator:
        """One of a later roster, with what is the same in both: after a tag by hand, all that orders say."""
        later = Evaluator(roster, self.segments)
        later.index.take_over(self.index)
        old, new = self.roster, roster
        if old.orders is new.orders and old.members.known_since is new.members.known_since:
            later._facts = self._facts
            later._everybody = self._everybody
        return later

    def beside(self, *, kept_leaves: int, kept_moments: int) -> Evaluator:
        """Another one of the same roster that keeps its own answers, for questions that would crowd these out."""
        other = Evaluator(self.roster, self.segments, kept_leaves=kept_leaves, kept_moments=kept_moments)
        other.index = self.index
        return other

    def evaluate(self, node: Node, *, now: datetime, as_of: date | None = None) -> Evaluation:
        """Who the tree matches today, or at the end of the day `as_of` in the shop's zone.

        Raises TreeError (`unknown_segment`, `segment_cycle`) for a tree that names saved segments.
        """
        moment = self.moment(now, as_of)
        question = _Question(self, moment, self.segments)
        question.ask(node, "")
        total = question.total
        root = question.nodes[0]
        question.nodes[0] = NodeCount("", root.count, total - root.count)
        return Evaluation(question.matched, total, tuple(question.nodes))

    def prepare(self, now: datetime) -> None:
        """Work out what most conditions will ask for today, as an index; on a thread that nobody waits for."""
        self.scene(self.moment(now)).prepare()

    def forget_answers(self) -> None:
        """Have every leaf worked out again, for measuring."""
        self._leaves = _Recent(KEPT_LEAVES)

    def moment(self, now: datetime, as_of: date | None = None) -> Moment:
        """The moment that `now` or `as_of` means in this shop."""
        return moment_of(self.roster.zone, now, as_of)

    def facts(self, moment: Moment) -> OrderFacts:
        """The members' order facts at a moment."""
        return self._facts.get(moment.cut, lambda: OrderFacts(self.roster, moment.cut))

    def scene(self, moment: Moment) -> Scene:
        """What a leaf is asked about at a moment."""
        return self._scenes.get(moment, lambda: Scene(self.roster, self.facts(moment), moment, self.index))

    def leaf(self, leaf: Leaf, moment: Moment) -> Bools:
        """Who of the members existing at the moment a leaf matches."""
        if isinstance(leaf, InSegment):
            question = _Question(self, moment, self.segments)
            question.ask(leaf, "")
            return question.matched.bools()
        return self.leaf_bits(leaf, moment).bools()

    def leaf_bits(self, leaf: Leaf, moment: Moment) -> Bits:
        """The same of a leaf that does not depend on a saved segment, kept."""
        return self._leaves.get((leaf, moment), lambda: self._leaf_now(leaf, moment))

    def everybody(self, moment: Moment) -> tuple[Bits, int]:
        """Who exists at a moment, and how many that are."""
        return self._everybody.get(moment.cut, lambda: self._everybody_now(moment))

    def _leaf_now(self, leaf: Leaf, moment: Moment) -> Bits:
        found = Bits.of(leaf_mask(leaf, self.scene(moment)))
        return found if moment.cut is None else found & self.everybody(moment)[0]

    def _everybody_now(self, moment: Moment) -> tuple[Bits, int]:
        found = Bits.of(self.facts(moment).everybody)
        return found, found.count()


class _Question:
    """One walk through a tree; `nodes` are noted parents first.

    A node that is muted is worked out and counted, and has no say: its group is joined without it. Where that leaves
    a group or a `not` empty, it has no say either, and its count is everybody's, as that of a tree all muted.
    """

    def __init__(self, evaluator: Evaluator, moment: Moment, segments: Mapping[int, Node]) -> None:
        self._evaluator = evaluator
        self._moment = moment
        self._segments = segments
        self._asked: tuple[int, ...] = ()  # the saved segments that are being worked out, the outer ones first
        self._everybody, self.total = evaluator.everybody(moment)
        self.nodes: list[NodeCount] = []
        self.matched = self._everybody

    def ask(self, node: Node, path: str) -> None:
        """Work out the whole tree."""
        found = self._count(node, path)
        if found is not None:
            self.matched = found
        else:
            self.nodes[0] = NodeCount(path, self.total, 0)

    def _count(self, node: Node, path: str) -> Bits | None:
        """Who the node matches, None if it has no say; notes it, then everything below, `removes` still 0."""
        place = len(self.nodes)
        self.nodes.append(NodeCount(path, self.total, 0))
        if isinstance(node, Muted):
            self._count(node.child, f"{path}/muted")
            self.nodes[place] = NodeCount(path, self.nodes[place + 1].count, 0)
            return None
        found = self._found(node, path)
        if found is not None:
            self.nodes[place] = NodeCount(path, found.count(), 0)
        return found

    def _found(self, node: All | Any | Not | Leaf, path: str) -> Bits | None:
        match node:
            case All(children):
                return self._all(children, path)
            case Any(children):
                return self._any(children, path)
            case Not(child):
                inner = self._count(child, f"{path}/not")
                return None if inner is None else self._everybody - inner
            case InSegment(segment):
                return self._of_segment(segment, path)
            case _:
                return self._evaluator.leaf_bits(node, self._moment)

    def _all(self, children: tuple[Node, ...], path: str) -> Bits | None:
        left, remaining, said = self._everybody, self.total, not children
        for place, child in enumerate(children):
            row = len(self.nodes)
            found = self._count(child, f"{path}/all/{place}")
            if found is None:
                continue
            left, said = left & found, True
            kept = left.count()
            self.nodes[row] = NodeCount(self.nodes[row].path, self.nodes[row].count, remaining - kept)
            remaining = kept
        return left if said else None

    def _any(self, children: tuple[Node, ...], path: str) -> Bits | None:
        found = [self._count(child, f"{path}/any/{place}") for place, child in enumerate(children)]
        said = [bits for bits in found if bits is not None]
        if children and not said:
            return None
        return reduce(or_, said, Bits.none(self._evaluator.roster.size))

    def _of_segment(self, segment: int, path: str) -> Bits:
        """Who a saved segment matches at this moment; its own nodes are not noted."""
        if segment in self._asked:
            raise TreeError("segment_cycle", path=path, segments=(*self._asked, segment))
        node = self._segments.get(segment)
        if node is None:
            raise TreeError("unknown_segment", path=path, segment=segment)
        noted, self.nodes, self._asked = self.nodes, [], (*self._asked, segment)
        found = self._count(node, path)
        self.nodes, self._asked = noted, self._asked[:-1]
        return self._everybody if found is None else found


class LeafCache:
    """Keeps the evaluator of the latest roster, for callers that are handed a roster each time."""

    def __init__(self) -> None:
        self._evaluator: Evaluator | None = None

    def evaluator(self, roster: Roster, segments: Mapping[int, Node] | None = None) -> Evaluator:
        """The evaluator of this roster, with what it has already worked out if it is still the same one."""
        kept = self._evaluator
        if kept is None:
            kept = self._evaluator = Evaluator(roster)
        elif kept.roster is not roster:
            kept = self._evaluator = kept.of_later(roster)
        if segments is not None:
            kept.segments = segments
        return kept


def evaluate(
    roster: Roster,
    node: Node,
    *,
    now: datetime,
    as_of: date | None = None,
    cache: LeafCache | None = None,
    segments: Mapping[int, Node] | None = None,
) -> Evaluation:
    """Who the tree matches; with a `cache`, leaves asked before over the same roster cost nothing."""
    evaluator = Evaluator(roster, segments) if cache is None else cache.evaluator(roster, segments)
    return evaluator.evaluate(node, now=now, as_of=as_of)


class _Recent(Generic[K, V]):
    """The most recently asked values, at most `limit` of them."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: OrderedDict[K, V] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The kept value, or a new one; two threads may both make it, and the results are equal."""
        with self._guard:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        value = make()
        with self._guard:
            self._values[key] = value
            if len(self._values) > self._limit:
                self._values.popitem(last=False)
        return value
