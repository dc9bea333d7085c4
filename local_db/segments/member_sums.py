"""Exact sums per member."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from local_db.roster.roster import Codes, Ints

_EXACT = 2**53  # up to here floats hold every whole number


def member_sums(member: Codes, amounts: Ints, size: int) -> Ints:
    """The sum of each member's amounts, exactly."""
    floats = amounts.astype(np.float64)
    if float(np.abs(floats).sum()) < _EXACT:
        return np.bincount(member.astype(np.intp), weights=floats, minlength=size).astype(np.int64)
    sums = np.zeros(size, np.int64)
    np.add.at(sums, member, amounts)
    return sums
