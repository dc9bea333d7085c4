"""One condition as a row: handle, not, label, chips, figures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from desktop.segments.builder.columns import Columns
from desktop.segments.edit_tree import Path, Row
from desktop.segments.sentence import NO_NAMES, Language, Names, leaf_chips
from desktop.segments.sentence import Chip as Piece
from desktop.shell import icons, theme
from desktop.widgets import focus_ring
from desktop.widgets.button import IconButton
from desktop.widgets.chip import Chip, ValueChip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import Label
from desktop.widgets.status_tag import StatusTag

MIME = "application/x-regulars-segment-row"
HEIGHT = 42
VALUE = "value"
_LONGEST_CHIP = 34
_CERTAIN_CHIP = 10  # longer ones may be shortened, so that their tooltip says all of it
_LEAST_CHIP = 96
_VERDICT_WIDTH = 132


class DragHandle(QWidget):
    """Dots to take hold of an item.

    Signals:
        dragged: the pointer moved away with the button down.
    """

    dragged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from: QPoint | None = None
        self.setFixedSize(18, 26)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Drag, or Alt+↑ and Alt+↓"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the drag may begin."""
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if self._from is None:
            return
        if (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._from = None
            self.dragged.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the dots."""
        painter = QPainter(self)
        painter.setOpacity(0.6)
        painter.drawPixmap(QPoint(0, 5), icons.pixmap("drag", "muted", 16, self.devicePixelRatioF()))
        painter.end()


class ItemView(QWidget):
    """What rows and groups share: a place in the tree, a visible focus, a menu, being dragged.

    Signals:
        edit_wanted(QWidget, str): the condition should be edited below the widget; the part pressed.
        menu_wanted(QPoint): the item's menu should open at a place of the screen.
        turned: the item should mean its opposite.
        drag_wanted(tuple): the item of that path should follow the pointer.
    """

    edit_wanted = Signal(QWidget, str)
    menu_wanted = Signal(QPoint)
    turned = Signal()
    drag_wanted = Signal(object)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the pointer, or below the item for the menu key."""
        self.setFocus()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.mapToGlobal(QPoint(24, self.height())) if by_key else event.globalPos())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the focus: a tinted ground and a bar, because a ring would touch the figures."""
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft"))
            painter.drawRoundedRect(self.rect(), 6, 6)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(0, 6, 3, self.height() - 12, 1.5, 1.5)
            painter.end()

    def drag(self) -> None:
        """Ask to be taken along with the pointer."""
        self.drag_wanted.emit(self.path)


class RowView(ItemView):
    """One condition; see ItemView for its signals."""

    def __init__(
        self,
        path: Path,
        row: Row,
        language: Language,
        currency: str,
        names: Names = NO_NAMES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(path, parent)
        self._language: Language = language
        self._currency = currency
        self._names = names
        self._row: Row | None = None
        self._chips: dict[str, Chip] = {}  # by the part of the condition that each shows, in their order
        self.setMinimumHeight(HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(8)
        handle = DragHandle()
        handle.dragged.connect(self.drag)
        line.addWidget(handle, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._words.setSizePolicy(policy)
        self._flow = FlowLayout(self._words, spacing=8, line_spacing=6)
        line.addWidget(self._words, 1)
        self._more = IconButton("more", self.tr("More"), size=26)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self._open_menu)
        kept = self._more.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._more.setSizePolicy(kept)
        self._more.hide()
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._verdict = StatusTag("")
        self._verdict.hide()
        line.addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignVCenter)
        self.columns = Columns()
        line.addWidget(self.columns)
        self.set_row(row)

    @property
    def row(self) -> Row | None:
        """The condition shown."""
        return self._row

    def set_row(self, row: Row, currency: str | None = None, names: Names | None = None) -> None:
        """Show another condition, or the same one in other words."""
        names = self._names if names is None else names
        if row == self._row and currency in (None, self._currency) and names == self._names:
            return
        self._row = row
        self._currency = currency or self._currency
        self._names = names
        clear_layout(self._flow)
        self._chips = {}
        if row.negated:
            self._flow.addWidget(self._not_chip())
        label, *parts = leaf_chips(row.leaf, self._language, self._currency, self._names)
        self._label = Label(label.text)
        self._flow.addWidget(self._label)
        if row.unfinished:
            parts = [Piece(self.tr("choose…"), "quiet", "op")]
        for part in parts or [Piece(self.tr("at any time"), "quiet", "window")]:
            self._flow.addWidget(self._chip(part))
        if row.unfinished:
            self._chips["op"].setProperty("tone", "muted")
        self._show_muted(row)
        if self.isVisible():
            for chip in self._chips.values():
                chip.show()  # at once: one of them may get the focus next
        words = " ".join([label.text, *(part.text for part in parts)])
        words = self.tr("Not: {words}").format(words=words) if row.negated else words
        self.setAccessibleName(self.tr("Muted: {words}").format(words=words) if row.muted else words)
        self._words.updateGeometry()

    def show_verdict(self, matches: bool | None, value: str = "") -> None:  # noqa: FBT001 - three answers
        """Say whether the row matches the member that is asked about, and what she has there; None: nobody is."""
        self._verdict.setVisible(matches is not None)
        if matches is not None:
            said = f"{'✓' if matches else '✗'} {value}"
            short = self._verdict.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, _VERDICT_WIDTH)
            self._verdict.set_state(short, "good" if matches else "bad")
            words = self.tr("The row matches; the member's own value: {value}")
            if not matches:
                words = self.tr("The row does not match; the member's own value: {value}")
            self._verdict.setToolTip(words.format(value=value))
            self._verdict.setAccessibleName(words.format(value=value))

    def _not_chip(self) -> Chip:
        chip = Chip(self.tr("not"))
        chip.setProperty("tone", "bad")
        chip.setToolTip(self.tr("Press to take the “not” away"))
        chip.clicked.connect(self.turned)
        return chip

    def _show_muted(self, row: Row) -> None:
        """Strike out what is not applied."""
        for part in (self._label, *self._chips.values()):
            font = part.font()
            font.setStrikeOut(row.muted)
            part.setFont(font)
            if row.muted:
                part.setProperty("tone", "muted")
        self.columns.set_faint(faint=row.muted)

    def _chip(self, part: Piece) -> Chip:
        text = part.text
        short = text if len(text) <= _LONGEST_CHIP else text[: _LONGEST_CHIP - 1] + "…"
        chip = ValueChip(short) if part.kind == "value" and not self._is_muted else Chip(short)
        chip.let_shrink(_LEAST_CHIP)
        chip.setAccessibleName(text)
        if len(text) > _CERTAIN_CHIP:
            chip.setToolTip(text)
        chip.clicked.connect(partial(self._edit, chip, part.part))
        self._chips[part.part] = chip
        return chip

    @property
    def _is_muted(self) -> bool:
        return self._row is not None and self._row.muted

    def _edit(self, chip: QWidget, part: str, *_: object) -> None:
        self.edit_wanted.emit(chip, part)

    def _open_menu(self) -> None:
        self.setFocus()
        self.menu_wanted.emit(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer the menu under the pointer."""
        self._more.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._more.hide()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit on Enter."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        chip = next((c for c in self.findChildren(Chip) if c.hasFocus()), None)
        if chip is not None:
            chip.click()
        else:
            self.edit_wanted.emit(self.anchor(), "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit."""
        self.edit_wanted.emit(self.anchor(), "")
        super().mouseDoubleClickEvent(event)

    def anchor(self, part: str = "") -> QWidget:
        """The chip of a part of the condition, of its value where that part is not shown: an editor opens below it."""
        shown = [self._chips[key] for key in (part, VALUE, *self._chips) if key in self._chips]
        return shown[0] if shown else self

    def tab_stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order in which it is read."""
        return [self, *(chip for chip in self._words.findChildren(Chip) if not chip.isHidden())]
