"""What is dropped or pasted, as a picture to take in: a file, the bytes of one, or pixels of another program."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

Source = Path | bytes | QImage

_CODED = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


def may_be_picture(mime: QMimeData) -> bool:
    """Whether a drop is worth accepting; cheap, asked while it hovers."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls()) or bool(_coded(mime))


def source_of(mime: QMimeData) -> Source | None:
    """The picture in a drop or in the clipboard, or None; of several files the first.

    A web browser gives an address of the web and the picture itself; a file manager may give a file and a small
    picture of its icon: so a file goes first, then bytes as they are (decoded later, on another thread), then pixels.
    """
    for url in mime.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    if name := _coded(mime):
        return bytes(mime.data(name).data())
    image = cast("QImage | None", mime.imageData()) if mime.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def _coded(mime: QMimeData) -> str:
    offered = set(mime.formats())
    return next((name for name in _CODED if name in offered), "")
