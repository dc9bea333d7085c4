"""Where a dragged item may be put: the gaps between items, at every depth, and the line that shows the nearest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.segments.builder.row_view import ItemView
from desktop.segments.edit_tree import Group, Path, walk
from desktop.shell import theme

LINE = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A gap: the path an item would be put before, and where its line is."""

    path: Path
    top: int
    left: int
    width: int


def places(root: Group, views: Mapping[Path, ItemView], host: QWidget, source: Path) -> list[Place]:
    """Every gap an item may go to; none inside the item itself."""
    found: list[Place] = []
    for path, item in walk(root):
        if not isinstance(item, Group) or path[: len(source)] == source:
            continue
        for place in range(len(item.children)):
            rect = _rect(views[(*path, place)], host)
            found.append(Place((*path, place), rect.top(), rect.left(), rect.width()))
            if place == len(item.children) - 1:
                found.append(Place((*path, place + 1), rect.bottom(), rect.left(), rect.width()))
        if not item.children:
            rect = _rect(views[path], host)
            found.append(Place((*path, 0), rect.bottom() - 16, rect.left() + 12, rect.width() - 24))
    return found


def nearest(found: list[Place], where: QPoint) -> Place | None:
    """The gap nearest to the pointer; of equals the inner one."""
    return min(found, key=lambda place: (abs(place.top - where.y()), -len(place.path)), default=None)


def path_of(data: bytes) -> Path | None:
    """The path that a dragged item carries, None for anything else."""
    try:
        return tuple(int(part) for part in data.decode("ascii").split(","))
    except (UnicodeDecodeError, ValueError):
        return None


def _rect(view: QWidget, host: QWidget) -> QRect:
    return QRect(view.mapTo(host, QPoint(0, 0)), view.size())


class DropLine(QWidget):
    """The line in the gap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, place: Place) -> None:
        """Mark a gap."""
        self.setGeometry(place.left, place.top - LINE // 2, place.width, LINE)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), theme.colour("accent"))
