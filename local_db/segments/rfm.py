"""Recency, frequency and money: a score of 1 to 5 each for every buyer, the grid of them, and what cuts fit a shop.

Scores are over all purchases up to the moment. Whoever has no dated purchase has no scores (0) and is in no cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from local_db.roster.rfm_cuts import CUTS, MOST, RfmCuts
from local_db.roster.roster import NO_TIME
from local_db.values import minor_units, start_of_day

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from zoneinfo import ZoneInfo

    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Ints
    from local_db.segments.facts import OrderFacts

    ScoreColumn = NDArray[np.uint8]

SCORES = CUTS + 1
Cell = tuple[int, int]  # R and F score


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Per member number 1 … 5, or 0 without a dated purchase; 5 is the latest, the most often, the most money."""

    r: ScoreColumn
    f: ScoreColumn
    m: ScoreColumn

    @property
    def scored(self) -> Bools:
        """Who has scores."""
        return self.r > 0


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Buyers by R and F: `people[r - 1, f - 1]`, and the same by M: `by_money[r - 1, f - 1, m - 1]`."""

    by_money: Ints

    @property
    def people(self) -> Ints:
        """How many in each cell, whatever their M."""
        people: Ints = self.by_money.sum(axis=2)
        return people

    @property
    def total(self) -> int:
        """Everybody with scores."""
        return int(self.by_money.sum())


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A rectangle of cells; ends belong to it."""

    r: tuple[int, int]
    f: tuple[int, int]


def scores(facts: OrderFacts, *, day: date, zone: ZoneInfo, cuts: RfmCuts, currency: str) -> Scores:
    """Everybody's scores; `day` is the moment's own (`Moment.day`), `facts` those of the moment."""
    bought = facts.last != NO_TIME
    borders = [start_of_day(day - timedelta(days=days - 1), zone) for days in reversed(cuts.r)]
    money = [minor_units(amount, currency) for amount in cuts.m]
    return Scores(
        r=_scored(facts.last, borders, bought),
        f=_scored(facts.orders, list(cuts.f), bought),
        m=_scored(facts.spent, money, bought),
    )


def grid(found: Scores, chosen: Bools | None = None) -> Grid:
    """How many are in each cell; of the chosen members, or of all."""
    who = found.scored if chosen is None else found.scored & chosen
    r, f, m = (column[who].astype(np.int64) - 1 for column in (found.r, found.f, found.m))
    counted = np.bincount((r * SCORES + f) * SCORES + m, minlength=SCORES**3)
    return Grid(counted.reshape(SCORES, SCORES, SCORES))


def fitting_cuts(facts: OrderFacts, *, day: date, zone: ZoneInfo, currency: str) -> RfmCuts:
    """Cuts that put about a fifth of the buyers into each score, as far as equal values allow."""
    bought = facts.last != NO_TIME
    if not bought.any():
        return RfmCuts()
    # Days as scores count them: a purchase on the moment's own day is within the last 1 day.
    tomorrow = start_of_day(day + timedelta(days=1), zone)
    days = np.maximum(1, -((facts.last[bought].astype(np.int64) - tomorrow) // 86_400))
    amounts = facts.spent[bought] // minor_units(1, currency)
    return RfmCuts(
        r=_quintiles(days, MOST["r"], above=False),
        f=_quintiles(facts.orders[bought], MOST["f"], above=True),
        m=_quintiles(amounts, MOST["m"], above=True),
    )


def blocks(cells: Collection[Cell]) -> tuple[Block, ...]:
    """Few rectangles that cover exactly these cells without overlapping: largest first, then from the low scores."""
    left = set(cells)
    found = []
    while left:
        best = max((b for b in _ALL_BLOCKS if cells_of(b) <= left), key=lambda b: (len(cells_of(b)), _negated(b)))
        found.append(best)
        left -= cells_of(best)
    return tuple(sorted(found))


def _scored(values: Ints, borders: list[int], bought: Bools) -> ScoreColumn:
    """1 and one more for every border that is reached; 0 for who never bought."""
    found = np.searchsorted(np.asarray(borders), values, side="right") + 1
    return np.where(bought, found, 0).astype(np.uint8)


def _quintiles(values: Ints, most: int, *, above: bool) -> tuple[int, ...]:
    """Ascending borders at the fifths; equal ones move apart, so that every cut stays a cut of its own.

    `above`: a value that reaches a border counts as beyond it (amounts); else as within it (days).
    """
    ordered = np.sort(values)
    places = [len(ordered) * fifth // SCORES for fifth in range(1, SCORES)]
    cuts = [int(ordered[place if above else max(0, place - 1)]) for place in places]
    least = 2 if above else 1  # everybody reaches 1: as a border it would leave the lowest score empty
    for place, cut in enumerate(cuts):
        cuts[place] = max(cut, cuts[place - 1] + 1 if place else least)
    for place in reversed(range(CUTS)):
        cuts[place] = min(cuts[place], most - (CUTS - 1 - place))
    return tuple(cuts)


def _all_blocks() -> tuple[Block, ...]:
    ends = [(low, high) for low, high in product(range(1, SCORES + 1), repeat=2) if low <= high]
    return tuple(Block(r, f) for r, f in product(ends, repeat=2))


def cells_of(block: Block) -> frozenset[Cell]:
    """The cells of a rectangle."""
    return _CELLS[block]


def _negated(block: Block) -> tuple[int, ...]:
    return tuple(-end for end in (*block.r, *block.f))


_ALL_BLOCKS = _all_blocks()
_CELLS = {
    block: frozenset(product(range(block.r[0], block.r[1] + 1), range(block.f[0], block.f[1] + 1)))
    for block in _ALL_BLOCKS
}
