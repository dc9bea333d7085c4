"""A picture that was not in the shop file shows once a pack has brought it."""

from __future__ import annotations

from hashlib import blake2b

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.replies.editing.drafts import Drafts
from desktop.replies.editing.editor import ReplyEditor
from desktop.replies.library.shelf import make_shelf
from local_db.media.actions import add_media
from local_db.media.model import Media, MediaKind
from local_db.replies import actions
from local_db.replies.model import Attachment
from tests.desktop.stage import NOW, Stage


def png() -> bytes:
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_a_picture_that_a_pack_brings_later_is_looked_for_again(stage: Stage, qtbot: QtBot) -> None:
    editor = ReplyEditor(stage.context, Drafts(stage.context, stage.context.changes), None)  # type: ignore[arg-type]
    qtbot.addWidget(editor)
    data = png()
    picture = Attachment(blake2b(data, digest_size=16).hexdigest(), "a.png", "image/png")
    thumbnails = editor.attachments._thumbnails
    assert thumbnails.image(picture) is None
    stage.settle()
    assert thumbnails.error(picture) is not None
    add_media(stage.shop, Media(MediaKind.PICTURE, "image/png", data, 2, 2), now=NOW)
    editor.take(make_shelf(stage.shop, actions.library(stage.shop), {}))
    thumbnails.image(picture)
    stage.settle()
    assert thumbnails.error(picture) is None
    assert thumbnails.image(picture) is not None
