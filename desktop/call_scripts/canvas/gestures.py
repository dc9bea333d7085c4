"""What the pointer does on the canvas while it is held down."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsPathItem, QRubberBand

from desktop.call_scripts.canvas.arrow import curve
from desktop.call_scripts.canvas.scene import EVERYWHERE, Place
from desktop.call_scripts.canvas.view import CanvasView
from desktop.shell import theme
from local_db.call_scripts.layout import GRID, TOP

_DRAG_FROM = 4  # pixels before a press becomes a drag


class Gesture:
    """Something done with the pointer held down."""

    def __init__(self, view: CanvasView, where: QPoint) -> None:
        self.view = view
        self.start = where
        self.moving = False

    def go(self, where: QPoint) -> None:
        """The pointer is there now."""
        if not self.moving and (where - self.start).manhattanLength() >= _DRAG_FROM:
            self.moving = True
        if self.moving:
            self.move(where)

    def move(self, where: QPoint) -> None:
        """Show how it would be."""

    def end(self, *, done: bool) -> None:
        """Do it, or leave all as it was."""


class Pan(Gesture):
    """Moves what is shown."""

    def __init__(self, view: CanvasView, where: QPoint, *, clears: bool = False) -> None:
        super().__init__(view, where)
        self._clears = clears
        self._last = where

    def move(self, where: QPoint) -> None:
        """Show it."""
        self.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.view.pan(where - self._last)
        self._last = where

    def end(self, *, done: bool) -> None:
        """It is over."""
        self.view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        if done and self._clears and not self.moving:
            self.view.choose(None)


class Drag(Gesture):
    """Moves the chosen boxes along the grid."""

    def __init__(self, view: CanvasView, where: QPoint) -> None:
        super().__init__(view, where)
        self._from = view.mapToScene(where)
        self._by = QPointF()

    def move(self, where: QPoint) -> None:
        """Show the boxes there."""
        way = self.view.mapToScene(where) - self._from
        by = QPointF(round(way.x() / GRID) * GRID, round(way.y() / GRID) * GRID)
        if by != self._by:
            self._by = by
            self.view.canvas.move_boxes(self.view.chosen, by)

    def end(self, *, done: bool) -> None:
        """Tell where they lie now, or put them back."""
        canvas = self.view.canvas
        if not done:
            canvas.move_boxes(self.view.chosen, QPointF())
        elif not self._by.isNull():
            steps = (canvas.script.step(key) for key in self.view.chosen)
            x, y = round(self._by.x()), round(self._by.y())
            self.view.moved.emit({step.key: (step.x + x, step.y + y) for step in steps if step is not None})


class Connect(Gesture):
    """Draws an arrow from a port to a box, or to where a new one should be."""

    def __init__(self, view: CanvasView, where: QPoint, port: Place) -> None:
        super().__init__(view, where)
        self._port = port
        self._line = QGraphicsPathItem()
        pen = QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine)
        self._line.setPen(pen)
        self._line.setZValue(5)
        view.canvas.addItem(self._line)
        self._at = view.mapToScene(where)

    def move(self, where: QPoint) -> None:
        """Show it."""
        self._at = self.view.mapToScene(where)
        key, place = self._port
        box = self.view.canvas.boxes[key]
        start = box.outlet(place) if place < len(box.face.step.answers) else box.new_outlet()
        target = self._target()
        end = self.view.canvas.boxes[target].inlet() if target is not None else self._at
        self._line.setPath(curve(start, end, max(start.y(), end.y()) + 40))
        self.view.show_found({target} if target is not None else ())

    def end(self, *, done: bool) -> None:
        """It is over."""
        self.view.canvas.removeItem(self._line)
        self.view.show_found(())
        key, place = self._port
        if done and not self.moving:
            self.view.choose(key, show=False)
        elif done:
            target = self._target()
            if target is not None:
                self.view.connect_wanted.emit(key, place, target)
            elif self.view.canvas.box_at(self._at) is None:
                self.view.branch_wanted.emit(key, place, (self._at - QPointF(0, TOP / 2)).toPoint())

    def _target(self) -> str | None:
        """The step the pointer is over; the box of what holds everywhere is none."""
        box = self.view.canvas.box_at(self._at)
        return box.key if box is not None and box.key != EVERYWHERE else None


class Band(Gesture):
    """Chooses all boxes it touches."""

    def __init__(self, view: CanvasView, where: QPoint) -> None:
        super().__init__(view, where)
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())

    def move(self, where: QPoint) -> None:
        """Show it."""
        self._band.setGeometry(QRect(self.start, where).normalized())
        self._band.show()
        area = self.view.mapToScene(self._band.geometry()).boundingRect()
        boxes = self.view.canvas.boxes.items()
        self.view.choose_several(
            [key for key, box in boxes if key != EVERYWHERE and area.intersects(box.frame().translated(box.pos()))]
        )

    def end(self, *, done: bool) -> None:  # noqa: ARG002 - what is chosen stays chosen
        """The band goes."""
        self._band.hide()
        self._band.deleteLater()
