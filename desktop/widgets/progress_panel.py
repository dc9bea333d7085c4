"""Long work in sight: what is being done, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.count_bar import CountBar
from desktop.widgets.label import ElidedLabel, Label


class ProgressPanel(Card):
    """Title, note, bar, percentage and a cancel button.

    Signals:
        cancelled: the person asked to stop; the panel then says so and waits to be hidden.
    """

    cancelled = Signal()

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        head = QHBoxLayout()
        self._title = ElidedLabel(title, "heading")
        self._percent = Label("", "muted")
        self._cancel = Button(self.tr("Cancel"), dense=True)
        self._cancel.clicked.connect(self._stop)
        head.addWidget(self._title, 1)
        head.addWidget(self._percent)
        head.addSpacing(8)
        head.addWidget(self._cancel)
        self._bar = CountBar(height=6)
        self._note = ElidedLabel("", "small")
        self.add_layout(head)
        self.add(self._bar)
        self.add(self._note)
        self._note.setVisible(False)

    def begin(self, title: str) -> None:
        """Start again at nothing, and show the panel."""
        self._title.setText(title)
        self._cancel.setEnabled(True)
        self.set_note("")
        self.set_progress(0, 0)
        self.setVisible(True)

    def set_progress(self, done: int, total: int) -> None:
        """Show how far the work is; a total of 0 means that it is not known yet."""
        fraction = done / total if total else 0.0
        self._bar.set_fraction(fraction)
        self._percent.setText(f"{min(1.0, fraction):.0%}" if total else "…")

    def set_note(self, note: str) -> None:
        """Say what is being worked on."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self.set_note(self.tr("Stopping; the data stays as it was."))
        self.cancelled.emit()
