"""The visible keyboard focus: a ring painted over a control reached by Tab, an arrow or a shortcut."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.shell import theme

WIDTH = 2.0


_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_COMES_BACK = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


def wanted(event: QFocusEvent, *, before: bool) -> bool:
    """Whether a control shows its ring: reached by keyboard, or given back what it had `before`."""
    return before if event.reason() in _COMES_BACK else event.reason() in _BY_KEYBOARD


def paint(
    widget: QWidget, radius: float, colour: str = "accent", inset: float = 0.0, *, area: QRect | None = None
) -> None:
    """Paint the ring inside the widget's edge or an area's; `radius` is that of the control's corners."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(colour), WIDTH))
    gap = inset + WIDTH / 2
    painter.drawRoundedRect(QRectF(area or widget.rect()).adjusted(gap, gap, -gap, -gap), radius - gap, radius - gap)
    painter.end()
