"""Compares columns of whole numbers with the value of a condition, exactly."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints
    from local_db.segments.facts import Share
    from local_db.segments.nodes import Field

COMPARE: dict[str, Callable[[Ints, Ints | int], Bools]] = {
    "=": np.equal,
    "!=": np.not_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "<": np.less,
    "<=": np.less_equal,
}
_LARGEST = 2**63 - 1


def compare(leaf: Field, column: Ints, threshold: Callable[[Decimal], Ints | int]) -> Bools:
    """The column against the leaf's value, or both ends of `between`, as `threshold` puts it into the column's unit."""
    borders = [threshold(end) for end in ends_of(leaf)]
    if leaf.op == "between":
        return (column >= borders[0]) & (column <= borders[1])
    return COMPARE[leaf.op](column, borders[0])


def compare_share(leaf: Field, share: Share, scale: int) -> Bools:
    """Part × scale over whole against the leaf's value; nothing is divided, and without a whole nothing matches.

    `scale` is 1 for a plain quotient, 100 for a percentage, whose value has two decimals at most.
    """
    part, whole = share
    exists = whole > 0
    borders = [int(end * scale) for end in ends_of(leaf)]
    largest = max(_largest(part) * scale * scale, _largest(whole) * max(borders))
    if largest > _LARGEST:  # beyond 64 bits: slower, in Python's own whole numbers
        part, whole = part.astype(object), whole.astype(object)
    part = part * (scale * scale)
    return compare(leaf, part, lambda end: whole * int(end * scale)).astype(np.bool_) & exists


def ends_of(leaf: Field) -> list[Decimal]:
    """The leaf's number, or both ends of `between`."""
    return [Decimal(str(end)) for end in (leaf.value if isinstance(leaf.value, tuple) else (leaf.value,))]


def _largest(column: Ints) -> int:
    return int(np.abs(column).max(initial=0))
