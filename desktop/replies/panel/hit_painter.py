"""Paints one reply of the panel's list: title with what matches, badges, number, two lines of text, pictures."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.pictures.rounded import paint_rounded
from desktop.replies.panel.hit_model import SHOWN, Place
from desktop.replies.panel.keys import MOST_NUMBERED
from desktop.replies.panel.showing import Badge, Shown, Span
from desktop.shell import theme
from desktop.widgets.broken_lines import place_for_qt, place_from_qt

if TYPE_CHECKING:
    from desktop.pictures.picture_store import PictureStore
    from desktop.replies.panel.words import PanelWords
    from local_db.replies.model import Attachment

SIDE, ABOVE, BELOW = 15, 11, 11
_LINE, _TITLE_LINE, _MOST_LINES = 20, 22, 2
_THUMB = QSize(96, 56)
_THUMB_GAP = 6
_MOST_THUMBS = 3
_LOOKED_AT = 160  # characters; more do not fit in two lines
_BADGE_GAP, _BADGE_PAD, _BADGE_HEIGHT = 8, 6, 18
_NUMBER_ROOM = 24
_GROUNDS = {"good": "goodsoft", "bad": "badsoft", "warn": "warnsoft", "blue": "bluesoft", "accent": "soft"}
_TITLE, _TEXT, _SMALL = 14, 13, 11
_BOLD, _HALF_BOLD = QFont.Weight.Bold, QFont.Weight.DemiBold

_NARROW, _UNCLEAR = 0.55, 0.75  # of a wide character's width; of the exact width

_Format = tuple[Sequence[Span], str, int | None]  # where, colour, weight


class HitPainter(QStyledItemDelegate):
    """Rows as high as what they show."""

    def __init__(self, thumbnails: PictureStore[Attachment], words: PanelWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._words = words
        self.digits_alone = False  # whether a number needs no other key to take its reply

    def sizeHint(self, option: QStyleOptionViewItem, index: Place) -> QSize:
        """Measured roughly, which is quick, and right: characters are as wide as they are in a line."""
        line = index.data(SHOWN)
        width = option.rect.width() or self._width()
        if not isinstance(line, Shown):
            return QSize(width, 0)
        height = ABOVE + _TITLE_LINE + self._lines(line, width - 2 * SIDE) * _LINE + BELOW + 1
        if line.pictures:
            height += _THUMB.height() + _THUMB_GAP
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        """Paint the row."""
        line = index.data(SHOWN)
        if not isinstance(line, Shown):
            return
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = QRect(option.rect)
        if chosen or hovered:
            painter.fillRect(rect, theme.colour("soft" if chosen else "sunken"))
        if chosen:  # not told by colour alone
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), theme.colour("accent"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        inner = rect.adjusted(SIDE, ABOVE, -SIDE, -BELOW - 1)
        self._paint_head(painter, inner, line, index.row())
        below = inner.top() + _TITLE_LINE
        below += self._paint_text(painter, QRect(inner.left(), below, inner.width(), 0), line, chosen=chosen)
        self._paint_pictures(painter, QPointF(inner.left(), below + _THUMB_GAP), line)
        painter.restore()

    def _width(self) -> int:
        view = self.parent()
        return view.width() if isinstance(view, QWidget) else 0

    def _lines(self, line: Shown, width: int) -> int:
        text = line.text[:_LOOKED_AT]
        if not text.strip():
            return 0
        # Measuring all rows exactly would take longer than finding them; most are clearly longer or shorter.
        wide = _TEXT * sum(1 if char > "\u2e7f" else _NARROW for char in text)
        if width * _UNCLEAR < wide < width / _UNCLEAR:
            wide = _metrics(_TEXT).horizontalAdvance(text)
        return _MOST_LINES if wide > width else 1

    def _paint_head(self, painter: QPainter, inner: QRect, line: Shown, row: int) -> None:
        right = inner.right()
        if row < MOST_NUMBERED:
            painter.setFont(_font(12, _BOLD if self.digits_alone else QFont.Weight.Normal))
            painter.setPen(theme.colour("accent" if self.digits_alone else "muted"))
            place = QRect(inner.left(), inner.top(), inner.width(), _LINE)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(row + 1))
            right -= _NUMBER_ROOM
        badges = self._badges(line, (right - inner.left()) // 2)
        room = right - inner.left() - sum(self._badge_width(badge) + _BADGE_GAP for badge in badges)
        formats: list[_Format] = [(line.title_marks, "accent", None)]
        used = _paint_line(painter, QPointF(inner.topLeft()), room, line.title, (_TITLE, _BOLD), "ink", formats)
        left = inner.left() + used + _BADGE_GAP
        for badge in badges:
            left += self._paint_badge(painter, QPointF(left, inner.top() + 1), badge) + _BADGE_GAP

    def _badges(self, line: Shown, room: float) -> list[Badge]:
        """The most important ones that fit."""
        fitting: list[Badge] = []
        for badge in line.badges:
            room -= self._badge_width(badge) + _BADGE_GAP
            if room < 0:
                break
            fitting.append(badge)
        return fitting

    def _badge_text(self, badge: Badge) -> str:
        return self._words.badge(badge.code) if badge.code else badge.text

    def _badge_width(self, badge: Badge) -> float:
        return _metrics(_SMALL).horizontalAdvance(self._badge_text(badge)) + 2 * _BADGE_PAD

    def _paint_badge(self, painter: QPainter, place: QPointF, badge: Badge) -> float:
        width = self._badge_width(badge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(_GROUNDS.get(badge.tone, "sunken")))
        ground = QRectF(place.x(), place.y(), width, _BADGE_HEIGHT)
        painter.drawRoundedRect(ground, 5, 5)
        colour = badge.tone if badge.tone in _GROUNDS else "muted"
        formats: list[_Format] = [(badge.marks, "accent", _HALF_BOLD)]
        _paint_line(
            painter, QPointF(place.x() + _BADGE_PAD, place.y() - 1), width, self._badge_text(badge),
            (_SMALL, QFont.Weight.Normal), colour, formats,
        )  # fmt: skip
        return width

    def _paint_text(self, painter: QPainter, rect: QRect, line: Shown, *, chosen: bool) -> int:
        text = line.text[:_LOOKED_AT]
        if not text.strip():
            return 0
        layout = QTextLayout(text, _font(_TEXT))
        layout.setTextOption(_wrapping())
        layout.setFormats(_ranges(text, [(line.text_marks, "accent", _HALF_BOLD), (line.gaps, "bad", _HALF_BOLD)]))
        painter.setPen(theme.colour("ink" if chosen else "muted"))
        wanted = self._lines(line, rect.width())
        layout.beginLayout()
        parts: list[QTextLine] = []
        while len(parts) < wanted and (part := layout.createLine()).isValid():
            part.setLineWidth(rect.width())
            part.setPosition(QPointF(0, 0))
            parts.append(part)
        layout.endLayout()
        for number, part in enumerate(parts):
            top = rect.top() + number * _LINE
            if number == wanted - 1 and place_from_qt(text, part.textStart() + part.textLength()) < len(line.text):
                begin = place_from_qt(text, part.textStart())
                _paint_rest(painter, QRect(rect.left(), top, rect.width(), _LINE), line, begin)
            else:
                part.draw(painter, QPointF(rect.left(), top + (_LINE - part.height()) / 2))
        return wanted * _LINE

    def _paint_pictures(self, painter: QPainter, place: QPointF, line: Shown) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, picture in enumerate(line.pictures[:_MOST_THUMBS]):
            left = place.x() + number * (_THUMB.width() + _THUMB_GAP)
            frame = QRectF(left, place.y(), _THUMB.width(), _THUMB.height())
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            scale = painter.device().devicePixelRatioF()
            found = self._thumbnails.pixmap(picture, _THUMB, _THUMB.toTuple(), scale=scale)
            if found is not None:
                paint_rounded(painter, frame, found, 6)
        more = len(line.pictures) - _MOST_THUMBS
        if more > 0:
            left = place.x() + _MOST_THUMBS * (_THUMB.width() + _THUMB_GAP)
            painter.setPen(theme.colour("muted"))
            painter.setFont(_font(12))
            painter.drawText(QPointF(left, place.y() + _THUMB.height() / 2 + 4), f"+{more}")


@functools.cache
def _font(pixels: int, weight: int = QFont.Weight.Normal) -> QFont:
    return theme.font(pixels, weight)


@functools.cache
def _metrics(pixels: int, weight: int = QFont.Weight.Normal) -> QFontMetricsF:
    return QFontMetricsF(_font(pixels, weight))


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _ranges(text: str, formats: Sequence[_Format]) -> list[QTextLayout.FormatRange]:
    ranges = []
    for spans, colour, weight in formats:
        for span in spans:
            made = QTextLayout.FormatRange()
            made.start = place_for_qt(text, span.start)
            made.length = place_for_qt(text, span.end) - made.start
            made.format = _format(theme.colour(colour), weight)
            ranges.append(made)
    return ranges


def _format(colour: QColor, weight: int | None) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    if weight is not None:
        made.setFontWeight(weight)
    return made


def _paint_line(
    painter: QPainter,
    place: QPointF,
    room: float,
    text: str,
    font: tuple[int, int],
    colour: str,
    formats: Sequence[_Format],
) -> float:
    """Paint a single line, cut with … where there is no room; how wide it is."""
    cut = _metrics(*font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    layout = QTextLayout(cut, _font(*font))
    layout.setFormats(_ranges(cut, [(_within(spans, len(cut)), name, weight) for spans, name, weight in formats]))
    option = _wrapping()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    part = layout.createLine()
    part.setLineWidth(10_000)
    layout.endLayout()
    painter.setPen(theme.colour(colour))
    part.draw(painter, QPointF(place.x(), place.y() + (_LINE - part.height()) / 2))
    return part.naturalTextWidth()


def _within(spans: Sequence[Span], length: int) -> list[Span]:
    return [Span(span.start, min(span.end, length)) for span in spans if span.start < length]


def _paint_rest(painter: QPainter, rect: QRect, line: Shown, begin: int) -> None:
    """The last line: what is left of the text, cut with …"""

    def moved(spans: Sequence[Span]) -> list[Span]:
        return [Span(max(0, span.start - begin), span.end - begin) for span in spans if span.end > begin]

    colour = "ink" if painter.pen().color() == theme.colour("ink") else "muted"
    formats: list[_Format] = [(moved(line.text_marks), "accent", _HALF_BOLD), (moved(line.gaps), "bad", _HALF_BOLD)]
    rest = line.text[begin : begin + _LOOKED_AT]
    _paint_line(painter, QPointF(rect.topLeft()), rect.width(), rest, (_TEXT, QFont.Weight.Normal), colour, formats)
