"""Pictures as people bring them: drawn, photographed, turned, broken."""

from __future__ import annotations

import struct
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

Coded = Callable[..., bytes]


def code(image: QImage, kind: str, quality: int = 90) -> bytes:
    """The bytes of a picture in a format of Qt's."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    if kind == "jpeg":
        writer.setQuality(quality)
    assert writer.write(image), writer.errorString()
    return bytes(buffer.data().data())


def halves(width: int = 400, height: int = 300, left: str = "#c0440f", right: str = "#366ab0") -> QImage:
    """Its left half in one colour, its right half in another."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(right))
    with QPainter(image) as painter:
        painter.fillRect(0, 0, width // 2, height, QColor(left))
    return image


def photograph(width: int, height: int, noise: int = 14, seed: int = 1) -> QImage:
    """Soft colours with a camera's noise on them: hard to make small, as photographs are."""
    random = np.random.default_rng(seed)
    coarse = random.integers(0, 255, (height // 40 + 2, width // 40 + 2, 3), np.uint8)
    small = QImage(coarse.tobytes(), coarse.shape[1], coarse.shape[0], coarse.shape[1] * 3, QImage.Format.Format_RGB888)
    soft = small.scaled(
        width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(soft.constBits(), np.uint8).reshape(height, soft.bytesPerLine())[:, : width * 3]
    noisy = np.clip(rows.astype(np.int16) + random.integers(-noise, noise + 1, rows.shape), 0, 255).astype(np.uint8)
    return QImage(noisy.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()


def with_exif(jpeg: bytes, orientation: int, place: bytes = b"") -> bytes:
    """The JPEG with a camera's notes: how it was held, and anything else it tells."""
    entries = struct.pack("<HHHIHH", 1, 0x0112, 3, 1, orientation, 0) + struct.pack("<I", 0)
    content = b"Exif\0\0" + b"II*\0" + struct.pack("<I", 8) + entries + place
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content + jpeg[2:]


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Fonts and the clipboard need one."""
