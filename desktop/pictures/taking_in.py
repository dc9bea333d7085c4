"""A picture on its way into the shop file: made no larger than cards need, and without what a camera noted."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QImage

from desktop.pictures.decoding import KEPT_LONGEST, PHOTOGRAPHS, Decoded, decode, jpeg_segments, plain
from desktop.pictures.needs import JPEG, PNG
from desktop.pictures.preparing import encoded, flat, scaled
from local_db.media.model import Media, MediaKind

# Drawings stay free of loss up to this size; photographs are kept in a quality that bears being written once more.
MOST_DRAWN_BYTES = 2_000_000
# Segments that say how a JPEG is decoded. All others (place and time, the program, a small picture) are not kept.
_NEEDED = {0xD8, 0xDA, 0xDB, 0xC0, 0xC1, 0xC2, 0xC4, 0xDD, 0xE0, 0xEE}


class TakenIn(NamedTuple):
    """What the shop file keeps of a picture, and the picture itself."""

    media: Media
    image: QImage


def take_in(source: bytes | QImage, name: str = "") -> TakenIn:
    """A picture from a file, or one that another program gave; runs on any thread. Raises what `decode` raises."""
    if isinstance(source, QImage):
        return _kept(Decoded(plain(_small(source)), PNG, (source.width(), source.height())))
    decoded = decode(source, name=name)
    if _as_it_is(source, decoded):
        return _taken(source, decoded.type, decoded.image)
    return _kept(decoded)


def _kept(decoded: Decoded) -> TakenIn:
    if decoded.type not in PHOTOGRAPHS:
        data = encoded(decoded.image, PNG)
        if len(data) <= MOST_DRAWN_BYTES:
            return _taken(data, PNG, decoded.image)
    image = flat(decoded.image)
    return _taken(encoded(image, JPEG), JPEG, image)


def _taken(data: bytes, kind: str, image: QImage) -> TakenIn:
    return TakenIn(Media(MediaKind.PICTURE, kind, data, image.width(), image.height()), image)


def _as_it_is(source: bytes, decoded: Decoded) -> bool:
    """Whether the bytes can be kept: a JPEG of that size in plain colours, with nothing written beside it."""
    same = decoded.type == JPEG and decoded.size == (decoded.image.width(), decoded.image.height())
    return same and all(mark in _NEEDED for mark, _ in jpeg_segments(source))


def _small(image: QImage) -> QImage:
    longest = max(image.width(), image.height())
    if longest <= KEPT_LONGEST:
        return image
    shrink = KEPT_LONGEST / longest
    return scaled(image, max(1, round(image.width() * shrink)), max(1, round(image.height() * shrink)))
