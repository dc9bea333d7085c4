"""The canvas one works on: choosing, dragging and connecting boxes, by pointer and by keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.call_scripts.canvas.gestures import Band, Connect, Drag, Gesture, Pan
from desktop.call_scripts.canvas.scene import EVERYWHERE
from desktop.call_scripts.canvas.view import CanvasView
from desktop.call_scripts.canvas.walk import Direction, neighbour
from local_db.call_scripts.layout import BOX_WIDTH, GRID, TOP
from local_db.call_scripts.model import CallScript

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_WAYS: dict[Direction, QPoint] = {
    "left": QPoint(-GRID, 0),
    "right": QPoint(GRID, 0),
    "up": QPoint(0, -GRID),
    "down": QPoint(0, GRID),
}


class EditingCanvas(CanvasView):
    """A canvas under a hand: its pointer and its keys ask for changes of the script."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gesture: Gesture | None = None

    def show_script(self, script: CallScript, seconds: Mapping[str, float]) -> None:
        """Show another state; what was being dragged is let go."""
        self._end_gesture(done=False)
        super().show_script(script, seconds)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, move, edit, make, remove, zoom."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        direction = _ARROWS.get(key)
        if direction is not None and held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
            (self._nudge if control else self._walk)(direction)
        elif control and key == Qt.Key.Key_D:
            self.copy_wanted.emit(self.chosen)
        elif control and key == Qt.Key.Key_A:
            self.choose_several([step.key for step in self.canvas.script.steps])
        elif held == Qt.KeyboardModifier.NoModifier and self._plain_key(key):
            pass
        else:
            event.ignore()

    def _plain_key(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                if self.current is not None:
                    self.edit_wanted.emit(self.current)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                if self.chosen:
                    self.removal_wanted.emit(self.chosen)
            case Qt.Key.Key_N | Qt.Key.Key_Insert:
                self._wish_new()
            case Qt.Key.Key_Home:
                self.choose(self.canvas.script.opening)
            case Qt.Key.Key_Escape:
                if self._gesture is not None:
                    self._end_gesture(done=False)
                else:
                    self.choose(None)
            case Qt.Key.Key_F:
                self.fit()
            case _:
                return False
        return True

    def _wish_new(self) -> None:
        if self.current:
            self.new_after_wanted.emit(self.current)
        else:
            self.new_wanted.emit(self.middle())

    def _walk(self, direction: Direction) -> None:
        script = self.canvas.script
        at = self.current
        if at == EVERYWHERE:
            at = None
        to = neighbour(script, at, direction, self._came_from) if at is not None else script.opening
        if to is not None:
            self.choose(to)

    def _nudge(self, direction: Direction) -> None:
        way = _WAYS[direction]
        steps = [step for step in self.canvas.script.steps if step.key in self.canvas.standing.chosen]
        if steps:
            self.moved.emit({step.key: (step.x + way.x(), step.y + way.y()) for step in steps})
            self.show_step(steps[-1].key)

    # the pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the pressed place is for."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._gesture is not None:
            return
        point = self.mapToScene(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton:
            self._gesture = Pan(self, event.position().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._gesture = self._begin_gesture(event, point)
        event.accept()

    def _begin_gesture(self, event: QMouseEvent, point: QPointF) -> Gesture:
        where = event.position().toPoint()
        port = self.canvas.outlet_at(point)
        if port is not None:
            return Connect(self, where, port)
        box = self.canvas.box_at(point)
        held = event.modifiers()
        if box is None:
            if held & Qt.KeyboardModifier.ShiftModifier:
                return Band(self, where)
            return Pan(self, where, clears=True)
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            keys = [key for key in self.chosen if key != box.key]
            self.choose_several(keys if box.key in self.canvas.standing.chosen else [*keys, box.key])
        elif box.key not in self.canvas.standing.chosen:
            self.choose(box.key, show=False)
        elif self.current != box.key:
            self._stand(current=box.key)
            self.selection_changed.emit()
        return Drag(self, where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what was begun; else show what may be done here."""
        where = event.position().toPoint()
        if self._gesture is not None:
            self._gesture.go(where)
            return
        point = self.mapToScene(where)
        shape = Qt.CursorShape.ArrowCursor
        if self.canvas.outlet_at(point) is not None:
            shape = Qt.CursorShape.CrossCursor
        elif self.canvas.box_at(point) is None:
            shape = Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was begun."""
        if self._gesture is not None:
            self._gesture.go(event.position().toPoint())
            self._end_gesture(done=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a step, or make one where there is none."""
        point = self.mapToScene(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or self.canvas.outlet_at(point) is not None:
            return
        self._end_gesture(done=False)
        box = self.canvas.box_at(point)
        if box is not None:
            self.edit_wanted.emit(box.key)
        else:
            self.new_wanted.emit((point - QPointF(BOX_WIDTH / 2, TOP / 2)).toPoint())

    def _end_gesture(self, *, done: bool) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.end(done=done)
