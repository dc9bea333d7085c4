"""A narrow window without a title bar: stays on top, docks to a side of the screen, remembers its place, becomes a strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent, QMoveEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from desktop.shell import icons, placement, theme
from desktop.shell.placement import Edge, Place
from desktop.widgets import focus_ring

if TYPE_CHECKING:
    from desktop.shell.ui_settings import UiSettings

WIDTH, HEIGHT = 400, 640
_LOWEST = 360
_KEY = "replies/place"
_RADIUS = 10
_SETTLED_MS = 250  # after the last movement of a drag
_GRIP = 5


class PanelFrame(QWidget):
    """The window around the panel. `body` is what it shows; a strip takes its place while it is collapsed."""

    def __init__(self, settings: UiSettings) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._settings = settings
        self._placing = False
        self._dragging = False
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._let_go)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self.body = QWidget()
        self.strip = _Strip()
        self.strip.clicked.connect(self.expand)
        self.strip.setVisible(False)
        column.addWidget(self.body, 1)
        column.addWidget(self.strip, 1)
        self._grip = _Grip()
        column.addWidget(self._grip)
        self.place = placement.restored(Place.from_text(settings.get(_KEY)), _screens(), QSize(WIDTH, HEIGHT))
        self._apply()

    @property
    def collapsed(self) -> bool:
        """Whether only a strip is in sight."""
        return self.place.collapsed

    def collapse(self) -> None:
        """Leave a strip at the side of the screen; a window that stands free goes to the nearer side first."""
        screen = self._screen()
        place = self.place
        if place.edge is Edge.NONE:
            left = place.rect.center().x() < screen.center().x()
            place = placement.docked(place, screen, Edge.LEFT if left else Edge.RIGHT)
        self._stand(place._replace(collapsed=True))

    def expand(self) -> None:
        """Show all of it."""
        if self.collapsed:
            self._stand(self.place._replace(collapsed=False))

    def begin_drag(self) -> None:
        """Let the pointer, which is pressed, move the window."""
        window = self.windowHandle()
        self._dragging = window is not None and window.startSystemMove()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Notice where a drag leads."""
        super().moveEvent(event)
        if self._dragging and not self._placing:
            self._settled.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Notice another height."""
        super().resizeEvent(event)
        if not self._placing and self.isVisible() and not self.collapsed:
            self.place = self.place._replace(rect=self.geometry())
            self._settled.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the ground and its one-pixel line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    def _let_go(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._settled.start()
            return
        if self._dragging:
            self._dragging = False
            self._stand(placement.dropped(self.geometry(), self._screen()))
        else:
            self._remember()

    def _stand(self, place: Place) -> None:
        self.place = place
        self._apply()
        self._remember()

    def _remember(self) -> None:
        self._settings.set(_KEY, self.place.as_text())

    def _apply(self) -> None:
        self._placing = True
        collapsed = self.place.collapsed
        self.body.setVisible(not collapsed)
        self._grip.setVisible(not collapsed)
        self.strip.setVisible(collapsed)
        self.strip.edge = self.place.edge
        rect = placement.shown_rect(self.place, self._screen())
        self.setMinimumSize(rect.width() if collapsed else WIDTH, 120 if collapsed else min(_LOWEST, rect.height()))
        self.setMaximumWidth(rect.width())
        self.setGeometry(rect)
        self._placing = False

    def _screen(self) -> QRect:
        middle = self.place.rect.center() if hasattr(self, "place") else QPoint(0, 0)
        screen = QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
        return screen.availableGeometry()


class _Strip(QAbstractButton):
    """What is left of a collapsed window; pressing it brings the window back."""

    def __init__(self) -> None:
        super().__init__()
        self.edge = Edge.RIGHT
        self.setAccessibleName(self.tr("Show the replies"))
        self.setToolTip(self.tr("Show the replies"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

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

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_GRIP)
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the pointer move the lower edge."""
        handle = self.window().windowHandle()
        if handle is not None and event.button() == Qt.MouseButton.LeftButton:
            handle.startSystemResize(Qt.Edge.BottomEdge)


def _screens() -> list[QRect]:
    first = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not first]
    return [screen.availableGeometry() for screen in (first, *others)]
