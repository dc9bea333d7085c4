"""What lists of replies and of groups have in common: their rows are dragged, or moved with Alt and an arrow."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

Index = QModelIndex | QPersistentModelIndex
REPLIES = "application/x-regulars-replies"
GROUPS = "application/x-regulars-reply-group"

_STEPS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}


def packed(uids: Sequence[str], kind: str = REPLIES) -> QMimeData:
    """Replies, or groups, on their way to another place."""
    mime = QMimeData()
    mime.setData(kind, QByteArray(json.dumps(list(uids)).encode()))
    return mime


def unpacked(mime: QMimeData, kind: str = REPLIES) -> list[str]:
    """The replies, or the groups, that are being dragged; none where something else is."""
    return [str(uid) for uid in json.loads(bytes(mime.data(kind).data()))] if mime.hasFormat(kind) else []


class DragModel:
    """The part of a model of rows with uids by which they are dragged.

    Nothing is moved here: whoever hears of a drop does that, and shows the rows anew.
    """

    drags = REPLIES
    takes: Sequence[str] = (REPLIES,)

    def uid_at(self, row: int) -> str:
        """Whose row it is."""
        raise NotImplementedError

    def dropped_at(self, kind: str, uids: Sequence[str], row: int) -> None:
        """Rows of a kind were dropped on this row, or before it; -1: behind all."""
        raise NotImplementedError

    def mimeTypes(self) -> list[str]:
        """What may be dropped."""
        return list(self.takes)

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Rows on their way, in the order of the list."""
        return packed([self.uid_at(row) for row in sorted({index.row() for index in indexes})], self.drags)

    def supportedDropActions(self) -> Qt.DropAction:
        """Things are moved."""
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:  # noqa: ARG002 - Qt's signature
        """Say what is wanted; False, because the rows are shown anew by whoever does it."""
        for kind in self.takes:
            if uids := unpacked(data, kind):
                self.dropped_at(kind, uids, parent.row() if parent.isValid() else row)
        return False


class DragList(QListView):
    """A list of such rows.

    Signals:
        shifted(int, int): Alt with an arrow: so many columns and rows on.
    """

    shifted = Signal(int, int)

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the current row."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(*step)
        else:
            super().keyPressEvent(event)
