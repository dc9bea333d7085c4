"""Pictures of the shop file, ready to be painted: decoded off the window's thread, the latest ones at hand."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.pictures.decoding import decode
from desktop.pictures.preparing import cropped, scaled
from desktop.shell.background import Background
from local_db.errors import RegularsError
from local_db.media.actions import get_media
from local_db.media.crop import CENTRE, Ratio
from local_db.shop_file import Shop

PREVIEW_LONGEST = 1280
_MOST_IMAGES = 24  # 5 MB each
_MOST_PIXMAPS = 96

K = TypeVar("K")
V = TypeVar("V")


class PictureStore(QObject):
    """Gives a page the pictures of its cards.

    Signals:
        ready(int): the picture with this media id can be painted now.
        failed(int): it cannot be; `error` says why.
    """

    ready = Signal(int)
    failed = Signal(int)

    def __init__(self, shop: Shop, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._background = background
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._pixmaps: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._errors: dict[int, RegularsError] = {}
        self._asked: set[int] = set()

    def image(self, media_id: int) -> QImage | None:
        """The picture, at most PREVIEW_LONGEST a side; None while it is being read (then `ready` or `failed`)."""
        found = self._images.get(media_id)
        if found is not None:
            self._images.move_to_end(media_id)
        elif media_id not in self._asked and media_id not in self._errors:
            self._asked.add(media_id)
            self._background.run(
                partial(_read, self._shop, media_id),
                partial(self._arrived, media_id),
                partial(self._missed, media_id),
                owner=self,
            )
        return found

    def pixmap(
        self,
        media_id: int,
        size: QSize,
        ratio: Ratio | None = None,
        focus: tuple[float, float] = CENTRE,
        scale: float = 1.0,
    ) -> QPixmap | None:
        """The part that the ratio and the focus leave, `size` points large on a screen of that pixel ratio.

        Without a ratio the picture is fitted into `size`. None while it is being read.
        """
        image = self.image(media_id)
        if image is None or size.isEmpty():
            return None
        pixels = QSize(round(size.width() * scale), round(size.height() * scale))
        key = (media_id, pixels.width(), pixels.height(), ratio, focus, scale)
        found = self._pixmaps.get(key)
        if found is None:
            part = cropped(image, ratio, focus)
            if ratio is None:
                pixels = part.size().scaled(pixels, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
            found = QPixmap.fromImage(scaled(part, pixels.width(), pixels.height()))
            found.setDevicePixelRatio(scale)
            _keep(self._pixmaps, key, found, _MOST_PIXMAPS)
        else:
            self._pixmaps.move_to_end(key)
        return found

    def put(self, media_id: int, image: QImage) -> None:
        """A picture that has just been taken in; it need not be read again."""
        self._errors.pop(media_id, None)
        _keep(self._images, media_id, image, _MOST_IMAGES)
        self.ready.emit(media_id)

    def error(self, media_id: int) -> RegularsError | None:
        """Why a picture cannot be shown."""
        return self._errors.get(media_id)

    def _arrived(self, media_id: int, image: QImage) -> None:
        self._asked.discard(media_id)
        self.put(media_id, image)

    def _missed(self, media_id: int, failure: BaseException) -> None:
        self._asked.discard(media_id)
        if not isinstance(failure, RegularsError):
            raise failure
        self._errors[media_id] = failure
        self.failed.emit(media_id)


def preview(image: QImage) -> QImage:
    """A picture as the store keeps it."""
    longest = max(image.width(), image.height())
    if longest <= PREVIEW_LONGEST:
        return image
    shrink = PREVIEW_LONGEST / longest
    return scaled(image, max(1, round(image.width() * shrink)), max(1, round(image.height() * shrink)))


def _read(shop: Shop, media_id: int) -> QImage:
    return decode(get_media(shop, media_id).data, longest=PREVIEW_LONGEST).image


def _keep(kept: OrderedDict[K, V], key: K, value: V, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
