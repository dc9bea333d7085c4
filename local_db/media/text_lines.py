"""Finds what looks like lines of text in a picture, from its grey values alone.

Text is made of several small shapes in a row, about as high as one another, darker or lighter than a ground that is
quiet around them. That is what is looked for; nothing is read. Words set on a busy photograph are therefore not
found, and a row of small drawings that differ may be taken for words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from local_db.media.crop import Area

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_CELL = 4  # shapes are joined in a grid of this many pixels, then measured to the pixel
_BUSY = 20  # grey levels between the darkest and the lightest pixel of a cell from which it is no ground
_LEAST_HEIGHT = 7  # what is lower is a rule or dirt
_MOST_HEIGHT = 220  # what is higher is a drawing
_RING = 3  # pixels around a shape that show its ground
_QUIET = 20  # grey levels by which ground may differ
_QUIET_SHARE = 0.75
_ONE_SIDE = 0.9  # share of the ink that is on the same side of the ground, darker or lighter
_INK = (0.06, 0.7)  # share of a line's box
_LEAST_SHAPES = 3
# Share of a font's size that is as high as a line of Chinese, of capitals and figures, of letters that go up and down.
_CHINESE, _CAPITALS, _TALL_AND_DEEP = 0.92, 0.75, 0.98
_ALIKE = 2.2  # how many times higher than another a shape of the same line may be
_FRAME_FILL = 0.4  # a wide shape that fills less of its box is a frame around others


class TextLine(NamedTuple):
    """A line: its box in pixels, the size its font seems to have, and the grey values of ink and ground."""

    area: Area
    size: float
    ink: float
    ground: float


class _Box(NamedTuple):
    """Half open: left to right, top to bottom."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def width(self) -> int:
        return self.right - self.left


class _Inked(NamedTuple):
    """What is ink inside a box, and how grey ink and ground are."""

    mask: Mask
    ink: float
    ground: float


def text_lines(grey: Grey) -> tuple[TextLine, ...]:
    """Every line of text found in a picture of grey values, rows first."""
    pieces = [piece for box in _shapes(_busy_cells(grey)) for piece in _rows_of(grey, box)]
    found = (_line(grey, box) for box in _joined(pieces))
    return tuple(line for line in found if line is not None)


def _busy_cells(grey: Grey) -> Mask:
    """Which cells hold more than ground; a cell looks one pixel into its neighbours, so that no edge falls between."""
    high, low = grey, grey
    for axis in (0, 1):
        high, low = _grown(high, axis, np.maximum), _grown(low, axis, np.minimum)
    return (high.astype(np.int16) - low) > _BUSY


