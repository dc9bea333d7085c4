"""The canvas as it is shown: which steps are chosen, what is in sight, and how large."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from math import floor

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from desktop.call_scripts.canvas.box import Tone
from desktop.call_scripts.canvas.scene import Place, ScriptScene, Standing
from desktop.call_scripts.words import answer_words, title_words
from desktop.shell import theme
from desktop.widgets import focus_ring
from local_db.call_scripts.layout import BOX_WIDTH, GRID
from local_db.call_scripts.model import CallScript

SMALLEST, GREATEST = 0.1, 2.0
_ZOOM_STEP = 1.2
_FIT_MARGIN = 80.0  # arrows that lead back go round the boxes
_DOTS, _DOTS_FROM = 2 * GRID, 0.55
_MOST_FITTED = 1.0  # a script of few steps is not blown up


class CanvasView(QGraphicsView):
    """Shows a script, and tells what the person wants; whoever holds the script does it and shows the result.

    Signals:
        selection_changed(): another step is current, or others are chosen.
        edit_wanted(str): the step's form should take the keys.
        moved(dict): these steps lie at these places now.
        connect_wanted(str, int, str): the answer at a place of a step leads to a step.
        branch_wanted(str, int, QPoint): the answer leads to a new step at a place.
        new_wanted(QPoint), new_after_wanted(str): a new step, somewhere or behind another.
        removal_wanted(list), copy_wanted(list): these steps.
        zoomed(float): the scale is another one.
        scrolled(): another part is in sight.
    """

    selection_changed = Signal()
    edit_wanted = Signal(str)
    moved = Signal(dict)
    connect_wanted = Signal(str, int, str)
    branch_wanted = Signal(str, int, QPoint)
    new_wanted = Signal(QPoint)
    new_after_wanted = Signal(str)
    removal_wanted = Signal(list)
    copy_wanted = Signal(list)
    zoomed = Signal(float)
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = ScriptScene(self)
        self.setScene(self.canvas)
        self.setObjectName("plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Canvas of the script"))
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._came_from = ""  # the step one was at before
        self._ring = False
        self._fit_wanted = False

    @property
    def current(self) -> str | None:
        """The key of the step one works on."""
        return self.canvas.standing.current

    @property
    def chosen(self) -> list[str]:
        """The keys of the chosen steps, in the order of the script."""
        return [step.key for step in self.canvas.script.steps if step.key in self.canvas.standing.chosen]

    @property
    def scale_factor(self) -> float:
        """How large things are shown."""
        return self.transform().m11()

    def show_script(self, script: CallScript, seconds: Mapping[str, float]) -> None:
        """Show another state; what is gone is not chosen any more."""
        self.canvas.show_script(script, seconds)
        standing = self.canvas.standing
        kept = {key for key in standing.chosen if key in self.canvas.boxes}
        current = standing.current if standing.current in self.canvas.boxes else None
        if kept != set(standing.chosen) or current != standing.current:
            self._stand(chosen=kept, current=current)
            self.selection_changed.emit()

    def clear_script(self) -> None:
        """Show nothing, before another script is opened."""
        self.canvas.clear_script()
        self.canvas.setSceneRect(QRectF())
        self.canvas.standing = Standing()
        self._came_from = ""

    def choose(self, key: str | None, *, show: bool = True) -> None:
        """Make a step the current one and the only one chosen; None: no step."""
        if key is not None and key not in self.canvas.boxes:
            return
        before = self.current
        if before is not None and key is not None and before != key:
            self._came_from = before
        self._stand(chosen=set() if key is None else {key}, current=key)
        if show and key is not None:
            self.show_step(key)
        self._tell()
        self.selection_changed.emit()

    def choose_several(self, keys: Collection[str]) -> None:
        """Choose these steps; the last one is the current one."""
        keys = [key for key in keys if key in self.canvas.boxes]
        self._stand(chosen=set(keys), current=keys[-1] if keys else None)
        self.selection_changed.emit()

    def show_step(self, key: str) -> None:
        """Scroll as little as is needed to have a box in sight."""
        box = self.canvas.boxes.get(key)
        if box is not None:
            self.ensureVisible(box.frame().translated(box.pos()), 40, 40)
            self.scrolled.emit()

    def centre_on(self, key: str) -> None:
        """Bring a box to the middle, large enough to read."""
        box = self.canvas.boxes.get(key)
        if box is not None:
            if self.scale_factor < 0.7:
                self.zoom_to(1.0)
            self.centerOn(box.frame().translated(box.pos()).center())
            self.scrolled.emit()

    def show_tones(self, tones: Mapping[str, Tone]) -> None:
        """Mark the steps that have problems."""
        if tones != self.canvas.standing.tones:
            self._stand(tones=dict(tones))

    def show_found(self, keys: Collection[str]) -> None:
        """Mark what was found."""
        self._stand(found=frozenset(keys))

    def show_reached(self, key: str) -> None:
        """Mark where a call that is tried out is; empty: nowhere."""
        self._stand(reached=key or None)

    def show_given(self, given: Mapping[Place, int] | None, ended: Mapping[str, int] | None = None) -> None:
        """Draw the arrows as thick as their answers were given often, and say where calls ended; None: all alike."""
        self._stand(given=given, ended=ended or {})

    def fit(self) -> None:
        """Show everything."""
        rect = self.canvas.boxes_rect()
        if rect.isEmpty():
            return
        if not self.isVisible():
            self._fit_wanted = True
            return
        rect = rect.adjusted(-_FIT_MARGIN, -_FIT_MARGIN, _FIT_MARGIN, _FIT_MARGIN)
        room = self.viewport().size()
        scale = min(room.width() / rect.width(), room.height() / rect.height(), _MOST_FITTED)
        self.zoom_to(scale)
        self.centerOn(rect.center())
        self.scrolled.emit()

    def begin(self) -> None:
        """Show a script that was just opened: all of it where that can be read, else its opening."""
        self._fit_wanted = not self.isVisible()
        if self._fit_wanted:
            return
        self.fit()
        opening = self.canvas.boxes.get(self.canvas.script.opening)
        if self.scale_factor < 0.55 and opening is not None:
            self.zoom_to(0.8)
            room = self.mapToScene(self.viewport().rect()).boundingRect()
            corner = opening.pos() - QPointF(_FIT_MARGIN, 0)
            self.centerOn(QPointF(corner.x() + room.width() / 2, opening.pos().y() + opening.frame().height() / 2))
            self.scrolled.emit()

    def zoom_to(self, scale: float) -> None:
        """Show things so large."""
        scale = max(SMALLEST, min(GREATEST, scale))
        if abs(scale - self.scale_factor) > 1e-6:
            factor = scale / self.scale_factor
            self.scale(factor, factor)
            self.zoomed.emit(scale)
            self.scrolled.emit()

    def zoom_by(self, steps: float) -> None:
        """Larger or smaller by some steps, around the middle."""
        anchor = self.transformationAnchor()
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.zoom_to(self.scale_factor * _ZOOM_STEP**steps)
        self.setTransformationAnchor(anchor)

    def middle(self) -> QPoint:
        """A place for a new box in the middle of what is in sight."""
        centre = self.mapToScene(self.viewport().rect().center())
        return (centre - QPointF(BOX_WIDTH / 2, 60)).toPoint()

    def pan(self, by: QPoint) -> None:
        """Move what is shown."""
        for bar, way in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() - way)
        self.scrolled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll; with Shift sideways."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.scale_factor * _ZOOM_STEP ** ((turned.y() or turned.x()) / 120))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(QPoint(turned.y() or turned.x(), 0))
        else:
            self.pan(turned)
        event.accept()

    # looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show all of a script that was opened before there was a size."""
        super().resizeEvent(event)
        if self._fit_wanted and self.isVisible():
            self.begin()
        self.scrolled.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Paint in the new colours with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_fit_wanted"):
            self.canvas.repaint_all()
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene and the ring of the focus."""
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), focus_ring.WIDTH))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 8, 8)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the ground, with dots of the grid where they are far enough apart."""
        area = QRectF(rect)
        painter.fillRect(area, theme.colour("paper"))
        if self.scale_factor < _DOTS_FROM:
            return
        left, top = floor(area.left() / _DOTS) * _DOTS, floor(area.top() / _DOTS) * _DOTS
        across, down = int(area.width() / _DOTS) + 2, int(area.height() / _DOTS) + 2
        pen = QPen(theme.colour("edge"), 1.6)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPoints([QPointF(left + _DOTS * x, top + _DOTS * y) for x in range(across) for y in range(down)])

    def _stand(self, **changes: object) -> None:
        self.canvas.show_standing(replace(self.canvas.standing, **changes))  # type: ignore[arg-type] # its own fields

    def _tell(self) -> None:
        """Say the current step to a screen reader."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        step = self.canvas.script.step(self.current) if self.current else None
        if step is None:
            self.setAccessibleDescription("")
            return
        answers = self.tr(", ").join(answer_words(answer) for answer in step.answers)
        words = self.tr("{title}. Answers: {answers}") if answers else self.tr("{title}. No answers.")
        said = words.format(title=title_words(step.title), answers=answers)
        self.setAccessibleDescription(said)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
