"""Small pictures of replies, read and decoded beside the window and kept ready to be painted."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap

from desktop.pictures.decoding import decode
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from desktop.shell.background import Background
    from local_db.replies.model import Attachment
    from local_db.shop_file import Shop

_MOST = 200
_LONGEST = 256
_RADIUS = 6


class Thumbnails(QObject):
    """Pictures by the hash of their bytes.

    Signals:
        ready: another one can be painted.
    """

    ready = Signal()

    def __init__(self, shop: Shop, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._background = background
        self._images: OrderedDict[str, QImage | None] = OrderedDict()  # None: being read, or not to be had
        self._pixmaps: dict[tuple[str, float], QPixmap] = {}

    def pixmap(self, picture: Attachment, size: QSize, scale: float) -> QPixmap | None:
        """The middle of a picture, with round corners; None while it is being read."""
        key = picture.hash
        if key not in self._images:
            self._images[key] = None
            if len(self._images) > _MOST:
                gone, _ = self._images.popitem(last=False)
                self._pixmaps = {known: made for known, made in self._pixmaps.items() if known[0] != gone}
            self._background.run(
                partial(_decoded, self._shop, picture),
                partial(self._arrived, key),
                partial(self._missed, key),
                owner=self,
            )
            return None
        image = self._images[key]
        if image is None:
            return None
        if (key, scale) not in self._pixmaps:
            self._pixmaps[key, scale] = _rounded(image, size, scale)
        return self._pixmaps[key, scale]

    def _arrived(self, key: str, image: QImage) -> None:
        if key in self._images:
            self._images[key] = image
            self.ready.emit()

    def _missed(self, key: str, failure: BaseException) -> None:
        """The frame stays empty; taking the reply says what is wrong."""
        if not isinstance(failure, RegularsError):
            raise failure
        self._images.setdefault(key, None)


def _decoded(shop: Shop, picture: Attachment) -> QImage:
    from local_db.replies.actions import attached

    return decode(attached(shop, picture).data, longest=_LONGEST).image


def _rounded(image: QImage, size: QSize, scale: float) -> QPixmap:
    made = QPixmap(size * scale)
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(scale)
    fitted = image.scaled(
        made.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (fitted.width() - made.width()) / 2, (fitted.height() - made.height()) / 2
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(0, 0, size.width(), size.height())
    path = QPainterPath()
    path.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setClipPath(path)
    painter.drawImage(frame, fitted, QRectF(left, top, made.width(), made.height()))
    painter.end()
    return made