def _grown(values: Grey, axis: int, best: np.ufunc) -> Grey:
    """The greatest or least value of each cell along an axis, with one pixel of the neighbours."""
    length = values.shape[axis]
    cells = -(-length // _CELL)
    padding = [(0, 0), (0, 0)]
    padding[axis] = (1, cells * _CELL - length + 1)
    padded = np.pad(values, padding, mode="edge")
    parts = [np.take(padded, np.arange(cells) * _CELL + offset, axis=axis) for offset in range(_CELL + 2)]
    result: Grey = best.reduce(np.stack(parts), axis=0)
    return result


def _shapes(busy: Mask) -> Iterator[_Box]:
    """The boxes, in pixels, of cells that hang together, unless they are too large or frame something."""
    runs = _runs(busy)
    parents = list(range(len(runs)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for first, second in _touching(runs):
        parents[root(first)] = root(second)
    boxes: dict[int, _Box] = {}
    cells: dict[int, int] = {}
    for number, (row, start, end) in enumerate(runs):
        key = root(number)
        one = _Box(start, row, end, row + 1)
        boxes[key] = _around((boxes[key], one)) if key in boxes else one
        cells[key] = cells.get(key, 0) + end - start
    for key, box in boxes.items():
        frames = box.width > 2.5 * box.height and cells[key] < _FRAME_FILL * box.width * box.height
        if box.height * _CELL <= _MOST_HEIGHT and not frames:
            yield _Box(*(side * _CELL for side in box))


def _runs(busy: Mask) -> list[tuple[int, int, int]]:
    """The unbroken runs of busy cells: row, first column, column behind the last."""
    padded = np.zeros((busy.shape[0], busy.shape[1] + 2), np.int8)
    padded[:, 1:-1] = busy
    steps = np.diff(padded, axis=1)
    rows, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    return list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True))


def _touching(runs: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of runs in neighbouring rows that touch, also by a corner."""
    above = 0
    for number, (row, start, end) in enumerate(runs):
        while runs[above][0] < row - 1 or (runs[above][0] == row - 1 and runs[above][2] < start):
            above += 1
        other = above
        while runs[other][0] == row - 1 and runs[other][1] <= end:
            yield number, other
            other += 1


def _rows_of(grey: Grey, box: _Box) -> Iterator[_Box]:
    """A shape cut where a row of pixels holds no ink, each piece as tight as its ink: lines may stand that close."""
    inked = _inked(grey, box)
    if inked is None:
        return
    box = _inside(grey, box)
    for top, bottom in _stretches(_marked(inked.mask, 1)):
        if bottom - top < _LEAST_HEIGHT:
            continue
        columns = np.nonzero(_marked(inked.mask[top:bottom], 0))[0]
        yield _Box(box.left + int(columns[0]), box.top + top, box.left + int(columns[-1]) + 1, box.top + bottom)


def _joined(pieces: Sequence[_Box]) -> Iterator[_Box]:
    """Pieces that stand beside one another, joined into lines."""
    waiting: list[_Box] = []
    for piece in sorted(pieces):
        beside = [line for line in waiting if _is_beside(line, piece)]
        waiting = [line for line in waiting if line not in beside]
        waiting.append(_around((*beside, piece)))
        passed = [line for line in waiting if piece.left - line.right > 2 * _MOST_HEIGHT]
        yield from passed
        waiting = [line for line in waiting if line not in passed]
    yield from waiting


def _is_beside(line: _Box, piece: _Box) -> bool:
    low, high = sorted((line.height, piece.height))
    shared = min(line.bottom, piece.bottom) - max(line.top, piece.top)
    return shared >= 0.6 * low and high <= _ALIKE * low and piece.left - line.right <= 0.9 * high


def _line(grey: Grey, box: _Box) -> TextLine | None:
    """What stands in a box, if it looks like text."""
    inked = _inked(grey, box)
    if inked is None or not _INK[0] <= float(inked.mask.mean()) <= _INK[1]:
        return None
    shapes = list(_stretches(_marked(inked.mask, 0)))
    heights = [_extent(inked.mask[:, start:end]) for start, end in shapes]
    if not _look_like_letters(box, shapes, heights) or _is_pattern(inked.mask, shapes):
        return None
    area = Area(box.left, box.top, box.width, box.height)
    return TextLine(area, _font_size(box, shapes, heights), inked.ink, inked.ground)


def _look_like_letters(box: _Box, shapes: Sequence[tuple[int, int]], heights: Sequence[int]) -> bool:
    """Whether there are enough shapes, most of them about as high as the line, none of them endless."""
    tall = sum(height >= 0.45 * box.height for height in heights)
    enough = tall >= max(_LEAST_SHAPES, 0.5 * len(shapes)) and box.width >= 1.5 * box.height
    return enough and max(end - start for start, end in shapes) <= 6 * box.height


def _is_pattern(mask: Mask, shapes: Sequence[tuple[int, int]]) -> bool:
    """Whether all shapes are the same, as dots and stars in a row are and letters are not."""
    ink = np.array([(end - start, int(mask[:, start:end].sum())) for start, end in shapes], np.float64)
    return bool(np.all(np.ptp(ink, axis=0) <= np.maximum(2, 0.12 * ink.mean(axis=0))))


def _font_size(box: _Box, shapes: Sequence[tuple[int, int]], heights: Sequence[int]) -> float:
    """The size of the font of a line that is so high, from how fonts divide their size."""
    if _is_chinese(box, shapes, heights):
        return box.height / _CHINESE
    return box.height / (_CAPITALS if max(heights) >= 0.84 * box.height else _TALL_AND_DEEP)


def _is_chinese(box: _Box, shapes: Sequence[tuple[int, int]], heights: Sequence[int]) -> bool:
    """Whether most shapes are squares, or some are and only figures, which are lower, stand between them."""
    squares = slim = lower = 0
    for (start, end), height in zip(shapes, heights, strict=True):
        broad = end - start >= 0.86 * box.height
        squares += broad and height >= 0.8 * box.height
        slim += end - start < 0.6 * box.height and height >= 0.95 * box.height
        lower += 0.7 * box.height <= height <= 0.9 * box.height
    return squares >= 0.5 * len(shapes) or (squares > 0 and lower > 0 and slim == 0)


def _inked(grey: Grey, box: _Box) -> _Inked | None:
    """Which pixels of a box are ink; None where the ground around it is not quiet, or ink lies on both sides of it."""
    box = _inside(grey, box)
    ring = _ring(grey, box)
    ground = float(np.median(ring))
    if float(np.mean(np.abs(ring.astype(np.int16) - ground) <= _QUIET)) < _QUIET_SHARE:
        return None
    off = grey[box.top : box.bottom, box.left : box.right].astype(np.float32) - ground
    size = np.abs(off)
    peak = float(np.percentile(size, 98))
    if peak < _BUSY:
        return None
    mask: Mask = size > max(0.4 * peak, _BUSY / 2)
    lighter = float(np.mean(off[mask] > 0))
    if max(lighter, 1 - lighter) < _ONE_SIDE:
        return None
    core = off[size >= 0.8 * peak]
    return _Inked(mask, ground + float(np.median(core)), ground)


def _ring(grey: Grey, box: _Box) -> Grey:
    """The pixels around a box, as far as the picture goes."""
    outer = _inside(grey, _Box(box.left - _RING, box.top - _RING, box.right + _RING, box.bottom + _RING))
    around = np.ones((outer.height, outer.width), np.bool_)
    around[box.top - outer.top : box.bottom - outer.top, box.left - outer.left : box.right - outer.left] = False
    part = grey[outer.top : outer.bottom, outer.left : outer.right]
    ring: Grey = part[around] if around.any() else part.ravel()
    return ring


def _inside(grey: Grey, box: _Box) -> _Box:
    height, width = grey.shape
    return _Box(max(0, box.left), max(0, box.top), min(width, box.right), min(height, box.bottom))


def _around(boxes: Sequence[_Box]) -> _Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return _Box(min(lefts), min(tops), max(rights), max(bottoms))


def _marked(mask: Mask, axis: int) -> Mask:
    """Which columns (axis 0) or rows (axis 1) hold a mark."""
    marked: Mask = np.logical_or.reduce(mask, axis=axis)
    return marked


def _stretches(marked: Mask) -> Iterator[tuple[int, int]]:
    """Where marks follow one another: start and end."""
    steps = np.diff(np.concatenate(([0], marked.astype(np.int8), [0])))
    yield from zip(np.nonzero(steps == 1)[0].tolist(), np.nonzero(steps == -1)[0].tolist(), strict=True)


def _extent(mask: Mask) -> int:
    rows = np.nonzero(_marked(mask, 1))[0]
    return int(rows[-1] - rows[0] + 1) if len(rows) else 0
