"""Where something can lie over a window without covering what people press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_STEP = 24
_AIR = 4  # around each of them


def free_place(size: QSize, room: QRect, taken: Sequence[QRect]) -> QRect:
    """The place in `room` nearest its lower right corner that covers least of what is `taken`."""
    wide, high = max(room.width() - size.width(), 0), max(room.height() - size.height(), 0)
    ways = [(x, y) for x in {*range(0, wide, _STEP), wide} for y in {*range(0, high, _STEP), high}]
    ways.sort(key=lambda way: (sum(way), way[0]))
    edges = [(one.left(), one.top(), one.right(), one.bottom()) for one in taken]
    corner = room.topLeft() + QPoint(wide, high)
    places = (QRect(corner - QPoint(x, y), size) for x, y in ways)
    best, least = QRect(corner, size), -1
    for place in places:
        covered = _covered(place, edges)
        if least < 0 or covered < least:
            best, least = place, covered
        if not covered:
            break
    return best


def _covered(place: QRect, edges: Sequence[tuple[int, int, int, int]]) -> int:
    """How much of these lies under a place; in plain numbers, for there may be a hundred thousand questions."""
    left, top, right, bottom = place.left(), place.top(), place.right(), place.bottom()
    covered = 0
    for a, b, c, d in edges:
        if a <= right and c >= left and b <= bottom and d >= top:
            covered += (min(c, right) - max(a, left) + 1) * (min(d, bottom) - max(b, top) + 1)
    return covered


def pressed_in(host: QWidget, besides: QWidget) -> list[QRect]:
    """What people press or write in that is in sight in `host`, except in a part of it."""
    found: list[QRect] = []
    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSlider):
        for one in host.findChildren(kind):
            if one.isVisible() and not besides.isAncestorOf(one):
                place = _seen_in(one, host)
                if not place.isEmpty():
                    found.append(place.adjusted(-_AIR, -_AIR, _AIR, _AIR))
    return found


def _seen_in(one: QWidget, host: QWidget) -> QRect:
    """The part of a widget that its parents show, as a place of `host`."""
    seen, around = QRect(one.mapTo(host, QPoint(0, 0)), one.size()), one.parentWidget()
    while around is not None and around is not host and not seen.isEmpty():
        seen = seen.intersected(QRect(around.mapTo(host, QPoint(0, 0)), around.size()))
        around = around.parentWidget()
    return seen.intersected(host.rect())
