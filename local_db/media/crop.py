"""Which part of a picture is shown where a ratio is asked for, so that the point that matters stays in sight."""

from __future__ import annotations

from typing import NamedTuple

Ratio = tuple[int, int]  # width to height, such as 16 to 9
CENTRE = (0.5, 0.5)

# What a card shows is at most as wide as a phone, 1080 pixels, and downloads over mobile networks: the pixels of
# 1280 × 720, spread over whatever ratio is asked for.
_SHOWN_PIXELS = 1280 * 720


class Area(NamedTuple):
    """A part of a picture, in pixels from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


def crop(width: int, height: int, ratio: Ratio | None, focus: tuple[float, float] = CENTRE) -> Area:
    """The largest part of a picture that has the ratio, with the focus as near to its middle as can be.

    Without a ratio it is the whole picture. `focus` is a share of width and height; it is always inside the part.
    """
    if ratio is None:
        return Area(0, 0, width, height)
    wide, high = ratio
    if width * high >= height * wide:
        part_width, part_height = _between(1, _rounded(height * wide, high), width), height
    else:
        part_width, part_height = width, _between(1, _rounded(width * high, wide), height)
    return Area(
        _start(width, part_width, focus[0]),
        _start(height, part_height, focus[1]),
        part_width,
        part_height,
    )


def shown_size(width: int, height: int, ratio: Ratio | None) -> tuple[int, int]:
    """How many pixels a part of that size is given when it is prepared: enough for a phone, never more than it has.

    With a ratio the size has it exactly wherever the part has the pixels for that.
    """
    if ratio is None:
        shrink = min(1.0, (_SHOWN_PIXELS / (width * height)) ** 0.5)
        return max(1, round(width * shrink)), max(1, round(height * shrink))
    wide, high = ratio
    most = round((_SHOWN_PIXELS / (wide * high)) ** 0.5)
    times = min(most, width // wide, height // high)
    if times < 1:
        return width, height
    return times * wide, times * high


def _start(whole: int, part: int, share: float) -> int:
    return _between(0, round(share * whole - part / 2), whole - part)


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)


def _between(least: int, value: int, most: int) -> int:
    return max(least, min(value, most))
