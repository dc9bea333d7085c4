"""The phones as one picture, to show to somebody who has no Regulars: always light, twice the pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.cards import words
from desktop.cards.phones import phone_words
from desktop.cards.phones.handset import pictures_of
from desktop.cards.phones.pen import CENTRE, Pen
from desktop.cards.phones.phone_drawing import HEIGHT, WIDTH, PhoneWords, draw_phone
from desktop.cards.phones.views import PhoneView
from desktop.pictures.picture_store import PictureStore

SCALE = 2.0
_MARGIN, _GAP, _TITLE, _CAPTION = 32.0, 24.0, 56.0, 62.0
_COLUMNS = 3
_GROUND, _INK, _QUIET = "#F3F1ED", "#22252B", "#686C75"


def preview_picture(title: str, views: Sequence[PhoneView], said: PhoneWords, store: PictureStore[int]) -> QImage:
    """Three phones in a row, each with its maker's name, what it shows, and why; on the window's thread only."""
    columns = min(_COLUMNS, len(views))
    rows = -(-len(views) // columns)
    width = 2 * _MARGIN + columns * WIDTH + (columns - 1) * _GAP
    height = 2 * _MARGIN + _TITLE + rows * (HEIGHT + _CAPTION)
    image = QImage(round(width * SCALE), round(height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor(_GROUND))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(SCALE, SCALE)
    pen = Pen(painter)
    pen.word(title, QRectF(_MARGIN, _MARGIN - 6, width - 2 * _MARGIN, 34), 22, _INK, bold=True)
    pictures = pictures_of(store, SCALE)
    for place, view in enumerate(views):
        row, column = divmod(place, columns)
        left, top = _MARGIN + column * (WIDTH + _GAP), _MARGIN + _TITLE + row * (HEIGHT + _CAPTION)
        painter.save()
        painter.translate(left, top)
        draw_phone(painter, view, said, pictures)
        painter.restore()
        name = f"{words.maker(view.maker)} · {phone_words.form(view)}"
        pen.word(name, QRectF(left, top + HEIGHT + 8, WIDTH, 20), 14, _INK, align=CENTRE, bold=True)
        pen.word(phone_words.reason(view), QRectF(left, top + HEIGHT + 28, WIDTH, 18), 12, _QUIET, align=CENTRE)
    painter.end()
    return image
