"""Small pictures of what is attached to replies: read and decoded on a reader's thread, the latest ones at hand."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.pictures.decoding import decode
from desktop.pictures.preparing import scaled
from desktop.shell.background import Background
from local_db.errors import RegularsError
from local_db.replies.actions import attached
from local_db.replies.model import Attachment
from local_db.shop_file import Shop

LONGEST = 192  # pixels, for screens of twice the usual sharpness
_MOST = 400


class Thumbnails(QObject):
    """Gives the pictures that are wanted, by what is attached.

    Signals:
        ready(str): the picture with this hash can be painted now.
    """

    ready = Signal(str)

    def __init__(self, shop: Shop, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shop = shop
        self._background = background
        self._known: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: set[str] = set()
        self._lost: set[str] = set()

    def pixmap(self, attachment: Attachment) -> QPixmap | None:
        """The small picture; None while it is being read, and where there is none."""
        key = attachment.hash
        found = self._known.get(key)
        if found is not None:
            self._known.move_to_end(key)
        elif attachment.type.startswith("image/") and key not in self._asked | self._lost:
            self._asked.add(key)
            work = partial(_read, self._shop, attachment)
            self._background.run(work, partial(self._arrived, key), partial(self._missed, key), owner=self)
        return found

    def is_lost(self, attachment: Attachment) -> bool:
        """Whether the picture is not in the shop file, or cannot be read."""
        return attachment.hash in self._lost

    def forget_lost(self) -> None:
        """Look again for those that were not there, such as after a pack has brought them."""
        self._lost.clear()

    def _arrived(self, key: str, image: QImage) -> None:
        self._asked.discard(key)
        self._known[key] = QPixmap.fromImage(image)
        while len(self._known) > _MOST:
            self._known.popitem(last=False)
        self.ready.emit(key)

    def _missed(self, key: str, failure: BaseException) -> None:
        self._asked.discard(key)
        if not isinstance(failure, RegularsError):
            raise failure
        self._lost.add(key)
        self.ready.emit(key)


def _read(shop: Shop, attachment: Attachment) -> QImage:
    image = decode(attached(shop, attachment).data, longest=LONGEST * 2).image
    longest = max(image.width(), image.height())
    if longest <= LONGEST:
        return image
    share = LONGEST / longest
    return scaled(image, max(1, round(image.width() * share)), max(1, round(image.height() * share)))
