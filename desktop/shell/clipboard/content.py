"""What the program puts on the clipboard, as a value and as what other programs are offered."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMetaType, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageWriter

# With these, clipboard managers leave alone what is there for one paste only: Windows' history, KDE's Klipper.
HINTS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01",
    "x-kde-passwordManagerHint": b"secret",
}
PICTURE = "application/x-qt-image"  # Qt's own name for whatever form of a picture the system has


@dataclass(frozen=True, slots=True)
class Content:
    """Text, a picture, files, or text with a picture; at least one of them.

    `png` may hold the bytes that `image` was read from, so that they arrive as they are.
    """

    text: str = ""
    image: QImage | None = None
    files: tuple[Path, ...] = ()
    png: bytes = b""

    def __post_init__(self) -> None:
        if not self.text and not self.files and (self.image is None or self.image.isNull()):
            raise ValueError("nothing to put on the clipboard")

    def parts(self) -> tuple[Content, ...]:
        """Each kind by itself, in the order they are pasted in: chat programs take one kind per paste."""
        found = []
        if self.text:
            found.append(Content(text=self.text))
        if self.image is not None:
            found.append(Content(image=self.image, png=self.png))
        if self.files:
            found.append(Content(files=self.files))
        return tuple(found)


class OfferedData(QMimeData):
    """Tells whenever somebody fetches what it offers, which is when another program pastes it."""

    def __init__(self, fetched: Callable[[], None]) -> None:
        super().__init__()
        self._fetched = fetched

    def retrieveData(self, mime_type: str, preferred_type: QMetaType | QMetaType.Type) -> Any:
        """Hand the data over, and tell."""
        self._fetched()
        return super().retrieveData(mime_type, preferred_type)


def fill(data: QMimeData, content: Content) -> None:
    """Offer a content in every form that other programs may look for."""
    for name, value in HINTS.items():
        data.setData(name, QByteArray(value))
    if content.text:
        data.setText(content.text)
    if content.image is not None:
        png = content.png or png_of(content.image)
        data.setImageData(content.image)
        data.setData("image/png", png)
        if content.text:
            # Programs that take formatted text get both at once, in the order of a reply.
            data.setHtml(_with_picture(content.text, png))
    if content.files:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in content.files])


def png_of(image: QImage) -> bytes:
    """A picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _with_picture(text: str, png: bytes) -> str:
    import base64

    words = html.escape(text).replace("\n", "<br>")
    return f'<p>{words}</p><p><img src="data:image/png;base64,{base64.b64encode(png).decode()}"></p>'
