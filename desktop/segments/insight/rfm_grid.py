"""The five by five cells of recency and frequency, to brush with the pointer or the keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell import theme
from desktop.widgets import focus_ring
from local_db.segments.rfm import SCORES, Cell

_AXIS = 84  # room for the words at the left
_WORDS = 40  # room for the words below
_GAP = 4.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}


class RfmGrid(QWidget):
    """R goes from left (long ago) to right (just now), F from below (once) to above (often).

    Dragging brushes a rectangle of cells; with Ctrl or Shift it is added to what is brushed. Arrow keys go
    from cell to cell, with Shift they brush a rectangle; Space brushes one cell or takes it back; Ctrl+A
    brushes all.

    Signals:
        brushed: other cells are brushed.
    """

    brushed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[Cell, tuple[str, str]] = {}
        self._weights: dict[Cell, float] = {}
        self._r_words: tuple[str, ...] = ("",) * SCORES
        self._f_words: tuple[str, ...] = ("",) * SCORES
        self._cells: frozenset[Cell] = frozenset()
        self._before: frozenset[Cell] = frozenset()
        self._from: Cell | None = None
        self._cursor: Cell = (SCORES, SCORES)
        self._hovered: Cell | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Recency and frequency"))

    @property
    def cells(self) -> frozenset[Cell]:
        """What is brushed."""
        return self._cells

    def set_cells(self, cells: frozenset[Cell]) -> None:
        """Brush exactly these."""
        if cells != self._cells:
            self._cells = cells
            self._say_cursor()
            self.update()
            self.brushed.emit()

    def set_figures(self, texts: Mapping[Cell, tuple[str, str]], weights: Mapping[Cell, float]) -> None:
        """Show two lines per cell, on a ground as strong as its weight between 0 and 1."""
        self._texts, self._weights = dict(texts), dict(weights)
        self._say_cursor()
        self.update()

    def set_axes(self, r_words: Sequence[str], f_words: Sequence[str]) -> None:
        """Say what each score means, from 1 to 5."""
        self._r_words, self._f_words = tuple(r_words), tuple(f_words)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for two lines in each cell."""
        return QSize(_AXIS + 5 * 92, _WORDS + 5 * 56)

    def minimumSizeHint(self) -> QSize:
        """The least at which the figures fit."""
        return QSize(_AXIS + 5 * 72, _WORDS + 5 * 44)

    def room_of(self, cell: Cell) -> QRectF:
        """Where a cell is painted."""
        r, f = cell
        width = (self.width() - _AXIS) / SCORES
        height = (self.height() - _WORDS) / SCORES
        return QRectF(_AXIS + (r - 1) * width + _GAP / 2, (SCORES - f) * height + _GAP / 2, width - _GAP, height - _GAP)

    def cell_at(self, place: QPointF) -> Cell:
        """The cell at a place, or the nearest one."""
        r = int((place.x() - _AXIS) / max(1.0, (self.width() - _AXIS) / SCORES)) + 1
        f = SCORES - int(place.y() / max(1.0, (self.height() - _WORDS) / SCORES))
        return min(max(r, 1), SCORES), min(max(f, 1), SCORES)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to brush; pressing the only brushed cell takes it back."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        cell = self.cell_at(event.position())
        adding = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self._before = self._cells if adding else frozenset()
        self._from = self._cursor = cell
        if adding and cell in self._before:
            self._from = None
            self.set_cells(self._before - {cell})
        else:
            self.set_cells(frozenset() if self._cells == {cell} else self._before | {cell})

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Brush the rectangle between where it began and here."""
        inside = event.position().x() >= _AXIS and event.position().y() <= self.height() - _WORDS
        cell = self.cell_at(event.position())
        if self._from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if cell != self._cursor:
                self._cursor = cell
                self.set_cells(self._before | _rectangle(self._from, cell))
            return
        hovered = cell if inside else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The rectangle is brushed."""
        self._from = None

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go and brush by keyboard."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ARROWS:
            self._step(_ARROWS[key], extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Space:
            self._from = None
            self.set_cells(self._cells ^ {self._cursor})
        elif control and key == Qt.Key.Key_A:
            self.set_cells(_rectangle((1, 1), (SCORES, SCORES)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint axes and cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        for r in range(1, SCORES + 1):
            for f in range(1, SCORES + 1):
                self._paint_cell(painter, (r, f))
        painter.end()
        if self.hasFocus():
            focus_ring.paint(self, 6, area=self.room_of(self._cursor).toAlignedRect())

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        room = self.room_of(cell)
        ground = QColor(theme.colour("accent"))
        ground.setAlphaF(0.05 + 0.45 * self._weights.get(cell, 0.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(room, 6, 6)
        chosen = cell in self._cells
        if chosen or cell == self._hovered:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("ink" if chosen else "edge"), 2))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 5, 5)
        first, second = self._texts.get(cell, ("", ""))
        half = room.height() / 2
        painter.setPen(theme.colour("ink" if self._weights.get(cell, 0.0) else "muted"))
        painter.setFont(theme.font(14, 700))
        top = QRectF(room.left(), room.top() + 4, room.width(), half - 2)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), first)
        painter.setFont(theme.font(11))
        below = QRectF(room.left(), room.top() + half + 2, room.width(), half - 4)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), second)
        if chosen:  # not by colour alone
            painter.setFont(theme.font(11, 700))
            corner = room.adjusted(0, 4, -7, 0)
            painter.drawText(corner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), "✓")

    def _paint_axes(self, painter: QPainter) -> None:
        for score in range(1, SCORES + 1):
            left = self.room_of((1, score))
            below = self.room_of((score, 1))
            painter.setFont(theme.font(12, 700))
            painter.setPen(theme.colour("ink"))
            beside = QRectF(0, left.top(), _AXIS - 10, left.height() / 2)
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(beside, right, f"F{score}")
            under = QRectF(below.left() - 4, self.height() - _WORDS + 4, below.width() + 8, 17)
            painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), f"R{score}")
            painter.setFont(theme.font(11))
            painter.setPen(theme.colour("muted"))
            beside = QRectF(0, left.center().y() + 1, _AXIS - 10, left.height() / 2)
            right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            painter.drawText(beside, right, self._f_words[score - 1])
            under = under.translated(0, 16)
            painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), self._r_words[score - 1])

    def _step(self, by: tuple[int, int], *, extend: bool) -> None:
        r, f = self._cursor
        cell = min(max(r + by[0], 1), SCORES), min(max(f + by[1], 1), SCORES)
        if extend:
            if self._from is None:
                self._from, self._before = self._cursor, self._cells
            self._cursor = cell
            self.set_cells(self._before | _rectangle(self._from, cell))
        else:
            self._from = None
            self._cursor = cell
        self._say_cursor()
        self.update()

    def _say_cursor(self) -> None:
        """For a screen reader: the cell with the keyboard."""
        r, f = self._cursor
        first, second = self._texts.get(self._cursor, ("", ""))
        chosen = self.tr("brushed") if self._cursor in self._cells else self.tr("not brushed")
        self.setAccessibleDescription(f"R{r} F{f}: {first}, {second}, {chosen}")


def _rectangle(one: Cell, other: Cell) -> frozenset[Cell]:
    """All cells between two corners."""
    (r1, r2), (f1, f2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return frozenset((r, f) for r in range(r1, r2 + 1) for f in range(f1, f2 + 1))
