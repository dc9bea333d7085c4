"""Which rows of a column of codes are among those that are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.roster.roster import Bools

_FEW = 4  # so many runs of codes are compared faster than each row is looked up


def has_code(column: NDArray[np.integer[Any]], wanted: Bools) -> Bools:
    """Per row whether `wanted` is true of its code; of a code below 0 it is not."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], wanted, [False]))))
    starts, ends = edges[::2].tolist(), edges[1::2].tolist()
    if len(starts) > _FEW:
        return np.append(wanted, False).take(column, mode="wrap")  # -1 is the last
    found = np.zeros(len(column), np.bool_)
    for start, end in zip(starts, ends, strict=True):
        inside = np.equal(column, start) if end == start + 1 else (column >= start) & (column < end)
        found |= inside
    return found
