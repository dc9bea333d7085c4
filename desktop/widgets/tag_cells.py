"""Tags inside a table: a model gives texts with tones, and they are painted as StatusTag shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.shell import theme
from desktop.widgets.data_table import DataTable
from desktop.widgets.status_tag import TagTone

TAGS_ROLE = Qt.ItemDataRole.UserRole + 20  # a sequence of (text, tone)

_GROUNDS = {
    "neutral": "sunken", "good": "goodsoft", "warn": "warnsoft", "bad": "badsoft", "blue": "bluesoft", "accent": "soft",
}  # fmt: skip
_INKS = {"neutral": "muted"}
_PADDING = 8
_INNER = 6
_GAP = 4
_HEIGHT = 18


class TagCells(QStyledItemDelegate):
    """Paints the tags of a cell after its text; those that do not fit are summed up as “+2”."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell, then its tags."""
        super().paint(painter, option, index)
        tags: Sequence[tuple[str, TagTone]] = index.data(TAGS_ROLE) or ()
        if not tags:
            return
        rect: QRect = option.rect
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        left = rect.left() + _PADDING
        if text:
            left += option.fontMetrics.horizontalAdvance(text) + _PADDING
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11))
        self._paint_tags(painter, QRect(left, rect.top(), rect.right() - _PADDING - left, rect.height()), tags)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Words stand left; the focus is shown by the row."""
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if isinstance(option.widget, DataTable):
            option.widget.mark_hovered(option, index.row())

    def _paint_tags(self, painter: QPainter, room: QRect, tags: Sequence[tuple[str, TagTone]]) -> None:
        metrics = painter.fontMetrics()
        left = room.left()
        for place, (text, tone) in enumerate(tags):
            width = metrics.horizontalAdvance(text) + 2 * _INNER
            left_over = len(tags) - place - 1
            rest = metrics.horizontalAdvance(f"+{left_over}") + _GAP if left_over else 0
            if left + width + rest > room.right() + 1:
                self._paint_rest(painter, room, left, tags[place:])
                return
            _paint_tag(painter, QRect(left, room.center().y() - _HEIGHT // 2, width, _HEIGHT), text, tone)
            left += width + _GAP

    def _paint_rest(self, painter: QPainter, room: QRect, left: int, tags: Sequence[tuple[str, TagTone]]) -> None:
        """What does not fit: a single tag cut, several as their number."""
        metrics = painter.fontMetrics()
        room_left = room.right() + 1 - left
        if len(tags) == 1 and room_left > 4 * _INNER:
            text = metrics.elidedText(tags[0][0], Qt.TextElideMode.ElideRight, room_left - 2 * _INNER)
            width = min(room_left, metrics.horizontalAdvance(text) + 2 * _INNER)
            _paint_tag(painter, QRect(left, room.center().y() - _HEIGHT // 2, width, _HEIGHT), text, tags[0][1])
            return
        painter.setPen(theme.colour("muted"))
        area = QRect(left, room.top(), max(0, room_left), room.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), f"+{len(tags)}")


def _paint_tag(painter: QPainter, area: QRect, text: str, tone: TagTone) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(_GROUNDS[tone]))
    painter.drawRoundedRect(QRectF(area), 5, 5)
    painter.setPen(theme.colour(_INKS.get(tone, tone)))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
