"""Pictures as they leave: cropped, as many pixels as a phone shows, and few enough bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from desktop.pictures.decoding import PHOTOGRAPHS, decode
from desktop.pictures.needs import JPEG, PNG, PictureNeeds
from local_db.errors import DocumentError
from local_db.media.crop import CENTRE, crop, shown_size

BEST_QUALITY = 92
FAIR_QUALITY = 75  # where what loads well is out of reach
WORST_QUALITY = 60  # below it skies show steps and edges show shadows
# Fewer pixels are tried where the quality alone does not do it.
_SHRINKINGS = (1.0, 0.75, 0.5625)


class Prepared(NamedTuple):
    """A picture that may leave."""

    data: bytes
    type: str
    width: int
    height: int


def prepare(
    data: bytes,
    needs: PictureNeeds,
    focus: tuple[float, float] = CENTRE,
    *,
    size: tuple[int, int] | None = None,
    name: str = "",
) -> Prepared:
    """A picture of the shop file (or any other) as a vendor wants it; runs on any thread, best not the window's.

    `size` is the pixels to make it; without, what a phone can show. `name` is what errors call it.
    Raises DocumentError: those of `decode`, and `picture_not_small_enough`.
    """
    decoded = decode(data, name=name)
    drawn = decoded.type not in PHOTOGRAPHS
    return prepare_image(decoded.image, needs, focus, size=size, drawn=drawn, name=name)


def prepare_image(
    image: QImage,
    needs: PictureNeeds,
    focus: tuple[float, float] = CENTRE,
    *,
    size: tuple[int, int] | None = None,
    drawn: bool = False,
    name: str = "",
) -> Prepared:
    """The same of a picture that is decoded already; one that is `drawn` stays free of loss if that is small enough."""
    part = flat(cropped(image, needs.ratio, focus))
    wanted = size or shown_size(part.width(), part.height(), needs.ratio)
    for kind, limit, best in _attempts(needs, drawn=drawn):
        for shrinking in _SHRINKINGS if kind == JPEG or JPEG not in needs.types else _SHRINKINGS[:1]:
            shown = scaled(part, max(1, round(wanted[0] * shrinking)), max(1, round(wanted[1] * shrinking)))
            data = _best_quality(shown, limit, best) if kind == JPEG else _free_of_loss(shown, limit)
            if data is not None:
                return Prepared(data, kind, shown.width(), shown.height())
    raise DocumentError("picture_not_small_enough", file=name, kilobytes=needs.most_bytes // 1000)


def _attempts(needs: PictureNeeds, *, drawn: bool) -> Iterator[tuple[str, int, int]]:
    """Type, most bytes and best quality, in the order in which they are tried."""
    aim = min(needs.aim_bytes, needs.most_bytes)
    if PNG in needs.types and (drawn or JPEG not in needs.types):
        yield PNG, aim, 0
    if JPEG in needs.types:
        yield JPEG, aim, BEST_QUALITY
        yield JPEG, needs.most_bytes, FAIR_QUALITY
    else:
        yield PNG, needs.most_bytes, 0


def cropped(image: QImage, ratio: tuple[int, int] | None, focus: tuple[float, float] = CENTRE) -> QImage:
    """The part of a picture that is shown."""
    area = crop(image.width(), image.height(), ratio, focus)
    return image if area[2:] == (image.width(), image.height()) else image.copy(QRect(*area))


def scaled(image: QImage, width: int, height: int) -> QImage:
    """A picture in another size, smoothly."""
    if (image.width(), image.height()) == (width, height):
        return image
    keep = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(QSize(width, height), keep, Qt.TransformationMode.SmoothTransformation)


def flat(image: QImage) -> QImage:
    """A picture without transparency: on white, as phones show it."""
    if not image.hasAlphaChannel():
        return image
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


def encoded(image: QImage, kind: str, quality: int = BEST_QUALITY) -> bytes:
    """The bytes of a picture as JPEG or PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png" if kind == PNG else b"jpeg")
    if kind == JPEG:
        writer.setQuality(quality)
        writer.setOptimizedWrite(True)
    if not writer.write(image):
        raise RuntimeError(f"Qt cannot write {kind}: {writer.errorString()}")
    return bytes(buffer.data().data())


def _free_of_loss(image: QImage, limit: int) -> bytes | None:
    data = encoded(image, PNG)
    return data if len(data) <= limit else None


def _best_quality(image: QImage, limit: int, best: int) -> bytes | None:
    """The bytes in the best quality under a limit; None where even the worst has more."""
    data = encoded(image, JPEG, best)
    if len(data) <= limit:
        return data
    fits = encoded(image, JPEG, WORST_QUALITY)
    if len(fits) > limit:
        return None
    low, high = WORST_QUALITY, best  # low fits, high does not
    while high - low > 1:
        middle = (low + high) // 2
        data = encoded(image, JPEG, middle)
        if len(data) <= limit:
            low, fits = middle, data
        else:
            high = middle
    return fits
