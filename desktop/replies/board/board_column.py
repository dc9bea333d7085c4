"""One column of the knowledge base: the cards of a group, or the hot list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import amounts
from desktop.replies import words
from desktop.replies.dragging import Index
from desktop.replies.library.reply_list import Drop, ReplyRows
from desktop.replies.library.shelf import Shelf
from desktop.shell import icons, theme
from desktop.widgets.broken_lines import broken_lines
from desktop.widgets.button import IconButton
from desktop.widgets.card import Card
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label
from local_db.replies.model import Reply

WIDTH = 248
_CARD = 120
_GAP = 8
_PADDING = 11
_LINES = 3
_LINE = 18
_MOST_PAINTED = 200  # characters, of which there may be 20,000


class BoardColumn(Card):
    """Name, number, cards.

    Signals:
        opened(str): the reply with this uid is to be worked on.
        dropped(BoardColumn, Drop): cards are to stand here, before another one.
        shifted(BoardColumn, str, int, int): the card of this uid is to go so many columns and places on.
        menu_wanted(BoardColumn): what can be done with the column.
    """

    opened = Signal(str)
    dropped = Signal(object, object)
    shifted = Signal(object, str, int, int)
    menu_wanted = Signal(object)

    def __init__(self, group: str | None, name: str, parent: QWidget | None = None) -> None:
        """`group`: its uid, empty for replies in none; None for the hot list."""
        super().__init__(name, sunken=True, padding=10, parent=parent)
        self.group = group
        self.title = name
        self.setFixedWidth(WIDTH)
        if group is None:
            self.add_before_title(IconLabel("bolt", "accent"))
        self._count = Label("", "small")
        self.add_after_title(self._count)
        self.more = IconButton("more", self.tr("Column “{name}”: more").format(name=name), size=26)
        self.more.clicked.connect(self._ask_menu)
        room = self.more.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # so that all heads are equally high
        self.more.setSizePolicy(room)
        self.add_tool(self.more)
        self.more.setVisible(bool(group))
        self.cards = CardList(name)
        self.cards.replies.dropped.connect(self._drop)
        self.cards.activated.connect(self._open)
        self.cards.shifted.connect(self._shift)
        self.add(self.cards, 1)

    def show_replies(self, shelf: Shelf, replies: Sequence[Reply]) -> None:
        """Show these cards."""
        current = self.cards.current()
        self.cards.replies.show_replies(shelf, replies, {}, ordered=self.group is not None)
        self._count.setText(amounts.number(len(replies)))
        row = self.cards.replies.row_of(current)
        if row >= 0:
            self.cards.setCurrentIndex(self.cards.replies.index(row))

    def _drop(self, drop: Drop) -> None:
        self.dropped.emit(self, drop)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.cards.replies.rows[index.row()].uid)

    def _shift(self, columns: int, places: int) -> None:
        self.shifted.emit(self, self.cards.current(), columns, places)

    def _ask_menu(self) -> None:
        self.menu_wanted.emit(self)


class CardList(ReplyRows):
    """The cards, painted; `activated` on a double-click or Enter."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(_CardPainter(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _CardPainter(QStyledItemDelegate):
    """A card with its title, the beginning of what it says, its shortcut and how often it was taken."""

    def __init__(self, view: CardList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """All are equally high."""
        return QSize(120, _CARD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        reply = self._view.replies.rows[index.row()]
        area = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -_GAP + 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(theme.colour("accent" if chosen else "edge" if hovered else "line"), 1))
        painter.setBrush(theme.colour("soft" if chosen else "surface"))
        painter.drawRoundedRect(area, 8, 8)
        room = area.adjusted(_PADDING, 8, -_PADDING, -6).toRect()
        right = self._paint_signs(painter, room, reply)
        painter.setFont(theme.font(weight=QFont.Weight.Bold))
        painter.setPen(theme.colour("ink"))
        line = QRect(room.left(), room.top(), right - room.left(), 20)
        title = painter.fontMetrics().elidedText(reply.title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(_LEFT), title)
        painter.setPen(theme.colour("muted"))
        _paint_lines(
            painter, QRect(room.left(), room.top() + 22, room.width(), _LINES * _LINE), words.first_words(reply)
        )
        self._paint_foot(painter, QRect(room.left(), room.bottom() - 15, room.width(), 16), reply)
        painter.restore()

    def _paint_signs(self, painter: QPainter, room: QRect, reply: Reply) -> int:
        right = room.right()
        for name, shown in (("pin", reply.pinned), ("picture", bool(reply.attachments))):
            if shown:
                painter.drawPixmap(right - 13, room.top() + 4, icons.pixmap(name, "muted", 13))
                right -= 18
        return right

    def _paint_foot(self, painter: QPainter, room: QRect, reply: Reply) -> None:
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour("accent"))
        painter.drawText(room, int(_LEFT), f"/{reply.shortcut}" if reply.shortcut else "")
        painter.setPen(theme.colour("muted"))
        painter.drawText(room, int(_RIGHT), self._view.replies.times(reply))


def _paint_lines(painter: QPainter, room: QRect, text: str) -> None:
    """The first lines of a text; the last one ends in … where there is more."""
    text = text[:_MOST_PAINTED]
    font = theme.font(12)
    painter.setFont(font)
    shown = broken_lines(text, font, room.width(), _LINES)
    for number, line in enumerate(shown):
        painter.drawText(QRect(room.left(), room.top() + number * _LINE, room.width() + 2, _LINE), int(_LEFT), line)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
