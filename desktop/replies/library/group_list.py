"""The drawers at the left of the library: chosen, dragged into an order, and dropped upon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import amounts
from desktop.replies import words
from desktop.replies.dragging import GROUPS, REPLIES, DragList, DragModel, Index
from desktop.replies.library.drawers import ALL, Drawer, Kind
from desktop.shell import icons, theme
from local_db.replies.model import Scope

_TOP = QModelIndex()
_ROW, _HEADING = 34, 30
_PADDING = 10
_ICON = 14


class Drop(NamedTuple):
    """A group is to stand before another one (empty: last of its scope)."""

    uid: str
    before: str
    scope: Scope


class GroupModel(DragModel, QAbstractListModel):
    """One row per drawer.

    Signals:
        replies_dropped(list, Drawer): these replies are to go into that drawer.
        group_dropped(Drop): a group is to stand somewhere else.
    """

    drags = GROUPS
    takes = (REPLIES, GROUPS)
    replies_dropped = Signal(list, object)
    group_dropped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Drawer, ...] = ()

    def show_drawers(self, drawers: Sequence[Drawer]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(drawers)
        self.endResetModel()

    def row_of(self, drawer: Drawer) -> int:
        """Where a drawer stands, -1 where it is gone."""
        return next((place for place, row in enumerate(self.rows) if row.key == drawer.key), -1)

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; with its number for whoever reads it out."""
        if not index.isValid():
            return None
        drawer = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(drawer)
        if role == Qt.ItemDataRole.AccessibleTextRole and drawer.kind is not Kind.HEADING:
            differs = self.tr("to be settled")
            said = f"{self.name(drawer)}, {amounts.number(drawer.number)}"
            return f"{said}, {differs}" if drawer.differs else said
        return None

    def name(self, drawer: Drawer) -> str:
        """What a drawer is called."""
        names = {
            Kind.ALL: self.tr("All replies"),
            Kind.PINNED: self.tr("Pinned"),
            Kind.FRAGMENTS: self.tr("Shared parts"),
            Kind.UNSAVED: self.tr("Not saved"),
            Kind.DIFFERING: self.tr("To be settled"),
            Kind.LOOSE: self.tr("In no group"),
            Kind.DELETED: self.tr("Recently deleted"),
        }
        if drawer.kind is Kind.HEADING:
            return words.scope(Scope(drawer.uid))
        return names.get(drawer.kind, drawer.name)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are only read; groups move, and every place takes replies."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        drawer = self.rows[index.row()]
        if drawer.kind is Kind.HEADING:
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if drawer.kind is Kind.GROUP:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if drawer.is_place else flags

    def uid_at(self, row: int) -> str:
        """The uid of the group of a row."""
        return self.rows[row].uid

    def dropped_at(self, kind: str, uids: Sequence[str], row: int) -> None:
        """Replies go into the drawer they are dropped on; a group stands before the one it is dropped on."""
        if kind == GROUPS:
            for uid in uids:
                self._drop_group(uid, row)
        elif 0 <= row < len(self.rows) and self.rows[row].is_place:
            self.replies_dropped.emit(list(uids), self.rows[row])

    def _drop_group(self, uid: str, row: int) -> None:
        place = len(self.rows) if row < 0 else row
        above = [one for one in self.rows[: place + 1] if one.kind is Kind.HEADING]
        behind = self.rows[place] if place < len(self.rows) else None
        if behind is not None and behind.kind is Kind.HEADING and len(above) > 1:
            above.pop()  # just above a heading: the last of the scope before
        if above and (behind is None or behind.uid != uid):
            before = behind.uid if behind is not None and behind.kind is Kind.GROUP else ""
            self.group_dropped.emit(Drop(uid, before, Scope(above[-1].uid)))


