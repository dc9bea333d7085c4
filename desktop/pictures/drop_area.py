"""The place for a picture while there is none: where to drop one, how else to give it, and that it is being read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.shell import theme
from desktop.widgets.button import Button
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import ElidedLabel, Label

HEIGHT = 164
_RADIUS = 10.0


class DropArea(QWidget):
    """A dashed frame with a sentence and two buttons.

    Signals:
        choose(): the person wants to look for a file.
        paste(): the person wants what is in the clipboard.
    """

    choose = Signal()
    paste = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = ElidedLabel(self.tr("Drop a picture here"), "heading")
        self._hint = Label("", "small")
        self.choose_button = Button(self.tr("Choose a file…"), dense=True)
        self.paste_button = Button(self.tr("Paste"), kind="ghost", icon="copy", dense=True)
        self.choose_button.clicked.connect(self.choose)
        self.paste_button.clicked.connect(self.paste)
        centre = Qt.AlignmentFlag.AlignHCenter
        for words in (self._title, self._hint):
            words.setAlignment(centre)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(self.choose_button)
        row.addWidget(self.paste_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(IconLabel("picture", "muted", 28), 0, centre)
        column.addSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(6)
        column.addWidget(self._buttons)
        column.addStretch(1)

    def set_hint(self, text: str) -> None:
        """Say what is asked of the picture."""
        self._hint.setText(text)

    def show_loading(self, name: str) -> None:
        """Say that a picture is being read; an empty name ends it."""
        loading = self.tr("Reading {file}…").format(file=name)
        self._title.setText(loading if name else self.tr("Drop a picture here"))
        self._buttons.setEnabled(not name)

    def set_hovered(self, *, hovered: bool) -> None:
        """Show that a drop would be taken."""
        self._hovered = hovered
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a small picture."""
        return QSize(360, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("soft" if self._hovered else "sunken"))
        pen = QPen(theme.colour("accent" if self._hovered else "edge"), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()
