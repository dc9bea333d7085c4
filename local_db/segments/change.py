"""What became of a segment between two days: who came, who left, who stayed, and which rows made them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from local_db.segments.tree import All, Any, Muted, Not

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from local_db.roster.roster import Bools
    from local_db.segments.evaluate import Evaluator
    from local_db.segments.facts import Moment
    from local_db.segments.tree import Leaf, Node


@dataclass(frozen=True, slots=True)
class Flip:
    """One row: of the members who came, how many it had kept out before; of those who left, how many it keeps out now.

    A row in a group that is turned into its opposite keeps out whom it matches. Everybody who left, and everybody who
    came and was known on the first day, is counted at one row at least, and may be at several.
    """

    path: str  # JSON pointer of the row: of its `not` where it has one
    let_in: int
    put_out: int


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """The members of the two days, per member number; `came` and `stayed` make the later one's."""

    came: Bools
    left: Bools
    stayed: Bools
    new: int  # of those who came, how many the shop did not know on the first day
    flips: tuple[Flip, ...]

    @property
    def then(self) -> int:
        """How many matched on the first day."""
        return int(np.count_nonzero(self.left) + np.count_nonzero(self.stayed))

    @property
    def now(self) -> int:
        """How many match on the second day."""
        return int(np.count_nonzero(self.came) + np.count_nonzero(self.stayed))


def change(evaluator: Evaluator, node: Node, *, since: date, until: date | None, now: datetime) -> Change:
    """Compare a tree at the end of the day `since` with itself at the end of `until`; None: today, with all data."""
    first, second = evaluator.moment(now, since), evaluator.moment(now, until)
    before = evaluator.evaluate(node, now=now, as_of=since).matched
    after = evaluator.evaluate(node, now=now, as_of=until).matched
    came, left = after & ~before, before & ~after
    existed = evaluator.facts(first).everybody
    known = came & existed
    flips = []
    for row in _all_rows(node, ""):
        was, is_now = _keeps_in(evaluator, row, first), _keeps_in(evaluator, row, second)
        let_in = int(np.count_nonzero(known & ~was & is_now))
        put_out = int(np.count_nonzero(left & was & ~is_now))
        flips.append(Flip(row.path, let_in, put_out))
    return Change(
        came=came,
        left=left,
        stayed=before & after,
        new=int(np.count_nonzero(came & ~existed)),
        flips=tuple(flips),
    )


def rows(node: Node, *, muted: bool = False) -> Iterator[tuple[str, Leaf, bool]]:
    """Every row as a screen shows it: its path, its condition, and whether it is turned into its opposite.

    Rows that are muted have no say and are left out, unless `muted` asks for them.
    """
    return ((row.path, row.leaf, row.turned) for row in _all_rows(node, "", muted=muted))


@dataclass(frozen=True, slots=True)
class _Row:
    """A condition in its place; `opposed`: a group around it is turned, so that it keeps out whom it matches."""

    path: str
    leaf: Leaf
    turned: bool
    opposed: bool


def _all_rows(node: Node, path: str, *, muted: bool = False, opposed: bool = False) -> Iterator[_Row]:
    turned = False
    top = path
    while isinstance(node, Not | Muted):
        if isinstance(node, Muted):
            if not muted:
                return
            node, path = node.child, f"{path}/muted"
            top = path if not turned else top
        else:
            node, path, turned = node.child, f"{path}/not", not turned
    match node:
        case All(children):
            for place, child in enumerate(children):
                yield from _all_rows(child, f"{path}/all/{place}", muted=muted, opposed=opposed != turned)
        case Any(children):
            for place, child in enumerate(children):
                yield from _all_rows(child, f"{path}/any/{place}", muted=muted, opposed=opposed != turned)
        case _:
            yield _Row(top, node, turned, opposed)


def _keeps_in(evaluator: Evaluator, row: _Row, moment: Moment) -> Bools:
    """Who existed at a moment and is not kept out by the row."""
    matched = evaluator.leaf(row.leaf, moment)
    return evaluator.facts(moment).everybody & ~matched if row.turned != row.opposed else matched
