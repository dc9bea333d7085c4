"""The replies that were found, as a list; what is shown of each is worked out when it comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.replies.panel.keys import MOST_NUMBERED
from desktop.replies.panel.showing import Shown
from local_db.replies.search.hit import Hit

Place = QModelIndex | QPersistentModelIndex
SHOWN = int(Qt.ItemDataRole.UserRole)


class HitModel(QAbstractListModel):
    """Hits, best first."""

    def __init__(self, show: Callable[[Hit], Shown | None], parent: QObject | None = None) -> None:
        """`show` gives the line of a hit; None where the reply is gone."""
        super().__init__(parent)
        self._show = show
        self._hits: Sequence[Hit] = ()
        self._shown: dict[str, Shown | None] = {}

    @property
    def hits(self) -> Sequence[Hit]:
        """What was found."""
        return self._hits

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
        self._shown.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """The same hits, for another buyer or with other values."""
        self._shown.clear()
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1))

    def line(self, row: int) -> Shown | None:
        """What is shown in a row."""
        if not 0 <= row < len(self._hits):
            return None
        hit = self._hits[row]
        if hit.uid not in self._shown:
            self._shown[hit.uid] = self._show(hit)
        return self._shown[hit.uid]

    def rowCount(self, parent: Place = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many hits there are."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line for the delegate; for screen readers its number, title and text."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == SHOWN:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(index.row(), line)
        return None


def spoken(row: int, line: Shown) -> str:
    """A line as it is read out."""
    number = f"{row + 1}. " if row < MOST_NUMBERED else ""
    return f"{number}{line.title}: {line.marked}"
