"""Notices when the first page has been painted with the shop's data: from then on the rest may begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.shell.main_window import MainWindow


class FirstPaint(QObject):
    """Watches the window's first page.

    Signals:
        painted: the page was painted after it had been filled; given once.
    """

    painted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._page = window.page(window.current_key)
        if self._page is not None:
            self._page.filled.connect(self._filled)  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the page's next painting."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)  # when the painting is on the screen
        return False

    def _filled(self) -> None:
        if self._page is None:
            return
        self._page.filled.disconnect(self._filled)  # type: ignore[attr-defined]
        self._page.installEventFilter(self)
        self._page.update()
