"""Answers what the panels beside the builder ask, off the window's thread, over the engine that counts the rows."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from local_db.members import store
from local_db.members.exact import find_exactly

if TYPE_CHECKING:
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

    from desktop.segments.counting import Counting
    from local_db.members.model import MemberRow
    from local_db.roster.rfm_cuts import RfmCuts
    from local_db.roster.roster import Bools, Roster
    from local_db.segments.change import Change
    from local_db.segments.differences import Differences, KnownFeature
    from local_db.segments.evaluate import Evaluator
    from local_db.segments.explain import OwnValue
    from local_db.segments.facts import Moment
    from local_db.segments.matched import MatchedMember
    from local_db.segments.overlap import Overlap
    from local_db.segments.rfm import Cell, Grid
    from local_db.segments.size_history import SizePoint
    from local_db.segments.suggestions import Suggestion
    from local_db.segments.tree import Leaf, Node
    from local_db.shop_file import Shop

LISTED = 100  # of those who came or left
KEPT_HISTORIES = 64
HISTORY_LEAVES = 512  # twenty rows in each of the months: after a change only what is new is worked out
FEATURE_MOMENTS = 2  # of which the features are kept


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """What a row says about one member, and what the member has there."""

    matches: bool
    leaf: Leaf
    value: OwnValue


@dataclass(frozen=True, slots=True)
class Why:
    """One member under a tree. `rows` by the JSON pointer of the row, its `not` included."""

    member: MemberRow
    matches: bool
    exists: bool  # the shop knew the member at the moment
    rows: dict[str, RowVerdict]
    nodes: dict[str, bool]  # of every node, groups included
    currency: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True, eq=False)
class Moved:
    """A change between two days with the first people of it."""

    change: Change
    came: tuple[MatchedMember, ...]
    left: tuple[MatchedMember, ...]
    currency: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True, eq=False)
class RfmAnswer:
    """The grid under some cuts, and what it leaves out."""

    grid: Grid
    cuts: RfmCuts
    everybody: int
    currency: str

    @property
    def without(self) -> int:
        """Members without a dated purchase."""
        return self.everybody - self.grid.total


class Insights:
    """One shop's questions; may be asked from any thread."""

    def __init__(self, shop: Shop, counting: Counting) -> None:
        self._shop = shop
        self._counting = counting
        self._guard = threading.Lock()
        self._roster: Roster | None = None
        self._sizes: dict[tuple[Node, date, object], tuple[SizePoint, ...]] = {}
        self._history: Evaluator | None = None
        self._words: tuple[Suggestion, ...] | None = None  # of the shop's product titles
        self._features: dict[Moment, tuple[KnownFeature, ...]] = {}

    # --- why ---

    def who(self, text: str) -> tuple[MemberRow, ...]:
        """Whom a pasted text names."""
        with self._shop.read() as connection:
            return tuple(store.rows(connection, find_exactly(connection, text)))

    def why(self, node: Node, as_of: date | None, member_id: int) -> Why | None:
        """One member's verdicts; None where the member is gone."""
        import numpy as np

        from local_db.segments.change import rows
        from local_db.segments.explain import explain
        from local_db.segments.verdicts import node_verdicts

        now = datetime.now(UTC)
        evaluator = self._counting.evaluator(as_of)
        roster = evaluator.roster
        number = int(np.searchsorted(roster.members.ids, member_id))
        with self._shop.read() as connection:
            found = store.rows(connection, [member_id])
        if not found or number >= roster.size or roster.members.ids[number] != member_id:
            return None
        leaves = {verdict.path: verdict for verdict in explain(evaluator, node, number, now=now, as_of=as_of)}
        exists = bool(evaluator.facts(evaluator.moment(now, as_of)).everybody[number])
        said = node_verdicts(node, {path: verdict.matches for path, verdict in leaves.items()}, exists=exists)
        own = {
            path: RowVerdict(said[path], leaf, leaves[_leaf_path(path, leaves)].value)
            for path, leaf, _turned in rows(node, muted=True)
        }
        return Why(found[0], said[""], exists, own, said, roster.currency, roster.zone)

    # --- beside the count ---

    def history(self, node: Node, check: Callable[[], None]) -> tuple[SizePoint, ...]:
        """The tree's size at the last month ends and today; what was asked for one roster is remembered."""
        from local_db.segments.size_history import sizes
        from local_db.segments.tree import segments_named

        now = datetime.now(UTC)
        today_evaluator = self._counting.evaluator(None)
        self._forget_unless(today_evaluator.roster)
        named = frozenset(today_evaluator.segments.items()) if segments_named(node) else None
        key = (node, today_evaluator.moment(now).day, named)
        if key not in self._sizes:
            evaluator = self._months(today_evaluator)
            found = tuple(sizes(evaluator, node, now=now, check=check))
            with self._guard:
                while len(self._sizes) >= KEPT_HISTORIES:
                    self._sizes.pop(next(iter(self._sizes)))
                self._sizes[key] = found
            return found
        return self._sizes[key]

    def _months(self, today_evaluator: Evaluator) -> Evaluator:
        """Month after month, each with all its leaves at once: no more than one month's columns are in memory."""
        with self._guard:
            if self._history is None:
                self._history = today_evaluator.beside(kept_leaves=HISTORY_LEAVES, kept_moments=1)
            self._history.segments = today_evaluator.segments
            return self._history

    def differences(self, node: Node, as_of: date | None, check: Callable[[], None]) -> Differences:
        """What sets the tree's members apart."""
        from local_db.segments.differences import differences

        evaluator = self._counting.evaluator(as_of)
        known = self._known(evaluator, as_of, check)
        found = evaluator.evaluate(node, now=datetime.now(UTC), as_of=as_of)
        return differences(known, found.bits, found.everybody, own=node)

    def _known(self, evaluator: Evaluator, as_of: date | None, check: Callable[[], None]) -> tuple[KnownFeature, ...]:
        from local_db.segments.differences import known_features
        from local_db.segments.features import features
        from local_db.segments.suggestions import title_words

        roster = evaluator.roster
        self._forget_unless(roster)
        now = datetime.now(UTC)
        key = evaluator.moment(now, as_of)
        if key not in self._features:
            if self._words is None:
                self._words = title_words(roster)
            passing = evaluator.beside(kept_leaves=1, kept_moments=1)  # asked once each, and kept as bits
            found = known_features(passing, features(roster, self._words), now=now, as_of=as_of, check=check)
            with self._guard:
                while len(self._features) >= FEATURE_MOMENTS:
                    self._features.pop(next(iter(self._features)))
                self._features[key] = found
            return found
        return self._features[key]

    def _forget_unless(self, roster: Roster) -> None:
        with self._guard:
            if self._roster is not roster:
                self._roster = roster
                self._sizes, self._features, self._history, self._words = {}, {}, None, None

    # --- dialogs ---

    def overlap(self, nodes: Sequence[Node]) -> Overlap:
        """How trees overlap today."""
        from local_db.segments.overlap import overlap

        now = datetime.now(UTC)
        evaluator = self._counting.evaluator(None)
        matched = [evaluator.evaluate(node, now=now).bits for node in nodes]
        return overlap(matched, evaluator.everybody(evaluator.moment(now))[0])

    def moved(self, node: Node, since: date, until: date | None) -> Moved:
        """Who came and who left between two days; None: today."""
        from local_db.segments.change import change

        now = datetime.now(UTC)
        evaluator = self._counting.evaluator(since)
        roster = evaluator.roster
        found = change(evaluator, node, since=since, until=until, now=now)
        return Moved(
            change=found,
            came=self._first(evaluator, found.came, until, now),
            left=self._first(evaluator, found.left, until, now),
            currency=roster.currency,
            zone=roster.zone,
        )

    def _first(
        self, evaluator: Evaluator, matched: Bools, as_of: date | None, now: datetime
    ) -> tuple[MatchedMember, ...]:
        from local_db.segments.listing import SortKey
        from local_db.segments.matched import first_members

        facts = evaluator.facts(evaluator.moment(now, as_of))
        with self._shop.read() as connection:
            return first_members(
                connection, evaluator.roster, facts, matched, by=SortKey.SPENT, ascending=False, limit=LISTED
            )

    def rfm(self, cuts: RfmCuts | None) -> RfmAnswer:
        """The grid of everybody today, under the shop's own cuts or others."""
        from local_db.segments.rfm import grid, scores

        evaluator = self._counting.evaluator(None)
        roster = evaluator.roster
        moment = evaluator.moment(datetime.now(UTC))
        cuts = cuts or roster.rfm_cuts
        found = scores(evaluator.facts(moment), day=moment.day, zone=roster.zone, cuts=cuts, currency=roster.currency)
        return RfmAnswer(grid(found), cuts, roster.size, roster.currency)

    def fitting_cuts(self) -> RfmCuts:
        """The cuts that put about a fifth of the buyers into each score."""
        from local_db.segments.rfm import fitting_cuts

        evaluator = self._counting.evaluator(None)
        roster = evaluator.roster
        moment = evaluator.moment(datetime.now(UTC))
        return fitting_cuts(evaluator.facts(moment), day=moment.day, zone=roster.zone, currency=roster.currency)


def cells_tree(cells: Sequence[Cell]) -> dict[str, object]:
    """The tree, as JSON, of the members in some cells of the grid: few rectangles, several of them joined by `any`."""
    from local_db.segments.rfm import blocks

    found: list[dict[str, object]] = [{"rfm": {"r": list(block.r), "f": list(block.f)}} for block in blocks(set(cells))]
    return found[0] if len(found) == 1 else {"any": found}


def _leaf_path(path: str, leaves: Mapping[str, object]) -> str:
    """Where the condition of a row is: below its `not`, if it has one."""
    while path not in leaves:
        path += "/not"
    return path