class GroupList(DragList):
    """Shows the drawers.

    Signals:
        drawer_chosen(Drawer): another one is to be looked into.
        rename_wanted(Drawer), delete_wanted(Drawer), shift_wanted(Drawer, int): F2, Delete, Alt with an arrow.
        menu_wanted(Drawer, QPoint): what can be done with a group, at a place of the screen.
    """

    drawer_chosen = Signal(object)
    rename_wanted = Signal(object)
    delete_wanted = Signal(object)
    shift_wanted = Signal(object, int)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.groups = GroupModel()
        super().__init__(self.groups, self.tr("Groups of replies"), parent)
        self.setItemDelegate(_Painter(self))
        self.shifted.connect(self._shift)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().currentChanged.connect(self._choose)
        self._silent = False

    @property
    def drawer(self) -> Drawer:
        """The one that is looked into."""
        row = self.currentIndex().row()
        return self.groups.rows[row] if 0 <= row < len(self.groups.rows) else ALL

    def show_drawers(self, drawers: Sequence[Drawer]) -> None:
        """Show these; the one that is looked into stays so where it is still there."""
        before = self.drawer
        self._silent = True
        self.groups.show_drawers(drawers)
        self.set_drawer(before)
        self._silent = False
        if self.drawer.key != before.key:
            self.drawer_chosen.emit(self.drawer)

    def set_drawer(self, drawer: Drawer) -> None:
        """Look into one; into everything where it is gone."""
        row = max(0, self.groups.row_of(drawer))
        self.setCurrentIndex(self.groups.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames a group, Delete deletes it."""
        drawer = self.drawer
        if drawer.kind is Kind.GROUP and event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit(drawer)
        elif drawer.kind is Kind.GROUP and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(drawer)
        else:
            super().keyPressEvent(event)

    def _shift(self, _columns: int, step: int) -> None:
        if step and self.drawer.kind is Kind.GROUP:
            self.shift_wanted.emit(self.drawer, step)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._silent:
            self.drawer_chosen.emit(self.drawer)

    def _ask_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid() and self.groups.rows[index.row()].kind is Kind.GROUP:
            self.menu_wanted.emit(self.groups.rows[index.row()], self.viewport().mapToGlobal(where))


class _Painter(QStyledItemDelegate):
    """A name and a number; headings small and quiet."""

    def __init__(self, view: GroupList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Headings are lower."""
        return QSize(80, _HEADING if self._view.groups.rows[index.row()].kind is Kind.HEADING else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        drawer = self._view.groups.rows[index.row()]
        area: QRect = option.rect
        name = self._view.groups.name(drawer)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if drawer.kind is Kind.HEADING:
            painter.setFont(theme.font(11))
            painter.setPen(theme.colour("muted"))
            painter.drawText(area.adjusted(_PADDING, 6, 0, 0), int(_LEFT), name)
        else:
            self._paint_drawer(painter, option, drawer, name)
        painter.restore()

    def _paint_drawer(self, painter: QPainter, option: QStyleOptionViewItem, drawer: Drawer, name: str) -> None:
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft" if chosen else "sunken"))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 6, 6)
        bad = drawer.kind in {Kind.DIFFERING, Kind.UNSAVED} or drawer.differs
        ink = "accent" if chosen else "warn" if bad else "ink"
        left = area.left() + _PADDING
        if drawer.kind is not Kind.GROUP or drawer.differs:
            drawing = icons.pixmap(_ICONS[drawer.kind], ink if chosen or bad else "muted", _ICON)
            painter.drawPixmap(QPoint(left, area.center().y() - _ICON // 2), drawing)
            left += _ICON + 8
        painter.setFont(theme.font(weight=700 if chosen else 400))
        number = amounts.number(drawer.number)
        room = painter.fontMetrics().horizontalAdvance(number)
        painter.setPen(theme.colour("muted"))
        painter.drawText(area.adjusted(0, 0, -_PADDING, 0), int(_RIGHT), number)
        painter.setPen(theme.colour(ink))
        words_area = QRect(left, area.top(), area.right() - _PADDING - room - 8 - left, area.height())
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, words_area.width())
        painter.drawText(words_area, int(_LEFT), shown)


_ICONS = {
    Kind.ALL: "bolt",
    Kind.PINNED: "pin",
    Kind.FRAGMENTS: "copy",
    Kind.UNSAVED: "edit",
    Kind.DIFFERING: "warning",
    Kind.LOOSE: "folder",
    Kind.DELETED: "trash",
    Kind.GROUP: "warning",
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
