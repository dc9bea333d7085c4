"""Pictures from outside: what is read, how large it may be, and what is wrong with the others.

Whatever is read is upright (a camera's rotation is applied), in sRGB, and without what cameras note beside the
picture, such as the place where it was taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from desktop.pictures.needs import JPEG, PNG
from local_db.errors import DocumentError

MOST_FILE_BYTES = 50_000_000
# A JPEG is decoded at the size it is wanted in, so that even the largest phone cameras' (200 million) need little
# memory; others are decoded whole, four bytes a pixel.
MOST_PIXELS = 200_000_000
MOST_PIXELS_WHOLE = 60_000_000
# Twice what a phone shows, so that a part of a picture is still sharp.
KEPT_LONGEST = 2560

BMP = "image/bmp"
# What Qt calls a format → its MIME type.
_FORMATS = {"jpeg": JPEG, "png": PNG, "gif": "image/gif", "webp": "image/webp", "bmp": BMP}
PHOTOGRAPHS = {JPEG, "image/webp"}
SUFFIXES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp")
_SCAN = 0xDA
# Converting colours holds up the window's thread, so it is done in strips that take a millisecond or two.
_STRIP_PIXELS = 100_000


class Decoded(NamedTuple):
    """A picture as it was read; `size` is what the file holds, upright, before it was made smaller."""

    image: QImage
    type: str
    size: tuple[int, int]


def missing_formats() -> set[str]:
    """The formats that this Qt cannot read; a program that was packed wrongly lacks their plugins."""
    return set(_FORMATS) - {name.toStdString() for name in QImageReader.supportedImageFormats()}


def read_file(path: Path) -> bytes:
    """The bytes of a picture's file. Raises DocumentError `file_unreadable`, `file_too_big`."""
    try:
        size = path.stat().st_size
        if size > MOST_FILE_BYTES:
            raise DocumentError("file_too_big", file=path.name, megabytes=MOST_FILE_BYTES // 1_000_000)
        return path.read_bytes()
    except OSError as failure:
        raise DocumentError("file_unreadable", file=path.name) from failure


def decode(data: bytes, *, longest: int = KEPT_LONGEST, name: str = "") -> Decoded:
    """A picture, made smaller where a side is longer than `longest`; `name` is what errors call it.

    Runs on any thread; Qt's reader leaves the interpreter to others meanwhile.
    Raises DocumentError `picture_type`, `picture_broken`, `picture_too_many_pixels`.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    kind = _FORMATS.get(reader.format().toStdString())
    if kind is None:
        raise DocumentError("picture_type", file=name)
    if _ends_early(data, kind) or (size := reader.size()).isEmpty():
        raise DocumentError("picture_broken", file=name)
    _check_pixels(size, kind, name)
    wanted = _at_most(size, longest)
    if wanted != size:
        reader.setScaledSize(wanted)
    image = reader.read()
    if image.isNull():
        raise DocumentError("picture_broken", file=name)
    upright = size.transposed() if _is_turned(reader) else size
    return Decoded(plain(image), kind, (upright.width(), upright.height()))


def _check_pixels(size: QSize, kind: str, name: str) -> None:
    most = MOST_PIXELS if kind == JPEG else MOST_PIXELS_WHOLE
    if size.width() * size.height() > most:
        raise DocumentError("picture_too_many_pixels", file=name, width=size.width(), height=size.height())


def _at_most(size: QSize, longest: int) -> QSize:
    if max(size.width(), size.height()) <= longest:
        return size
    return size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _is_turned(reader: QImageReader) -> bool:
    from PySide6.QtGui import QImageIOHandler

    return bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)


def _ends_early(data: bytes, kind: str) -> bool:
    """Whether a JPEG or BMP is cut off; Qt would show what is missing in grey or black, without a word.

    A BMP says its length, or 0. The mark of a JPEG's end can only be one behind the first scan: before it stand
    segments with their lengths, of which one may hold a small picture with an end of its own; inside a scan the two
    bytes never follow each other.
    """
    if kind == BMP:
        return int.from_bytes(data[2:6], "little") > len(data)
    if kind != JPEG:
        return False
    *_, (last, end) = jpeg_segments(data)
    return last != _SCAN or data.find(b"\xff\xd9", end) < 0


def jpeg_segments(data: bytes) -> Iterator[tuple[int, int]]:
    """What stands in a JPEG before its first scan, and that: the mark of each segment and where it ends."""
    yield 0xD8, 2
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        mark = data[place + 1]
        if mark == 0xFF:  # a byte that only fills
            place += 1
            continue
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
        yield mark, place
        if mark == _SCAN:
            return


def plain(image: QImage) -> QImage:
    """The picture in 8 bits of sRGB a channel, with or without transparency, and with nothing written beside it."""
    colours = image.colorSpace()
    standard = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    wanted = QImage.Format.Format_ARGB32_Premultiplied if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    foreign = colours.isValid() and colours != standard
    if image.format() == wanted and not foreign and not image.textKeys():
        return image
    made = QImage(image.size(), wanted)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    rows = max(1, _STRIP_PIXELS // image.width())
    for top in range(0, image.height(), rows):
        strip = image.copy(QRect(0, top, image.width(), min(rows, image.height() - top)))
        if foreign:
            strip.convertToColorSpace(standard)
        painter.drawImage(0, top, strip)
    painter.end()
    return made
