"""The way of an arrow between the boxes: round what lies between its ends. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

_GAP = 10.0  # at least, between an arrow and a box it goes round
_BESIDE = 8.0  # how far before and behind a box an arrow runs straight
_MOST = 24  # boxes between its ends; where more lie about, an arrow goes straight
_LOOP = 64.0  # how far an arrow that leads back goes out to the sides


class Block(NamedTuple):
    """A box in the way; sorted, they go from left to right."""

    left: float
    top: float
    right: float
    bottom: float


Point = tuple[float, float]


def forward(start: Point, end: Point, blocks: Sequence[Block]) -> list[Point]:
    """Places an arrow to the right passes, in pairs: before and behind each box it goes round.

    `blocks` are sorted by their left edges.
    """
    between = _between(start[0], end[0], blocks)
    passed: list[Point] = []
    at = start
    for block in between if len(between) <= _MOST else ():
        if block.left <= at[0]:
            continue
        middle = (block.left + block.right) / 2
        heights = [_height(at, end, x) for x in (block.left, middle, block.right)]
        beside = [other for other in between if other.left < block.right and block.left < other.right]
        if any(_hits(other, y) for other in beside for y in heights):
            free = _free(heights[1], beside)
            passed += [(block.left - _BESIDE, free), (block.right + _BESIDE, free)]
            at = passed[-1]
    return passed


def low_road(start: Point, end: Point, below: float, blocks: Sequence[Block]) -> float:
    """How low an arrow that leads back passes: below `below` and below whatever lies there."""
    left, right = end[0] - _LOOP, start[0] + _LOOP
    crossed = [block for block in blocks if block.left < right and left < block.right]
    low, moved = below + _GAP + 6, True
    while moved:
        moved = False
        for block in crossed:
            if block.top - _GAP < low < block.bottom + _GAP:
                low, moved = block.bottom + _GAP + 6, True
    return low


def _between(left: float, right: float, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks that lie wholly between two places."""
    first = bisect_left(blocks, left, key=lambda block: block.left)
    last = bisect_left(blocks, right, lo=first, key=lambda block: block.left)
    return [block for block in blocks[first:last] if block.right <= right]


def _free(y: float, blocks: Sequence[Block]) -> float:
    """The nearest height to `y` that no block is at."""

    if not any(_hits(block, y) for block in blocks):
        return y
    edges = (edge for block in blocks for edge in (block.top - _GAP, block.bottom + _GAP))
    return min(
        (edge for edge in edges if not any(_hits(block, edge) for block in blocks)), key=lambda edge: abs(edge - y)
    )


def _hits(block: Block, y: float) -> bool:
    return block.top - _GAP < y < block.bottom + _GAP


def _height(start: Point, end: Point, x: float) -> float:
    """How high a curve that begins and ends level is at a place."""
    share = min(1.0, max(0.0, (x - start[0]) / (end[0] - start[0])))
    return start[1] + (end[1] - start[1]) * share * share * (3 - 2 * share)
