"""A small card over the page, below the control it belongs to, for editing in place.

It is a part of the window and not a window of its own, because input methods, without which nobody
types Chinese, do not reliably reach pop-up windows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from shiboken6 import isValid

from desktop.widgets.card import Card
from desktop.widgets.scroll_area import ScrollArea

_GAP = 4
_EDGE = 8
_TITLE = 60  # the title and the margins around


class _Ground(QWidget):
    """Lies over the page below a popover and takes the press that closes it.

    A filter over the events of the whole program would do the same, but it is handed objects that are
    just being destroyed, and the binding crashes on them.

    Signals:
        pressed: anything but the popover was pressed.
    """

    pressed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setGeometry(host.rect())
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press."""
        event.accept()
        self.pressed.emit()


class Popover(Card):
    """Shown with `open_below`; a press outside, Enter and Esc close it, and it is then gone for good.

    Tab goes round inside it.

    Signals:
        closed: it is no longer shown.
        cancelled: it is being closed by Esc; comes before `closed`.
        focus_orphaned: it had the focus when it closed, and the control it belongs to is gone.
    """

    closed = Signal()
    cancelled = Signal()
    focus_orphaned = Signal()

    def __init__(self, title: str = "", *, width: int = 320, parent: QWidget | None = None) -> None:
        super().__init__(title, padding=12, parent=parent)
        self._anchor: QWidget | None = None
        self._spot = QRect()
        self._ground: _Ground | None = None
        self._scroll: ScrollArea | None = None
        self.setFixedWidth(width)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown and not on its way out."""
        return self._anchor is not None

    def add_scrolling(self, content: QWidget) -> None:
        """Put a widget at the end that scrolls where it is higher than the page."""
        self._scroll = ScrollArea(content)
        content.installEventFilter(self)
        self.add(self._scroll)

    def open_below(self, anchor: QWidget, host: QWidget) -> None:
        """Show it under a control (or above, where there is no room), inside `host`."""
        self.setParent(host)
        self._anchor = anchor
        self._place()
        self._ground = _Ground(host)
        self._ground.pressed.connect(self.close_popover)
        self.show()
        self.raise_()
        host.installEventFilter(self)

    def close_popover(self) -> None:
        """Close it and give the focus back."""
        anchor, self._anchor = self._anchor, None
        if anchor is None:
            return
        host = self.parentWidget()
        if host is not None:
            host.removeEventFilter(self)
        if self._ground is not None:
            self._ground.hide()
            self._ground.deleteLater()
            self._ground = None
        had_focus = self._holds(QApplication.focusWidget())
        self.closed.emit()
        self.hide()
        if had_focus and isValid(anchor) and anchor.isVisible():
            anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        elif had_focus:
            self.focus_orphaned.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the page changes its size; go along with what scrolls inside."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.close_popover()
        elif event.type() == QEvent.Type.LayoutRequest and self.is_open and watched is not self.parentWidget():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Enter; on Esc say that nothing should have happened."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            self.close_popover()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close_popover()
        else:
            event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Be gone with the page it belongs to."""
        super().hideEvent(event)
        self.close_popover()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Go round: after the last part comes the first."""
        start = QApplication.focusWidget()
        # Not along nextInFocusChain: its binding makes each widget the owner of the next one.
        stops = [part for part in self.findChildren(QWidget) if part is start or _takes_tab(part)]
        if start not in stops:
            return super().focusNextPrevChild(next)
        stop = stops[(stops.index(start) + (1 if next else -1)) % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        if self._scroll is not None and self._scroll.isAncestorOf(stop):
            self._scroll.ensureWidgetVisible(stop, 0, _EDGE)
        return True

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with its content."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.is_open:
            self._place()
        return handled

    def _holds(self, widget: QWidget | None) -> bool:
        """Whether a widget belongs to it, pop-up lists of its fields included."""
        while widget is not None:
            if widget is self:
                return True
            widget = widget.parentWidget()
        return False

    def _place(self) -> None:
        host, anchor = self.parentWidget(), self._anchor
        if host is None or anchor is None:
            return
        if isValid(anchor) and host.isAncestorOf(anchor):  # else it was replaced meanwhile, where it was
            self._spot = QRect(anchor.mapTo(host, QPoint(0, 0)), anchor.size())
        self._fit_scroll(host.height() - 2 * _EDGE)
        layout = self.layout()
        hint = layout.totalHeightForWidth(self.width()) if layout is not None and layout.hasHeightForWidth() else -1
        height = hint if hint > 0 else self.sizeHint().height()
        spot = self._spot
        left = min(spot.left(), host.width() - self.width() - _EDGE)
        top = spot.bottom() + 1 + _GAP
        if top + height > host.height() - _EDGE:
            above = spot.top() - _GAP - height
            top = above if above >= _EDGE else host.height()
        top = min(top, host.height() - height - _EDGE)  # the anchor itself may be scrolled out of sight
        self.setGeometry(max(_EDGE, left), max(_EDGE, top), self.width(), height)

    def _fit_scroll(self, room: int) -> None:
        """Let what scrolls be as high as its content, as far as there is room."""
        scroll = self._scroll
        content = scroll.widget() if scroll is not None else None
        if scroll is None or content is None:
            return
        sides = self.body.contentsMargins()
        inner = self.width() - sides.left() - sides.right()
        layout = content.layout()
        wanted = layout.totalHeightForWidth(inner) if layout is not None and layout.hasHeightForWidth() else -1
        if wanted < 0:
            wanted = content.sizeHint().height()
        content.setMinimumHeight(wanted)  # else a sentence asks for the lines it would have in a narrower card
        scroll.setFixedHeight(max(_EDGE, min(wanted, room - _TITLE)))


def _takes_tab(part: QWidget) -> bool:
    """Whether Tab stops there; what is typed into inside a number or a choice belongs to it."""
    by_tab = (part.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
    inner = isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox)
    return by_tab and not inner and part.isEnabled() and part.isVisible()
