"""The question that is asked once more before consent is recorded of somebody who has opted out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.inline_notice import InlineNotice


class ConsentConfirmation(QWidget):
    """A warning and two buttons, in sight only while it asks.

    Signals:
        kept: the opt-out stays.
        confirmed: the member has agreed again.
    """

    kept = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        asked = self.tr("This member opted out. Record consent only if they have agreed again themselves.")
        column.addWidget(InlineNotice(asked, "warn"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.keep_button = Button(self.tr("Keep the opt-out"), dense=True)
        self.keep_button.clicked.connect(self._keep)
        self.confirm_button = Button(self.tr("They agreed again"), kind="danger", dense=True)
        self.confirm_button.clicked.connect(self._confirm)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.confirm_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.hide()

    def ask(self) -> None:
        """Come into sight; a key pressed once more keeps the opt-out."""
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self.hide()
        self.kept.emit()

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()
