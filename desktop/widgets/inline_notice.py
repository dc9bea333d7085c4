"""A sentence on a tinted ground, inside a page: information, success, warning or failure."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.button import Button
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label, restyle

NoticeTone = Literal["info", "good", "warn", "bad"]

ICONS = {"info": ("info", "blue"), "good": ("check", "good"), "warn": ("warning", "warn"), "bad": ("warning", "bad")}


class InlineNotice(QFrame):
    """Icon, sentence and, with `action`, a button.

    Signals:
        action_triggered: the button was pressed.
    """

    action_triggered = Signal()

    def __init__(
        self, text: str = "", tone: NoticeTone = "info", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("tone", tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(10)
        name, colour = ICONS[tone]
        self._icon = IconLabel(name, colour)
        self._text = Label(text, wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = Button(action, dense=True)
        self.button.clicked.connect(self.action_triggered)
        if not action:
            self.button.hide()
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def say(self, text: str, tone: NoticeTone = "info", action: str = "") -> None:
        """Show another sentence, and the notice itself when it was hidden."""
        self.setProperty("tone", tone)
        self._icon.set_icon(*ICONS[tone])
        self._text.setText(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        restyle(self)
        self.setVisible(True)
