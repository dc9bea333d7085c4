"""A search field that waits for a pause in typing before it asks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.shell import icons
from desktop.widgets.button import IconButton

PAUSE_MS = 150


class SearchField(QLineEdit):
    """A field with a magnifier and a clear button; Esc clears it, arrow down leads on into what was found.

    Signals:
        query_changed(str): the trimmed text, after a short pause in typing or at once on Enter; never twice the same.
        left_downwards: arrow down was pressed.
    """

    query_changed = Signal(str)
    left_downwards = Signal()

    def __init__(self, placeholder: str = "", *, pause_ms: int = PAUSE_MS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder or self.tr("Search"))
        self.setTextMargins(22, 0, 24, 0)
        self._said = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self.flush)
        self._clear = IconButton("close", self.tr("Clear"), size=22, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setVisible(False)
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self.flush)

    def query(self) -> str:
        """The trimmed text."""
        return self.text().strip()

    def flush(self) -> None:
        """Announce the query now if it differs from the last one announced."""
        self._pause.stop()
        if self.query() != self._said:
            self._said = self.query()
            self.query_changed.emit(self._said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc while there is something to clear; leave downwards."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.flush()
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clear button at the right end."""
        super().resizeEvent(event)
        self._clear.move(self.width() - 28, (self.height() - self._clear.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its magnifier."""
        super().paintEvent(event)
        painter = QPainter(self)
        glass = icons.pixmap("search", "muted", 14, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(11, (self.height() - 14) // 2), glass)

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._pause.start()
