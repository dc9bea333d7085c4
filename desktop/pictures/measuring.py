"""What becomes of a picture when it is prepared, and what a phone would make hard to see in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desktop.pictures.decoding import PHOTOGRAPHS, decode
from desktop.pictures.needs import PictureNeeds
from desktop.pictures.preparing import cropped, flat, prepare_image, scaled
from local_db.errors import DocumentError
from local_db.media.picture_checks import FEWEST_WIDE, PHONE_WIDTH, PictureFault

FEW_PIXELS = "few_pixels"
OVER_AIM = "over_aim"


class Warned(NamedTuple):
    """Something a person may want to change: a code, where (as shares of the shown part), and its facts."""

    code: str
    areas: tuple[QRectF, ...]
    data: Mapping[str, object]


class Measured(NamedTuple):
    """Size and bytes of the prepared picture (0 when it cannot be had: `error`), and the warnings."""

    width: int = 0
    height: int = 0
    bytes: int = 0
    warnings: tuple[Warned, ...] = ()
    error: DocumentError | None = None


def measure(data: bytes, needs: PictureNeeds, focus: tuple[float, float]) -> Measured:
    """Prepare a picture and look at it; runs on any thread, best not the window's."""
    decoded = decode(data)
    part = flat(cropped(decoded.image, needs.ratio, focus))
    warnings = (*_few_pixels(part), *_found(part))
    try:
        made = prepare_image(decoded.image, needs, focus, drawn=decoded.type not in PHOTOGRAPHS)
    except DocumentError as failure:
        return Measured(warnings=warnings, error=failure)
    if len(made.data) > needs.aim_bytes:
        facts = {"kilobytes": -(-len(made.data) // 1000), "aim": needs.aim_bytes // 1000}
        warnings = (Warned(OVER_AIM, (), facts), *warnings)
    return Measured(made.width, made.height, len(made.data), warnings)


def _few_pixels(part: QImage) -> tuple[Warned, ...]:
    if part.width() >= FEWEST_WIDE:
        return ()
    return (Warned(FEW_PIXELS, (), {"width": part.width(), "needed": FEWEST_WIDE}),)


def _found(part: QImage) -> tuple[Warned, ...]:
    """The faults that the pixels show, each once with all its places."""
    import numpy as np

    from local_db.media.picture_checks import findings

    shown = scaled(part, PHONE_WIDTH, max(1, round(part.height() * PHONE_WIDTH / part.width())))
    grey = shown.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = grey.width(), grey.height()
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(height, grey.bytesPerLine())[:, :width]
    found = findings(rows)
    warned = []
    for fault in PictureFault:
        of_it = [finding for finding in found if finding.fault == fault]
        if of_it:
            areas = tuple(
                QRectF(area.x / width, area.y / height, area.width / width, area.height / height)
                for area in (finding.area for finding in of_it)
            )
            warned.append(Warned(fault.value, areas, {"measured": min(finding.measured for finding in of_it)}))
    return tuple(warned)
