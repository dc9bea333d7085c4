"""The foot of the panel: the keys, or for a moment what was done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop.widgets.button import IconButton
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import ElidedLabel, Label

SAID_MS = 1600


class Foot(QWidget):
    """Keys and what they do.

    Signals:
        menu_wanted: the button with what else can be done was pressed.
    """

    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(36)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._keys_row())
        self._stack.addWidget(self._notice_row())
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.rest)

    def _keys_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(15, 0, 9, 0)
        line.setSpacing(0)
        self._shown: Sequence[tuple[str, str]] = ()
        self._keys = QHBoxLayout()
        self._keys.setSpacing(6)
        line.addLayout(self._keys)
        line.addStretch(1)
        self.menu = IconButton("more", self.tr("More"), size=24)
        self.menu.clicked.connect(self.menu_wanted)
        line.addWidget(Label("Esc", "small"))
        line.addSpacing(4)
        line.addWidget(self.menu)
        return row

    def _notice_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(15, 0, 15, 0)
        line.setSpacing(8)
        self._icon = IconLabel("check", "good", 14)
        self._said = ElidedLabel("")
        line.addWidget(self._icon)
        line.addWidget(self._said, 1)
        return row

    @property
    def said(self) -> str:
        """The notice in sight; empty while the keys are."""
        return self._said.text() if self._stack.currentIndex() else ""

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show keys with what they do."""
        if keys == self._shown:
            return
        self._shown = keys
        clear_layout(self._keys)
        for key, what in keys:
            self._keys.addWidget(Label(key, "key"))
            self._keys.addWidget(Label(what, "small"))
            self._keys.addSpacing(4)

    def say(self, text: str, *, good: bool = True, stays: bool = False) -> None:
        """Say what was done, or what is in the way, for a moment."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        self._icon.set_icon("check" if good else "warning", "good" if good else "bad")
        self._said.setText(text)
        self._said.set_tone("good" if good else "bad")
        self._stack.setCurrentIndex(1)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        if stays:
            self._clock.stop()
        else:
            self._clock.start(SAID_MS if good else 2 * SAID_MS)

    def rest(self) -> None:
        """Show the keys again."""
        self._clock.stop()
        self._stack.setCurrentIndex(0)
