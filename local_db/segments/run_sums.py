"""Sums per member over rows that are sorted by member."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from local_db.roster.roster import Codes, Ints


def run_sums(member: Codes, amounts: Ints, size: int) -> Ints:
    """The sum of each member's amounts, in whole numbers (np.bincount with weights would go through floats)."""
    sums = np.zeros(size, np.int64)
    if len(member):
        starts = np.flatnonzero(np.concatenate(([True], member[1:] != member[:-1])))
        sums[member[starts]] = np.add.reduceat(amounts, starts)
    return sums
