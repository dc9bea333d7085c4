"""The engine behind every "how many": a tree over the roster gives who it matches, and what each row removes.

Semantics are told for users in docs/segments.md; tests/local_db/segments holds them to a plain reading
of every member one by one.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from local_db.segments.facts import Moment, OrderFacts, moment_of
from local_db.segments.leaves import Scene, fold, leaf_mask
from local_db.segments.tree import All, Any, Leaf, Node, Not

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Roster

KEPT_LEAVES = 256
KEPT_MOMENTS = 32

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


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """The answer to a tree: who, how many, and the same for every node, parents first."""

    matched: Bools  # per member number; shared, not to be written to
    count: int
    everybody: int  # how many members exist at the moment asked for
    nodes: tuple[NodeCount, ...]


class Evaluator:
    """Answers trees over one roster and keeps the leaves it has worked out; may be asked from any thread."""

    def __init__(self, roster: Roster, *, kept_leaves: int = KEPT_LEAVES, kept_moments: int = KEPT_MOMENTS) -> None:
        self.roster = roster
        self._leaves: _Recent[tuple[Leaf, Moment], Bools] = _Recent(kept_leaves)
        self._facts: _Recent[int | None, OrderFacts] = _Recent(kept_moments)

    def evaluate(self, node: Node, *, now: datetime, as_of: date | None = None) -> Evaluation:
        """Who the tree matches today, or at the end of the day `as_of` in the shop's zone."""
        moment = self.moment(now, as_of)
        everybody = self.facts(moment).everybody
        total = int(np.count_nonzero(everybody))
        nodes: list[NodeCount] = []
        matched = self._count(node, moment, "", nodes)
        count = nodes[0].count
        nodes[0] = NodeCount("", count, total - count)
        return Evaluation(matched, count, total, tuple(nodes))

    def moment(self, now: datetime, as_of: date | None = None) -> Moment:
        """The moment that `now` or `as_of` means in this shop."""
        return moment_of(self.roster.zone, now, as_of)

    def facts(self, moment: Moment) -> OrderFacts:
        """The members' order facts at a moment."""
        return self._facts.get(moment.cut, lambda: OrderFacts(self.roster, moment.cut))

    def leaf(self, leaf: Leaf, moment: Moment) -> Bools:
        """Who of the members existing at the moment a leaf matches; not to be written to."""
        return self._leaves.get((leaf, moment), lambda: self._leaf_now(leaf, moment))

    def _leaf_now(self, leaf: Leaf, moment: Moment) -> Bools:
        mask = leaf_mask(leaf, self.scene(moment)) & self.facts(moment).everybody
        mask.flags.writeable = False  # it is shared by everyone who asks for this leaf
        return mask

    def scene(self, moment: Moment) -> Scene:
        """What a leaf is asked about at a moment."""
        return Scene(self.roster, self.facts(moment), moment, self._folded_titles)

    @cached_property
    def _folded_titles(self) -> tuple[str, ...]:
        return tuple(fold(title) for title in self.roster.product_titles)

    def _count(self, node: Node, moment: Moment, path: str, nodes: list[NodeCount]) -> Bools:
        """Who the node matches; notes it and everything below it, itself first, with `removes` still 0."""
        place = len(nodes)
        nodes.append(NodeCount(path, 0, 0))
        matched = self._matched(node, moment, path, nodes)
        nodes[place] = NodeCount(path, int(np.count_nonzero(matched)), 0)
        return matched

    def _matched(self, node: Node, moment: Moment, path: str, nodes: list[NodeCount]) -> Bools:
        match node:
            case All(children):
                return self._all(children, moment, path, nodes)
            case Any(children):
                found = np.zeros(self.roster.size, np.bool_)
                for place, child in enumerate(children):
                    found |= self._count(child, moment, f"{path}/any/{place}", nodes)
                return found
            case Not(child):
                return self.facts(moment).everybody & ~self._count(child, moment, f"{path}/not", nodes)
            case _:
                return self.leaf(node, moment)

    def _all(self, children: tuple[Node, ...], moment: Moment, path: str, nodes: list[NodeCount]) -> Bools:
        left = self.facts(moment).everybody
        remaining = int(np.count_nonzero(left))
        for place, child in enumerate(children):
            row = len(nodes)
            left = left & self._count(child, moment, f"{path}/all/{place}", nodes)
            kept = int(np.count_nonzero(left))
            nodes[row] = NodeCount(nodes[row].path, nodes[row].count, remaining - kept)
            remaining = kept
        return left


class LeafCache:
    """Keeps the evaluator of the latest roster, for callers that are handed a roster each time."""

    def __init__(self) -> None:
        self._evaluator: Evaluator | None = None

    def evaluator(self, roster: Roster) -> Evaluator:
        """The evaluator of this roster, with what it has already worked out if it is still the same one."""
        kept = self._evaluator
        if kept is None or kept.roster is not roster:
            kept = self._evaluator = Evaluator(roster)
        return kept


def evaluate(
    roster: Roster, node: Node, *, now: datetime, as_of: date | None = None, cache: LeafCache | None = None
) -> Evaluation:
    """Who the tree matches; with a `cache`, leaves asked before over the same roster cost nothing."""
    evaluator = Evaluator(roster) if cache is None else cache.evaluator(roster)
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
