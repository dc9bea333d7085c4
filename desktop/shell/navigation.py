"""The bar at the left: the brand, the pages, settings at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.pages import Page
from desktop.shell import icons, theme
from desktop.widgets import focus_ring

WIDTH = 200
COMPACT_WIDTH = 56
FOOT = "settings"


class Navigation(QFrame):
    """The pages by name; only icons where there is little room.

    Signals:
        chosen(str): a person asked for the page of that key.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(0)
        self._brand = _Brand(self.tr("Regulars"))
        column.addWidget(self._brand)
        column.addSpacing(10)
        self._items: dict[str, NavigationItem] = {}
        above = [page for page in pages if page.key != FOOT]
        for place, page in enumerate(above, start=1):
            column.addWidget(self._item(page, place))
        column.addStretch(1)
        for page in pages:
            if page.key == FOOT:
                column.addWidget(self._item(page, len(above) + 1))
        self.set_compact(compact=False)

    def set_current(self, key: str) -> None:
        """Mark the page in sight."""
        for own, item in self._items.items():
            item.setChecked(own == key)

    def set_compact(self, *, compact: bool) -> None:
        """Show icons only, or icons and names."""
        self.setFixedWidth(COMPACT_WIDTH if compact else WIDTH)
        parts: tuple[_Brand | NavigationItem, ...] = (self._brand, *self._items.values())
        for part in parts:
            part.compact = compact
            part.update()
        for item in self._items.values():
            item.setToolTip(item.text() if compact else item.shortcut_hint)

    def item(self, key: str) -> NavigationItem:
        """The entry of a page."""
        return self._items[key]

    def _item(self, page: Page, place: int) -> NavigationItem:
        item = NavigationItem(page.shown_title(), page.icon, place)
        item.clicked.connect(partial(self._choose, page.key))
        self._items[page.key] = item
        return item

    def _choose(self, key: str) -> None:
        self.chosen.emit(key)


class NavigationItem(QAbstractButton):
    """One page's entry.

    Signals:
        clicked: from QAbstractButton.
    """

    def __init__(self, title: str, icon: str, place: int) -> None:
        super().__init__()
        self._icon = icon
        self._ring = False
        self.compact = False
        self.shortcut_hint = f"Ctrl+{place}" if place <= 9 else ""
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(self.shortcut_hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Stay as it is: the window marks the page when it is open."""

    def sizeHint(self) -> QSize:
        """A line of the bar."""
        return QSize(COMPACT_WIDTH - 16, 36)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint icon and name, raised for the page in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, near = self.isChecked(), self.underMouse()
        if on:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), 8, 8)
        left = (self.width() - icons.SIZE) // 2 if self.compact else 12
        drawing = icons.pixmap(
            self._icon, "accent" if on else "ink" if near else "muted", icons.SIZE, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPoint(left, (self.height() - icons.SIZE) // 2), drawing)
        if not self.compact:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.Bold if on else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(theme.colour("ink" if on or near else "muted"))
            room = QRect(38, 0, self.width() - 46, self.height())
            text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 8)


class _Brand(QWidget):
    """The mark and the product's name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.compact = False
        self.setAccessibleName(name)
        self.setFixedHeight(32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the mark: a ring that comes round again."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - 22) / 2 if self.compact else 12.0
        top = (self.height() - 22) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(left, top, 22, 22), 7, 7)
        pen = QPen(theme.colour("accent_ink"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        ring = QRectF(0, 0, 10, 10)
        ring.moveCenter(QPointF(left + 11, top + 11))
        painter.drawArc(ring, 45 * 16, 270 * 16)
        if not self.compact:
            painter.setFont(theme.font(17, QFont.Weight.Bold))
            painter.setPen(theme.colour("ink"))
            room = QRect(42, 0, self.width() - 42, self.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._name)
