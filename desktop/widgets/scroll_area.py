"""A scroll area without a frame, for pages longer than the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Scrolls one widget vertically; the widget takes the width there is."""

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Our own, because asking Qt for its viewport makes the binding look at every widget class there is (16 ms).
        viewport = QWidget()
        viewport.setAutoFillBackground(False)
        self.setViewport(viewport)
        if content is not None:
            self.setWidget(content)

    def setWidget(self, widget: QWidget) -> None:
        """Take the content, whose background stays that of the page."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)
