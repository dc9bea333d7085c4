"""What a phone makes hard to see in a picture: words that are too small, too near to the edge, or too faint."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from local_db.media.crop import Area

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PHONE_WIDTH = 1080  # all measures are pixels of a picture that is shown as wide as a phone
FEWEST_WIDE = 640  # a picture with fewer looks blurred there


class PictureFault(StrEnum):
    """What may be wrong; each is a guess from the pixels, so it warns and never refuses."""

    SMALL_TEXT = "small_text"
    NO_MARGIN = "no_margin"
    LOW_CONTRAST = "low_contrast"


class PictureFinding(NamedTuple):
    """A fault, where it is (as pixels of the picture that was looked at), and what was measured there."""

    fault: PictureFault
    area: Area
    measured: float


def findings(grey: NDArray[np.uint8]) -> tuple[PictureFinding, ...]:
    """What is found in a picture of grey values, rows first."""
    return ()  # the rules follow in the next commits of this branch
