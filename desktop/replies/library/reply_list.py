"""The replies of a drawer, or those that were found: two lines each, painted, so that 20,000 are as quick as 20."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import amounts
from desktop.replies import words
from desktop.replies.dragging import DragList, DragModel, Index
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.shell import icons, theme
from desktop.widgets.status_tag import TagTone
from local_db.replies.model import Reply, Usage

Span = tuple[int, int]  # characters of a title that were found
_ROW = 58
_PADDING = 12
_LINE = 20
_TAG_HEIGHT = 18
_TAG_ROOM = 6
_MOST_TAGS = 3
_NEVER = Usage()
_GROUNDS = {"neutral": "sunken", "warn": "warnsoft", "blue": "bluesoft"}
_INKS = {"neutral": "muted"}


class Drop(NamedTuple):
    """Replies are to stand before another one; an empty one: at the end."""

    uids: tuple[str, ...]
    before: str


class ReplyModel(DragModel, QStringListModel):
    """One row per reply. Qt itself counts the rows, for a list asks 40,000 times before it shows 20,000.

    Signals:
        dropped(Drop): replies are to stand somewhere else in this order.
    """

    dropped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Reply, ...] = ()
        self.shelf: Shelf = NO_SHELF
        self.marks: Mapping[str, Sequence[Span]] = {}
        self.unsaved: Collection[str] = ()  # those of which there is a draft
        self._ordered = False

    def show_replies(
        self, shelf: Shelf, rows: Sequence[Reply], marks: Mapping[str, Sequence[Span]], *, ordered: bool
    ) -> None:
        """Show these; `marks` are what was found in their titles, `ordered` says that their order can be changed."""
        self.shelf, self.rows, self.marks, self._ordered = shelf, tuple(rows), marks, ordered
        self.setStringList([reply.title for reply in self.rows])

    def row_of(self, uid: str) -> int:
        """Where a reply stands, -1 where it is not shown."""
        return next((place for place, reply in enumerate(self.rows) if reply.uid == uid), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; with what it says for whoever reads it out."""
        if not index.isValid():
            return None
        reply = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return reply.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = [reply.title, *(text for text, _ in self.flags_of(reply)), words.first_words(reply)]
            return ", ".join([*said, self.times(reply)])
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tooltip(reply)
        return None

    def flags_of(self, reply: Reply) -> list[tuple[str, TagTone]]:
        """What stands beside a title."""
        settle: list[tuple[str, TagTone]] = []
        if reply.uid in self.shelf.library.conflicts:
            settle = [(self.tr("settle"), "warn")]
        if reply.uid in self.unsaved:
            settle.append((self.tr("not saved"), "warn"))
        return [*settle, *words.flags(reply, self.shelf.today)]

    def times(self, reply: Reply) -> str:
        """How often it was taken, in a word."""
        times = self.shelf.usage.get(reply.uid, _NEVER).times
        return f"{amounts.number(times)} ×" if times else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every reply can be dragged; between them can be dropped where there is an order."""
        if index.isValid():
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return Qt.ItemFlag.ItemIsDropEnabled if self._ordered else Qt.ItemFlag.NoItemFlags

    def uid_at(self, row: int) -> str:
        """The uid of the reply of a row."""
        return self.rows[row].uid

    def dropped_at(self, _kind: str, uids: Sequence[str], row: int) -> None:
        """Replies stand before the one they are dropped before."""
        if self._ordered:
            behind = [one.uid for one in self.rows[row:] if one.uid not in uids] if row >= 0 else []
            self.dropped.emit(Drop(tuple(uids), behind[0] if behind else ""))


class ReplyRows(DragList):
    """A list of replies of equal height, several of which can be selected."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.replies = ReplyModel()
        super().__init__(self.replies, name, parent)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropOverwriteMode(False)

    def current(self) -> str:
        """The uid of the current one; empty for none."""
        row = self.currentIndex().row()
        return self.replies.rows[row].uid if 0 <= row < len(self.replies.rows) else ""


