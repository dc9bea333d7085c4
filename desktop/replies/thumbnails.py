"""Small pictures of what is attached to replies, for the library and the panel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.pictures.picture_store import PictureStore
from desktop.shell.background import Background
from local_db.replies.model import Attachment
from local_db.shop_file import Shop

_LONGEST = 256  # pixels, for screens of twice the usual sharpness
_MOST = 200  # 256 KB each


def thumbnails(shop: Shop, background: Background, parent: QObject | None = None) -> PictureStore[Attachment]:
    """The pictures of attachments; what is no picture, or not in the shop file, fails."""
    return PictureStore(partial(_attached_bytes, shop), background, parent, longest=_LONGEST, most=_MOST)


def _attached_bytes(shop: Shop, attachment: Attachment) -> bytes:
    from local_db.replies.attachments import attached  # not needed for the panel to appear

    return attached(shop, attachment).data
