"""What a phone makes hard to see in a picture: words that are too small, too near to the edge, or too faint.

The measures are those that makers of card messages name for a picture as wide as a phone. What is text is a guess
(`text_lines`), so these warn and never refuse.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from local_db.media.crop import Area

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PHONE_WIDTH = 1080  # pixels; all measures are of a picture that is shown that wide
FEWEST_WIDE = 640  # a picture with fewer pixels looks blurred there

LEAST_TEXT = 30  # pixels of a font; Huawei KooMessage, picture rules, read 2026-11-24
# A font's size is known from its letters within a sixth or so: only what is clearly smaller is spoken of.
_CLEARLY = 0.9
LEAST_MARGIN = 18  # pixels; the same rules say 18 to 24
LEAST_CONTRAST = 3.0  # WCAG 2.2, 1.4.3, for large text: a lower one is hard to read for one in twelve men


class PictureFault(StrEnum):
    """What may be wrong."""

    SMALL_TEXT = "small_text"
    NO_MARGIN = "no_margin"
    LOW_CONTRAST = "low_contrast"


class PictureFinding(NamedTuple):
    """A fault, where it is (as pixels of the picture that was looked at), and what was measured there.

    Pixels of a phone, or the contrast.
    """

    fault: PictureFault
    area: Area
    measured: float


def findings(grey: NDArray[np.uint8]) -> tuple[PictureFinding, ...]:
    """What is found in a picture of grey values, rows first; best given PHONE_WIDTH wide."""
    from local_db.media.text_lines import text_lines  # brings NumPy

    height, width = grey.shape
    scale = PHONE_WIDTH / width
    return tuple(
        PictureFinding(fault, line.area, measured)
        for line in text_lines(grey)
        for fault, measured in _faults(
            line.size * scale, _margin(line.area, width, height) * scale, contrast(line.ink, line.ground)
        )
    )


def contrast(one: float, other: float) -> float:
    """How much two grey values of 0 to 255 stand out from one another: 1 to 21 (WCAG 2.2, contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _faults(size: float, margin: float, stands_out: float) -> Iterator[tuple[PictureFault, float]]:
    if size < _CLEARLY * LEAST_TEXT:
        yield PictureFault.SMALL_TEXT, size
    if margin < LEAST_MARGIN:
        yield PictureFault.NO_MARGIN, margin
    if stands_out < LEAST_CONTRAST:
        yield PictureFault.LOW_CONTRAST, stands_out


def _margin(area: Area, width: int, height: int) -> int:
    return min(area.x, area.y, width - area.x - area.width, height - area.y - area.height)


def _luminance(grey: float) -> float:
    """Relative luminance of an sRGB grey."""
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
