"""The base of every dialog: title, body, and buttons in a footer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button, Kind
from desktop.widgets.label import Label


class ModalDialog(QDialog):
    """A dialog with a designed body and footer; Esc rejects, Enter presses the primary button.

    Signals:
        accepted, rejected, finished(int): from QDialog.
    """

    def __init__(self, title: str, sentence: str = "", *, width: int = 480, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setMinimumWidth(width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = Label(title, "dialog", wrap=True)
        self._sentence = Label(sentence, "muted", wrap=True)
        if not sentence:
            self._sentence.hide()
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        inner.addLayout(words)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        inner.addLayout(self.body, 1)
        outer.addLayout(inner, 1)
        footer = QFrame(self)
        footer.setObjectName("footer")
        self._left = QHBoxLayout(footer)
        self._left.setContentsMargins(24, 12, 24, 12)
        self._left.setSpacing(8)
        self._left.addStretch(1)
        outer.addWidget(footer)

    def showEvent(self, event: QShowEvent) -> None:
        """Open as high as the texts need at this width, unless a size was set."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._fit_to(max(self.minimumWidth(), self.sizeHint().width()))
        super().showEvent(event)

    def fit_height(self) -> None:
        """Be as high as the texts need, after they have changed."""
        self._fit_to(self.width())

    def _fit_to(self, width: int) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(width, max(layout.heightForWidth(width), layout.minimumHeightForWidth(width)))

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.setWindowTitle(title)
        self._title.setText(title)

    def set_sentence(self, sentence: str) -> None:
        """Show another sentence below the title."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the body."""
        self.body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Put a layout at the end of the body."""
        self.body.addLayout(layout, stretch)

    def add_button(self, text: str, *, kind: Kind = "quiet", left: bool = False) -> Button:
        """Put a button into the footer (from left to right); a primary one answers Enter."""
        button = Button(text, kind=kind)
        if left:
            self._left.insertWidget(0, button)
        else:
            self._left.addWidget(button)
        if kind == "primary":
            button.setAutoDefault(True)
            button.setDefault(True)
        return button

    def add_accept(self, text: str) -> Button:
        """A primary button that accepts the dialog."""
        button = self.add_button(text, kind="primary")
        button.clicked.connect(self.accept)
        return button

    def add_reject(self, text: str = "") -> Button:
        """A quiet button that rejects the dialog, named "Cancel" unless told otherwise."""
        button = self.add_button(text or self.tr("Cancel"))
        button.clicked.connect(self.reject)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
