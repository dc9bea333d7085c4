"""A small card over the page, below the control it belongs to, for editing in place.

It is a part of the window and not a window of its own, because input methods, without which nobody
types Chinese, do not reliably reach pop-up windows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QDateTimeEdit, QWidget
from shiboken6 import isValid

from desktop.widgets.card import Card

_GAP = 4
_EDGE = 8


class Popover(Card):
    """Shown with `open_below`; a press outside, Enter and Esc close it, and it is then gone for good.

    Tab goes round inside it. A number or day that gets the focus is selected whole: typing replaces it.

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
        self.setFixedWidth(width)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown and not on its way out."""
        return self._anchor is not None

    def open_below(self, anchor: QWidget, host: QWidget) -> None:
        """Show it under a control (or above, where there is no room), inside `host`."""
        self.setParent(host)
        self._anchor = anchor
        self._place()
        self.show()
        self.raise_()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installEventFilter(self)
            app.focusChanged.connect(self._focus_moved)

    def close_popover(self) -> None:
        """Close it and give the focus back."""
        anchor, self._anchor = self._anchor, None
        if anchor is None:
            return
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self)
            app.focusChanged.disconnect(self._focus_moved)
        had_focus = self._holds(QApplication.focusWidget())
        self.closed.emit()
        self.hide()
        if had_focus and isValid(anchor) and anchor.isVisible():
            anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        elif had_focus:
            self.focus_orphaned.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on a press outside, and when the window changes its size."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if isinstance(watched, QWidget) and not self._holds(watched):
                self.close_popover()
        elif event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.close_popover()
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
        if start is None or not self._holds(start):
            return super().focusNextPrevChild(next)
        part = _next_in_chain(start, forward=next)
        while part is not None and part is not start:
            if self._takes_tab(part):
                part.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
                break
            part = _next_in_chain(part, forward=next)
        return True

    def event(self, event: QEvent) -> bool:
        """Grow and shrink with its content."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.is_open:
            self._place()
        return handled

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self._holds(new):
            self.close_popover()
        elif isinstance(new, QDateTimeEdit):
            new.setSelectedSection(new.sectionAt(0))  # typing goes on from part to part
        elif isinstance(new, QAbstractSpinBox):
            new.selectAll()

    def _takes_tab(self, part: QWidget) -> bool:
        """Whether Tab stops there: what hands its focus on is passed over, its proxy has a place of its own."""
        by_tab = (part.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
        own = part.focusProxy() is None and self._holds(part)
        return by_tab and own and part.isEnabled() and part.isVisible()

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
        layout = self.layout()
        hint = layout.totalHeightForWidth(self.width()) if layout is not None and layout.hasHeightForWidth() else -1
        height = hint if hint > 0 else self.sizeHint().height()
        spot = self._spot
        left = min(spot.left(), host.width() - self.width() - _EDGE)
        top = spot.bottom() + 1 + _GAP
        if top + height > host.height() - _EDGE:
            above = spot.top() - _GAP - height
            top = above if above >= _EDGE else host.height() - height - _EDGE
        self.setGeometry(max(_EDGE, left), max(_EDGE, top), self.width(), height)


def _next_in_chain(part: QWidget, *, forward: bool) -> QWidget | None:
    return part.nextInFocusChain() if forward else part.previousInFocusChain()
