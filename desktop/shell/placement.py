"""Where a small window stands: docked to an edge, remembered, collapsed; pure rules on rectangles."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize

SNAP = 24  # a window let go this near an edge docks there
STRIP = 28  # what stays in sight of a collapsed window
_IN_SIGHT = 80  # of the title, so that a window can be caught with the mouse


class Edge(StrEnum):
    """The side of the screen a window is docked to."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"


class Place(NamedTuple):
    """Where a window stands; written to the settings as one text."""

    rect: QRect
    edge: Edge = Edge.NONE
    collapsed: bool = False

    def as_text(self) -> str:
        """For the settings."""
        r = self.rect
        numbers = ",".join(str(number) for number in (r.x(), r.y(), r.width(), r.height()))
        return f"{numbers},{self.edge},{int(self.collapsed)}"

    @classmethod
    def from_text(cls, text: str) -> Place | None:
        """What `as_text` wrote; None for anything else."""
        parts = text.split(",")
        try:
            x, y, width, height = (int(part) for part in parts[:4])
            edge = Edge(parts[4])
            collapsed = parts[5]
        except (ValueError, IndexError):
            return None
        if len(parts) != 6 or width <= 0 or height <= 0 or collapsed not in {"0", "1"}:
            return None
        return cls(QRect(x, y, width, height), edge, collapsed == "1")


def first(screen: QRect, size: QSize) -> Place:
    """Where a window stands that was never moved: docked to the right, in the middle of the height."""
    rect = QRect(QPoint(0, 0), size)
    rect.moveCenter(screen.center())
    return docked(Place(rect), screen, Edge.RIGHT)


def docked(place: Place, screen: QRect, edge: Edge) -> Place:
    """The place moved to an edge of a screen, no larger than it."""
    rect = _inside(place.rect, screen)
    if edge is Edge.LEFT:
        rect.moveLeft(screen.left())
    elif edge is Edge.RIGHT:
        rect.moveRight(screen.right())
    return Place(rect, edge, place.collapsed and edge is not Edge.NONE)


def dropped(rect: QRect, screen: QRect) -> Place:
    """The place of a window that was let go there: docked where it is near a side."""
    if abs(rect.left() - screen.left()) <= SNAP or rect.left() < screen.left():
        return docked(Place(rect), screen, Edge.LEFT)
    if abs(rect.right() - screen.right()) <= SNAP or rect.right() > screen.right():
        return docked(Place(rect), screen, Edge.RIGHT)
    return Place(rect)


def restored(place: Place | None, screens: Sequence[QRect], size: QSize) -> Place:
    """A remembered place, on a screen that is still there; the first of `screens` is the main one.

    A docked window docks again to the screen it was on, whose size may have changed; a free one stays where it
    is as long as its title can be caught.
    """
    if place is None:
        return first(screens[0], size)
    screen = _screen_of(place.rect, screens)
    if screen is None:
        return docked(place, screens[0], place.edge)
    if place.edge is not Edge.NONE:
        return docked(place, screen, place.edge)
    title = QRect(place.rect.left(), place.rect.top(), place.rect.width(), STRIP)
    caught = screen.intersected(title)
    if caught.width() >= min(_IN_SIGHT, title.width()) and caught.height() >= min(STRIP, title.height()):
        return place
    return Place(_inside(place.rect, screen))


def shown_rect(place: Place, screen: QRect) -> QRect:
    """What of the window is on the screen: all of it, or a strip along its edge."""
    if not place.collapsed or place.edge is Edge.NONE:
        return QRect(place.rect)
    strip = QRect(place.rect)
    strip.setWidth(STRIP)
    if place.edge is Edge.RIGHT:
        strip.moveRight(screen.right())
    return strip


def _screen_of(rect: QRect, screens: Sequence[QRect]) -> QRect | None:
    """The screen that most of it is on."""

    def shared(screen: QRect) -> int:
        common = screen.intersected(rect)
        return common.width() * common.height() if common.isValid() else 0

    best = max(screens, key=shared)
    return best if shared(best) else None


def _inside(rect: QRect, screen: QRect) -> QRect:
    moved = QRect(rect.topLeft(), rect.size().boundedTo(screen.size()))
    moved.moveLeft(max(screen.left(), min(moved.left(), screen.right() - moved.width() + 1)))
    moved.moveTop(max(screen.top(), min(moved.top(), screen.bottom() - moved.height() + 1)))
    return moved
