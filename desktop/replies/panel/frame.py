"""A narrow window without a title bar: on top of all, docked to a side of the screen, or a mere strip there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.shell import icons, theme
from desktop.shell.dock import Dock
from desktop.shell.placement import STRIP, Edge
from desktop.widgets import focus_ring

if TYPE_CHECKING:
    from desktop.shell.ui_settings import UiSettings

WIDTH, HEIGHT = 400, 640
RADIUS = 10
_LOWEST = 360
_STRIP_LOWEST = 120
_KEY = "replies/place"
_GRIP = 5


class PanelFrame(QWidget):
    """The window around the panel. `body` is what it shows; a strip takes its place while it is collapsed."""

    def __init__(self, settings: UiSettings) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.body = QWidget()
        self.strip = _Strip()
        self.strip.clicked.connect(self.expand)
        self.strip.setVisible(False)
        column.addWidget(self.body, 1)
        column.addWidget(self.strip, 1)
        self._grip = _Grip(self)
        self.dock = Dock(self, settings, _KEY, QSize(WIDTH, HEIGHT))
        self.dock.changed.connect(self._fit)
        self._fit()
        self.dock.restore()

    @property
    def collapsed(self) -> bool:
        """Whether only a strip is in sight."""
        return self.dock.collapsed

    def collapse(self) -> None:
        """Leave a strip at the side of the screen; a window that stands free goes to the nearer side first."""
        if self.dock.edge is Edge.NONE:
            screen = QGuiApplication.screenAt(self.geometry().center()) or QGuiApplication.primaryScreen()
            left = self.geometry().center().x() < screen.availableGeometry().center().x()
            self.dock.dock(Edge.LEFT if left else Edge.RIGHT)
        self._show_strip(shown=True)  # before: a window is never made smaller than what it shows
        self.dock.set_collapsed(collapsed=True)

    def expand(self) -> None:
        """Show all of it."""
        self.dock.set_collapsed(collapsed=False)

    def begin_drag(self) -> None:
        """Let the pointer, which is pressed, move the window."""
        handle = self.windowHandle()
        if handle is not None:
            handle.startSystemMove()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the grip at the lower edge."""
        super().resizeEvent(event)
        self._grip.setGeometry(0, self.height() - _GRIP, self.width(), _GRIP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ground and its one-pixel line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

    def _fit(self) -> None:
        """Show what the window has room for."""
        self.strip.edge = self.dock.edge
        self._show_strip(shown=self.dock.collapsed)

    def _show_strip(self, *, shown: bool) -> None:
        self.body.setVisible(not shown)
        self._grip.setVisible(not shown)
        self.strip.setVisible(shown)
        self.setMinimumSize(STRIP if shown else WIDTH, _STRIP_LOWEST if shown else _LOWEST)
        self.setMaximumWidth(STRIP if shown else WIDTH)


class _Strip(QAbstractButton):
    """What is left of a collapsed window; pressing it brings the window back."""

    def __init__(self) -> None:
        super().__init__()
        self.edge = Edge.RIGHT
        self.setAccessibleName(self.tr("Show the replies"))
        self.setToolTip(self.tr("Show the replies"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint an arrow to where the window comes from, and what it is."""
        painter = QPainter(self)
        scale = self.devicePixelRatioF()
        arrow = icons.pixmap("chevron-right" if self.edge is Edge.LEFT else "chevron-left", "muted", 14, scale)
        bubble = icons.pixmap("message", "accent", 16, scale)
        middle = self.width() // 2
        painter.drawPixmap(QPoint(middle - 8, 14), bubble)
        painter.drawPixmap(QPoint(middle - 7, self.height() // 2 - 7), arrow)
        painter.end()
        if self.hasFocus():
            focus_ring.paint(self, 8)


class _Grip(QWidget):
    """The lower edge, by which the window is made higher."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the pointer move the lower edge."""
        handle = self.window().windowHandle()
        if handle is not None and event.button() == Qt.MouseButton.LeftButton:
            handle.startSystemResize(Qt.Edge.BottomEdge)