class ReplyList(ReplyRows):
    """Shows replies; the current one stands in the editor.

    Signals:
        reply_chosen(str): the uid of the current one; empty for none.
        selection_changed(): others are selected.
        delete_wanted(): the Delete key. shift_wanted(int): Alt with an arrow. entered(): Enter.
        menu_wanted(QPoint): what can be done, at a place of the screen.
    """

    reply_chosen = Signal(str)
    selection_changed = Signal()
    delete_wanted = Signal()
    shift_wanted = Signal(int)
    entered = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Replies"), parent)
        self.setItemDelegate(_Painter(self))
        self.shifted.connect(self._shift)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().currentChanged.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self._announce_selection)
        self._silent = False

    def show_replies(
        self, shelf: Shelf, rows: Sequence[Reply], marks: Mapping[str, Sequence[Span]], *, ordered: bool
    ) -> None:
        """Show these; what is selected stays so where it is still shown."""
        current, chosen = self.current(), set(self.selected())
        self._silent = True
        self.replies.show_replies(shelf, rows, marks, ordered=ordered)
        places = [place for place, reply in enumerate(rows) if reply.uid in chosen]
        self._select(places, self.replies.row_of(current) if current else -1)
        self._silent = False
        self.selection_changed.emit()
        if self.current() != current:
            self.reply_chosen.emit(self.current())

    def selected(self) -> list[str]:
        """The uids of all that are selected, in the order of the list."""
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        rows = sorted({row for part in parts if part.isValid() for row in range(part.top(), part.bottom() + 1)})
        return [self.replies.rows[row].uid for row in rows]

    def choose(self, uid: str) -> bool:
        """Make one the current one, where it is shown; an empty uid: none."""
        row = self.replies.row_of(uid) if uid else -1
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return False
        self.setCurrentIndex(self.replies.index(row))
        self.scrollTo(self.replies.index(row))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes, Enter goes on to the editor."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _shift(self, _columns: int, step: int) -> None:
        if step:
            self.shift_wanted.emit(step)

    def _select(self, rows: Sequence[int], current: int) -> None:
        model, selection = self.replies, QItemSelection()
        start = 0
        for place in range(1, len(rows) + 1 if rows else 0):  # stretches, because thousands may be selected
            if place == len(rows) or rows[place] != rows[place - 1] + 1:
                selection.select(model.index(rows[start]), model.index(rows[place - 1]))
                start = place
        command = QItemSelectionModel.SelectionFlag
        if current >= 0:
            self.selectionModel().setCurrentIndex(model.index(current), command.NoUpdate)
        self.selectionModel().select(selection, command.ClearAndSelect)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self.selectionModel().hasSelection():  # Tab led here, which Qt takes for no choice
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not self._silent:
            self.reply_chosen.emit(self.replies.rows[index.row()].uid if index.isValid() else "")

    def _announce_selection(self) -> None:
        if not self._silent:
            self.selection_changed.emit()

    def _ask_menu(self, where: QPoint) -> None:
        if self.indexAt(where).isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(where))


class _Painter(QStyledItemDelegate):
    """Title with its tags, what is said below, how often it was taken at the right."""

    def __init__(self, view: ReplyList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """All are equally high."""
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one reply."""
        reply = self._view.replies.rows[index.row()]
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("soft" if chosen else "sunken"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.colour("line"))
        room = area.adjusted(_PADDING, 9, -_PADDING, -9)
        right = self._paint_times(painter, room, reply)
        first = QRect(room.left(), room.top(), right - room.left(), _LINE)
        left = self._paint_title(painter, first, reply)
        self._paint_tags(painter, QRect(left, room.top(), right - left, _LINE), reply)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("muted"))
        second = QRect(room.left(), room.top() + _LINE, room.width(), _LINE)
        said = painter.fontMetrics().elidedText(words.first_words(reply), Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(second, int(_LEFT), said)
        painter.restore()

    def _paint_times(self, painter: QPainter, room: QRect, reply: Reply) -> int:
        """The figure and the signs at the right end; where the title must end."""
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("muted"))
        times = self._view.replies.times(reply)
        line = QRect(room.left(), room.top(), room.width(), _LINE)
        painter.drawText(line, int(_RIGHT), times)
        right = room.right() - painter.fontMetrics().horizontalAdvance(times) - (8 if times else 0)
        for name, shown in (("pin", reply.pinned), ("picture", bool(reply.attachments))):
            if shown:
                painter.drawPixmap(QPoint(right - 13, line.center().y() - 6), icons.pixmap(name, "muted", 13))
                right -= 18
        return right

    def _paint_title(self, painter: QPainter, room: QRect, reply: Reply) -> int:
        """The title, with what was found in it in the accent; where it ends."""
        painter.setFont(theme.font(weight=QFont.Weight.Bold))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(reply.title, Qt.TextElideMode.ElideRight, room.width())
        left = room.left()
        for text, found in _stretches(shown, self._view.replies.marks.get(reply.uid, ())):
            painter.setPen(theme.colour("accent" if found else "ink"))
            painter.drawText(QRect(left, room.top(), room.right() - left + 1, room.height()), int(_LEFT), text)
            left += metrics.horizontalAdvance(text)
        return left + 8

    def _paint_tags(self, painter: QPainter, room: QRect, reply: Reply) -> None:
        painter.setFont(theme.font(11))
        metrics = painter.fontMetrics()
        left = room.left()
        for text, tone in self._view.replies.flags_of(reply)[:_MOST_TAGS]:
            width = metrics.horizontalAdvance(text) + 2 * _TAG_ROOM
            if left + width > room.right():
                return
            tag = QRect(left, room.center().y() - _TAG_HEIGHT // 2, width, _TAG_HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(_GROUNDS[tone]))
            painter.drawRoundedRect(QRectF(tag), 5, 5)
            painter.setPen(theme.colour(_INKS.get(tone, tone)))
            painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), text)
            left += width + 4


def _stretches(text: str, marks: Sequence[Span]) -> list[tuple[str, bool]]:
    """A text in stretches that were found and stretches that were not."""
    found: list[tuple[str, bool]] = []
    at = 0
    for start, end in marks:
        found += [(text[at:start], False), (text[start:end], True)]
        at = max(at, end)
    return [(part, marked) for part, marked in [*found, (text[at:], False)] if part]


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
