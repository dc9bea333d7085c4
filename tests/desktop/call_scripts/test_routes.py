"""Arrows go between the boxes, not behind them, as far as there is room."""

from __future__ import annotations

import pytest

from desktop.call_scripts.canvas.routes import Block, Point, forward, low_road

BOX = Block(100, 0, 200, 100)


@pytest.mark.parametrize(
    ("start", "end", "blocks", "heights"),
    [
        ((0, 50), (300, 50), (), []),  # nothing in the way
        ((0, 20), (300, 20), (BOX,), [-10]),  # over it, where that is nearer
        ((0, 80), (300, 80), (BOX,), [110]),  # under it
        ((0, 300), (300, 300), (BOX,), []),  # far below it
        ((0, 90), (300, 90), (BOX, Block(100, 140, 200, 240)), [110]),  # through the gap
        ((0, 90), (300, 90), (BOX, Block(100, 110, 200, 220)), [-10]),  # over both, where it is too narrow
        ((0, 50), (150, 50), (BOX,), []),  # it ends before the box does: no way round
        ((0, 20), (500, 20), (BOX, Block(300, 0, 400, 100)), [-10, -10]),  # the second one like the first
        ((0, 20), (500, 190), (BOX, Block(300, 0, 400, 100)), [110]),
    ],
)
def test_ways(start: Point, end: Point, blocks: tuple[Block, ...], heights: list[float]) -> None:
    passed = forward(start, end, blocks)
    assert [y for _, y in passed[::2]] == heights
    assert [x for x, _ in passed] == sorted(x for x, _ in passed)
    for left, right in zip(passed[::2], passed[1::2], strict=True):
        assert left[1] == right[1]


def test_a_way_back_is_below_everything_it_passes() -> None:
    assert low_road((300, 50), (0, 50), 100, ()) == 116
    assert low_road((300, 50), (0, 50), 100, (Block(100, 90, 200, 180),)) == 196
    stairs = (Block(0, 90, 90, 180), Block(100, 190, 200, 280))
    assert low_road((300, 50), (0, 50), 100, stairs) == 296
    assert low_road((300, 50), (0, 50), 100, (Block(900, 90, 990, 180),)) == 116  # aside
