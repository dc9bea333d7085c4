"""Seeded chance that falls the same way on every platform and Python version."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

SEED = "regulars sample shop 1"


class Dice:
    """One stream of chance, named by what it is for.

    Only `random()` of the standard library promises the same sequence in later versions, so
    everything here is made of it with whole-number arithmetic. One stream per subject keeps a
    change to one buyer from changing all the others.
    """

    def __init__(self, subject: str) -> None:
        self._random = random.Random(f"{SEED}: {subject}")  # noqa: S311 - invented data, not a secret

    def below(self, end: int) -> int:
        """A whole number from 0 to `end` - 1."""
        return int(self._random.random() * end)

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def chance(self, per_mille: int) -> bool:
        """True in `per_mille` of 1,000 cases."""
        return self.below(1000) < per_mille

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, all equally likely."""
        return choices[self.below(len(choices))]

    def pick_by_weight(self, choices: Sequence[T], weights: Sequence[int]) -> T:
        """One of the choices, as likely as its whole-number weight."""
        ends = list(accumulate(weights))
        return choices[bisect_right(ends, self.below(ends[-1]))]

    def digits(self, count: int) -> str:
        """A string of `count` digits."""
        return "".join(str(self.below(10)) for _ in range(count))
