"""Keeps a small window at its place: docks it when it is let go near an edge, collapses it, remembers it.

A screen that is unplugged, or gets another size, moves it without that being what the person wants: it goes back
to the remembered place as soon as that is there again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.shell import placement
from desktop.shell.placement import Edge, Place

if TYPE_CHECKING:
    from desktop.shell.ui_settings import UiSettings

_LET_GO_MS = 250
_SETTLED_MS = 600  # window managers move windows some time after the screens have changed


class Dock(QObject):
    """Watches where its window is moved to; the rules are in `placement.py`.

    Signals:
        changed(): the edge it is docked to, or whether it is collapsed.
    """

    changed = Signal()

    def __init__(self, window: QWidget, settings: UiSettings, key: str, size: QSize) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._key = key
        self._size = size
        self._place = Place(QRect())
        self._moving = False
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(_LET_GO_MS)
        self._still.timeout.connect(self._let_go)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self.restore)
        self.restore()
        window.installEventFilter(self)
        self._watch_screens()

    @property
    def edge(self) -> Edge:
        """The side it is docked to."""
        return self._place.edge

    @property
    def collapsed(self) -> bool:
        """Whether only a strip is in sight."""
        return self._place.collapsed

    def restore(self) -> None:
        """Go to the remembered place, as far as its screen is still there."""
        remembered = Place.from_text(self._settings.get(self._key))
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        self._take(placement.restored(remembered, screens, self._size))

    def dock(self, edge: Edge) -> None:
        """Move to a side of the screen it is on, or let it stand freely."""
        self._take(placement.docked(self._place, self._screen(), edge), remember=True)

    def set_collapsed(self, *, collapsed: bool) -> None:
        """Leave a strip at the edge, or come out again; a window that stands freely stays whole."""
        wanted = collapsed and self._place.edge is not Edge.NONE
        if wanted != self._place.collapsed:
            self._take(self._place._replace(collapsed=wanted), remember=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice moves and changes of size that a person makes."""
        moved = event.type() in {QEvent.Type.Move, QEvent.Type.Resize}
        by_hand = moved and not self._moving and not self._settled.isActive()
        if by_hand and self._window.isVisible() and not self._place.collapsed:
            self._still.start()
        return super().eventFilter(watched, event)

    def _watch_screens(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._screen_added)
            application.screenRemoved.connect(self._screens_changed)
        for screen in QGuiApplication.screens():
            screen.availableGeometryChanged.connect(self._screens_changed)

    def _screen_added(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._screens_changed)
        self._screens_changed()

    def _screens_changed(self, *_: object) -> None:
        self._still.stop()
        self._settled.start()

    def _let_go(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._still.start()
            return
        rect = self._window.geometry()
        if rect != placement.shown_rect(self._place, self._screen()):
            self._take(placement.dropped(rect, self._screen()), remember=True)

    def _take(self, place: Place, *, remember: bool = False) -> None:
        before = self._place
        self._place = place
        self._moving = True
        self._window.setGeometry(placement.shown_rect(place, self._screen()))
        self._moving = False
        if remember:
            self._settings.set(self._key, place.as_text())
            self._settings.save()
        if (before.edge, before.collapsed) != (place.edge, place.collapsed):
            self.changed.emit()

    def _screen(self) -> QRect:
        at = QGuiApplication.screenAt(self._place.rect.center()) or QGuiApplication.primaryScreen()
        return at.availableGeometry()
