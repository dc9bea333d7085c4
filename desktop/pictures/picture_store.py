"""Pictures of the shop file, ready to be painted: decoded off the window's thread, the latest ones at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial
from typing import Generic, TypeVar

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
_MOST_PREVIEWS = 24  # 5 MB each
_MOST_PIXMAPS = 96

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept", bound=Hashable)
V = TypeVar("V")


class PictureStore(QObject, Generic[Key]):
    """Gives a page its pictures by what names them there; `read` gives the bytes of one, on a reader's thread.

    It keeps the `most` latest ones, at most `longest` pixels a side.

    Signals:
        ready(Key): this picture can be painted now.
        failed(Key): it cannot be; `error` says why.
    """

    ready = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        read: Callable[[Key], bytes],
        background: Background,
        parent: QObject | None = None,
        *,
        longest: int = PREVIEW_LONGEST,
        most: int = _MOST_PREVIEWS,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._background = background
        self._longest = longest
        self._most = most
        self._images: OrderedDict[Key, QImage] = OrderedDict()
        self._pixmaps: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._errors: dict[Key, RegularsError] = {}
        self._asked: set[Key] = set()

    def image(self, key: Key) -> QImage | None:
        """The picture; None while it is being read (then `ready` or `failed`), and where it cannot be."""
        found = self._images.get(key)
        if found is not None:
            self._images.move_to_end(key)
        elif key not in self._asked and key not in self._errors:
            self._asked.add(key)
            work = partial(_decoded, self._read, key, self._longest)
            self._background.run(work, partial(self._arrived, key), partial(self._missed, key), owner=self)
        return found

    def pixmap(
        self,
        key: Key,
        size: QSize,
        ratio: Ratio | None = None,
        focus: tuple[float, float] = CENTRE,
        scale: float = 1.0,
    ) -> QPixmap | None:
        """The part that the ratio and the focus leave, `size` points large on a screen of that pixel ratio.

        Without a ratio the picture is fitted into `size`. None while it is being read.
        """
        image = self.image(key)
        if image is None or size.isEmpty():
            return None
        pixels = QSize(round(size.width() * scale), round(size.height() * scale))
        wanted = (key, pixels.width(), pixels.height(), ratio, focus, scale)
        found = self._pixmaps.get(wanted)
        if found is None:
            part = cropped(image, ratio, focus)
            if ratio is None:
                pixels = part.size().scaled(pixels, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
            found = QPixmap.fromImage(scaled(part, pixels.width(), pixels.height()))
            found.setDevicePixelRatio(scale)
            _keep(self._pixmaps, wanted, found, _MOST_PIXMAPS)
        else:
            self._pixmaps.move_to_end(wanted)
        return found

    def put(self, key: Key, image: QImage) -> None:
        """A picture that has just been taken in; it need not be read again."""
        self._errors.pop(key, None)
        _keep(self._images, key, image, self._most)
        self.ready.emit(key)

    def error(self, key: Key) -> RegularsError | None:
        """Why a picture cannot be shown."""
        return self._errors.get(key)

    def forget_errors(self) -> None:
        """Look again for those that could not be shown, such as after a pack has brought them."""
        self._errors.clear()

    def _arrived(self, key: Key, image: QImage) -> None:
        self._asked.discard(key)
        self.put(key, image)

    def _missed(self, key: Key, failure: BaseException) -> None:
        self._asked.discard(key)
        if not isinstance(failure, RegularsError):
            raise failure
        self._errors[key] = failure
        self.failed.emit(key)


def media_pictures(shop: Shop, background: Background, parent: QObject | None = None) -> PictureStore[int]:
    """The pictures of cards, by the ids of their media."""
    return PictureStore(partial(_media_bytes, shop), background, parent)


def preview(image: QImage) -> QImage:
    """A picture as the store keeps it."""
    longest = max(image.width(), image.height())
    if longest <= PREVIEW_LONGEST:
        return image
    shrink = PREVIEW_LONGEST / longest
    return scaled(image, max(1, round(image.width() * shrink)), max(1, round(image.height() * shrink)))


def _media_bytes(shop: Shop, media_id: int) -> bytes:
    return get_media(shop, media_id).data


def _decoded(read: Callable[[Key], bytes], key: Key, longest: int) -> QImage:
    return decode(read(key), longest=longest).image


def _keep(kept: OrderedDict[Kept, V], key: Kept, value: V, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
