"""The drawings that come with ready-made cards, as pictures in the ratio a card needs."""

from __future__ import annotations

import functools

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.pictures.needs import JPEG
from desktop.pictures.preparing import encoded
from desktop.translation import RESOURCES
from local_db.media.crop import Ratio

# Each drawing has its subject in a square of this side; its ground goes on far enough to every side for any ratio.
_SIDE = 800.0
_QUALITY = 90
_PIXELS = 1280 * 720


def starter_picture(name: str, ratio: Ratio | None = (16, 9)) -> bytes:
    """The drawing of resources/starters/cards as a JPEG: as many pixels as a phone shows, the subject in its middle.

    Runs on any thread. Raises OSError when there is no drawing of that name.
    """
    return encoded(starter_image(name, ratio or (1, 1)), JPEG, _QUALITY)


def starter_image(name: str, ratio: Ratio = (16, 9), pixels: int = _PIXELS) -> QImage:
    """The same, to be painted; about `pixels` of them."""
    from PySide6.QtSvg import QSvgRenderer

    wide, high = ratio
    times = max(1, round((pixels / (wide * high)) ** 0.5))
    image = QImage(wide * times, high * times, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    width, height = _SIDE * max(1.0, wide / high), _SIDE * max(1.0, high / wide)
    renderer = QSvgRenderer(_drawing(name))
    renderer.setViewBox(QRectF((_SIDE - width) / 2, (_SIDE - height) / 2, width, height))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


@functools.cache
def _drawing(name: str) -> bytes:
    return (RESOURCES / "starters" / "cards" / f"{name}.svg").read_bytes()
