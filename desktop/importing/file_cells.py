"""Cells of two lines: a file's name, and below it, smaller, what it is or what came of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.importing.table_model import DETAIL_ROLE
from desktop.shell import theme
from desktop.widgets.data_table import DataTable

ROW_HEIGHT = 50
_PADDING = 8
_LINE = 19
_END = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.TextElideMode.ElideMiddle  # the names of exports begin alike and end with their time
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class FileCells(QStyledItemDelegate):
    """Paints both lines, each cut where there is no room."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground of the row, then the lines."""
        super().paint(painter, option, index)
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        detail = str(index.data(DETAIL_ROLE) or "")
        room: QRect = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        top = room.center().y() - (_LINE if detail else _LINE // 2)
        painter.save()
        painter.setFont(theme.font(13))
        self._line(painter, QRect(room.left(), top, room.width(), _LINE), name, "ink", _MIDDLE)
        painter.setFont(theme.font(12))
        self._line(painter, QRect(room.left(), top + _LINE, room.width(), _LINE), detail, "muted", _END)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The text is painted above; the focus is shown by the row."""
        super().initStyleOption(option, index)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if isinstance(option.widget, DataTable):
            option.widget.mark_hovered(option, index.row())

    def _line(self, painter: QPainter, room: QRect, text: str, colour: str, where: Qt.TextElideMode) -> None:
        painter.setPen(theme.colour(colour))
        cut = painter.fontMetrics().elidedText(text, where, room.width())
        painter.drawText(room, _LEFT, cut)
